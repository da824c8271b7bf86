"""The editing forms in Chromium, in French, on a folder of the machine and under their policy."""

from __future__ import annotations

import shutil
from http.server import SimpleHTTPRequestHandler

import pytest
from local_folder import PICKED, fill, write_back
from serving import AtTheRoot, served

from building import NOW, ROOT, SAMPLE_CITY
from city_relations import cli
from city_relations.catalog import read_catalog
from city_relations.content import read_content
from city_relations.forms.policy import headers
from city_relations.outputs import forms
from city_relations.published import Copy
from forms_brought import bring_to
from small_city import edition_of, picture

SETTING = "    forms: {backend: gitlab, repository: ville/relations}\n"
WORD = " ajouté"
PATIENCE = 30_000
# What a person sees: French; a clock far from the city's, which must change no date.
FRENCH = {"locale": "fr-FR", "timezone_id": "Pacific/Auckland"}
# The field of each kind of file that gets a word more.
EDITED = {"partners": "seat_name", "press_releases": "title", "pages": "title"}


class UnderTheirPolicy(AtTheRoot):
    """Serves the forms with what the site's servers say with them."""

    told = headers

    def end_headers(self):
        """Send the forms' own policy, and no other."""
        for name, value in self.told.items():
            self.send_header(name, value)
        SimpleHTTPRequestHandler.end_headers(self)


def with_forms(city, folder):
    """Copy a city whose records are tidy, and that says where its forms write."""
    ignored = shutil.ignore_patterns(".*", "_expected", "node_modules")
    for name in ("docs", "partners", "press_releases"):
        shutil.copytree(city / name, folder / name, ignore=ignored)
    text = (city / "mkdocs.yml").read_text(encoding="utf-8")
    before = "    time_zone:"
    (folder / "mkdocs.yml").write_text(text.replace(before, SETTING + before), encoding="utf-8")
    assert cli.main(["tidy", "--yes", "-f", str(folder / "mkdocs.yml")]) == 0
    return bring_to(folder)


@pytest.fixture(scope="module", params=[ROOT, SAMPLE_CITY], ids=["site", "sample"])
def city(request, tmp_path_factory):
    """Return a tidy copy of a city with forms."""
    return with_forms(request.param, tmp_path_factory.mktemp("forms") / "city")


def written_forms(catalog, site):
    """Write the forms of a city into a folder, and return what serves them under their policy."""
    edition = edition_of(catalog)
    for one in forms.outputs(edition):
        (site / one.path).parent.mkdir(parents=True, exist_ok=True)
        content = one.file.read_bytes() if isinstance(one, Copy) else one.content
        (site / one.path).write_bytes(content)
    return type("Told", (UnderTheirPolicy,), {"told": headers(catalog.city.forms)})


@pytest.fixture(scope="module")
def forms_url(city, tmp_path_factory):
    """Yield the address of the forms of a city."""
    site = tmp_path_factory.mktemp("admin")
    with served(site, written_forms(read_catalog(city, NOW), site)) as address:
        yield address


@pytest.fixture
def opened(forms_url, city, new_page):
    """Return a page on which the forms have opened the folder of the city; no error is told."""
    page = new_page(**FRENCH)
    errors = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.add_init_script(PICKED)
    page.goto(f"{forms_url}admin/licences/sveltia-cms.txt")
    fill(page, city)
    page.goto(f"{forms_url}admin/")
    page.get_by_text("Travailler avec un dépôt local").click(timeout=PATIENCE)
    page.get_by_text("Communiqués de presse").first.wait_for(timeout=PATIENCE)
    yield page
    assert errors == []


def entries(city):
    """Yield the kind and the short name of every file that a form opens; translations go along."""
    content = read_content(city)
    for record in content.partners:
        yield "partners", record.slug
    for release in content.releases:
        if not release.translated_into:
            yield "press_releases", release.file.removeprefix("press_releases/")[:-3]
    for page in content.written:
        if not page.translates and not page.eases:
            yield "pages", page.file.removesuffix(".md")


def add_a_word(page, kind, name):
    """Open a record in its form, add a word to one field, save, and wait until it is written."""
    page.evaluate("(hash) => { location.hash = hash; }", f"#/collections/{kind}/entries/{name}")
    field = page.locator(f"[data-key-path={EDITED[kind]}] input:visible").first
    field.wait_for(timeout=PATIENCE)
    field.fill(field.input_value() + WORD)
    page.get_by_role("button", name="Enregistrer", exact=True).click(timeout=PATIENCE)
    page.wait_for_function("() => !location.hash.includes('/entries/')", timeout=PATIENCE)


def facts(record):
    """Return all that a record says, its text included."""
    said = {name: getattr(record, name) for name in type(record).model_fields}
    return {**said, "body": record.document.body.strip()}


def test_every_record_comes_back_with_one_word_more(opened, city, tmp_path):
    """Each record and page, opened and saved with a word more, says that word more and no other.

    What the form wrote passes the check, and dates are those of the city whatever the clock.
    """
    written = tmp_path / "written"
    shutil.copytree(city, written)
    before, edited = read_content(city), list(entries(city))
    for kind, name in edited:
        add_a_word(opened, kind, name)
    changed = write_back(opened, written)
    after = read_content(written)
    assert len(changed) >= len(edited)
    new = {record.file: facts(record) for record in after.records}
    for record in before.records:
        kind = record.file.split("/")[0]
        wanted = facts(record)
        if not getattr(record, "translated_into", ""):
            wanted[EDITED[kind]] = f"{wanted[EDITED[kind]] or ''}{WORD}".strip()
        assert new.pop(record.file) == wanted, record.file
    assert not new
    for old, page in zip(before.written, after.written, strict=True):
        assert page.document.body.strip() == old.document.body.strip()
        fields = dict(old.document.fields)
        if not old.translates and not old.eases:
            fields["title"] += WORD
        assert page.document.fields == fields, old.file
    assert cli.main(["check", "-f", str(written / "mkdocs.yml")]) == 0


def key(page, path):
    """Return where a field of the form is filled in."""
    return page.locator(f'[data-key-path="{path}"]').first


def add(page, path):
    """Add an entry to a list of the form."""
    key(page, path).get_by_role("button", name="Ajouter").last.click(timeout=PATIENCE)


def choose(page, path, value):
    """Choose a value of a closed list, long or short."""
    field = key(page, path)
    field.get_by_role("combobox").click(timeout=PATIENCE)
    page.locator(f'[role=option][value="{value}"]:visible').first.click(timeout=PATIENCE)


def begin(page, kind):
    """Open an empty form."""
    page.evaluate("(hash) => { location.hash = hash; }", f"#/collections/{kind}/new")


def save(page):
    """Save what is in the form, and wait until it is written."""
    page.get_by_role("button", name="Enregistrer", exact=True).click(timeout=PATIENCE)
    page.wait_for_function("() => !location.hash.endsWith('/new')", timeout=PATIENCE)


@pytest.mark.parametrize("city", [SAMPLE_CITY], indirect=True, ids=["sample"])
def test_a_press_officer_needs_no_file(opened, city, tmp_path):
    """A partner and a release with a photograph, by the form alone: they pass the check as written.

    The photograph lies beside the release under a plain name, smaller and as WebP; the release
    has the name it would have had by hand.
    """
    begin(opened, "partners")
    key(opened, "name.en").locator("input").fill("Œuvre-sur-Mer")
    choose(opened, "country", "IT")
    add(opened, "ties")
    choose(opened, "ties.0.kind", "twinning")
    key(opened, "ties.0.since").locator("input").fill("1990")
    save(opened)
    begin(opened, "press_releases")
    key(opened, "title").locator("input").fill("L’été : n° 1 à Œuvre")
    key(opened, "date").locator("input").fill("2026-11-20")
    key(opened, "summary").locator("textarea").fill("Un résumé : « ici ».")
    add(opened, "photos")
    photo = {"name": "Place du marché (1).PNG", "mimeType": "image/png", "buffer": picture()}
    key(opened, "photos.0.file").locator("input[type=file]").first.set_input_files(photo)
    key(opened, "photos.0.alt.en").locator("input").fill("A paved square.")
    key(opened, "photos.0.credit").locator("input").fill("Ville")
    save(opened)
    written = tmp_path / "written"
    shutil.copytree(city, written)
    folder = "press_releases/2026"
    assert write_back(opened, written) == {
        "partners/oeuvre-sur-mer.yml",
        f"{folder}/2026-11-20-l-ete-n-1-a-oeuvre.md",
        f"{folder}/place-du-marche-1.webp",
    }
    release = written / folder / "2026-11-20-l-ete-n-1-a-oeuvre.md"
    release.write_text(release.read_text(encoding="utf-8") + "A text.\n", encoding="utf-8")
    assert cli.main(["check", "-f", str(written / "mkdocs.yml")]) == 0


@pytest.mark.parametrize("city", [SAMPLE_CITY], indirect=True, ids=["sample"])
def test_the_screens_are_for_everybody(opened, axe_source):
    """The list, a form and an empty form break no rule of WCAG 2.1 AA that axe knows."""
    for screen in ("press_releases", "partners/entries/falelagi", "press_releases/new"):
        opened.evaluate("(hash) => { location.hash = hash; }", f"#/collections/{screen}")
        opened.wait_for_timeout(1000)  # what it shows comes bit by bit
        opened.evaluate(axe_source)
        only = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
        found = opened.evaluate("(only) => axe.run(only)", only)
        assert [one["id"] for one in found["violations"]] == [], screen
