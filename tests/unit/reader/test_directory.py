"""Rules 7 to 10: which files become entries, and what is said of the others."""

from __future__ import annotations

import os
import socket

import pytest

from glossary_tui.errors import EntriesNotFound
from glossary_tui.glossary import Glossary
from glossary_tui.reader import read_entries
from glossary_tui.reader.conventions import LINK_LIMIT
from glossary_tui.reader.document import SIZE_LIMIT
from glossary_tui.text.clean import is_clean


def said(result):
    return [(each.code, os.path.basename(each.path)) for each in result.diagnostics]


def test_the_id_is_the_path_below_the_root(read):
    files = {"b/c.md": "x", "a.MD": "x", "d/index.md": "x", "e.markdown": "x", "f.txt": "x"}
    assert [entry.id for entry in read(files).entries] == ["a", "e", "b/c", "d"]


def test_index_pages_templates_and_readmes_are_no_entries(read):
    files = {"_index.md": "x", "_TEMPLATE.md": "x", "README.md": "x", "a/readme.fr.md": "x",
             "_index.zh-cn.md": "x", "readme-driven-development.md": "x"}  # fmt: skip
    result = read(files)
    assert [entry.id for entry in result.entries] == ["readme-driven-development"]
    assert {code for code, _ in said(result) if code != "G011"} == {"G005"}
    assert len(result.diagnostics) == 6


@pytest.mark.parametrize(
    "draft", ["draft: true", "Draft: TRUE", "draft: 'true'", "published: false"]
)
def test_drafts_only_when_asked_for(read, draft):
    files = {"a.md": f"---\n{draft}\n---\nx"}
    assert read(files).entries == ()
    assert said(read(files)) == [("G006", "a.md")]
    assert len(read(files, drafts=True).entries) == 1


def test_a_later_folder_replaces_an_entry_of_the_same_id(write):
    first, second = write({"a.md": "1", "b.md": "1"}), write({"a.md": "2"})
    result = read_entries([first, str(second)])
    assert {entry.id: entry.sections[0].text for entry in result.entries} == {"a": "2", "b": "1"}
    assert ("G016", "a.md") in said(result)


def test_two_files_of_one_id_are_both_kept(read):
    result = read({"a.md": "1", "a/index.md": "2", "b.md": "3", "b\x07.md": "4"})
    assert sorted(entry.id for entry in result.entries) == ["a", "a-2", "b", "b-2"]
    assert [code for code, _ in said(result)].count("G017") == 2


@pytest.mark.parametrize("path", ["missing", "file.txt"])
def test_a_root_that_is_no_folder_is_an_error(tmp_path, path):
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(EntriesNotFound, match=path):
        read_entries([tmp_path / path])


def test_an_error_names_a_hostile_path_without_its_sequences(tmp_path):
    with pytest.raises(EntriesNotFound) as caught:
        read_entries([tmp_path / "\x1b]0;x\x07no\n"])
    assert is_clean(str(caught.value))
    assert "\n" not in str(caught.value)


def test_one_file_may_be_given(write):
    root = write({"a.md": "x"})
    assert [entry.id for entry in read_entries([root / "a.md"]).entries] == ["a"]


def test_an_empty_folder_is_an_empty_glossary(read):
    assert read({}) == ((), ())


def test_what_is_no_regular_file_is_said_and_never_waited_for(write):
    root = write({"a.md": "x"})
    os.mkfifo(root / "fifo.md")
    (root / "folder.md").mkdir()
    (root / "folder.md" / "b.md").write_text("x")
    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()
        os.chdir(root)
        try:
            server.bind("socket.md")
        finally:
            os.chdir(here)
        result = read_entries([root])
    assert [entry.id for entry in result.entries] == ["a", "folder.md/b"]
    assert [each for each in said(result) if each[0] != "G011"] == [
        ("G001", "fifo.md"),
        ("G001", "socket.md"),
    ]


def test_links_are_followed_only_to_files_below_the_root(write, tmp_path):
    root = write({"a.md": "x", "d/b.md": "y"})
    (tmp_path / "secret.md").write_text("secret")
    (root / "out.md").symlink_to(tmp_path / "secret.md")
    (root / "device.md").symlink_to("/dev/zero")
    (root / "loop.md").symlink_to(root / "loop.md")
    (root / "gone.md").symlink_to(root / "nowhere")
    (root / "d" / "up").symlink_to(root)
    (root / "in.md").symlink_to("a.md")
    result = read_entries([root])
    assert [entry.id for entry in result.entries] == ["a", "in", "d/b"]
    assert sorted(each for each in said(result) if each[0] != "G011") == [
        ("G003", "device.md"),
        ("G003", "gone.md"),
        ("G003", "loop.md"),
        ("G003", "out.md"),
        ("G003", "up"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_an_unreadable_file_and_folder_are_said(write):
    root = write({"a.md": "x", "d/b.md": "y"})
    (root / "a.md").chmod(0)
    (root / "d").chmod(0)
    result = read_entries([root])
    (root / "d").chmod(0o700)
    assert result.entries == ()
    assert sorted(said(result)) == [("G002", "a.md"), ("G002", "d")]


def test_a_file_that_vanishes_while_it_is_read_is_said(write, monkeypatch):
    root = write({"a.md": "x", "b.md": "y"})
    really_open = os.open

    def opened(path, flags):
        if str(path).endswith("a.md"):
            os.unlink(path)
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", opened)
    result = read_entries([root])
    assert [entry.id for entry in result.entries] == ["b"]
    assert ("G002", "a.md") in said(result)


def test_hidden_files_are_left_out_and_said(read):
    result = read({".a.md": "x", ".obsidian/b.md": "x", ".git/c.md": "x"})
    assert result.entries == ()
    assert sorted(said(result)) == [("G004", ".a.md"), ("G004", ".obsidian")]


def test_a_file_over_the_limit_is_shown_cut(read):
    text = b"---\ntitle: A\n---\n" + "é".encode() * (30 * SIZE_LIMIT // 2)
    result = read({"a.md": text})
    assert said(result) == [("G007", "a.md")]
    (section,) = result.entries[0].sections
    assert SIZE_LIMIT // 2 - 100 < len(section.text) < SIZE_LIMIT
    assert section.text.endswith(f"first {SIZE_LIMIT:,} bytes are shown.)*")


def test_a_file_of_the_limit_is_whole(read):
    text = b"---\ntitle: A\n---\n".ljust(SIZE_LIMIT, b"a")
    assert said(read({"a.md": text})) == []
    assert said(read({"a.md": text + b"a"})) == [("G007", "a.md")]


def test_links_beyond_the_limit_are_said(read):
    result = read({"a.md": "---\ntitle: A\n---\n" + "[b](/b/)\n" * (LINK_LIMIT + 9)})
    assert said(result) == [("G021", "a.md")]
    assert len(result.entries[0].links) == LINK_LIMIT + 1


HOSTILE = "\x1b]0;x\x07A\x1b[31mB\x9b1mC\x1bP1$r\x1b\\D\u202eE\x00F\x07G\n\tH"


def test_nothing_that_commands_a_terminal_gets_through(write):
    root = write({"a.md": f'---\ntitle: "{HOSTILE}"\naliases: ["{HOSTILE}"]\ntags:\n- {HOSTILE[:9]}\n'
                          f"---\n{HOSTILE}\n\n## {HOSTILE}\n\n[[{HOSTILE[:20]}]]"})  # fmt: skip
    (root / "\x1b[2Jx\u202e.md").write_text("x")
    with open(os.path.join(os.fsencode(root), b"\xff\xfe.md"), "wb") as file:
        file.write(b"x")
    result = read_entries([root])
    assert len(result.entries) == 3
    for entry in result.entries:
        sections = [text for each in entry.sections for text in (each.title, each.text)]
        for text in (entry.id, entry.title, *entry.aliases, *entry.tags, *sections):
            assert is_clean(text)
        assert "\n" not in entry.id + entry.title
    assert "G009" in [code for code, _ in said(result)]
    assert result.entries[-1].title == "\ufffd\ufffd"


@pytest.mark.parametrize("title", ["[bold red]x[/]", "[@click=app.quit]x"])
def test_square_brackets_in_a_title_are_text(one, title):
    assert one(f'---\ntitle: "{title}"\n---\nx').title == title


def test_letters_of_every_script_are_kept(one):
    for title in (
        "コンテナ（Container）",
        "آٹو اسکیلنگ",
        "Bayes’s",
        "e\u0301",
        "👩\u200d💻",
        "می\u200cخواهم",
    ):
        assert one(f"---\ntitle: {title}\n---\n{title}").title == title
        assert one(f"---\ntitle: {title}\n---\n{title}").sections[0].text == title


STUB = "---\ntitle: Backprop\nlayout: redirect\ndestination: {}\n---\n"


@pytest.mark.parametrize(
    "written", ["backpropagation", "/terms/backpropagation/", "Back-propagation"]
)
def test_a_redirect_gives_its_names_to_its_destination(read, written):
    result = read({"bp.md": STUB.format(written), "terms/backpropagation.md": "x"})
    (entry,) = result.entries
    assert (entry.aliases, entry.old_paths) == (("Backprop",), ("bp",))
    assert ("G018", "bp.md") in said(result)
    assert Glossary([entry]).resolve("/bp/") == entry


def test_redirects_may_be_chained_and_may_not_go_round(read):
    result = read({"a.md": STUB.format("b"), "b.md": STUB.format("c"), "c.md": "x",
                   "d.md": STUB.format("e"), "e.md": STUB.format("d")})  # fmt: skip
    assert [entry.id for entry in result.entries] == ["c", "d"]
    assert [entry.old_paths for entry in result.entries] == [("a", "b"), ("e",)]
    assert [code for code, _ in said(result)].count("G019") == 1


def test_a_redirect_that_leads_nowhere_is_an_entry(read):
    result = read({"a.md": "---\nredirect_to: /gone/\n---\n"})
    assert [entry.id for entry in result.entries] == ["a"]
    assert said(result) == [("G019", "a.md")]


def test_a_destination_alone_makes_no_redirect(read):
    assert said(read({"a.md": "---\ndestination: Rome\n---\nA trip."})) == []
