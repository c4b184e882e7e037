"""`glossary check`: what is wrong with a glossary, for people, editors and build servers."""

from __future__ import annotations

from collections import Counter

from glossary_tui.cli.differences import shown_path
from glossary_tui.cli.remarks import remark_line
from glossary_tui.text.clean import clean_line
from glossary_tui.text.counting import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options
    from glossary_tui.model import Diagnostic
    from glossary_tui.workspace import Workspace

_SEVERITIES = ("info", "warning", "error")
_ANNOTATIONS = {"info": "notice", "warning": "warning", "error": "error"}
"""What GitHub calls each severity."""


def run(context: Context, options: Options) -> int:
    """Print every remark; status 1 for an error, with --strict for a warning."""
    folder, drafts = options.argument(0), options.flag("drafts")
    workspace = context.opened(folder, drafts=drafts)
    if options.flag("fix") and _fix(context, workspace):
        workspace = context.opened(folder, drafts=drafts)
    ignored = {
        code.strip().upper() for each in options.values("ignore") for code in each.split(",")
    }
    least = _SEVERITIES.index(options.value("least"))
    found = [
        each
        for each in _remarks(workspace)
        if each.code not in ignored and _SEVERITIES.index(each.severity) >= least
    ]
    if options.flag("json"):
        context.output.json([_data(each) for each in found])
    else:
        line = _annotation if options.value("format") == "github" else remark_line
        context.output.page("".join(f"{line(each)}\n" for each in found))
        context.say(_summary(found, len(workspace.glossary)))
    bad = ("error", "warning") if options.flag("strict") else ("error",)
    return int(any(each.severity in bad for each in found))


def _remarks(workspace: Workspace) -> list[Diagnostic]:
    from glossary_tui.glossary.checks import check

    checked = check(workspace.glossary, workspace.graph, workspace.configuration.headings)
    found = dict.fromkeys((*workspace.diagnostics, *checked))
    return sorted(found, key=lambda each: (each.path, each.line, each.code))


def _fix(context: Context, workspace: Workspace) -> bool:
    """Mend what is mechanical, and tell it; whether anything was mended."""
    from glossary_tui.cli.own_glossary import require_own
    from glossary_tui.glossary.fixing import plan_fixes
    from glossary_tui.workspace.changing import make_changes

    require_own(workspace)
    plan = plan_fixes(workspace.glossary, workspace.configuration.headings)
    make_changes(plan.changes)
    for fix in plan.fixes:
        place = f"{shown_path(fix.path)}:{fix.line}"
        context.say(f"{place}: {fix.code} mended: {clean_line(fix.message)}")
    return bool(plan.fixes)


def _annotation(each: Diagnostic) -> str:
    """A workflow command of GitHub, with its own escapes."""
    path = shown_path(each.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    message = clean_line(each.message).replace("%", "%25")
    kind = _ANNOTATIONS[each.severity]
    return f"::{kind} file={path},line={max(each.line, 1)},title={each.code}::{message}"


def _data(each: Diagnostic) -> dict[str, object]:
    return {
        "code": each.code,
        "severity": each.severity,
        "path": each.path,
        "line": each.line,
        "message": clean_line(each.message),
    }


def _summary(found: list[Diagnostic], entries: int) -> str:
    numbers: Counter[str] = Counter(each.severity for each in found)
    parts = [counted(numbers[each], each) for each in reversed(_SEVERITIES) if numbers[each]]
    return f"{counted(entries, 'entry', 'entries')}: {', '.join(parts) or 'all is well'}"
