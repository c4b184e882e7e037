"""An app whose commands have the keys that the person wants, and can be found by name."""

from __future__ import annotations

from textual.binding import Binding

from glossary_tui.tui.bindings import bindings_of, rebind
from glossary_tui.tui.keyboard import KeysInOrder
from glossary_tui.tui.messages import TermChosen
from glossary_tui.tui.themes import DARK, LIGHT, THEMES
from glossary_tui.user.keymap import Keymap
from glossary_tui.user.keys import ALWAYS_LEAVES
from glossary_tui.user.state import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from textual.binding import BindingType
    from textual.dom import DOMNode
    from textual.driver import Driver
    from textual.widget import Widget

    from glossary_tui.tui.choice import Choice


class Commanding(KeysInOrder):
    """The commands that act everywhere: the palette, the help, the themes, the end."""

    CONTEXT = "app"
    """Where its commands stand in the help."""
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(CONTEXT),
        *(Binding(key, "quit", show=False, system=True, priority=True) for key in ALWAYS_LEAVES),
    ]

    def __init__(self, keymap: Keymap, driver_class: type[Driver] | None = None) -> None:
        self.keymap = keymap
        """The keys of every command."""
        super().__init__(driver_class=driver_class)
        rebind(self, keymap)

    def _register_child(
        self, parent: DOMNode, child: Widget, before: int | None, after: int | None
    ) -> None:
        """Give every widget the person's keys as it comes in."""
        super()._register_child(parent, child, before, after)
        rebind(child, self.keymap)

    def take_keys(self, keymap: Keymap) -> None:
        """Let *keymap* count from now on; widgets that stand already keep their keys."""
        rebind(self, keymap, anyway=True)
        self.keymap = keymap

    # Commands

    def action_palette(self) -> None:
        """Find a command or a term by its name, and do it or go there."""
        from glossary_tui.tui.providers import command_choices, ranked, term_choices
        from glossary_tui.tui.screens.picker import PickerScreen

        # Terms are offered where one can go to them: not in the midst of a study session.
        goes_about = hasattr(self.screen, "on_term_chosen")
        workspace = getattr(self.screen, "workspace", None) if goes_about else None
        commands = command_choices(self.screen)

        def choices(text: str) -> Sequence[Choice]:
            found = ranked(commands, text)
            if workspace is None:
                return found
            terms, exact = term_choices(workspace, text)
            return [*terms[:1], *found, *terms[1:]] if exact else [*found, *terms]

        title = "Commands" if workspace is None else "Commands and terms"
        self.push_screen(PickerScreen(title, choices), self._do)

    async def _do(self, choice: Choice | None) -> None:
        """Carry out what was chosen in the palette."""
        from glossary_tui.tui.providers import Deed, Goal

        match choice.value if choice is not None else None:
            case Deed(node, action):
                await self.run_action(action, node)
            case Goal(entry_id):
                self.screen.post_message(TermChosen(entry_id, exact=True))

    def action_help(self) -> None:
        """Show all the keys, those of where the reader is first."""
        from glossary_tui.tui.screens.help import HelpScreen

        around = self.focused.ancestors_with_self if self.focused else [self.screen, self]
        contexts = [
            getattr(node, "CONTEXT", "") for node in around if getattr(node, "is_peeking", True)
        ]
        self.push_screen(HelpScreen([context for context in contexts if context]))

    def action_theme(self) -> None:
        """Change between the dark and the light theme."""
        self._choose_theme((LIGHT if self.current_theme.dark else DARK).name)

    def action_themes(self) -> None:
        """Choose a theme, seeing each as the highlight reaches it."""
        from glossary_tui.tui.providers import ranked, theme_choices
        from glossary_tui.tui.screens.picker import PickerScreen

        before = self.theme
        own = [theme.name for theme in THEMES]
        every = theme_choices(self.available_themes.values(), own, before)
        names = [choice.value for choice in every]

        def show(choice: Choice) -> None:
            self.theme = str(choice.value)

        def choose(choice: Choice | None) -> None:
            self._choose_theme(before if choice is None else str(choice.value))

        self.push_screen(
            PickerScreen(
                "Themes",
                lambda text: ranked(every, text),
                highlighted=show,
                row=names.index(before),
            ),
            choose,
        )

    def _choose_theme(self, name: str) -> None:
        self.theme = name
        remember({"theme": name})
