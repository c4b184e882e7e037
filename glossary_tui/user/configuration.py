"""The person's configuration: a TOML file that the program reads and never writes."""

from __future__ import annotations

import re

from glossary_tui.model import Diagnostic
from glossary_tui.model.record import NamedTuple

HEADING_ROLES = ("summary", "eli5", "in-depth", "related", "references")
"""What `[headings]` may add headings to."""


class Configuration(NamedTuple):
    """What was set, and what was not understood."""

    headings: dict[str, tuple[str, ...]]
    """Headings of the person's own glossaries, by role."""
    warnings: tuple[Diagnostic, ...] = ()
    """C001: unknown setting; C002: wrong value; C003: the file cannot be read."""


def load_configuration(path: str) -> Configuration:
    """What *path* says; nothing where there is no such file. Never raises for what it holds."""
    try:
        with open(path, "rb") as file:
            source = file.read()
    except (FileNotFoundError, NotADirectoryError):
        return Configuration({})
    except OSError as error:
        return _broken(path, 0, f"The configuration cannot be read: {error.strerror}.")
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
    return _understood(found, path, text)


def _broken(path: str, line: int, message: str) -> Configuration:
    return Configuration({}, (Diagnostic("C003", "warning", path, line, message),))


def _understood(found: dict[str, object], path: str, text: str) -> Configuration:
    headings: dict[str, tuple[str, ...]] = {}
    warnings = []

    def warn(code: str, key: str, message: str) -> None:
        warnings.append(Diagnostic(code, "warning", path, _line_of(key, text), message))

    for name, value in found.items():
        if name != "headings":
            warn("C001", name, f"There is no setting {name}.")
        elif not isinstance(value, dict):
            warn("C002", name, "headings is a table: [headings].")
        else:
            for role, words in value.items():
                if role not in HEADING_ROLES:
                    known = ", ".join(HEADING_ROLES)
                    warn("C001", role, f"There is no heading role {role}; there are {known}.")
                elif isinstance(words, list) and all(isinstance(word, str) for word in words):
                    headings[role] = tuple(words)
                else:
                    warn("C002", role, f'headings.{role} is a list of texts: ["In plain words"].')
    return Configuration(headings, tuple(warnings))


def _line_of(key: str, text: str) -> int:
    """The line that *key* is set on, counted from 1; 0 where a scan does not find it."""
    name = re.escape(key)
    pattern = re.compile(
        rf"^\s*(?:\[+\s*)?(?:[\w.\"'-]+\.)?[\"']?{name}[\"']?\s*[=.\]]", re.MULTILINE
    )
    found = pattern.search(text)
    return text.count("\n", 0, found.start(0)) + 1 + found[0].count("\n") if found else 0
