"""The command line's words and options."""

from __future__ import annotations

import argparse

from glossary_tui import __version__
from glossary_tui.workspace.choosing import PATH_VARIABLE

_EPILOG = f"""\
On a terminal the glossary opens, at TERM where one is given; words that follow one another need
no quotes. Into a pipe or a file, TERM's entry is printed as plain text, or the list of terms.

exit status:
  0  found        1  no such term, or several        2  wrong usage, or an unreadable glossary

environment:
  {PATH_VARIABLE}  folders of entries, separated as in PATH; --entries goes before it
"""


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options in *arguments*: `term` (str, may be empty), `entries` (list), `drafts` (bool).

    Raises SystemExit: 0 after --help and --version, 2 with a line on stderr for wrong usage.
    """
    parser = argparse.ArgumentParser(
        prog="glossary",
        description="Read a glossary in the terminal: every term at three depths.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("words", nargs="*", metavar="TERM", help="the term to open")
    parser.add_argument(
        "-e",
        "--entries",
        action="append",
        default=[],
        metavar="DIR",
        help="a folder of entries; may be given more than once, a later one goes before",
    )
    parser.add_argument(
        "-g",
        "--glossary",
        action="append",
        default=[],
        metavar="NAME",
        help="a glossary that the configuration names, `bundled`, `all`, or `.` for the project's",
    )
    parser.add_argument("--drafts", action="store_true", help="show entries marked as drafts too")
    parser.add_argument("-V", "--version", action="version", version=f"glossary-tui {__version__}")
    options = parser.parse_intermixed_args(arguments)
    options.term = " ".join(" ".join(options.words).split())
    return options
