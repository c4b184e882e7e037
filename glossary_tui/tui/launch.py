"""The interface from start to end: run, and say what went wrong."""

from __future__ import annotations

import gc
import importlib
import os
import sys

from glossary_tui.paths import log_folder, write_atomically
from glossary_tui.tui.patterns import kept_patterns
from glossary_tui.tui.postponing import postponed_imports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary_tui.text.document import Document
    from glossary_tui.tui.app import GlossaryApp
    from glossary_tui.tui.screens.browse import BrowseScreen
    from glossary_tui.workspace import Workspace
    from glossary_tui.workspace.studying import StudyWish

_CRASHED = 70
_TURN = 0.0005
"""Seconds that a thread may go on while the one that draws wants to. It lets others in with each
file that it looks at, dozens a key: by Python's own 5 ms, they would keep it for tenths of a second."""


def open_tui(
    workspace: Workspace,
    term: str,
    *,
    inline: bool = False,
    linear: bool = False,
    study: StudyWish | None = None,
    document: Document | None = None,
    everything: bool = False,
) -> int:
    """Show *workspace*, at *term* if that is not empty, until the reader leaves. The exit status.

    With *linear*, one region at a time, in words. With *inline*, in a few lines under the prompt;
    the view that was read last stays there. With *study*, a session is begun at once. With a
    *document*, that text is shown first, its terms linked: common words too if *everything*.
    Collecting garbage waits until the first screen stands: it is 6 to 10 % of a start. Raises the
    error of a glossary that is missing, once the reader has left without having opened another.
    """
    gc.disable()
    sys.setswitchinterval(_TURN)
    # Textual reads these when it is imported: its frame timer is most of a key's latency.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    _import_textual()
    if inline:
        from glossary_tui.tui.inline import InlineApp

        app: GlossaryApp = InlineApp(workspace, term, linear=linear)
    else:
        from glossary_tui.tui.app import GlossaryApp

        reader = _reader_of(workspace, document, everything=everything)
        app = GlossaryApp(workspace, term, study, linear=linear, reader=reader)
    try:
        app.run(mouse=not inline)
    except Exception as error:  # noqa: BLE001 # it is reported, whatever it is
        app.crash = error  # before there was a screen
    if app.crash is not None:
        print(f"glossary: {_report(app.crash)}", file=sys.stderr)
        return _CRASHED
    if app.missing is not None and not app.return_code:
        raise app.missing.error
    if app.parting and not app.return_code:
        print(app.parting)
    return app.return_code or 0


def _reader_of(
    workspace: Workspace, document: Document | None, *, everything: bool
) -> Callable[..., BrowseScreen]:
    """What makes the screen that one reads on: the ordinary one, or one that opens at a text.

    Where there is nothing to read, it is the one that says why.
    """
    if workspace.missing is not None:
        from glossary_tui.tui.screens.missing import reader

        return reader
    if document is None:
        from glossary_tui.tui.screens.browse import BrowseScreen

        return BrowseScreen
    from functools import partial

    from glossary_tui.tui.screens.document import DocumentScreen

    return partial(DocumentScreen, document, everything=everything)


def _import_textual() -> None:
    """Import Textual and the app without what they do not need to begin with, or do every time.

    Should a version of Textual turn out to need it after all, it is imported as ever.
    """
    before = {*sys.modules}
    try:
        with kept_patterns(), postponed_imports():
            importlib.import_module("glossary_tui.tui.app")
    except Exception:  # noqa: BLE001 # whatever it is, it is met again without postponing
        for name in sys.modules.keys() - before:
            if name.startswith(("textual", "rich", "glossary_tui.tui")):
                del sys.modules[name]


def _report(error: BaseException) -> str:
    """Write a log of *error*; what to tell the reader."""
    import time
    import traceback

    from glossary_tui import __version__

    text = f"glossary-tui {__version__}, Python {sys.version}\n\n"
    text += "".join(traceback.format_exception(error))
    path = os.path.join(log_folder(), f"crash-{time.strftime('%Y%m%d-%H%M%S')}.log")
    summary = f"the program met an error of its own: {type(error).__name__}: {error}"
    try:
        write_atomically(path, text)
    except OSError:
        return f"{summary}\n{text}"
    return f"{summary}\nThe details are in {path}"
