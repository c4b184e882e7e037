"""From an entry to a question: the only place where study reads the text of entries."""

from __future__ import annotations

from functools import lru_cache
from random import Random

from glossary_tui.errors import EntryUnreadable
from glossary_tui.model.entry import VIEWS
from glossary_tui.study.distractors import (
    WRONG_DEFINITIONS,
    related_and_not,
    wrong_terms,
)
from glossary_tui.study.grading import grade
from glossary_tui.study.homes import Homes
from glossary_tui.study.masks import (
    masked,
    name_words,
    plain_names,
    secret,
    shown_share,
    without_parenthesis,
)
from glossary_tui.study.question import Question
from glossary_tui.text.distance import slips
from glossary_tui.text.fold import fold
from glossary_tui.text.plain import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary_tui.glossary import Glossary
    from glossary_tui.glossary.links import LinkGraph
    from glossary_tui.model import Entry, Section
    from glossary_tui.study.card import CardId, TermId
    from glossary_tui.study.grading import Grade

SHOWN_AT_LEAST = 0.4
"""The share of a text's words that a mask must leave for it to be a question."""


class Asker:
    """Makes questions of a glossary's entries.

    *home_of* gives the glossary and the id that an entry's progress is kept under. The same card
    asked for the same time is the same question, on any machine.
    """

    def __init__(
        self, glossary: Glossary, graph: LinkGraph, home_of: Callable[[Entry], tuple[str, str]]
    ) -> None:
        self.glossary = glossary
        self.graph = graph
        self._homes = Homes(glossary, home_of)

    def entry(self, term: TermId) -> Entry | None:
        """The entry of *term*, if it is open."""
        return self._homes.entry(term)

    def ask(self, card: CardId, times: int) -> Question | None:
        """The question of *card*, asked before as often as *times* says.

        None where the entry has gone or has not what this kind needs.
        """
        entry = self.entry(card.term)
        if entry is None:
            return None
        try:
            sections = entry.sections
        except EntryUnreadable:
            return None
        views = {each.role: each for each in sections if each.text.strip()}
        reveals = tuple(views[role] for role in VIEWS if role in views)
        if not reveals:
            return None
        random = Random(f"{card.entry}\0{card.kind}\0{times}")
        match card.kind:
            case "meaning":
                return Question("meaning", entry, entry.title, reveals)
            case "name":
                return self._name(entry, reveals)
            case "choice":
                return self._choice(entry, reveals, random)
            case "related":
                return self._related(entry, reveals, random)

    def _name(self, entry: Entry, reveals: tuple[Section, ...]) -> Question | None:
        texts = self._masked(entry, reveals)
        if not texts:
            return None
        prompt, hint = texts[0], texts[1] if len(texts) > 1 else ""
        return Question("name", entry, prompt, reveals, hint, accepted(entry))

    @lru_cache(maxsize=1024)  # noqa: B019 # as below
    def _masked(self, entry: Entry, reveals: tuple[Section, ...]) -> tuple[str, ...]:
        """Summary and ELI5 without the term, as far as enough of them is left."""
        hidden = secret(entry, *plain_names((entry.title, *entry.aliases)))
        found = []
        for section in reveals:
            if section.role in ("summary", "eli5"):
                text = plain_text(section.text)
                shown = masked(text, hidden)
                if shown_share(shown, text) >= SHOWN_AT_LEAST:
                    found.append(shown)
        return tuple(found)

    def _choice(
        self, entry: Entry, reveals: tuple[Section, ...], random: Random
    ) -> Question | None:
        texts = self._masked(entry, reveals)
        if not texts:
            return None
        wrong = wrong_terms(self.glossary, self.graph, entry, texts[0], random)
        if len(wrong) < WRONG_DEFINITIONS:
            return None
        return _with_options(Question("choice", entry, texts[0], reveals), entry, wrong, random)

    def _related(
        self, entry: Entry, reveals: tuple[Section, ...], random: Random
    ) -> Question | None:
        found = related_and_not(self.glossary, self.graph, entry, random)
        if found is None:
            return None
        question = Question("related", entry, entry.title, reveals)
        return _with_options(question, *found, random)

    def grade(self, question: Question, typed: str) -> Grade:
        """What *typed* is worth as the name that *question* asks for."""

        def is_other(text: str) -> bool:
            found = self.glossary.candidates(text)
            return bool(found) and question.entry not in found

        return grade(typed, question.answers, is_other)

    @lru_cache(maxsize=4096)  # noqa: B019 # an asker lives as long as its session
    def confusable(self, one: TermId, other: TermId) -> bool:
        """Whether two terms are easily confused: neighbours, or close in spelling."""
        first, second = self.entry(one), self.entry(other)
        if first is None or second is None:
            return False
        return self._near(first, second) or alike(first.title, second.title)

    def _near(self, one: Entry, other: Entry) -> bool:
        return other in self.graph.neighbours(one)


def accepted(entry: Entry) -> tuple[str, ...]:
    """What names *entry*: title and aliases, with and without parentheses, and its acronym.

    What stands in parentheses is no name by itself unless it is an acronym: *neuron* does not
    answer for *Bias (Neuron)*.
    """
    names = (entry.title, entry.acronym, *entry.aliases)
    found = (each for name in names for each in (name, without_parenthesis(name)))
    return tuple(dict.fromkeys(filter(None, found)))


def alike(one: str, other: str) -> bool:
    """Whether two titles differ in a third of their letters or less, or share half their words."""
    folded, others = fold(one), fold(other)
    if slips(folded, others) * 3 <= max(len(folded), len(others)):
        return True
    words, other_words = name_words(one), name_words(other)
    return len(words & other_words) * 2 >= len(words | other_words)


def _with_options(
    question: Question, right: Entry, wrong: tuple[Entry, ...], random: Random
) -> Question:
    options = [right, *wrong]
    random.shuffle(options)
    return question._replace(options=tuple(options), right=options.index(right))
