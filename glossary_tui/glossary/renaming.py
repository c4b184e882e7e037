"""A rename thought through: every file that it changes, before one of them is touched."""

from __future__ import annotations

import os

from glossary_tui.errors import ChangeRefused
from glossary_tui.glossary.authoring import NO_TEXT
from glossary_tui.glossary.file_names import file_stem, style_of, usual_style
from glossary_tui.glossary.glossary import Glossary
from glossary_tui.glossary.pointing import pointing
from glossary_tui.glossary.rewriting import (
    ODD,
    Change,
    Unchangeable,
    as_entry,
    differing,
    opened,
    rewritten,
)
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.body import Roles
from glossary_tui.reader.occurrences import occurrences
from glossary_tui.reader.retitling import kept_names, title_edits
from glossary_tui.reader.source import Source
from glossary_tui.text.clean import clean_line, is_text
from glossary_tui.text.path import path_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary_tui.model import Entry
    from glossary_tui.reader.source import Edit


class Left(NamedTuple):
    """A link that keeps its target, which the entry's old names still answer to."""

    path: str
    line: int
    reason: str


class Rename(NamedTuple):
    """A rename that can be carried out."""

    entry: Entry
    """The entry under its new name."""
    changes: tuple[Change, ...]
    """The entry's own file first: its old names must answer before links change."""
    left: tuple[Left, ...]
    """What could not be changed, with the reason."""
    links: int
    """How many links are changed."""


def plan_rename(
    glossary: Glossary,
    entry: Entry,
    title: str,
    headings: Mapping[str, Iterable[str]] | None = None,
) -> Rename:
    """What it takes to call *entry* by *title*: its file, its title, every link to it.

    A link is changed if it would not find the entry without its old names; these stay as aliases.
    Every file is read again as it would be, and must say what it is meant to say. *headings* are
    the person's own. Raises `ChangeRefused`, with the reason.
    """
    if not is_text(title):
        raise ChangeRefused(NO_TEXT)
    title = clean_line(title)
    if not title or title == entry.title:
        raise ChangeRefused(
            f"“{title}” is its title already" if title else "the new title is empty"
        )
    return _Planner(glossary, entry, title, Roles(headings)).plan()


class _Planner:
    """A rename being thought through."""

    def __init__(self, glossary: Glossary, entry: Entry, title: str, roles: Roles) -> None:
        self._glossary = glossary
        self._entry = entry
        self._title = title
        self._roles = roles
        self._left: list[Left] = []
        self._links = 0
        self._others = [each for each in glossary if each.id != entry.id]
        self._require_free(title)
        path, entry_id = self._new_place()
        self._place = entry._replace(id=entry_id, path=path)
        try:
            self._data, self._source = opened(entry.path)
            document = self._source.document
            titled = title_edits(document, roles, entry.title, title, self._place.stem)
            if titled is None:
                raise Unchangeable(f"the title is {ODD}")  # noqa: TRY301 # one message for all
            self._titled = titled
            bare = Source(self._source.edited(titled)).document
        except (Unchangeable, ValueError) as error:
            raise ChangeRefused(f"cannot change {clean_line(entry.path)}: {error}") from error
        self._bare = self._with_redirects(as_entry(bare, self._place, roles))
        """The entry as it would be without its old names."""
        self._after = Glossary([*self._others, self._bare])
        self._broken = self._targets()

    def _with_redirects(self, found: Entry) -> Entry:
        """*found* with the names that other files give to the entry."""
        own = as_entry(self._source.document, self._entry, self._roles)
        aliases = [name for name in self._entry.aliases if name not in own.aliases]
        paths = [path for path in self._entry.old_paths if path not in own.old_paths]
        return found._replace(
            aliases=(*found.aliases, *aliases), old_paths=(*found.old_paths, *paths)
        )

    def plan(self) -> Rename:
        """The changes, the entry's own first. Raises `ChangeRefused`."""
        changes = [self._own_change()]
        for entry in self._others:
            if any(link.target in self._broken for link in entry.links):
                changes += self._linking_change(entry)
        found = as_entry(Source(changes[0].after).document, self._place, self._roles)
        renamed = self._with_redirects(found)
        self._require_same_answers(renamed)
        return Rename(renamed, tuple(changes), tuple(self._left), self._links)

    def _require_free(self, name: str) -> None:
        others = [each for each in self._glossary.candidates(name) if each.id != self._entry.id]
        if others:
            names = ", ".join(f"{each.title} ({each.id})" for each in others)
            raise ChangeRefused(f"“{name}” is a name of another entry already: {names}")

    def _new_place(self) -> tuple[str, str]:
        """The path and the id under the new title. Raises `ChangeRefused` if they are taken."""
        entry = self._entry
        folder, file = os.path.split(entry.path)
        stem, ending = os.path.splitext(file)
        by_folder = stem.lower() == "index" and entry.stem.lower() != "index"
        if by_folder and any(each.id.startswith(f"{entry.id}/") for each in self._others):
            return entry.path, entry.id
        if by_folder:
            folder, stem = os.path.split(folder)
            ending = ""
        named = ((each.stem, each.title) for each in self._glossary)
        new_stem = file_stem(self._title, style_of(stem, entry.title) or usual_style(named))
        if new_stem == stem:
            return entry.path, entry.id
        old, new = os.path.join(folder, stem + ending), os.path.join(folder, new_stem + ending)
        if os.path.lexists(new) and not os.path.samefile(old, new):
            raise ChangeRefused(f"there is a {clean_line(new)} already")
        prefix = entry.id.rpartition("/")[0]
        entry_id = f"{prefix}/{new_stem}" if prefix else new_stem
        self._require_free(entry_id)
        return os.path.join(new, file) if by_folder else new, entry_id

    def _targets(self) -> frozenset[str]:
        """The targets that mean the entry and would not without its old names."""
        return frozenset(
            target
            for target in _targets_of(self._glossary)
            if self._means(self._glossary, target, self._entry)
            and not self._means(self._after, target, self._place)
        )

    @staticmethod
    def _means(glossary: Glossary, target: str, entry: Entry) -> bool:
        found = glossary.resolve(target)
        return found is not None and found.id == entry.id

    def _own_change(self) -> Change:
        """The change of the entry's own file: its names and its links to itself."""
        entry, source = self._entry, self._source
        before = as_entry(source.document, entry, self._roles)
        add, drop = [entry.title], [self._title]
        if self._place.id != entry.id:
            # One of Hugo's old paths has no spaces; without a path, the name of the file does.
            add.append(entry.stem if " " in entry.id else f"/{entry.id}/")
            drop += [f"/{self._place.id}/", f"/{self._place.id}"]
        names = kept_names(source.document, self._titled, add, drop)
        aliases = {*before.aliases, *add} - {self._title, f"/{entry.id}/"}

        def accepts(found: Entry) -> bool:
            if (found.title, set(found.aliases)) != (self._title, aliases):
                return False
            paths = {path_of(each) for each in add if each[0] == "/"}
            return paths <= set(found.old_paths) and self._links_hold(before, found)

        for edits in ([*names, *self._mendings(source, before)], names):
            try:
                after = rewritten(source, edits, self._place, self._roles, accepts)
            except Unchangeable as error:
                reason = str(error)
            else:
                return Change(entry.path, self._place.path, self._data, after)
        raise ChangeRefused(f"cannot change the names in {clean_line(entry.path)}: {reason}")

    def _linking_change(self, entry: Entry) -> list[Change]:
        """The change of a file that links to the entry; none, with a note, where it cannot be."""
        try:
            data, source = opened(entry.path)
            before = as_entry(source.document, entry, self._roles)

            def accepts(found: Entry) -> bool:
                same = (found.title, found.aliases) == (before.title, before.aliases)
                return same and self._links_hold(before, found)

            edits = self._mendings(source, before)
            after = rewritten(source, edits, entry, self._roles, accepts)
        except Unchangeable as error:
            self._leave(entry, str(error))
            return []
        return [Change(entry.path, entry.path, data, after)] if after != data else []

    def _mendings(self, source: Source, entry: Entry) -> list[Edit]:
        """The edits of all links in *source*, read as *entry*, that would break."""
        return [
            pointing(each, source.text, self._bare, self._entry)
            for each in occurrences(source.document, entry.links)
            if each.target in self._broken
        ]

    def _links_hold(self, before: Entry, found: Entry) -> bool:
        """Whether only broken links were changed, each to the entry's new name; counts them."""
        changed = differing(before, found)
        if changed is None:
            return False
        for one, other in changed:
            if one.target not in self._broken:
                return False
            if not self._means(self._after, other.target, self._place):
                return False
        self._links += len(changed)
        self._leave(found, f"it is {ODD}")
        return True

    def _leave(self, entry: Entry, reason: str) -> None:
        """Note the links of *entry* that still have a broken target."""
        lines = [link.line for link in entry.links if link.target in self._broken]
        self._left += [Left(entry.path, line, reason) for line in lines]

    def _require_same_answers(self, renamed: Entry) -> None:
        """Raise `ChangeRefused` where a link that means another entry would not any more."""
        final = Glossary([*self._others, renamed])
        for target in _targets_of(self._others):
            was = [each.id for each in self._glossary.candidates(target)]
            if was and self._entry.id not in was:
                now = [each.id for each in final.candidates(target)]
                if was != now:
                    raise ChangeRefused(f"links to “{target}” would then mean this entry too")


def _targets_of(entries: Iterable[Entry]) -> set[str]:
    """What the links of *entries* point to inside the glossary."""
    return {link.target for entry in entries for link in entry.links if not link.is_external}
