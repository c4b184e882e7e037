"""Study as questions and answers, line by line: for pipes, dumb terminals and screen readers."""

from __future__ import annotations

import sys
import time
from datetime import datetime

from glossary_tui.cli.streams import has_keyboard
from glossary_tui.errors import StudyUnavailable
from glossary_tui.study.scheduler import AGAIN, GOOD, RATING_NAMES
from glossary_tui.text.clean import clean
from glossary_tui.text.counting import counted
from glossary_tui.text.plain import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary_tui.cli.output import Output
    from glossary_tui.model import Section
    from glossary_tui.study.grading import Grade
    from glossary_tui.study.session import Session, Turn

HELP = """\
Enter shows the answer, and more of it each time. Then 1 Again, 2 Hard, 3 Good, 4 Easy.
u undo · - not today · @ never, until it is resumed · i how it stands · q end
Where an answer is typed, these are :u, :-, :@, :i and :q."""
_COMMANDS = frozenset("u-@iq?")
_LONGEST = 10 * 60 * 1000
"""Milliseconds beyond which the learner has been elsewhere."""


class _Ended(Exception):
    """The learner wants to stop."""


class _Moved(Exception):
    """Another card is on the table."""


def now() -> datetime:
    """The present moment with the time zone of the machine."""
    return datetime.now().astimezone()


def ask(question: str, output: Output) -> str:
    """Print *question* and read a line without its end. Raises EOFError where there is none."""
    output.write(question)
    sys.stdout.flush()
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not has_keyboard():
        # Nobody typed the end of the line that the question stands on.
        output.write("\n")
    if not line:
        raise EOFError
    return line.strip()


class Dialogue:
    """A session in which everything is printed and every answer is a line."""

    def __init__(self, session: Session, output: Output, columns: int) -> None:
        self._session = session
        self._output = output
        self._columns = columns
        self._asked_at = 0.0

    def run(self) -> None:
        """Ask until the session is over, or the learner or the input ends."""
        if self._session.current is not None:
            self._print(HELP)
        try:
            while self._session.current is not None:
                self._card(self._session.current)
        except (_Ended, EOFError):
            pass
        self._print("")

    def _card(self, turn: Turn) -> None:
        left = self._session.progress(now()).left
        stage = "new" if turn.standing.memory is None else turn.standing.stage
        self._print(self._output.style("faint", f"\n{counted(left, 'card')} left · {stage}"))
        self._asked_at = time.monotonic()
        kinds: dict[str, Callable[[Turn], None]] = {
            "meaning": self._meaning,
            "name": self._name,
            "choice": self._choose,
            "related": self._choose,
        }
        try:
            kinds[turn.question.kind](turn)
        except _Moved:
            return

    def _meaning(self, turn: Turn) -> None:
        self._heading(turn.question.prompt)
        self._line("What does it mean? ")
        self._rate(turn, self._reveal(list(turn.question.reveals)), GOOD)

    def _name(self, turn: Turn) -> None:
        question = turn.question
        self._print(self._wrapped(question.prompt))
        typed = self._line("Which term is it? ", typed=True)
        if not typed and question.hint:
            self._print(self._wrapped(question.hint))
            typed = self._line("Which term is it? ", typed=True)
        grade = self._session.grade(typed)
        self._print(_verdict(grade, bool(typed)))
        self._heading(question.entry.title)
        self._rate(turn, self._reveal(list(question.reveals)), grade.rating)

    def _choose(self, turn: Turn) -> None:
        question = turn.question
        if question.kind == "related":
            self._heading(question.prompt)
            text = "Which of these belongs with it? "
        else:
            self._print(self._wrapped(question.prompt))
            text = "Which term is it? "
        for number, option in enumerate(question.options, 1):
            self._print(f"  {number} {option.title}")
        chosen = ""
        while not (chosen.isdecimal() and 1 <= int(chosen) <= len(question.options)):
            chosen = self._line(text)
        is_right = int(chosen) - 1 == question.right
        answer = question.options[question.right].title
        self._print("Right." if is_right else f"No: {answer}.")
        self._save(lambda: self._rated(GOOD if is_right else AGAIN))

    def _reveal(self, sections: list[Section]) -> list[Section]:
        """Show the first of *sections*; those that are left."""
        self._print(self._wrapped(plain_text(sections[0].text)))
        return sections[1:]

    def _rate(self, turn: Turn, more: list[Section], suggested: int) -> None:
        """Ask for the rating; Enter shows more, or takes what is suggested."""
        while True:
            buttons = " · ".join(
                f"{choice.rating} {choice.name}{' ' if choice.text else ''}{choice.text}"
                for choice in self._session.choices(now())
            )
            enter = f"Enter {more[0].title if more else RATING_NAMES[suggested]}"
            line = self._line(f"{buttons} · {enter} ")
            if line in ("1", "2", "3", "4"):
                self._save(lambda rating=int(line): self._rated(rating))  # type: ignore[misc]
                return
            if not line and more:
                more = self._reveal(more)
            elif not line:
                self._save(lambda: self._rated(suggested))
                return
            if self._session.current is not turn:
                raise _Moved

    def _rated(self, rating: int) -> None:
        spent = round((time.monotonic() - self._asked_at) * 1000)
        self._session.rate(rating, now(), spent if spent < _LONGEST else 0)

    def _line(self, question: str, *, typed: bool = False) -> str:
        """A line of the learner's, after the commands before it were carried out."""
        while True:
            line = ask(question, self._output)
            command = line[1:] if line.startswith(":") else "" if typed else line
            if command not in _COMMANDS or not command:
                return line
            self._command(command)

    def _command(self, command: str) -> None:
        session = self._session
        match command:
            case "q":
                raise _Ended
            case "?":
                self._print(HELP)
            case "i":
                self._print(self._info())
            case "u":
                if not session.done:
                    self._print("There is nothing to take back.")
                    return
                self._save(lambda: session.undo(now()))
                raise _Moved
            case "-":
                self._save(lambda: session.bury(now()))
                raise _Moved
            case "@":
                self._save(lambda: session.suspend(now()))
                raise _Moved

    def _info(self) -> str:
        turn = self._session.current
        if turn is None or turn.standing.memory is None:
            return "It was not asked before."
        standing, memory = turn.standing, turn.standing.memory
        return (
            f"Answered {standing.reviews} times, forgotten {standing.lapses} times;"
            f" stability {memory.stability:.1f} days, difficulty {memory.difficulty:.1f} of 10."
        )

    def _save(self, do: Callable[[], object]) -> None:
        """Carry out what writes; where that fails, go on without saving if the learner agrees."""
        try:
            do()
        except StudyUnavailable as error:
            if not agrees_to_unsaved(str(error), self._output):
                raise
            self._session.go_on_unsaved()
            do()

    def _heading(self, text: str) -> None:
        self._print(self._output.style("title", text))

    def _wrapped(self, text: str) -> str:
        return plain_text(text, self._columns) if self._columns else text

    def _print(self, text: str) -> None:
        self._output.write(f"{text}\n")


def agrees_to_unsaved(problem: str, output: Output) -> bool:
    """Tell the *problem* and ask whether to go on without saving; no answer is a no."""
    sys.stdout.flush()
    print(f"glossary: {clean(problem)}", file=sys.stderr)
    try:
        return ask("Study without saving? [y/N] ", output).lower() in ("y", "yes")
    except EOFError:
        return False


def _verdict(grade: Grade, was_typed: bool) -> str:  # noqa: FBT001 # there is nothing else to say
    if grade.verdict == "right":
        return "Right."
    if not was_typed:
        return "The answer:"
    marks = {"same": "{}", "missing": "[+{}]", "extra": "[-{}]"}
    letters = "".join(marks[piece.mark].format(piece.text) for piece in grade.pieces)
    return f"A slip: {letters}" if grade.verdict == "slip" else "No."
