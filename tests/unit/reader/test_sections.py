"""Rule 3: which part of a body is a view, a section of its own, the summary, the rest."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.errors import EntryUnreadable
from glossary_tui.glossary import Glossary
from glossary_tui.reader import read_entries
from glossary_tui.reader.body import Roles, bare_heading, heading_text
from glossary_tui.text.fold import fold

NATIVE = """---
title: "Gradient Descent"
references:
  - {title: "A Method", authors: "Robbins, Monro", year: 1951, venue: "Annals"}
---

### Summary
Short.

### ELI5

A hill.

### In-depth explanation
Long.

```python
# Summary
```

### Related terms
Loss, Optimizer.
"""


def shape(entry):
    return [(section.role, section.title, section.text) for section in entry.sections]


def test_the_native_format(one):
    entry = one(NATIVE)
    assert shape(entry) == [
        ("summary", "Summary", "Short."),
        ("eli5", "ELI5", "A hill."),
        ("in-depth", "In-depth", "Long.\n\n```python\n# Summary\n```"),
        ("references", "References", "- Robbins, Monro (1951). *A Method*. Annals."),
    ]
    assert [section.line for section in entry.sections] == [8, 12, 15, 0]
    assert [link.target for link in entry.related] == ["Loss", "Optimizer"]
    assert {link.line for link in entry.related} == {22}


@pytest.mark.parametrize(
    "heading",
    ["# summary", "###### SUMMARY:", "## Summary ##", "## Summary {#sum}", "## **Summary**",
     "  ## Summary", "Summary\n-------", "## 1. Summary"],
)  # fmt: skip
def test_a_known_heading_in_any_form(one, heading):
    assert shape(one(f"{heading}\nText.")) == [("summary", "Summary", "Text.")]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Resumen", "summary"),
        ("Explain like I'm five", "eli5"),
        ("Простыми словами", "eli5"),
        ("詳細", "in-depth"),
        ("Ausführliche Erklärung", "in-depth"),
        ("In-depth Explanation", "in-depth"),
    ],
)
def test_other_languages_and_wordings_keep_their_authors_words(one, heading, role):
    (section,) = one(f"## {heading}\nText.").sections
    assert section.role == role
    assert section.title == ("In-depth" if heading.startswith("In-depth") else heading)


def test_a_users_own_heading_is_known(one):
    text = "## Kort gezegd\nA.\n\n## Buren\nB, C\n"
    headings = {"eli5": ["Kort gezegd"], "related": ["Buren"]}
    entry = one(text, headings=headings)
    assert shape(entry) == [("eli5", "Kort gezegd", "A.")]
    assert [link.target for link in entry.related] == ["B", "C"]


def test_other_headings_at_the_section_level_are_tabs_of_their_own(one):
    text = "## Summary\nA.\n\n## History\nB.\n\n### Early\nC.\n\n## ELI5\nD.\n"
    assert shape(one(text)) == [
        ("summary", "Summary", "A."),
        ("section", "History", "B.\n\n### Early\nC."),
        ("eli5", "ELI5", "D."),
    ]


def test_code_without_a_fence_splits_nothing(one):
    text = "### Summary\nA.\n### In-depth\nB.\n\n# a comment of Python\nx = 1\n"
    assert shape(one(text))[1] == ("in-depth", "In-depth", "B.\n\n# a comment of Python\nx = 1")


def test_a_heading_in_a_fence_or_a_comment_is_none(one):
    text = "## Summary\nA.\n\n~~~\n## ELI5\n~~~\n<!--\n## ELI5\n-->\n"
    assert [section.role for section in one(text).sections] == ["summary"]


def test_a_view_that_stands_twice_is_a_section_the_second_time(one):
    text = "## Summary\nA.\n## Summary\nB.\n"
    assert [section.role for section in one(text).sections] == ["summary", "section"]


def test_without_known_headings_the_lead_is_the_summary(one):
    text = (
        "Lead.\n\n## Problem it addresses\nP.\n\n## How it helps\nH.\n\n## See also\n- [X](/x/)\n"
    )
    entry = one(text)
    assert shape(entry) == [
        ("summary", "Summary", "Lead."),
        ("in-depth", "In-depth", "## Problem it addresses\nP.\n\n## How it helps\nH."),
    ]
    assert [link.target for link in entry.related] == ["/x/"]


def test_text_after_the_related_terms_is_not_lost(one):
    text = "Lead.\n\n## See also\n- X\n\n## Notes\nN.\n"
    assert shape(one(text))[1] == ("in-depth", "In-depth", "## Notes\nN.")
    text = "## Summary\nA.\n#### Related\n- X\n#### Notes\nN.\n## ELI5\nE."
    assert shape(one(text))[0] == ("summary", "Summary", "A.\n\n\n#### Notes\nN.")


def test_the_mark_more_parts_summary_and_rest(one):
    text = "---\ntitle: T\n---\nLead.\n\n<!--more-->\n\nRest.\n## H\nMore.\n"
    assert shape(one(text)) == [
        ("summary", "Summary", "Lead."),
        ("in-depth", "In-depth", "Rest.\n## H\nMore."),
    ]


def test_a_short_description_is_the_summary(one):
    text = "---\nshort_description: >\n  Short\n  one.\n---\nBody.\n"
    assert shape(one(text)) == [
        ("summary", "Summary", "Short one."),
        ("in-depth", "In-depth", "Body."),
    ]


def test_a_lead_that_says_the_same_keeps_its_links(one):
    text = (
        "---\nshort_description: A set of nodes.\n---\nA set of [nodes](/node/).\n<!--more-->\nB.\n"
    )
    assert shape(one(text)) == [
        ("summary", "Summary", "A set of [nodes](/node/)."),
        ("in-depth", "In-depth", "B."),
    ]


def test_a_description_stands_in_for_an_empty_body(one):
    assert shape(one("---\ndescription: D.\n---\n")) == [("summary", "Summary", "D.")]
    assert shape(one("---\ndescription: D.\n---\nB.")) == [("summary", "Summary", "B.")]


def test_a_heading_that_repeats_the_title_is_left_out(one):
    text = "---\ntitle: Big O\n---\n# Big-O\n\nText.\n"
    assert shape(one(text)) == [("summary", "Summary", "Text.")]
    assert shape(one("# Big O\n\nText.\n")) == [("summary", "Summary", "Text.")]
    assert "# Other" in one("---\ntitle: A\n---\n# Other\n\nText.").sections[0].text


def test_text_above_the_first_view_is_kept(one):
    assert shape(one("Lead.\n## ELI5\nE.")) == [
        ("summary", "Summary", "Lead."),
        ("eli5", "ELI5", "E."),
    ]
    assert shape(one("Lead.\n## Summary\nS.")) == [
        ("section", "Introduction", "Lead."),
        ("summary", "Summary", "S."),
    ]


def test_references_of_body_and_front_matter_are_one_section(one):
    text = (
        "---\nreferences:\n- link_title: 'Wiki: it'\n  link_url: https://w.org/a_(b)\n---\n"
        "Lead.\n\n## Further reading\n- A book.\n"
    )
    entry = one(text)
    assert shape(entry)[1] == (
        "references",
        "Further reading",
        "- A book.\n\n- [Wiki: it](<https://w.org/a_(b)>).",
    )
    assert [link.target for link in entry.links] == ["https://w.org/a_(b)"]


def test_what_leads_out_of_the_related_terms_is_a_reference(one):
    entry = one("Lead.\n\n## See also\n- [X](/x/)\n- [W](https://w.org) on W\n")
    assert shape(entry)[1] == ("references", "See also", "- [W](https://w.org) on W")
    assert [(link.target, link.origin) for link in entry.links] == [
        ("/x/", "related"),
        ("https://w.org", "text"),
    ]


def test_prose_below_the_related_terms_is_kept_as_text(one):
    text = "## Summary\nS.\n\n## Related terms\nA, B.\n\nAll of these belong to one family of methods.\n"
    entry = one(text)
    assert [link.target for link in entry.related] == ["A", "B"]
    assert shape(entry)[1] == (
        "section",
        "Related terms",
        "All of these belong to one family of methods.",
    )


def test_the_lines_of_sections_and_links_are_those_of_the_file(one):
    text = "\n---\ntitle: A\n---\n\nLead\n<!-- two\nlines --> [x](/x/)\n\n## H\n\n[y](/y/)\n"
    entry = one(text)
    assert [section.line for section in entry.sections] == [6, 10]
    assert [(link.target, link.line) for link in entry.links] == [("/x/", 8), ("/y/", 12)]


def test_sections_are_read_when_they_are_wanted(write):
    root = write({"some-file.md": "Before."})
    (entry,) = read_entries([root]).entries
    (root / "some-file.md").write_text("After.")
    assert entry.sections[0].text == "After."
    os.unlink(root / "some-file.md")
    with pytest.raises(EntryUnreadable, match="some-file"):
        _ = entry.sections
    os.mkfifo(root / "some-file.md")
    with pytest.raises(EntryUnreadable, match="regular"):
        _ = entry.sections


def test_equal_titles_are_two_entries_told_apart_by_id(read):
    entries = read({"a.md": "---\ntitle: T\n---\nx", "b/a.md": "---\ntitle: T\n---\ny"}).entries
    assert [entry.id for entry in entries] == ["a", "b/a"]
    assert len(Glossary(entries).candidates("T")) == 2


def test_the_headings_of_the_native_format_mean_what_the_tables_say():
    roles = Roles()
    assert roles._seen
    for heading, role in roles._seen.items():
        assert roles._headings[fold(heading)] == role


def test_headings_without_accents_mean_the_same_before_all_others_are_known():
    roles = Roles({"eli5": ("Résumé", "Summary of it")})
    assert roles._plain_headings.items() <= roles._headings.items()


@given(st.text("a {#.:}\t", max_size=12))
def test_attributes_go_from_the_end_of_a_heading(heading):
    assert heading_text(heading) == re.sub(r"\s*\{[ \t]?[#.:][^}\n]*\}\s*$", "", heading)


def test_only_a_number_in_front_of_a_heading_goes():
    assert bare_heading("2.1. Summary") == bare_heading("Summary")
    assert bare_heading("2 or 3. Summary") == fold("2 or 3. Summary")
