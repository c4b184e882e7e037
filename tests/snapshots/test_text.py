"""Pictures of what one does to a text: its kinds, its mentions, peeking, finding, the plain view."""

from __future__ import annotations

import pytest

from tui.conftest import write_entry

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


SCREENS = {
    "every kind of text": ["3"],
    "mentions beside links of the author": ["tab"],
    "peek": ["p"],
    "peek at a long text": ["3", "p"],
    "peek scrolled": ["3", "p", "down", "down"],
    "peek at a related term": ["r", "p"],
    "find": ["ctrl+f", *"glass"],
    "match": ["ctrl+f", *"li", "enter", "n", "n"],
    "nothing found": ["ctrl+f", *"zebra"],
    "plain": ["3", "v"],
    "narrow": ["3", *["minus"] * 6],
}


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_a_screen(take, make_app, glossary, keys, size, look):
    await take(lambda: make_app(glossary, term="telescope"), *keys, size=size, look=look)


async def test_a_peek_in_a_small_window(take, make_app, glossary):
    await take(lambda: make_app(glossary, term="telescope"), "p", size="40x12", look="dark")
