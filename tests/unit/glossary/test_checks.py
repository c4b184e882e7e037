"""What is wrong with a glossary as a whole, each finding where its author can mend it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.checks import check
from glossary_tui.glossary.findings import SEVERITIES
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.glossary.readability import is_english, reading_grade
from glossary_tui.paths import bundled_entries
from glossary_tui.reader import read_entries
from glossary_tui.reader.remarks import SEVERITIES as OF_THE_READER

ROOT = Path(__file__).parents[3]
EASY = "A bee is a small bug. It can fly. It has a hive and it makes honey. We like it on bread."
HARD = (
    "Eusocial hymenopterans collectively demonstrate extraordinarily sophisticated organizational "
    "characteristics, and the specialization of individuals is particularly remarkable to the "
    "biologist that investigates communicative behaviours of this population."
)
GERMAN = (
    "Die Biene gehört zu den Hautflüglern, deren außerordentlich vielschichtige Arbeitsteilung "
    "Wissenschaftlerinnen und Wissenschaftler immer wieder in Erstaunen versetzt, und das seit "
    "vielen Jahrzehnten der Verhaltensforschung."
)


@pytest.fixture
def checked(tmp_path):
    """The findings about files given by name: code, file, line, message."""

    def run(files, headings=None):
        for name, text in files.items():
            path = tmp_path / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        glossary = Glossary(read_entries([str(tmp_path)], headings=headings).entries)
        found = check(glossary, LinkGraph(glossary), headings)
        return [(each.code, Path(each.path).stem, each.line, each.message) for each in found]

    return run


def native(title, *, summary=EASY, eli5=EASY, depth="Deep.", related="", head=""):
    return (
        f"---\ntitle: {title}\n{head}---\n### Summary\n{summary}\n### ELI5\n{eli5}\n"
        f"### In-depth explanation\n{depth}\n### Related terms\n{related}\n"
    )


def without(found, *codes):
    return [each for each in found if each[0] not in codes]


def test_a_sound_glossary_has_no_findings(checked):
    assert (
        checked({"bee": native("Bee", related="Wasp"), "wasp": native("Wasp", related="Bee")}) == []
    )


def test_the_bundled_glossary_is_sound():
    glossary = Glossary(read_entries([bundled_entries()]).entries)
    assert check(glossary, LinkGraph(glossary)) == []


def test_links_to_nothing_name_what_is_near(checked):
    found = checked({
        "bee": native("Honey Bee", depth="See [[Wazp]].\nSee [x](honey-bea.md) and [y](gone/).", related="Wasp"),
        "wasp": native("Wasp", related="Hony Bee, Telescope"),
    })  # fmt: skip
    near = "leads to no entry; the nearest is"
    assert found == [
        ("G104", "bee", 1, "No other entry names “Honey Bee”."),
        ("G101", "bee", 9, f"The link to “Wazp” {near} “Wasp”."),
        ("G101", "bee", 10, f"The link to “honey-bea.md” {near} “Honey Bee”."),
        ("G101", "bee", 10, "The link to “gone/” leads to no entry."),
        (
            "G102",
            "wasp",
            11,
            "The related term “Hony Bee” has no entry; the nearest is “Honey Bee”.",
        ),
        ("G102", "wasp", 11, "The related term “Telescope” has no entry."),
    ]


def test_files_beside_an_entry_and_links_out_are_no_links_to_nothing(checked, tmp_path):
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "notes").write_text("x")
    depth = "[a](img/notes) [b](x.png) [c](https://a.b/gone) [d](#part) [e](mailto:a@b.c)"
    assert (
        checked(
            {
                "bee": native("Bee", depth=depth, related="Wasp"),
                "wasp": native("Wasp", related="Bee"),
            }
        )
        == []
    )


def test_a_link_that_may_mean_two_entries(checked):
    found = checked({
        "a/layer": native("Layer"), "b/layer": native("Layer"), "c": native("C", related="Layer"),
    })  # fmt: skip
    assert (
        "G103",
        "c",
        11,
        "“Layer” may mean several entries: Layer (a/layer), Layer (b/layer).",
    ) in found
    clashes = [each for each in found if each[0] == "G105"]
    assert [each[3] for each in clashes] == [
        "“Layer” also names b/layer.", "“Layer” also names a/layer.",
    ]  # fmt: skip


def test_an_alias_that_is_another_entrys_name(checked):
    found = checked({
        "bee": native("Bee", head='tags: [x]\naliases: ["Apis", "wasp"]\n', related="Wasp"),
        "wasp": native("Wasp", related="Bee"),
    })  # fmt: skip
    assert found == [("G105", "bee", 4, "“wasp” also names wasp.")]


def test_orphans_where_entries_name_one_another(checked):
    files = {"bee": native("Bee", related="Wasp"), "wasp": native("Wasp")}
    assert checked(files) == [("G104", "bee", 1, "No other entry names “Bee”.")]


def test_no_orphans_where_nothing_is_linked(checked):
    assert checked({"bee": native("Bee"), "wasp": native("Wasp")}) == []


def test_related_terms_named_twice_and_the_entry_itself(checked):
    found = checked({
        "bee": native("Bee", related="Wasp, Bee, wasps"), "wasp": native("Wasp", related="Bee"),
    })  # fmt: skip
    assert found == [
        ("G110", "bee", 11, "The related term “wasps” is named before."),
        ("G111", "bee", 11, "The entry is among its own related terms: “Bee”."),
    ]


def test_missing_and_empty_views(checked):
    found = checked({
        "a": native("A"), "b": native("B"),
        "c": "---\ntitle: C\n---\n### Summary\nText.\n### In-depth explanation\nText.\n",
        "d": native("D", eli5=""),
        "e": "# E\n\nText above all.\n\n### ELI5\nText.\n\n### Details\nText.\n",
    })  # fmt: skip
    assert found == [
        ("G106", "c", 1, "The entry has no ELI5, as most others do."),
        ("G107", "d", 6, "There is no text below “ELI5”."),
    ]


def test_views_that_nobody_has_are_missed_by_nobody(checked):
    assert checked({name: f"# {name}\n\nText.\n\n## Why\n\nText.\n" for name in "abc"}) == []


def test_headings_of_ones_own_count(checked):
    files = {name: f"---\ntitle: {name}\n---\n## Summary\nText.\n## Over coffee\n" for name in "ab"}
    found = checked(files, {"eli5": ["Over coffee"]})
    assert [each[0] for each in found] == ["G107", "G107"]
    assert [each[2] for each in found] == [6, 6]


def test_an_eli5_that_is_harder_than_the_summary(checked):
    found = checked({
        "bee": native("Bee", summary=EASY, eli5=HARD), "wasp": native("Wasp", summary=HARD, eli5=EASY),
        "biene": native("Biene", summary=EASY, eli5=GERMAN),
        "code": native("Code", summary=EASY, eli5=f"{EASY}\n```\n{HARD}\n```"),
    })  # fmt: skip
    assert found == [("G108", "bee", 7, "The ELI5 is harder to read than the summary.")]


def test_an_overlong_summary(checked):
    found = checked({"bee": native("Bee", summary="We fly. " * 61)})
    assert found == [("G109", "bee", 5, "The summary has 122 words; more than 120 are no summary.")]
    assert checked({"bee": native("Bee", summary="We fly. " * 60)}) == []


def test_english_is_told_from_its_neighbours():
    assert is_english(EASY)
    assert is_english(HARD)
    assert not is_english(GERMAN)
    assert not is_english(
        "De bij is een klein dier dat van bloem naar bloem vliegt en honing maakt."
    )
    assert not is_english("L'abeille est un insecte qui vit dans une ruche et fait du miel.")
    assert not is_english("")
    assert reading_grade(HARD) > 15
    assert reading_grade(EASY) < 4


def test_every_code_is_documented_once_and_means_one_thing():
    page = (ROOT / "docs" / "writing.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(G1\d\d)` \| (\w+) \|", page, flags=re.MULTILINE))
    assert rows == SEVERITIES
    assert not SEVERITIES.keys() & OF_THE_READER.keys()
