"""Which glossaries are opened, and in which order one looks for them."""

from __future__ import annotations

import os

import pytest

from glossary_tui.errors import EntriesNotFound, GlossaryUnknown, WrongUsage
from glossary_tui.paths import BUNDLED, bundled_entries
from glossary_tui.user.preferences import Configuration, GlossarySettings
from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.choosing import choose, offered_project, project_folder

HERE = os.path.abspath(os.sep)
CONFIGURATION = Configuration(
    {},
    glossaries={
        "team": GlossarySettings((os.path.join(HERE, "wiki"),)),
        "cloud": GlossarySettings(("cloud", os.path.join(HERE, "notes"))),
    },
    path=os.path.join(HERE, "etc", "config.toml"),
)
BOTH = {"GLOSSARY_PATH": os.pathsep.join(["/one", "", "/two"])}


def chosen(*, entries=(), names=(), environment=None, configuration=CONFIGURATION):
    return choose(entries, names, environment or {}, configuration)


def test_nothing_asked_for_is_the_bundled_glossary():
    choice = chosen()
    assert choice.folders == (bundled_entries(),)
    assert [source.identity for source in choice.sources] == [BUNDLED]
    assert chosen(environment={"GLOSSARY_PATH": ""}) == choice


def test_each_way_of_asking_goes_before_the_next():
    default = CONFIGURATION._replace(default_glossary="team")
    assert chosen(configuration=default).sources[0].name == "team"
    assert chosen(configuration=default, environment=BOTH).folders == ("/one", "/two")
    assert chosen(configuration=default, environment=BOTH, entries=["/x"]).folders == ("/x",)
    named = chosen(configuration=default, environment=BOTH, names=["cloud"])
    assert named.sources[0].name == "cloud"


def test_a_home_directory_is_found_and_a_relative_folder_starts_at_the_file():
    assert chosen(entries=["~/x"]).folders == (os.path.expanduser("~/x"),)
    folders = (os.path.join(HERE, "etc", "cloud"), os.path.join(HERE, "notes"))
    assert chosen(names=["cloud"]).folders == folders


def test_all_is_every_named_glossary_and_each_keeps_its_identity():
    choice = chosen(names=["all"])
    assert choice.parts == ("team", "cloud", BUNDLED)
    assert [source.identity for source in choice.sources] == ["team", "cloud", BUNDLED]
    assert chosen(names=["team", "all", "team"]).parts == choice.parts


def test_a_folder_over_a_named_glossary_is_layered():
    choice = chosen(names=["team"], entries=["/drafts"])
    assert choice.folders == (os.path.join(HERE, "wiki"), "/drafts")
    assert choice.sources[0].identity == "team"
    with pytest.raises(WrongUsage, match="one glossary only"):
        chosen(names=["all"], entries=["/drafts"])


def test_folders_that_have_a_name_go_by_it():
    assert chosen(entries=[os.path.join(HERE, "x", "..", "wiki")]).sources[0].identity == "team"
    assert chosen(entries=[bundled_entries()]).sources[0].identity == BUNDLED
    other = chosen(entries=[os.path.join(HERE, "notes")]).sources[0]
    assert (other.name, other.identity) == ("", os.path.join(HERE, "notes"))


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(GlossaryUnknown, match=r"“taem”, only team, cloud, bundled, all.*config"):
        chosen(names=["taem"])


def test_glossaries_of_one_label_are_told_apart(tmp_path, monkeypatch):
    for place in ("a", "b"):
        (tmp_path / place / "terms").mkdir(parents=True)
    settings = {"terms": GlossarySettings((str(tmp_path / "a" / "terms"),))}
    project = tmp_path / "b" / ".glossary"
    project.mkdir()
    configuration = Configuration({}, glossaries=settings, path=str(tmp_path / "config.toml"))
    monkeypatch.chdir(project.parent)
    choice = chosen(names=["terms", "."], configuration=configuration)
    assert choice.parts == ("terms", "b")


@pytest.fixture
def project(tmp_path, monkeypatch):
    folder = tmp_path / "project" / ".glossary"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text("# A\n\nText.\n")
    inside = tmp_path / "project" / "src" / "deep"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    return folder


def test_a_projects_glossary_is_found_from_below_and_opened_only_when_asked_for(project):
    assert project_folder() == str(project)
    assert chosen().sources[0].name == BUNDLED
    (source,) = chosen(names=["."]).sources
    assert (source.folders, source.label) == ((str(project),), "project")
    assert source.identity == str(project)


def test_a_projects_glossary_is_offered_where_nobody_has_asked_for_one(project):
    assert offered_project(chosen()) == str(project)
    default = CONFIGURATION._replace(default_glossary="team")
    assert offered_project(chosen(configuration=default)) == str(project)
    here = CONFIGURATION._replace(default_glossary=".")
    for choice in (
        chosen(configuration=here), chosen(names=["team"]), chosen(entries=["/x"]), chosen(environment=BOTH),
    ):  # fmt: skip
        assert offered_project(choice) == ""


def test_the_configuration_may_make_a_projects_glossary_the_default(project, tmp_path, monkeypatch):
    default = CONFIGURATION._replace(default_glossary=".")
    assert chosen(configuration=default).folders == (str(project),)
    monkeypatch.chdir(tmp_path)
    assert chosen(configuration=default).sources[0].name == BUNDLED
    with pytest.raises(GlossaryUnknown, match=r"no \.glossary folder"):
        chosen(names=["."])


@pytest.fixture
def configured(tmp_path, monkeypatch):
    """Two named glossaries in files, which share an id and link by it."""
    for name, text in (("team", "Ours. See [the box](box.md)."), ("cloud", "Theirs.")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "box.md").write_text(f"---\ntitle: Box of {name}\n---\n{text}\n")
    (tmp_path / "team" / "net").mkdir()
    (tmp_path / "team" / "net" / "cnn.md").write_text("# CNN\n\nSee [[box]] and [[only there]].\n")
    (tmp_path / "cloud" / "only-there.md").write_text("# Only there\n\nSee [[net/cnn]].\n")
    folder = tmp_path / "config" / "glossary-tui"
    folder.mkdir(parents=True)
    lines = [f"{name} = ['{tmp_path / name}']" for name in ("team", "cloud")]
    (folder / "config.toml").write_text("[glossaries]\n" + "\n".join(lines) + "\n")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def test_several_glossaries_keep_all_entries_and_links_stay_at_home_first(configured):
    workspace = open_workspace([], {}, glossaries=["team", "cloud"])
    ids = {entry.id for entry in workspace.glossary}
    assert ids == {"team/box", "cloud/box", "team/net/cnn", "cloud/only-there"}
    entry = workspace.glossary.by_id("team/net/cnn")
    assert entry
    assert [each.id for each in workspace.graph.neighbours(entry)] == [
        "team/box",
        "cloud/only-there",
    ]
    for name, entry_id in (
        ("net/cnn", "team/net/cnn"),
        ("cnn", "team/net/cnn"),
        ("team/box", "team/box"),
    ):
        assert [each.id for each in workspace.glossary.candidates(name)] == [entry_id]
    assert {each.id for each in workspace.glossary.candidates("box")} == {"team/box", "cloud/box"}
    assert workspace.home_of(entry) == ("team", "net/cnn")
    alone = open_workspace([], {}, glossaries=["team"])
    entry = alone.glossary.by_id("net/cnn")
    assert entry
    assert alone.home_of(entry) == ("team", "net/cnn")
    assert (workspace.name, alone.name) == ("team + cloud", "team")


def test_one_of_several_that_cannot_be_read_is_a_remark(configured):
    (configured / "cloud").rename(configured / "gone")
    workspace = open_workspace([], {}, glossaries=["team", "cloud"])
    assert {entry.id for entry in workspace.glossary} == {"team/box", "team/net/cnn"}
    assert {each.code for each in workspace.diagnostics} == {"C004", "G011"}
    with pytest.raises(EntriesNotFound, match="folder of the glossary cloud"):
        open_workspace([], {}, glossaries=["cloud"])


def test_a_folder_whose_name_is_no_text_has_a_label_and_an_identity_that_are():
    (source,) = chosen(entries=[os.fsdecode(b"/a/caf\xe9\x1b[31m")]).sources
    assert source.label == "caf\ufffd"
    assert source.identity.encode() == b"/a/caf\\udce9\x1b[31m"
