"""A study session on the screen, driven by its keys."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Static

from glossary_tui.paths import study_file
from glossary_tui.study.store import Store
from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.linear import in_words
from glossary_tui.tui.providers import Deed, command_choices
from glossary_tui.tui.screens.browse import BrowseScreen
from glossary_tui.tui.screens.card_info import CardInfoScreen
from glossary_tui.tui.screens.statistics import StatisticsScreen
from glossary_tui.tui.screens.study import StudyScreen
from glossary_tui.tui.screens.study_start import StudyStartScreen
from glossary_tui.tui.screens.unsaved import UnsavedScreen
from glossary_tui.tui.screens.visit import VisitScreen
from glossary_tui.tui.widgets.answer_box import AnswerBox
from glossary_tui.tui.widgets.card_text import CardText
from glossary_tui.tui.widgets.chart_page import ChartPage
from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.grade_bar import GradeBar
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.session_bar import SessionBar
from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.studying import StudyWish

SIZE = (100, 30)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    found = Clock()
    monkeypatch.setattr("glossary_tui.tui.screens.study.local_now", found)
    return found


def keys(app):
    """What the key bar names."""
    return app.screen.query_one(KeyBar).render_line(0).text


def commands(app):
    """The ids of the commands that the palette offers of the screen."""
    deeds = [choice.value for choice in command_choices(app.screen)]
    return {
        f"study.{deed.action.partition('(')[0]}"
        for deed in deeds
        if isinstance(deed, Deed) and deed.node is app.screen
    }


@pytest.fixture
def study(folder, make_app, clock):
    """An app that begins a session by a wish."""

    def begin(**wish):
        app = make_app(folder, term="imagenet")
        app._study = StudyWish(**wish)
        return app

    return begin


def lines(app):
    """The text of the card, or of the end."""
    drawn = app.screen.query_one(CardText).layout_of_text.lines
    return "\n".join("".join(piece.text for piece in line) for line in drawn)


def bar(app):
    """The line that says how far the session is."""
    return app.screen.query_one(SessionBar).render_line(0).text


def buttons(app):
    grades = app.screen.query_one(GradeBar)
    return grades.render_line(0).text, grades.render_line(1).text


def card(app):
    turn = app.screen.session.current
    return (turn.card.entry, turn.card.kind) if turn else None


def damaged():
    """A file in the place of the study database that is none; its path."""
    path = Path(study_file())
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database at all" * 100)
    return path


def browsing(app):
    """Whether the reading screen is on top, and no visit."""
    return type(app.screen) is BrowseScreen


def saved():
    """The log on disk, as a program that starts now reads it."""
    store = Store(study_file())
    try:
        return [(each.action, each.card.entry, each.rating) for each in store.records()]
    finally:
        store.close()


async def test_a_key_asks_what_to_study_and_enter_begins(folder, make_app, clock):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s")
        assert isinstance(app.screen, StudyStartScreen)
        await pilot.press("enter")
        assert isinstance(app.screen, StudyScreen)
        assert app.screen.session.plan.kinds == ("meaning", "name")
        await pilot.press("escape")
        assert browsing(app)


async def test_leaving_in_the_midst_of_a_session_says_what_is_saved(folder, make_app, clock):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", "enter", "escape")
        assert not app._notifications
        await pilot.press("s", "enter", "space", "3", "escape")
        assert [each.message for each in app._notifications] == ["1 answer saved."]


async def test_scope_kinds_and_cram_are_chosen_before_a_session(folder, make_app, clock):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", "down", "space")  # from ImageNet outward
        await pilot.press("right", "right")  # the first tag instead, then the second
        await pilot.press("down", "space")  # meaning no longer
        await pilot.press("down", "down", "space", "down", "down", "space", "enter")
        plan = app.screen.session.plan
        assert plan.kinds == ("name", "choice")
        assert plan.cram
        assert [term.entry for term in plan.terms] == ["image-net"]
        assert "Cram" in bar(app)
        assert "vision" in bar(app)


async def test_the_last_kind_of_card_cannot_be_taken_away(folder, make_app, clock):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", "right", "down", "space", "down", "space", "enter")
        assert app.screen.session.plan.kinds == ("name",)


async def test_space_turns_the_card_over_view_by_view_and_a_number_grades_it(study):
    app = study(kinds=("meaning",), around="image-net")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert card(app) == ("image-net", "meaning")
        assert "ImageNet" in lines(app)
        assert "in one sentence" not in lines(app)
        assert "0 answered" in bar(app)
        await pilot.press("3")  # not yet
        assert saved() == []
        await pilot.press("space")
        assert "ImageNet in one sentence." in lines(app)
        assert "for a child" not in lines(app)
        await pilot.press("space")
        assert "ImageNet for a child." in lines(app)
        names, intervals = buttons(app)
        assert [word for word in names.split() if word.isalpha()] == [
            "Again",
            "Hard",
            "Good",
            "Easy",
        ]
        assert "1 min" in intervals
        assert "10 min" in intervals
        await pilot.press("3")
        assert saved() == [("review", "image-net", 3)]
        assert card(app)[0] != "image-net"
        assert "1 answered" in bar(app)


async def test_what_a_button_promises_is_what_is_scheduled(study, clock):
    app = study(kinds=("meaning",), around="image-net")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("space")
        promised = app.screen.session.choices(clock.now)[2].interval
        turn = app.screen.session.current
        await pilot.press("3")
        after = app.screen.session.store.standing(turn.card).memory
        assert after.due_at == (clock.now + promised).timestamp() * 1_000_000


async def test_a_typed_answer_is_graded_and_space_takes_the_grade(study):
    app = study(kinds=("name",), around="label")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.focused, AnswerBox)
        assert "Label" not in lines(app)
        assert "_____" in lines(app)
        await pilot.press(*"labels", "enter")
        assert "Right" in lines(app)
        assert "▸" in buttons(app)[0].split("3")[0]
        await pilot.press("space")
        assert saved() == [("review", "label", 3)]


async def test_a_slip_is_shown_letter_by_letter_and_may_be_overruled(study):
    app = study(kinds=("name",), around="image-net")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press(*"imagenett", "enter")
        assert "A slip" in lines(app)
        assert "You typed: ImageNett" in lines(app)
        assert "The answer: ImageNet" in lines(app)
        await pilot.press("4")
        assert saved() == [("review", "image-net", 4)]


async def test_nothing_typed_is_wrong_and_a_hint_is_another_text(study):
    app = study(kinds=("name",), around="image-net")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        before = lines(app)
        await pilot.press("tab", "h")
        assert len(lines(app)) > len(before)
        await pilot.press("space", "enter")  # back into the box; nothing typed
        assert "Wrong" in lines(app)
        assert "ImageNet" in lines(app)
        await pilot.press("space")
        assert saved() == [("review", "image-net", 1)]


@pytest.mark.parametrize(("right", "rating"), [(True, 3), (False, 1)])
async def test_an_option_is_chosen_by_its_number(study, right, rating):
    app = study(kinds=("choice",), around="image-net")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        question = app.screen.session.current.question
        assert len(question.options) == 4
        others = [index for index in range(4) if index != question.right]
        index = question.right if right else others[0]
        await pilot.press(str(index + 1))
        assert ("✓ right" if right else "✗ your choice") in lines(app)
        await pilot.press("space")
        assert [each[2] for each in saved()] == [rating]


async def test_undo_takes_back_step_by_step(study):
    app = study(kinds=("meaning",), around="image-net")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        first = card(app)
        await pilot.press("space", "3")
        second = card(app)
        await pilot.press("minus")
        await pilot.press("space", "1")
        await pilot.press("u")
        await pilot.press("u")
        assert card(app) == second
        await pilot.press("u")
        assert card(app) == first
        await pilot.press("u")  # nothing is left to take back
        assert card(app) == first
        assert "0 answered" in bar(app)
        assert [each[0] for each in saved()].count("undo") == 3


async def test_suspended_and_buried_cards_do_not_come_again(study):
    app = study(kinds=("meaning",))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        first = card(app)
        await pilot.press("at")
        second = card(app)
        await pilot.press("minus")
        seen = set()
        while card(app) is not None:
            seen.add(card(app))
            await pilot.press("space", "4")
        assert seen
        assert not {first, second} & seen


async def test_the_end_says_what_was_learnt_what_was_hard_and_when_next(study, clock):
    app = study(kinds=("meaning",), only=None, around="short")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("space", "1")
        while card(app) is not None:
            clock.now += timedelta(minutes=2)
            await pilot.press("space", "4")
        text = lines(app)
        assert "Done for now" in text
        assert "Met for the first time" in text
        assert "What was hard" in text
        assert "When next" in text
        await pilot.press("u")
        assert card(app) is not None


async def test_at_the_end_no_key_is_named_that_acts_on_a_card(study):
    app = study(kinds=("meaning",))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "bury" in keys(app)
        assert "study.bury" in commands(app)
        while card(app) is not None:
            await pilot.press("space", "4")
        assert keys(app).split("?")[0].split() == ["u", "undo", "Esc", "leave"]
        assert not {"study.bury", "study.rate", "study.entry"} & commands(app)
        await pilot.press("u")
        assert "bury" in keys(app)


async def test_with_nothing_due_it_says_why_and_when(study, configure):
    configure("[study]\nnew-per-day = 0\n")
    app = study()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Nothing to study now" in lines(app)
        await pilot.press("space", "3", "minus", "i")  # none of it does harm
        assert isinstance(app.screen, StudyScreen)


async def test_enter_leads_to_the_entry_and_back_to_the_very_card(study):
    app = study(kinds=("meaning",), around="image-net")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("space", "space")
        before = lines(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, VisitScreen)
        assert app.screen.query_one(EntryPane).entry == app.screen.glossary.by_id("image-net")
        await pilot.press("r", "enter", "escape")
        await pilot.pause()
        assert isinstance(app.screen, StudyScreen)
        assert card(app) == ("image-net", "meaning")
        assert lines(app) == before


async def test_looking_it_up_before_answering_suggests_again(study):
    app = study(kinds=("choice",), around="image-net")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "You looked it up" in lines(app)
        await pilot.press("space")
        assert [each[2] for each in saved()] == [1]


async def test_an_edited_entry_is_asked_anew_and_stays_turned(study, folder, monkeypatch):
    def rewrite(_app, path, _line=0):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("in one sentence", "in fewer words"))
        return ""

    monkeypatch.setattr("glossary_tui.tui.screens.study.edit", rewrite)
    app = study(kinds=("meaning",), around="image-net")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("space", "e")
        await pilot.pause()
        assert card(app) == ("image-net", "meaning")
        assert "ImageNet in fewer words." in lines(app)


async def test_info_says_where_the_card_stands(study):
    app = study(kinds=("meaning",), around="image-net")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("space", "3", "u", "i")
        assert isinstance(app.screen, CardInfoScreen)
        page = str(app.screen.query_one("#card-info-page", Static).content)
        assert "new" in page
        assert "image-net" in page
        await pilot.press("escape")
        assert isinstance(app.screen, StudyScreen)


async def test_what_cannot_be_saved_is_said_and_study_goes_on_if_the_learner_agrees(study):
    path = damaged()
    app = study(kinds=("meaning",), around="image-net")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, UnsavedScreen)
        await pilot.press("y")
        await pilot.pause()
        assert isinstance(app.screen, StudyScreen)
        await pilot.press("space", "3")
        assert "1 answered" in bar(app)
        (aside,) = path.parent.iterdir()
        assert "damaged" in aside.name


async def test_the_learner_may_decline_to_study_unsaved(study):
    os.makedirs(study_file())  # a folder in its place
    app = study()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, UnsavedScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert browsing(app)


async def test_a_grade_that_cannot_be_saved_is_asked_about_and_not_lost(study, monkeypatch):
    from glossary_tui.errors import StudyUnavailable

    app = study(kinds=("meaning",), around="image-net")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()

        def fail(_record):
            raise StudyUnavailable("the disk is full")

        monkeypatch.setattr(app.screen.session.store, "append", fail)
        await pilot.press("space", "3")
        assert isinstance(app.screen, UnsavedScreen)
        await pilot.press("escape")
        assert card(app) == ("image-net", "meaning")
        await pilot.press("3", "y")
        await pilot.pause()
        assert card(app)[0] != "image-net"
        assert "1 answered" in bar(app)


async def test_the_statistics_are_reached_from_the_card_and_lead_to_hard_terms(study, clock):
    app = study(kinds=("meaning",), around="image-net", cram=False)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        hard = app.screen.session.current.card.entry
        for rating in "43":  # known at once, and on the next day
            await pilot.press("space", rating)
            while card(app) is not None and card(app)[0] != hard:
                await pilot.press("at")
            clock.now += timedelta(days=300)
            await pilot.press("escape")
            app.screen.begin_study(app._study)
            await pilot.pause()
        while card(app)[0] != hard:
            await pilot.press("at")
        await pilot.press("space", "1", "s")
        assert isinstance(app.screen, StatisticsScreen)
        charts = app.screen.query_one(ChartPage)
        page = "\n".join("".join(run.text for run in line) for line in charts._lines)
        for heading in ("Answers by day", "Remembered when due", "coming weeks", "Hardest terms"):
            assert heading in page
        assert "forgotten once" in page
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert isinstance(app.screen, VisitScreen)
        entry = app.screen.query_one(EntryPane).entry
        assert entry is not None
        assert entry.id == hard
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert isinstance(app.screen, StudyScreen)


async def test_the_statistics_of_nothing_are_a_page_too(folder, make_app):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("S")
        assert isinstance(app.screen, StatisticsScreen)
        page = app.screen.query_one(ChartPage)
        said = [page.render_line(y).text.strip() for y in range(page.size.height)]
        assert said[0] == "Nothing has been answered yet."
        assert any(line.startswith("all terms") and line.endswith("6 new") for line in said)
        assert "Answers by day" not in said
        assert "hard term" not in keys(app)
        await pilot.press("tab", "enter", "pagedown", "escape")
        assert browsing(app)


async def test_in_the_linear_mode_the_card_is_said_in_words(folder, clock):
    wish = StudyWish(kinds=("name",), around="image-net")
    app = GlossaryApp(open_workspace([str(folder)], {}), "imagenet", wish, linear=True)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert in_words(app.screen).startswith("Card: name, to be answered. 0 answered")
        await pilot.press(*"imagenett", "enter")
        assert "answered, Hard is suggested" in in_words(app.screen)
        drawn = [strip.text for strip in app.screen._compositor.render_strips()]
        assert "Hard is suggested" in drawn[0]
        assert not set("".join(drawn)) & set("─━▸│╭·")
        await pilot.press("space", "tab", "s")
        page = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "Remembered when due" in page
        assert not set(page) & set("░▒▓█·━")
