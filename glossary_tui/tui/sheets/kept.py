"""A style sheet that takes rules parsed at an earlier start from the program's cache."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from marshal import dumps

import textual.css
from textual.css.stylesheet import Stylesheet

from glossary_tui.paths import cache_folder
from glossary_tui.tui.sheets.coding import Unkept, coded, decoded
from glossary_tui.workspace.cache.container import Container, Damaged, write
from glossary_tui.workspace.cache.place import file_name, keep_few

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.css.model import RuleSet
    from textual.css.types import CSSLocation

_FORMAT = 1
"""Changed with what `coding` makes of rules."""
_PARSER = ("parse", "tokenize", "tokenizer", "model", "styles", "_styles_builder", "scalar")
"""The modules of Textual that decide what a text means."""
_MOST = 100
"""Texts that are kept, but for those in use: of more, an edited sheet has left some behind."""


class KeptSheet(Stylesheet):
    """Parses only what no earlier start has parsed for the same values of the variables.

    The texts themselves are compared, so that a rule is never older than its text.
    """

    _key = ""
    _known: Container | None = None
    """The rules of texts that were parsed before."""

    def __init__(self) -> None:
        super().__init__()
        self._parsed: dict[str, list[RuleSet]] = {}
        self.has_new = False
        """Whether there are rules that `keep` would write down."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Have *variables* count from now on, and what was parsed for their values."""
        super().set_variables(variables)
        self._parsed = {}
        self.has_new = False
        self._key = _key_of(variables)
        self._known = Container.open(self._path, self._key) if self._key else None

    @property
    def _path(self) -> str:
        return os.path.join(cache_folder(), "interface", file_name(self._key))

    def reparse(self) -> None:
        """Parse what has not been parsed for these variables yet."""
        self.parse()

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,  # noqa: FBT001, FBT002 # Textual's own
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        """The rules of a text, parsed now or before."""
        name = f"{scope} {is_default_rules:d} {tie_breaker}\n{css}"
        rules = self._parsed.get(name) or self._read(name)
        if rules is None:
            rules = super()._parse_rules(css, read_from, is_default_rules, tie_breaker, scope)
            self.has_new = bool(self._key)
        self._parsed[name] = rules
        return rules

    def _read(self, name: str) -> list[RuleSet] | None:
        """What was parsed before; None where that is not known."""
        if self._known is None or name not in self._known.names:
            return None
        try:
            return decoded(self._known.loaded(name))
        except (Damaged, LookupError, TypeError, ValueError):
            self._known = None
            return None

    def keep(self) -> None:
        """Write down what had to be parsed, if anything had. What cannot be kept is left out."""
        self.keeping()()

    def keeping(self) -> Callable[[], None]:
        """What `keep` does, to be done by a thread: whatever the sheet becomes in the meantime."""
        if not self.has_new:
            return _nothing
        self.has_new = False
        return partial(_keep, self._path, self._key, self._known, [*self._parsed.items()])


def _nothing() -> None:
    """Do nothing."""


def _keep(
    path: str, key: str, known: Container | None, parsed: Sequence[tuple[str, list[RuleSet]]]
) -> None:
    """Write what was *parsed* to *path*, beside what is *known* from before."""
    parts = {}
    for name, rules in parsed:
        try:
            parts[name] = dumps(coded(rules))
        except (Unkept, ValueError):
            continue
    if known is not None and len(known.names) < _MOST:
        with suppress(Damaged):
            parts = {name: known.part(name) for name in known.names} | parts
    if write(path, key, parts):
        keep_few(os.path.dirname(path))


def _key_of(variables: dict[str, str]) -> str:
    """What rules depend on beside their text: this format, this Python, Textual's parser, colours.

    '' where that cannot be known, because Textual comes without its sources.
    """
    folder = os.path.dirname(textual.css.__file__ or "")
    states = []
    for module in _PARSER:
        try:
            status = os.stat(os.path.join(folder, f"{module}.py"))
        except OSError:
            return ""
        states.append((status.st_mtime_ns, status.st_size))
    return repr((_FORMAT, sys.implementation.cache_tag, states, sorted(variables.items())))
