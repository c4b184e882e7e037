"""Pictures of the graph: two steps away, the map, the way to another term."""

from __future__ import annotations

import pytest

from tui.conftest import write_entry

SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x50": (200, 50), "40x12": (40, 12)}


@pytest.fixture
def sky(tmp_path):
    """Terms that name one another in every way."""
    write_entry(tmp_path, "galaxy", "Galaxy", related="Star, Nebula, Dark Matter, Quasar")
    write_entry(
        tmp_path,
        "star",
        "Star",
        summary="A star may end as a [supernova](supernova.md), and shine as much as a galaxy.",
        related="Galaxy, Planet, Red Giant",
    )
    write_entry(tmp_path, "nebula", "Nebula", related="Star, Supernova, Interstellar Medium")
    write_entry(tmp_path, "planet", "Planet", related="Star, Moon, Asteroid")
    write_entry(tmp_path, "moon", "Moon", related="Planet")
    write_entry(tmp_path, "supernova", "Supernova", related="Star, Neutron Star")
    write_entry(tmp_path, "neutron", "Neutron Star", related="Supernova, Pulsar")
    write_entry(tmp_path, "pulsar", "Pulsar")
    write_entry(tmp_path, "giant", "Red Giant", related="White Dwarf")
    write_entry(tmp_path, "dwarf", "White Dwarf", related="Star")
    write_entry(tmp_path, "medium", "Interstellar Medium", related="Galaxy")
    write_entry(tmp_path, "matter", "Dark Matter", related="Galaxy, Cosmic Microwave Background")
    write_entry(tmp_path, "background", "Cosmic Microwave Background")
    write_entry(tmp_path, "cluster", "Globular Cluster of Many Old Stars", related="Galaxy, Star")
    write_entry(tmp_path, "group", "Local Group", related="Galaxy")
    write_entry(tmp_path, "island", "Island")
    return tmp_path


@pytest.fixture
def picture(snap_compare, make_app, sky):
    """Compare a picture taken after some keys."""

    def compare(*keys, term="galaxy", size="80x24", theme="glossary-dark"):
        app = make_app(sky, term=term)
        app.theme = theme

        async def settle(pilot):
            await pilot.pause()
            while not pilot.app.screen.backlinks_ready:
                await pilot.pause()
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
            for box in pilot.app.screen.query("Input"):
                box.cursor_blink = False

        return snap_compare(app, terminal_size=SIZES[size], run_before=settle)

    return compare


@pytest.mark.parametrize("theme", ["glossary-dark", "glossary-light"])
@pytest.mark.parametrize("size", SIZES)
def test_a_map(picture, size, theme):
    assert picture("M", "right", size=size, theme=theme)


def test_a_mark_two_steps_from_the_middle(picture):
    assert picture("M", "left", "left", size="120x40")


def test_a_map_of_a_term_alone(picture):
    assert picture("M", term="island")


@pytest.mark.parametrize("size", ["80x24", "120x40"])
def test_two_steps_away(picture, size):
    assert picture("R", size=size)


@pytest.mark.parametrize("theme", ["glossary-dark", "glossary-light"])
@pytest.mark.parametrize("size", ["80x24", "120x40"])
def test_a_way(picture, size, theme):
    assert picture("P", *"pulsar", size=size, theme=theme)


def test_a_way_that_is_walked(picture):
    assert picture("P", *"pulsar", "enter", "down")


def test_no_way(picture):
    assert picture("P", *"island", size="120x40")


@pytest.mark.parametrize("keys", [["M", "right"], ["P", *"pulsar", "enter"]], ids=["map", "way"])
def test_without_colours(picture, monkeypatch, keys):
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture(*keys)
