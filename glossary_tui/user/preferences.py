"""What the configuration file may set, as records with the values that count without it."""

from __future__ import annotations

from glossary_tui.model import Diagnostic
from glossary_tui.model.record import NamedTuple


class GlossarySettings(NamedTuple):
    """A glossary that the file gives a name to."""

    folders: tuple[str, ...]
    """Its folders as they were written; `~` is the home directory. A later one goes before."""
    mentions: bool | None = None
    """Whether mentions of terms become links in it; None: as everywhere."""
    common_words: tuple[str, ...] = ()
    """Titles that are common words in it, beside those that are everywhere."""


class ReadingSettings(NamedTuple):
    """How the reading screen begins."""

    width: int = 80
    """How wide the text may be, in columns."""
    linear: bool = False
    """One region at a time, without boxes and columns: for screen readers."""
    theme: str = ""
    """The theme until another one is chosen; empty for the program's own."""


class MentionSettings(NamedTuple):
    """Which mentions of terms become links."""

    links: bool = True
    """Whether any do."""
    common_words: tuple[str, ...] = ()
    """Titles that are common words, beside the program's own list."""
    bundled_common_words: bool = True
    """Whether the program's own list counts."""


class StudySettings(NamedTuple):
    """What is studied, and how much of it."""

    kinds: tuple[str, ...] = ("meaning", "name")
    """The kinds of cards."""
    new_per_day: int = 10
    """Cards that are asked for the first time, a study day."""
    reviews_per_day: int = 200
    """Cards altogether, a study day."""
    retention: float = 0.9
    """The share of cards that are to be remembered when they are due."""
    day_starts_at: int = 4
    """The hour at which a study day begins, local time."""


class Configuration(NamedTuple):
    """What was set, and what was not understood."""

    headings: dict[str, tuple[str, ...]]
    """Headings of the person's own glossaries, by role."""
    warnings: tuple[Diagnostic, ...] = ()
    """C001: unknown setting; C002: wrong value; C003: the file cannot be read."""
    glossaries: dict[str, GlossarySettings] = {}  # noqa: RUF012 # a record is never changed
    """The glossaries that have a name."""
    default_glossary: str = ""
    """The name of the one that opens where none is asked for; empty for the bundled one."""
    reading: ReadingSettings = ReadingSettings()
    """How the reading screen begins."""
    mentions: MentionSettings = MentionSettings()
    """Which mentions become links."""
    keys: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 # as above
    """The keys of commands, by the command's id, as they were written."""
    study: StudySettings = StudySettings()
    """What is studied, and how much."""
    path: str = ""
    """The file, whether it exists or not."""
    text: str = ""
    """What the file holds: `toml_lines.line_of` finds a setting's line in it."""
