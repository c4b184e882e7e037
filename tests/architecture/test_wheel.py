"""The wheel works by itself, with the sources out of reach."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder with what the wheel would install."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_bundled_entries_come_along(site):
    done = subprocess.run(
        [sys.executable, "-m", "glossary_tui", "imagenet"],
        cwd=site.parent,
        env=os.environ | {"PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.startswith("ImageNet\n")
    assert len(list((site / "glossary_tui" / "entries").glob("*.md"))) == len(
        list((ROOT / "entries").glob("*.md"))
    )


def test_both_commands_and_the_style_sheets_come_along(site):
    (points,) = site.glob("*.dist-info/entry_points.txt")
    text = points.read_text(encoding="utf-8")
    assert "glossary = glossary_tui.__main__:main" in text
    assert "glossary-tui = glossary_tui.__main__:main" in text
    sheets = {path.name for path in ROOT.glob("glossary_tui/**/*.tcss")}
    assert {path.name for path in site.glob("glossary_tui/**/*.tcss")} == sheets
