"""Links that no author made: which mentions become one."""

from __future__ import annotations

import pytest

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.mentions import Mentions
from glossary_tui.model import Entry
from glossary_tui.tui.markdown import lay_out, parse
from glossary_tui.tui.markdown.linking import link_mentions


def entry(entry_id, title, **fields):
    return Entry(entry_id, title, f"{entry_id}.md", lambda _: (), **fields)


ENTRIES = (
    entry("net", "Neural Network"),
    entry("cnn", "Convolutional Neural Network", aliases=("CNN",)),
    entry("lens", "Lens"),
    entry("layer-a", "Layer"),
    entry("layer-b", "Layer"),
    entry("model", "Model"),
)
GLOSSARY = Glossary(ENTRIES)
MENTIONS = Mentions(GLOSSARY, {"Model"})


def links(text, here="none"):
    """What is shown of each link, and where it leads."""

    def meant(entries):
        return () if here in {each.id for each in entries} else entries

    blocks = link_mentions(parse(text), MENTIONS.find, GLOSSARY.candidates, meant)
    return [
        (link.text, link.target, link.exact)
        for link in lay_out(blocks, 60).links
        if link.exact or link.target != "http://example.org/"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A lens.", [("lens", "lens", True)]),
        ("Convolutional neural networks!", [("Convolutional neural networks", "cnn", True)]),
        ("A lens, and a lens again.", [("lens", "lens", True)]),
        ("One layer.", [("layer", "layer", False)]),
        ("One layer, then a layer.", [("layer", "layer", False)]),
        ("A model.", []),
        ("`lens` and ![lens](x.png)", []),
        ("# Lens\n\nglass", []),
        ("```\nlens\n```", []),
        ("| lens |\n|---|\n| a lens |", [("lens", "lens", True)]),
        ("- a *len*s\n- the **lens**", [("lens", "lens", True)]),
        ("a **neural** network", [("neural network", "net", True)]),
        ("neural `x` network", []),
        ("> a CNN", [("CNN", "cnn", True)]),
        ("[a lens](http://example.org/)", []),
    ],
)
def test_which_mentions_become_links(text, expected):
    assert links(text) == expected


def test_an_author_s_own_link_counts_as_the_first_mention_wherever_it_stands():
    assert links("A lens, see [it](lens.md).") == [("it", "lens.md", False)]


def test_an_entry_does_not_lead_to_itself():
    assert links("A lens of a CNN.", here="lens") == [("CNN", "cnn", True)]
    assert links("This layer.", here="layer-a") == []


def test_nothing_moves_when_links_come():
    text = "A lens, a **neural** network `lens` and [a link](x)\n\n- CNN\n- lens"

    def words(blocks):
        return ["".join(piece.text for piece in line) for line in lay_out(blocks, 17).lines]

    blocks = parse(text)
    linked = link_mentions(blocks, MENTIONS.find, GLOSSARY.candidates, lambda found: found)
    assert words(linked) == words(blocks)
    assert linked != blocks
