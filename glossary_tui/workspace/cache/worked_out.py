"""What has been worked out of a large glossary in an earlier run, kept beside its entries.

Of a small glossary it is made sooner than it is read. It is of one state of the glossary, which its
key names by the mark.
"""

from __future__ import annotations

from glossary_tui.workspace.cache.container import Container, Damaged, write
from glossary_tui.workspace.cache.index import StoredGlossary
from glossary_tui.workspace.cache.place import WORTH_IT, keep_few

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary_tui.glossary import Glossary
    from glossary_tui.search.kept_text import Kept
    from glossary_tui.workspace.cache.extras import Extras
    from glossary_tui.workspace.cache.texts import Texts


class WorkedOut:
    """What is kept at *base* of the glossaries of *key*."""

    def __init__(self, base: str, key: str) -> None:
        self._base = base
        self._key = key

    def extras(self, glossary: Glossary) -> Extras | None:
        """What has been worked out of *glossary*, if it was."""
        if len(glossary) < WORTH_IT or not isinstance(glossary, StoredGlossary):
            return None
        from glossary_tui.workspace.cache.extras import Extras

        container = Container.open(*self._extras(glossary))
        return Extras(container) if container else None

    def write_extras(self, glossary: Glossary) -> None:
        """Work the extras of *glossary* out, where that is worth it and has not been done."""
        if len(glossary) >= WORTH_IT and isinstance(glossary, StoredGlossary):
            path, key = self._extras(glossary)
            if Container.open(path, key) is None:
                from glossary_tui.workspace.cache.extras import write_extras

                write_extras(path, key, glossary)

    def text(self, glossary: Glossary) -> Kept | None:
        """What is kept of the bodies of *glossary*, if something is."""
        if len(glossary) < WORTH_IT or type(glossary) is not StoredGlossary:
            return None
        return self._texts.of(glossary)

    def keep_text(self, glossary: Glossary) -> None:
        """Keep the bodies of *glossary*, where that is worth it and they are not kept yet."""
        if len(glossary) >= WORTH_IT and isinstance(glossary, StoredGlossary):
            from glossary_tui.search import Searcher

            extras = self.extras(glossary)
            searcher = Searcher(glossary, extras.search if extras else None)
            self._texts.keep(glossary, lambda: searcher.reading_order)
            keep_few(self._base)

    @property
    def _texts(self) -> Texts:
        from glossary_tui.workspace.cache.texts import Texts

        return Texts(self._base, self._key)

    def order(self, glossary: Glossary) -> Sequence[int] | None:
        """The positions of *glossary* in the order in which it is best learnt, if they are kept."""
        if len(glossary) < WORTH_IT or not isinstance(glossary, StoredGlossary):
            return None
        from array import array

        container = Container.open(f"{self._base}.order", self._extras(glossary)[1])
        try:
            return array("I", container.part("order")) if container else None
        except (Damaged, ValueError):
            return None

    def keep_order(self, glossary: Glossary) -> None:
        """Keep that order, where that is worth it and has not been done."""
        if len(glossary) < WORTH_IT or not isinstance(glossary, StoredGlossary):
            return
        if self.order(glossary) is None:
            from array import array

            from glossary_tui.glossary.links import LinkGraph
            from glossary_tui.glossary.order import learning_positions

            extras = self.extras(glossary)
            graph = LinkGraph(glossary, extras.graph if extras else None)
            positions = array("I", learning_positions(glossary, graph))
            key = self._extras(glossary)[1]
            write(f"{self._base}.order", key, {"order": positions.tobytes()})

    def _extras(self, glossary: StoredGlossary) -> tuple[str, str]:
        return f"{self._base}.extras", repr((self._key, len(glossary), glossary.mark))
