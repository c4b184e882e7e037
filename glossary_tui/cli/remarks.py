"""A remark as it is printed."""

from __future__ import annotations

from glossary_tui.cli.differences import shown_path
from glossary_tui.text.clean import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Diagnostic


def remark_line(remark: Diagnostic) -> str:
    """The form that editors jump by: path, line, then what there is to say."""
    message = clean_line(remark.message)
    return f"{shown_path(remark.path)}:{max(remark.line, 1)}: {remark.code} {message}"
