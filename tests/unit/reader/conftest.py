"""A folder of small files, read."""

from __future__ import annotations

from itertools import count

import pytest

from glossary_tui.reader import read_entries


@pytest.fixture
def write(tmp_path):
    """Writes files, given by path below a new folder, and returns the folder."""

    number = count()

    def write(files):
        root = tmp_path / f"glossary{next(number)}"
        root.mkdir()
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return write


@pytest.fixture
def read(write):
    """Reads files, given by path, as one glossary."""
    return lambda files, **options: read_entries([write(files)], **options)


@pytest.fixture
def one(read):
    """Reads one file and returns its entry."""

    def one(content, name="some-term.md", **options):
        (entry,) = read({name: content}, **options).entries
        return entry

    return one


@pytest.fixture
def codes(read):
    """Reads one file and returns the codes of its diagnostics."""

    def codes(content, name="some-term.md", **options):
        return [each.code for each in read({name: content}, **options).diagnostics]

    return codes
