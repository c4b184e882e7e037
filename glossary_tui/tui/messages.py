"""What widgets tell the screen."""

from __future__ import annotations

from textual.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.geometry import Region

    from glossary_tui.tui.shelf import Wish
    from glossary_tui.tui.trail import Trail
    from glossary_tui.workspace import Workspace


class TermPreviewed(Message):
    """A term of the list was highlighted: show it, without writing history."""

    def __init__(self, entry_id: str) -> None:
        super().__init__()
        self.entry_id = entry_id
        """The id of the entry."""


class TermChosen(Message):
    """A term is to be gone to."""

    def __init__(self, target: str, *, exact: bool = False, sought: str = "") -> None:
        super().__init__()
        self.target = target
        """An entry's id if *exact*, else what a link points to."""
        self.exact = exact
        """Whether `target` is an id."""
        self.sought = sought
        """The words of its text that it was found by; '' where it was not."""


class LinkFocused(Message):
    """A link, or a related term, has the focus now; or none has any more."""

    def __init__(self, target: str, *, exact: bool, region: Region) -> None:
        super().__init__()
        self.target = target
        """Where it leads; '' for none."""
        self.exact = exact
        """Whether `target` is an id."""
        self.region = region
        """Where on the screen it is drawn."""


class TextLeft(Message):
    """The focus walked past the last link of the text, or before the first."""

    def __init__(self, *, forward: bool) -> None:
        super().__init__()
        self.forward = forward
        """Whether past the last one."""


class GlossaryOpened(Message):
    """A glossary is to take the place of the one that is shown; it may be the same, read anew."""

    def __init__(
        self,
        workspace: Workspace,
        trail: Trail | None = None,
        wish: Wish | None = None,
        *,
        term: str = "",
    ) -> None:
        super().__init__()
        self.workspace = workspace
        """The glossary."""
        self.trail = trail
        """Where the reader has been in it; None for nowhere."""
        self.wish = wish
        """What is to be listed; None for everything."""
        self.term = term
        """What it is opened at; '' for nothing in particular."""


class VisitWanted(Message):
    """An entry is to be read, and then one wants to be back where one is now."""

    def __init__(self, workspace: Workspace, entry_id: str, came_back: Callable[[], None]) -> None:
        super().__init__()
        self.workspace = workspace
        """The glossary."""
        self.entry_id = entry_id
        """The entry's id."""
        self.came_back = came_back
        """Is told of the return. The glossary may know more by then."""
