"""Which titles say nothing in running text, by the program's list and the person's."""

from __future__ import annotations

from glossary_tui.glossary.common_words import COMMON_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.user.preferences import Configuration
    from glossary_tui.workspace.choosing import Choice


def common_words(configuration: Configuration, choice: Choice) -> frozenset[str]:
    """The common words of the glossaries of *choice*, as they are written; several share theirs."""
    settings = configuration.mentions
    words = set(COMMON_WORDS) if settings.bundled_common_words else set()
    words.update(settings.common_words)
    for source in choice.sources:
        named = configuration.glossaries.get(source.name)
        if named:
            words.update(named.common_words)
    return frozenset(words)
