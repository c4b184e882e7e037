"""Pictures of a text of the person's own, its terms linked."""

from __future__ import annotations

from functools import partial

import pytest

from glossary_tui.text.document import document
from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens.document import DocumentScreen
from glossary_tui.workspace import open_workspace
from tui.conftest import write_entry

SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x50": (200, 50)}
TEXT = """\
LETTER HOME

Last night the planet stood so near the moon that both fitted into the telescope, and behind
them a star, or what we took for one, until it began to move.

    planet      12 moons
    telescope    1 mirror

OBSERVATIONS
       The telescope was built in 1889. Its mirror has been polished twice since,
       and the star has not been seen again.
"""


@pytest.fixture
def sky(tmp_path):
    """A few terms that the letter uses."""
    for name, related in (
        ("Planet", "Moon, Star"),
        ("Moon", "Planet"),
        ("Star", "Planet"),
        ("Telescope", "Star"),
    ):
        write_entry(tmp_path, name.lower(), name, related=related)
    return tmp_path


@pytest.mark.parametrize("theme", ["glossary-dark", "glossary-light"])
@pytest.mark.parametrize("size", SIZES)
def test_a_text(snap_compare, sky, size, theme):
    reader = partial(DocumentScreen, document("letter.txt", TEXT))
    app = GlossaryApp(open_workspace([str(sky)], {}), reader=reader)
    app.theme = theme

    async def settle(pilot):
        await pilot.pause()
        while not pilot.app.screen.query_one("RelatedPanel").items:
            await pilot.pause()
        await pilot.press("tab")
        await pilot.pause()

    assert snap_compare(app, terminal_size=SIZES[size], run_before=settle)
