"""What a file is called by, whether it is an entry, and in which order files come."""

from __future__ import annotations

import os

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.conventions import NO_ENTRIES
from glossary_tui.text.clean import clean_line
from glossary_tui.text.pattern import pattern

_LANGUAGE = pattern(r"[._-][a-z]{2,3}(?:[-_][a-z]{2,4})?$")
"""What may follow the stem of a README or an index page: the language that it is in."""


_LOOKED_AT = frozenset("._rRiI ")
"""Letters that a hidden file, a README, an index page or a name with blanks begins with."""


class Found(NamedTuple):
    """A file to read."""

    id: str
    """The id of its entry: the path below the root, clean, without ending and final `/index`."""
    path: str
    """Where it is, to be opened."""
    stem: str
    """What its entry is called if it has no title."""


def walk_order(path: str) -> tuple[tuple[bool, str], ...]:
    """What puts the files of one folder into the order in which a walk finds them."""
    *folders, name = path.split(os.sep)
    return (*((True, each) for each in folders), (False, name))


def is_plain(name: str) -> bool:
    """Whether *name* is that of an entry, without any of what `left_out` and `page` look for."""
    return (
        name[-3:] == ".md"
        and name[0] not in _LOOKED_AT
        and name[-4] != " "
        and name.isprintable()
        and "  " not in name
    )


def prefix_of(folder: str) -> str:
    """What a *folder* of this name puts before the ids of its entries."""
    return f"{clean_line(folder) or '_'}/"


def stem_of(name: str) -> str:
    """The *name* of a file, clean and without its ending."""
    return clean_line(name.rpartition(".")[0])


def left_out(stem: str) -> tuple[str, str] | None:
    """Why a file of this *stem* is not read: the code and the text of a remark."""
    if not stem or stem[0] == ".":
        return "G004", "This is a hidden file: it is not read."
    if stem[0] in "_rR" and is_no_entry(stem.lower()):
        return "G005", "This is an index page, a template or a README: no entry."
    return None


def page(prefix: str, stem: str, path: str, root: str) -> Found:
    """The file at *path*, in the folder of this *prefix* below *root*: an index page is the folder."""
    if stem.lower() != "index":
        return Found(prefix + stem, path, stem)
    folder = prefix[:-1]
    return Found(
        folder or stem, path, folder.rpartition("/")[2] or clean_line(os.path.basename(root))
    )


def is_no_entry(stem: str) -> bool:
    """Whether a file of this *stem*, in lower case, is an index page, a template or a README."""
    return stem in NO_ENTRIES or _LANGUAGE.sub("", stem) in NO_ENTRIES
