"""What a card shows: made from its entry when it is asked, never written by hand."""

from __future__ import annotations

from glossary_tui.model.fields import packed
from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Entry, Section
    from glossary_tui.study.card import Kind


class Question(NamedTuple):
    """A card with its two sides."""

    kind: Kind
    """What is asked."""
    entry: Entry
    """The term that it is about."""
    prompt: str
    """What is shown first: the term, or for `name` and `choice` a text in which it is masked."""
    reveals: tuple[Section, ...]
    """The views of the entry from short to long: what the other side shows one after another."""
    hint: str = ""
    """For `name`, another masked text, for who asks for it; may be empty."""
    answers: tuple[str, ...] = ()
    """For `name`, what is accepted: the title first."""
    options: tuple[Entry, ...] = ()
    """For `choice` and `related`, the terms to choose from."""
    right: int = -1
    """The index of the right one in `options`."""

    def reads_like(self, other: Question) -> bool:
        """Whether a card shows the same of both, of entries that may have been made anew."""
        ours, theirs = ([packed(each) for each in (q.entry, *q.options)] for q in (self, other))
        return ours == theirs and other == self._replace(entry=other.entry, options=other.options)

    @property
    def graded(self) -> bool:
        """Whether an answer is given that the program can grade."""
        return self.kind != "meaning"
