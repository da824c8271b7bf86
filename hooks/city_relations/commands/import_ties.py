"""`relations import ties`: makes drafts of profiles from a table of ties."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from city_relations.author_files import Refused as RefusedFile
from city_relations.catalog import local
from city_relations.commands.call import Call, Refused
from city_relations.content import Content, read_content
from city_relations.content.canonical_form import Tidied, tidied_text
from city_relations.content.city_time import facts_of
from city_relations.documents.yaml_reader import read_yaml
from city_relations.importing.ties.claims import Claim, Unread, claim_of
from city_relations.importing.ties.comparing import MATTERS, Difference, Known, differences
from city_relations.importing.ties.headers import NO_NAME, Held, held_by, meant_column
from city_relations.importing.ties.profiles import file_of, profile_text
from city_relations.importing.ties.tables import READ, Table, read_table
from city_relations.language.words import Text, Words, say, say_n
from city_relations.problems import harmless
from city_relations.schema.partner import Partner
from city_relations.store import write

MOST = 200  # lines of one kind that are told
NO_PARTNER = say("a row that names no partner: where cells are merged, write the name in each")
TWO = say("the name of several profiles: write the country or the Wikidata number")
NO_ADDRESS = say("a name in no Latin letters, or of a profile that is there: write it by hand")
NO_COUNTRY = say("a new partner without a country: write it in the table")
NOT_ACCEPTED = say("the check would not accept it: write it by hand")


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    table_arguments(parser, words)
    parser.add_argument("--yes", action="store_true", help=words(say("ask nothing")))


def table_arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare which table is meant, and how it is read."""
    parser.add_argument(
        "file",
        type=Path,
        metavar=words(say("FILE")),
        help=words(say("a table of ties: {forms}", forms=READ)),
    )
    parser.add_argument(
        "--columns",
        type=Path,
        metavar=words(say("FILE")),
        help=words(say("a YAML file that says what each column holds: “Ville jumelle: name”")),
    )


@dataclass
class _Account:
    """What became of the cells of a table, and of its rows.

    `taken`, `same` and `left` count cells: all that say something under a header.
    """

    taken: int = 0
    same: int = 0
    left: int = 0
    listed: list[Unread] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    differing: list[Difference] = field(default_factory=list)


def run(call: Call) -> int:
    """Write a draft for each partner that has no profile, and account for every cell."""
    content = sound_content(call)
    table, claims = read_claims(call, content, asks=not call.options.yes)
    work = _Import(call, content, table, local(content, call.now))
    for group in call.progress.over(say("Writing the profiles"), work.sort(claims)):
        work.write(group)
    call.tell(*_told(call, table, work.account))
    return 0


def sound_content(call: Call) -> Content:
    """Return the record a table is held against. Raises Refused for one that has problems."""
    content = read_content(call.root, call.settings, call.progress)
    if content.city is None or content.problems:
        raise Refused(say("the record has problems: run “relations check” first."))
    return content


def read_claims(call: Call, content: Content, *, asks: bool) -> tuple[Table, list[Claim]]:
    """Return the table that is meant, and each of its rows as a claim. Raises Refused."""
    try:
        table = read_table(call.options.file)
    except RefusedFile as error:
        name = harmless(call.options.file.name)
        raise Refused(say("{whole}: {part}", whole=name, part=error.text)) from None
    columns = held_by(table.headers) | _declared(call.options.columns, table)
    if asks and call.ask:
        columns |= _asked(call, table, columns)
    if Held.NAME not in columns.values():
        raise Refused(NO_NAME)
    facts = facts_of(content.city)
    rows = call.progress.over(say("Reading the rows"), table.rows)
    return table, [claim_of(row, columns, facts) for row in rows]


def _declared(path: Path | None, table: Table) -> dict[str, Held]:
    """Read what a file says of the columns: a header, a colon, what the column holds."""
    if path is None:
        return {}
    try:
        told = read_yaml(path.read_text(encoding="utf-8"), path.name).fields
    except (OSError, UnicodeDecodeError):
        raise Refused(say("{file} cannot be read.", file=harmless(path.name))) from None
    found = {}
    for header, word in told.items():
        held = meant_column(str(word))
        if header not in table.headers or held is None:
            raise Refused(
                say(
                    "{file}: “{value}” is not understood; the columns of the table are {headers}, "
                    "and each holds one of {choices}.",
                    file=harmless(path.name),
                    value=harmless(f"{header}: {word}"),
                    headers=harmless(", ".join(table.headers)),
                    choices=", ".join(Held),
                )
            )
        found[header] = held
    return found


def _asked(call: Call, table: Table, columns: dict[str, Held]) -> dict[str, Held]:
    """Ask in plain words what each column holds of which the header says nothing."""
    found: dict[str, Held] = {}
    for header in table.headers:
        seen = [row.cells[header] for row in table.rows if header in row.cells][:3]
        if header in columns or not seen or call.ask is None:
            continue
        question = say(
            "What does the column “{header}” hold ({examples})? {choices}, or nothing:",
            header=harmless(header),
            examples=harmless(", ".join(seen)),
            choices=", ".join(call.words(one.label) for one in Held),
        )
        held = meant_column(call.ask(call.words(question) + " "))
        if held and held not in (*columns.values(), *found.values()):
            found[header] = held
    return found


@dataclass
class _Import:
    """The import of a table on a day."""

    call: Call
    content: Content
    table: Table
    today: date
    account: _Account = field(default_factory=_Account)

    def sort(self, claims: Sequence[Claim]) -> list[list[Claim]]:
        """Return the claims of new partners, those of one together; account for the others."""
        known, met = Known(self.content.partners), dict[object, Claim]()
        new: dict[object, list[Claim]] = {}
        for claim in self.call.progress.over(say("Matching the rows"), claims):
            self.account.listed += claim.unread
            self.account.left += len({one.header for one in claim.unread} - set(claim.taken))
            found = known.meant(claim) if claim.name else ()
            if not claim.name or len(found) > 1:
                self.leave(claim, TWO if claim.name else NO_PARTNER)
            elif (first := met.setdefault(claim.key, claim)) is not claim:
                self.leave(claim, _same(claim, first))
            elif found:
                self.compare(claim, found)
            else:
                new.setdefault(claim.partner_key, []).append(claim)
        return list(new.values())

    def compare(self, claim: Claim, found: tuple[Partner, ...]) -> None:
        """Account for a claim of which there is a profile."""
        differing = [one for one in differences([claim], found, self.today) if one.row]
        self.account.differing += differing
        self.account.same += len(claim.taken) - len(differing)
        self.account.left += len(differing)

    def leave(self, claim: Claim, why: Text) -> None:
        """List what a row said that was taken nowhere."""
        said = claim.name or ", ".join(claim.taken)
        self.account.listed.append(Unread(claim.row, "", said, why))
        self.account.left += len(claim.taken)

    def write(self, group: Sequence[Claim]) -> None:
        """Write the draft of one partner; one that the check would refuse is listed."""
        slug = file_of(group[0], self.content.master, set(self.content.files))
        file = f"partners/{slug}.yml"
        read_in = [self.call.words(self.where(claim.row)) for claim in group]
        text = profile_text(group, read_in, self.today)
        found = tidied_text(text, file, self.content.city)
        if why := self.why_not(group, slug, found):
            for claim in group:
                self.leave(claim, why)
            return
        write(self.call.root / file, (found.new if found else text).encode("utf-8"))
        self.content.files.append(file)
        self.account.written.append(file)
        self.account.taken += sum(len(claim.taken) for claim in group)

    def why_not(self, group: Sequence[Claim], slug: str, found: Tidied | None) -> Text | None:
        """Say why no draft is written of what a table says of a partner."""
        if not slug:
            return NO_ADDRESS
        if not any(claim.country for claim in group):
            return NO_COUNTRY
        return None if found else NOT_ACCEPTED

    def where(self, row: int) -> Text:
        """Say in which row of which file a fact was read, and when."""
        day = self.today.isoformat()
        return say("{file}, row {row}, read on {day}", file=self.table.name, row=row, day=day)


def _same(claim: Claim, first: Claim) -> Text:
    """Say of a row that it tells a tie that another told before."""
    if claim.said == first.said:
        return say("the same as row {row}: taken once", row=first.row)
    return say("the same tie as row {row}: what it says beyond is not taken", row=first.row)


def _told(call: Call, table: Table, account: _Account) -> Iterator[Text | str]:
    yield say_n("{n} row read.", "{n} rows read.", len(table.rows))
    yield from _first([say("Written: {file}, a draft.", file=one) for one in account.written])
    yield from difference_lines(account.differing, call.words)
    yield from unread_lines(table, account.listed, call.words)
    yield say(
        "Cells: {taken} taken, {same} as in the record already, {listed} listed above.",
        taken=account.taken,
        same=account.same,
        listed=account.left,
    )


def unread_lines(table: Table, listed: Sequence[Unread], words: Words) -> Iterator[Text | str]:
    """Say what of a table was not taken, or is to be verified, a line each."""
    if listed or table.remarks:
        yield say("Not taken, or to verify:")
    yield from _first([f"  - {words(_remark(why, said))}" for why, said in table.remarks])
    yield from _first([f"  - {words(_unread(one))}" for one in listed])


def _remark(why: Text, said: str) -> Text:
    return say("{whole}: {part}", whole=why, part=harmless(said))


def _unread(one: Unread) -> Text:
    where = (
        say("row {row}", row=one.row)
        if not one.header
        else say("row {row}, {header}", row=one.row, header=harmless(one.header))
    )
    return say("{where}: “{words}”: {why}", where=where, words=harmless(one.words), why=one.why)


def difference_lines(found: Sequence[Difference], words: Words) -> Iterator[Text | str]:
    """Say where a table and the record differ, a line a difference."""
    told = []
    for one in found:
        said = say("{whole}: {part}", whole=harmless(one.partner), part=MATTERS[one.matter])
        sides = " ≠ ".join(filter(None, (harmless(one.here), harmless(one.there))))
        at = words(say("row {row}", row=one.row)) if one.row else ""
        more = ", ".join(filter(None, (sides, at)))
        told.append(words(said) + (f" ({more})" if more else ""))
    yield from _first(told)


def _first(lines: Sequence[Text | str]) -> Iterator[Text | str]:
    """Yield the first lines, and how many more there are."""
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield say("… and {n} more.", n=len(lines) - MOST)
