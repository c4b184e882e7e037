"""`glossary list`: the titles."""

from __future__ import annotations

from glossary_tui.errors import NothingFound
from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options
    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry


def run(context: Context, options: Options) -> int:
    """Print every title, or those of the entries with all the tags, one a line."""
    entries = _tagged(context.workspace.glossary, options.values("tag"))
    if options.flag("json"):
        from glossary_tui.cli.schemas import listed_data

        context.output.json(list(map(listed_data, entries)))
    else:
        context.output.page("".join(f"{entry.title}\n" for entry in entries))
    return 0 if entries else NothingFound.exit_code


def _tagged(glossary: Glossary, tags: tuple[str, ...]) -> list[Entry]:
    """The entries that have all *tags*. Raises `NothingFound` for a tag that no entry has."""
    if not tags:
        return list(glossary)
    by_key = {fold(tag): tag for tag in glossary.by_tag}
    for tag in tags:
        if fold(tag) not in by_key:
            raise NothingFound(f"No entry has the tag “{tag}”. {_known(tag, by_key)}")
    wanted = set(map(fold, tags))
    return [entry for entry in glossary if wanted <= set(map(fold, entry.tags))]


def _known(tag: str, by_key: dict[str, str]) -> str:
    """What to offer in place of *tag*."""
    from glossary_tui.text.distance import within

    keys = list(by_key)
    near = [by_key[keys[index]] for index, _ in within(fold(tag), keys, 2)]
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return f"There are: {', '.join(by_key.values())}" if keys else "There are no tags at all"
