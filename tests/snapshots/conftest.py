"""The fixtures that the pictures share with the pilot tests."""

from __future__ import annotations

from tui.conftest import make_app

__all__ = ["make_app"]
