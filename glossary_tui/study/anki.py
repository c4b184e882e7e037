"""A deck for Anki. The only importer of genanki, which is an optional extra."""

from __future__ import annotations

import io
from hashlib import blake2b

from glossary_tui.errors import ExportImpossible
from glossary_tui.paths import replace_file, usual_mode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from glossary_tui.study.notes import Note

FIELDS = ("Term", "Aliases", "Summary", "ELI5", "In-depth", "Clue")
"""The fields of a note, the term first: it is what Anki sorts by."""
_MODEL = 1_606_400_217
"""The number of the kind of note: never changed, or Anki would keep two kinds."""
_CSS = """\
.card { font-family: sans-serif; font-size: 19px; line-height: 1.45; max-width: 42em;
  margin: 0 auto; padding: 0 0.8em; text-align: left; }
h1 { font-size: 1.5em; text-align: center; }
h2 { font-size: 0.8em; font-weight: normal; opacity: 0.6; margin: 1.4em 0 0; }
.aliases { text-align: center; opacity: 0.6; }
pre { overflow-x: auto; }
summary { cursor: pointer; opacity: 0.6; margin-top: 1.2em; }
"""
_BACK = """\
{{#Aliases}}<p class="aliases">{{Aliases}}</p>{{/Aliases}}
<hr id="answer">
{{#Summary}}{{Summary}}{{/Summary}}
{{#ELI5}}<h2>ELI5</h2>{{ELI5}}{{/ELI5}}
{{#In-depth}}<details><summary>In depth</summary>{{In-depth}}</details>{{/In-depth}}
"""
_TEMPLATES = (
    {"name": "Meaning", "qfmt": "<h1>{{Term}}</h1>", "afmt": "<h1>{{Term}}</h1>" + _BACK},
    {
        "name": "Name it",
        "qfmt": "{{#Clue}}<p>{{Clue}}</p>{{type:Term}}{{/Clue}}",
        "afmt": "<p>{{Clue}}</p>{{type:Term}}<h1>{{Term}}</h1>" + _BACK,
    },
)


def write_deck(notes: Iterable[Note], path: str, name: str) -> int:
    """Write *notes* as the deck *name* to the .apkg file *path*, whole or not at all; how many.

    Imported again, an edited note takes the place of its former self and keeps its progress.
    Raises `ExportImpossible` where genanki is missing or the file cannot be written.
    """
    genanki = _genanki()
    model = genanki.Model(
        _MODEL,
        "Glossary term",
        fields=[{"name": field} for field in FIELDS],
        templates=[dict(template) for template in _TEMPLATES],
        css=_CSS,
    )
    deck = genanki.Deck(_number(name), name)
    for note in notes:
        fields = [note.term, note.aliases, note.summary, note.eli5, note.in_depth, note.clue]
        deck.add_note(
            genanki.Note(model=model, fields=fields, guid=note.guid, tags=list(note.tags))
        )
    package = io.BytesIO()
    try:
        genanki.Package(deck).write_to_file(package)
        replace_file(path, package.getvalue(), mode=usual_mode())
    except OSError as error:
        raise ExportImpossible(f"{path}: {error.strerror}; nothing was exported") from error
    return len(deck.notes)


def _genanki() -> Any:
    try:
        import genanki
    except ImportError as error:
        raise ExportImpossible(
            "A deck for Anki needs genanki: pip install 'glossary-tui[anki]'. Without it,"
            " `glossary export tsv` writes a file that Anki imports too"
        ) from error
    return genanki


def _number(name: str) -> int:
    """The number of the deck *name*: the same each time, so that it is one deck."""
    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest()) % (1 << 30) + (1 << 30)
