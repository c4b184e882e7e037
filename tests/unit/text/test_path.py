"""Paths to entries, however they are written."""

from __future__ import annotations

import pytest

from glossary_tui.text.path import path_of


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("/en/b/policy/", "en/b/policy"),
        ("../b/policy.md#cover", "b/policy"),
        ("./x/index.html?y=1", "x"),
        ("x/_index.md", "x"),
        ("plain", "plain"),
        ("#part", ""),
    ],
)
def test_a_path_below_the_root(written, path):
    assert path_of(written) == path
