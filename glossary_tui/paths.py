"""Where things lie: the bundled entries, the person's folders, and how a file is written safely."""

from __future__ import annotations

import os
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


def configuration_file() -> str:
    """The person's configuration, which may not exist.

    On Linux it is found by the rules of the XDG Base Directory Specification without importing
    platformdirs, which would cost every printed line 18 ms.
    """
    if sys.platform in ("win32", "darwin"):
        from platformdirs import user_config_dir

        folder = user_config_dir(_APP, appauthor=False)
    else:
        home = os.environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")
        folder = os.path.join(home, _APP)
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
    home = os.environ.get("XDG_CACHE_HOME", "").strip() or os.path.expanduser("~/.cache")
    return os.path.join(home, _APP)


def state_folder() -> str:
    """Where the program keeps what it remembers. The folder may not exist yet."""
    from platformdirs import user_state_dir

    return user_state_dir(_APP, appauthor=False)


def study_file() -> str:
    """Where the person's study database is. It may not exist yet."""
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir(_APP, appauthor=False), "study.db")


def log_folder() -> str:
    """Where a crash leaves its log. The folder may not exist yet."""
    from platformdirs import user_log_dir

    return user_log_dir(_APP, appauthor=False)


def write_atomically(path: str, text: str) -> None:
    """Write *text* to *path* whole or not at all: a reader sees the old file or the new one.

    Raises OSError; the file that was there is then untouched.
    """
    import tempfile

    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(prefix=f".{os.path.basename(path)}.", dir=folder)
    try:
        with open(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise
