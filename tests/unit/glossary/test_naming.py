"""How one entry names another, and what two share that no links join."""

from __future__ import annotations

import pytest

from glossary_tui.errors import EntryUnreadable
from glossary_tui.glossary import Glossary
from glossary_tui.glossary.common_ground import common_ground
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.glossary.naming import mentioning, naming
from glossary_tui.model import Entry, Link, Section


def entry_of(*texts):
    sections = tuple(
        Section("section", f"S{number}", text, 10 * number) for number, text in enumerate(texts)
    )
    return Entry("e", "E", "e.md", lambda _: sections)


def link(text, line=1, origin="text"):
    return Link(text, text, origin, line)


@pytest.mark.parametrize(
    ("text", "shown", "sentence"),
    [
        ("It is new. A *map* of [features](f) is made. More.", "features", "A map of features is made."),
        ("One line\nand a [second\none](x.md) here.", "second one", "One line and a second one here."),
        ("- first\n- see [b](b), e.g. this\n- last", "b", "see b, e.g. this"),
        ("Is it? [Yes](y), it is!", "Yes", "Yes, it is!"),
        ("Made by **[Ada](ada)** (née Byron).", "Ada", "Made by Ada (née Byron)."),
    ],
)  # fmt: skip
def test_the_sentence_around_a_link(text, shown, sentence):
    found = naming(entry_of(text), link(shown))
    assert found is not None
    assert found.sentence == sentence
    assert found.sentence[found.start : found.end] == shown


def test_the_section_is_the_one_that_the_link_stands_in():
    entry = entry_of("A [star](s) first.", "A [star](s) later.")
    found = naming(entry, link("star", line=12))
    assert found is not None
    assert found.sentence == "A star later."


def test_a_link_of_a_list_or_one_that_is_gone_has_no_sentence():
    def unreadable(entry):
        raise EntryUnreadable(entry.path)

    assert naming(entry_of("A [star](s)."), link("star", origin="related")) is None
    assert naming(entry_of("A [star](s)."), link("moon")) is None
    assert naming(Entry("e", "E", "e.md", unreadable), link("star")) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("None here. All image nets grow. End.", "All image nets grow."),
        ("The `CNN` of **CNNs** is near.", "The CNN of CNNs is near."),
        ("Years:\n- one: Alex\n- two: image net, 3%\n- three", "two: image net, 3%"),
        ("A cnn, imagenets and image-net-like things.", None),
    ],
)
def test_a_sentence_that_uses_a_name(text, sentence):
    other = Entry("o", "Image Net (of Labels)", "o.md", lambda _: (), aliases=("CNN",))
    found = mentioning(entry_of(text), other)
    assert (found and found.sentence) == sentence


def test_nothing_is_mentioned_in_a_file_that_is_gone():
    def unreadable(entry):
        raise EntryUnreadable(entry.path)

    assert mentioning(Entry("e", "E", "e.md", unreadable), entry_of("")) is None


def test_common_ground_is_tags_and_names_without_an_entry():
    glossary = Glossary(
        [
            Entry("a", "A", "", lambda _: (), tags=("x", "y"), links=(link("The Sky", 1, "related"), link("b", 1, "related"))),
            Entry("b", "B", "", lambda _: (), tags=("y", "x"), links=(link("the sky", 1, "related"), link("Sea", 1, "related"))),
        ]
    )  # fmt: skip
    one, other = glossary
    shared = common_ground(LinkGraph(glossary), one, other)
    assert shared == (("x", "y"), ("The Sky",))
