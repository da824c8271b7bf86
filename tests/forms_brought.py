"""The software of the forms, brought once into the cache of this checkout by our own command."""

from __future__ import annotations

import shutil
from io import StringIO

from building import ROOT
from city_relations.commands import forms_install
from city_relations.commands.call import Call
from city_relations.forms.brought import LOCK, kept_in
from city_relations.language.words import words_for
from sharing import alone_with


def brought():
    """Return the folder of the software, which npm fills the first time."""
    with alone_with(LOCK):
        forms_install.bring(Call(ROOT, words_for("en"), None, {}, StringIO()))
    return kept_in(ROOT)


def bring_to(city):
    """Give a city what “relations forms install” brings, without asking npm again."""
    shutil.copytree(brought(), kept_in(city), dirs_exist_ok=True)
    return city
