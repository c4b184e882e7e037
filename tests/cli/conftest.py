"""The program as a process, over a small glossary."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ENTRIES = Path(__file__).with_name("glossary")
"""A small glossary that shows every case that is printed."""


@pytest.fixture
def glossary():
    """Run `glossary` with arguments over `ENTRIES`; its output is a pipe unless one is given."""

    def run(*arguments, entries=ENTRIES, given="", text=True, **environment):
        folders = ["--entries", str(entries)] if entries else []
        return subprocess.run(
            [sys.executable, "-m", "glossary_tui", *arguments, *folders],
            capture_output=True,
            input=given if text else given.encode(),
            text=text or None,
            encoding="utf-8" if text else None,
            env=os.environ | environment,
            check=False,
        )

    return run
