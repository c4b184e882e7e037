"""A rename changes the names and the links of one entry, in every file, and nothing else."""

from __future__ import annotations

import os
import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary_tui.errors import ChangeRefused
from glossary_tui.glossary import Glossary
from glossary_tui.glossary.renaming import plan_rename
from glossary_tui.reader import read_entries
from glossary_tui.reader.occurrences import occurrences
from glossary_tui.reader.source import Source
from glossary_tui.workspace.changing import make_changes


def read(folder):
    return Glossary(read_entries([str(folder)], drafts=True).entries)


def rename(folder, old, new):
    glossary = read(folder)
    entry = glossary.resolve(old)
    assert entry
    plan = plan_rename(glossary, entry, new)
    make_changes(plan.changes)
    return plan


def write(folder, name, text):
    path = folder / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


BEE = '---\ntitle: "Bee"\naliases: ["Apis"]\n---\n\n### Summary\nFlies. Not [[Bee]] itself.\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("See [it](bee.md), [it](/bee/#part) and [it](../x/bee.md 'T').",
         "See [it](honey-bee.md), [it](/honey-bee/#part) and [it](../x/honey-bee.md 'T')."),
        ("See [[Bee]], [[bees]], [[x/bee#Part|those]] and ![[Bee]].",
         "See [[Honey Bee]], [[Honey Bee|bees]], [[x/honey-bee#Part|those]] and ![[Honey Bee]]."),
        ("See [the bee][b] and [b].\n\n[b]: bee 'T'", "See [the bee][b] and [b].\n\n[b]: honey-bee 'T'"),
        ('{{< glossary_tooltip text="a bee" term_id="bee" >}} {{% term bee %}}',
         '{{< glossary_tooltip text="a bee" term_id="honey-bee" >}} {{% term honey-bee %}}'),
        ('{{Glossary("Bee", "bees")}} {{< ref "bee.md" >}} {% link bee.md %}',
         '{{Glossary("Honey Bee", "bees")}} {{< ref "honey-bee.md" >}} {% link honey-bee.md %}'),
        ('<a class="x" href="bee.html">bee</a>', '<a class="x" href="honey-bee.html">bee</a>'),
        ("## Related terms\nWasp, Bee, Bee Line\n", "## Related terms\nWasp, Honey Bee, Bee Line\n"),
        ("## Related terms\n- bee\n- Wasp\n- **Bee**\n", "## Related terms\n- Honey Bee\n- Wasp\n- **Honey Bee**\n"),
        ("## Related terms\n[Bee](bee.md), bees.\n", "## Related terms\n[Bee](honey-bee.md), Honey Bee.\n"),
        ("`[[Bee]]` stays.\n\n```\n[x](bee.md)\n```\n\nBee stays, <!-- [[Bee]] --> [[Apis]] too.", None),
        ("See [[Bee Line]] and [x](http://a.b/bee).", None),
    ],
)  # fmt: skip
def test_links_of_every_kind_follow_and_nothing_else_changes(tmp_path, before, after):
    write(tmp_path, "bee", BEE)
    write(tmp_path, "bee-line", "# Bee Line\n\nStraight.\n")
    path = write(tmp_path, "wasp", f"# Wasp\n\n{before}")
    plan = rename(tmp_path, "bee", "Honey Bee")
    assert path.read_text() == f"# Wasp\n\n{after or before}"
    assert plan.left == ()
    assert not (tmp_path / "bee.md").exists()
    assert (tmp_path / "honey-bee.md").read_text() == (
        '---\ntitle: "Honey Bee"\naliases: ["Apis", "Bee", "/bee/"]\n---\n\n'
        "### Summary\nFlies. Not [[Honey Bee]] itself.\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("related: [bee, Wasp]", "related: [honey-bee, Wasp]"),
        ("related:\n  - Bee\n  - 'Wasp'", "related:\n  - Honey Bee\n  - 'Wasp'"),
        ('related_terms: ["[[Bee|x]]"]', 'related_terms: ["[[Honey Bee|x]]"]'),
        ("bee: Bee\nsee_also: Bee", "bee: Bee\nsee_also: Honey Bee"),
    ],
)
def test_keys_follow(tmp_path, before, after):
    write(tmp_path, "bee", BEE)
    path = write(tmp_path, "hive", f"---\ntitle: Hive\n{before}\n---\nText.\n")
    rename(tmp_path, "bee", "Honey Bee")
    assert path.read_text() == f"---\ntitle: Hive\n{after}\n---\nText.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Bee\n\nFlies.\n", '---\naliases: ["Bee", "/bee/"]\n---\n\n# Big: “B”\n\nFlies.\n'),
        ("---\nterm: Bee # why\n---\nFlies.\n",
         '---\nterm: "Big: “B”" # why\naliases: ["Bee", "/bee/"]\n---\nFlies.\n'),
        ("---\ntitle: 'Bee'\naliases:\n  - Apis\n  - Maja\ntags: [a]\n---\n# Bee\n\nFlies.\n",
         "---\ntitle: 'Big: “B”'\naliases:\n  - Apis\n  - Maja\n  - \"Bee\"\n  - \"/bee/\"\ntags: [a]\n---\n# Big: “B”\n\nFlies.\n"),
        ("---\naliases: Apis, Maja\n---\nFlies.\n",
         '---\ntitle: "Big: “B”"\naliases: ["Apis", "Maja", "bee", "/bee/"]\n---\nFlies.\n'),
        ("---\n title: Bee\n x:\n  title: Y\n---\nFlies.\n",
         '---\n title: "Big: “B”"\n aliases: ["Bee", "/bee/"]\n x:\n  title: Y\n---\nFlies.\n'),
        ("---\n title: Bee\n aliases: [x]\n status: y\n---\nFlies.\n",
         '---\n title: "Big: “B”"\n aliases: [x, "Bee", "/bee/"]\n status: y\n---\nFlies.\n'),
        ("---\ntitle: Bee\naliases:\n---\nFlies.\n",
         '---\ntitle: "Big: “B”"\naliases: ["Bee", "/bee/"]\n---\nFlies.\n'),
        ('+++\ntitle = "Bee"\naliases = ["Apis"]\n+++\nFlies.\n',
         '+++\ntitle = "Big: “B”"\naliases = ["Apis", "Bee", "/bee/"]\n+++\nFlies.\n'),
        ("\ufeff---\r\ntitle: Bee\r\n---\r\nFlies.\r\nHigh.\n",
         '\ufeff---\r\ntitle: "Big: “B”"\r\naliases: ["Bee", "/bee/"]\r\n---\r\nFlies.\r\nHigh.\n'),
        ("---\ntitle: B# Bee#2 # why\n---\nFlies.\n",
         '---\ntitle: "Big: “B”" # why\naliases: ["B# Bee#2", "/bee/"]\n---\nFlies.\n'),
        ("Bee\n===\n\nFlies.\n", '---\naliases: ["Bee", "/bee/"]\n---\n\nBig: “B”\n===\n\nFlies.\n'),
    ],
)  # fmt: skip
def test_the_title_is_changed_where_it_stands_and_old_names_are_kept(tmp_path, before, after):
    write(tmp_path, "bee", before)
    rename(tmp_path, "bee", "Big: “B”")
    assert (tmp_path / "big-b.md").read_bytes().decode() == after
    entry = read(tmp_path).by_id("big-b")
    assert entry
    assert entry.title == "Big: “B”"


@pytest.mark.parametrize(
    ("title", "name"),
    [("Bee", "bee.md"), ("Honey Bee", "Honey Bee.md"), ("honey bee", "honey_bee.md")],
)
def test_the_file_is_named_as_before(tmp_path, title, name):
    write(tmp_path, name.removesuffix(".md"), f"# {title}\n\nFlies.\n")
    rename(tmp_path, title, "Wild Wasp")
    expected = {"bee.md": "wild-wasp.md", "Honey Bee.md": "Wild Wasp.md"}
    assert os.listdir(tmp_path) == [expected.get(name, "wild_wasp.md")]


def test_a_folder_with_an_index_is_renamed_and_its_pictures_go_with_it(tmp_path):
    write(tmp_path, "terms/bee/index", "---\ntitle: Bee\n---\nFlies.\n")
    (tmp_path / "terms" / "bee" / "bee.png").write_bytes(b"png")
    path = write(tmp_path, "terms/wasp/index", "---\ntitle: Wasp\n---\nSee [x](../bee/index.md).\n")
    rename(tmp_path, "bee", "Honey Bee")
    assert sorted(os.listdir(tmp_path / "terms" / "honey-bee")) == ["bee.png", "index.md"]
    assert "(../honey-bee/index.md)" in path.read_text()
    assert not (tmp_path / "terms" / "bee").exists()


def test_an_id_of_its_own_keeps_its_links(tmp_path):
    write(tmp_path, "bee", "---\ntitle: Bee\nid: apis\n---\nFlies.\n")
    path = write(tmp_path, "wasp", '# Wasp\n\n{{< glossary_tooltip term_id="apis" >}}\n')
    before = path.read_text()
    rename(tmp_path, "bee", "Honey Bee")
    assert path.read_text() == before


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ("Wasp", "name of another entry"),
        ("Vespa", "name of another entry"),
        ("Bee", "its title already"),
        (" ", "empty"),
        ("Caf\udce9", "no text"),
        ("Taken", "already"),
    ],
)
def test_a_name_that_is_taken_is_refused(tmp_path, new, reason):
    write(tmp_path, "bee", BEE)
    write(tmp_path, "wasp", "---\ntitle: Wasp\naliases: [Vespa]\n---\nStings.\n")
    write(tmp_path, "x/taken", "# Other\n\nText.\n")
    (tmp_path / "taken.md").mkdir()
    with pytest.raises(ChangeRefused, match=reason):
        rename(tmp_path, "bee", new)


@pytest.mark.parametrize("title", ["No", "1e3", "2024-01-01", "null", "~x", "- y", "a: b", "a #b"])
def test_a_title_stays_a_text_for_every_reader_of_yaml(tmp_path, title):
    write(tmp_path, "bee", "---\ntitle: Bee\n---\nFlies.\n")
    write(tmp_path, "hive", "---\ntitle: Hive\nrelated: [bee, Bee]\n---\nText.\n")
    plan = rename(tmp_path, "bee", title)
    header = (tmp_path / f"{plan.entry.id}.md").read_text().split("---\n")[1]
    assert yaml.safe_load(header)["title"] == title
    related = yaml.safe_load((tmp_path / "hive.md").read_text().split("---\n")[1])["related"]
    assert all(isinstance(each, str) for each in related)
    assert title in related or plan.left  # the reader takes null for no name at all


def test_a_title_that_would_catch_links_to_another_entry_is_refused(tmp_path):
    write(tmp_path, "bee", "---\ntitle: Bee\n---\nFlies.\n")
    write(tmp_path, "noun", "---\ntitle: N\n---\nText.\n")
    write(tmp_path, "wasp", "---\ntitle: Wasp\n---\nSee [it](/n/).\n")
    before = read(tmp_path)
    with pytest.raises(ChangeRefused, match="“/n/” would then mean this entry too"):
        plan_rename(before, before.entries[0], "Network (N)")


def test_odd_front_matter_is_refused_and_nothing_is_changed(tmp_path):
    path = write(tmp_path, "bee", "---\ntitle: >\n  Bee\n---\nFlies.\n")
    with pytest.raises(ChangeRefused, match="cannot change"):
        rename(tmp_path, "bee", "Wasp")
    assert path.read_text() == "---\ntitle: >\n  Bee\n---\nFlies.\n"


def test_a_file_that_is_not_utf8_is_left_and_said(tmp_path):
    write(tmp_path, "bee", BEE)
    path = write(tmp_path, "wasp", "# Wasp\n\nSee [[Bee]], déjà vu.\n".encode("cp1252"))
    before = path.read_bytes()
    plan = rename(tmp_path, "bee", "Honey Bee")
    assert path.read_bytes() == before
    assert [(each.line, each.reason) for each in plan.left] == [(3, "it is not UTF-8")]
    entry = read(tmp_path).resolve("Bee")
    assert entry
    assert entry.id == "honey-bee"


TITLES = st.sampled_from([
    "Bee", "Honey Bee", "A/B Testing", "Garbage In, Garbage Out", "C++", "Bayes’s Theorem",
    "Network (RDF)", "Größe", "神经网络", "Node.js", "No", "X: the Y", "Wasp", "Gnat [sic]",
    "con", "“Quoted”", "Back\\slash", "50 % more", "e", "DALL-E (2|3)",
])  # fmt: skip
FORMS = [
    "[x]({path})", "[x](<{path}> 'T')", "[[{title}]]", "[[{title}|x]]", '{{{{Glossary("{title}")}}}}',
    '{{{{< glossary_tooltip text="x" term_id="{path}" >}}}}', "<a href='{path}'>x</a>", "`[[{title}]]`",
    "plain {title} prose",
]  # fmt: skip


@st.composite
def glossaries(draw):
    """Files that name one another in all ways, and a new title for one of them."""
    titles = draw(st.lists(TITLES, min_size=3, max_size=6, unique=True))
    new = draw(TITLES.filter(lambda title: title not in titles))
    texts = []
    for title in titles:
        links = draw(
            st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(titles)), max_size=5)
        )
        related = draw(st.lists(st.sampled_from(titles), max_size=3, unique=True))
        keys = draw(st.lists(st.sampled_from(titles), max_size=2, unique=True))
        texts.append((title, links, related, keys))
    bullets = draw(st.booleans())
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return texts, new, bullets, newline


def _written(texts, *, bullets, newline):
    """The files' names and contents."""
    from glossary_tui.glossary.file_names import file_stem
    from glossary_tui.reader.amending import quoted

    for title, links, related, keys in texts:
        lines = ["---", f"title: {quoted(title)}"]
        if keys:
            lines.append(f"related: [{', '.join(map(quoted, keys))}]")
        lines += ["---", "", "### Summary", "Text."]
        lines += [form.format(title=each, path=file_stem(each)) for form, each in links]
        lines += ["", "### Related terms"]
        names = [f'"{each}"' if "," in each else each for each in related]
        lines += [f"- {name}" for name in names] if bullets else [", ".join(names)]
        yield file_stem(title), newline.join(lines) + newline


def _meanings(glossary, renamed):
    """What each link of each entry means, ids of one entry written alike."""
    return {
        renamed.get(entry.id, entry.id): [
            [renamed.get(each.id, each.id) for each in glossary.candidates(link.target, entry)]
            for link in entry.links
        ]
        for entry in glossary
    }


def _masked(glossary, left_out):
    """The texts of the files but for the targets of links, and the quotes that these may need."""
    found = {}
    for entry in glossary:
        if entry.id in left_out:
            continue
        with open(entry.path, "rb") as file:
            source = Source(file.read())
        text = source.text
        for place in reversed(occurrences(source.document, entry.links)):
            text = f"{text[: place.start]}…{text[place.end :]}"
        found[entry.id] = re.sub('["“”]', "", text)
    return found


@settings(max_examples=60)
@given(given=glossaries())
def test_a_rename_and_its_reverse_leave_every_link_its_meaning(tmp_path_factory, given):
    texts, new, bullets, newline = given
    folder = tmp_path_factory.mktemp("glossary")
    for name, text in _written(texts, bullets=bullets, newline=newline):
        write(folder, name, text)
    before = read(folder)
    entry = before.resolve(texts[0][0])
    if entry is None:
        return
    if before.candidates(new):
        with pytest.raises(ChangeRefused, match="name of another entry"):
            plan_rename(before, entry, new)
        return
    masked = _masked(before, {entry.id})
    plan = plan_rename(before, entry, new)
    make_changes(plan.changes)
    after = read(folder)
    renamed = after.by_id(plan.entry.id)
    assert renamed
    assert renamed.title == new
    assert after.resolve(entry.title) == after.resolve(entry.id) == renamed
    assert _meanings(before, {}) == _meanings(after, {renamed.id: entry.id})
    assert _masked(after, {renamed.id}) == masked
    make_changes(plan_rename(after, renamed, entry.title).changes)
    back = read(folder)
    assert _meanings(back, {}) == _meanings(before, {})
    assert {each.id: each.title for each in back} == {each.id: each.title for each in before}
