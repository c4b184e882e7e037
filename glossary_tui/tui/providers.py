"""What the palette offers: the commands that are possible now, and the terms of the glossary."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple
from glossary_tui.text.fold import fold
from glossary_tui.tui.bindings import live_keymap
from glossary_tui.tui.choice import Choice
from glossary_tui.user.commands import commands_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.dom import DOMNode
    from textual.screen import Screen
    from textual.theme import Theme

    from glossary_tui.user.commands import Command
    from glossary_tui.workspace import Workspace

_MOST_TERMS = 20
_SMALL = frozenset(
    [
        "a",
        "all",
        "and",
        "are",
        "as",
        "at",
        "for",
        "from",
        "go",
        "in",
        "is",
        "it",
        "list",
        "of",
        "or",
        "show",
        "take",
        "that",
        "the",
        "there",
        "to",
        "what",
        "where",
        "you",
        "your",
    ]
)
"""Words that say little of a command."""


class Deed(NamedTuple):
    """A command, where it would be carried out."""

    node: DOMNode
    """Whose action it is."""
    action: str
    """The action, with its argument if it takes one."""


class Goal(NamedTuple):
    """A term to go to."""

    entry_id: str
    """Its entry."""


def command_choices(screen: Screen[object]) -> tuple[Choice, ...]:
    """The commands possible on *screen* now: its own, the app's, then those of its widgets.

    A node says what is impossible by a method `is_possible(action)`; without it everything is. What
    a command that is given its key does is said by `sentence_of(action)`, if the node has it.
    """
    focused = screen.focused
    around = list(focused.ancestors_with_self) if focused is not None else [screen, screen.app]
    around.sort(key=lambda node: node is not screen)
    widgets = (each for each in screen.query("*") if each not in around and _is_shown(each))
    choices: dict[tuple[str, str], Choice] = {}
    for node in (*around, *widgets):
        for command in commands_of(getattr(node, "CONTEXT", "")):
            for choice in _offers(node, command):
                choices.setdefault((command.id, choice.text), choice)
    return tuple(choices.values())


def _is_shown(node: DOMNode) -> bool:
    return all(each.display for each in node.ancestors_with_self)


def _offers(node: DOMNode, command: Command) -> Iterator[Choice]:
    possible = getattr(node, "is_possible", lambda _action: True)
    keymap = live_keymap(node)
    sentence = command.help.rstrip(".")
    if not command.takes_key:
        if possible(command.action):
            deed = Deed(node, command.action)
            yield Choice(sentence, deed, key=keymap.name(command), words=command.title)
        return
    sentence_of = getattr(node, "sentence_of", lambda _action: "")
    for number, key in enumerate(keymap.names(command), 1):
        action = f"{command.action}('{number}')"
        if possible(action):
            said = sentence_of(action) or f"{sentence}: {number}"
            yield Choice(said, Deed(node, action), key=key, words=command.title)


def ranked(choices: Iterable[Choice], text: str) -> list[Choice]:
    """The *choices* whose words begin with the words of *text*, those named so first."""
    wanted = fold(text).split()
    if not wanted:
        return list(choices)
    found = []
    for order, choice in enumerate(choices):
        rank = _rank(wanted, fold(choice.words).split(), fold(choice.text).split())
        if rank is not None:
            spans = tuple(_spans(wanted, choice.text))
            found.append((rank, order, choice._replace(spans=spans)))
    return [choice for _, _, choice in sorted(found, key=lambda each: each[:2])]


def _rank(wanted: Sequence[str], title: Sequence[str], sentence: Sequence[str]) -> int | None:
    """How well a command answers, 0 best; None if it does not.

    Small words are found only by the whole of them: `th` means a theme, not every “the”.
    """
    for rank, words in enumerate((title, sentence)):
        if " ".join(words).startswith(" ".join(wanted)):
            return rank
    telling = [word for word in sentence if word not in _SMALL or word in wanted]
    if _begin(wanted, title):
        return 2
    return 3 if _begin(wanted, [*telling, *title]) else None


def _begin(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(each) for word in words) for each in wanted)


def _spans(wanted: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    """Where words of *text* begin with one of *wanted*."""
    at = 0
    for word in text.split(" "):
        folded = fold(word)
        begun = [each for each in wanted if folded.startswith(each)]
        if folded in _SMALL and folded not in wanted:
            begun = []
        longest = max(map(len, begun), default=0)
        if longest:
            yield at, at + min(longest, len(word))
        at += len(word) + 1


def term_choices(workspace: Workspace, text: str) -> tuple[list[Choice], bool]:
    """The terms that *text* finds, best first, and whether the first is named exactly so."""
    if not text:
        return [], False
    choices = []
    for hit in workspace.searcher.find(text, limit=_MOST_TERMS):
        on_title = hit.shown in ("", hit.entry.title)
        aside = "" if on_title else hit.shown
        spans = hit.spans if on_title else ()
        choices.append(Choice(hit.entry.title, Goal(hit.entry.id), aside, "term", spans))
    exact = {entry.id for entry in workspace.glossary.candidates(text)}
    first = choices[0].value if choices else None
    return choices, isinstance(first, Goal) and first.entry_id in exact


def theme_choices(themes: Iterable[Theme], own: list[str], present: str) -> list[Choice]:
    """The program's *own* themes first, then the others by name; the *present* one is marked."""
    ordered = sorted(themes, key=lambda theme: (theme.name not in own, theme.name))
    return [
        Choice(
            theme.name.replace("-", " ").capitalize().replace("Ansi", "ANSI"),
            theme.name,
            "" if theme.name.endswith(("dark", "light")) else "dark" if theme.dark else "light",
            "now" if theme.name == present else "",
        )
        for theme in ordered
    ]
