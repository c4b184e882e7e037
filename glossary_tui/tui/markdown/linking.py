"""Links that no author made: the terms that a text mentions."""

from __future__ import annotations

from glossary_tui.tui.markdown.marks import changed_spans
from glossary_tui.tui.markdown.rewrite import rewritten, runs_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from glossary_tui.glossary.mentions import Mention
    from glossary_tui.model import Entry
    from glossary_tui.tui.markdown.blocks import Block, Span

MENTION = "mention"
"""The style of such a link, beside those of its letters."""
_LEFT_ALONE = frozenset(("code", "image", "note"))
"""Styles of letters that name nothing."""
_NOTHING = "\0"
"""Stands for a letter that no mention may touch: it is part of no name."""


def link_mentions(
    blocks: Iterable[Block],
    find: Callable[[str], Iterable[Mention]],
    named: Callable[[str], Iterable[Entry]],
    own: Callable[[tuple[Entry, ...]], tuple[Entry, ...]],
) -> tuple[Block, ...]:
    """*blocks* in which the first mention of each entry is a link, by its author or by this.

    *find* finds the mentions in a text, *named* what an author's link leads to, and *own* says
    which of the entries that a mention may mean are meant here: none of them makes no link.
    Code, headings, pictures and links are left alone. A name that several entries share leads to
    that name.
    """
    blocks = tuple(blocks)
    seen: set[str] = set()
    for spans in runs_of(blocks):
        for target in {span.link for span in spans if span.link}:
            seen.update(entry.id for entry in named(target))

    def link(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        text = "".join(map(_readable, spans))
        ranges = []
        for mention in find(text):
            entries = own(mention.entries)
            if entries and not all(entry.id in seen for entry in entries):
                seen.update(entry.id for entry in entries)
                exact = len(entries) == 1
                target = entries[0].id if exact else text[mention.start : mention.end]
                ranges.append((mention.start, mention.end, _Link(target, exact=exact)))
        return changed_spans(spans, ranges) if ranges else spans

    return rewritten(blocks, link, headings=False)


class _Link:
    """Makes spans a link."""

    def __init__(self, target: str, *, exact: bool) -> None:
        self._target, self._exact = target, exact

    def __call__(self, span: Span) -> Span:
        return span._replace(link=self._target, exact=self._exact, styles=(*span.styles, MENTION))


def _readable(span: Span) -> str:
    """The letters of *span*, each of them made nothing where no mention may be."""
    if span.link or not _LEFT_ALONE.isdisjoint(span.styles):
        return _NOTHING * len(span.text)
    return span.text
