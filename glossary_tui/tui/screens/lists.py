"""What is listed: everything, bookmarks, recent terms; by tag, in an order, from a letter on."""

from __future__ import annotations

from glossary_tui.tui.choice import Choice
from glossary_tui.tui.screens.going import Going
from glossary_tui.tui.shelf import ORDERS, SHELVES, Wish, mark_of


class Lists(Going):
    """A desk whose list can be changed."""

    def _wish(self, wish: Wish) -> None:
        """List what *wish* asks for, and go to the list."""
        self.sidebar.wish(wish)
        self.action_list()

    def is_possible(self, action: str) -> bool:
        """Whether *action* would do something now."""
        match action:
            case "bookmark":
                return self.pane.entry is not None
            case "tags":
                return bool(self.glossary.tagged)
            case "everything":
                return self.sidebar.shelf.wish.narrows
            case _:
                return super().is_possible(action)

    # Commands

    def action_list(self) -> None:
        """Go to the list of terms."""
        self.add_class("-searching")
        self.set_focus(self.sidebar.terms)

    def action_bookmark(self) -> None:
        """Bookmark the term that is shown, or take the bookmark away."""
        entry = self.pane.entry
        if entry is None:
            self.notify("There is no term to bookmark.", timeout=2)
            return
        mark = mark_of(self.workspace, entry)
        kept = self.marks.toggle(mark)
        done = "Bookmarked" if self.marks.is_bookmarked(mark) else "Bookmark removed"
        if kept:
            self.notify(f"{done}: {entry.title}", timeout=2, markup=False)
        else:
            message = f"{done} until the program ends: the state file cannot be written."
            self.notify(message, severity="warning", markup=False)
        if self.sidebar.shelf.wish.shelf == "bookmarks":
            self.sidebar.wish(self.sidebar.shelf.wish)
        self.sidebar.terms.refresh()
        self.note_bookmark(entry)

    def action_next_list(self) -> None:
        """List everything, the bookmarks, the recent terms, by turns."""
        shelves = [*SHELVES]
        at = shelves.index(self.sidebar.shelf.wish.shelf)
        self._put_up(shelves[(at + 1) % len(shelves)])

    def action_bookmarks(self) -> None:
        """List the bookmarks."""
        self._put_up("bookmarks")

    def action_recent(self) -> None:
        """List the terms read last."""
        self._put_up("recent")

    def _put_up(self, shelf: str) -> None:
        self._wish(self.sidebar.shelf.wish._replace(shelf=shelf))

    def action_everything(self) -> None:
        """List all terms again."""
        self._wish(Wish(order=self.sidebar.shelf.wish.order))

    def action_tags(self) -> None:
        """List the terms of one tag."""
        wish = self.sidebar.shelf.wish
        every = [Choice("Any tag", "", key="now" if not wish.tag else "")]
        every += [
            Choice(tag, tag, f"{len(positions):,}", "now" if tag == wish.tag else "")
            for tag, positions in self.glossary.tagged.items()
        ]
        if len(every) == 1:
            self.notify("No term here has a tag.", timeout=2)
            return
        self.choose("Tags", every, lambda tag: self._wish(wish._replace(tag=tag)), wish.tag)

    def action_sort(self) -> None:
        """Sort the list."""
        wish = self.sidebar.shelf.wish
        every = [
            Choice(title, order, key="now" if order == wish.order else "")
            for order, title in ORDERS.items()
        ]
        self.choose(
            "Order of the list",
            every,
            lambda order: self._wish(wish._replace(order=order)),
            wish.order,
        )

    def action_letters(self) -> None:
        """Go to the first term of the list that begins with a letter."""
        from glossary_tui.tui.screens.letters import LettersScreen

        self.sidebar.look_for("")
        initials = self.sidebar.shelf.initials()

        def jump(letter: str | None) -> None:
            if letter is not None:
                self.action_list()
                self.sidebar.terms.go_to(initials[letter])

        entry = self.pane.entry
        row = self.sidebar.shelf.row_of(entry) if entry is not None else -1
        before = [letter for letter, first in initials.items() if first <= row]
        present = max(before, key=initials.__getitem__, default="")
        self.app.push_screen(LettersScreen([*initials], present), jump)

    def action_random(self) -> None:
        """Go to any term of the list."""
        import random

        entries = self.sidebar.shelf.entries
        present = self.pane.entry
        at = self.sidebar.shelf.row_of(present) if present is not None else -1
        rows = len(entries) - (at >= 0)
        if rows < 1:
            self.notify("There is no other term in the list.", timeout=2)
            return
        row = random.randrange(rows)
        self.go(entries[row + (0 <= at <= row)])

    def leave_list(self) -> None:
        """Take one layer away: first what narrows the list, then the list itself."""
        if self.sidebar.shelf.wish.narrows:
            self.sidebar.wish(Wish(order=self.sidebar.shelf.wish.order))
        else:
            super().leave_list()
