"""Which terms a text mentions, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.common_words import COMMON_WORDS
from glossary_tui.glossary.mentions import Mentions
from glossary_tui.model import Entry
from glossary_tui.text.fold import fold
from glossary_tui.text.number import is_same_word


def entry(title, *aliases, entry_id=""):
    return Entry(entry_id or title, title, "x.md", lambda _: (), aliases)


GLOSSARY = Glossary(
    [
        entry("Machine Learning"),
        entry("Learning Rate"),
        entry("Learning Rate Schedule"),
        entry("Fine-Tuning"),
        entry("Occam's Razor"),
        entry("A* Search"),
        entry("C++"),
        entry("C#"),
        entry(".NET"),
        entry("CLIP"),
        entry("GPU", "Graphics Processor"),
        entry("GloVe"),
        entry("ResNet"),
        entry("Model"),
        entry("Garbage In, Garbage Out"),
        entry("Bias (Statistics)"),
        entry("Bias (Neuron)"),
        entry("Resource Description Framework (RDF)"),
        entry("Feed-forward (Neural) Networks"),
        entry("Random Forest", "Forest"),
        entry("Forest"),
        entry("機械学習"),
        entry("木"),
        entry("Café"),
        entry("Node.js"),
        entry("Schema"),
        entry("Cookie"),
        entry("Linear Regression"),
    ]
)
MENTIONS = Mentions(GLOSSARY)


def found(text, **options):
    return [
        (text[each.start : each.end], *[entry.title for entry in each.entries])
        for each in MENTIONS.find(text, **options)
    ]


@pytest.mark.parametrize(
    ("text", "written", "title"),
    [
        ("all of machine learning", "machine learning", "Machine Learning"),
        ("MACHINE-LEARNING", "MACHINE-LEARNING", "Machine Learning"),
        ("a learning\nrate of 0.1", "learning\nrate", "Learning Rate"),
        ("learning_rate=0.1", "learning_rate", "Learning Rate"),
        ("learning rates", "learning rates", "Learning Rate"),
        ("finetuning", "finetuning", "Fine-Tuning"),
        ("fine tuning", "fine tuning", "Fine-Tuning"),
        ("Occam’s razor", "Occam’s razor", "Occam's Razor"),
        ("Occams razor", "Occams razor", "Occam's Razor"),
        ("an A* search.", "A* search", "A* Search"),
        ("in C++, or", "C++", "C++"),
        ("in C#.", "C#", "C#"),
        ("the .NET runtime", ".NET", ".NET"),
        ("CLIPs", "CLIPs", "CLIP"),
        ("many schemas", "schemas", "Schema"),
        ("some cookies", "cookies", "Cookie"),
        ("two GPUs", "GPUs", "GPU"),
        ("the GPU's memory", "GPU", "GPU"),
        ("GloVe vectors", "GloVe", "GloVe"),
        ("a resnet", "resnet", "ResNet"),
        ("garbage in, garbage out", "garbage in, garbage out", "Garbage In, Garbage Out"),
        ("an RDF store", "RDF", "Resource Description Framework (RDF)"),
        ("feed-forward networks", "feed-forward networks", "Feed-forward (Neural) Networks"),
        ("feedforward neural network", "feedforward neural network",
         "Feed-forward (Neural) Networks"),
        ("forests", "forests", "Forest"),
        ("人工知能と機械学習の本", "機械学習", "機械学習"),
        ("cafe\N{COMBINING ACUTE ACCENT}s", "cafe\N{COMBINING ACUTE ACCENT}s", "Café"),
        ("with node.js", "node.js", "Node.js"),
    ],
)  # fmt: skip
def test_a_term_is_found_however_it_is_written(text, written, title):
    assert found(text) == [(written, title)]


@pytest.mark.parametrize(
    "text",
    [
        "to clip the wings", "a glove", "a search", "all of learning. Rate it!", "machine, learning",
        "machine\n\nlearning", "learning rats", "net income", "gpu", "C", "大木", "non-linear regression",
        "machines learn", "the model", "node js",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_term_is_left_alone(text):
    assert found(text) == []


def test_common_words_come_where_everything_is_asked_for():
    assert found("the models", everything=True) == [("models", "Model")]
    assert Mentions(GLOSSARY, common=()).find("the models")
    assert not Mentions(GLOSSARY, common=("Learning rates",)).find("a learning rate")


def test_the_longer_of_two_that_overlap_is_taken():
    assert found("machine learning rate schedule") == [
        ("learning rate schedule", "Learning Rate Schedule")
    ]
    assert found("machine learning rate") == [("machine learning", "Machine Learning")]


def test_a_shared_name_gives_all_that_it_may_mean():
    biased = Mentions(GLOSSARY, common=()).find("the bias")
    assert [each.title for each in biased[0].entries] == ["Bias (Neuron)", "Bias (Statistics)"]


def test_common_words_are_folded_singulars():
    assert [word for word in COMMON_WORDS if fold(word) != word or " " in word] == []


WORDS = ("alpha", "betas", "gamma", "delta", "policy", "boxes")
FORMS = (*WORDS, "beta", "gammas", "policies", "box", "Alpha", "DELTA", "gämma", "of", "non")
SEPARATORS = (" ", "-", "\n", "  ", ", ", ". ", "\n\n", "/")
GLOSSARIES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), max_size=8, unique=True
)
TEXTS = st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(SEPARATORS)), max_size=15).map(
    lambda pieces: "".join(word + separator for word, separator in pieces)
)


def says(written, name):
    """Whether *written* is *name* in some number, by the rules of folding alone."""
    one, other = fold(written).split(), fold(name).split()
    if any(stop in written for stop in (",", ".", "\n\n")):
        return False
    return len(one) == len(other) and all(map(is_same_word, one, other))


@given(GLOSSARIES, TEXTS)
def test_mentions_say_names_do_not_overlap_and_leave_nothing_longer_out(titles, text):
    glossary = Glossary([entry(title) for title in titles])
    mentions = Mentions(glossary, common=()).find(text)
    end = 0
    for each in mentions:
        assert end <= each.start < each.end <= len(text)
        end = each.end
        for named in each.entries:
            assert says(text[each.start : each.end], named.title)
    edges = [at for at in range(len(text)) if text[at].isalnum()]
    starts = [at for at in edges if at == 0 or not text[at - 1].isalnum()]
    ends = [at + 1 for at in edges if at + 1 == len(text) or not text[at + 1].isalnum()]
    for start in starts:
        for stop in ends:
            written = text[start:stop]
            if any(says(written, title) for title in titles) and text[:start][-4:] != "non-":
                assert any(
                    each.start < stop and start < each.end and each.end - each.start >= stop - start
                    for each in mentions
                ), written


@given(st.text(), st.lists(st.text(), max_size=5))
def test_no_text_and_no_name_is_too_odd(text, titles):
    glossary = Glossary([entry(title, entry_id=str(number)) for number, title in enumerate(titles)])
    for each in Mentions(glossary).find(" ".join([text, *titles]), everything=True):
        assert each.entries


@given(st.lists(st.sampled_from(FORMS), min_size=1, max_size=4).map(" ".join))
def test_a_title_alone_is_found_whole(title):
    mentions = Mentions(Glossary([entry(title)]), common=()).find(title)
    assert [(each.start, each.end) for each in mentions] == [(0, len(title))]


@given(GLOSSARIES, TEXTS)
def test_a_long_text_is_read_another_way_to_the_same_end(titles, text):
    names = [*titles, "A* Search", "Lens", "GPU", "機械学習", "Occam's Razor", "C++", "Fine-Tuning"]
    text += "a* searches, lenses and GPUs: 機械学習は Occam’s razor's c++ finetuning; a search"
    glossary = Glossary([entry(title) for title in names])
    short, long = Mentions(glossary), Mentions(glossary)
    assert long.find(f"{text}{' ' * 50_000}") == short.find(text)
