"""The commands about the program itself."""

from __future__ import annotations

from glossary_tui.cli.declarations import Argument, Command, Option
from glossary_tui.cli.declared.reading import JSON

MANAGING = (
    Command("where", "print every path in use, and who named it", options=(JSON,)),
    Command(
        "config",
        "show, edit or check the configuration",
        options=(
            Option("show", "print every setting, as the file would have it; so without an option"),
            Option("edit", "open the file in the editor"),
            Option("check", "tell what in the file is not understood; status 1 if anything is"),
        ),
        details="The program never writes the file.",
    ),
    Command(
        "completions",
        "print what teaches a shell to complete commands, options and terms",
        (Argument("SHELL", "bash, zsh or fish", choices=("bash", "zsh", "fish")),),
        details="bash:  source <(glossary completions bash)           in ~/.bashrc\n"
        "zsh:   source <(glossary completions zsh)            in ~/.zshrc, after compinit\n"
        "fish:  glossary completions fish | source            in ~/.config/fish/config.fish",
    ),
)
"""The commands that manage the program."""
COMPLETE = Command(
    "__complete",
    "print what may stand at the end of a command line; the shells ask it",
    (Argument("WORD", "the shell, then the words of the line", is_many=True),),
)
"""A command that no help shows: no term is called like it."""
