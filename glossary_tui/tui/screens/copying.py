"""Taking what one reads elsewhere: copied, or shown so that the mouse can select it."""

from __future__ import annotations

import os

from glossary_tui.text.scan import link_destination
from glossary_tui.tui.bindings import live_keymap
from glossary_tui.tui.choice import Choice
from glossary_tui.tui.screens.peeking import Peeking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Entry
    from glossary_tui.model.entry import Section


class Copying(Peeking):
    """A desk from which texts can be taken along."""

    def action_copy(self) -> None:
        """Ask what to copy."""
        entry = self._entry_to_copy()
        if entry is None:
            return
        name = self.pane.view_name
        choices = [
            Choice("The view", "view", f"{name}, as plain text"),
            Choice("The entry", "entry", "as Markdown"),
            Choice("A link to it", "link", _link_to(entry)),
            Choice("Its title", "title", entry.title),
            Choice("Its path", "path", entry.path),
        ]
        link = self.pane.text.focused_link
        if link is not None and not link.exact:
            choices.insert(0, Choice("The focused link", "focused-link", link.target))
        self.choose("Copy", choices, self._copy, "view")

    def action_copy_view(self) -> None:
        """Copy the view as plain text."""
        self._copy("view")

    def action_copy_entry(self) -> None:
        """Copy the entry as Markdown."""
        self._copy("entry")

    def action_copy_link(self) -> None:
        """Copy a link to the entry."""
        self._copy("link")

    def action_copy_title(self) -> None:
        """Copy the title."""
        self._copy("title")

    def action_copy_path(self) -> None:
        """Copy the path of the file."""
        self._copy("path")

    def action_plain(self) -> None:
        """Show the view without anything around it, for the mouse to select."""
        from glossary_tui.tui.screens.plain import PlainScreen

        if self._entry_to_copy() is not None:
            self.app.push_screen(PlainScreen(self._markdown(), self.pane.text.text_width))
            leave = live_keymap(self).name_of("plain.leave")
            self.app.notify(f"The mouse selects. {leave} leads back.", timeout=3)

    def _entry_to_copy(self) -> Entry | None:
        if self.pane.entry is None:
            self.notify("There is no entry to copy from.", timeout=2)
        return self.pane.entry

    def _markdown(self) -> str:
        """The view that is shown, as its author wrote it."""
        sections = self.pane.sections
        return sections[self.pane.index].text if sections else ""

    def _copy(self, what: str) -> None:
        entry = self._entry_to_copy()
        if entry is None:
            return
        link = self.pane.text.focused_link
        if what == "view":
            from glossary_tui.text.plain import plain_text

            self._give(plain_text(self._markdown()), f"The view {self.pane.view_name}")
        elif what == "entry":
            self._give(_as_markdown(entry, self.pane.sections), "The entry")
        elif what == "link":
            self._give(_link_to(entry), "A link to the entry")
        elif what == "title":
            self._give(entry.title, "The title")
        elif what == "path":
            self._give(os.path.abspath(entry.path), "The path")
        elif link is not None:
            self._give(link.target, "The link")

    def _give(self, text: str, called: str) -> None:
        if not text.strip():
            self.notify(f"{called} is empty: nothing was copied.", timeout=3, markup=False)
            return

        async def give() -> None:
            from glossary_tui.tui.clipboard import copy

            self.notify(await copy(self.app, text, called), timeout=5, markup=False)

        self.run_worker(give())


def _link_to(entry: Entry) -> str:
    """A Markdown link to *entry* from another file of its folder."""
    target = entry.id
    if entry.path.endswith(f"{target}.md"):
        target += ".md"
    return f"[{entry.title}]({link_destination(target)})"


def _as_markdown(entry: Entry, sections: tuple[Section, ...]) -> str:
    """*entry* as a document of its own."""
    parts = [f"# {entry.title}"]
    for section in sections:
        parts += [f"## {section.title}", section.text.strip("\n")]
    if entry.related:
        parts += ["## Related terms", ", ".join(link.text for link in entry.related)]
    return "\n\n".join(part for part in parts if part) + "\n"
