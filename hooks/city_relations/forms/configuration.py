"""The configuration of Sveltia CMS: where it writes, and what it shows of each kind of file."""

from __future__ import annotations

import re
from typing import Any

import yaml

from city_relations.forms.collections import collections_of
from city_relations.forms.speaking import Speaking, Told
from city_relations.language.words import say
from city_relations.schema.forms_setting import Forms

HEAD = "# Written by “relations forms” from the schema; do not edit it."
# A photo is made this wide or high by the browser, before it is sent; larger, no printer gains.
LARGEST = 4000
PKCE = "pkce"  # where the software asks for it; elsewhere it is the only way there is
# Bytes of a photo as it comes from a camera; the software may reduce a heavier one all the same.
HEAVIEST = 60_000_000
PLAIN = re.compile(r"[a-z_]+")
WORDS_OF_YAML = frozenset(["true", "false", "yes", "no", "on", "off", "null", "y", "n"])


def configuration(forms: Forms, form: Speaking, title: str) -> Told:
    """Return the configuration as plain values; `title` names the site."""
    return {
        "backend": backend(forms, form),
        "app_title": form.words(say("{site}: forms", site=title)),
        "media_folder": "docs/documents",
        "public_folder": "/documents",
        "media_libraries": media(),
        "show_preview_links": False,
        "slug": {"encoding": "ascii", "clean_accents": True, "timezone": "local", "maxlength": 60},
        "i18n": {
            "structure": "multiple_files",
            "locales": list(form.languages),
            "default_locale": form.master,
            "initial_locales": "default",
            "omit_default_locale_from_file_path": True,
        },
        "output": {
            "omit_empty_optional_fields": True,
            "yaml": {"quote": "double", "indent_sequences": True},
        },
        "editor": {"preview": False},
        "collections": collections_of(form),
    }


def media() -> Told:
    """Return what becomes of photos on their way: small enough, and with a plain name."""
    smaller = {"format": "webp", "quality": 90, "width": LARGEST, "height": LARGEST}
    config = {
        "max_file_size": HEAVIEST,
        "slugify_filename": True,
        "transformations": {"raster_image": smaller},
    }
    return {"default": {"config": config}, "stock_assets": {"providers": []}}


def backend(forms: Forms, form: Speaking) -> Told:
    """Return where the forms read and write, and how people log in."""
    told: Told = {"name": forms.backend.engine, "repo": forms.repository, "branch": forms.branch}
    if forms.address:
        told |= {"api_root": forms.root + forms.backend.api, "base_url": forms.root}
    if forms.application and (login := forms.backend.login):
        told |= {"app_id": forms.application, "auth_methods": ["oauth", "token"]}
        told |= {"auth_type": login} if login == PKCE else {}
    else:
        told["auth_methods"] = ["token"]
    return {**told, "commit_messages": _messages(form)}


def _messages(form: Speaking) -> Told:
    """Return what the history says of what was done by a form."""
    slug, path = "{{slug}}", "{{path}}"
    said = {
        "create": say("Add {file} by the form", file=slug),
        "update": say("Change {file} by the form", file=slug),
        "delete": say("Remove {file} by the form", file=slug),
        "uploadMedia": say("Add {file} by the form", file=path),
        "deleteMedia": say("Remove {file} by the form", file=path),
    }
    return {name: form.words(text) for name, text in said.items()}


def as_yaml(told: Told) -> str:
    """Write a configuration as YAML that every reader takes alike: texts between quotes."""
    written = yaml.dump(told, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    return f"{HEAD}\n{written}"


class _Dumper(yaml.SafeDumper):
    """Writes no anchors, and quotes every text that is more than a word."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write out what stands twice."""
        del data
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    plain = PLAIN.fullmatch(text) and text not in WORDS_OF_YAML
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="" if plain else '"')


_Dumper.add_representer(str, _text)
_Dumper.add_multi_representer(str, _text)  # words not yet translated are texts of a kind
