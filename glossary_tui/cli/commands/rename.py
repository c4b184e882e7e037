"""`glossary rename`: an entry under another title, with every link to it."""

from __future__ import annotations

import sys

from glossary_tui.cli.finding import the_entry
from glossary_tui.cli.own_glossary import require_own
from glossary_tui.cli.streams import has_keyboard
from glossary_tui.errors import ChangeRefused
from glossary_tui.text.clean import clean_line
from glossary_tui.text.counting import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options
    from glossary_tui.glossary.renaming import Rename
    from glossary_tui.model import Entry
    from glossary_tui.workspace import Workspace


def run(context: Context, options: Options) -> int:
    """Show what changes, ask, and change it."""
    from glossary_tui.cli.differences import differences
    from glossary_tui.glossary.renaming import plan_rename
    from glossary_tui.workspace.changing import make_changes

    workspace = context.opened(drafts=True)
    require_own(workspace)
    entry = the_entry(workspace, options.argument(0))
    headings = workspace.configuration.headings
    rename = plan_rename(workspace.glossary, entry, options.argument(1), headings)
    context.output.write(differences(rename.changes, context.output.style))
    sys.stdout.flush()
    for left in sorted(rename.left):
        place = f"{clean_line(left.path)}:{left.line}"
        context.say(f"{place}: this link stays as it is: {left.reason}; the old name answers")
    if options.flag("dry-run"):
        context.say(f"{_summary(rename)}. Nothing is changed.")
        return 0
    if not options.flag("yes") and not _agreed(f"{_summary(rename)}. Change them?"):
        raise ChangeRefused("nothing is changed")
    make_changes(rename.changes)
    _follow(workspace, entry, rename.entry)
    context.say(f"{_summary(rename)}: changed.")
    return 0


def _follow(workspace: Workspace, entry: Entry, renamed: Entry) -> None:
    """Let bookmarks and the terms read last follow. Study follows by itself: the old id answers."""
    if renamed.id == entry.id:
        return
    from glossary_tui.user.marks import Mark, rename_mark

    rename_mark(Mark(*workspace.home_of(entry)), renamed.id)


def _summary(rename: Rename) -> str:
    return f"{counted(len(rename.changes), 'file')}, {counted(rename.links, 'link')}"


def _agreed(question: str) -> bool:
    """Whether the person at the terminal says yes. Raises `ChangeRefused` where there is none."""
    if not has_keyboard():
        raise ChangeRefused("nothing is changed: there is nobody to ask; --yes goes ahead")
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
