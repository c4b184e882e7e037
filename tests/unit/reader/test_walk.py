"""What a walk finds, and what it finds at one path."""

from __future__ import annotations

import os
import tempfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary_tui.reader.found import walk_order
from glossary_tui.reader.walk import found_at, walk

NAMES = (
    *(
        "a.md",
        "b.markdown",
        "c.txt",
        "index.md",
        "Index.MD",
        "_index.md",
        "README.md",
        "readme.de.md",
    ),
    *(".hidden.md", ".md", "two  blanks.md", "end .md", "r\u202e.md", "regression.md", "z-a.md"),
)
FOLDERS = ("", "a", "b/c", ".git", ".kept/x", "i n", "z")


def every_path(root):
    return [os.path.join(at, name) for at, _, names in os.walk(root) for name in names]


@settings(max_examples=100)
@given(st.sets(st.tuples(st.sampled_from(FOLDERS), st.sampled_from(NAMES)), max_size=12))
def test_the_files_come_in_their_order_and_each_is_found_alone(made):
    with tempfile.TemporaryDirectory() as root:
        for folder, name in made:
            os.makedirs(os.path.join(root, folder), exist_ok=True)
            with open(os.path.join(root, folder, name), "w", encoding="utf-8") as file:
                file.write("Text.")
        listing = walk(root)
        assert listing.files == sorted(listing.files, key=lambda found: walk_order(found.path))
        alone = [found_at(root, path) for path in every_path(root)]
        assert sorted(each for one in alone for each in one.files) == sorted(listing.files)
        assert sorted(each for one in alone for each in one.remarks) == sorted(
            remark for remark in listing.remarks if not os.path.isdir(remark.path)
        )


@pytest.mark.parametrize(
    ("target", "code"), [("a.md", ""), ("../out.md", "G003"), ("gone.md", "G003"), ("b", "G003")]
)
def test_a_link_is_found_alone_as_a_walk_finds_it(tmp_path, target, code):
    root = tmp_path / "entries"
    (root / "b").mkdir(parents=True)
    for path in (root / "a.md", tmp_path / "out.md"):
        path.write_text("Text.")
    link = root / "link.md"
    link.symlink_to(target)
    alone, whole = found_at(str(root), str(link)), walk(str(root))
    assert [each.code for each in alone.remarks] == ([code] if code else [])
    assert alone.remarks == whole.remarks
    assert [each for each in whole.files if each.path == str(link)] == alone.files


def test_nothing_is_found_where_nothing_is(tmp_path):
    assert found_at(str(tmp_path), str(tmp_path / "gone.md")) == ([], [], [], False)


def test_nothing_is_found_where_the_glossary_is_a_link_to_a_file_that_has_gone(tmp_path):
    link = tmp_path / "one.md"
    link.symlink_to("gone.md")
    assert found_at(str(link), str(link)) == ([], [], [], False)


def test_a_file_that_is_the_glossary_is_found_alone(tmp_path):
    path = tmp_path / "one.md"
    path.write_text("Text.")
    assert found_at(str(path), str(path)) == walk(str(path))
