"""Rules of style sheets that are parsed once: what is kept is what would be parsed."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
import textual.widgets
from textual.app import App
from textual.css.parse import parse
from textual.css.stylesheet import Stylesheet
from textual.css.tokenize import tokenize_values
from textual.layout import Layout
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

import glossary_tui.tui
from glossary_tui.paths import cache_folder
from glossary_tui.tui.sheets import KeptSheet
from glossary_tui.tui.sheets.coding import Unkept, coded, decoded
from glossary_tui.tui.themes import THEMES, with_own_variables
from glossary_tui.workspace.cache.container import Container, Damaged

OWN = {
    str(path.name): path.read_text(encoding="utf-8")
    for path in Path(glossary_tui.tui.__file__).parent.rglob("*.tcss")
}
TEXTUALS = {
    widget.__name__: widget.DEFAULT_CSS
    for widget in (
        *(getattr(textual.widgets, name) for name in vars(textual.widgets)["__all__"]),
        App, Screen, ModalScreen, Widget,
    )
    if "DEFAULT_CSS" in vars(widget)
}  # fmt: skip
VARIABLES = with_own_variables(
    {**App().get_css_variables(), **THEMES[0].to_color_system().generate(), **THEMES[0].variables}
)


def parsed(css, scope="", **options):
    """The rules of a text by Textual's own parser."""
    sheet = Stylesheet(variables=VARIABLES)
    sheet.add_source(css, ("a sheet", ""), scope=scope, **options)
    return sheet.rules


def plain(thing):
    """All that *thing* is made of, to be compared; but for how often it was changed."""
    if is_dataclass(thing):
        names = {each.name for each in fields(thing)} - {"_updates"}
        return type(thing), {name: plain(getattr(thing, name)) for name in names}
    if isinstance(thing, Layout):
        return type(thing)
    if isinstance(thing, dict):
        return {name: plain(value) for name, value in thing.items()}
    if isinstance(thing, (list, tuple)):
        return type(thing), [plain(each) for each in thing]
    return type(thing), thing


@pytest.mark.parametrize("name", OWN)
def test_every_sheet_of_the_program_is_kept_as_it_was_parsed(name):
    rules = parsed(OWN[name])
    assert plain(decoded(coded(rules))) == plain(rules)
    assert [rule.css for rule in decoded(coded(rules))] == [rule.css for rule in rules]


def test_what_textual_brings_is_kept_as_it_was_parsed_or_not_at_all():
    unkept = set()
    for name, css in TEXTUALS.items():
        rules = parsed(css, name, is_default_css=True, tie_breaker=-3)
        try:
            assert plain(decoded(coded(rules))) == plain(rules), name
        except Unkept:
            unkept.add(name)
    assert not unkept & {"App", "Screen", "Widget", "ModalScreen", "Input", "Static"}
    assert len(unkept) < len(TEXTUALS) // 2


@pytest.mark.parametrize(
    "css", ["A { offset: 3 50%; }", "A { hatch: left red; }", "A { transition: offset 1s; }"]
)
def test_an_uncommon_rule_is_kept_as_it_was_parsed_or_not_at_all(css):
    rules = parsed(css)
    try:
        assert plain(decoded(coded(rules))) == plain(rules)
    except Unkept:
        pass
    else:
        assert rules


@pytest.fixture
def parses(monkeypatch):
    """The texts that Textual's parser has been given."""
    given = []

    def noting(scope, css, *arguments, **options):
        given.append(css)
        return parse(scope, css, *arguments, **options)

    monkeypatch.setattr("textual.css.stylesheet.parse", noting)
    return given


def sheet_of(*texts, variables=VARIABLES):
    """A sheet of *texts*, its rules asked for and kept."""
    sheet = KeptSheet()
    sheet.set_variables(variables)
    for number, text in enumerate(texts):
        sheet.add_source(text, (f"sheet {number}", ""))
    assert [rule.css for rule in sheet.rules] == [
        rule.css for text in texts for rule in textual_rules(text, variables)
    ]
    sheet.keep()
    return sheet


def textual_rules(text, variables):
    """The rules of *text* by Textual itself, out of sight of the counting."""
    tokens = tokenize_values(variables)
    return list(parse("", text, ("", ""), variable_tokens=tokens))


ONE, TWO = "A { color: $accent; }", "B > C:focus { width: 1fr; border: round red; }"


def test_a_second_start_parses_nothing(parses):
    sheet_of(ONE, TWO)
    assert parses == [ONE, TWO]
    sheet_of(ONE, TWO)
    assert parses == [ONE, TWO]


def test_only_a_changed_text_is_parsed_anew_and_the_others_stay_known(parses):
    sheet_of(ONE, TWO)
    sheet_of(ONE, "B { width: 2; }")
    sheet_of(TWO)
    assert parses == [ONE, TWO, "B { width: 2; }"]


def test_other_colours_are_other_rules(parses):
    sheet_of(ONE)
    sheet_of(ONE, variables={**VARIABLES, "accent": "#ff0000"})
    sheet_of(ONE)
    assert parses == [ONE, ONE]


def kept_files():
    return [path for path in Path(cache_folder(), "interface").iterdir() if path.is_file()]


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_a_damaged_file_is_not_believed(parses, at):
    sheet_of(ONE, TWO)
    (file,) = kept_files()
    data = bytearray(file.read_bytes())
    data[at * len(data) // 100] ^= 0x55
    file.write_bytes(data)
    sheet_of(ONE, TWO)
    assert parses == [ONE, TWO, ONE, TWO]


def test_a_file_cut_short_is_not_believed(parses):
    sheet_of(ONE, TWO)
    (file,) = kept_files()
    file.write_bytes(file.read_bytes()[:-20])
    sheet_of(ONE, TWO)
    assert parses == [ONE, TWO, ONE, TWO]


def test_nothing_is_kept_where_nothing_can_be_written(parses):
    Path(cache_folder()).parent.mkdir(parents=True, exist_ok=True)
    Path(cache_folder()).write_text("no folder", encoding="utf-8")
    sheet_of(ONE)
    sheet_of(ONE)
    assert parses == [ONE, ONE]


def test_what_is_kept_belongs_to_the_colours_that_it_was_parsed_for(parses):
    sheet = KeptSheet()
    sheet.set_variables(VARIABLES)
    sheet.add_source(ONE, ("sheet", ""))
    assert sheet.rules
    keep = sheet.keeping()
    sheet.set_variables({**VARIABLES, "accent": "#ff0000"})
    sheet.parse()
    keep()
    parses.clear()
    sheet_of(ONE)
    assert parses == []
    sheet_of(ONE, variables={**VARIABLES, "accent": "#ff0000"})
    assert parses == [ONE]


def test_a_part_that_is_damaged_in_the_meantime_is_left_out(parses, monkeypatch):
    sheet_of(ONE)
    sheet = KeptSheet()
    sheet.set_variables(VARIABLES)
    sheet.add_source(TWO, ("sheet", ""))
    assert sheet.rules

    def damaged(_container, name):
        raise Damaged(name)

    with monkeypatch.context() as patch:
        patch.setattr(Container, "part", damaged)
        sheet.keep()
    kept = Container.open(str(kept_files()[0]), sheet._key)
    assert kept is not None
    assert [*kept.names] == [f" 0 0\n{TWO}"]


def test_what_sheets_under_work_leave_behind_goes(parses):
    for number in range(120):
        sheet_of(f"A {{ width: {number}; }}")
    (file,) = kept_files()
    assert file.stat().st_size < 120 * 500
