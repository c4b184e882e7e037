"""Looking at where a link leads, without going there."""

from __future__ import annotations

from glossary_tui.tui.markdown.blocks import Item as ListItem
from glossary_tui.tui.markdown.blocks import Items, Paragraph, Span
from glossary_tui.tui.screens.going import OPENABLE
from glossary_tui.tui.screens.mentioning import Mentioning
from glossary_tui.tui.widgets.views import Views

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.events import DescendantFocus

    from glossary_tui.model import Entry
    from glossary_tui.tui.markdown import Block
    from glossary_tui.tui.messages import LinkFocused, TermChosen
    from glossary_tui.tui.trail import Place

_MOST_NAMED = 8
"""Entries that are listed where a name may mean several."""


class Peeking(Mentioning):
    """A desk whose links can be looked into."""

    def on_link_focused(self, message: LinkFocused) -> None:
        """Look into the link that has the focus now, if the pane is open."""
        if not self.pane.is_peeking:
            return
        if not message.target:
            self.close_peek()
            return
        title, aside, blocks = self._seen(message.target, exact=message.exact)
        self.pane.open_peek(title, aside, blocks, message.region)
        self.name_keys()

    def _seen(self, target: str, *, exact: bool) -> tuple[str, str, tuple[Block, ...]]:
        """What stands at the end of a link: a title, a remark, a text."""
        if not exact and target.lower().startswith(OPENABLE):
            self.url_shown = target
            return "Out of the glossary", "Enter opens it", (_line(target),)
        if exact:
            found = self.glossary.by_id(target)
            entries: tuple[Entry, ...] = (found,) if found else ()
        else:
            entries = self.glossary.candidates(target, near=self.pane.entry)
        if len(entries) == 1:
            views = Views()
            entry = self.present(entries[0])
            views.open(entry, self.pane.wanted)
            return entry.title, views.name, views.shown()
        if not entries:
            return target, "no entry here", (_line("Enter looks for what comes near."),)
        items = [ListItem("•", (_line(f"{each.title}  {each.id}"),)) for each in entries]
        said = f"may mean {len(entries)} entries; Enter asks which"
        return target, said, (Items(tuple(items[:_MOST_NAMED]), tight=True),)

    def close_peek(self) -> None:
        """Close the pane."""
        if self.pane.is_peeking:
            self.pane.close_peek()
            self.name_keys()

    def on_peeking_view_closed(self) -> None:
        """Name the keys of what has the focus again."""
        self.name_keys()

    def show(self, entry: Entry, place: Place | None = None) -> None:
        """Show another entry: what was looked into is none of its links."""
        self.close_peek()
        super().show(entry, place)

    def peek_again(self) -> None:
        """Show in the pane what stands at the end of the link now."""
        self.pane.peek.display = True
        (self.pane.related if self.focused is self.pane.related else self.pane.text).tell_focus()

    # Textual calls the handlers of the classes above too.

    def on_term_chosen(self, _message: TermChosen) -> None:
        """Look no longer: the reader goes there."""
        self.close_peek()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Close the pane of a link that the reader has left."""
        if event.widget not in (self.pane.text, self.pane.related):
            self.close_peek()

    def action_peek(self) -> None:
        """Look into the focused link, or close the pane."""
        if self.pane.is_peeking:
            self.close_peek()
            return
        related = self.focused is self.pane.related
        if not related and not self.pane.text.links:
            self.notify("This text has no links to peek at.", timeout=2)
            return
        self.pane.peek.display = True
        if related:
            self.pane.related.tell_focus()
        else:
            self.focus_text()
            self.pane.text.tell_focus()


def _line(text: str) -> Paragraph:
    return Paragraph((Span(text),))
