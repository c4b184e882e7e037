"""The least that Textual does: an app with one Static. Started as `python -m`, like the program."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One text."""

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static("ready")


if __name__ == "__main__":
    Bare().run()
