"""What the documents say of the program is what the program says of itself."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from glossary_tui.cli.declared import GROUPS, OPTIONS
from glossary_tui.search.operators import OPERATORS

ROOT = Path(__file__).parents[2]


def test_the_page_of_keys_is_made_from_the_commands():
    page = runpy.run_path(str(ROOT / "docs" / "keys_page.py"))["keys_page"]()
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == page, "run: make docs"


def test_the_page_of_the_command_line_holds_every_command_and_option():
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    made = runpy.run_path(str(ROOT / "docs" / "cli_page.py"))["cli_page"](page)
    assert page == made, "run: make docs"
    for command in (command for group in GROUPS for command in group.commands):
        assert f"### glossary {command.name}\n" in page
        for option in (*command.options, *OPTIONS):
            assert f"--{option.name}" in page
            assert not option.letter or f"-{option.letter}, " in page


def test_the_manual_page_is_made_from_the_commands():
    page = runpy.run_path(str(ROOT / "docs" / "man_page.py"))["man_page"]()
    assert (ROOT / "docs" / "glossary.1").read_text(encoding="utf-8") == page, "run: make docs"


def test_every_operator_of_the_search_is_documented():
    page = (ROOT / "docs" / "search.md").read_text(encoding="utf-8")
    assert [example for example, _ in OPERATORS if f"`{example}`" not in page] == []


@pytest.mark.parametrize(
    "document", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")), ids=str
)
def test_links_between_documents_lead_somewhere(document):
    import re

    text = document.read_text(encoding="utf-8")
    text = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        if "://" not in target:
            assert (document.parent / target).exists(), target


def test_every_target_of_the_makefile_says_what_it_does():
    import re

    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", text, flags=re.MULTILINE))
    explained = set(re.findall(r"^([a-z-]+):.*## ", text, flags=re.MULTILINE))
    assert targets == explained


def test_the_library_example_of_the_readme_runs(monkeypatch, capsys):
    import re

    monkeypatch.chdir(ROOT)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    exec(example, {})  # the README's own lines
    assert capsys.readouterr().out == "Convolutional Neural Network\n" * 2
