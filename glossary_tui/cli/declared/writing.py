"""The commands that write, check and pass on a glossary."""

from __future__ import annotations

from glossary_tui.cli.declarations import Argument, Command, Option
from glossary_tui.cli.declared.reading import JSON, TERM
from glossary_tui.cli.declared.studying import BOOKMARKS, TAG

WRITING = (
    Command(
        "new",
        "begin an entry, with the sections that the others have",
        (Argument("TITLE", "what the entry is called", is_many=True),),
        (
            Option("alias", "another name of it; may be repeated", "NAME", is_repeated=True),
            Option(
                "tag",
                "an area it belongs to; may be repeated",
                "TAG",
                "",
                (),
                "",
                "tag",
                is_repeated=True,
            ),
            Option("edit", "open it in the editor"),
        ),
        "Prints the path of the new file. Nothing that exists is ever overwritten.",
    ),
    Command(
        "edit",
        "open an entry in the editor: $VISUAL or $EDITOR",
        (TERM,),
    ),
    Command(
        "rename",
        "rename an entry: its title, its file, every link to it",
        (
            Argument("OLD", "the entry, by any of its names", "term"),
            Argument("NEW", "its new title"),
        ),
        (
            Option("yes", "do not ask", letter="y"),
            Option("dry-run", "show what would change, and change nothing"),
        ),
        "The old title and the old id stay as aliases, so that links from elsewhere still lead\n"
        "there. All files are changed, or none.",
    ),
    Command(
        "check",
        "tell what is wrong with the files, the links, the names, the views",
        (Argument("DIR", "a folder in place of the glossary", "directory", is_optional=True),),
        (
            Option("fix", "mend what is mechanical, and tell what was mended"),
            Option("strict", "end with status 1 for a warning too"),
            Option(
                "least",
                "tell nothing that is less than this: info, warning or error",
                "SEVERITY",
                choices=("info", "warning", "error"),
                default="info",
            ),
            Option(
                "ignore",
                "leave out the remarks with this code; may be repeated",
                "CODE",
                is_repeated=True,
            ),
            Option(
                "format",
                "how: text, or github for annotations",
                "FORMAT",
                choices=("text", "github"),
                default="text",
            ),
            JSON,
        ),
        "Status 1 says that there is an error. docs/writing.md explains each code.",
    ),
    Command(
        "graph",
        "print which entry names which",
        (TERM._replace(is_optional=True, help="the entry in the middle; all entries without it"),),
        (
            Option(
                "format",
                "how: dot, mermaid or json",
                "FORMAT",
                choices=("dot", "mermaid", "json"),
                default="dot",
            ),
            Option("steps", "how far from the entry in the middle", "N", default="1"),
        ),
        "A drawing:  glossary graph dropout | dot -Tsvg > dropout.svg",
    ),
    Command(
        "export",
        "write the entries for Anki and other programs",
        (
            Argument("FORMAT", "anki, tsv or json", choices=("anki", "tsv", "json")),
            Argument("FILE", "where to; standard output without it", "file", is_optional=True),
        ),
        (TAG, BOOKMARKS),
        details="anki writes a deck, to NAME.apkg in the working directory without FILE, and\n"
        "needs genanki: pip install 'glossary-tui[anki]'. tsv is a table that Anki\n"
        "imports too, json a list of what `glossary show --json` prints. A file that\n"
        "exists is replaced; notes that Anki has already keep their progress.",
    ),
)
"""The commands of a glossary's authors."""
