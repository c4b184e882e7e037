"""A new entry, written as the other entries of its glossary are."""

from __future__ import annotations

import os
from collections import Counter

from glossary_tui.errors import ChangeRefused
from glossary_tui.glossary.file_names import file_stem, usual_style
from glossary_tui.glossary.form import NATIVE, Form, form_of
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.amending import is_plain, quoted
from glossary_tui.reader.values import NAME_LIMIT
from glossary_tui.text.clean import clean_line, is_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.model import Entry

NO_TEXT = "what was typed is no text in the encoding of this locale"
"""Why a name cannot be written."""
_SAMPLE = 200
"""How many entries are looked at for the form of a new one."""


class NewEntry(NamedTuple):
    """An entry that is not written yet."""

    path: str
    """The file that is to hold it; there is none now."""
    text: str
    """What it is to hold."""


def new_entry(
    glossary: Glossary,
    folder: str,
    title: str,
    *,
    aliases: Sequence[str] = (),
    tags: Sequence[str] = (),
    headings: Mapping[str, Iterable[str]] | None = None,
) -> NewEntry:
    """The file for *title* below *folder*, with the sections that its neighbours there have.

    *headings* are the person's own, by role. Raises `ChangeRefused` for a name that an entry has
    already, and where there is such a file.
    """
    if not all(map(is_text, (title, *aliases, *tags))):
        raise ChangeRefused(NO_TEXT)
    title = clean_line(title)
    if not title:
        raise ChangeRefused("a new entry needs a title")
    aliases = [name for name in map(clean_line, aliases) if name]
    tags = [tag for tag in map(clean_line, tags) if tag]
    for name in (title, *aliases):
        if len(name) > NAME_LIMIT:
            raise ChangeRefused(f"a name has {NAME_LIMIT} letters at most")
        _require_free(glossary, name)
    root = os.path.join(os.path.abspath(folder), "")
    beside = [entry for entry in glossary if os.path.abspath(entry.path).startswith(root)]
    step = max(len(beside) // _SAMPLE, 1)
    sample = beside[::step]
    form = form_of(sample, headings) if sample else NATIVE
    path = _place(sample, folder, title)
    _require_no_file(path)
    return NewEntry(path, _text(form, title, aliases, tags))


def _require_free(glossary: Glossary, name: str) -> None:
    found = glossary.candidates(name)
    if found:
        names = ", ".join(f"{entry.title} ({clean_line(entry.path)})" for entry in found)
        raise ChangeRefused(f"there is an entry for “{name}” already: {names}")


def _require_no_file(path: str) -> None:
    """Raise `ChangeRefused` if there is a file at *path*, in capitals or small letters."""
    folder, name = os.path.split(path)
    try:
        there = [each for each in os.listdir(folder) if each.casefold() == name.casefold()]
    except OSError:
        there = []
    if there:
        shown = clean_line(os.path.join(folder, there[0]))
        raise ChangeRefused(f"there is a {shown} already; it is left as it is")


def _place(sample: Sequence[Entry], folder: str, title: str) -> str:
    """Where the entry goes: into the folder that most are in, named as most are."""
    style = usual_style((entry.stem, entry.title) for entry in sample)
    stem = file_stem(title, style)
    by_folder = [os.path.basename(entry.path).lower().startswith("index.") for entry in sample]
    endings = Counter(os.path.splitext(entry.path)[1] for entry in sample)
    ending = endings.most_common(1)[0][0] if endings else ".md"
    if sum(by_folder) * 2 > len(sample):
        folders = Counter(os.path.dirname(os.path.dirname(entry.path)) for entry in sample)
        name = os.path.join(stem, f"index{ending}")
    else:
        folders = Counter(os.path.dirname(entry.path) for entry in sample)
        name = stem + ending
    usual, count = folders.most_common(1)[0] if folders else (folder, 0)
    return os.path.join(usual if count * 2 > len(sample) else folder, name)


def _text(form: Form, title: str, aliases: Sequence[str], tags: Sequence[str]) -> str:
    """The text of an entry in *form*, its sections empty."""
    lines: list[str] = []
    keys = dict(form.keys)
    if form.title_key in keys:
        quotes = form.quotes_title or not is_plain(title)
        keys[form.title_key] = quoted(title) if quotes else title
    for key, names in (("tags", tags), ("aliases", aliases)):
        if names:
            keys = _below_title(form, keys, key) if key not in keys else keys
            keys[key] = f"[{', '.join(map(quoted, names))}]"
    if keys:
        sign = " =" if form.fence == "+++" else ":"
        written = [f"{key}{sign} {value}".rstrip() for key, value in keys.items()]
        lines += [form.fence, *written, form.fence, ""]
    if form.has_title_heading:
        lines += [f"# {title}", ""]
    for heading in form.headings:
        lines += [heading, ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _below_title(form: Form, keys: Mapping[str, str], new: str) -> dict[str, str]:
    """*keys* with a *new* one below the title, or above all if the title is no key."""
    found = {} if form.title_key in keys else {new: ""}
    for key, value in keys.items():
        found[key] = value
        if key == form.title_key:
            found[new] = ""
    return found
