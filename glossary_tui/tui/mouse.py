"""The mouse, given to the terminal and taken back: without reports of it, the terminal selects."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def release_mouse(driver: Any) -> None:
    """Let the terminal have the mouse. Does nothing under a driver that has none."""
    disable = getattr(driver, "_disable_mouse_support", None)
    if disable is not None:
        disable()


def take_mouse(driver: Any) -> None:
    """Have the mouse reported again, as finely as before."""
    enable = getattr(driver, "_enable_mouse_support", None)
    if enable is not None:
        enable()
        if getattr(driver, "_mouse_pixels", False):
            driver._enable_mouse_pixels()  # noqa: SLF001 # Textual has no public name for it
