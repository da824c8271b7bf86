"""Where the editing forms of a city write: its forge, and the repository on it."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic.functional_validators import AfterValidator

from city_relations.language.words import N_, say
from city_relations.schema.base import Base
from city_relations.schema.choices import Forge
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import Line, Url

# An owner and a name, on GitLab with groups between them.
REPOSITORY = re.compile(r"[\w.-]+(?:/[\w.-]+)+")
BRANCH = re.compile(r"(?!.*(?:\.\.|//|@\{))[^\s~^:?*\[\\/.-][^\s~^:?*\[\\]*(?<![./])")


def _repository(value: str) -> str:
    """Accept a repository by its path; of an address in full the path is proposed."""
    if REPOSITORY.fullmatch(value):
        return value
    path = re.sub(r"^(?:https?://[^/]+/|[^@\s]+@[^:\s]+:)|(?:\.git)?/*$", "", value)
    message = say(
        "“{value}” is no repository: write its owner and its name, such as city/relations.",
        value=value,
    )
    raise fault("repository", message, path if REPOSITORY.fullmatch(path) else "")


def _branch(value: str) -> str:
    if not BRANCH.fullmatch(value):
        raise fault("branch", say("“{value}” is no name of a branch, such as main.", value=value))
    return value


class Forms(Base):
    """Where the forms write, and who lets people in."""

    backend: Forge = Field(
        title=N_("Forge"), description=N_("What keeps the files: github, gitlab or forgejo.")
    )
    repository: Annotated[Line, AfterValidator(_repository)] = Field(
        title=N_("Repository"), description=N_("Its owner and its name: city/relations.")
    )
    branch: Annotated[Line, AfterValidator(_branch)] = Field(
        default="main", title=N_("Branch"), description=N_("What is published: main, by default.")
    )
    address: Url | None = Field(
        default=None,
        title=N_("Address"),
        description=N_("Of a forge of your own: https://forge.city.example."),
    )
    application: Line | None = Field(
        default=None,
        title=N_("Application"),
        description=N_(
            "The identifier that GitLab or Forgejo gave the forms, so that people log in with "
            "their account; without it, by a token of their own."
        ),
    )

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if not self.root:
            message = say("Forgejo has no usual address: add “address: https://…”, your forge’s.")
            raise fault("forge-address", message)
        return self

    @property
    def root(self) -> str:
        """Return the address of the forge, without a slash at its end."""
        return (self.address or self.backend.address).rstrip("/")
