"""From the folders asked for to a glossary that can be used."""

from __future__ import annotations

import os

import pytest

from glossary_tui.errors import EntriesNotFound
from glossary_tui.paths import BUNDLED
from glossary_tui.workspace import open_workspace


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "a.md").write_text("---\ntitle: A\n---\n## Summary\nOne.\n\n## Over coffee\nTwo.\n")
    return str(folder)


def roles(workspace):
    return [section.role for section in workspace.glossary.entries[0].sections]


def test_headings_of_the_configuration_are_known(own, tmp_path, monkeypatch):
    assert roles(open_workspace([own], {})) == ["summary", "section"]
    folder = tmp_path / "config" / "glossary-tui"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('[headings]\neli5 = ["Over coffee"]\nx = 1\n')
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    workspace = open_workspace([own], {})
    assert roles(workspace) == ["summary", "eli5"]
    assert [each.code for each in workspace.diagnostics] == ["C001"]


def test_reopening_sees_what_changed(own):
    workspace = open_workspace([own], {})
    with open(os.path.join(own, "b.md"), "w", encoding="utf-8") as file:
        file.write("# B\n")
    assert len(workspace.glossary) == 1
    assert len(workspace.reopen().glossary) == 2


def test_a_missing_folder_of_the_environment_names_it(tmp_path):
    with pytest.raises(EntriesNotFound, match="from GLOSSARY_PATH"):
        open_workspace([], {"GLOSSARY_PATH": str(tmp_path / "none")})


def test_names_of_workspaces(own):
    assert open_workspace([], {}).name == BUNDLED
    assert open_workspace([own], {}).name == "own"
