"""What can be opened in the stead of a glossary that is not there, what comes nearest first."""

from __future__ import annotations

import os
from itertools import islice

from glossary_tui.model.record import NamedTuple
from glossary_tui.paths import BUNDLED
from glossary_tui.text.clean import clean_line
from glossary_tui.text.distance import within
from glossary_tui.text.fold import fold
from glossary_tui.workspace.choosing import ALL, PROJECT, named_glossaries, project_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.user.preferences import Configuration
    from glossary_tui.workspace.choosing import Source

_MOST_NEAR = 3
"""Folders with a similar name that are offered."""
_MOST_LOOKED_AT = 5_000
"""Names in a folder among which similar ones are looked for."""
_NEAR = "a name like it"


class Offer(NamedTuple):
    """A glossary that can be opened."""

    title: str
    """What to call it; of a folder, its path."""
    aside: str
    """Why it is offered, or where it is."""
    name: str = ""
    """What `--glossary` would name; '' for a folder."""
    folder: str = ""
    """What `--entries` would name."""


def offers_for_name(name: str, configuration: Configuration) -> tuple[Offer, ...]:
    """What there is where no glossary is called *name*."""
    named = _named(name, named_glossaries(configuration))
    if name == PROJECT or not os.path.isdir(name):
        return (*named,)
    return (Offer(shortened(name), "a folder here", folder=os.path.abspath(name)), *named)


def offers_for_folder(
    folder: str, source: Source | None, configuration: Configuration
) -> tuple[Offer, ...]:
    """What there is where *folder*, of *source*, cannot be read."""
    if os.path.isfile(folder):
        near, why = [os.path.dirname(folder)], "the folder it is in"
    else:
        near, why = [] if os.path.isdir(folder) else _near_folders(folder), _NEAR
    own = source.name if source is not None else ""
    others = [each for each in named_glossaries(configuration) if not own or each.name != own]
    known = {os.path.abspath(each.folders[-1]): each.name for each in others}
    found = [Offer(shortened(each), why, folder=each) for each in near if each not in known]
    wanted = next((known[each] for each in near if each in known), os.path.basename(folder))
    return (*found, *_named(wanted, others))


def _named(wanted: str, sources: Iterable[Source]) -> list[Offer]:
    """The *sources* that can be read, those with a name like *wanted* first; then all, the project's."""
    usable = [each for each in sources if all(map(_is_readable, each.folders))]
    near = [index for index, _ in _similar(wanted, [each.name for each in usable])]
    order = [*near, *(index for index in range(len(usable)) if index not in near)]
    offers = []
    for index in order:
        source = usable[index]
        where = source.origin if source.name == BUNDLED else shortened(source.folders[-1])
        aside = f"{_NEAR} · {where}" if index in near else where
        offers.append(Offer(source.name, aside, name=source.name))
    if len(usable) > 1:
        offers.append(Offer("All of them", "side by side", name=ALL))
    project = project_folder()
    if project and wanted != PROJECT and _is_readable(project):
        offers.append(Offer("This project", shortened(project), name=PROJECT))
    return offers


def _near_folders(folder: str) -> list[str]:
    """Folders whose path differs from that of *folder* in one name, and by a slip or two there."""
    place, missing = os.path.split(folder)
    rest: list[str] = []
    while not os.path.isdir(place) and place != os.path.dirname(place):
        rest.insert(0, missing)
        place, missing = os.path.split(place)
    try:
        with os.scandir(place) as listing:
            names = sorted(each.name for each in islice(listing, _MOST_LOOKED_AT) if each.is_dir())
    except OSError:
        return []
    paths = [os.path.join(place, names[index], *rest) for index, _ in _similar(missing, names)]
    return [path for path in paths if _is_readable(path)][:_MOST_NEAR]


def _similar(wanted: str, names: list[str]) -> list[tuple[int, int]]:
    """Which *names* are *wanted* with so few slips that it may have been meant, nearest first."""
    folded = fold(wanted)
    return within(folded, [fold(name) for name in names], max(len(folded) // 3, 1))


def shortened(path: str) -> str:
    """*path* as people write it, for them to read: the home directory as `~`, on one clean line."""
    home = os.path.expanduser("~")
    inside = home != os.sep and f"{path}{os.sep}".startswith(home + os.sep)
    return clean_line(f"~{path[len(home) :]}" if inside else path)


def _is_readable(folder: str) -> bool:
    return os.path.exists(folder) and os.access(folder, os.R_OK)
