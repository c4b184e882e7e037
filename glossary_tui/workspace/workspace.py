"""From the folders that were asked for to a glossary that can be used."""

from __future__ import annotations

import os
from functools import cached_property

from glossary_tui.errors import EntriesNotFound
from glossary_tui.glossary import Glossary
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.paths import BUNDLED, bundled_entries, configuration_file
from glossary_tui.reader import read_entries
from glossary_tui.user.configuration import load_configuration
from glossary_tui.user.preferences import Configuration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from glossary_tui.model import Diagnostic, Entry
    from glossary_tui.search import Searcher

PATH_VARIABLE = "GLOSSARY_PATH"
"""The environment variable that names the folders, separated as in PATH."""


class Workspace:
    """A glossary, what can be asked of it, and where it came from."""

    def __init__(
        self,
        glossary: Glossary,
        diagnostics: tuple[Diagnostic, ...],
        folders: tuple[str, ...],
        reopen: Callable[[], Workspace],
        configuration: Configuration | None = None,
    ) -> None:
        self.glossary = glossary
        """The entries."""
        self.diagnostics = diagnostics
        """What there is to say about the configuration and the files."""
        self.folders = folders
        """The folders that were read, in order."""
        self.reopen = reopen
        """Reads the same folders again. Raises `EntriesNotFound`."""
        self.configuration = configuration or Configuration({})
        """What the person has set."""

    @cached_property
    def searcher(self) -> Searcher:
        """Finds entries by typed text. Made on first use: printing an entry needs none."""
        from glossary_tui.search import Searcher

        return Searcher(self.glossary)

    def nearest(self, text: str, limit: int = 5) -> tuple[Entry, ...]:
        """What to offer where the search finds nothing: entries with a name like *text*."""
        from glossary_tui.search.nearest import nearest

        return nearest(self.glossary, text, limit)

    @cached_property
    def graph(self) -> LinkGraph:
        """Which entry names which."""
        return LinkGraph(self.glossary)

    @property
    def name(self) -> str:
        """What to call the glossary: `bundled`, or its last folder's name."""
        if self.folders == (bundled_entries(),):
            return BUNDLED
        return os.path.basename(os.path.abspath(self.folders[-1])) or self.folders[-1]


def folders_wanted(asked: Iterable[str], environment: Mapping[str, str]) -> tuple[str, ...]:
    """The folders to read: those asked for, else those of GLOSSARY_PATH, else the bundled one."""
    folders = tuple(os.path.expanduser(folder) for folder in asked)
    if not folders:
        named = environment.get(PATH_VARIABLE, "").split(os.pathsep)
        folders = tuple(os.path.expanduser(folder) for folder in named if folder)
    return folders or (bundled_entries(),)


def open_workspace(
    asked: Iterable[str], environment: Mapping[str, str], *, drafts: bool = False
) -> Workspace:
    """Read the folders and join their entries up.

    Raises `EntriesNotFound` for a folder that does not exist or cannot be read; the message says
    where its name came from.
    """
    asked = tuple(asked)
    folders = folders_wanted(asked, environment)
    configuration = load_configuration(configuration_file())
    try:
        result = read_entries(folders, drafts=drafts, headings=configuration.headings)
    except EntriesNotFound as error:
        if asked or PATH_VARIABLE not in environment:
            raise
        raise EntriesNotFound(f"{error} (from {PATH_VARIABLE})") from error
    diagnostics = (*configuration.warnings, *result.diagnostics)

    def again() -> Workspace:
        return open_workspace(asked, environment, drafts=drafts)

    return Workspace(Glossary(result.entries), diagnostics, folders, again, configuration)
