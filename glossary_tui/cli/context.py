"""What a command has to work with beside what it was given."""

from __future__ import annotations

import sys
from functools import cached_property

from glossary_tui.cli.opening import OpenTui
from glossary_tui.cli.output import Output
from glossary_tui.cli.streams import has_keyboard
from glossary_tui.errors import EntriesNotFound, GlossaryUnknown
from glossary_tui.text.clean import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from glossary_tui.cli.options import Options
    from glossary_tui.user.preferences import Configuration
    from glossary_tui.workspace import Workspace
    from glossary_tui.workspace.choosing import Choice
    from glossary_tui.workspace.workspace import Way


class Context:
    """The glossary, the environment, and where the output goes."""

    def __init__(
        self,
        options: Options,
        environment: Mapping[str, str],
        output: Output,
        hold: Callable[[], None],
    ) -> None:
        self._options = options
        self._hold = hold
        self.environment = environment
        """The environment variables."""
        self.output = output
        """Where data goes."""

    @cached_property
    def workspace(self) -> Workspace:
        """The glossary, opened when it is first wanted.

        Raises `GlossaryUnknown`, and `EntriesNotFound` for folders that cannot be read.
        """
        return self.opened(drafts=self._options.flag("drafts"))

    def workspace_of(self, term: str) -> Workspace:
        """The glossary, of which only *term* is wanted: no other file is looked at if it can be.

        It is the `workspace` from then on. Raises as that does.
        """
        quick = self.opened(drafts=self._options.flag("drafts"), way="quickly")
        workspace = vars(self)["workspace"] = quick.sure_of(term)
        return workspace

    def opened(self, folder: str = "", *, drafts: bool, way: Way = "surely") -> Workspace:
        """The glossary, or that of a *folder* in its place, with or without its *drafts*.

        Raises what `workspace` raises.
        """
        if folder:
            from glossary_tui.workspace import open_workspace

            return open_workspace((folder,), self.environment, drafts=drafts)
        entries, glossaries = self._options.values("entries"), self._options.values("glossary")
        return self.named(entries, glossaries, drafts=drafts, way=way)

    def named(
        self,
        entries: Iterable[str],
        glossaries: Iterable[str],
        *,
        drafts: bool = False,
        way: Way = "surely",
    ) -> Workspace:
        """The glossary of the folders *entries*, or the *glossaries* of these names, or the usual.

        Raises what `workspace` raises.
        """
        from glossary_tui.workspace import open_workspace  # completing an option needs none

        return open_workspace(
            entries, self.environment, glossaries=glossaries, drafts=drafts, way=way
        )

    def chosen(self, configuration: Configuration) -> Choice:
        """Which glossaries are meant, without reading them. Raises `GlossaryUnknown`."""
        from glossary_tui.workspace.choosing import choose

        entries, names = self._options.values("entries"), self._options.values("glossary")
        return choose(entries, names, self.environment, configuration)

    @property
    def columns(self) -> int:
        """How wide running text is to be wrapped; 0 for not at all: no wider than is read well."""
        columns = self.output.columns
        return columns and min(columns, max(self.workspace.configuration.reading.width, 20))

    def open_tui(self, *, anyway: bool = False) -> OpenTui:
        """The wish for the interface; the terminal is taken now, so that no key is lost.

        `_replace` says where to begin. Raises what `workspace` raises; *anyway*, where a person
        sits before it, the interface is to say what is missing and what there is in its stead.
        """
        can_be_asked = has_keyboard()
        self._hold()
        try:
            return OpenTui(self.opened(drafts=self._options.flag("drafts"), way="at once"))
        except (EntriesNotFound, GlossaryUnknown) as error:
            if not (anyway and can_be_asked):
                raise
            from glossary_tui.workspace.workspace import workspace_without

            entries, names = self._options.values("entries"), self._options.values("glossary")
            return OpenTui(workspace_without(error, entries, names, self.environment))

    def say(self, text: str) -> None:
        """Tell the person something on standard error."""
        sys.stdout.flush()
        print(clean(text), file=sys.stderr)
