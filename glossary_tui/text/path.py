"""Paths to entries as authors write them in links, aliases and redirects."""

from __future__ import annotations

from glossary_tui.text.pattern import pattern

_ENDING = pattern(r"(?:/_?index)?(?:\.(?:md|markdown|html?))?/*$", "i")

_ENDINGS = ("index", ".md", ".markdown", ".htm", ".html")


def path_of(written: str) -> str:
    """*written* as a path below a root: no anchor or query, no ending, no slash at either end."""
    path = written.strip().partition("#")[0].partition("?")[0]
    if path[-1:] == "/" or path.lower().endswith(_ENDINGS):
        path = _ENDING.sub("", path)
    while path.startswith(("/", "./", "../")):
        path = path.partition("/")[2]
    return path
