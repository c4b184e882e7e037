"""Entries as notes for other programs that drill: one for each, with what its cards need."""

from __future__ import annotations

from hashlib import blake2b

from glossary_tui.model.record import NamedTuple
from glossary_tui.study.card import CardId
from glossary_tui.study.html import html

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary_tui.study.asking import Asker
    from glossary_tui.study.card import TermId

TSV_HEAD = """\
#separator:tab
#html:true
#guid column:1
#tags column:8
#columns:Guid\tTerm\tAliases\tSummary\tELI5\tIn-depth\tClue\tTags
"""
"""What Anki reads above the rows; other programs take these lines for remarks."""


class Note(NamedTuple):
    """One term, its texts as HTML in one line each."""

    guid: str
    """Made of the glossary's name and the entry's id: an edited entry stays the same note."""
    term: str
    """The title."""
    aliases: str
    """The other names, with commas."""
    summary: str
    """The Summary; empty where there is none."""
    eli5: str
    """The ELI5, likewise."""
    in_depth: str
    """The In-depth text, likewise."""
    clue: str
    """The Summary or ELI5 with the term masked; empty where that is no question."""
    tags: tuple[str, ...]
    """The tags, without spaces."""


def notes(asker: Asker, terms: Iterable[TermId]) -> Iterator[Note]:
    """A note for each of *terms* that can be read and has a text."""
    for term in terms:
        question = asker.ask(CardId(*term, "meaning"), 0)
        if question is None:
            continue
        entry = question.entry
        views = {section.role: html(section.text) for section in question.reveals}
        clue = asker.ask(CardId(*term, "name"), 0)
        yield Note(
            guid(term),
            _text(entry.title),
            _text(", ".join(entry.aliases)),
            views.get("summary", ""),
            views.get("eli5", ""),
            views.get("in-depth", ""),
            _text(clue.prompt) if clue else "",
            tuple(dict.fromkeys("_".join(tag.split()) for tag in entry.tags if tag.split())),
        )


def guid(term: TermId) -> str:
    """The same for a term on every machine and after every edit of its text."""
    return blake2b("\0".join(term).encode(), digest_size=9).hexdigest()


def _text(text: str) -> str:
    """*text* as HTML in one line."""
    from html import escape

    return escape(" ".join(text.split()), quote=False)


def tsv(found: Iterable[Note]) -> str:
    """Notes as lines with tabs, which Anki, spreadsheets and most programs that drill read."""
    rows = ("\t".join([*note[:-1], " ".join(note.tags)]) for note in found)
    return TSV_HEAD + "".join(f"{row}\n" for row in rows)
