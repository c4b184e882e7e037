"""The form that the entries of a glossary share: keys of front matter and headings."""

from __future__ import annotations

import re
from collections import Counter

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.amending import written_keys
from glossary_tui.reader.body import Roles, heading_text
from glossary_tui.reader.conventions import TITLE_KEYS
from glossary_tui.reader.document import read_bytes, read_document
from glossary_tui.text.fold import fold
from glossary_tui.text.scan import headings as headings_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glossary_tui.model import Entry
    from glossary_tui.reader.document import Document

_LISTS = ("aliases", "tags", "categories", "topics", "related", "seealso", "aka", "synonyms")
"""Keys whose value is an entry's own, so that a new one begins with none."""
_OWN = ("references", "date", "lastmod", "id", "slug", "uid", "permalink", "url", "created",
        "updated", "modified", "weight")  # fmt: skip
"""Keys that a new entry does not have: they are an entry's own, or nobody has to write them."""
_QUOTE = re.compile(r"[\"']")


class Form(NamedTuple):
    """What entries have in common."""

    fence: str = "---"
    """What encloses the front matter: `---`, or `+++` for TOML."""
    keys: tuple[tuple[str, str], ...] = ()
    """The keys of the front matter, in order, each with the value that a new entry gets."""
    title_key: str = "title"
    """The key that holds the title, if one does."""
    quotes_title: bool = True
    """Whether the title stands in quotes."""
    has_title_heading: bool = False
    """Whether a level-one heading says the title."""
    headings: tuple[str, ...] = ()
    """The headings, with their marks, in order."""


NATIVE = Form(
    keys=(("title", ""), ("aliases", "[]"), ("tags", "[]"), ("draft", "false")),
    headings=("### Summary", "### ELI5", "### In-depth explanation", "### Related terms"),
)
"""The form of the first entry of a glossary."""


def form_of(sample: Sequence[Entry], headings: Mapping[str, Iterable[str]] | None = None) -> Form:
    """The form of most of the entries in *sample*; of files that cannot be read nothing is learnt."""
    documents = []
    for entry in sample:
        try:
            documents.append((entry, read_document(read_bytes(entry.path))))
        except (OSError, ValueError):
            continue
    if not documents:
        return NATIVE
    return _Learner(documents, Roles(headings)).form()


class _Learner:
    """Entries being compared."""

    def __init__(self, documents: Sequence[tuple[Entry, Document]], roles: Roles) -> None:
        self._documents = documents
        self._roles = roles

    def form(self) -> Form:
        """What more than half of the entries have."""
        toml = self._most(d.text.lstrip().startswith("+++") for _, d in self._documents)
        values = self._key_values()
        keys = tuple((key, self._usual(key, values[key])) for key in self._common(values))
        title_key = next((key for key, _ in keys if key.lower() in TITLE_KEYS), "")
        titled = [bool(_QUOTE.match(value)) for value in values.get(title_key, [])]
        titles, found = self._headings()
        return Form(
            fence="+++" if toml else "---",
            keys=keys,
            title_key=title_key,
            quotes_title=toml or self._most(titled),
            has_title_heading=self._most(titles),
            headings=found,
        )

    @staticmethod
    def _most(found: Iterable[bool]) -> bool:
        counted = Counter(found)
        return counted[True] > counted[False]

    def _common(self, having: Mapping[str, Sequence[str]]) -> list[str]:
        """Those that more than half of the entries have, in the order in which they came."""
        return [each for each, values in having.items() if len(values) * 2 > len(self._documents)]

    def _key_values(self) -> dict[str, list[str]]:
        """The values of each key as they are written on its line."""
        found: dict[str, list[str]] = {}
        for _, document in self._documents:
            seen = set()
            for value in written_keys(document):
                end = document.text.find("\n", value.start)
                key = document.text[value.line : value.start].strip().rstrip(":=").strip(" \"'")
                if value.key not in _OWN and key not in seen:
                    seen.add(key)
                    found.setdefault(key, []).append(document.text[value.start : end].strip())
        return found

    def _usual(self, key: str, values: Sequence[str]) -> str:
        """The value of *key* that nearly all entries have; else an empty one of its kind."""
        plain = fold(key).replace(" ", "")
        value, count = Counter(values).most_common(1)[0]
        if plain in _LISTS:
            return "[]" if self._most(each.startswith("[") for each in values) else ""
        if plain == "draft":
            return "false"
        if count * 10 > len(values) * 8 and len(values) > 1:
            return value
        return '""' if self._most(each.startswith('"') for each in values) else ""

    def _headings(self) -> tuple[list[bool], tuple[str, ...]]:
        """Of each entry whether a heading says the title; the headings that most have."""
        titles = []
        having: dict[str, list[str]] = {}
        places: dict[str, list[float]] = {}
        for entry, document in self._documents:
            body = document.body
            found = headings_of(body)
            first = found[0] if found else None
            named = first is not None and first.level == 1 and not self._roles.of(first.text)
            titles.append(named and fold(heading_text(found[0].text)) == fold(entry.title))
            rest = found[1:] if titles[-1] else found
            for place, heading in enumerate(rest):
                written = f"{'#' * heading.level} {heading.text}"
                having.setdefault(written, []).append(written)
                places.setdefault(written, []).append(place)
        common = self._common(having)
        common.sort(key=lambda each: sum(places[each]) / len(places[each]))
        return titles, tuple(common)
