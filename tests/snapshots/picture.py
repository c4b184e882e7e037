"""A screen as a small SVG, a line of the file for each line of the screen.

Rich's own export is ten times as long, in an order in which no difference can be read.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.color import blend_rgb
from rich.terminal_theme import SVG_EXPORT_THEME
from textual._context import visible_screen_stack

WIDTH, HEIGHT = 10, 20
"""Pixels that a cell takes."""
_HEAD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" xml:space="preserve" \
font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="16.6" fill="{letters}">
<style>.b{{font-weight:bold}}.i{{font-style:italic}}.u{{text-decoration:underline}}.s{{text-decoration:line-through}}</style>
<path fill="{ground}" d="M0 0h{width}v{height}H0z"/>
"""


class _Run(NamedTuple):
    """Letters next to one another that look alike."""

    at: int
    """The cell that they begin at."""
    text: str
    letters: str
    ground: str
    marks: str
    """`b`, `i`, `u`, `s` for bold, italic, underlined, struck out."""

    @property
    def end(self) -> int:
        """The cell after them."""
        return self.at + cell_len(self.text)


def picture(app: Any) -> str:
    """What *app* shows now."""
    visible_screen_stack.set(app._background_screens)
    rows = [[*_runs(strip)] for strip in app.screen._compositor.render_strips()]
    letters = _most((run.letters, len(run.text)) for row in rows for run in row)
    ground = _most((run.ground, len(run.text)) for row in rows for run in row)
    width, height = app.size.width * WIDTH, app.size.height * HEIGHT
    head = _HEAD.format(width=width, height=height, letters=letters, ground=ground)
    lines = (_line(y, row, letters, ground) for y, row in enumerate(rows))
    return f"{head}{''.join(lines)}</svg>\n"


def _runs(strip: Any) -> Any:
    at = 0
    cells = []
    for text, style, _ in strip:
        cells.append((at, text, *_look(style)))
        at += cell_len(text)
    for look, group in groupby(cells, itemgetter(2, 3, 4)):
        parts = [*group]
        yield _Run(parts[0][0], "".join(part[1] for part in parts), *look)


def _look(style: Any) -> tuple[str, str, str]:
    """The colours of letters and ground, and the marks of *style*."""
    theme = SVG_EXPORT_THEME
    letters = style and style.color and style.color.get_truecolor(theme)
    ground = style and style.bgcolor and style.bgcolor.get_truecolor(theme, foreground=False)
    letters, ground = letters or theme.foreground_color, ground or theme.background_color
    if style is None:
        return letters.hex, ground.hex, ""
    if style.reverse:
        letters, ground = ground, letters
    if style.dim:
        letters = blend_rgb(letters, ground, 0.4)
    marks = (style.bold, style.italic, style.underline, style.strike)
    return (
        letters.hex,
        ground.hex,
        "".join(m for m, is_on in zip("bius", marks, strict=True) if is_on),
    )


def _most(weighed: Any) -> str:
    count: Counter[str] = Counter()
    for value, weight in weighed:
        count[value] += weight
    return count.most_common(1)[0][0]


def _line(y: int, row: list[_Run], letters: str, ground: str) -> str:
    """A line of the screen: its grounds, then its letters; nothing for an empty one."""
    paths: dict[str, str] = {}
    for colour, group in groupby(row, attrgetter("ground")):
        runs = [*group]
        x, end = runs[0].at * WIDTH, runs[-1].end * WIDTH
        if colour != ground:
            paths[colour] = f"{paths.get(colour, '')}M{x} 0H{end}v{HEIGHT}H{x}z"
    said = [f'<path fill="{colour}" d="{path}"/>' for colour, path in paths.items()]
    spans = "".join(_span(run, letters) for run in row if run.text.strip() or "u" in run.marks)
    if spans:
        said.append(f'<text y="15">{spans}</text>')
    return f'<g transform="translate(0 {y * HEIGHT})">{"".join(said)}</g>\n' if said else ""


def _span(run: _Run, letters: str) -> str:
    bare = run.text if "u" in run.marks else run.text.strip(" ")
    at = run.at + (0 if "u" in run.marks else len(run.text) - len(run.text.lstrip(" ")))
    colour = f' fill="{run.letters}"' if run.letters != letters else ""
    marks = f' class="{" ".join(run.marks)}"' if run.marks else ""
    # Whatever font the picture is looked at with, what follows stands where it should.
    width = f' textLength="{cell_len(bare) * WIDTH}"' if len(bare) > 1 else ""
    return f'<tspan x="{at * WIDTH}"{width}{colour}{marks}>{escape(bare)}</tspan>'
