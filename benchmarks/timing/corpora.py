"""Glossaries of any size, the same every time, like the bundled one in titles, names and lengths.

They are made once into the machine's folder for temporary files, and used again by later runs.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from random import Random

from benchmarks.search import made_up

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FORMAT = 1
"""Changes when what is made here changes, so that an old corpus is made anew."""
_HERE = os.path.dirname(os.path.abspath(__file__))
BUNDLED = os.path.join(os.path.dirname(os.path.dirname(_HERE)), "entries")
"""The bundled glossary's folder."""
_SECTIONS = (("Summary", 250), ("ELI5", 450), ("In-depth explanation", 1_740))
"""Headings, and how many letters the bundled entries have below each on average."""
_POOL = 4_000


def corpora_folder() -> str:
    """Where the corpora lie: $BENCH_FOLDER, else below the folder for temporary files."""
    named = os.environ.get("BENCH_FOLDER")
    return named or os.path.join(tempfile.gettempdir(), "glossary-tui-bench")


def corpus(size: int) -> str:
    """The folder of a glossary of *size* entries, made now if it is not there yet."""
    folder = os.path.join(corpora_folder(), f"{size}-v{_FORMAT}")
    if not os.path.isdir(folder):
        making = f"{folder}.{os.getpid()}"
        os.makedirs(making)
        for name, text in _files(size):
            with open(os.path.join(making, name), "w", encoding="utf-8") as file:
                file.write(text)
        try:
            os.rename(making, folder)
        except OSError:  # another run was quicker
            shutil.rmtree(making)
    return folder


def titles(size: int) -> list[str]:
    """The titles of the corpus of that size, in no order."""
    return made_up.titles(size, _bundled_titles())


def _bundled_files() -> Iterator[str]:
    for name in sorted(os.listdir(BUNDLED)):
        if name.endswith(".md"):
            with open(os.path.join(BUNDLED, name), encoding="utf-8") as file:
                yield file.read()


def _bundled_titles() -> list[str]:
    found = (re.search(r'^title: "(.*)"$', text, re.MULTILINE) for text in _bundled_files())
    return [re.sub(r"[,()]", "", match[1]) for match in found if match]


def _files(size: int) -> Iterator[tuple[str, str]]:
    """Name and text of each file."""
    random = Random(size)
    names = titles(size)
    pool = _pool()
    tags = ("data", "vision", "language", "training", "models", "ethics", "evaluation", "theory")
    for number, title in enumerate(names):
        near = [names[(number + random.randrange(1, 60)) % size] for _ in range(9)]
        related = list(dict.fromkeys(near))[: random.choice((7, 8, 9))]
        aliases = _aliases(title, random)
        lines = [
            "---",
            f'title: "{title}"',
            "aliases: [" + ", ".join(f'"{alias}"' for alias in aliases) + "]",
            "tags: [" + ", ".join(f'"{tag}"' for tag in random.sample(tags, 2)) + "]",
            'draft: false\ntype: "glossary"\nlayout: "entry"',
        ]
        if random.random() < 0.75:
            words = " ".join(random.choice(names) for _ in range(2))
            year = random.randrange(1960, 2025)
            lines.append(
                f'references:\n  - {{title: "{words}", authors: "Doe, Roe", year: {year}}}'
            )
        lines.append("---\n")
        for heading, letters in _SECTIONS:
            body = _text(title, pool, letters, random)
            lines.append(f"### {heading}\n{body}\n")
        lines.append(f"### Related terms\n{', '.join(related)}\n")
        yield f"{_slug(title)}-{number}.md", "\n".join(lines)


def _aliases(title: str, random: Random) -> list[str]:
    words = title.partition(" (")[0].split()
    found = [
        f"{' '.join(words)} {word}" for word in random.sample(_KINDS, random.choice((0, 1, 2)))
    ]
    if len(words) > 2:
        found.append("".join(word[0] for word in words).upper() + str(random.randrange(2, 99)))
    if len(words) > 1:
        found.append(" ".join(reversed(words)))
    return found


_KINDS = ("method", "model", "problem", "set", "theorem", "learning", "network", "measure")


def _pool() -> list[str]:
    """Sentences of the bundled glossary, some words of theirs exchanged."""
    sections = re.compile(
        r"^### (?:Summary|ELI5|In-depth explanation)\n(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL
    )
    real = [match for text in _bundled_files() for match in sections.findall(text)]
    text = " ".join(made_up.bodies(1, real, letters=120 * _POOL))
    return re.split(r"(?<=[.!?])\s+", text)[:_POOL]


def _text(title: str, pool: Sequence[str], letters: int, random: Random) -> str:
    """About so many letters: a first sentence that names *title*, then paragraphs and a list."""
    made = [f"{title} is what this entry explains.", random.choice(pool)]
    length = sum(map(len, made))
    while length < letters:
        made.append(random.choice(pool))
        length += len(made[-1]) + 1
    if letters < 1_000:
        return " ".join(made)
    cut = max(len(made) // 4, 1)
    parts = [" ".join(made[at : at + cut]) for at in range(0, len(made), cut)]
    if random.random() < 0.23:
        parts.insert(2, "- a **first** point\n- a second one, `in code`\n- and a third")
    return "\n\n".join(parts)


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
