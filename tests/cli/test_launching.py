"""`glossary` as a process: what is printed, where, and with which exit status."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tui.conftest import write_entry


@pytest.fixture
def glossary(tmp_path):
    """Run the program over a small glossary, its output a pipe."""
    for name, title, head in (
        ("image-net", "ImageNet", 'aliases: ["ILSVRC data"]'),
        ("cnn", "Convolutional Neural Network", 'aliases: ["CNN"]'),
        ("layer-a", "Layer", ""),
        ("layer-b", "Layer", ""),
    ):
        write_entry(tmp_path, name, title, head=head, related="ImageNet, Telescope")

    def run(*arguments, entries=str(tmp_path), **environment):
        options = ["--entries", entries] if entries else []
        return subprocess.run(
            [sys.executable, "-m", "glossary_tui", *options, *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    return run


@pytest.mark.parametrize(
    "words", [["imagenet"], ["IMAGE", "NET"], ["Image-Nets"], ["ilsvrc data"]], ids=" ".join
)
def test_a_term_in_any_form_prints_its_entry(glossary, words):
    done = glossary(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "ImageNet\nalso: ILSVRC data\n\n"
        "Summary\n\nImageNet in one sentence.\n\n"
        "ELI5\n\nImageNet for a child.\n\n"
        "In-depth\n\nImageNet in depth.\n\n"
        "Related terms\n\n- Telescope  (no entry here)\n"
    )


def test_without_a_term_the_list_is_printed(glossary):
    done = glossary()
    assert done.stdout == "Convolutional Neural Network\nImageNet\nLayer\nLayer\n"
    assert done.returncode == 0


def test_several_candidates_are_listed_on_stderr(glossary):
    done = glossary("layer")
    assert (done.returncode, done.stdout) == (1, "")
    assert "layer-a" in done.stderr
    assert "layer-b" in done.stderr
    assert glossary("layer-b").returncode == 0


def test_no_candidate_names_the_nearest(glossary):
    done = glossary("imagnet")
    assert (done.returncode, done.stdout) == (1, "")
    assert "No entry for “imagnet”" in done.stderr
    assert "ImageNet" in done.stderr


def test_a_folder_that_does_not_exist_is_one_line_and_status_2(glossary):
    done = glossary(entries="/no/such/folder")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "/no/such/folder" in done.stderr


def test_the_environment_names_folders(glossary, tmp_path):
    done = glossary("cnn", entries="", GLOSSARY_PATH=str(tmp_path))
    assert done.stdout.startswith("Convolutional Neural Network\nalso: CNN\n")
    missing = glossary("cnn", entries="", GLOSSARY_PATH="/no/such/folder")
    assert missing.returncode == 2
    assert "GLOSSARY_PATH" in missing.stderr


def test_several_folders_make_one_glossary(glossary, tmp_path):
    other = tmp_path.parent / "other"
    other.mkdir(exist_ok=True)
    write_entry(other, "cnn", "Cable News Network")
    done = glossary("--entries", str(other))
    assert "Cable News Network\n" in done.stdout
    assert "Convolutional" not in done.stdout


def test_the_bundled_glossary_is_the_default(glossary):
    done = glossary("imagenet", entries="")
    assert done.returncode == 0
    assert "WordNet" in done.stdout


def test_version_and_help(glossary):
    assert glossary("--version").stdout.startswith("glossary-tui ")
    shown = glossary("--help").stdout
    for word in ("--entries", "--drafts", "--version", "GLOSSARY_PATH"):
        assert word in shown


def test_a_wrong_option_is_status_2(glossary):
    assert glossary("--no-such-option").returncode == 2


def test_a_closed_pipe_is_quiet(glossary):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "glossary_tui"], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert done.stderr == b""


def test_printing_works_in_a_plain_locale_and_without_a_home(glossary):
    done = glossary("imagenet", entries="", LC_ALL="C", PYTHONUTF8="0", HOME="/nowhere")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [["imagenet"], []], ids=["a term", "the list"])
def test_printing_imports_nothing_heavy(arguments):
    """A print that costs a Textual start is no print for scripts."""
    code = (
        "import sys; from glossary_tui.__main__ import main; sys.argv[1:] = sys.argv[1:]\n"
        "main(); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    heavy = {
        "textual", "rich", "markdown_it", "rapidfuzz", "yaml", "frontmatter", "asyncio",
        "dataclasses", "typing", "pathlib", "json", "sqlite3", "platformdirs",
    }  # fmt: skip
    assert heavy & set(done.stderr.split()) == set()
