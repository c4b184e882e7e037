"""Pictures of the graph: two steps away, the map, the way to another term."""

from __future__ import annotations

import pytest

from glossary_tui.tui.app import GlossaryApp
from glossary_tui.workspace import open_workspace
from tui.conftest import write_entry


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


SCREENS = {
    "map": ("galaxy", ["M", "right"]),
    "mark two steps from the middle": ("galaxy", ["M", "left", "left"]),
    "map of a term alone": ("island", ["M"]),
    "two steps away": ("galaxy", ["R"]),
    "way": ("galaxy", ["P", *"pulsar"]),
    "way that is walked": ("galaxy", ["P", *"pulsar", "enter", "down"]),
    "way asked for": ("galaxy", ["P"]),
    "no way": ("galaxy", ["P", *"island"]),
}


@pytest.mark.parametrize(("term", "keys"), SCREENS.values(), ids=SCREENS)
async def test_a_screen(take, make_app, sky, term, keys, size, look):
    await take(lambda: make_app(sky, term=term), *keys, size=size, look=look)


async def test_a_map_in_a_small_window(take, make_app, sky):
    await take(lambda: make_app(sky, term="galaxy"), "M", "right", size="40x12", look="dark")


@pytest.mark.parametrize("keys", [["M"], ["P", *"pulsar", "enter"]], ids=["map", "way"])
async def test_linear(take, sky, keys, size, look):
    def made():
        return GlossaryApp(open_workspace([str(sky)], {}), "galaxy", linear=True)

    await take(made, *keys, size=size, look=look)
