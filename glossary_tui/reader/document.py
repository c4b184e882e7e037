"""A file's bytes as clean text with its front matter read: what an entry is made from."""

from __future__ import annotations

import os
import stat

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.conventions import TITLE_KEYS
from glossary_tui.reader.front_matter import read_front_matter
from glossary_tui.reader.stamp import stamp_of
from glossary_tui.reader.values import NAME_LIMIT, by_plain_key, scalar
from glossary_tui.text.clean import clean, is_line
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.reader.header import Value
    from glossary_tui.reader.stamp import Stamp

SIZE_LIMIT = 1024 * 1024
"""The most bytes of a file that are read; what follows is not shown, and a diagnostic says so."""

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_new = tuple.__new__
"""Makes a record at half of what its own constructor costs."""
_CLOSING = b"\n---\n"
"""What ends nearly every front matter, and but for its first letter begins it."""
_KIND = stat.S_IFMT(0o777777)
"""The bits of a mode that say what kind of file it is of."""
_LOOKED_AT = 80
"""Letters of a body of which one mostly says that it has text."""
_NOTHING = pattern(r"\s*(?:null\s*)?\Z")
_HARMLESS = b"\t\n\r" + bytes(range(32, 127))
_MARKS = b"[](){}<>:/%\n"
"""Letters that make a link, and a comment that may hide one; ends of lines."""
_PLAIN = _HARMLESS.translate(None, _MARKS)
_SUSPECT = (*map(chr, (0, 7, 8, 27, 127, 0x90, 0x9B, 0x9D)), *map(chr, range(0x202A, 0x202F)))
"""Letters that nobody types by accident: what they were for is said. Others just go."""


class NotRegular(OSError):
    """A FIFO, a socket, a device or a folder where a file was expected."""


class Document(NamedTuple):
    """A file as far as it could be read."""

    text: str
    """All of it, clean, newlines only."""
    start: int
    """The index in the text at which the body begins."""
    keys: dict[str, Value]
    """Its front matter by plain key."""
    title: str
    """What the front matter calls it, or ''."""
    prose: str
    """What stood before the front matter."""
    remarks: tuple[tuple[str, int, str], ...]
    """Code, line and message of what is to be said about it."""
    cut: bool
    """Whether the file goes on beyond what was read."""
    marks: bytes | None = None
    """What is left of the body without its plain text, in order: ends of lines, and two letters of
    a link that follow each other in the body do so here. None where that is not known."""

    @property
    def header(self) -> str:
        """The lines above the body, as written."""
        return self.text[: self.start]

    @property
    def body(self) -> str:
        """What follows the front matter. A body of `null` is none."""
        return "" if self.is_empty else self.text[self.start :]

    @property
    def line(self) -> int:
        """The line of the file on which the body begins, counted from 1."""
        return self.text.count("\n", 0, self.start) + 1

    @property
    def is_empty(self) -> bool:
        """Whether the body has no text."""
        begin = self.text[self.start : self.start + _LOOKED_AT].lstrip()
        if begin and begin[:4] != "null":
            return False
        return _NOTHING.match(self.text, self.start) is not None


def read_bytes(path: str) -> bytes:
    """At most `SIZE_LIMIT` + 1 bytes of the regular file at *path*.

    Never waits for a FIFO. Raises OSError, `NotRegular` among them.
    """
    return read_stamped(path)[0]


def read_stamped(path: str) -> tuple[bytes, Stamp]:
    """What `read_bytes` gives, and the stamp that the file had when it was opened."""
    descriptor = os.open(path, _FLAGS)
    try:
        status = os.fstat(descriptor)
        if status.st_mode & _KIND != stat.S_IFREG:
            raise NotRegular
        size = min(status.st_size, SIZE_LIMIT) + 1
        data = os.read(descriptor, size)
        # All that there was is enough; what is cut or still grows is asked for again.
        while len(data) != status.st_size and (more := os.read(descriptor, size - len(data))):
            data += more
        return data, stamp_of(status)
    finally:
        os.close(descriptor)


def read_document(data: bytes, *, maps: bool = True) -> Document:
    """The document that the bytes of a file are. Never raises.

    Without *maps*, lists of maps in the front matter may come back empty.
    """
    remarks = []
    cut = len(data) > SIZE_LIMIT
    if cut:
        data = data[:SIZE_LIMIT]
        message = f"The file is over {SIZE_LIMIT:,} bytes: what follows them is not shown."
        remarks.append(("G007", 0, message))
    text, encoding = _decoded(data, cut=cut)
    if encoding != "UTF-8":
        remarks.append(("G008", 0, f"The file is not UTF-8; it is read as {encoding}."))
    if text[:1] == "\ufeff":
        text = text[1:]
    as_written = "\r" not in text
    if not as_written:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # One pass over the body finds what to clean it of, and what may be a link.
    end = data.find(_CLOSING, 3) if data[:4] == _CLOSING[1:] else -1
    body = end + len(_CLOSING) if end > 0 else 0
    marks: bytes | None = marks_of(data[body:])
    if encoding != "UTF-8" or not is_printable(data[:body] + (marks or b"")):
        safe = clean(text)
        if len(safe) != len(text) and any(mark in text for mark in _SUSPECT):
            message = "Control characters or escape sequences are left out."
            remarks.append(("G009", _first_difference(text, safe), message))
        text, as_written = safe, False
    found = read_front_matter(text, maps=maps, cut=cut)
    if found.code:
        remarks.append((found.code, found.line, found.message))
    start, prose = found.body_start, found.prose
    if not as_written or start != (body and text.find("\n---\n", 3) + len(_CLOSING)):
        marks = None  # the body is another one than was looked at
    keys = by_plain_key(found.keys)
    title = keys.get("title")
    if not isinstance(title, str) or not title or not is_line(title) or len(title) > NAME_LIMIT:
        title = scalar(keys, TITLE_KEYS)
    return _new(Document, (text, start, keys, title, prose, tuple(remarks), cut, marks))


def marks_of(body: bytes) -> bytes:
    """The `Document.marks` of a *body*."""
    return body.translate(None, _PLAIN)


def is_printable(marks: bytes) -> bool:
    """Whether a UTF-8 text that has these *marks* has nothing to be cleaned of."""
    odd = marks.translate(None, _HARMLESS)
    return not odd or odd.decode("utf-8", "replace").isprintable()


def _first_difference(text: str, safe: str) -> int:
    """The line on which *text* first differs from *safe*, which has the same lines or more."""
    pairs = zip(text.split("\n"), safe.split("\n"), strict=False)
    return next((number for number, (old, new) in enumerate(pairs, 1) if old != new), 1)


def _decoded(data: bytes, *, cut: bool) -> tuple[str, str]:
    """The text of *data* and the name of the encoding that it was taken for."""
    try:
        return data.decode(), "UTF-8"
    except UnicodeDecodeError as error:
        if cut and error.start > len(data) - 4:
            return data[: error.start].decode(), "UTF-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace"), "UTF-16"
    text = data.decode("utf-8", "replace")
    if text.replace("\ufffd", "").isascii():
        return data.decode("cp1252", "replace"), "Windows-1252"
    return text, "UTF-8 with damaged letters"
