"""Take the README's pictures from the program itself: `make pictures`."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from glossary_tui.tui.app import GlossaryApp
from glossary_tui.workspace import open_workspace

HERE = Path(__file__).parent
STUDY = ["s", "down", "space", "enter"]
"""A session from the term outward."""
PICTURES = (
    ("browse-dark.svg", (112, 30), "glossary-dark", "imagenet", ["2"]),
    ("search-light.svg", (112, 30), "glossary-light", "", [*"conv"]),
    ("study-dark.svg", (92, 26), "glossary-dark", "backpropagation", [*STUDY, "space", "space"]),
    ("map-dark.svg", (120, 36), "glossary-dark", "imagenet", ["M"]),
    ("path-light.svg", (112, 30), "glossary-light", "imagenet", ["P", *"gradient", "enter"]),
)
"""File, columns and rows, theme, term, keys."""


async def take(name: str, size: tuple[int, int], theme: str, term: str, keys: list[str]) -> None:
    """Press *keys* in a window of *size* and keep what it shows."""
    app = GlossaryApp(open_workspace([], {}), term)
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press(*keys)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        picture = app.export_screenshot(title="glossary")
    # The picture names a font on a server; a reader's own monospace font does as well.
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    (HERE / name).write_text(picture, encoding="utf-8")


def main() -> None:
    """Take every picture, as someone without settings."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_STATE_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home)
        for picture in PICTURES:
            asyncio.run(take(*picture))


if __name__ == "__main__":
    main()
