"""Every command once, as data: its id, its keys, its name, and what it does.

The bindings, the key bar, the help screen and docs/keys.md are all made from this list.
"""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple


class Command(NamedTuple):
    """Something that a key does."""

    id: str
    """A stable name: where it acts, a dot, what it does."""
    keys: str
    """The default keys, comma-separated, as Textual names them; '' for the palette alone."""
    title: str
    """One or two words, for the key bar."""
    help: str
    """One sentence, for the help screen and the documentation."""
    shown: bool = False
    """Whether the key bar at the bottom names it."""
    takes_key: bool = False
    """Whether the action is given the key that was pressed."""

    @property
    def default_keys(self) -> tuple[str, ...]:
        """The keys, one by one."""
        return tuple(self.keys.split(",")) if self.keys else ()

    @property
    def context(self) -> str:
        """Where the command acts."""
        return self.id.partition(".")[0]

    @property
    def action(self) -> str:
        """The name of the action that carries the command out."""
        return self.id.partition(".")[2].replace("-", "_")


CONTEXTS = {
    "app": "Everywhere",
    "browse": "On the main screen",
    "missing": "Where the glossary that was asked for is missing",
    "search": "In the search box",
    "list": "In the list of terms",
    "find": "While finding in an entry",
    "text": "In the text",
    "plain": "In a plain view",
    "peek": "While peeking at a link",
    "related": "In the related terms",
    "map": "On the map",
    "path-search": "In the box that asks for another term",
    "path": "On the way to another term",
    "remarks": "In the list of remarks",
    "study-start": "Before a study session",
    "study": "In a study session",
    "answer": "In the box for an answer",
    "statistics": "In the statistics",
    "card-info": "In the details of a card",
    "unsaved": "Where progress cannot be saved",
    "picker": "In a list to choose from",
    "letters": "In the row of letters",
    "help": "On this page",
}
"""What each context is called on the help screen, in the order in which it is shown."""

WITHIN = {
    "browse": "app",
    "missing": "app",
    "search": "browse",
    "list": "browse",
    "find": "browse",
    "text": "browse",
    "peek": "browse",
    "related": "browse",
    "map": "app",
    "plain": "app",
    "study": "app",
    "study-start": "app",
    "answer": "study",
    "statistics": "app",
    "path": "path-search",
}
"""Which context is asked for a key after each; the others stand alone."""
TYPING = ("search", "find", "path-search", "picker", "letters", "help", "answer")
"""The contexts in which a character is text."""

COMMANDS = (
    Command("app.palette", "ctrl+p", "commands", "Find a command or a term by its name."),
    Command("app.help", "question_mark,f1", "help", "Show all the keys.", shown=True),
    Command("app.theme", "d", "dark or light", "Change between the dark and the light theme."),
    Command("app.themes", "D", "themes", "Choose a theme."),
    Command("app.quit", "q,ctrl+q", "quit", "Leave the program.", shown=True),
    Command("browse.search", "slash", "search", "Go to the search box.", shown=True),
    Command(
        "browse.back",
        "left_square_bracket,alt+left",
        "back",
        "Go back to where you were.",
        shown=True,
    ),
    Command("browse.forward", "right_square_bracket,alt+right", "forward", "Go forward again."),
    Command(
        "browse.view", "1,2,3,4,5,6,7,8,9", "view", "Show the view of that number.", takes_key=True
    ),
    Command("browse.previous-view", "left,h", "previous view", "Show the view to the left."),
    Command("browse.next-view", "right,l", "next view", "Show the view to the right."),
    Command("browse.next-term", "J", "next term", "Go to the next term of the list."),
    Command("browse.previous-term", "K", "previous term", "Go to the previous term of the list."),
    Command("browse.related", "r", "related", "Go to the related terms.", shown=True),
    Command("browse.two-steps", "R", "two steps away", "Show or hide the terms two steps away."),
    Command("browse.path", "P", "path", "Show the shortest way to another term."),
    Command("browse.map", "M", "map", "Draw the map of the term's surroundings."),
    Command("browse.text", "escape", "text", "Go to the text."),
    Command("browse.list", "t", "terms", "Go to the list of terms."),
    Command("browse.find", "ctrl+f", "find", "Find words in the entry, in all its views."),
    Command("browse.next-match", "n", "next match", "Go to the next match."),
    Command("browse.previous-match", "N", "previous match", "Go to the match before."),
    Command("browse.peek", "p", "peek", "Peek at the focused link, or close the peek.", shown=True),
    Command("browse.copy", "y", "copy", "Copy the view, the entry, a link or a name."),
    Command("browse.copy-view", "Y", "copy the view", "Copy the view as plain text."),
    Command("browse.copy-entry", "", "copy the entry", "Copy the entry as Markdown."),
    Command("browse.copy-link", "", "copy a link", "Copy a link to the entry."),
    Command("browse.copy-title", "", "copy the title", "Copy the title."),
    Command("browse.copy-path", "", "copy the path", "Copy the path of the entry's file."),
    Command("browse.plain", "v", "plain", "Show plain text, to select with the mouse."),
    Command("browse.wider", "plus,equals_sign", "wider", "Make the lines of the text longer."),
    Command("browse.narrower", "minus", "narrower", "Make the lines of the text shorter."),
    Command("browse.bookmark", "m", "bookmark", "Bookmark the term, or take the bookmark away."),
    Command("browse.next-list", "L", "next list", "List in turn all terms, bookmarks, recent."),
    Command("browse.bookmarks", "apostrophe", "bookmarks", "List the bookmarks."),
    Command("browse.recent", "H", "recent", "List the terms you read last."),
    Command("browse.everything", "", "all terms", "List all terms again."),
    Command("browse.tags", "number_sign", "tags", "List the terms of one tag."),
    Command("browse.sort", "o", "sort", "Sort the list."),
    Command("browse.letters", "A", "A–Z", "Go to a letter of the list."),
    Command("browse.random", "x", "random", "Go to a random term of the list."),
    Command("browse.zen", "z", "text alone", "Show the text alone, or everything again."),
    Command("browse.edit", "e", "edit", "Edit the entry in $VISUAL or $EDITOR."),
    Command("browse.study", "s", "study", "Study: choose what, and begin.", shown=True),
    Command("browse.statistics", "S", "statistics", "Show the statistics: what you have learnt."),
    Command("browse.reload", "ctrl+r", "reload", "Read the files again."),
    Command("browse.glossaries", "ctrl+g", "glossaries", "Open another glossary."),
    Command("browse.remarks", "w", "remarks", "Show what is wrong or odd in the files."),
    Command("missing.up", "up,k,shift+tab", "up", "Move to the glossary above."),
    Command("missing.down", "down,j,tab", "next", "Move to the glossary below.", shown=True),
    Command("missing.open", "enter", "open", "Open the highlighted glossary.", shown=True),
    Command(
        "missing.reload", "ctrl+r", "look again", "Look once more for what is missing.", shown=True
    ),
    Command("missing.remarks", "w", "remarks", "Show what is wrong with the configuration."),
    Command("search.up", "up", "up", "Preview the term above."),
    Command("search.down", "down", "next", "Preview the term below.", shown=True),
    Command("search.page-up", "pageup", "page up", "Move up a page in the list."),
    Command("search.page-down", "pagedown", "page down", "Move down a page in the list."),
    Command("search.open", "enter", "open", "Go to the highlighted term.", shown=True),
    Command(
        "search.leave", "escape", "text", "List all terms again; then go to the text.", shown=True
    ),
    Command("search.clear", "ctrl+l", "clear", "Empty the search box.", shown=True),
    Command("list.up", "up,k", "up", "Preview the term above."),
    Command("list.down", "down,j", "down", "Preview the term below."),
    Command("list.page-up", "pageup,ctrl+u,b", "page up", "Move up a page."),
    Command("list.page-down", "pagedown,ctrl+d,space", "page down", "Move down a page."),
    Command("list.first", "home,g", "first", "Go to the first term."),
    Command("list.last", "end,G", "last", "Go to the last term."),
    Command("list.open", "enter", "open", "Go to the highlighted term.", shown=True),
    Command("find.next", "down,ctrl+f", "next", "Go to the next match.", shown=True),
    Command("find.previous", "up", "previous", "Go to the match before.", shown=True),
    Command("find.keep", "enter", "read on", "Stay there; n and N go on finding.", shown=True),
    Command("find.cancel", "escape", "back", "Go back to where you were.", shown=True),
    Command("list.leave", "escape", "text", "List all terms again; then go to the text."),
    Command(
        "text.next-link",
        "tab",
        "link",
        "Go to the next link; after the last, leave.",
        shown=True,
    ),
    Command(
        "text.previous-link",
        "shift+tab",
        "previous link",
        "Go to the link before; at the first, leave.",
    ),
    Command("text.follow", "enter", "follow", "Follow the focused link."),
    Command("text.up", "up,k", "up", "Scroll up a line."),
    Command("text.down", "down,j", "down", "Scroll down a line."),
    Command("text.page-up", "pageup,b", "page up", "Scroll up a page."),
    Command("text.page-down", "pagedown,space", "page down", "Scroll down a page."),
    Command("text.half-page-up", "ctrl+u", "half up", "Scroll up half a page."),
    Command("text.half-page-down", "ctrl+d", "half down", "Scroll down half a page."),
    Command(
        "text.left", "less_than_sign,shift+left", "left", "Scroll left along lines that do not fit."
    ),
    Command(
        "text.right",
        "greater_than_sign,shift+right",
        "right",
        "Scroll right along lines that do not fit.",
    ),
    Command("text.top", "home,g", "top", "Go to the top of the text."),
    Command("text.bottom", "end,G", "bottom", "Go to the bottom of the text."),
    Command("peek.go", "enter", "go there", "Go where the link leads.", shown=True),
    Command("peek.close", "escape,p", "close", "Close the peek.", shown=True),
    Command("peek.down", "down,j", "scroll", "Scroll the peek down a line.", shown=True),
    Command("peek.up", "up,k", "up", "Scroll the peek up a line."),
    Command("peek.page-down", "pagedown,ctrl+d,space", "page down", "Scroll the peek down a page."),
    Command("peek.page-up", "pageup,ctrl+u,b", "page up", "Scroll the peek up a page."),
    Command("peek.top", "home,g", "top", "Go to the top of the peek."),
    Command("peek.bottom", "end,G", "bottom", "Go to the bottom of the peek."),
    Command("plain.up", "up,k", "up", "Scroll up a line."),
    Command("plain.down", "down,j", "down", "Scroll down a line."),
    Command("plain.page-up", "pageup,ctrl+u,b", "page up", "Scroll up a page."),
    Command("plain.page-down", "pagedown,ctrl+d,space", "page down", "Scroll down a page."),
    Command("plain.top", "home,g", "top", "Go to the top of the text."),
    Command("plain.bottom", "end,G", "bottom", "Go to the bottom of the text."),
    Command("plain.leave", "escape,v,q", "leave", "Go back to the entry.", shown=True),
    Command("related.up", "up,k", "up", "Move to the term above."),
    Command("related.down", "down,j", "down", "Move to the term below."),
    Command("related.page-up", "pageup,ctrl+u,b", "page up", "Move up a page."),
    Command("related.page-down", "pagedown,ctrl+d,space", "page down", "Move down a page."),
    Command("related.first", "home,g", "first", "Go to the first term."),
    Command("related.last", "end,G", "last", "Go to the last term."),
    Command("related.previous", "left,h", "previous", "Move to the term before."),
    Command("related.next", "right,l", "next", "Move to the term after."),
    Command("related.open", "enter", "open", "Go to the term.", shown=True),
    Command("map.up", "up,k", "up", "Move to the term above."),
    Command("map.down", "down,j", "down", "Move to the term below."),
    Command("map.left", "left,h", "left", "Move to a term to the left."),
    Command("map.right", "right,l", "right", "Move to a term to the right."),
    Command("map.next", "tab", "next", "Move to the next term in reading order."),
    Command("map.previous", "shift+tab", "previous", "Move to the term before, in reading order."),
    Command("map.go", "enter", "go there", "Read the term.", shown=True),
    Command("map.centre", "c,space", "centre", "Draw the map around the term.", shown=True),
    Command(
        "map.back",
        "left_square_bracket,backspace",
        "back",
        "Draw the map around the term before.",
        shown=True,
    ),
    Command("map.close", "escape,q,M", "close", "Close the map.", shown=True),
    Command("path-search.up", "up", "up", "Try the term above."),
    Command("path-search.down", "down", "next", "Try the term below.", shown=True),
    Command("path-search.walk", "enter", "walk", "Walk the way that is shown.", shown=True),
    Command("path-search.close", "escape", "close", "Close the way.", shown=True),
    Command("path.up", "up,k", "up", "Move to the term above."),
    Command("path.down", "down,j", "down", "Move to the term below.", shown=True),
    Command("path.first", "home,g", "first", "Move to the first term."),
    Command("path.last", "end,G", "last", "Move to the last term."),
    Command("path.open", "enter", "go there", "Read the term.", shown=True),
    Command("path.ask", "slash", "another term", "Ask for another term.", shown=True),
    Command("path.leave", "escape,q,P", "close", "Close the way.", shown=True),
    Command("study-start.up", "up,k", "up", "Move to the line above."),
    Command("study-start.down", "down,j", "down", "Move to the line below."),
    Command("study-start.choose", "space", "choose", "Turn the line on or off.", shown=True),
    Command("study-start.begin", "enter", "begin", "Begin the session.", shown=True),
    Command("study-start.close", "escape", "close", "Do not study now.", shown=True),
    Command("study-start.previous", "left,h", "tag before", "Take the tag before."),
    Command("study-start.next", "right,l", "next tag", "Take the next tag.", shown=True),
    Command(
        "study.reveal",
        "space",
        "go on",
        "Turn the card over; take the suggested grade.",
        shown=True,
    ),
    Command(
        "study.rate", "1,2,3,4,5", "grade", "Grade the card; choose an option.", takes_key=True
    ),
    Command("study.undo", "u", "undo", "Undo the last thing done.", shown=True),
    Command("study.entry", "enter", "entry", "Read the entry, and come back.", shown=True),
    Command("study.leave", "escape", "leave", "End the session; all is saved.", shown=True),
    Command("study.bury", "minus", "bury", "Put the card off until another day.", shown=True),
    Command("study.suspend", "at", "suspend", "Keep the card out of all sessions.", shown=True),
    Command("study.info", "i", "info", "Show where the card stands.", shown=True),
    Command("study.hint", "h", "hint", "Show another text about the term."),
    Command("study.edit", "e", "edit", "Edit the card's entry in $VISUAL or $EDITOR."),
    Command("study.statistics", "s", "statistics", "Show what has been learnt so far."),
    Command("study.up", "up,k", "up", "Scroll up a line."),
    Command("study.down", "down,j", "down", "Scroll down a line."),
    Command("study.page-up", "pageup,b", "page up", "Scroll up a page."),
    Command("study.page-down", "pagedown,ctrl+d", "page down", "Scroll down a page."),
    Command("answer.give", "enter", "answer", "Give what is typed as the answer.", shown=True),
    Command("answer.keys", "tab", "other keys", "Leave the box for the card's keys.", shown=True),
    Command("answer.out", "escape", "leave", "End the session; all is saved.", shown=True),
    Command("statistics.up", "up,k", "up", "Scroll up a line."),
    Command("statistics.down", "down,j", "down", "Scroll down a line.", shown=True),
    Command("statistics.page-up", "pageup,b", "page up", "Scroll up a page."),
    Command("statistics.page-down", "pagedown,space", "page", "Scroll down a page.", shown=True),
    Command("statistics.top", "home,g", "top", "Go to the top of the page."),
    Command("statistics.bottom", "end,G", "bottom", "Go to the bottom of the page."),
    Command("statistics.next", "tab", "hard term", "Go to the next hard term.", shown=True),
    Command("statistics.previous", "shift+tab", "before", "Go to the hard term before."),
    Command("statistics.open", "enter", "entry", "Read the term, and come back.", shown=True),
    Command("statistics.close", "escape,s,S", "close", "Leave the page.", shown=True),
    Command("card-info.close", "escape,q,i,enter", "close", "Close the page.", shown=True),
    Command("unsaved.go-on", "y,enter", "study unsaved", "Study without saving.", shown=True),
    Command("unsaved.cancel", "escape,n,q", "cancel", "Do not study.", shown=True),
    Command("remarks.up", "up,k", "up", "Move to the remark above."),
    Command("remarks.down", "down,j", "down", "Move to the remark below.", shown=True),
    Command("remarks.page-up", "pageup,ctrl+u,b", "page up", "Move up a page."),
    Command("remarks.page-down", "pagedown,ctrl+d,space", "page down", "Move down a page."),
    Command("remarks.first", "home,g", "first", "Go to the first remark."),
    Command("remarks.last", "end,G", "last", "Go to the last remark."),
    Command(
        "remarks.edit",
        "enter,e",
        "edit the file",
        "Edit the file, at the line, in $VISUAL or $EDITOR.",
        shown=True,
    ),
    Command("remarks.close", "escape,q,w", "close", "Close the list.", shown=True),
    Command("picker.up", "up,shift+tab", "up", "Move to the choice above."),
    Command("picker.down", "down,tab", "next", "Move to the choice below.", shown=True),
    Command("picker.page-up", "pageup", "page up", "Move up a page."),
    Command("picker.page-down", "pagedown", "page down", "Move down a page."),
    Command("picker.open", "enter", "choose", "Take the highlighted choice.", shown=True),
    Command("picker.close", "escape,ctrl+p", "close", "Close without choosing.", shown=True),
    Command("letters.previous", "left", "previous", "Move to the letter before."),
    Command("letters.next", "right", "next", "Move to the letter after.", shown=True),
    Command("letters.open", "enter", "open", "Go to the letter.", shown=True),
    Command("letters.close", "escape", "close", "Stay where you are.", shown=True),
    Command("help.up", "up", "up", "Scroll up a line."),
    Command("help.down", "down", "scroll", "Scroll down a line.", shown=True),
    Command("help.page-up", "pageup", "page up", "Scroll up a page."),
    Command("help.page-down", "pagedown", "page down", "Scroll down a page."),
    Command("help.close", "escape,f1", "close", "Close the help.", shown=True),
)
"""Every command of the program."""


def commands_of(context: str) -> tuple[Command, ...]:
    """The commands that act in *context*, in the order of the help."""
    return tuple(command for command in COMMANDS if command.context == context)
