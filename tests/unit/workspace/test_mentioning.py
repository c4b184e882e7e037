"""Whose word it is that a title says nothing."""

from __future__ import annotations

from glossary_tui.user.preferences import Configuration, GlossarySettings, MentionSettings
from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.choosing import Choice, Source
from glossary_tui.workspace.mentioning import common_words

TEAM = Choice((Source("team", ("x",), ""),))


def test_the_programs_list_counts_unless_it_is_turned_off():
    assert "model" in common_words(Configuration({}), TEAM)
    off = Configuration({}, mentions=MentionSettings(bundled_common_words=False))
    assert common_words(off, TEAM) == frozenset()


def test_the_persons_words_are_added_those_of_a_glossary_only_in_it():
    configuration = Configuration(
        {},
        mentions=MentionSettings(common_words=("Sprint",)),
        glossaries={"team": GlossarySettings(("x",), common_words=("Tribe",))},
    )
    assert {"Sprint", "Tribe"} < common_words(configuration, TEAM)
    assert "Tribe" not in common_words(configuration, Choice((Source("", ("x",), ""),)))


def test_a_workspace_finds_mentions_by_them(tmp_path):
    for name in ("Model", "Gradient"):
        (tmp_path / f"{name}.md").write_text("### Summary\nText.\n", encoding="utf-8")
    mentions = open_workspace([str(tmp_path)], {}).mentions
    found = mentions.find("The gradient of a model.")
    assert [each.entries[0].title for each in found] == ["Gradient"]
