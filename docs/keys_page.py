"""Write docs/keys.md from the commands that the program declares: `make docs`."""

from __future__ import annotations

from pathlib import Path

from glossary_tui.user.commands import CONTEXTS, commands_of
from glossary_tui.user.keys import key_name

PAGE = Path(__file__).with_name("keys.md")


def keys_page() -> str:
    """The page's text."""
    parts = [
        "# Keys\n\nThis page is made from the program's own list of commands by `make docs`.\n"
    ]
    for context, title in CONTEXTS.items():
        parts.append(f"\n## {title}\n\n| key | what it does | command |\n|---|---|---|\n")
        for command in commands_of(context):
            keys = " ".join(f"<kbd>{key_name(key)}</kbd>" for key in command.default_keys)
            parts.append(f"| {keys} | {command.help} | `{command.id}` |\n")
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(keys_page(), encoding="utf-8")
