"""The commands that study."""

from __future__ import annotations

from glossary_tui.cli.declarations import Command, Option
from glossary_tui.cli.declared.reading import JSON

TAG = Option(
    "tag",
    "only entries with this tag; repeat it for those with all of them",
    "TAG",
    completes="tag",
    is_repeated=True,
)
BOOKMARKS = Option("bookmarks", "only the bookmarked terms")

STUDYING = (
    Command(
        "study",
        "learn the terms by heart, a few new ones a day",
        options=(
            Option("around", "the terms around TERM, outward from it", "TERM", completes="term"),
            TAG,
            BOOKMARKS,
            Option("recent", "only the terms read last"),
            Option(
                "kind",
                "the kinds of cards; repeat it for several",
                "KIND",
                choices=("meaning", "name", "choice", "related"),
                is_repeated=True,
            ),
            Option("cram", "go through all once, whatever is due; schedule nothing"),
            Option("plain", "ask line by line, as it is done in a pipe"),
            Option("leeches", "print the terms that are forgotten again and again"),
            Option("suspended", "print the terms that are suspended"),
            Option("resume", "let a suspended term come again", "TERM", completes="term"),
            Option(
                "export",
                "write all progress to FILE; - for standard output",
                "FILE",
                completes="file",
            ),
            Option(
                "import", "add the progress in FILE, each answer once", "FILE", completes="file"
            ),
            Option("move", "move the progress of the glossary NAME; needs --to", "NAME"),
            Option("to", "the name that progress is moved to", "NAME", completes="glossary"),
            Option("rebuild", "derive every card from the log again"),
        ),
        details=(
            "On a terminal the study screen opens; elsewhere, and with --plain, questions\n"
            "are printed and answers read line by line. Every answer is saved before the\n"
            "next card. Limits, kinds and the retention aimed at are set under [study] in\n"
            "the configuration."
        ),
    ),
    Command(
        "stats",
        "print what was studied, what is known, and what is to come",
        options=(JSON,),
    ),
)
"""The commands that study."""
