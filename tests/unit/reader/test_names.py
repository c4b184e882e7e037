"""Rule 4: related terms, aliases, tags and old paths, from wherever an author puts them."""

from __future__ import annotations

import pytest

from glossary_tui.glossary import Glossary
from glossary_tui.reader.body import Roles, final_related, split
from glossary_tui.reader.related import related_terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deep Learning, AlexNet", ["Deep Learning", "AlexNet"]),
        ("A, B, C.", ["A", "B", "C"]),
        ("A, B, and C", ["A", "B", "C"]),
        ("Search and Rescue, Health and Safety", ["Search and Rescue", "Health and Safety"]),
        ('"Bag of Words", "Stemming"', ["Bag of Words", "Stemming"]),
        ('"Bag of Words," "Stemming."', ["Bag of Words", "Stemming"]),
        ("Framework (RDF), ETL (Extract, Transform, Load)",
         ["Framework (RDF)", "ETL (Extract, Transform, Load)"]),
        ("A/B Testing, DALL-E (2|3)", ["A/B Testing", "DALL-E (2|3)"]),
        ("- Garbage In, Garbage Out\n- B", ["Garbage In, Garbage Out", "B"]),
        ("* A\n+ **B**: what it is\n1. `C`", ["A", "B", "C"]),
        ("- A, B, C", ["A", "B", "C"]),
        ("A · B · C", ["A", "B", "C"]),
        ("A\nB\nC", ["A", "B", "C"]),
        ("A, B,\nC", ["A", "B", "C"]),
        ("A, B\n```", ["A", "B"]),
        ("机器学习、深度学习，神经网络", ["机器学习", "深度学习", "神经网络"]),
        ("[A](/a/), [[B|bee]]", ["/a/", "B"]),
        ("[A](/a/), B", ["/a/", "B"]),
        ("- [A](a.md): what it is", ["a.md"]),
        ("A* Search, C++, C#, Node.js.", ["A* Search", "C++", "C#", "Node.js."]),
        ("Nothing that has been written down so far is near to it, or of the same kind.", []),
        ("Unclosed (one, B", ["Unclosed (one", "B"]),
        ("{{% sign-language-section x %}}", []),
        ("<!-- none -->", []),
        ("", []),
    ],
)  # fmt: skip
def test_terms_of_the_related_section(text, expected):
    assert [link.target for link in related_terms(text)[0]] == expected


def test_each_term_has_the_line_that_it_stands_on():
    assert [link.line for link in related_terms("- A\n\n- B", 7)[0]] == [7, 9]


def test_related_terms_of_keys_come_after_those_of_the_section(one):
    text = (
        "---\nrelated_terms: [a-b, c]\nsee-also: '[[D|dee]]'\nrelatedConcepts:\n"
        "  - title: E\n    url: /e/\n---\nText [f](/f/).\n\n## Related\nG\n"
    )
    links = [(link.target, link.text, link.origin, link.line) for link in one(text).links]
    assert links == [
        ("G", "G", "related", 11),
        ("a-b", "a-b", "key", 2),
        ("c", "c", "key", 2),
        ("D", "dee", "key", 3),
        ("/e/", "E", "key", 4),
        ("/f/", "f", "text", 8),
    ]


@pytest.mark.parametrize("nothing", ["null", "~", "", "[]", "false", "['', null]"])
def test_a_key_that_holds_nothing_gives_no_names(one, nothing):
    text = f"---\naka: {nothing}\naliases: {nothing}\ntags: {nothing}\nrelated: {nothing}\n---\nx"
    entry = one(text)
    assert (entry.aliases, entry.tags, entry.links) == ((), (), ())


def test_aliases_come_from_every_key_for_them(one):
    text = "---\ntitle: T\naliases: [A, T]\naka: B, C\nAbbreviation: D (E, F)\n---\nx"
    assert one(text).aliases == ("A", "B", "C", "D (E, F)")


def test_an_old_path_of_hugo_is_no_name_but_leads_here(read):
    text = "---\ntitle: T\naliases: [/old/t/, docs/t.html, CI/CD, A/B Test]\n---\nx"
    (entry,) = read({"t.md": text}).entries
    assert entry.aliases == ("CI/CD", "A/B Test")
    assert entry.old_paths == ("old/t", "docs/t")
    assert Glossary([entry]).candidates("/en/old/t/#x") == (entry,)


def test_a_slug_or_an_id_leads_to_the_entry(read):
    entries = read({"a.md": "---\nid: Pod\nslug: Glossary/Pods_x\n---\nx", "b.md": "y"}).entries
    assert entries[0].old_paths == ("Pod", "Glossary/Pods_x")
    assert Glossary(entries).resolve("pod") == entries[0]


def test_what_jekyll_redirects_from_leads_to_the_entry(read):
    text = "---\nredirect_from:\n  - /old/pod/\n  - /older/pod.html\n---\nx"
    (entry,) = read({"a.md": text}).entries
    assert entry.old_paths == ("old/pod", "older/pod")
    (entry,) = read({"a.md": "---\nredirect_from: /old/pod/\n---\nx"}).entries
    assert Glossary([entry]).candidates("/old/pod/") == (entry,)


def test_tags_lose_what_is_empty_and_categories_stand_in(one):
    assert one('---\ntags: ["a", "", "a", "#b"]\ncategory: c\n---\nx').tags == ("a", "b")
    assert one("---\ncategories: [c]\ntags: ['']\n---\nx").tags == ("c",)


def test_an_acronym_in_the_title_leads_to_the_entry(read):
    entries = read({"a.md": "---\ntitle: Long Short-Term Memory (LSTM)\n---\nx"}).entries
    assert Glossary(entries).resolve("lstm") == entries[0]


def test_spec_up_defines_a_term_and_its_forms(one):
    entry = one("[[def: ABAC, attribute-based access control]]\n\n~ Decides by [[ref: attribute]].")
    assert (entry.title, entry.aliases) == ("ABAC", ("attribute-based access control",))
    assert [link.target for link in entry.links] == ["attribute"]


@pytest.mark.parametrize(
    "body",
    [
        "### Summary\nA\n### Related terms\nB, C\n",
        "### Summary\nA\n### Related terms\n\nB, C",
        "### Related terms\nB, C\n### Summary\nA\n",
        "### Related\nX\n### Related terms\nB, C\n",
        "Related\n-------\nX\n\n### Related terms\nB, C\n",
        "```\n### Related\n```\n### Related terms\nB, C\n",
        "```\n### Related terms\nB, C\n```\n",
        "### Related terms\n- B\n- C\n",
        "### Related terms\n",
        "text",
        "",
    ],
)
def test_the_quick_way_to_the_related_terms_agrees_with_the_full_one(body):
    roles = Roles()
    text = f"---\n---\n{body}"
    quick = final_related(text, 8, roles)
    assert final_related(text, 8, roles, text.count("\n")) == quick
    full = [part for part in split(body, roles, "") if part.role == "related"]
    if quick is not None and quick[0]:
        assert [quick] == [(part.text, part.line + 2) for part in full]
