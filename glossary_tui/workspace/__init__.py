"""A glossary opened: its folders found and read, ready to be searched, printed or drawn."""

from glossary_tui.workspace.workspace import Workspace, open_workspace

__all__ = ["Workspace", "open_workspace"]
