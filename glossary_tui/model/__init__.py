"""What things are: entries, their sections and links, and what is wrong with a file.

Immutable, standard library only, and light: every command imports it.
"""

from glossary_tui.model.diagnostic import Diagnostic
from glossary_tui.model.entry import Entry, Section
from glossary_tui.model.link import Link

__all__ = ["Diagnostic", "Entry", "Link", "Section"]
