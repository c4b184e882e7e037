"""The operators of the search, as the help shows them."""

from __future__ import annotations

OPERATORS = (
    ("tag:vision", "Only entries with this tag."),
    ("'exact words'", "These words, one after the other."),
    ("^prefix", "Names that begin so."),
    ("!without", "No name with a word that begins so."),
    ("/words", "Search the texts instead of the names."),
)
"""Each operator by an example, and what it asks for. docs/search.md explains them."""
