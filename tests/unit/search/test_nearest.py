"""What is offered where nothing is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.glossary import Glossary
from glossary_tui.model import Entry
from glossary_tui.search.columns import Columns
from glossary_tui.search.nearest import nearest, nearest_indexed


def entry(title, *aliases):
    return Entry(title.lower(), title, "", lambda _: (), aliases)


GLOSSARY = Glossary([entry("Label"), entry("Layer", "Stratum"), entry("Transformer")])


def test_the_nearest_name_is_first():
    assert nearest(GLOSSARY, "lobehl")[0].title == "Label"
    assert nearest(GLOSSARY, "stratos")[0].title == "Layer"


def test_an_entry_stands_once_and_no_more_than_asked_for():
    assert [each.title for each in nearest(GLOSSARY, "laber")] == ["Label", "Layer"]
    assert len(nearest(GLOSSARY, "laber", limit=1)) == 1


def test_what_shares_next_to_nothing_is_not_near():
    assert nearest(GLOSSARY, "qqqq") == ()
    assert nearest(Glossary([]), "x") == ()


@given(st.text())
def test_any_text_is_answered(text):
    assert len(nearest(GLOSSARY, text)) <= 3


_NAMES = st.text(alphabet="abé -(+ß", min_size=1, max_size=12).filter(str.strip)


@given(st.lists(st.tuples(_NAMES, st.lists(_NAMES, max_size=2)), min_size=1, max_size=12), _NAMES)
def test_the_index_offers_the_same(named, text):
    entries = [
        Entry(f"{at}", title, "", lambda _: (), tuple(aliases))
        for at, (title, aliases) in enumerate(named)
    ]
    glossary = Glossary(entries)
    for limit in (1, 5):
        indexed = nearest_indexed(glossary, Columns(glossary), text, limit)
        assert indexed == nearest(glossary, text, limit)


def test_of_very_many_names_those_are_compared_that_begin_alike(monkeypatch):
    from glossary_tui.search import nearest as module

    columns = Columns(GLOSSARY)
    assert [each.title for each in nearest_indexed(GLOSSARY, columns, "xabel")] == [
        "Label",
        "Layer",
    ]
    monkeypatch.setattr(module, "_ALL", 2)
    assert nearest_indexed(GLOSSARY, columns, "xabel") == ()
    assert nearest_indexed(GLOSSARY, columns, "lxbxl")[0].title == "Label"
    assert nearest_indexed(Glossary([]), Columns(Glossary([])), "a") == ()
