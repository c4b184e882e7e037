"""Front matter: what stands between the first two `---` of a file, every scalar as written."""

from __future__ import annotations

from functools import cache

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.header import read_simple
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any

    from glossary_tui.reader.header import Value

LIMIT = 64 * 1024
"""The longest front matter that is parsed, in letters. Longer is refused before it costs time."""
DEPTH_LIMIT = 60
"""How deep brackets and lists may nest in it."""
_new = tuple.__new__
"""Makes a record at half of what its own constructor costs."""

_BOUNDARY = pattern(r"^-{3,}[ \t]*$", "m")
_TOML_BOUNDARY = pattern(r"^\+{3,}[ \t]*$", "m")
_KEY_LINE = pattern(r"[ \t]*[\w\"'-][^\n:]*:(?:[ \t]|$)", "m")
_CONTENT = pattern(r"^[ \t]*[^#\s]", "m")
_PROSE_LIMIT = 4096
"""How far into a file front matter may begin, in letters."""
_BRACKET = pattern(r"[][{}]")
_DEEP_LIST = pattern(rf"(?:[-?:][ \t]+){{{DEPTH_LIMIT},}}")


class FrontMatter(NamedTuple):
    """A file's keys, and where its body begins."""

    keys: dict[str, Value]
    """The values by key, as the author spelt it."""
    body_start: int
    """The index in the text at which the body begins."""
    prose: str = ""
    """What stood before the front matter."""
    code: str = ""
    """The diagnostic that the front matter earns, or ''."""
    line: int = 0
    """The line that the diagnostic is about, counted from 1."""
    message: str = ""
    """What the diagnostic says."""


def read_front_matter(text: str, *, maps: bool = True, cut: bool = False) -> FrontMatter:
    """The front matter of *text*, which is clean and has newlines only.

    Never raises: what cannot be parsed is said in the result, which then has no keys. Without
    *maps*, lists of one-line maps may come back empty. *cut* says that the file goes on beyond
    *text*.
    """
    if text.startswith("---\n"):
        end = text.find("\n---\n", 3)
        if 0 < end < LIMIT:
            keys = read_simple(text[4:end], maps=maps)
            if keys is not None:
                return _new(FrontMatter, (keys, end + 5, "", "", 0, ""))
    return _read(text, cut=cut)


def _read(text: str, *, cut: bool) -> FrontMatter:
    start = len(text) - len(text.lstrip())
    if text.startswith("+++", start):
        return _read_toml(text, start)
    opening = _BOUNDARY.match(text, text.rfind("\n", 0, start) + 1)
    prose = ""
    if opening is None:
        opening = _after_prose(text)
        if opening is None:
            return _absent()
        prose = text[: opening.start()].strip()
    closing = _BOUNDARY.search(text, opening.end())
    line = text.count("\n", 0, opening.end()) + 1
    if closing is None:
        if cut or len(text) - opening.end() > LIMIT:
            return _refused(len(text) if cut else 0, line, "never ends")
        return _unclosed(text, opening.end(), line)
    body_start = min(closing.end() + 1, len(text))
    header = text[opening.end() : closing.start()].strip("\n")
    if prose:
        found = _parsed(header, body_start, line)
        if found.code or not {"title", "term"} & {key.lower() for key in found.keys}:
            return _absent()
        message = "Text stands before the front matter."
        return found._replace(prose=prose, code="G013", line=1, message=message)
    if len(header) > LIMIT:
        return _refused(body_start, line, f"is longer than {LIMIT:,} letters")
    return _parsed(header, body_start, line)


def _refused(body_start: int, line: int, why: str) -> FrontMatter:
    return FrontMatter(
        {}, body_start, code="G012", line=line, message=f"The front matter {why}: it is not read."
    )


def _after_prose(text: str) -> re.Match[str] | None:
    """The opening line of front matter that a few lines of prose precede."""
    for opening in _BOUNDARY.finditer(text, 0, _PROSE_LIMIT):
        if _KEY_LINE.match(text, opening.end() + 1):
            return opening
    return None


def _unclosed(text: str, start: int, line: int) -> FrontMatter:
    """Front matter without an end: the lines of keys above the first blank line."""
    end = text.find("\n\n", start)
    end = len(text) if end < 0 else end
    header = text[start:end].strip("\n")
    if header and all(map(_KEY_LINE.match, header.split("\n"))):
        found = _parsed(header, end, line)
        if not found.code:
            return found._replace(
                code="G014", line=line, message="The front matter has no closing ---."
            )
    return _absent()


def _parsed(header: str, body_start: int, line: int) -> FrontMatter:
    if _nesting(header) > DEPTH_LIMIT or _DEEP_LIST.search(header):
        return _refused(body_start, line, f"nests deeper than {DEPTH_LIMIT}")
    keys = read_simple(header)
    if keys is not None:
        return FrontMatter(keys, body_start)
    try:
        keys = parse(header)
    except ValueError as error:
        reason, below = error.args
        at = line + 1 + min(below, header.count("\n"))
        message = f"The front matter is not YAML: {reason}."
        return FrontMatter({}, body_start, code="G010", line=at, message=message)
    if not keys and _CONTENT.search(header):
        return _absent()
    return FrontMatter(keys, body_start)


def _absent() -> FrontMatter:
    return FrontMatter({}, 0, code="G011", line=1, message="The file has no front matter.")


def _nesting(header: str) -> int:
    """How deep the brackets of *header* may nest at most, quotes not considered."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(header):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def parse(header: str) -> dict[str, Value]:
    """What python-frontmatter reads from *header*, every scalar as it was written.

    Raises ValueError with a reason and the line of *header*, counted from 0.
    """
    library, handler, yaml_error = _library()
    try:
        keys, _ = library.parse(f"---\n{header}\n---\n", handler=handler)
    except yaml_error as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be parsed"
        raise ValueError(" ".join(problem.split()), mark.line - 1 if mark else 0) from error
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("it cannot be parsed", 0) from error
    return {str(key): value for key, value in keys.items()}


@cache
def _library() -> tuple[Any, Any, type[Exception]]:
    import frontmatter
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

    class AsWritten(frontmatter.YAMLHandler):  # type: ignore[misc,name-defined]
        """YAML without types: `no`, `1e3` and dates stay what was written; tags make nothing."""

        def load(self, fm: str, **_: object) -> object:
            return yaml.load(fm, Loader=loader)  # noqa: S506 - BaseLoader makes strings only

    return frontmatter, AsWritten(), yaml.YAMLError


def _read_toml(text: str, start: int) -> FrontMatter:
    """Hugo's other front matter, between lines of `+++`."""
    import tomllib

    bounds = list(_TOML_BOUNDARY.finditer(text, start))[:2]
    if len(bounds) < 2:
        return _absent()
    header = text[bounds[0].end() : bounds[1].start()]
    line = text.count("\n", 0, bounds[0].end()) + 1
    body_start = min(bounds[1].end() + 1, len(text))
    if len(header) > LIMIT or _nesting(header) > DEPTH_LIMIT:
        return _refused(body_start, line, f"is longer than {LIMIT:,} letters or nests too deep")
    try:
        keys = tomllib.loads(header, parse_float=str)
    except (ValueError, RecursionError) as error:
        return FrontMatter(
            {},
            body_start,
            code="G010",
            line=line,
            message=f"The front matter is not TOML: {error}.",
        )
    return FrontMatter({key: _as_written(value) for key, value in keys.items()}, body_start)


def _as_written(value: object) -> Value:
    if isinstance(value, dict):
        return {str(key): _as_written(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_written(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
