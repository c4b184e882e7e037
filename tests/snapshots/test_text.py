"""Pictures of what one does to a text: its kinds, its mentions, peeking, finding, the plain view."""

from __future__ import annotations

import pytest

from tui.conftest import write_entry

SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x50": (200, 50), "40x12": (40, 12)}
KINDS = """\
A telescope gathers *light* by a **lens** or a ~~glass~~ [mirror](mirror.md); its
strength is `D / d`, H<sub>2</sub>O plays no part. Far &amp; near[^1].
A line ends here\\
and another begins.

- [ ] Find a dark place.
- [x] Clean the [eyepiece](eyepiece.md).
  1. slowly
  2. without water

Aperture
: what lets the light in, and by its width says how much of it there is, whatever
  the length

> Patience is half of seeing.
>
> > The other half is coffee.

| kind | what gathers the light | parts |
|:-----|:----------------------:|------:|
| refractor | a lens of two glasses, whose errors undo each other | 2 |
| reflector | a mirror | 1 |

```python
def strength(objective: float, eye: float) -> float:
    return objective / eye  # both in mm
```

---

<https://example.org/telescopes>

[^1]: By *hand*, with a cloth.
"""


@pytest.fixture
def glossary(tmp_path):
    """An entry with everything that a text may hold, and entries that it mentions."""
    write_entry(
        tmp_path,
        "telescope",
        "Telescope",
        head='aliases: ["Spyglass"]\ntags: ["optics"]',
        summary="A telescope shows far things near, by a lens or a [mirror](mirror.md).",
        eli5="Two pieces of glass in a tube. The lens in front catches light.",
        depth=KINDS,
        related="Lens, Mirror, Microscope, Eyepiece",
    )
    write_entry(
        tmp_path,
        "lens",
        "Lens",
        summary="A lens is a curved glass that bends light so that it meets in a point.",
        depth="\n\n".join(
            f"Chapter {number} of the long history of glass." for number in range(20)
        ),
    )
    write_entry(tmp_path, "mirror", "Mirror", summary="A mirror throws light back.")
    write_entry(tmp_path, "eyepiece", "Eyepiece", summary="What the eye looks through.")
    return tmp_path


@pytest.fixture
def picture(snap_compare, make_app, glossary):
    """Compare a picture taken after some keys, once all links are there."""

    def compare(*keys, term="telescope", size="80x24", theme="glossary-dark"):
        app = make_app(glossary, term=term)
        app.theme = theme

        async def settle(pilot):
            for _ in range(3):
                await pilot.pause()
                await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
            for box in pilot.app.screen.query("Input"):
                box.cursor_blink = False
            pilot.app.clear_notifications()
            await pilot.pause()

        return snap_compare(app, terminal_size=SIZES[size], run_before=settle)

    return compare


THEMES = ["glossary-dark", "glossary-light"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", ["120x40", "200x50"])
def test_every_kind_of_text(picture, size, theme):
    assert picture("3", size=size, theme=theme)


@pytest.mark.parametrize("theme", THEMES)
def test_mentions_beside_links_of_the_author(picture, theme):
    assert picture("tab", theme=theme)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", ["80x24", "120x40"])
def test_a_peek(picture, size, theme):
    assert picture("p", size=size, theme=theme)


def test_a_peek_at_a_long_text(picture):
    assert picture("3", "p", size="120x40")


def test_a_peek_in_a_small_window(picture):
    assert picture("p", size="40x12")


def test_a_peek_at_a_related_term(picture):
    assert picture("r", "p", size="200x50")


@pytest.mark.parametrize("theme", THEMES)
def test_finding(picture, theme):
    assert picture("ctrl+f", *"glass", theme=theme)


def test_reading_on_at_a_match(picture):
    assert picture("ctrl+f", *"li", "enter", "n", "n", size="120x40")


def test_nothing_found(picture):
    assert picture("ctrl+f", *"zebra")


def test_the_plain_view(picture):
    assert picture("3", "v")


def test_a_narrow_text_in_a_wide_window(picture):
    assert picture("3", *["minus"] * 6, size="200x50")


@pytest.mark.parametrize(
    "keys",
    [("3", "tab"), ("p",), ("ctrl+f", *"glass", "enter")],
    ids=["a link", "a peek", "a match"],
)
def test_without_colour(picture, keys, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture(*keys)
