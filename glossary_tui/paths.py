"""Where things lie: the bundled entries, the person's folders, and how a file is written safely."""

from __future__ import annotations

import os
import stat
import sys

BUNDLED = "bundled"
"""The name of the glossary that comes with the program."""
_APP = "glossary-tui"


def bundled_entries() -> str:
    """The folder of the bundled glossary, in an installed package or in a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "entries")
    if os.path.isdir(installed):
        return installed
    return os.path.join(os.path.dirname(package), "entries")


def absolute(path: str) -> str:
    """*path* from the root on; as it is where the working directory, which it starts at, has gone."""
    try:
        return os.path.abspath(path)
    except OSError:
        return path


def _xdg(variable: str, usual: str) -> str:
    """A folder of the program's own by the XDG Base Directory Specification.

    What platformdirs says too, without the 18 ms of importing it.
    """
    home = os.environ.get(variable, "").strip() or os.path.expanduser(usual)
    return os.path.join(home, _APP)


def configuration_file() -> str:
    """The person's configuration, which may not exist."""
    if sys.platform in ("win32", "darwin"):
        from platformdirs import user_config_dir

        folder = user_config_dir(_APP, appauthor=False)
    else:
        folder = _xdg("XDG_CONFIG_HOME", "~/.config")
    return os.path.join(folder, "config.toml")


def cache_folder() -> str:
    """Where copies lie that make a start quick, and that may be deleted at any time.

    The folder may not exist yet. Found without platformdirs, as `configuration_file` is, on every
    system: each printed line needs it.
    """
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
        return os.path.join(local, _APP, "Cache")
    if sys.platform == "darwin":
        return os.path.join(os.path.expanduser("~/Library/Caches"), _APP)
    return _xdg("XDG_CACHE_HOME", "~/.cache")


def state_folder() -> str:
    """Where the program keeps what it remembers. The folder may not exist yet."""
    if sys.platform not in ("win32", "darwin"):
        return _xdg("XDG_STATE_HOME", "~/.local/state")
    from platformdirs import user_state_dir

    return user_state_dir(_APP, appauthor=False)


def study_file() -> str:
    """Where the person's study database is. It may not exist yet."""
    if sys.platform in ("win32", "darwin"):
        from platformdirs import user_data_dir

        folder = user_data_dir(_APP, appauthor=False)
    else:
        folder = _xdg("XDG_DATA_HOME", "~/.local/share")
    return os.path.join(folder, "study.db")


def log_folder() -> str:
    """Where a crash leaves its log. The folder may not exist yet."""
    from platformdirs import user_log_dir

    return user_log_dir(_APP, appauthor=False)


def write_atomically(path: str, text: str) -> None:
    """Write *text* to a file of the program's own, and make the folders that it lies in.

    Raises OSError; the file that was there is then untouched.
    """
    os.makedirs(os.path.dirname(path), exist_ok=True)
    replace_file(path, text.encode())


def replace_file(path: str, data: bytes, *, mode: int = 0o600) -> None:
    """Write *data* to *path* whole or not at all: a reader sees the old file or the new one.

    A link stays a link and a file keeps its permissions; a new one gets *mode*. A device or a
    pipe is written to as it is. Raises OSError; the file that was there is then untouched.
    """
    real = os.path.realpath(path)
    try:
        kept = os.stat(path).st_mode
    except FileNotFoundError:
        kept = stat.S_IFREG | mode
    if not (stat.S_ISREG(kept) or stat.S_ISDIR(kept)):
        with open(path, "wb") as file:
            file.write(data)
        return
    draft = write_draft(real, data)
    try:
        os.chmod(draft, stat.S_IMODE(kept))
        os.replace(draft, real)
    except BaseException:
        os.unlink(draft)
        raise


def write_draft(path: str, data: bytes) -> str:
    """Write *data* to a hidden file beside *path*, down to the disk; where that is.

    Raises OSError, and leaves nothing then.
    """
    import tempfile

    folder, name = os.path.split(path)
    descriptor, draft = tempfile.mkstemp(prefix=f".{name[:40]}.", dir=folder or ".")
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        os.unlink(draft)
        raise
    return draft


def usual_mode() -> int:
    """The permissions of a new file: what the umask leaves, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
