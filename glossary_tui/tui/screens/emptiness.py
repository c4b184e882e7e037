"""What to say in a glossary without entries: where it looked, what may be wrong, what to do."""

from __future__ import annotations

from glossary_tui.text.clean import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.user.keymap import Keymap
    from glossary_tui.workspace import Workspace


def emptiness(workspace: Workspace, keymap: Keymap) -> tuple[str, list[str]]:
    """A heading and paragraphs about *workspace*, which has no entries."""
    looked = [
        f"Looked in {clean_line(', '.join(source.folders))} ({clean_line(source.origin)})."
        for source in workspace.choice.sources
    ]
    wrong = sum(found.severity == "error" for found in workspace.diagnostics)
    if wrong:
        files = "1 file there is" if wrong == 1 else f"{wrong:,} files there are"
        said = f"{files} not readable as an entry."
        title = "No entry here can be read"
        lines = [said + _pressing(" {} says why, and opens the file.", "browse.remarks", keymap)]
    else:
        title = "There are no entries here"
        lines = [
            (
                "An entry is a Markdown file (.md) with a title in its front matter and the "
                "sections Summary, ELI5, In-depth explanation and Related terms."
            ),
            "“glossary new TERM” writes the first one.",
        ]
    reload = _pressing("{} reads the files again", "browse.reload", keymap)
    other = _pressing("{} opens another glossary", "browse.glossaries", keymap)
    keys = ", ".join(filter(None, (reload, other)))
    return title, [*looked, *lines, *([f"{keys}."] if keys else [])]


def _pressing(sentence: str, command_id: str, keymap: Keymap) -> str:
    """*sentence* with the key of a command; '' where it has none."""
    key = keymap.name_of(command_id)
    return sentence.format(key) if key else ""
