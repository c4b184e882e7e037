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
    Command(
        "show",
        "print an entry",
        (TERM,),
        (VIEW, JSON, MARKDOWN),
        "One view is printed as its text alone, all of them with headings.\n"
        "It previews in fzf:\n"
        "`glossary list | fzf --preview 'glossary show {} --color always'`",
    ),
    Command(
        "search",
        "print the titles that answer a query, best first",
        (Argument("QUERY", "words and operators, as in the search box", is_many=True),),
        (
            Option("limit", "print N at most, 0 for all", "N", "n", default="20"),
            Option("text", "search the texts, and print the line that answers"),
            JSON,
        ),
        "Operators: tag:vision  'exact words'  ^beginning  !without. An exclamation mark\n"
        "wants single quotes in many shells.",
    ),
    Command(
        "list",
        "print the titles of all entries, one a line",
        options=(
            Option(
                "tag",
                "only entries with this tag; repeat it for those with all of them",
                "TAG",
                completes="tag",
                is_repeated=True,
            ),
            JSON,
        ),
    ),
    Command("related", "print the related terms of an entry, one a line", (TERM,)),
    Command(
        "path",
        "print the shortest way of links between two terms",
        (Argument("FROM", "a term", "term"), Argument("TO", "another", "term")),
        details="Links are followed in either direction. A term of several words needs quotes.",
    ),
    Command("random", "print an entry drawn by lot", options=(VIEW, JSON, MARKDOWN)),
    Command(
        "explain",
        "open a text with its terms linked; into a pipe, print the terms",
        (Argument("FILE", "the text; - or nothing for standard input", "file", is_optional=True),),
        (
            VIEW._replace(default="summary"),
            Option("all", "bring terms that are common words too"),
            Option("unknown", "only terms that study does not hold as known yet"),
            JSON,
        ),
        "On a terminal FILE opens in the reader. With --view, --unknown or --json, from standard\n"
        "input and into a pipe, every term that the text uses is printed once, in order of\n"
        "appearance, with the chosen view.",
    ),
)
