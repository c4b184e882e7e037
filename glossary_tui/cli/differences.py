"""Changes of files as unified differences, as `diff -u` and git show them."""

from __future__ import annotations

import os
from difflib import unified_diff

from glossary_tui.text.clean import clean, clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.cli.style import Style
    from glossary_tui.glossary.rewriting import Change

_KINDS = {"+": "added", "-": "removed"}


def differences(changes: Iterable[Change], style: Style) -> str:
    """What *changes* change: a difference for each file, its path relative where it is below."""
    lines = []
    for change in changes:
        for line in _of(change):
            head = line.startswith(("--- ", "+++ ", "@@"))
            kind = "heading" if head else _KINDS.get(line[:1], "")
            lines.append(f"{style(kind, line) if kind else line}\n")
    return "".join(lines)


def _of(change: Change) -> list[str]:
    before = change.before.decode("utf-8", "replace").splitlines()
    after = change.after.decode("utf-8", "replace").splitlines()
    names = shown_path(change.path), shown_path(change.new_path)
    found = [clean(line) for line in unified_diff(before, after, *names, lineterm="")]
    return found or [f"--- {names[0]}", f"+++ {names[1]}"]


def shown_path(path: str) -> str:
    """*path* as people read it: clean, and relative where it is below the working directory."""
    try:
        relative = os.path.relpath(path)
    except (ValueError, OSError):  # another drive of Windows; the working directory has gone
        relative = path
    return clean_line(path if relative.startswith("..") else relative)
