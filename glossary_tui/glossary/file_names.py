"""Names for the files of entries: as their glossary writes them, and safe on every system."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from glossary_tui.reader.found import is_no_entry
from glossary_tui.text.clean import clean_line
from glossary_tui.text.fold import slug

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    Style = Literal["slug", "snake", "title"]
    """`gradient-descent`, `gradient_descent`, `Gradient Descent`."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)", re.IGNORECASE)
_LONGEST = 120
"""Bytes of a name: every file system takes 255, and a sync service adds some of its own."""
_EMPTY = "term"


def file_stem(title: str, style: Style = "slug") -> str:
    """The name, without ending, of a file for the entry *title*.

    It is no device of Windows, no hidden file and no name that a reader passes over, has none of
    the letters that some system forbids, and neither begins nor ends with a dot or a space.
    """
    if style == "title":
        name = _FORBIDDEN.sub(" ", clean_line(title).replace("/", "-"))
        name = " ".join(name.split())
    else:
        name = _FORBIDDEN.sub("", slug(clean_line(title)))
        name = name.replace("-", "_") if style == "snake" else name
    name = unicodedata.normalize("NFC", name)
    name = name.encode()[:_LONGEST].decode(errors="ignore").strip(". -_") or _EMPTY
    if _DEVICES.match(name) or name.lower() == "index" or is_no_entry(name.lower()):
        name += "_term" if style == "snake" else " term" if style == "title" else "-term"
    return name


def style_of(stem: str, title: str) -> Style | None:
    """How *stem* was made of *title*; None where it was not made by one of the styles."""
    styles: tuple[Style, ...] = ("slug", "snake", "title")
    return next((style for style in styles if file_stem(title, style) == stem), None)


def usual_style(named: Iterable[tuple[str, str]]) -> Style:
    """The style of most of the files *named*, each a stem and a title."""
    styles = (style_of(stem, title) for stem, title in named)
    counted: Counter[Style] = Counter(style for style in styles if style)
    return counted.most_common(1)[0][0] if counted else "slug"
