"""Keys as people write them, and as the program names them: `Ctrl+q`, `PgUp`, `?`."""

from __future__ import annotations

_SPOKEN = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
_ALIASES = {
    "esc": "escape", "return": "enter", "spacebar": "space", "del": "delete", "ins": "insert",
    "pgup": "pageup", "page-up": "pageup", "page_up": "pageup", "pgdn": "pagedown",
    "pgdown": "pagedown", "page-down": "pagedown", "page_down": "pagedown", "plus": "plus",
    "minus": "minus", "comma": "comma",
}  # fmt: skip
_SIGNS = {
    "!": "exclamation_mark", '"': "quotation_mark", "#": "number_sign", "$": "dollar_sign",
    "%": "percent_sign", "&": "ampersand", "'": "apostrophe", "(": "left_parenthesis",
    ")": "right_parenthesis", "*": "asterisk", "+": "plus", ",": "comma", "-": "minus",
    ".": "full_stop", "/": "slash", ":": "colon", ";": "semicolon", "<": "less_than_sign",
    "=": "equals_sign", ">": "greater_than_sign", "?": "question_mark", "@": "at",
    "[": "left_square_bracket", "\\": "backslash", "]": "right_square_bracket",
    "^": "circumflex_accent", "_": "underscore", "`": "grave_accent",
    "{": "left_curly_bracket", "|": "vertical_line", "}": "right_curly_bracket", "~": "tilde",
}  # fmt: skip
_WRITTEN = {name: sign for sign, name in _SIGNS.items()}
_FUNCTIONS = frozenset(f"f{number}" for number in range(1, 25))
_MODIFIERS = {
    "ctrl": "ctrl", "control": "ctrl", "c": "ctrl", "alt": "alt", "meta": "alt", "option": "alt",
    "shift": "shift", "super": "super", "cmd": "super",
}  # fmt: skip
ALWAYS_LEAVES = ("ctrl+q", "ctrl+c")
"""The keys that end the program whatever the configuration says."""
INDISTINCT = {
    "ctrl+i": "Tab",
    "ctrl+m": "Enter",
    "ctrl+h": "Backspace",
    "ctrl+left_square_bracket": "Esc",
    "ctrl+j": "Enter",
}
"""Keys that most terminals send as another one, and which that is."""


def parse_key(text: str) -> str:
    """The program's name of a key as people write it; '' where it names none.

    Case matters for a letter alone (`J` is Shift+j), and nowhere else.
    """
    text = text.strip()
    if text.endswith("+") and text != "+":
        text = f"{text[:-1].rstrip()}plus" if text.endswith("++") else ""
    *written, last = text.split("+") if len(text) > 1 else [text]
    modifiers = {_MODIFIERS.get(each.strip().lower(), "") for each in written}
    key = _last(last.strip())
    if not key or "" in modifiers:
        return ""
    if len(key) == 1 and key.isalpha():
        if modifiers == {"shift"}:
            return key.upper()
        if key.isupper() and modifiers:
            key = key.lower()
            modifiers |= {"shift"} if modifiers == {"alt"} else set()
    return "+".join([*sorted(modifiers), key])


def _last(text: str) -> str:
    if len(text) == 1:
        return _SIGNS.get(text, text if text.isalnum() else _arrow(text))
    name = text.lower()
    name = _ALIASES.get(name, name)
    return name if name in _SPOKEN or name in _WRITTEN or name in _FUNCTIONS else ""


def _arrow(text: str) -> str:
    return next((name for name, sign in _SPOKEN.items() if sign == text), "")


def key_name(key: str) -> str:
    """*key* as people write it: `ctrl+q` → `Ctrl+q`, `left_square_bracket` → `[`."""
    *modifiers, last = key.split("+")
    spoken = _SPOKEN.get(last) or _WRITTEN.get(last)
    spoken = spoken or (last.capitalize() if last in _FUNCTIONS else last)
    return "+".join([*(each.capitalize() for each in modifiers), spoken])


def types_text(key: str) -> bool:
    """Whether *key* writes a character into a box."""
    return len(key) == 1 or key in _WRITTEN or key == "space"
