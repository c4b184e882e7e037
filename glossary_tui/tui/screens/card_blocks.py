"""The card on the table → blocks of text: its question, what was answered, its other side."""

from __future__ import annotations

from glossary_tui.text.clean import clean_line
from glossary_tui.tui.markdown import parse
from glossary_tui.tui.markdown.blocks import Block, Heading, Paragraph, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary_tui.study.grading import Grade
    from glossary_tui.study.hand import Hand

_ASKED = {
    "meaning": "What does this term mean?",
    "name": "Which term is this?",
    "choice": "Which of the terms is this?",
    "related": "Which of the terms below belongs with this one?",
}
_VERDICTS = {
    "right": ("Right", "right"),
    "slip": ("A slip of the keyboard", "slip"),
    "wrong": ("Wrong", "wrong"),
}


def card_blocks(hand: Hand) -> tuple[Block, ...]:
    """All of the card that is to be seen now, from top to bottom."""
    return tuple(_blocks(hand))


def _blocks(hand: Hand) -> Iterator[Block]:
    question = hand.question
    yield Paragraph((Span(_ASKED[question.kind], ("note",)),))
    if question.kind in ("meaning", "related"):
        yield Heading(1, (Span(question.entry.title),))
    else:
        yield from _paragraphs(question.prompt)
    if hand.hinted:
        yield from _paragraphs(question.hint)
    if question.options:
        yield _options(hand)
    if hand.grade is not None:
        yield from _graded(hand.typed, hand.grade)
    if hand.looked_up:
        yield Paragraph((Span("You looked it up.", ("note",)),))
    if question.kind in ("name", "choice") and hand.is_answered:
        yield Heading(1, (Span(question.entry.title),))
    for section in question.reveals[: hand.shown]:
        yield Heading(4, (Span(section.title),))
        yield from parse(section.text)


def _paragraphs(text: str) -> Iterator[Block]:
    """Plain text, its paragraphs apart."""
    for part in text.split("\n\n"):
        yield Paragraph((Span(" ".join(part.split())),))


def _options(hand: Hand) -> Paragraph:
    """The options with their numbers; once chosen, which was right and which was taken."""
    spans: list[Span] = []
    for index, option in enumerate(hand.question.options):
        spans += [Span("\n"), Span(f"{index + 1} ", ("marker",))]
        if not hand.is_answered:
            spans.append(Span(option.title))
        elif index == hand.question.right:
            said = "✓ right" if index == hand.chosen else "✓ this is right"
            spans += [Span(f"{option.title} ", ("strong",)), Span(said, ("right",))]
        elif index == hand.chosen:
            spans += [Span(f"{option.title} "), Span("✗ your choice", ("wrong",))]
        else:
            spans.append(Span(option.title, ("marker",)))
    return Paragraph(tuple(spans[1:]))


def _graded(typed: str, grade: Grade) -> Iterator[Block]:
    """The verdict on a typed answer; a slip letter by letter beside the answer."""
    words, style = _VERDICTS[grade.verdict]
    yield Paragraph((Span(words, (style, "strong")),))
    if grade.verdict == "wrong" and typed:
        yield Paragraph((Span("You typed: ", ("marker",)), Span(clean_line(typed))))
    elif grade.verdict == "slip":
        yield _compared(grade)


def _compared(grade: Grade) -> Paragraph:
    """What was typed over the answer; the letters that differ stand out."""
    typed = tuple(
        Span(piece.text, ("strike", "wrong") if piece.mark == "extra" else ())
        for piece in grade.pieces
        if piece.mark != "missing"
    )
    answer = tuple(
        Span(piece.text, ("strong", "right") if piece.mark == "missing" else ())
        for piece in grade.pieces
        if piece.mark != "extra"
    )
    answer = (Span("\n"), Span("The answer: ", ("marker",)), *answer)
    return Paragraph((Span("You typed: ", ("marker",)), *typed, *answer))
