"""What is worked out of a large glossary once: the index of its search, and who names whom."""

from __future__ import annotations

from marshal import dumps, loads

from glossary_tui.workspace.cache.container import Container, Damaged, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from glossary_tui.glossary import Glossary
    from glossary_tui.glossary.links import Stored as StoredGraph
    from glossary_tui.search.searcher import Stored as StoredSearch


def write_extras(path: str, key: str, glossary: Glossary) -> bool:
    """Work the extras of *glossary* out and write them; whether that could be done."""
    from glossary_tui.search.columns import Columns
    from glossary_tui.search.searcher import stored
    from glossary_tui.workspace.cache.aside import aside

    # What the links say takes about as long as the columns, and is less to be handed over.
    said = aside(lambda: _links(glossary))
    columns: Any = Columns(glossary).stored(glossary)
    graph, times = loads(said())  # noqa: S302 # from our own child
    return write(path, key, {"graph": graph, "search": dumps(stored(times, columns))})


def _links(glossary: Glossary) -> bytes:
    """Who names whom, and how often each term is named."""
    from glossary_tui.glossary.links import LinkGraph
    from glossary_tui.search.namings import Namings

    graph = dumps(LinkGraph(glossary).stored())
    namings = Namings(glossary)
    namings.complete()
    return dumps((graph, namings.times.tobytes()))


class Extras:
    """The extras in an open cache."""

    def __init__(self, container: Container) -> None:
        self._container = container

    def search(self) -> StoredSearch | None:
        """What `Searcher` takes."""
        found: StoredSearch | None = self._loaded("search")
        return found

    def graph(self) -> StoredGraph | None:
        """What `LinkGraph` takes."""
        found: StoredGraph | None = self._loaded("graph")
        return found

    def _loaded(self, name: str) -> Any:
        try:
            return self._container.loaded(name)
        except Damaged:
            return None
