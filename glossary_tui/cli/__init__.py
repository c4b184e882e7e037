"""The front end that prints. Wanting the interface that draws is a value that it returns."""

from glossary_tui.cli.command import run
from glossary_tui.cli.opening import OpenTui

__all__ = ["OpenTui", "run"]
