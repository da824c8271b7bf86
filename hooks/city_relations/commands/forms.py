"""`relations forms`: prints what the editing forms are told, derived from the schema."""

from __future__ import annotations

from argparse import ArgumentParser

from city_relations.commands.call import Call, Refused
from city_relations.content import read_content
from city_relations.forms.configuration import as_yaml, configuration
from city_relations.forms.speaking import Speaking
from city_relations.language.words import Words, say


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare no options."""


def run(call: Call) -> int:
    """Print the configuration of the forms as YAML."""
    city = read_content(call.root, call.settings).city
    if city is None or city.forms is None:
        raise Refused(
            say(
                "The forms have nowhere to write: say so in {file}, under “extra: city: forms:”, "
                "by “backend:”, “repository:” and “branch:”.",
                file=call.settings,
            )
        )
    form = Speaking(call.words, city.languages)
    call.out.write(as_yaml(configuration(city.forms, form, city.name)))
    return 0
