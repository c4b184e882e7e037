"""The same entries for other readers of the command line: sdcv and tealdeer, where installed."""

from __future__ import annotations

import os
import shutil
import struct

from benchmarks.timing.corpora import corpora_folder, corpus

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def showing(size: int, term: str) -> dict[str, Sequence[str]]:
    """The commands that print *term* with them."""
    commands: dict[str, Sequence[str]] = {}
    if shutil.which("sdcv"):
        commands["sdcv"] = ("sdcv", "-n", "-e", "--data-dir", _stardict(size), term)
    if shutil.which("tldr"):
        commands["tealdeer"] = _tldr(size, _page_name(term))
    return commands


def listing(size: int) -> dict[str, Sequence[str]]:
    """The commands that list every term with them."""
    return {"tealdeer": _tldr(size, "--list")} if shutil.which("tldr") else {}


def searching(size: int, term: str) -> dict[str, Sequence[str]]:
    """The commands that look for *term* with them: sdcv forgives slips, ripgrep reads the files."""
    commands: dict[str, Sequence[str]] = {}
    if shutil.which("sdcv"):
        commands["sdcv"] = ("sdcv", "-n", "--data-dir", _stardict(size), term)
    if shutil.which("rg"):
        commands["ripgrep"] = ("rg", "-il", "--no-config", f"^title:.*{term}", corpus(size))
    return commands


def _tldr(size: int, argument: str) -> tuple[str, ...]:
    """The command of tealdeer with the entries for its pages."""
    return ("env", f"TEALDEER_CACHE_DIR={_pages(size)}", "tldr", argument)


def _entries(size: int) -> list[tuple[str, str]]:
    """Title and body of every entry, in StarDict's order."""
    found = []
    for name in os.listdir(corpus(size)):
        with open(os.path.join(corpus(size), name), encoding="utf-8") as file:
            _, head, body = file.read().split("---\n", 2)
        title = head.partition('title: "')[2].partition('"')[0]
        found.append((title, body))
    return sorted(found, key=lambda entry: (entry[0].encode().lower(), entry[0].encode()))


def _stardict(size: int) -> str:
    """The folder of a StarDict dictionary."""
    folder = f"{corpus(size)}-stardict"
    if not os.path.isdir(folder):
        making = f"{folder}.{os.getpid()}"
        os.makedirs(making)
        path = os.path.join(making, "glossary")
        index = bytearray()
        with open(f"{path}.dict", "wb") as file:
            for title, body in _entries(size):
                at, data = file.tell(), body.encode()
                file.write(data)
                index += title.encode() + b"\0" + struct.pack(">II", at, len(data))
        with open(f"{path}.idx", "wb") as file:
            file.write(index)
        with open(f"{path}.ifo", "w", encoding="utf-8") as file:
            file.write(
                "StarDict's dict ifo file\nversion=2.4.2\nbookname=glossary\n"
                f"wordcount={size}\nidxfilesize={len(index)}\nsametypesequence=m\n"
            )
        os.rename(making, folder)
    return folder


def _page_name(title: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in title.lower()).split())


def _pages(size: int) -> str:
    """The folder of a cache of tealdeer's."""
    folder = os.path.join(corpora_folder(), f"{os.path.basename(corpus(size))}-tldr")
    if not os.path.isdir(folder):
        making = f"{folder}.{os.getpid()}"
        pages = os.path.join(making, "tldr-pages", "pages", "common")
        os.makedirs(pages)
        for title, body in _entries(size):
            with open(
                os.path.join(pages, f"{_page_name(title)}.md"), "w", encoding="utf-8"
            ) as page:
                page.write(f"# {title}\n\n{body}")
        os.rename(making, folder)
    return folder
