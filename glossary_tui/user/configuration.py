"""The person's configuration: a TOML file that the program reads and never writes."""

from __future__ import annotations

from glossary_tui.model import Diagnostic
from glossary_tui.user.preferences import Configuration


def load_configuration(path: str) -> Configuration:
    """What *path* says; nothing where there is no such file. Never raises for what it holds."""
    try:
        with open(path, "rb") as file:
            source = file.read()
    except (FileNotFoundError, NotADirectoryError):
        return Configuration({}, path=path)
    except OSError as error:
        return _broken(path, 0, f"The configuration cannot be read: {error.strerror}.")
    import re
    import tomllib

    try:
        text = source.decode("utf-8-sig")
        found = tomllib.loads(text)
    except UnicodeDecodeError:
        return _broken(path, 0, "The configuration is not UTF-8, so nothing of it counts.")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        message = f"The configuration is not valid TOML, so nothing of it counts: {error}."
        return _broken(path, int(line[1]) if line else 0, message)
    from glossary_tui.user.understanding import understood

    return understood(found, path, text)


def key_remarks(configuration: Configuration) -> tuple[Diagnostic, ...]:
    """What there is to say about the keys that *configuration* asks for."""
    if not configuration.keys:
        return ()
    from glossary_tui.user.keymap import keymap_of

    return keymap_of(configuration)[1]


def _broken(path: str, line: int, message: str) -> Configuration:
    return Configuration({}, (Diagnostic("C003", "warning", path, line, message),), path=path)
