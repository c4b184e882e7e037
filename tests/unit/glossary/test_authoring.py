"""A new entry looks like its neighbours, and its file's name is safe everywhere."""

from __future__ import annotations

import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.errors import ChangeRefused
from glossary_tui.glossary import Glossary
from glossary_tui.glossary.authoring import new_entry
from glossary_tui.glossary.file_names import file_stem, style_of
from glossary_tui.reader import read_entries


@pytest.fixture
def begun(tmp_path):
    """The path below the glossary, and the text, of a new entry among files given by path."""

    def run(files, title="New Term", **names):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        glossary = Glossary(read_entries([str(tmp_path)]).entries)
        entry = new_entry(glossary, str(tmp_path), title, **names)
        return os.path.relpath(entry.path, tmp_path).replace(os.sep, "/"), entry.text

    return run


def test_the_first_entry_has_the_native_format_and_reads_so(begun, tmp_path):
    name, text = begun({}, "Gradient Descent", aliases=["GD"], tags=["a b"])
    assert name == "gradient-descent.md"
    assert text == (
        '---\ntitle: "Gradient Descent"\naliases: ["GD"]\ntags: ["a b"]\ndraft: false\n---\n\n'
        "### Summary\n\n### ELI5\n\n### In-depth explanation\n\n### Related terms\n"
    )
    (tmp_path / name).write_text(text)
    (entry,) = read_entries([str(tmp_path)]).entries
    assert (entry.title, entry.aliases, entry.tags) == ("Gradient Descent", ("GD",), ("a b",))


def test_keys_values_and_headings_are_those_of_most(begun):
    text = (
        "---\ntitle: {0}\nstatus: Completed\ndate: 2024-01-01\ntags: [a]\nowner: {0}\n---\n"
        "## What it is\nX\n\n## Why\nX\n\n## See also\nX\n"
    )
    odd = "---\ntitle: C\n---\n## Else\nX\n"
    files = {
        "a.md": text.format("A"),
        "b.md": text.format("B"),
        "d.md": text.format("D"),
        "c.md": odd,
    }
    assert begun(files)[1] == (
        "---\ntitle: New Term\nstatus: Completed\ntags: []\nowner:\n---\n\n"
        "## What it is\n\n## Why\n\n## See also\n"
    )


@pytest.mark.parametrize(
    ("files", "name", "head"),
    [
        ({"Blue Bee.md": "# Blue Bee\n\nX\n"}, "New Term.md", "# New Term\n"),
        ({"blue_bee.md": "# Blue Bee\n\nX\n"}, "new_term.md", "# New Term\n"),
        ({"t/a/index.md": "---\ntitle: A\n---\nX\n"}, "t/new-term/index.md", "---\ntitle: New Term\n---\n"),
        ({"t/a.markdown": '+++\ntitle = "A"\n+++\nX\n'}, "t/new-term.markdown", '+++\ntitle = "New Term"\n+++\n'),
        ({"a.md": "---\nterm: 'A'\n---\nX\n"}, "new-term.md", '---\nterm: "New Term"\n---\n'),
    ],
)  # fmt: skip
def test_place_and_spelling_are_those_of_most(begun, files, name, head):
    assert begun(files) == (name, head)


@pytest.mark.parametrize("title", ["Blue Bee", "blue-bees", "BB"])
def test_a_name_that_is_taken_is_refused(begun, title):
    with pytest.raises(ChangeRefused, match="there is an entry for"):
        begun({"blue-bee.md": "---\ntitle: Blue Bee\naliases: [BB]\n---\nX\n"}, title)


def test_a_file_of_that_name_is_left_whatever_its_capitals(begun):
    files = {"Blauwe-Bij.MD": "---\ntitle: Other\ndraft: true\n---\nX\n", "wasp.md": "X\n"}
    with pytest.raises(ChangeRefused, match=r"Blauwe-Bij\.MD already; it is left as it is"):
        begun(files, "Blauwe Bij")


def test_an_alias_that_is_taken_is_refused(begun):
    with pytest.raises(ChangeRefused, match="“Bee” already"):
        begun({"bee.md": "# Bee\n\nX\n"}, "Apis", aliases=["Bee"])


@pytest.mark.parametrize(
    "names", [{"aliases": ["\udce9"]}, {"tags": ["\udce9"]}, {"title": "\udce9"}]
)
def test_what_is_no_text_is_not_written(begun, names):
    with pytest.raises(ChangeRefused, match="no text"):
        begun({}, **names)


def test_a_name_is_no_longer_than_one_that_is_read(begun):
    assert begun({}, "x" * 300)[1].splitlines()[1] == f'title: "{"x" * 300}"'
    with pytest.raises(ChangeRefused, match="300 letters at most"):
        begun({}, "x" * 301)


@pytest.mark.parametrize("title", ["", "  ", "\x1b[2J"])
def test_a_title_says_something(begun, title):
    with pytest.raises(ChangeRefused, match="needs a title"):
        begun({}, title)


@pytest.mark.parametrize(
    ("title", "slug", "written"),
    [
        ("Gradient Descent", "gradient-descent", "Gradient Descent"),
        ("A/B Testing", "a-b-testing", "A-B Testing"),
        ("C++", "c-plus-plus", "C++"),
        ("C#", "c-sharp", "C#"),
        ("What?", "what", "What"),
        ("con", "con-term", "con term"),
        ("COM1", "com1-term", "COM1 term"),
        ("Index", "index-term", "Index term"),
        ("README", "readme-term", "README term"),
        ("_index", "index-term", "index term"),
        ("..", "term", "term"),
        ("???", "term", "term"),
        ("Größe", "grosse", "Größe"),
        ("神经网络", "神经网络", "神经网络"),
        ("x" * 300, "x" * 120, "x" * 120),
        ("é" * 100, "e" * 100, "é" * 60),
    ],
)
def test_names_of_files(title, slug, written):
    assert file_stem(title) == slug
    assert file_stem(title, "title") == written


@given(st.text(max_size=200), st.sampled_from(["slug", "snake", "title"]))
def test_every_name_is_safe_on_every_system(title, style):
    name = file_stem(title, style)
    assert name == unicodedata.normalize("NFC", name).strip(" .")
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable() or not title.isprintable()
    assert 0 < len(name.encode()) <= 130
    assert name.lower().split(".")[0] not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
    assert file_stem(name, style).lower() == file_stem(file_stem(name, style), style).lower()


def test_styles_are_recognised():
    assert style_of("gradient-descent", "Gradient Descent") == "slug"
    assert style_of("gradient_descent", "Gradient Descent") == "snake"
    assert style_of("Gradient Descent", "Gradient Descent") == "title"
    assert style_of("gd", "Gradient Descent") is None
