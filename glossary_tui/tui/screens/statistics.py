"""What has been learnt: answers by day, retention, what is to come, which terms are hard."""

from __future__ import annotations

from textual.screen import Screen
from textual.widgets import Static

from glossary_tui.study.homes import Homes
from glossary_tui.tui.linear import is_linear
from glossary_tui.tui.messages import VisitWanted
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.screens.statistics_page import statistics_lines
from glossary_tui.tui.widgets.chart_page import ChartPage
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.region_line import RegionLine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import ComposeResult

    from glossary_tui.model import Entry
    from glossary_tui.study.card import TermId
    from glossary_tui.study.statistics import Statistics
    from glossary_tui.tui.charts import Line
    from glossary_tui.workspace import Workspace


_OF_HARD_TERMS = ("statistics.next", "statistics.open")
"""What the key bar does not name where there are no hard terms."""


class StatisticsScreen(PaintedAtOnce, Screen[None]):
    """*count* gives the statistics of a glossary: it is asked again when the entries changed."""

    CSS_PATH = "statistics.tcss"
    AUTO_FOCUS = "#charts"

    def __init__(self, workspace: Workspace, count: Callable[[Workspace], Statistics]) -> None:
        super().__init__()
        self.workspace = workspace
        """The glossary, opened."""
        self._count = count
        self._take()
        self._charts = ChartPage(self._draw, id="charts")
        self._keys = KeyBar(id="keys")

    def _take(self) -> None:
        self._of = self.workspace.glossary
        self._found = self._count(self.workspace)

    def renew(self) -> None:
        """Call the terms what the files call them now."""
        self._charts.redraw()

    def _entry(self, term: TermId) -> Entry | None:
        """The entry of *term*, if it is there."""
        return Homes(self.workspace.glossary, self.workspace.home_of).entry(term)

    def compose(self) -> ComposeResult:
        """Title, page, keys."""
        yield RegionLine()
        yield Static(f"Statistics · {self.workspace.name}", id="statistics-title", markup=False)
        yield self._charts
        yield self._keys

    def on_mount(self) -> None:
        """Name the keys."""
        without = () if self._found.hardest else _OF_HARD_TERMS
        self._keys.show((ChartPage.CONTEXT,), without=without)

    def _draw(self, width: int) -> Iterable[Line]:
        return statistics_lines(self._found, self._title_of, width, drawn=not is_linear(self))

    def in_words(self) -> str:
        """Which of the hard terms has the focus, for those who listen."""
        item = self._charts.item
        if item < 0:
            return "Statistics"
        hardest = self._found.hardest
        return f"Hard term: {self._title_of(hardest[item].term)}, {item + 1} of {len(hardest)}"

    def _title_of(self, term: TermId) -> str:
        entry = self._entry(term)
        return entry.title if entry is not None else term.entry

    def on_chart_page_opened(self, message: ChartPage.Opened) -> None:
        """Go to the entry of a hard term, and come back here."""
        term = self._found.hardest[message.item].term
        entry = self._entry(term)
        if entry is not None:
            self.post_message(VisitWanted(self.workspace, entry.id, self._come_back))

    def _come_back(self) -> None:
        if self._of is not self.workspace.glossary:
            self._take()
            self._charts.redraw()

    def on_chart_page_closed(self) -> None:
        """Leave."""
        self.dismiss()
