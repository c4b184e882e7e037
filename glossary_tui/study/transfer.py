"""Progress as a file that goes from machine to machine: the log, a line of JSON for each record.

What is imported is merged by the records' ids: nothing is lost, and nothing counts twice.
"""

from __future__ import annotations

import json

from glossary_tui.errors import StudyFileInvalid
from glossary_tui.study.card import KINDS, CardId
from glossary_tui.study.history import Record
from glossary_tui.text.clean import is_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMAT = "glossary-tui study log"
"""What the first line of a file says it is."""
VERSION = 1
"""The version of the format that is written, and the newest that is read."""
LEAST_RETENTION = 0.01
"""Below it, intervals have no number."""
_LARGEST = 10**17
"""What no number reaches; in microseconds since 1970 it is the year 5138."""
_ACTIONS = ("review", "undo", "bury", "suspend", "resume", "move")
_DEFAULTS = Record("", "review", CardId("", "", "meaning"), 0, 0, 0)
_OPTIONAL = Record._fields[6:]


def exported(records: Sequence[Record]) -> str:
    """*records* as the text of a file. The same records give the same text."""
    lines: list[dict[str, object]] = [
        {"format": FORMAT, "version": VERSION, "records": len(records)},
        *map(_data, records),
    ]
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)


def _data(record: Record) -> dict[str, object]:
    data: dict[str, object] = {
        "id": record.id,
        "action": record.action,
        **record.card._asdict(),
        "at": record.at,
        "offset": record.offset,
        "day": record.day,
    }
    optional = {name: getattr(record, name) for name in _OPTIONAL}
    return data | {
        name: value for name, value in optional.items() if value != getattr(_DEFAULTS, name)
    }


def imported(lines: Iterable[str], path: str) -> list[Record]:
    """The records in the *lines* of the file *path*.

    Raises `StudyFileInvalid`, with the line, for what is no such file or is cut off: then
    nothing of it counts.
    """
    found: list[Record] = []
    expected = -1
    number = 0
    for number, line in enumerate(lines, 1):
        try:
            data = _object(line)
            if number == 1:
                expected = _expected(data)
            else:
                found.append(_record(data))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise StudyFileInvalid(f"{path}:{number}: {what}. Nothing was imported") from error
    if expected != len(found):
        raise StudyFileInvalid(
            f"{path}:{max(number, 1)}: the file ends too early"
            f" ({len(found)} of {max(expected, 0)} records). Nothing was imported"
        )
    return found


def _object(line: str) -> dict[str, object]:
    data = json.loads(line)
    if not isinstance(data, dict):
        raise TypeError("it is no JSON object")
    return data


def _expected(data: dict[str, object]) -> int:
    if data.get("format") != FORMAT:
        raise ValueError("this is no exported study log")
    version, records = data["version"], data["records"]
    if not isinstance(version, int) or not isinstance(records, int):
        raise TypeError("the version and the number of records must be whole numbers")
    if version > VERSION:
        raise ValueError(f"it was exported by a newer version of this program (format {version})")
    return records


def _record(data: dict[str, object]) -> Record:
    record = Record(
        data["id"],  # type: ignore[arg-type] # checked below
        data["action"],  # type: ignore[arg-type]
        CardId(data["glossary"], data["entry"], data["kind"]),  # type: ignore[arg-type]
        *(data[name] for name in ("at", "offset", "day")),  # type: ignore[arg-type]
        **{name: data[name] for name in _OPTIONAL if name in data},  # type: ignore[arg-type]
    )
    for name, value, like in (
        *zip(CardId._fields, record.card, _DEFAULTS.card, strict=True),
        *((name, getattr(record, name), getattr(_DEFAULTS, name)) for name in Record._fields),
    ):
        if type(value) is not type(like) and not (type(like) is float and type(value) is int):
            raise TypeError(f"{name} is {json.dumps(value)}, of the wrong type")
        if not _can_be_kept(value):
            raise ValueError(f"{name} is {json.dumps(value)}, out of range")
    if record.action not in _ACTIONS:
        raise ValueError(f"there is no action {record.action}")
    if record.card.kind not in KINDS:
        raise ValueError(f"there is no kind of card {record.card.kind}")
    if record.action == "review" and (
        record.rating not in (1, 2, 3, 4)
        or not LEAST_RETENTION <= record.retention < 1
        or not -1 <= record.fuzz <= 1
    ):
        raise ValueError("a review needs a rating from 1 to 4, a retention and a fuzz")
    if not 0 < record.day < 3_000_000 or abs(record.offset) >= 86_400 or record.at < 0:
        raise ValueError("its time is out of range")
    return record


def _can_be_kept(value: object) -> bool:
    """Whether a database takes *value*: a text of UTF-8, a number of 64 bits."""
    if isinstance(value, str):
        return is_text(value)
    return not isinstance(value, (int, float)) or abs(value) < _LARGEST
