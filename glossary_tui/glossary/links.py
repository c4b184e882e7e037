"""The graph that links make of the entries."""

from __future__ import annotations

from functools import cached_property

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.model import Entry, Link


class Neighbour(NamedTuple):
    """A term that an entry names, and the entries that answer to it."""

    link: Link
    """The link as it was written."""
    entries: tuple[Entry, ...]
    """None: no entry here; one: the entry; more: the reader must choose."""

    @property
    def entry(self) -> Entry | None:
        """The one entry that is meant, if it is only one."""
        return self.entries[0] if len(self.entries) == 1 else None


class LinkGraph:
    """Which entry names which, in both directions."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary

    def related(self, entry: Entry) -> tuple[Neighbour, ...]:
        """The related terms of *entry* in its author's order, each once, unresolved ones too."""
        found: dict[str, Neighbour] = {}
        for link in entry.related:
            if link.is_external:
                continue
            entries = self._glossary.candidates(link.target)
            key = "\n".join(each.id for each in entries) or link.target.casefold()
            if entries != (entry,):
                found.setdefault(key, Neighbour(link, entries))
        return tuple(found.values())

    def unresolved(self, entry: Entry) -> tuple[Link, ...]:
        """The related terms of *entry* that no entry answers to."""
        return tuple(near.link for near in self.related(entry) if not near.entries)

    def referenced_by(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries that name *entry*, in the glossary's order."""
        entries = self._glossary.entries
        return tuple(entries[position] for position in self._backlinks.get(entry.id, ()))

    @cached_property
    def _backlinks(self) -> dict[str, list[int]]:
        """Positions of the entries that link to each id. One pass over every link, made once."""
        found: dict[str, list[int]] = {}
        answers: dict[str, Entry | None] = {}
        for position, entry in enumerate(self._glossary.entries):
            named = set()
            for link in entry.links:
                if link.target not in answers:
                    answers[link.target] = (
                        None if link.is_external else self._glossary.resolve(link.target)
                    )
                target = answers[link.target]
                if target is not None and target.id != entry.id:
                    named.add(target.id)
            for entry_id in named:
                found.setdefault(entry_id, []).append(position)
        return found
