"""The commands that read."""

from __future__ import annotations

from glossary_tui.cli.declarations import Argument, Command, Option

TERM = Argument("TERM", "a term, in any case, hyphenation or number", "term", is_many=True)
LINEAR = Option("linear", "show one region at a time, without boxes: for screen readers")
INLINE = Option("inline", "read in a few lines under the prompt, and leave them there")
JSON = Option("json", "print JSON")
VIEW = Option(
    "view",
    "what of an entry: summary, eli5, in-depth, related or all",
    value="VIEW",
    choices=("summary", "eli5", "in-depth", "related", "all"),
    default="all",
)
MARKDOWN = Option("markdown", "print Markdown")

OPEN = Command(
    "open",
    "open the glossary at a term; into a pipe, print it",
    (TERM._replace(is_optional=True),),
    (LINEAR, INLINE),
    "The word “open” may be left out, unless the term is called like a command:\n"
    "`glossary open search` opens the term “search”.",
)
READING = (
    OPEN,
    Command("show", "print an entry", (TERM,), (VIEW, JSON, MARKDOWN)),
    Command("list", "print the titles of all entries, one a line"),
)
