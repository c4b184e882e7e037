"""What study needs comes with study, and not with the interface."""

from __future__ import annotations

import subprocess
import sys


def test_the_interface_starts_without_scheduler_and_database():
    code = "import sys, glossary_tui.tui.app, glossary_tui.workspace; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    loaded = set(done.stdout.split())
    assert "glossary_tui.tui.app" in loaded
    assert {name for name in loaded if name.startswith("glossary_tui.study")} == set()
    assert {"fsrs", "sqlite3", "genanki"} & loaded == set()
