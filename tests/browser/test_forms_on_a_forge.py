"""The editing forms on a forge, in Chromium and in French: the sound way, and what goes wrong."""

from __future__ import annotations

import io
import os
import shutil

import pytest
from forge import TOKEN, a_forge
from local_folder import FOLDERS
from PIL import Image
from serving import served
from test_forms import FRENCH, PATIENCE, facts, written_forms

from building import NOW
from city_relations import cli
from city_relations.catalog import read_catalog
from city_relations.commands.guide import PAGES
from city_relations.content import read_content
from forms_brought import bring_to
from small_city import CONFIGURATION, release, write_city

RELEASE = "press_releases/2024/2024-05-19-turin.md"
PLACE = "#/collections/press_releases/entries/2024/2024-05-19-turin"
NEW = "Un jumelage fêté ici"
# What the guide's pictures show beside it, by day.
OTHERS = {
    "2024-09-06": "Une délégation de Turin visite le port",
    "2025-03-21": "Trente lycéens partent pour Turin",
    "2025-11-14": "La charte du jumelage a soixante-huit ans",
    "2026-02-03": "Un marché turinois sur les quais",
}


def tidy(root, setting):
    """Write the small city with forms, tidied, and what draws them."""
    before = "    time_zone:"
    told = CONFIGURATION.replace(before, f"    forms: {setting}\n{before}")
    others = {
        f"press_releases/{day[:4]}/{day}-turin.md": release(title, day)
        for day, title in OTHERS.items()
    }
    write_city(root, others, settings=told)
    assert cli.main(["tidy", "--yes", "-f", str(root / "mkdocs.yml")]) == 0
    return bring_to(root)


def content_of(root):
    """Return what the forge keeps of a city: its files by path."""
    found = [file for name in FOLDERS for file in (root / name).rglob("*") if file.is_file()]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in found}


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Yield a forge, the city it keeps, and the address of the forms that write there."""
    root = tmp_path_factory.mktemp("forge") / "city"
    with a_forge({}) as (forge, address):
        setting = "{backend: forgejo, repository: ville/relations, application: the-forms, "
        tidy(root, f"{setting}address: '{address}'}}")
        site = tmp_path_factory.mktemp("admin")
        handler = written_forms(read_catalog(root, NOW), site)
        with served(site, handler) as forms:
            yield forge, root, f"{forms}admin/"


@pytest.fixture
def forge(kept):
    """Return the forge with what the city wrote, and nothing else."""
    found, root, _ = kept
    found.files, found.commits, found.dead = content_of(root), [], False
    return found


@pytest.fixture
def page(kept, new_page):
    """Return a page on which the forms ask who is there."""
    opened = new_page(**FRENCH)
    opened.goto(kept[2])
    return opened


def enter_by_token(page, token):
    """Give the forms a token."""
    page.get_by_role("button", name="jeton d’accès").click(timeout=PATIENCE)
    asked = page.get_by_role("alertdialog")
    asked.get_by_role("textbox").fill(token)
    asked.get_by_role("button", name="Se connecter").click()


def change(page, text):
    """Open the release and write its title anew."""
    page.get_by_text("Communiqués de presse").first.wait_for(timeout=PATIENCE)
    page.evaluate("(hash) => { location.hash = hash; }", PLACE)
    field = page.locator("[data-key-path=title] input:visible").first
    field.wait_for(timeout=PATIENCE)
    field.fill(text)
    return field


def save(page):
    """Ask for what is written to be saved."""
    page.get_by_role("button", name="Enregistrer", exact=True).click(timeout=PATIENCE)


def test_whoever_is_let_in_writes_to_the_forge(kept, forge, page, tmp_path):
    """By their account a person is let in; a word changed is a commit of that file, and passes."""
    with page.expect_popup():
        page.get_by_role("button", name="Forgejo").click(timeout=PATIENCE)
    change(page, NEW)
    save(page)
    page.wait_for_function("() => !location.hash.includes('/entries/')", timeout=PATIENCE)
    (commit,) = forge.commits
    assert [file["path"] for file in commit["files"]] == [RELEASE]
    assert commit["branch"] == "main"
    assert commit["message"] == "Modifie 2024-05-19-turin par le formulaire"
    written = tmp_path / "written"
    shutil.copytree(kept[1], written)
    before = {one.file: facts(one) for one in read_content(written).records}
    (written / RELEASE).write_bytes(forge.files[RELEASE])
    after = {one.file: facts(one) for one in read_content(written).records}
    assert after == {**before, RELEASE: {**before[RELEASE], "title": NEW}}
    assert cli.main(["check", "-f", str(written / "mkdocs.yml")]) == 0


def test_what_goes_wrong_is_said_and_nothing_is_lost(forge, page):
    """A bad token, a cut line and another's change are told; what was written is there, and kept.

    Nothing is sent over what another person saved meanwhile before one says so.
    """
    enter_by_token(page, "a-bad-token")
    page.get_by_text("Le jeton fourni n’est pas valide").wait_for(timeout=PATIENCE)
    enter_by_token(page, TOKEN)
    field = change(page, NEW)
    forge.dead = True
    save(page)
    dialog = page.get_by_role("alertdialog")
    dialog.get_by_text("Une erreur s’est produite lors de l’enregistrement").wait_for()
    dialog.get_by_role("button", name="OK").click()
    assert (field.input_value(), forge.commits) == (NEW, [])
    forge.dead = False
    other = forge.files[RELEASE] = forge.files[RELEASE].replace(b"Un texte", b"Un autre texte")
    save(page)
    dialog.get_by_text("Entry Changed by Someone Else").wait_for(timeout=PATIENCE)
    assert (field.input_value(), forge.files[RELEASE]) == (NEW, other)
    dialog.get_by_role("button", name="Save Anyway").click()
    page.wait_for_function("() => !location.hash.includes('/entries/')", timeout=PATIENCE)
    assert NEW in forge.files[RELEASE].decode()


@pytest.mark.usefixtures("forge")
def test_the_guide_shows_the_real_screens(page):
    """The guide's pictures are as large as the screens they show; BLESS=1 takes them anew."""
    enter_by_token(page, TOKEN)
    page.get_by_text("Communiqués de presse").first.wait_for(timeout=PATIENCE)
    screens = {
        "list": ("#/collections/press_releases", OTHERS["2026-02-03"]),
        "record": (PLACE, "Enregistrer"),
    }
    for name, (place, seen) in screens.items():
        page.evaluate("(hash) => { location.hash = hash; }", place)
        page.get_by_text(seen).first.wait_for(timeout=PATIENCE)
        page.wait_for_timeout(1000)  # what it shows comes bit by bit
        taken = Image.open(io.BytesIO(page.screenshot()))
        kept = PAGES / f"forms-{name}.webp"
        if os.environ.get("BLESS"):
            taken.convert("RGB").save(kept, quality=70, method=6)
        with Image.open(kept) as shown:
            assert shown.size == taken.size, "BLESS=1 takes them anew"
