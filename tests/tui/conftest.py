"""Glossaries to drive the interface with."""

from __future__ import annotations

import pytest

from glossary_tui.tui.app import GlossaryApp
from glossary_tui.workspace import open_workspace
from terminal import Terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

LONG = "\n\n".join(f"Paragraph {number} of a text that must be scrolled." for number in range(60))


def write_entry(folder: Path, name: str, title: str, **parts: str) -> None:
    """Write a native entry; *parts* are front-matter `head`, `summary`, `eli5`, `depth`, `related`."""
    sections = {
        "Summary": parts.get("summary", f"{title} in one sentence."),
        "ELI5": parts.get("eli5", f"{title} for a child."),
        "In-depth explanation": parts.get("depth", f"{title} in depth."),
        "Related terms": parts.get("related", ""),
    }
    body = "\n".join(f"### {name}\n{text}\n" for name, text in sections.items())
    (folder / f"{name}.md").write_text(
        f'---\ntitle: "{title}"\n{parts.get("head", "")}\n---\n\n{body}', encoding="utf-8"
    )


@pytest.fixture
def folder(tmp_path):
    """A small glossary with every case that the screen must show."""
    entries = tmp_path / "entries"
    entries.mkdir()
    write_entry(
        entries,
        "image-net",
        "ImageNet",
        head='aliases: ["ILSVRC data"]\ntags: ["data", "vision"]',
        depth=LONG,
        related="Convolutional Neural Network, Label, Telescope",
    )
    write_entry(
        entries,
        "cnn",
        "Convolutional Neural Network",
        head='aliases: ["CNN"]',
        summary="A network for pictures. See [ImageNet](image-net.md) and [labels](label.md).",
        related="ImageNet, Layer",
    )
    write_entry(entries, "label", "Label", eli5="", related="ImageNet")
    write_entry(entries, "layer-a", "Layer", related="Label")
    write_entry(entries, "layer-b", "Layer", related="Label")
    (entries / "short.md").write_text(
        "---\ntitle: Short\n---\n### Summary\nShort has a summary alone.\n", encoding="utf-8"
    )
    return entries


@pytest.fixture
def make_app():
    """An app over folders, opened at a term."""

    def make(*folders, term=""):
        return GlossaryApp(open_workspace([str(each) for each in folders], {}), term)

    return make


@pytest.fixture
def app(folder, make_app):
    """The small glossary, opened without a term."""
    return make_app(folder)


@pytest.fixture
def open_terminal():
    """Start the program in windows that are closed when the test ends."""
    opened = []

    def start(*arguments, **options):
        opened.append(Terminal(arguments, **options))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.fixture
def configure(_nobody):
    """Write the configuration of the person who runs the program."""

    def write(text):
        folder = _nobody / ".config" / "glossary-tui"
        folder.mkdir(parents=True)
        (folder / "config.toml").write_text(text, encoding="utf-8")

    return write
