"""Groups of terms → lines for a width, and where on them each term stands."""

from __future__ import annotations

from rich.cells import cell_len

from glossary_tui.model.record import NamedTuple
from glossary_tui.tui.widgets.cells import cut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

NO_ITEM = -1
_BETWEEN = " · "
_ASIDE = "  "
"""What stands before an aside."""


class Item(NamedTuple):
    """A term of a group."""

    text: str
    """What is shown."""
    target: str
    """An id if `exact`, else the term as its author wrote it."""
    exact: bool
    """Whether it leads straight to an entry."""
    aside: str = ""
    """What is said of it, such as through which other term it is reached."""


class Group(NamedTuple):
    """Terms under one heading."""

    title: str
    items: tuple[Item, ...]
    dim: bool = False
    """Whether its terms have no entry here."""
    note: str = ""
    """What is said after the last term, such as how many more there are."""


class Run(NamedTuple):
    """Letters of one line that look alike."""

    text: str
    style: str
    """`title`, `item`, `dim` or `aside`."""
    item: int = NO_ITEM
    """The index of the term that it names, over all groups, or `NO_ITEM`."""


class Place(NamedTuple):
    """Where a term stands, in cells."""

    line: int
    start: int
    end: int


class GroupLayout(NamedTuple):
    """Groups laid out."""

    lines: list[list[Run]]
    places: list[Place]
    """By the index of the term."""


def lay_out(groups: Sequence[Group], width: int, *, column: bool) -> GroupLayout:
    """*groups* on lines of *width* cells: each term on a line of its own if *column*.

    Otherwise terms follow one another in running lines beside their group's heading.
    """
    layout = GroupLayout([], [])
    headings = max((cell_len(group.title) for group in groups), default=0) + 2
    indent = 0 if column else min(headings, max(width // 2, 1))
    for number, group in enumerate(groups):
        title = cut(group.title, width if column else indent - 1)
        if column:
            if number:
                layout.lines.append([])
            layout.lines.append([Run(title, "title")])
            _list(layout, group, width)
        else:
            layout.lines.append([Run(title + " " * (indent - cell_len(title)), "title")])
            _run_on(layout, group, width, indent)
    return layout


def _style(group: Group) -> str:
    return "dim" if group.dim else "item"


def _list(layout: GroupLayout, group: Group, width: int) -> None:
    """A line for each term; its aside behind it where it fits, else below."""
    lines, places = layout
    for item in group.items:
        text = cut(item.text, max(width, 4))
        cells = cell_len(text)
        lines.append([Run(text, _style(group), len(places))])
        places.append(Place(len(lines) - 1, 0, cells))
        if item.aside:
            if cells + len(_ASIDE) + cell_len(item.aside) <= width:
                lines[-1].append(Run(_ASIDE + item.aside, "aside"))
            else:
                lines.append([Run(_ASIDE + cut(item.aside, max(width - 2, 4)), "aside")])
    if group.note:
        lines.append([Run(cut(group.note, width), "aside")])


def _run_on(layout: GroupLayout, group: Group, width: int, indent: int) -> None:
    """The terms one after the other, each with its aside unless a line is too narrow for both."""
    lines, places = layout
    at = indent
    room = max(width - indent, 4)
    for number, item in enumerate(group.items):
        text = cut(item.text, room)
        cells = cell_len(text)
        aside = f" {item.aside}" if item.aside else ""
        if cells + cell_len(aside) > room:
            aside = ""
        wanted = cells + cell_len(aside)
        if number:
            at = _begin(lines, at, wanted, width, indent)
        lines[-1].append(Run(text, _style(group), len(places)))
        places.append(Place(len(lines) - 1, at, at + cells))
        if aside:
            lines[-1].append(Run(aside, "aside"))
        at += wanted
    if group.note:
        note = cut(group.note, room)
        if group.items:
            _begin(lines, at, cell_len(note), width, indent)
        lines[-1].append(Run(note, "aside"))


def _begin(lines: list[list[Run]], at: int, wanted: int, width: int, indent: int) -> int:
    """Where *wanted* cells begin after those that end *at*: behind a dot, or on a new line."""
    if at + len(_BETWEEN) + wanted > width:
        lines.append([Run(" " * indent, "title")])
        return indent
    lines[-1].append(Run(_BETWEEN, "aside"))
    return at + len(_BETWEEN)
