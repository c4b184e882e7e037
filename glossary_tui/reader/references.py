"""The works that front matter lists, as Markdown."""

from __future__ import annotations

from glossary_tui.reader.conventions import REFERENCE_KEYS
from glossary_tui.reader.inline import escape
from glossary_tui.reader.normalise import normalise
from glossary_tui.reader.values import COUNT_LIMIT, plain_key
from glossary_tui.text.clean import clean_line
from glossary_tui.text.scan import is_external, link_destination

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.reader.header import Value

_TITLE_KEYS = ("title", "linktitle", "name", "text", "label")
_URL_KEYS = ("url", "linkurl", "link", "href", "doi")
_AUTHOR_KEYS = ("authors", "author", "by")
_YEAR_KEYS = ("year", "date")
_VENUE_KEYS = ("venue", "journal", "publisher", "publication", "booktitle", "site")
_LONGEST = 1000


def references(keys: dict[str, Value]) -> str:
    """A bulleted list of the works that *keys* name, or ''."""
    works = []
    for key in REFERENCE_KEYS:
        value = keys.get(key)
        items = value if isinstance(value, list) else [value]
        for item in items[:COUNT_LIMIT]:
            work = _work(item) if item else ""
            if work:
                works.append(f"- {work}")
    return "\n".join(works)


def _work(item: Value | None) -> str:
    """One work: authors, year, title, venue."""
    if isinstance(item, str):
        return normalise(clean_line(item, _LONGEST))[0]
    if not isinstance(item, dict):
        return ""
    plain = {plain_key(str(key)): each for key, each in item.items()}
    title, url, authors, year, venue = (
        next(filter(None, (_text(plain.get(name)) for name in names)), "")
        for names in (_TITLE_KEYS, _URL_KEYS, _AUTHOR_KEYS, _YEAR_KEYS, _VENUE_KEYS)
    )
    if url.startswith("10."):
        url = f"https://doi.org/{url}"
    shown = escape(title or url)
    if not shown:
        return ""
    if is_external(url):
        shown = f"[{shown}]({link_destination(url)})"
    elif title and (authors or venue):
        shown = f"*{shown}*"
    before = f"{escape(authors)}{f' ({escape(year)})' if year else ''}. " if authors else ""
    after = ", ".join(filter(None, (escape(venue), "" if authors else escape(year))))
    return f"{before}{shown}{f'. {after}' if after else ''}."


def _text(value: Value | None) -> str:
    if isinstance(value, list):
        value = ", ".join(each for each in value[:20] if isinstance(each, str))
    return clean_line(value, _LONGEST) if isinstance(value, str) else ""
