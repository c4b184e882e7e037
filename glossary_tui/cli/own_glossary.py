"""The glossary that a command is to write to: one, and not the program's."""

from __future__ import annotations

from glossary_tui.errors import ChangeRefused
from glossary_tui.paths import BUNDLED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.workspace import Workspace


def require_own(workspace: Workspace) -> str:
    """The folder of *workspace* whose entries go before: where new ones are written.

    Raises `ChangeRefused` where several glossaries are open, and for the bundled one, which an
    update of the program replaces, unless its folder was named.
    """
    from glossary_tui.workspace.choosing import ASKED

    if len(workspace.choice.sources) > 1:
        names = ", ".join(source.label for source in workspace.choice.sources)
        raise ChangeRefused(f"name one glossary to write to: -g one of {names}")
    (source,) = workspace.choice.sources
    if source.name == BUNDLED and source.origin != ASKED:
        raise ChangeRefused(
            "the bundled glossary comes with the program, and an update replaces it; "
            "name a folder of your own with --entries DIR or -g NAME"
        )
    return source.folders[-1]
