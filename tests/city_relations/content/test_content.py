"""Both content folders as records: what is found, what is passed over, what is refused."""

from __future__ import annotations

import pytest

from city_relations.content import read_content
from mistaken import base_at


@pytest.fixture
def root(tmp_path):
    """Copy the small sound site."""
    return base_at(tmp_path / "site")


def test_a_sound_site_is_read_whole(root):
    """Every profile, release and page is a record, in the order of names."""
    content = read_content(root)
    assert content.problems == []
    assert [partner.slug for partner in content.partners] == ["korca", "turin"]
    assert [release.slug for release in content.releases] == [
        "2023-06-10-turin",
        "2024-02-29-korca",
    ]
    assert content.city.name == "Valclair"


def test_what_is_no_content_is_passed_over(root):
    """Guides, pictures and hidden files are no records and no faults."""
    (root / "partners" / "LISEZMOI.md").write_text("# Guide\n")
    (root / "partners" / ".DS_Store").write_bytes(b"\0")
    (root / "partners" / "place.JPG").write_bytes(b"\0")
    content = read_content(root)
    assert (len(content.partners), content.problems) == (2, [])


def test_a_faulty_profile_still_claims_its_name(root):
    """A release about a partner whose profile is faulty is not told to have none."""
    (root / "partners" / "turin.yml").write_text("name: Turin\n")
    content = read_content(root)
    assert [partner.whole for partner in content.partners] == [True, False]
    assert "turin" in content.partner_slugs


def test_nothing_is_raised_by_a_folder_without_a_site(tmp_path):
    """An empty folder is told as such."""
    content = read_content(tmp_path)
    assert (content.city, len(content.problems)) == (None, 1)


@pytest.mark.parametrize(
    ("settings", "rule"),
    [
        (b"site_name: Port-Arden\n", "city-missing"),
        (b"site_name: [" + b"[" * 5_000 + b"\n", "nested-too-deep"),
        (b"# " + b"-" * 300_000 + b"\n", "file-too-heavy"),
        (b"site_name: Chamb\xe9ry\n", "accents-badly-saved"),
    ],
)
def test_why_the_settings_tell_of_no_city_is_said(root, settings, rule):
    """A configuration that cannot be read is told for what it is, not for what it would hold."""
    (root / "mkdocs.yml").write_bytes(settings)
    assert rule in {problem.rule for problem in read_content(root).problems}


@pytest.mark.parametrize(
    ("name", "better"),
    [("L’Été à Turin", "l-ete-a-turin"), ("Œuvres n° 1", "oeuvres-n-1"), ("Korça_2", "korca-2")],
)
def test_a_better_name_is_proposed(root, name, better):
    """A file name that could be no address is told with the one to take."""
    (root / "partners" / "turin.yml").rename(root / "partners" / f"{name}.yml")
    first = read_content(root).problems[0]
    assert (dict(first.text.values), first.line) == ({"name": f"{better}.yml"}, 1)


@pytest.mark.parametrize("name", ["-turin", "turin-", "a" * 65, "nul", "com1", "北京"])
def test_a_name_that_is_no_address_is_refused(root, name):
    """Hyphens outside, long names, names of Windows' devices and other scripts are refused."""
    (root / "partners" / "turin.yml").rename(root / "partners" / f"{name}.yml")
    assert [p.file for p in read_content(root).problems] == [f"partners/{name}.yml"]


@pytest.mark.parametrize(
    "written", ["korca", "Korça", "KORCA", "Korçë", "Ville de Korça", "commune de Korçë"]
)
def test_a_partner_is_called_by_its_names(root, written):
    """A release may call a partner as people do: it then says the partner's short name."""
    file = root / "press_releases/2024/2024-02-29-korca.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("partners: [korca]", f"partners: [{written}, turin]"), "utf-8")
    content = read_content(root)
    assert content.problems == []
    assert content.releases[-1].partners == ("korca", "turin")
    assert content.releases[-1].stem == "2024-02-29-korca"


def test_a_name_of_two_partners_is_left_as_it_is(root):
    """A name that two partners go by means none of them, nor does what merely holds a name."""
    for name, also in (("korca", "Villefranche"), ("turin", "Villefranche")):
        with (root / f"partners/{name}.yml").open("a", encoding="utf-8") as file:
            file.write(f"also_known_as: [{also}]\n")
    called = read_content(root).called
    assert [called(name) for name in ("Villefranche", "Lycée de Turin", "Ville")] == ["", "", ""]


def test_a_partner_is_known_though_its_file_is_misnamed(root):
    """A file name that could be no address hides its partner from no release."""
    (root / "partners" / "korca.yml").rename(root / "partners" / "Korça.yml")
    called = read_content(root).called
    assert [called(name) for name in ("korca", "Ville de Korça", "Korçë")] == ["korca"] * 3


@pytest.mark.parametrize("name", ["mole.HEIC", "mole.jpeg", "scan.TIF"])
def test_a_photo_is_no_text_under_a_wrong_name(root, name):
    """Of a photo beside the texts it is not said that only texts are read."""
    (root / "partners" / name).write_bytes(b"\0")
    assert read_content(root).problems == []


@pytest.mark.parametrize(
    ("name", "text", "better"),
    [
        ("partners/Gênes", "name: Gênes\n", "genes.yml"),
        ("partners/genes.yaml", "", "genes.yml"),
        ("partners/genes.txt", "# Un essai\ncountry: IT\n", "genes.yml"),
        ("partners/liste.txt", "Gênes, un jour.\n", None),
        ("press_releases/2024/2024-05-06-orchestre", "---\ntitle: Oui\n---\n", "…"),
        ("press_releases/2024/2024-05-06-orchestre.ar", "---\ntitle: Oui\n---\n", "….ar"),
        ("press_releases/2024/2024-05-06-orchestre.md.txt", "---\ntitle: Oui\n---\n", "…"),
        ("press_releases/2024/notes", "Une liste.\n", None),
    ],
)
def test_a_text_under_a_wrong_name_is_told(root, name, text, better):
    """What reads as a profile or a release is told its name; another file is only remarked."""
    (root / name).write_text(text, encoding="utf-8")
    (problem,) = read_content(root).problems
    if better and "…" in better:
        better = better.replace("…", "2024-05-06-orchestre") + ".md"
    assert dict(problem.text.values).get("name") == better
    assert (problem.file, problem.remark) == (name, better is None)
