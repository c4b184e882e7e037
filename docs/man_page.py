"""Write docs/glossary.1, the manual page, from what the program declares: `make docs`."""

from __future__ import annotations

from pathlib import Path

from glossary_tui import __version__
from glossary_tui.cli.declared import GROUPS, OPTIONS
from glossary_tui.cli.help import EXIT_CODES, VARIABLES, option_help

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.cli.declarations import Command, Option

PAGE = Path(__file__).with_name("glossary.1")
_HEAD = f"""\
.\\" Made by `make docs` from the commands' declarations.
.TH GLOSSARY 1 "" "glossary-tui {__version__}" "User Commands"
.SH NAME
glossary \\- read, study and write a glossary in the terminal
.SH SYNOPSIS
.B glossary
.RI [ OPTION .\\|.\\|.]
.RI [ TERM .\\|.\\|.]
.br
.B glossary
.I COMMAND
.RI [ OPTION .\\|.\\|.]
.RI [ ARGUMENT .\\|.\\|.]
.SH DESCRIPTION
A glossary is a folder of Markdown files, one term a file, each explained at three depths:
a Summary, an ELI5 and an In-depth text.
On a terminal
.B glossary
opens it, at
.I TERM
if one is given; into a pipe it prints the entry as plain text.
Words that follow one another need no quotes, and a term is found in any case, hyphenation or
number.
A term that is called like a command is reached with
.BR "glossary open" .
.PP
Without
.BR \\-\\-glossary ,
.B \\-\\-entries
and GLOSSARY_PATH the glossary that the configuration names is opened, and without one that
which comes with the program.
"""
_TAIL = """\
.SH FILES
.B glossary where
prints every path in use, and who named it. On Linux:
.TP
.I ~/.config/glossary\\-tui/config.toml
The configuration, which the program reads and never writes.
.TP
.I ~/.local/share/glossary\\-tui/study.db
The progress of study.
.TP
.I .glossary
In or above the working directory: the glossary of a project, opened by
.BR "\\-g ." .
.SH EXAMPLES
.EX
glossary imagenet
glossary show imagenet \\-\\-view eli5
glossary list | fzf \\-\\-preview \\(aqglossary show {}\\(aq
man ls | glossary explain \\-g unix
glossary check terms \\-\\-strict \\-\\-format github
.EE
"""


def man_page() -> str:
    """The page in the language of man(7)."""
    parts = [_HEAD, ".SH COMMANDS\n"]
    for group in GROUPS:
        parts.append(f".SS {_roff(group.title)}\n")
        parts += map(_command, group.commands)
    parts += [".SH OPTIONS\nEvery command takes these.\n", *map(_option, OPTIONS)]
    parts.append(".SH EXIT STATUS\n" + _rows(EXIT_CODES))
    parts.append(".SH ENVIRONMENT\n" + _rows(VARIABLES))
    return "".join((*parts, _TAIL))


def _command(command: Command) -> str:
    usage = command.usage.partition(" ")
    shown = f".TP\n.B {_roff(usage[0])}\n" if not usage[2] else (
        f'.TP\n.BI "{_roff(usage[0])} " "{_roff(usage[2])}"\n'
    )  # fmt: skip
    text = f"{shown}{_roff(command.help[0].upper() + command.help[1:])}.\n"
    if command.details:
        text += f".RS\n.PP\n.nf\n{_roff(command.details)}\n.fi\n.RE\n"
    if command.options:
        text += f".RS\n{''.join(map(_option, command.options))}.RE\n"
    return text


def _option(option: Option) -> str:
    letter = f"\\fB\\-{option.letter}\\fR, " if option.letter else ""
    value = f" \\fI{_roff(option.value)}\\fR" if option.value else ""
    return f".TP\n{letter}\\fB\\-\\-{_roff(option.name)}\\fR{value}\n{_roff(option_help(option))}\n"


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    return "".join(f".TP\n.B {_roff(name)}\n{_roff(meaning)}\n" for name, meaning in rows)


def _roff(text: str) -> str:
    """*text* in ASCII, with what roff would take for its own marks written otherwise."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").split("\n")
    text = "\n".join(f"\\&{line}" if line[:1] == "." else line for line in lines)
    return "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in text)


if __name__ == "__main__":
    PAGE.write_text(man_page(), encoding="utf-8")
    print(f"{PAGE.name} is written")
