"""Markdown -> plain text that reads well in a pipe, a pager, or aloud."""

from __future__ import annotations

from glossary_tui.text.clean import clean, width
from glossary_tui.text.code import fence_of
from glossary_tui.text.pattern import pattern
from glossary_tui.text.stars import unstarred

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_INLINE = pattern(
    r"(?P<ticks>`++)(?:(?P<code>[\s\S]{1,2000}?)(?<!`)(?P=ticks)(?!`))?"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|!?\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]{0,500}\]){0,2000})\]\((?:<[^<>\n]*>|[^()\s]*)\)"
    r"|\*\*(?=\S)(?P<strong>[^\n]{1,1000}?)(?<=\S)\*\*(?!\*)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<stressed>[^*\n]{1,1000}?)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_])__(?=\S)(?P<heavy>[^\n]{1,1000}?)(?<=\S)__(?![\w_])"
    r"|(?<![\w_])_(?=[^\s_])(?P<slanted>[^_\n]{1,1000}?)(?<=\S)_(?![\w_])"
    r"|~~(?=\S)(?P<struck>[^~\n]{1,1000}?)~~"
    r"|<(?P<url>(?:https?://|mailto:)[^<>\s]+)>"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
_NESTED = ("text", "strong", "heavy", "stressed", "slanted", "struck")
_MARKS = frozenset("`\\[*_~<&")
_PLAIN_MARKS = frozenset("`*")
_HEADING = pattern(r" {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = pattern(r" {0,3}(?:=+|-+)[ \t]*$")
_QUOTE = pattern(r" {0,3}((?:>[ ]?)+)(.*)$")
_TABLE_RULE = pattern(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")
_CELL_END = pattern(r"(?<!\\)\|")
_LONGEST_NUMBER = 9
_CODE_INDENT = "    "


def inline(markdown: str) -> str:
    """*markdown* within a paragraph without its marks: links as their text, code as it is."""
    marks = _MARKS.intersection(markdown)
    if not marks:
        return markdown
    if marks <= _PLAIN_MARKS:
        text = unstarred(markdown)
        if text is not None:
            return text
    return _INLINE.sub(_reduced, markdown)


def _reduced(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if match["code"] is not None:
        code = match["code"].replace("\n", " ")
        return code[1:-1] if code[0] == code[-1] == " " and code.strip() else code
    if match["entity"]:
        import html

        return clean(html.unescape(match["entity"]))
    if kind in _NESTED:
        return inline(match[kind])
    return match["escaped"] or match["url"] or match["ticks"]


def plain_text(markdown: str, width: int = 0) -> str:
    """*markdown*, clean and with inline links only, as plain text.

    With *width*, paragraphs and list items are wrapped to that many terminal columns; without,
    they keep their author's lines. Tables are aligned, code is indented and never wrapped.
    Formulas are said in letters.
    """
    if "$" in markdown or "\\" in markdown:
        from glossary_tui.text.maths import with_readable_maths

        markdown = with_readable_maths(markdown)
    pieces: list[str] = []
    after_item = False
    for block in _blocks(markdown, width):
        is_item = block.startswith("\0")
        if pieces:
            pieces.append("\n" if is_item and after_item else "\n\n")
        pieces.append(block.removeprefix("\0"))
        after_item = is_item
    return "".join(pieces)


def _blocks(markdown: str, columns: int) -> Iterator[str]:
    """The blocks of *markdown* as plain text; list items begin with a NUL."""
    lines = markdown.split("\n")
    number = 0
    while number < len(lines):
        line = lines[number]
        fence = fence_of(line, numbered=False)
        heading = _heading(line)
        item = _item(line)
        number += 1
        if fence and not (fence[0][0] == "`" and "`" in fence[1]):
            end = _fence_end(lines, number, fence[0])
            yield "\n".join(f"{_CODE_INDENT}{code}".rstrip() for code in lines[number:end])
            number = end + 1
        elif heading:
            yield inline(heading[1] or "").strip()
        elif _is_rule(line):
            yield "---"
        elif "|" in line and number < len(lines) and _is_table_rule(lines[number]):
            end = number + 1
            while end < len(lines) and "|" in lines[end] and lines[end].strip():
                end += 1
            from glossary_tui.text.wrap import aligned

            yield aligned([_cells(row) for row in (line, *lines[number + 1 : end])])
            number = end
        elif line.strip():
            end = _paragraph_end(lines, number)
            text = [item[2] if item else line, *lines[number:end]]
            number = end
            if item:
                indent = item[0].replace("\t", "  ")
                mark = f"{indent}{item[1] if item[1][0].isdigit() else '-'} "
                yield "\0" + _paragraph(text, columns, mark)
            else:
                yield _quoted(text, columns)


def _heading(line: str) -> re.Match[str] | None:
    return _HEADING.match(line) if "#" in line[:4] else None


def _item(line: str) -> tuple[str, str, str] | None:
    """Of a list item what stands before its mark, the mark, and its text."""
    bare = line.lstrip(" \t>")
    if bare[:1] in ("-", "*", "+"):
        size = 1
    elif bare[:1].isdecimal():
        size = 1
        while size <= _LONGEST_NUMBER and bare[size : size + 1].isdecimal():
            size += 1
        if size > _LONGEST_NUMBER or bare[size : size + 1] not in (".", ")"):
            return None
        size += 1
    else:
        return None
    text = bare[size:].lstrip(" \t")
    if len(text) == len(bare) - size:
        return None
    return line[: len(line) - len(bare)], bare[:size], text


def _is_rule(line: str) -> bool:
    """Whether *line* is three or more of *, - or _ with nothing but blanks between."""
    bare = line.lstrip(" ")
    if bare[:1] not in ("*", "-", "_") or len(line) - len(bare) > 3:
        return False
    marks = bare.replace(" ", "").replace("\t", "")
    return len(marks) > 2 and not marks.strip(marks[0])


def _fence_end(lines: list[str], number: int, fence: str) -> int:
    for end in range(number, len(lines)):
        mark = lines[end].strip(" \t>")
        if mark.startswith(fence) and not mark.strip(fence[0]):
            return end
    return len(lines)


def _paragraph_end(lines: list[str], number: int) -> int:
    """The number of the first line from *number* on that begins another block."""
    while number < len(lines):
        line = lines[number]
        if not line.strip() or _item(line) or _heading(line) or fence_of(line, numbered=False):
            return number
        number += 1
    return number


def _quoted(lines: list[str], columns: int) -> str:
    """A paragraph, or a quotation with its marks in front of each line."""
    if len(lines) > 1 and lines[-1].lstrip(" ")[:1] in ("=", "-") and _UNDERLINE.match(lines[-1]):
        lines = lines[:-1]
    quote = _QUOTE.match(lines[0]) if ">" in lines[0][:4] else None
    if not quote:
        return _paragraph(lines, columns, "")
    mark = "> " * quote[1].count(">")
    bare = [match[2] if (match := _QUOTE.match(line)) else line for line in lines]
    return _paragraph(bare, columns, mark, repeated=True)


def _paragraph(lines: list[str], columns: int, mark: str, *, repeated: bool = False) -> str:
    """*lines* without Markdown, behind *mark*, or each of them behind it if it is *repeated*."""
    hang = mark if repeated else " " * width(mark)
    broken = "\n".join(
        line.rstrip("\\").rstrip() + "\0" if line.endswith(("\\", "  ")) else line.strip()
        for line in lines
    )
    reduced = inline(broken)
    if columns:
        from glossary_tui.text.wrap import wrapped

        pieces = [" ".join(piece.split()) for piece in reduced.split("\0")]
        room = max(columns - width(mark), 10)
        rows = [row for piece in pieces if piece for row in wrapped(piece, room)]
    else:
        rows = [row.strip("\0 ") for row in reduced.split("\n")]
    return "\n".join(f"{hang if index else mark}{row}" for index, row in enumerate(rows))


def _is_table_rule(line: str) -> bool:
    return "-" in line and "|" in line and _TABLE_RULE.match(line) is not None


def _cells(row: str) -> list[str]:
    cells = _CELL_END.split(row.strip().removeprefix("|"))
    if not cells[-1].strip() and len(cells) > 1:
        cells.pop()
    return [" ".join(inline(cell.replace("\\|", "|")).split()) for cell in cells]
