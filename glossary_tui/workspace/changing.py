"""Changes of several files, made all or not at all."""

from __future__ import annotations

import os
import shutil

from glossary_tui.errors import ChangeRefused
from glossary_tui.paths import usual_mode, write_draft
from glossary_tui.text.clean import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from glossary_tui.glossary.rewriting import Change


def make_changes(changes: Iterable[Change]) -> None:
    """Make *changes*, in order, or none of them.

    Every new file is written beside its old one before the first is replaced, and each old one
    must still hold what was read. Raises `ChangeRefused` with the reason; everything is then as
    it was.
    """
    changes = list(changes)
    staged: list[tuple[Change, str]] = []
    undo: list[Callable[[], None]] = []
    try:
        for change in changes:
            _require_unchanged(change)
            staged.append((change, _stage(change)))
        for change, draft in staged:
            _require_unchanged(change)
            _replace(change, draft, undo)
    except BaseException as error:
        for step in reversed(undo):
            step()
        for _, draft in staged:
            _remove(draft)
        if isinstance(error, OSError):
            place = clean_line(change.path)
            raise ChangeRefused(f"nothing is changed: {place}: {error.strerror}") from error
        raise


def create_file(path: str, text: str) -> None:
    """Write a new file. Raises `ChangeRefused` where there is one, or it cannot be written."""
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        draft = write_draft(path, text.encode())
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", "this locale has no letters for its name")
        raise ChangeRefused(f"cannot write {clean_line(path)}: {reason}") from error
    try:
        os.chmod(draft, usual_mode())
        _move_to_new(draft, path)
    except OSError as error:
        _remove(draft)
        raise ChangeRefused(f"cannot write {clean_line(path)}: {error.strerror}") from error


def _require_unchanged(change: Change) -> None:
    with open(change.path, "rb") as file:
        if file.read() != change.before:
            message = f"nothing is changed: {clean_line(change.path)} was written to meanwhile"
            raise ChangeRefused(message)


def _stage(change: Change) -> str:
    """The new file beside the old one, with its permissions."""
    real = os.path.realpath(change.path)
    draft = write_draft(real, change.after)
    try:
        shutil.copymode(real, draft)
    except OSError:
        _remove(draft)
        raise
    return draft


def _replace(change: Change, draft: str, undo: list[Callable[[], None]]) -> None:
    """Put *draft* in the place of the old file, and move that if it is to move."""
    real = os.path.realpath(change.path)

    def restore() -> None:
        copy = write_draft(real, change.before)
        shutil.copymode(real, copy)
        os.replace(copy, real)

    undo.append(restore)
    os.replace(draft, real)
    if change.new_path != change.path:
        old, new = _moved(change)

        def move_back() -> None:
            if not os.path.lexists(old):
                os.rename(new, old)

        undo.append(move_back)
        _move_to_new(old, new)


def _moved(change: Change) -> tuple[str, str]:
    """What is moved: the file, or its folder if that is what has the other name."""
    old_folder, old_name = os.path.split(change.path)
    new_folder, new_name = os.path.split(change.new_path)
    if old_name == new_name:
        return old_folder, new_folder
    return change.path, change.new_path


def _move_to_new(old: str, new: str) -> None:
    """Rename *old* to *new*, where nothing may be but itself under another case.

    A hard link fails where a file appeared meanwhile; not every file system has them.
    """
    if os.path.lexists(new):
        if not os.path.samefile(old, new):
            raise FileExistsError(17, "there is such a file already", new)
    elif os.path.isfile(old) and not os.path.islink(old):
        try:
            os.link(old, new)
        except FileExistsError:
            raise
        except (OSError, AttributeError, NotImplementedError):
            os.rename(old, new)
        else:
            try:
                os.unlink(old)
            except BaseException:
                _remove(new)
                raise
        return
    os.rename(old, new)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
