"""Whether the files of a glossary are still what they were, asked as cheaply as can be."""

from __future__ import annotations

import os

from glossary_tui.reader.stamp import file_stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry
    from glossary_tui.reader.stamp import Stamp
    from glossary_tui.workspace.cache.container import Container


def are_folders_same(container: Container) -> bool:
    """Whether no folder that the cache remembers has got or lost a file. Raises `Damaged`."""
    try:
        return all(
            os.stat(path).st_mtime_ns == changed for path, changed in container.loaded("folders")
        )
    except (OSError, ValueError):
        return False


def is_fresh(entry: Entry, stamp: Stamp | None) -> bool:
    """Whether the file of *entry* still has the *stamp* that it was read with."""
    return stamp is not None and file_stamp(entry.path) == stamp


def are_fresh(glossary: Glossary, entries: Iterable[Entry]) -> bool:
    """Whether the files of *entries* are as they were when *glossary* was read."""
    from glossary_tui.workspace.cache.index import StoredGlossary

    return isinstance(glossary, StoredGlossary) and all(
        is_fresh(entry, glossary.stamp(glossary.position(entry))) for entry in entries
    )
