"""The terms that a person has bookmarked, and those read last, in every glossary."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple
from glossary_tui.user.state_file import change_state, read_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

MOST_RECENT = 100
"""How many terms read last are remembered of each glossary."""


class Mark(NamedTuple):
    """A term of a glossary."""

    glossary: str
    """What tells the glossary from others."""
    entry_id: str
    """The entry's id there."""


class Marks:
    """Bookmarks, written as they are set; and recent terms, written by `save`."""

    def __init__(self, state: Mapping[str, Any] | None = None) -> None:
        """Begin with what *state* holds, the contents of the file; it is read where not given."""
        self._take(read_state() if state is None else state)
        self._visited: list[Mark] = []
        self._saved = 0

    def _take(self, state: Mapping[str, Any]) -> None:
        self._bookmarks = [*_listed(state, "bookmarks")]
        self._earlier = [*_listed(state, "recent")]

    @property
    def bookmarks(self) -> tuple[Mark, ...]:
        """The bookmarked terms, in the order in which they were set."""
        return tuple(self._bookmarks)

    @property
    def recent(self) -> tuple[Mark, ...]:
        """The terms read last, the latest first; each once."""
        return tuple(dict.fromkeys((*reversed(self._visited), *self._earlier)))

    def is_bookmarked(self, mark: Mark) -> bool:
        """Whether *mark* is among the bookmarks."""
        return mark in self._bookmarks

    def toggle(self, mark: Mark) -> bool:
        """Set or remove the bookmark *mark*; whether that will be remembered."""
        wanted = mark not in self._bookmarks

        def change(state: dict[str, Any]) -> None:
            ids = _ids(state, mark.glossary, "bookmarks")
            rest = [each for each in ids if each != mark.entry_id]
            _put(state, mark.glossary, "bookmarks", [*rest, mark.entry_id] if wanted else rest)
            self._bookmarks = [*_listed(state, "bookmarks")]

        if change_state(change):
            return True
        if wanted:
            self._bookmarks.append(mark)
        else:
            self._bookmarks.remove(mark)
        return False

    def visit(self, mark: Mark) -> None:
        """Note that *mark* is being read."""
        if not self._visited or self._visited[-1] != mark:
            self._visited.append(mark)

    @property
    def has_unsaved(self) -> bool:
        """Whether something was read that has not been written yet."""
        return len(self._visited) > self._saved

    def save(self) -> bool:
        """Write what was read since the last time; whether that could be done.

        May be called in a thread while others note what is being read.
        """
        end = len(self._visited)
        if end <= self._saved:
            return True
        visited = tuple(dict.fromkeys(reversed(self._visited[self._saved : end])))

        def change(state: dict[str, Any]) -> None:
            for glossary in dict.fromkeys(mark.glossary for mark in visited):
                new = [mark.entry_id for mark in visited if mark.glossary == glossary]
                old = _ids(state, glossary, "recent")
                ids = [*dict.fromkeys((*new, *old))][:MOST_RECENT]
                _put(state, glossary, "recent", ids)

        if not change_state(change):
            return False
        self._saved = max(self._saved, end)
        return True


def rename_mark(old: Mark, new_id: str) -> bool:
    """Let what is remembered of *old* be remembered of *new_id*; whether that could be written."""

    def change(state: dict[str, Any]) -> None:
        for kind in ("bookmarks", "recent"):
            ids = _ids(state, old.glossary, kind)
            if old.entry_id in ids:
                new = [new_id if each == old.entry_id else each for each in ids]
                _put(state, old.glossary, kind, [*dict.fromkeys(new)])

    state = read_state()
    if old in (*_listed(state, "bookmarks"), *_listed(state, "recent")):
        return change_state(change)
    return True


def _glossaries(state: Mapping[str, Any]) -> dict[str, Any]:
    found = state.get("glossaries")
    return found if isinstance(found, dict) else {}


def _ids(state: Mapping[str, Any], glossary: str, kind: str) -> list[str]:
    """The ids of one *kind* in *glossary*; nothing of what is no text."""
    found = _glossaries(state).get(glossary)
    ids = found.get(kind) if isinstance(found, dict) else None
    return [each for each in ids if isinstance(each, str)] if isinstance(ids, list) else []


def _put(state: dict[str, Any], glossary: str, kind: str, ids: list[str]) -> None:
    glossaries = _glossaries(state)
    found = glossaries.get(glossary)
    kinds = found if isinstance(found, dict) else {}
    state["glossaries"] = {**glossaries, glossary: {**kinds, kind: ids}}


def _listed(state: Mapping[str, Any], kind: str) -> Iterable[Mark]:
    for glossary in _glossaries(state):
        for entry_id in _ids(state, glossary, kind):
            yield Mark(glossary, entry_id)
