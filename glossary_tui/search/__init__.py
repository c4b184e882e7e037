"""Typed text becomes the entries that were meant, best first."""

from glossary_tui.search.hit import Hit
from glossary_tui.search.searcher import Searcher

__all__ = ["Hit", "Searcher"]
