"""A glossary that was asked for and is not there: what was looked for, and what comes near."""

from __future__ import annotations

import os

from glossary_tui.errors import GlossaryUnknown
from glossary_tui.model.record import NamedTuple
from glossary_tui.paths import absolute
from glossary_tui.text.clean import clean_line
from glossary_tui.workspace.choosing import NAMED, PROJECT, PROJECT_FOLDER
from glossary_tui.workspace.offers import offers_for_folder, offers_for_name, shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary_tui.errors import EntriesNotFound
    from glossary_tui.user.preferences import Configuration
    from glossary_tui.workspace.choosing import Source
    from glossary_tui.workspace.offers import Offer


class Missing(NamedTuple):
    """What there is to say about a glossary that could not be opened."""

    error: GlossaryUnknown | EntriesNotFound
    """Why it could not."""
    title: str
    """That in a few words."""
    lines: tuple[str, ...]
    """Who asked for it, and where it was looked for."""
    offers: tuple[Offer, ...]
    """What can be opened in its stead, what comes nearest first."""
    advice: str
    """How there comes to be a glossary of that name; '' where nothing would help."""


def missing(
    error: GlossaryUnknown | EntriesNotFound,
    sources: Sequence[Source],
    configuration: Configuration,
) -> Missing:
    """What there is to say about *error*, which came of opening *sources*."""
    if isinstance(error, GlossaryUnknown):
        return _name_unknown(error, configuration)
    source = next((each for each in sources if error.folder in each.folders), None)
    return _folder_missing(error, source, configuration)


def _name_unknown(error: GlossaryUnknown, configuration: Configuration) -> Missing:
    name, path = clean_line(error.name), shortened(configuration.path)
    offers = offers_for_name(error.name, configuration)
    if error.name == PROJECT:
        title = f"There is no {PROJECT_FOLDER} folder here"
        line = f"{NAMED} asks for it. It was looked for in {_here()} and in the folders above."
        advice = f"A folder {PROJECT_FOLDER} of Markdown files is a glossary of the project."
        return Missing(error, title, (line,), offers, advice)
    place = f"Names are given in {path}"
    if not os.path.exists(configuration.path):
        place += ", which does not exist"
    advice = f'To give a folder that name: [glossaries.{name}] and folders = ["…"] in {path}.'
    title = f"There is no glossary called “{name}”"
    return Missing(error, title, (f"{NAMED} asks for it. {place}.",), offers, advice)


def _folder_missing(
    error: EntriesNotFound, source: Source | None, configuration: Configuration
) -> Missing:
    folder = absolute(error.folder)
    shown, advice = shortened(folder), ""
    lines = [_who_asks(source, configuration)] if source is not None else []
    if os.path.isdir(folder):
        title = f"The folder {shown} cannot be read"
        lines.append(f"The system says: {_reason(error)}.")
    elif os.path.exists(folder):
        title = f"{shown} is no folder"
        lines.append("A glossary is a folder of Markdown files (.md), or one such file.")
    else:
        title = f"There is no folder {shown}"
        place, name = deepest(folder)
        if place != os.path.dirname(folder):
            lines.append(f"{shortened(place)} is there, but nothing in it is called {name}.")
        quoted = _quoted(shown)
        advice = f"To begin one: mkdir -p {quoted}; glossary new TERM --entries {quoted}"
    return Missing(
        error, title, tuple(lines), offers_for_folder(folder, source, configuration), advice
    )


def _who_asks(source: Source, configuration: Configuration) -> str:
    origin = shortened(source.origin)
    if not source.name:
        return f"{origin} asks for it."
    path = shortened(configuration.path)
    said = f"It is a folder of the glossary “{clean_line(source.name)}”, as {path} says"
    return f"{said}." if source.origin == configuration.path else f"{said}; {origin} asks for that."


def _reason(error: EntriesNotFound) -> str:
    cause: BaseException = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    return clean_line(getattr(cause, "strerror", None) or str(cause))


def deepest(folder: str) -> tuple[str, str]:
    """The last folder on the way to *folder* that exists, and the first name that does not."""
    place, name = os.path.split(folder)
    while not os.path.isdir(place) and place != os.path.dirname(place):
        place, name = os.path.split(place)
    return place, clean_line(name)


def _quoted(path: str) -> str:
    """*path* for a shell; a `~` before it stays one."""
    import shlex

    return f"~/{shlex.quote(path[2:])}" if path.startswith("~/") else shlex.quote(path)


def _here() -> str:
    try:
        return shortened(os.getcwd())
    except OSError:
        return "a folder that has gone"
