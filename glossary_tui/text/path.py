"""Paths to entries as authors write them in links, aliases and redirects."""

from __future__ import annotations

import re

_ENDING = re.compile(r"(?:/_?index)?(?:\.(?:md|markdown|html?))?/*$", re.IGNORECASE)


def path_of(written: str) -> str:
    """*written* as a path below a root: no anchor or query, no ending, no slash at either end."""
    path = written.strip().partition("#")[0].partition("?")[0]
    path = _ENDING.sub("", path)
    while path.startswith(("/", "./", "../")):
        path = path.partition("/")[2]
    return path
