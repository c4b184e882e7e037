"""What --fix mends, and what it keeps its hands off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.fixing import plan_fixes
from glossary_tui.reader import read_entries
from glossary_tui.workspace.changing import make_changes

OTHERS = {
    "gradient-descent": "Gradient Descent",
    "bagging": "Bagging",
    "l1-regularization": "L1 Regularization",
    "supervised-learning": "Supervised Learning",
    "imagenet": "ImageNet",
    "wasp": "Wasp",
    "mini-batch-learning": "Mini Batch Learning",
    "match-score": "Match Score",
}


@pytest.fixture
def fixed(tmp_path):
    """What becomes of the text of one entry among `OTHERS`, and what is told of it."""
    for name, title in OTHERS.items():
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: {title}\n---\nText.\n")

    def run(text):
        path = tmp_path / "bee.md"
        path.write_bytes(text.encode())
        plan = plan_fixes(Glossary(read_entries([str(tmp_path)]).entries))
        make_changes(plan.changes)
        return path.read_bytes().decode(), [(each.code, each.line) for each in plan.fixes]

    return run


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        ("See [[Gradiant Descent]].", "See [[Gradient Descent]].", ["G101"]),
        ("See [[Mini Butch Learning]].", "See [[Mini Batch Learning]].", ["G101"]),
        ("See [x](gradient-decsent.md#a).", "See [x](gradient-descent.md#a).", ["G101"]),
        ("## Related terms\nGradient Descnt, Wasp", "## Related terms\nGradient Descent, Wasp", ["G102"]),
        ("## Related terms\nWasp, Bee, ImageNet", "## Related terms\nWasp, ImageNet", ["G111"]),
        ("## Related terms\nBee, ImageNet", "## Related terms\nImageNet", ["G111"]),
        ("## Related terms\nWasp, ImageNet, wasps", "## Related terms\nWasp, ImageNet", ["G110"]),
        ("## Related terms\n- Wasp\n- **ImageNet**\n- Wasp\n", "## Related terms\n- Wasp\n- **ImageNet**\n", ["G110"]),
        ("## Related terms\r\n* [Wasp](wasp)\r\n* [[ImageNet]]\r\n* [wasp](wasp)\r\n",
         "## Related terms\r\n* [Wasp](wasp)\r\n* [[ImageNet]]\r\n", ["G110"]),
        ('## Related terms\nWasp, "Bee", ImageNet, image net', "## Related terms\nWasp, ImageNet", ["G111", "G110"]),
        ("## Related terms\nWasp, Image-Net, ImageNet, Wasp.", "## Related terms\nWasp, Image-Net.", ["G110", "G110"]),
    ],
)  # fmt: skip
def test_what_is_mechanical_is_mended(fixed, before, after, codes):
    head = "---\ntitle: Bee\n---\n\nText.\n\n"
    text, told = fixed(head + before)
    assert text == head + after
    assert [code for code, _ in told] == codes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("related: [bee, Wasp]", "related: [Wasp]"),
        ('related: ["Wasp", "Bee"]', 'related: ["Wasp"]'),
        ("related:\n  - bee\n  - Wasp", "related:\n  - Wasp"),
        ("related:\n- Wasp\n- 'Bee'", "related:\n- Wasp"),
        ("related: Bee", "related: Bee"),
    ],
)
def test_an_entry_goes_out_of_its_own_keys_too(fixed, before, after):
    text, _ = fixed(f"---\ntitle: Bee\n{before}\ntags: [x]\n---\nText.\n")
    assert text == f"---\ntitle: Bee\n{after}\ntags: [x]\n---\nText.\n"


@pytest.mark.parametrize(
    "text",
    [
        "See [[Tagging]], [[Unsupervised Learning]].",
        "## Related terms\nL2 Regularization, Telescope, Supervised Learner",
        "See [[Wasq]].",
        "See [[Baggang]].",  # too short a name
        "See [[Omagenet]].",  # the first letter
        "See [[Mini Match Learning]].",  # a word of another term
        "`[[Gradiant Descent]]`",
        "## Related terms\nWasp\n\nWasp is not in the list. Gradiant Descent neither.",
    ],
)
def test_what_takes_a_decision_is_left(fixed, text):
    before = f"---\ntitle: Bee\n---\n\nText.\n\n{text}"
    assert fixed(before) == (before, [])


def test_a_file_that_would_lose_something_is_left(tmp_path, fixed):
    path = tmp_path / "odd.md"
    path.write_bytes("# Odd\n\nSee [[Gradiant Descent]], déjà vu.\n".encode("cp1252"))
    before = path.read_bytes()
    fixed("# Bee\n\nText.\n")
    assert path.read_bytes() == before


@given(
    st.lists(
        st.sampled_from(["Wasp", "wasps", "Bee", "ImageNet", "image-net", "Telescope", "Bagging"]),
        min_size=1, max_size=6,
    ),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)  # fmt: skip
def test_a_second_round_finds_nothing_and_the_first_of_each_term_stays(
    tmp_path_factory, names, end, bullets
):
    folder = tmp_path_factory.mktemp("glossary")
    for name, title in OTHERS.items():
        (folder / f"{name}.md").write_text(f"---\ntitle: {title}\n---\nText.\n")
    lines = [f"- {name}" for name in names] if bullets else [", ".join(names)]
    text = end.join(["---", "title: Bee", "---", "Text.", "", "## Related terms", *lines, ""])
    (folder / "bee.md").write_bytes(text.encode())
    make_changes(plan_fixes(Glossary(read_entries([str(folder)]).entries)).changes)
    glossary = Glossary(read_entries([str(folder)]).entries)
    assert plan_fixes(glossary) == ((), ())
    entry = glossary.by_id("bee")
    assert entry
    expected: list[str] = []
    seen = {"bee"}
    for name in names:
        found = glossary.resolve(name)
        if found is None or found.id not in seen:
            expected.append(name)
        seen |= {found.id} if found else set()
    # A line that names nothing but the entry itself is left for its author.
    alone = [] if bullets else ["Bee"]
    assert [link.target for link in entry.related] == (expected or alone)
