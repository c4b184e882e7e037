"""The wish for the interface that draws, as a value."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.text.document import Document
    from glossary_tui.workspace import Workspace
    from glossary_tui.workspace.studying import StudyWish


class OpenTui(NamedTuple):
    """The wish to see the glossary on the screen."""

    workspace: Workspace
    """The glossary, read."""
    term: str = ""
    """What to open it at; empty for nothing in particular."""
    linear: bool = False
    """Whether one region is to be shown at a time, for screen readers."""
    inline: bool = False
    """Whether a small reader under the prompt is wanted in place of the whole screen."""
    document: Document | None = None
    """A text to begin with."""
    everything: bool = False
    """Whether common words of that text are terms too."""
    screen: str = ""
    """The screen to begin with, by its name; empty for reading."""
    study: StudyWish | None = None
    """What the study screen is to begin with."""
