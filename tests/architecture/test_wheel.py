"""The wheel works by itself: installed into an empty environment, with the sources out of reach."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WINDOWS = sys.platform == "win32"


def build(where, target, into):
    """What hatchling builds of the tree *where*."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(into)],
        cwd=where,
        check=True,
        capture_output=True,
    )
    (built,) = into.glob("*.whl" if target == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this tree."""
    return build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory):
    """An environment with the wheel and what it depends on, installed by pip without a network.

    The dependencies are those of the tests' own environment, put there as links.
    """
    folder = tmp_path_factory.mktemp("installed") / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    ours = Path(sysconfig.get_paths()["purelib"])
    theirs = folder / ours.relative_to(sys.prefix)
    for item in ours.iterdir():
        if "glossary" not in item.name.lower() and item.suffix != ".pth":
            (theirs / item.name).symlink_to(item)
    pip = [sys.executable, "-m", "pip", "--python", folder, "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "install", "--quiet", "--no-index", "--no-deps", wheel],
        check=True,
        cwd=folder,
        stdin=subprocess.DEVNULL,
    )
    return folder


@pytest.fixture
def run(environment, tmp_path):
    """Run a program of the environment, with nothing of the caller's but its clean home."""

    def run(program, *arguments):
        scripts = environment / ("Scripts" if WINDOWS else "bin")
        return subprocess.run(
            [scripts / program, *arguments],
            cwd=tmp_path,
            env={"HOME": os.environ["HOME"], "PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_the_program_runs_and_the_sources_are_out_of_reach(run, environment):
    where = run("python", "-c", "import glossary_tui; print(glossary_tui.__file__)").stdout
    assert where.startswith(str(environment))
    for name in ("glossary", "glossary-tui"):
        done = run(name, "imagenet")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("ImageNet\n")


def test_the_bundled_entries_come_along(run):
    assert len(run("glossary", "list").stdout.splitlines()) == len(
        [*(ROOT / "entries").glob("*.md")]
    )
    assert run("glossary", "check", "--strict", "-g", "bundled").returncode == 0


def test_what_it_imports_to_draw_is_there(run):
    code = "from glossary_tui.tui.app import GlossaryApp; from glossary_tui.tui import launch"
    done = run("python", "-c", code)
    assert (done.returncode, done.stderr) == (0, "")


def test_style_sheets_and_scripts_of_shells_come_along(run, wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if "/" in name}
    for pattern in ("*.tcss", "cli/shells/*"):
        found = {str(path.relative_to(ROOT)) for path in (ROOT / "glossary_tui").rglob(pattern)}
        assert found <= {name.replace("/", os.sep) for name in names}
    assert run("glossary", "completions", "fish").stdout.startswith("# glossary: completions")


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("man/man1/glossary.1", "docs/glossary.1"),
        ("bash-completion/completions/glossary", "glossary_tui/cli/shells/glossary.bash"),
        ("zsh/site-functions/_glossary", "glossary_tui/cli/shells/_glossary"),
        ("fish/vendor_completions.d/glossary.fish", "glossary_tui/cli/shells/glossary.fish"),
    ],
)
def test_manual_and_completions_are_where_programs_look_for_them(environment, place, source):
    assert (environment / "share" / place).read_bytes() == (ROOT / source).read_bytes()


@pytest.mark.skipif(not shutil.which("man"), reason="there is no man here")
def test_the_manual_page_has_no_mistakes(environment):
    page = environment / "share" / "man" / "man1" / "glossary.1"
    done = subprocess.run(
        ["man", "--warnings", "-l", page],
        env=os.environ | {"MANWIDTH": "100", "LC_ALL": "C.UTF-8", "MANPAGER": "cat"},
        stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert "glossary - read, study and write a glossary" in done.stdout


def test_the_source_archive_builds_the_same_wheel(wheel, tmp_path):
    sdist = build(ROOT, "sdist", tmp_path)
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (tree,) = (path for path in tmp_path.iterdir() if path.is_dir())
    other = build(tree, "wheel", tmp_path / "other")
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(other) as two:
        assert sorted(one.namelist()) == sorted(two.namelist())
        assert [name for name in one.namelist() if one.read(name) != two.read(name)] == []


def test_nothing_of_the_tests_and_no_leftovers_are_in_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
        odd = [name for name in archive.namelist() if name.endswith((".pyc", ".orig", "~"))]
    assert odd == []
    assert {top.partition("-")[0] for top in tops} == {"glossary_tui"}
