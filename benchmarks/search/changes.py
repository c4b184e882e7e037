"""What people do to a title when they type it: each change is a rule and a seed, never a list.

    python benchmarks/search/changes.py TITLES > QUERIES.tsv

prints kind, query and the wanted titles (alternatives joined with `|`) for a file of titles.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Query = tuple[str, str, str]

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEIGHBOURS = {
    key: row[max(at - 1, 0) : at] + row[at + 1 : at + 2] + other[at : at + 1]
    for row, other in zip(_ROWS, (*_ROWS[1:], _ROWS[1]), strict=True)
    for at, key in enumerate(row)
}
"""The keys around each key."""
SMALL = {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to"}
BRITISH = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("our", "or"),
    ("aemi", "emi"),
    ("aem", "em"),
    ("oe", "e"),
    ("defence", "defense"),
    ("fibre", "fiber"),
    ("artefact", "artifact"),
    ("paed", "ped"),
    ("centre", "center"),
    ("modelling", "modeling"),
    ("labelling", "labeling"),
)
PER_KIND = 60
"""How many queries a kind has, at most."""


def head(title: str) -> str:
    """A title as people type it: small letters, no parentheses."""
    return " ".join(re.sub(r"\s*\([^)]*\)\s*", " ", title).lower().split())


def words(title: str) -> list[str]:
    """The words of a typed title, hyphens parting them."""
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", head(title))


def slip(random: Random, word: str) -> str:
    """One slip of the keyboard, not on the first letter but for one time in ten."""
    at = random.randrange(0 if random.random() < 0.1 else 1, len(word))
    kind = random.choice(("drop", "double", "other", "swap", "swap"))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "swap":
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + random.choice(NEIGHBOURS.get(word[at], "e")) + word[at + 1 :]


def typo1(random: Random, title: str) -> str:
    """One slip in one of the longer words."""
    parts = words(title)
    long = [at for at, word in enumerate(parts) if len(word) > 4]
    if not long:
        return ""
    at = random.choice(long)
    parts[at] = slip(random, parts[at])
    return " ".join(parts)


def typo2(random: Random, title: str) -> str:
    """Two slips: in two words, or in one long word."""
    parts = words(title)
    long = [at for at, word in enumerate(parts) if len(word) > 4]
    if len(long) < 1 or (len(long) == 1 and len(parts[long[0]]) < 7):
        return ""
    chosen = random.sample(long, 2) if len(long) > 1 else long * 2
    for at in chosen:
        parts[at] = slip(random, parts[at])
    return " ".join(parts)


def slips_everywhere(random: Random, title: str) -> str:
    """A slip in each of the longer words, two in one of them if it is long."""
    parts = [slip(random, word) if len(word) > 4 else word for word in words(title)]
    longest = max(range(len(parts)), key=lambda at: len(parts[at]), default=0)
    if not parts or len(parts[longest]) < 5:
        return ""
    if len(parts[longest]) > 7:
        parts[longest] = slip(random, parts[longest])
    return " ".join(parts)


def vowels(_: Random, title: str) -> str:
    """Vowels left out after each first letter, the words run together."""
    return "".join(word[0] + re.sub("[aeiou]", "", word[1:]) for word in words(title))


def vowels_apart(random: Random, title: str) -> str:
    """Some vowels left out, the words kept apart."""
    return " ".join(
        word[0] + "".join(c for c in word[1:] if c not in "aeiou" or random.random() < 0.25)
        for word in words(title)
    )


def order(random: Random, title: str) -> str:
    """The words in another order."""
    parts = head(title).split()
    if len(parts) < 2:
        return ""
    mixed = parts[:]
    while mixed == parts:
        random.shuffle(mixed)
        if len(set(parts)) == 1:
            return ""
    return " ".join(mixed)


def joined(_: Random, title: str) -> str:
    """The words run together."""
    return "".join(words(title)) if len(words(title)) > 1 else ""


def split(_: Random, title: str) -> str:
    """A title of compounds with the words parted where its capitals part them."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", head_cased(title))
    return parted.lower() if parted != head_cased(title) else ""


def head_cased(title: str) -> str:
    return re.sub(r"\s*\([^)]*\)\s*", " ", title).strip()


def half_joined(random: Random, title: str) -> str:
    """Two words of three or more run together."""
    parts = words(title)
    if len(parts) < 3:
        return ""
    at = random.randrange(len(parts) - 1)
    parts[at : at + 2] = [parts[at] + parts[at + 1]]
    return " ".join(parts)


def initials(_: Random, title: str) -> str:
    """The initials of every word."""
    parts = words(title)
    return "".join(word[0] for word in parts) if len(parts) > 2 else ""


def initials_large(_: Random, title: str) -> str:
    """The initials without the small words."""
    parts = [word for word in words(title) if word not in SMALL]
    return "".join(word[0] for word in parts) if 2 < len(parts) < len(words(title)) else ""


def acronym(_: Random, title: str) -> str:
    """What stands in parentheses, in small letters."""
    found = re.search(r"\(([A-Z][A-Za-z0-9]*[A-Z0-9])s?\)", title)
    return found[1].lower() if found else ""


def abbreviation(random: Random, title: str) -> str:
    """The beginnings of two words run together."""
    parts = [word for word in words(title) if word not in SMALL]
    if len(parts) != 2 or min(map(len, parts)) < 5:
        return ""
    return "".join(part[: random.choice((3, 4))] for part in parts)


def shortened(random: Random, title: str) -> str:
    """Every word broken off after three to five letters."""
    parts = words(title)
    if len(parts) < 2 or max(map(len, parts)) < 7:
        return ""
    return " ".join(part[: random.choice((4, 5, 6))] for part in parts)


def number(_: Random, title: str) -> str:
    """The plural of a singular, or the other way round."""
    text = head(title)
    if text.endswith(("ies", "ics", "ss", "us", "is", "as", "os")):
        return text[:-3] + "y" if text.endswith("ies") else ""
    if text.endswith("s"):
        return text[:-1]
    if text.endswith("y") and text[-2:-1] not in "aeiou":
        return text[:-1] + "ies"
    return text + ("es" if text.endswith(("x", "ch", "sh")) else "s")


def spelling(_: Random, title: str) -> str:
    """British for American, American for British."""
    text = head(title)
    for british, american in BRITISH:
        if british in text:
            return text.replace(british, american)
    for british, american in BRITISH[:2]:
        if american in text:
            return text.replace(american, british)
    return ""


def stray(random: Random, title: str) -> str:
    """A title pasted with what stood around it."""
    text = head_cased(title)
    return random.choice(
        ("“{}”,", "({})", "{}.", "- {}", "**{}**", "{}?", "[[{}]]", "`{}`:", "“{}", "{}…")
    ).format(text)


def plain_letters(_: Random, title: str) -> str:
    """The title without its accents."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFD", head(title))
        if not unicodedata.combining(letter)
    )
    return bare if bare != head(title) else ""


def exact(random: Random, title: str) -> str:
    """The title as it stands, in another case."""
    return random.choice((title, title.lower(), title.upper()))


CHANGES: dict[str, Callable[[Random, str], str]] = {
    "exact": exact,
    "order": order,
    "initials": initials,
    "initials-": initials_large,
    "acronym": acronym,
    "joined": joined,
    "joined 2": half_joined,
    "split": split,
    "number": number,
    "spelling": spelling,
    "typo1": typo1,
    "typo2": typo2,
    "typos": slips_everywhere,
    "vowels": vowels,
    "vowels 2": vowels_apart,
    "abbrev": abbreviation,
    "abbrev 2": shortened,
    "accents": plain_letters,
    "stray": stray,
}


def prefix(title: str, titles: list[str]) -> str:
    """The shortest beginning, of three letters or more, that no other title has."""
    text = head(title)
    others = [head(other) for other in titles if other != title]
    for size in range(3, len(text)):
        if not any(other.startswith(text[:size].strip()) for other in others):
            return text[:size].strip()
    return ""


def one_word(random: Random, title: str, holders: Counter[str]) -> str:
    """A word of the title that no other title has, not its first."""
    own = [word for word in words(title)[1:] if holders[word] == 1 and len(word) > 3]
    return random.choice(own) if own else ""


def is_fair(kind: str, query: str, title: str, heads: set[str]) -> bool:
    """Whether a person would know which title is wanted."""
    if kind not in ("exact", "stray") and query in heads and query != head(title):
        return False
    if kind == "abbrev 2":
        parts = query.split()
        fits = [
            other
            for other in heads
            if len(words(other)) >= len(parts) and all(map(str.startswith, words(other), parts))
        ]
        return len(fits) == 1
    return True


def queries(titles: list[str]) -> Iterator[Query]:
    """Every kind of query over *titles*, the same for the same titles in any order."""
    titles = sorted(set(titles))
    holders = Counter(word for title in titles for word in set(words(title)))
    heads = {head(title) for title in titles}
    made: list[Query] = []
    for kind, change in CHANGES.items():
        random = Random(kind)
        rows = [(kind, change(random, title), title) for title in titles]
        by_text: dict[str, list[str]] = {}
        for _, query, title in rows:
            by_text.setdefault(query, []).append(title)
            if kind == "stray":
                by_text[query] += [other for other in titles if head(other) == head(title)]
        rows = [row for row in rows if len(row[1]) > 2 and is_fair(*row, heads)]
        random.shuffle(rows)
        made += [(kind, query, "|".join(by_text[query])) for _, query, _ in rows[:PER_KIND]]
    random = Random("prefix")
    chosen = random.sample(titles, min(len(titles), 3 * PER_KIND))
    rows = [("prefix", prefix(title, titles), title) for title in chosen]
    rows += [("word", one_word(random, title, holders), title) for title in chosen]
    for kind in ("prefix", "word"):
        made += [row for row in rows if row[0] == kind and row[1]][:PER_KIND]
    yield from made


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        titles = [line.strip() for line in file if line.strip()]
    print("kind\tquery\twanted")
    for row in queries(titles):
        print("\t".join(row))


if __name__ == "__main__":
    main()
