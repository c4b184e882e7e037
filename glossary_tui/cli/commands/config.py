"""`glossary config`: the configuration shown, edited or checked."""

from __future__ import annotations

import os

from glossary_tui.cli.differences import shown_path
from glossary_tui.cli.remarks import remark_line
from glossary_tui.errors import NoEditor, WrongUsage
from glossary_tui.paths import configuration_file
from glossary_tui.text.clean import clean_line
from glossary_tui.user.configuration import key_remarks, load_configuration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options
    from glossary_tui.model import Diagnostic
    from glossary_tui.user.preferences import Configuration


def run(context: Context, options: Options) -> int:
    """Show every setting, or open the file in the editor, or say what in it is wrong."""
    asked = [name for name in ("show", "edit", "check") if options.flag(name)]
    if len(asked) > 1:
        raise WrongUsage(f"--{asked[0]} and --{asked[1]} exclude each other")
    path = configuration_file()
    if asked == ["edit"]:
        from glossary_tui.user.editor import edit

        folder = os.path.dirname(path)
        try:
            os.makedirs(folder, exist_ok=True)
        except OSError as error:
            raise NoEditor(f"there can be no {folder}: {error.strerror}") from error
        edit(context.environment, path)
        asked = ["check"]
    configuration = load_configuration(path)
    remarks = (*configuration.warnings, *key_remarks(configuration))
    if asked == ["check"]:
        return _check(context, configuration, remarks)
    from glossary_tui.user.showing import shown

    for each in remarks:
        context.say(remark_line(each))
    exists = "" if os.path.exists(path) else ", which is not there: these settings count"
    context.output.write(f"# {clean_line(path)}{exists}\n\n{shown(configuration)}")
    return 0


def _check(context: Context, configuration: Configuration, remarks: tuple[Diagnostic, ...]) -> int:
    for each in remarks:
        context.output.write(f"{remark_line(each)}\n")
    if not remarks:
        there = os.path.exists(configuration.path)
        state = "all of it is understood" if there else "there is none; every setting has a default"
        context.say(f"{shown_path(configuration.path)}: {state}")
    return int(bool(remarks))
