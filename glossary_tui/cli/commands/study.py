"""`glossary study`: the study screen, or a dialogue."""

from __future__ import annotations

from glossary_tui.cli.progress import CHORES
from glossary_tui.cli.streams import has_keyboard
from glossary_tui.errors import NothingFound, StudyUnavailable, WrongUsage
from glossary_tui.workspace.studying import (
    StudyWish,
    bookmarks,
    open_session,
    open_store,
    recent_terms,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.opening import OpenTui
    from glossary_tui.cli.options import Options
    from glossary_tui.study.card import TermId


def run(context: Context, options: Options) -> int | OpenTui:
    """Study, or do one of the things that are done to progress as a whole."""
    asked = [name for name in CHORES if options.flag(name)]
    if len(asked) > 1:
        raise WrongUsage(f"--{asked[0]} and --{asked[1]} are two things; ask for one at a time")
    if options.flag("to") and asked != ["move"]:
        raise WrongUsage("--to says where --move moves to; see glossary study --help")
    if asked:
        return CHORES[asked[0]](context, options)
    wish = _wish(options)
    if context.output.is_drawable and has_keyboard() and not options.flag("plain"):
        return context.open_tui()._replace(screen="study", study=wish)
    return _dialogue(context, wish)


def _wish(options: Options) -> StudyWish:
    sources = [name for name in ("around", "bookmarks", "recent") if options.flag(name)]
    if len(sources) > 1:
        raise WrongUsage(f"--{sources[0]} and --{sources[1]} exclude each other")
    only: tuple[TermId, ...] | None = None
    if sources == ["bookmarks"]:
        only = bookmarks()
    elif sources == ["recent"]:
        only = recent_terms()
    return StudyWish(
        tuple(dict.fromkeys(options.values("kind"))),  # type: ignore[arg-type] # checked as choices
        options.value("around"),
        options.values("tag"),
        only,
        options.flag("cram"),
    )


def _dialogue(context: Context, wish: StudyWish) -> int:
    from glossary_tui.cli.dialogue import Dialogue, agrees_to_unsaved, now
    from glossary_tui.cli.study_text import summary_text
    from glossary_tui.paths import study_file
    from glossary_tui.study.copies import unsaved_store

    workspace, output = context.workspace, context.output
    try:
        session = open_session(workspace, wish, open_store(), now())
    except StudyUnavailable as error:
        if not agrees_to_unsaved(str(error), output):
            raise
        session = open_session(workspace, wish, unsaved_store(study_file()), now())
    if session.current is None and not session.plan.terms:
        raise NothingFound("There is nothing to study here: no term is meant")
    Dialogue(session, output, context.columns).run()
    output.write(summary_text(session, session.summary(now()), now()))
    return 0
