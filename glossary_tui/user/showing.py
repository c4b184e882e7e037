"""Every setting as the configuration file would have it."""

from __future__ import annotations

import re

from glossary_tui.user.preferences import Configuration
from glossary_tui.user.settings import SETTINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.user.preferences import GlossarySettings

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def shown(configuration: Configuration) -> str:
    """The settings that count, those with their default value too, as TOML that reads the same."""
    tables: dict[str, list[str]] = {"": []}
    if configuration.default_glossary:
        tables[""].append(f"glossary = {_value(configuration.default_glossary)}")
    for setting in SETTINGS:
        if setting.table:
            record = getattr(configuration, setting.table)
            value = getattr(record, setting.key.replace("-", "_"))
            if value != "":
                line = f"{setting.key} = {_value(value)}"
                tables.setdefault(setting.table, []).append(line)
    for name, own in (("headings", configuration.headings), ("keys", configuration.keys)):
        tables[name] = [f"{_key(key)} = {_value(value)}" for key, value in own.items()]
    for name, glossary in configuration.glossaries.items():
        tables[f"glossaries.{_key(name)}"] = _glossary(glossary)
    blocks = []
    for table, lines in tables.items():
        if lines:
            blocks.append("\n".join((f"[{table}]", *lines) if table else lines))
    return "\n\n".join(blocks) + "\n"


def _glossary(glossary: GlossarySettings) -> list[str]:
    lines = [f"folders = {_value(glossary.folders)}"]
    if glossary.mentions is not None:
        lines.append(f"mentions = {_value(glossary.mentions)}")
    if glossary.common_words:
        lines.append(f"common-words = {_value(glossary.common_words)}")
    return lines


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _value(name)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if not isinstance(value, str):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(map(_letter, escaped)) + '"'


def _letter(letter: str) -> str:
    """A letter as a TOML text has it: control characters by their number."""
    return f"\\u{ord(letter):04X}" if letter < " " or letter == "\x7f" else letter
