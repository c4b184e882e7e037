"""docs/format.md names every diagnostic with the severity that the reader gives it."""

from __future__ import annotations

import re
from pathlib import Path

from glossary_tui.reader import conventions
from glossary_tui.reader.conventions import LINK_LIMIT
from glossary_tui.reader.document import SIZE_LIMIT
from glossary_tui.reader.front_matter import DEPTH_LIMIT, LIMIT
from glossary_tui.reader.remarks import SEVERITIES
from glossary_tui.text.fold import fold

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "format.md").read_text()


def test_every_code_stands_in_the_table_with_its_severity():
    rows = dict(re.findall(r"^\| `(G0\d\d)` \| (\w+) \|", PAGE, re.MULTILINE))
    assert rows == SEVERITIES


def test_every_code_is_used():
    sources = "".join(path.read_text() for path in (ROOT / "glossary_tui" / "reader").glob("*.py"))
    for code in SEVERITIES:
        assert sources.count(f'"{code}"') >= 2, code


def test_the_limits_are_those_of_the_code():
    for limit in (SIZE_LIMIT, LIMIT, DEPTH_LIMIT, LINK_LIMIT):
        assert f"{limit:,}" in PAGE


def test_no_heading_has_two_roles():
    roles: dict[str, set[str]] = {}
    for role, known in conventions.HEADINGS.items():
        for heading in known:
            roles.setdefault(fold(heading), set()).add(role)
    assert [heading for heading, found in roles.items() if len(found) > 1] == []
