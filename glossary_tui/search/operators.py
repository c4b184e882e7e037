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

AWAITED = {
    "/": "Type words of the texts",
    "tag:": "Type a tag",
    "!tag:": "Type a tag to leave out",
    "'": "Type exact words",
    "^": "Type how names begin",
    "!": "Type what to leave out",
}
"""What to say to who has typed an operator and nothing else yet."""
