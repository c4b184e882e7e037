"""The bundled glossary keeps what docs/content.md promises: whole, closed, and readable at three depths."""

from __future__ import annotations

import itertools
import os
import re
from collections import Counter, defaultdict
from statistics import median

import pytest
import yaml

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.readability import reading_grade, sentences, words
from glossary_tui.paths import bundled_entries
from glossary_tui.reader import read_entries
from glossary_tui.text.fold import fold, slug

AREAS = {
    "foundations", "learning", "data", "classical-models", "probability-statistics",
    "optimization", "neural-networks", "vision", "language", "large-models", "reinforcement",
    "evaluation", "systems", "society",
}  # fmt: skip
BOUNDS: dict[str, tuple[int, int]] = {
    "summary": (25, 60),
    "eli5": (45, 100),
    "in-depth": (180, 400),
}
"""Words of each view, fewest and most."""
RELATED = (5, 9)
MEDIAN_GRADE, HIGHEST_GRADE = 6.0, 8.0
"""US reading grades of the ELI5 views."""
EVERYDAY = {
    "model", "label", "policy", "feature", "weight", "token", "reward", "environment",
    "attention", "accuracy", "precision", "recall", "momentum", "prompt", "temperature",
    "pruning", "baseline", "privacy", "fairness", "stacking", "pooling", "inception",
    "transparency", "inference", "grounding", "checkpoint", "parsing", "glove", "lime", "coco",
    "clip", "ridge", "agent", "benchmark", "boosting", "latency",
}  # fmt: skip
"""Titles and aliases that are everyday words too, and may stand in another entry's ELI5."""
BOILERPLATE = (
    "in the world of", "plays a crucial role", "plays a vital role", "it is important to note",
    "it's important to note", "in the realm of", "ever-evolving", "a testament to", "delve",
    "game-changer", "cutting-edge", "think of it as", "in today's", "worth noting",
    "simply put", "in conclusion",
)  # fmt: skip
LONG_SENTENCE = 5
"""Words from which on a sentence that stands twice was copied, not met by chance."""

RESULT = read_entries([bundled_entries()])
GLOSSARY = Glossary(RESULT.entries)
VIEWS = {
    entry.id: {str(section.role): section.text for section in entry.sections} for entry in GLOSSARY
}
each_entry = pytest.mark.parametrize("entry", GLOSSARY.entries, ids=lambda entry: entry.id)


def test_every_file_is_read_without_a_remark():
    assert [str(each) for each in RESULT.diagnostics] == []


def test_there_are_entries_and_each_file_is_one():
    files = [name for name in os.listdir(bundled_entries()) if name.endswith(".md")]
    assert len(GLOSSARY) == len(files) >= 30


@each_entry
def test_the_file_is_named_after_the_title(entry):
    assert entry.id == re.sub("[^a-z0-9]+", "-", slug(entry.title.replace("\N{EN DASH}", " ")))


@each_entry
def test_all_three_views_have_their_length(entry):
    counts = {role: len(words(VIEWS[entry.id].get(role, ""))) for role in BOUNDS}
    off = {role: n for role, n in counts.items() if not BOUNDS[role][0] <= n <= BOUNDS[role][1]}
    assert off == {}


@each_entry
def test_the_views_differ_in_kind(entry):
    said = [{fold(each) for each in sentences(VIEWS[entry.id][role])} for role in BOUNDS]
    assert all(not one & other for one, other in itertools.combinations(said, 2))


@each_entry
def test_eli5_reads_easily(entry):
    assert reading_grade(VIEWS[entry.id]["eli5"]) <= HIGHEST_GRADE


def test_eli5_reads_easily_on_the_whole():
    assert median(reading_grade(views["eli5"]) for views in VIEWS.values()) <= MEDIAN_GRADE


def plurals(name):
    """The singular and plural forms of a folded *name* that readers would take for it."""
    return (name, name + ("es" if name.endswith(("s", "x", "z", "ch", "sh")) else "s"))


NAMES = {
    name: entry.id
    for entry in GLOSSARY
    for title in (entry.title, *entry.aliases)
    for name in plurals(fold(title))
    if fold(title) not in EVERYDAY
}
"""Every folded name, singular and plural, and whose it is."""
LONGEST_NAME = max(name.count(" ") for name in NAMES) + 1


@each_entry
def test_eli5_names_no_other_entry(entry):
    own = {fold(name) for name in (entry.title, *entry.aliases)}
    text = f" {fold(VIEWS[entry.id]['eli5'])} "
    for name in sorted(own, key=len, reverse=True):
        text = re.sub(rf" {re.escape(name)}(?:e?s)? ", " # ", text)
    found = text.split()
    phrases = {
        " ".join(found[start : start + length])
        for start in range(len(found))
        for length in range(1, LONGEST_NAME + 1)
    }
    assert sorted(name for name in phrases & NAMES.keys() if NAMES[name] != entry.id) == []


@each_entry
def test_related_terms_lead_to_five_to_nine_other_entries(entry):
    targets = [GLOSSARY.resolve(link.target) for link in entry.related]
    assert None not in targets, [link.target for link in entry.related]
    ids = {target.id for target in targets if target}
    assert len(ids) == len(targets)
    assert entry.id not in ids
    assert RELATED[0] <= len(ids) <= RELATED[1]


def test_every_entry_is_named_by_two_others():
    named = Counter(
        target.id
        for entry in GLOSSARY
        for link in entry.related
        if (target := GLOSSARY.resolve(link.target)) is not None
    )
    assert [entry.id for entry in GLOSSARY if named[entry.id] < 2] == []


def test_no_name_leads_to_two_entries():
    named = defaultdict(set)
    for entry in GLOSSARY:
        for name in (entry.title, *entry.aliases):
            named[fold(name)].add(entry.id)
    assert {name: ids for name, ids in named.items() if len(ids) > 1} == {}


@each_entry
def test_tags_are_areas(entry):
    assert entry.tags
    assert set(entry.tags) <= AREAS


@each_entry
def test_front_matter_is_native_and_references_are_whole(entry):
    with open(entry.path, encoding="utf-8") as file:
        head = yaml.safe_load(file.read().split("---\n")[1])
    assert (head["draft"], head["type"], head["layout"]) == (False, "glossary", "entry")
    for reference in head.get("references", []):
        assert set(reference) == {"title", "authors", "year", "venue"}
        assert 1600 < reference["year"] < 2100


@each_entry
def test_no_markup_that_a_terminal_cannot_show(entry):
    text = " ".join(VIEWS[entry.id][role] for role in BOUNDS)
    assert not re.search(r"\$\S|\\[a-z]+\{|\\frac|\\sum|https?://|doi\.org", text)


@each_entry
def test_no_boilerplate(entry):
    text = " ".join(VIEWS[entry.id].values()).lower()
    assert [phrase for phrase in BOILERPLATE if phrase in text] == []


def test_no_sentence_stands_twice():
    seen = defaultdict(set)
    for entry_id, views in VIEWS.items():
        for role in BOUNDS:
            for sentence in sentences(views[role]):
                if len(words(sentence)) >= LONG_SENTENCE:
                    seen[fold(sentence)].add(entry_id)
    assert {text: ids for text, ids in seen.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("role", BOUNDS)
def test_openings_vary(role):
    openings = Counter(
        " ".join(fold(VIEWS[entry.id][role]).split()[:2])
        for entry in GLOSSARY
        if role == "eli5" or not fold(VIEWS[entry.id][role]).startswith(fold(entry.title))
    )
    opening, times = openings.most_common(1)[0]
    assert times <= max(0.05 * len(GLOSSARY), 3), opening
