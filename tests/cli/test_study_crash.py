"""A study session that is killed loses at most the card on the table.

The process is killed while it is busy with further answers, so that it dies at any point of
deriving, writing and printing. `make crash` does it a hundred times.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from glossary_tui.paths import configuration_file, study_file
from glossary_tui.study.store import Store
from tui.conftest import write_entry

CRASHES = int(os.environ.get("CRASHES", "5"))
TERMS = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("terms")
    for number in range(TERMS):
        write_entry(folder, f"term-{number}", f"Term {number}")
    return folder


@pytest.mark.parametrize("seed", range(CRASHES))
def test_every_acknowledged_answer_is_found(folder, seed):
    os.makedirs(os.path.dirname(configuration_file()))
    Path(configuration_file()).write_text("[study]\nnew-per-day = 1000\n", encoding="utf-8")
    chance = random.Random(seed)
    acknowledged = 0
    for _ in range(2):  # a database that was there before dies no easier
        acknowledged += killed_after(folder, chance.randint(1, 6))
        store = Store(study_file())
        found = len(store.reviews(str(folder)))
        assert found >= acknowledged
        assert store.rebuild() == 0
        store.close()
        acknowledged = found


def killed_after(folder, answers):
    """Answer cards, and kill the process when *answers* of them are known to be saved."""
    process = subprocess.Popen(
        [sys.executable, "-m", "glossary_tui", "study", "--kind", "meaning", "-e", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        process.stdin.write("\n4\n" * TERMS)
        process.stdin.flush()
        # The header of the next card says that the answer before it was saved.
        headers = count(-1)
        for line in process.stdout:
            if "left ·" in line and next(headers) + 1 == answers:
                break
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    return answers
