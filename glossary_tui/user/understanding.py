"""TOML values → settings, with a remark for each that is not understood."""

from __future__ import annotations

from glossary_tui.model import Diagnostic
from glossary_tui.user.preferences import (
    Configuration,
    GlossarySettings,
    MentionSettings,
    ReadingSettings,
    StudySettings,
)
from glossary_tui.user.settings import (
    GLOSSARY_SETTINGS,
    HEADING_ROLES,
    SETTINGS,
    TABLES,
    Setting,
    WrongValue,
    texts,
)
from glossary_tui.user.toml_lines import line_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

RESERVED_NAMES = ("all", "bundled", ".")
"""What no glossary of the person's may be called: these names mean something already."""


def understood(found: Mapping[str, object], path: str, text: str) -> Configuration:
    """The settings of *found*, the values of the file *path* whose source is *text*."""
    return _Reading(path, text).configuration(found)


class _Reading:
    """The remarks so far, and where they point."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._text = text
        self._warnings: list[Diagnostic] = []

    def configuration(self, found: Mapping[str, object]) -> Configuration:
        top = [each for each in SETTINGS if not each.table]
        rest = {name: value for name, value in found.items() if name not in TABLES}
        tables = {name: self._table(found, name) for name in found if name in TABLES}
        values = self._values((), rest, top, [*(each.key for each in top), *TABLES])
        headings = self._headings(tables.get("headings", {}))
        glossaries = self._glossaries(tables.get("glossaries", {}))
        keys = self._keys(tables.get("keys", {}))
        default = str(values.get("glossary", ""))
        if default not in ("", *RESERVED_NAMES, *glossaries):
            self._warn("C002", ("glossary",), f"[glossaries] names no {default}.")
            default = ""
        reading = ReadingSettings(**self._named("reading", tables))
        mentions = MentionSettings(**self._named("mentions", tables))
        study = StudySettings(**self._named("study", tables))
        warnings = tuple(sorted(self._warnings, key=lambda each: each.line))
        return Configuration(
            headings, warnings, glossaries, default, reading, mentions, keys, study,
            self._path, self._text,
        )  # fmt: skip

    def _warn(self, code: str, path: tuple[str, ...], message: str) -> None:
        line = line_of(path, self._text)
        self._warnings.append(Diagnostic(code, "warning", self._path, line, message))

    def _table(self, found: Mapping[str, object], name: str) -> dict[str, object]:
        value = found[name]
        if isinstance(value, dict):
            return value
        self._warn("C002", (name,), f"{name} is a table: [{name}].")
        return {}

    def _named(self, table: str, tables: Mapping[str, Mapping[str, object]]) -> dict[str, Any]:
        """The understood values of *table*, named as in the records."""
        settings = [each for each in SETTINGS if each.table == table]
        return _as_fields(self._values((table,), tables.get(table, {}), settings))

    def _values(
        self,
        path: tuple[str, ...],
        found: Mapping[str, object],
        settings: Iterable[Setting],
        known: Iterable[str] = (),
    ) -> dict[str, Any]:
        by_key = {each.key: each for each in settings}
        values: dict[str, Any] = {}
        for key, value in found.items():
            setting = by_key.get(key)
            name = ".".join((*path, key))
            if setting is None:
                names = ", ".join(known or by_key)
                self._warn("C001", (*path, key), f"There is no setting {name}; there are {names}.")
                continue
            try:
                values[key] = setting.check(value)
            except WrongValue as wrong:
                self._warn("C002", (*path, key), f"{name} takes {wrong}.")
        return values

    def _headings(self, found: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
        settings = [Setting("headings", role, texts) for role in HEADING_ROLES]
        return self._values(("headings",), found, settings)

    def _glossaries(self, found: Mapping[str, object]) -> dict[str, GlossarySettings]:
        glossaries = {}
        for name, value in found.items():
            path = ("glossaries", name)
            if name in RESERVED_NAMES or not name.strip() or "/" in name:
                self._warn("C002", path, f"A glossary cannot be called “{name}”.")
                continue
            table = value if isinstance(value, dict) else {"folders": value}
            values = self._values(path, table, GLOSSARY_SETTINGS)
            if values.get("folders"):
                glossaries[name] = GlossarySettings(**_as_fields(values))
            elif "folders" not in table or table["folders"] == []:
                self._warn("C002", path, f'{name} needs its folders: {name} = ["~/folder"].')
        return glossaries

    def _keys(self, found: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
        keys = {}
        for command, value in _flat(found):
            try:
                keys[command] = texts([value] if isinstance(value, str) else value)
            except WrongValue:
                message = f'keys."{command}" takes a key or a list of keys: ["b", "alt+left"].'
                self._warn("C002", ("keys", command), message)
        return keys


def _as_fields(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key.replace("-", "_"): value for key, value in values.items()}


def _flat(found: Mapping[str, object], before: str = "") -> Iterable[tuple[str, object]]:
    """Command ids and their values: `browse.back = "b"` without quotes is a table in TOML."""
    for name, value in found.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value
