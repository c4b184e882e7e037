"""Which glossaries are wanted, and who said so.

What is asked for goes before the environment, that before the configuration, and that before the
glossary that comes with the program.
"""

from __future__ import annotations

import os

from glossary_tui.errors import GlossaryUnknown, WrongUsage
from glossary_tui.model.record import NamedTuple
from glossary_tui.paths import BUNDLED, absolute, bundled_entries
from glossary_tui.text.clean import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glossary_tui.user.preferences import Configuration

PATH_VARIABLE = "GLOSSARY_PATH"
"""The environment variable that names the folders, separated as in PATH."""
ALL = "all"
"""What `--glossary` takes for every glossary that has a name."""
PROJECT = "."
"""What `--glossary` takes for the glossary of the project that one works in."""
PROJECT_FOLDER = ".glossary"
"""The folder in or above the working directory that is a project's glossary."""

ASKED, NAMED = "--entries", "--glossary"
DEFAULT = "nothing else is asked for"


class Source(NamedTuple):
    """One glossary that is wanted: the folders that make it."""

    name: str
    """What the configuration calls it, `bundled`, or '' where it has no name."""
    folders: tuple[str, ...]
    """Its folders; a later one's entries go before."""
    origin: str
    """Who asked for it, for people: an option, the environment variable, the configuration."""

    @property
    def identity(self) -> str:
        """What tells the glossary from others wherever it is opened: its name, else its path."""
        path = self.name or absolute(self.folders[-1])
        # Databases take no byte of a path that is not UTF-8.
        return path.encode("utf-8", "backslashreplace").decode()

    @property
    def label(self) -> str:
        """What to call it: its name, else its folder's; of a project's glossary the project's."""
        path = absolute(self.folders[-1])
        if os.path.basename(path) == PROJECT_FOLDER:
            path = os.path.dirname(path)
        return clean_line(self.name or os.path.basename(path) or path)


class Choice(NamedTuple):
    """The glossaries that are opened together, mostly one."""

    sources: tuple[Source, ...]

    @property
    def folders(self) -> tuple[str, ...]:
        """All folders, in order."""
        return tuple(folder for source in self.sources for folder in source.folders)

    @property
    def parts(self) -> tuple[str, ...]:
        """What goes before the ids of each glossary's entries; none where there is only one."""
        if len(self.sources) == 1:
            return ()
        parts: list[str] = []
        for source in self.sources:
            part, number = source.label.replace("/", "-"), 2
            while part in parts:
                part, number = f"{source.label}-{number}", number + 1
            parts.append(part)
        return tuple(parts)


def choose(
    entries: Sequence[str],
    names: Sequence[str],
    environment: Mapping[str, str],
    configuration: Configuration,
) -> Choice:
    """The glossaries to open: those of *names* (`--glossary`), and folders (`--entries`).

    Folders with one name are layered over that glossary, which stays what it is. Raises
    `GlossaryUnknown`, and `WrongUsage` for folders over several glossaries.
    """
    asked = tuple(map(os.path.expanduser, entries))
    if names:
        sources = [each for name in names for each in _sources(name, NAMED, configuration)]
        unique = tuple({source.identity: source for source in sources}.values())
        if not asked:
            return Choice(unique)
        if len(unique) > 1:
            raise WrongUsage("--entries goes with one glossary only: its folder is added to it")
        return Choice((unique[0]._replace(folders=(*unique[0].folders, *asked)),))
    if asked:
        return Choice((_known(asked, ASKED, configuration),))
    listed = environment.get(PATH_VARIABLE, "").split(os.pathsep)
    folders = tuple(os.path.expanduser(folder) for folder in listed if folder)
    if folders:
        return Choice((_known(folders, PATH_VARIABLE, configuration),))
    default = configuration.default_glossary
    if default and (default != PROJECT or project_folder()):
        return Choice(tuple(_sources(default, configuration.path, configuration)))
    return Choice((Source(BUNDLED, (bundled_entries(),), DEFAULT),))


def named_glossaries(configuration: Configuration) -> tuple[Source, ...]:
    """Every glossary that can be asked for by name: the person's own, then the bundled one."""
    own = (
        Source(name, _from_file(settings.folders, configuration), configuration.path)
        for name, settings in configuration.glossaries.items()
    )
    return (*own, Source(BUNDLED, (bundled_entries(),), "comes with the program"))


def project_folder(directory: str = "") -> str:
    """The nearest `.glossary` folder in or above *directory* (the working directory), or ''."""
    try:
        place = os.path.abspath(directory or os.getcwd())
    except OSError:
        return ""
    while not os.path.isdir(os.path.join(place, PROJECT_FOLDER)):
        above = os.path.dirname(place)
        if above == place:
            return ""
        place = above
    return os.path.join(place, PROJECT_FOLDER)


def offered_project(choice: Choice) -> str:
    """The folder of the project's own glossary, where *choice* was made by nobody; else ''.

    What a project brings along is offered and not opened by itself: nobody who asks for a term
    has asked for the texts of whatever they have checked out.
    """
    asked = {ASKED, NAMED, PATH_VARIABLE}
    if any(source.origin in asked for source in choice.sources):
        return ""
    folder = project_folder()
    return "" if folder in choice.folders else folder


def _sources(name: str, origin: str, configuration: Configuration) -> Iterable[Source]:
    """What *name* stands for. Raises `GlossaryUnknown`."""
    known = named_glossaries(configuration)
    if name == ALL:
        return [source._replace(origin=origin) for source in known]
    if name == PROJECT:
        folder = project_folder()
        if not folder:
            raise GlossaryUnknown(f"there is no {PROJECT_FOLDER} folder here or above", name)
        return [_known((folder,), origin, configuration)]
    found = [source._replace(origin=origin) for source in known if source.name == name]
    if not found:
        names = ", ".join((*(source.name for source in known), ALL))
        place = f"; {configuration.path} may name more" if configuration.path else ""
        raise GlossaryUnknown(f"there is no glossary called “{name}”, only {names}{place}", name)
    return found


def _known(folders: tuple[str, ...], origin: str, configuration: Configuration) -> Source:
    """*folders* as a glossary, with its name where they are those of one that has a name."""
    paths = [absolute(folder) for folder in folders]
    for source in named_glossaries(configuration):
        if [absolute(folder) for folder in source.folders] == paths:
            return source._replace(folders=folders, origin=origin)
    return Source("", folders, origin)


def _from_file(folders: tuple[str, ...], configuration: Configuration) -> tuple[str, ...]:
    """*folders* of the configuration as paths: relative ones start where the file is."""
    home = os.path.dirname(configuration.path)
    return tuple(os.path.join(home, os.path.expanduser(folder)) for folder in folders)
