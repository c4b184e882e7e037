"""`glossary where`: every path in use, and where each came from."""

from __future__ import annotations

import os
import sys

from glossary_tui import paths
from glossary_tui.text.clean import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options


def run(context: Context, options: Options) -> int:
    """Print a line for each path: what it is for, where it is, who named it."""
    found = list(_places(context))
    if options.flag("json"):
        context.output.json(
            [
                {"what": what, "path": path, "origin": origin, "exists": os.path.exists(path)}
                for what, path, origin in found
            ]
        )
        return 0
    wide = max(len(what) for what, _, _ in found)
    style = context.output.style
    for what, path, origin in found:
        missing = "" if os.path.exists(path) else "; not there yet"
        note = style("faint", f"  ({clean_line(origin)}{missing})")
        context.output.write(f"{style('heading', f'{what:<{wide}}')}  {clean_line(path)}{note}\n")
    return 0


def _places(context: Context) -> Iterator[tuple[str, str, str]]:
    """What is somewhere, where, and who named the place."""
    from glossary_tui.user.configuration import load_configuration
    from glossary_tui.workspace.choosing import named_glossaries, project_folder

    configuration = load_configuration(paths.configuration_file())
    choice = context.chosen(configuration)
    for source in choice.sources:
        name = f"glossary {source.label}"
        for folder in source.folders:
            yield name, paths.absolute(folder), source.origin
    for source in named_glossaries(configuration):
        if source.name not in {each.name for each in choice.sources}:
            for folder in source.folders:
                yield f"also -g {source.label}", paths.absolute(folder), source.origin
    project = project_folder()
    if project and project not in map(paths.absolute, choice.folders):
        yield "also -g .", project, "in or above the working directory"
    for what, path, variable in (
        ("configuration", configuration.path, "XDG_CONFIG_HOME"),
        ("state", paths.state_folder(), "XDG_STATE_HOME"),
        ("study", paths.study_file(), "XDG_DATA_HOME"),
        ("cache", paths.cache_folder(), "XDG_CACHE_HOME"),
        ("log of a crash", paths.log_folder(), "XDG_STATE_HOME"),
    ):
        is_named = sys.platform not in ("win32", "darwin") and context.environment.get(variable)
        yield what, path, variable if is_named else "the system's place"
    yield "program", os.path.dirname(os.path.abspath(paths.__file__)), "installed there"
