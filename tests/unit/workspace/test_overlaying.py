"""A few changed files laid over a stored glossary are what all files, read anew, would be."""

from __future__ import annotations

import os
import tempfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.workspace.test_cache import Files, choice, from_files

from glossary_tui.glossary import overlaid_links
from glossary_tui.glossary.link_targets import targets_of
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.glossary.mentions import Mentions
from glossary_tui.model.fields import packed
from glossary_tui.search.nearest import nearest
from glossary_tui.user.preferences import Configuration
from glossary_tui.workspace import overlaying
from glossary_tui.workspace.cache import known, place
from glossary_tui.workspace.cache import store as store_module
from glossary_tui.workspace.cache.index import StoredGlossary
from glossary_tui.workspace.cache.patch import Patch, read_patch
from glossary_tui.workspace.cache.store import Store
from glossary_tui.workspace.overlaying import at_present
from glossary_tui.workspace.workspace import made_workspace

FIRST = {
    "a.md": ("Alpha", "x", "Beta, Gamma"),
    "b.md": ("Beta", "y", "Alpha, Missing, d/e"),
    "c.md": ("Gamma", "x, y", "Betas"),
    "d/e.md": ("Epsilon", "", "gamma, d/f"),
    "d/f.md": ("Beta (other)", "z", "Epsilon"),
}
NAMES = (*FIRST, "g.md", "d/a.md", "b.markdown")
TITLES = ("Alpha", "Beta", "Betas", "Gamma", "Missing", "Epsilon", "Other (OT)", "alpha")
RELATED = ("", "Alpha", "Beta, Gamma", "Missing, Other", "d/e", "a", "x/d/f, ot", "Delta, Betas")
ODD = (
    "---\nlayout: redirect\ndestination: a\ntitle: Old name\n---\n",
    "---\ndraft: true\n---\nhidden\n",
    "---\ntitle: [\n---\nbroken\n",
    "",
    "# Gamma\n\nSee [[Beta]].\n",
)


def text(title, tags, related):
    listed = f"### Related terms\n{related}\n" if related else ""
    return f"---\ntitle: {title}\naliases: [{title} alias]\ntags: [{tags}]\n---\n### Summary\nText.\n{listed}"


def write_first(files):
    for name, (title, tags, related) in FIRST.items():
        files.write(name, text(title, tags, related))


bodies = st.one_of(
    st.builds(
        text, st.sampled_from(TITLES), st.sampled_from(["x", "y, z", ""]), st.sampled_from(RELATED)
    ),
    st.sampled_from(ODD),
)
edits = st.lists(st.tuples(st.sampled_from(NAMES), st.one_of(st.none(), bodies)), max_size=4)


def write_shared(files):
    """A redirect to an entry, two files of one id, and a redirect that leads nowhere."""
    files.write("old.md", ODD[0])
    files.write("b.markdown", text("Beta of old", "z", "Gamma"))
    files.write("nowhere.md", ODD[0].replace("destination: a", "destination: delta alias"))


def two_folders(root, *, shared):
    """Two folders of entries; *shared* says whether files of them claim an id or a name together."""
    one, two = Files(os.path.join(root, "one")), Files(os.path.join(root, "two"))
    write_first(one)
    if shared:
        write_shared(one)
        two.write("c.md", text("Gamma of two", "x", "Beta"))
    two.write("h.md", text("Delta", "x", "Alpha"))
    return one, two


def content(glossary, graph):
    """All that a glossary and its links say."""
    entries = list(glossary)
    return {
        "entries": [packed(entry) for entry in entries],
        "folded": list(glossary.folded_titles),
        "tags": {tag: list(places) for tag, places in glossary.tagged.items()},
        "shared": glossary.shared_titles,
        "positions": [glossary.position(entry) for entry in entries],
        "candidates": [
            [each.id for each in glossary.candidates(title)]
            for title in (*TITLES, "b", "d/e", "ot")
        ],
        "names": [list(graph.named(entry)) for entry in entries],
        "named by": [[each.id for each in graph.referenced_by(entry)] for entry in entries],
        "times": [graph.times_named(at) for at in range(len(entries))],
        "all": list(graph.adjacency.targets),
    }


def from_all(files):
    """All that a glossary and its links say that is read anew."""
    expected = from_files(choice(files.root)).glossary
    return content(expected, LinkGraph(expected))


def held_workspace(store):
    return workspace_of(store, store.open())


def workspace_of(store, opened):
    return made_workspace(store, opened, Configuration({}), lambda: pytest.fail("it is read anew"))


def patched(held, patch):
    return overlaying.patched(held, patch)


def changed(held, paths):
    return overlaying.changed(held, paths)


def edited(held, entry):
    return changed(held, [entry.path])


def patch_told(wanted):
    """What is told of the changes before everything is put together anew."""
    told: list[Patch] = []
    Store(wanted).open(None, told.append)
    return told


@settings(max_examples=150)
@given(edits, st.booleans(), st.booleans())
def test_after_any_edits_the_patch_is_what_all_files_say(made, several, shared):
    with tempfile.TemporaryDirectory() as root, pytest.MonkeyPatch.context() as patch:
        patch.setattr(store_module, "cache_folder", lambda: os.path.join(root, "cache"))
        one, two = two_folders(root, shared=shared)
        two.write("i.md", text("Alpha", "", "Delta"))
        wanted = choice(one.root, two.root, parts=("one", "two") if several else ())
        held = held_workspace(Store(wanted))
        held.graph.referenced_by(held.glossary.entries[0])
        for name, body in made:
            if body is None:
                one.remove(name)
            else:
                one.write(name, body)
        for told in patch_told(wanted):
            newer = patched(held, read_patch(told.written()))
            assert newer is not None
            expected = from_files(wanted)
            assert content(newer.glossary, newer.graph) == content(
                expected.glossary, LinkGraph(expected.glossary)
            )
            assert sorted(map(tuple, newer.diagnostics)) == sorted(map(tuple, expected.diagnostics))
            for entry in newer.glossary:
                found = [hit.entry.id for hit in newer.searcher.search(entry.title, None)]
                assert entry.id in found
                assert len(found) == len(set(found))
            for query in ("alphq", "betaqa", "old naqe"):
                near = newer.searcher.nearest(query)
                assert [each.id for each in near] == [
                    each.id for each in nearest(expected.glossary, query)
                ]
            for query in ("tag:x", "tag:y", "alias"):
                ids = {hit.entry.id for hit in newer.searcher.search(query, None)}
                anew = workspace_of(Store(wanted), expected)
                assert ids == {hit.entry.id for hit in anew.searcher.search(query, None)}


@pytest.fixture
def files(tmp_path):
    made = Files(tmp_path / "entries")
    write_first(made)
    return made


@pytest.fixture
def held(files):
    return held_workspace(Store(choice(files.root)))


def test_an_edit_in_place_is_told_of_at_once(files, held):
    files.write("b.md", text("Changed", "new", "Gamma"))
    (patch,) = patch_told(choice(files.root))
    newer = patched(held, patch)
    assert type(newer.glossary).__name__ == "Overlaid"
    assert newer.glossary.by_id("b").title == "Changed"
    assert [entry.id for entry in newer.graph.referenced_by(newer.glossary.by_id("c"))] == [
        "a",
        "b",
        "d/e",
    ]
    assert [hit.entry.id for hit in newer.searcher.search("changed")] == ["b"]
    assert "b" not in {hit.entry.id for hit in newer.searcher.search("beta")}
    assert list(newer.glossary.tagged["new"]) == [
        newer.glossary.position(newer.glossary.by_id("b"))
    ]


def test_nothing_is_told_where_nothing_has_changed(files, held):
    assert patch_told(choice(files.root)) == []


def test_many_changes_are_not_told_of(files, held, monkeypatch):
    monkeypatch.setattr(known, "MOST", 1)
    for name in FIRST:
        files.write(name, text("Same", "", ""))
    assert patch_told(choice(files.root)) == []


@settings(max_examples=150)
@given(st.lists(edits, min_size=1, max_size=3), st.booleans(), st.booleans())
def test_after_any_edits_what_is_laid_over_is_what_all_files_say(rounds, several, shared):
    with tempfile.TemporaryDirectory() as root, pytest.MonkeyPatch.context() as patch:
        patch.setattr(store_module, "cache_folder", lambda: os.path.join(root, "cache"))
        one, two = two_folders(root, shared=shared)
        wanted = choice(one.root, two.root, parts=("one", "two") if several else ())
        held = held_workspace(Store(wanted))
        for made in rounds:
            for name, body in made:
                if body is None:
                    one.remove(name)
                else:
                    one.write(name, body)
            newer = changed(held, [one.path(name) for name, _ in made])
            expected = from_files(wanted)
            if newer is None:
                assert "G019" in {each.code for each in expected.diagnostics}
                return
            assert content(newer.glossary, newer.graph) == content(
                expected.glossary, LinkGraph(expected.glossary)
            )
            assert sorted(map(tuple, newer.diagnostics)) == sorted(map(tuple, expected.diagnostics))
            if len({name for name, _ in made}) == 1:
                for entry in expected.glossary:
                    before = held.glossary.by_id(entry.id)
                    if before is not None and before.path == entry.path == one.path(made[0][0]):
                        assert packed(at_present(held, before)) == packed(entry)
            held = newer


@pytest.mark.parametrize("name", ["a.md", "b.md", "b.markdown", "c.md"])
def test_an_edit_of_an_entry_that_others_have_a_part_in_is_laid_over(files, name):
    write_shared(files)
    held = held_workspace(Store(choice(files.root)))
    path = files.path(name)
    (entry,) = [each for each in held.glossary if each.path == path]
    files.write(name, text(entry.title, "fresh", "Epsilon"))
    now = changed(held, [path]).glossary.by_id(entry.id)
    assert (now.tags, [link.text for link in now.links]) == (("fresh",), ["Epsilon"])
    assert (now.aliases, now.old_paths) == (entry.aliases, entry.old_paths)
    assert packed(at_present(held, entry)) == packed(now)


@pytest.mark.parametrize("name", ["a.md", "b.md", "b.markdown", "old.md"])
def test_what_others_become_without_a_file_is_laid_over(files, name):
    write_shared(files)
    held = held_workspace(Store(choice(files.root)))
    files.remove(name)
    now = changed(held, [files.path(name)])
    if name == "a.md":  # where the redirect leads now, only a look at all files can tell
        assert now is None
    else:
        assert content(now.glossary, now.graph) == from_all(files)


def test_a_redirect_that_comes_changes_and_goes_is_laid_over(files, held):
    for target in ("a", "gamma", "Epsilon alias", "d/f"):
        files.write("old.md", ODD[0].replace("destination: a", f"destination: {target}"))
        held = changed(held, [files.path("old.md")])
        (named,) = held.glossary.candidates("Old name")
        assert named.old_paths == ("old",)
        assert content(held.glossary, held.graph) == from_all(files)
    files.remove("old.md")
    held = changed(held, [files.path("old.md")])
    assert list(held.glossary.candidates("Old name")) == []
    assert content(held.glossary, held.graph) == from_all(files)


def test_a_name_by_which_a_redirect_leads_is_laid_over(files):
    write_shared(files)
    held = held_workspace(Store(choice(files.root)))
    files.write("g.md", text("Delta", "", ""))  # a redirect leads to "Delta alias"
    now = changed(held, [files.path("g.md")])
    assert now.glossary.by_id("nowhere") is None
    assert content(now.glossary, now.graph) == from_all(files)


@pytest.mark.parametrize("title", ["Else", None])
def test_a_redirect_goes_on_to_the_next_of_its_name(files, title):
    for name in ("t1.md", "t2.md", "t3.md"):
        files.write(name, text("Same name", "", ""))
    files.write("other.md", ODD[0].replace("destination: a", "destination: t3"))
    files.write("old.md", ODD[0].replace("destination: a", "destination: same name"))
    held = held_workspace(Store(choice(files.root)))
    if title:
        files.write("t1.md", text(title, "", ""))
    else:
        files.remove("t1.md")
    now = changed(held, [files.path("t1.md")])
    assert now.glossary.by_id("t2").old_paths == ("old",)
    assert content(now.glossary, now.graph) == from_all(files)


def test_a_redirect_to_a_name_that_an_index_does_not_find_takes_a_look_at_all_files(files):
    files.write("g.md", text("Images Net", "", ""))
    held = held_workspace(Store(choice(files.root)))
    files.write("old.md", ODD[0].replace("destination: a", "destination: imagesnet"))
    assert changed(held, [files.path("old.md")]) is None


def test_files_that_say_what_is_known_change_nothing(files, held):
    assert changed(held, [files.path("b.md"), files.path("not there.md")]) is held
    files.write("b.md", text("Changed", "", "Gamma"))
    newer = changed(held, [files.path("b.md")])
    assert changed(newer, [files.path("b.md"), files.path("a.md")]) is newer


def test_a_remark_goes_with_the_file_that_it_is_about(files, held):
    files.write("b.md", ODD[1])
    draft = changed(held, [files.path("b.md")])
    assert [each.code for each in draft.diagnostics] == ["G006"]
    files.remove("b.md")
    assert changed(draft, [files.path("b.md")]).diagnostics == ()


def test_a_file_that_goes_and_comes_back_is_known_again(files, held):
    path, aside = files.path("b.md"), files.path("aside")
    os.rename(path, aside)
    without = changed(held, [path])
    assert without.glossary.by_id("b") is None
    os.rename(aside, path)
    again = changed(without, [path])
    assert list(again.glossary.ids) == list(held.glossary.ids)


def test_what_a_file_says_alone_is_known_before_anything_is_laid_over(files, held):
    files.write("b.md", text("Changed", "", "Gamma"))
    assert at_present(held, held.glossary.by_id("b")).title == "Changed"
    entry = held.glossary.by_id("c")
    assert at_present(held, entry) is entry
    files.remove("b.md")
    assert at_present(held, held.glossary.by_id("b")).title == "Beta"


def test_more_files_than_a_few_are_looked_at_together(files, held, monkeypatch):
    monkeypatch.setattr(known, "MOST", 1)
    files.write("b.md", text("Changed", "", ""))
    newer = changed(held, [files.path("b.md")])
    assert newer.laid_over == {files.path("b.md")}
    assert changed(newer, [files.path("a.md")]) is None


def test_what_is_nearest_is_looked_for_in_the_index(files, monkeypatch):
    for number in range(200):
        files.write(f"t{number}.md", text(f"{number * 7919:012b}", "", ""))
    held = held_workspace(Store(choice(files.root)))
    held.searcher.step()
    files.write("b.md", text("Changed", "", ""))
    newer = edited(held, held.glossary.by_id("b"))
    read, record = [], StoredGlossary.record

    def counted(glossary, position):
        read.append(position)
        return record(glossary, position)

    monkeypatch.setattr(StoredGlossary, "record", counted)
    assert [each.id for each in newer.searcher.nearest("chonged", 1)] == ["b"]
    assert [each.id for each in newer.searcher.nearest("alphi", 1)] == ["a"]
    assert len(read) < 40


@pytest.mark.parametrize(("title", "others"), [("Beta", set()), ("Changed", {"a", "d/e"})])
def test_links_are_followed_again_where_a_name_has_changed(files, held, monkeypatch, title, others):
    followed = set()

    def counted(glossary, position):
        followed.add(glossary.entries[position].id)
        return targets_of(glossary, position)

    monkeypatch.setattr(overlaid_links, "targets_of", counted)
    files.write("b.md", text(title, "fresh", "Alpha"))
    newer = edited(held, held.glossary.by_id("b"))
    newer.graph.prepare()
    assert followed == {"b", *others}
    assert content(newer.glossary, newer.graph) == from_all(files)


def test_a_patch_of_another_glossary_is_none(files, held):
    files.write("b.md", text("Changed", "", ""))
    (patch,) = patch_told(choice(files.root))
    later = held_workspace(Store(choice(files.root)))
    assert patched(later, patch) is None


def test_one_entry_after_the_other_is_laid_over(files, held):
    files.write("b.md", text("Changed", "", "Gamma"))
    once = edited(held, held.glossary.by_id("b"))
    files.write("a.md", text("Aleph", "", "Changed"))
    twice = edited(once, once.glossary.by_id("a"))
    files.write("b.md", text("Changed again", "", ""))
    thrice = edited(twice, twice.glossary.by_id("b"))
    expected = from_files(choice(files.root))
    assert content(thrice.glossary, thrice.graph) == content(
        expected.glossary, LinkGraph(expected.glossary)
    )


def test_what_was_learnt_of_names_is_kept(files, held):
    held.mentions.prepare()
    files.write("b.md", text("Quite new words", "", ""))
    newer = edited(held, held.glossary.by_id("b"))
    sentence = "Quite new words stand beside Gamma and Alpha alias here."
    found = [(each.start, each.end) for each in newer.mentions.find(sentence)]
    expected = from_files(choice(files.root)).glossary
    assert found == [(each.start, each.end) for each in Mentions(expected).find(sentence)]
    assert len(found) == 3


@pytest.mark.parametrize("odd", ODD[:3])
def test_an_edit_that_makes_no_entry_is_laid_over(files, held, odd):
    files.write("b.md", odd)
    newer = edited(held, held.glossary.by_id("b"))
    assert (newer.glossary.by_id("b") is None) == (odd != ODD[2])
    assert content(newer.glossary, newer.graph) == from_all(files)


def test_what_a_file_says_is_known_beside_what_is_laid_over(files, held):
    files.write("old.md", ODD[0])
    held = changed(held, [files.path("old.md")])
    files.write("a.md", text("Alpha", "fresh", ""))
    now = at_present(held, held.glossary.by_id("a"))
    assert (now.tags, now.aliases) == (("fresh",), ("Alpha alias", "Old name"))


def test_the_order_to_learn_in_has_every_entry_once(files, held):
    files.write("b.md", text("Changed", "", "Gamma"))
    newer = edited(held, held.glossary.by_id("b"))
    assert sorted(newer.learning_positions) == list(range(len(newer.glossary)))
    assert [entry.id for entry in newer.learning_order][-1] == "b"
    assert list(newer.glossary.ids) == [entry.id for entry in newer.glossary]


def test_a_workspace_that_becomes_what_is_laid_over_it_goes_on(files, held, monkeypatch):
    monkeypatch.setattr(place, "WORTH_IT", 1)
    for title in ("Changed", "Changed again"):
        files.write("b.md", text(title, "", "Gamma"))
        held.become(edited(held, held.glossary.by_id("b")))
        assert held.glossary.by_id("b").title == title
        assert sorted(held.learning_positions) == list(range(len(held.glossary)))
        assert held.awaits_extras
        assert held.beneath.glossary.by_id("b").title == "Beta"
        assert [hit.entry.id for hit in held.searcher.search(title, 1)] == ["b"]
