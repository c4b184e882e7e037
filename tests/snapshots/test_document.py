"""Pictures of a text of the person's own, its terms linked."""

from __future__ import annotations

from functools import partial

import pytest

from glossary_tui.text.document import document
from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens.document import DocumentScreen
from glossary_tui.workspace import open_workspace
from tui.conftest import write_entry

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


async def test_a_text(take, sky, size, look):
    reader = partial(DocumentScreen, document("letter.txt", TEXT))

    def made():
        return GlossaryApp(open_workspace([str(sky)], {}), reader=reader)

    await take(made, "tab", size=size, look=look)
