"""The names that an entry is found under."""

from __future__ import annotations

import pytest

from glossary_tui.search.names import ACRONYM, ALIAS, ASIDE, FULL, HEAD, TITLE, names_of
from glossary_tui.text.fold import fold


def names(title, *aliases):
    return names_of(title, fold(title), aliases)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Beam search", {"beam search": TITLE}),
        ("U-Net", {"u net": TITLE}),
        ("Recall (RC)", {"recall": HEAD, "recall rc": FULL, "rc": ACRONYM}),
        ("Filter (optics)", {"filter": HEAD, "filter optics": FULL}),
        (
            "No Free Lunch (NFL) theorem",
            {"no free lunch theorem": HEAD, "no free lunch nfl theorem": FULL, "nfl": ACRONYM},
        ),
        (
            "ETL (Extract, Transform, Load)",
            {
                "etl": HEAD,
                "etl extract transform load": FULL,
                "extract transform load": ASIDE,
            },
        ),
        ("Kubernetes (K8s)", {"kubernetes": HEAD, "kubernetes k8s": FULL}),
        ("容器（OCI）", {"容器": HEAD, "容器 oci": FULL, "oci": ACRONYM}),
    ],
)
def test_a_title_gives_its_parts(title, expected):
    assert expected.items() <= names(title).items()


def test_an_optional_word_in_parentheses_may_be_typed_or_left_out():
    found = names("Feed-forward (Neural) Networks (FFNN)")
    assert {"feed forward networks", "feed forward neural networks", "ffnn"} <= found.keys()


def test_an_alias_knows_its_number():
    assert names("Recall", "Sensitivity", "TPR")["tpr"] == ALIAS + 1


def test_an_alias_that_the_title_holds_already_is_not_given_twice():
    assert names("Recall (RC)", "RC")["rc"] == ACRONYM


@pytest.mark.parametrize("title", ["!!!", "-  -\n-", "", "(", "()", "( )"])
def test_a_name_has_no_line_break_and_no_double_space(title):
    for name in names(title, "\n", "* \n *"):
        assert name == " ".join(name.split()) != ""
