"""What is told of a glossary that is not there, and what is offered in its stead."""

from __future__ import annotations

import os

import pytest

from glossary_tui.errors import EntriesNotFound, GlossaryUnknown
from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.offers import shortened
from glossary_tui.workspace.workspace import workspace_without


@pytest.fixture
def home(_nobody, monkeypatch):
    """Someone with a glossary called team in ~/wiki/terms, who works in ~/work."""
    for folder in (".config/glossary-tui", "wiki/terms", "wiki/birds", "work"):
        (_nobody / folder).mkdir(parents=True)
    (_nobody / ".config/glossary-tui/config.toml").write_text(
        "[glossaries.team]\nfolders = ['~/wiki/terms']\n", encoding="utf-8"
    )
    monkeypatch.chdir(_nobody / "work")
    return _nobody


def told(entries=(), names=(), environment=None):
    """What is told when that cannot be opened."""
    environment = environment or {}
    try:
        open_workspace(entries, environment, glossaries=names)
    except (EntriesNotFound, GlossaryUnknown) as error:
        workspace = workspace_without(error, entries, names, environment)
    assert not workspace.glossary.entries
    with pytest.raises((EntriesNotFound, GlossaryUnknown)):
        workspace.reopen()
    return workspace.missing


def offered(found):
    """The offers, as they are read."""
    return [(offer.title, offer.aside) for offer in found.offers]


REST = [("bundled", "comes with the program"), ("All of them", "side by side")]


def test_a_name_with_a_slip_offers_the_one_that_was_meant(home):
    found = told(names=["taem"])
    assert found.title == "There is no glossary called “taem”"
    assert found.lines == (
        "--glossary asks for it. Names are given in ~/.config/glossary-tui/config.toml.",
    )
    assert offered(found) == [("team", "a name like it · ~/wiki/terms"), *REST]
    assert "[glossaries.taem]" in found.advice


def test_a_name_like_no_other_offers_what_there_is(home):
    assert offered(told(names=["chemistry"])) == [("team", "~/wiki/terms"), *REST]


def test_a_folder_of_the_name_is_offered_first(home):
    (home / "work/plants").mkdir()
    found = told(names=["plants"])
    assert offered(found)[0] == ("plants", "a folder here")
    assert found.offers[0].folder == str(home / "work/plants")


def test_without_a_configuration_it_says_that_there_is_none():
    (line,) = told(names=["team"]).lines
    assert line.endswith("config.toml, which does not exist.")


def test_no_project_here_is_told_with_where_it_was_looked_for(home):
    found = told(names=["."])
    assert found.title == "There is no .glossary folder here"
    assert "looked for in ~/work and in the folders above" in found.lines[0]
    assert offered(found)[0][0] == "team"


def test_a_folder_with_a_slip_offers_the_glossary_that_it_is(home):
    found = told([str(home / "wiki/tersm")])
    assert found.title == "There is no folder ~/wiki/tersm"
    assert offered(found) == [("team", "a name like it · ~/wiki/terms"), *REST]
    assert found.advice.endswith("mkdir -p ~/wiki/tersm; glossary new TERM --entries ~/wiki/tersm")


def test_a_slip_above_the_folder_is_seen_too(home):
    found = told([str(home / "wikki/birds")])
    assert offered(found)[0] == ("~/wiki/birds", "a name like it")
    assert "~ is there, but nothing in it is called wikki." in found.lines


def test_a_file_that_is_no_entry_offers_its_folder(home):
    (home / "wiki/birds/list.txt").write_text("x", encoding="utf-8")
    found = told([str(home / "wiki/birds/list.txt")])
    assert found.title == "~/wiki/birds/list.txt is no folder"
    assert offered(found)[0] == ("~/wiki/birds", "the folder it is in")
    assert not found.advice


def test_a_folder_that_may_not_be_read_says_what_the_system_says(home, monkeypatch):
    folder = str(home / "wiki/birds")
    scandir = os.scandir

    def refusing(path="."):
        if path == folder:
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = told([folder])
    assert found.title == "The folder ~/wiki/birds cannot be read"
    assert found.lines[-1] == "The system says: Permission denied."


def test_a_folder_of_a_named_glossary_tells_who_says_so_and_is_not_offered(home):
    (home / "wiki/terms").rmdir()
    found = told(names=["team"])
    assert found.lines[0] == (
        "It is a folder of the glossary “team”, as ~/.config/glossary-tui/config.toml says; "
        "--glossary asks for that."
    )
    assert offered(found) == REST[:1]


def test_the_environment_may_be_who_asks(home):
    assert "GLOSSARY_PATH asks for it." in told(environment={"GLOSSARY_PATH": "/no/such"}).lines


def test_the_projects_own_glossary_is_offered(home):
    (home / "work/.glossary").mkdir()
    assert offered(told(names=["team", "no"]))[-1] == ("This project", "~/work/.glossary")


def test_nothing_that_a_terminal_obeys_is_told(home):
    found = told([str(home / "wiki/\x1b[31mred")])
    assert "\x1b" not in "".join([found.title, *found.lines, found.advice])


@pytest.mark.parametrize(
    ("path", "shown"), [("", "~"), ("/wiki", "~/wiki"), ("ly", None), ("/a\nb", "~/a b")]
)
def test_the_home_directory_is_a_tilde(home, path, shown):
    assert shortened(f"{home}{path}") == (shown or f"{home}{path}")
