"""What can go wrong outside the entries' content, each with the exit code that a shell sees."""


class GlossaryError(Exception):
    """The family of errors that end a command with one line and an exit code."""

    exit_code = 2
    """The status that the process ends with."""
    hint = ""
    """What to do about it, told to a person at a terminal; empty where the message says it all."""


_OTHER_GLOSSARIES = (
    "`glossary where` says which folders are wanted and who asked for them;\n"
    "`glossary -g bundled` opens the glossary that comes with the program."
)


class WrongUsage(GlossaryError):
    """The command line cannot be understood."""


class EntriesNotFound(GlossaryError):
    """A folder of entries does not exist, is no folder, or cannot be read."""

    hint = _OTHER_GLOSSARIES

    def __init__(self, message: str, folder: str) -> None:
        super().__init__(message, folder)
        self.folder = folder
        """Its path, as it was asked for."""

    def __str__(self) -> str:
        return str(self.args[0])


class GlossaryUnknown(GlossaryError):
    """No glossary has the name that was asked for."""

    hint = _OTHER_GLOSSARIES

    def __init__(self, message: str, name: str) -> None:
        super().__init__(message, name)
        self.name = name
        """The name."""

    def __str__(self) -> str:
        return str(self.args[0])


class ChangeRefused(GlossaryError):
    """A change of entries that would do harm, or cannot be made: nothing was changed."""


class EntryUnreadable(GlossaryError):
    """An entry's file has vanished or cannot be read any more."""


class NoEditor(GlossaryError):
    """The person's editor cannot be started, ended with an error, or would have nowhere to write."""


class OutputFailed(GlossaryError):
    """What is printed cannot be written where it should go: the disk is full, say."""


class NoTerminal(GlossaryError):
    """The interface needs a keyboard and a screen, and there is no controlling terminal."""


class NothingFound(GlossaryError):
    """What was asked for is not in the glossary; the message says what comes near."""

    exit_code = 1


class TermNotFound(NothingFound):
    """No entry, or more than one, answers to the term that was asked for."""


class StudyUnavailable(GlossaryError):
    """The study database cannot be read or written. Study is possible without saving."""

    def __init__(self, message: str, *, damaged: bool = False) -> None:
        super().__init__(message)
        self.damaged = damaged
        """Whether the file itself is broken."""


class TextUnreadable(GlossaryError):
    """A text that was to be explained cannot be read."""


class StudyFileInvalid(GlossaryError):
    """A file of exported progress is no such file, or is cut off."""


class ExportImpossible(GlossaryError):
    """What was to be exported cannot be made or written; nothing was."""
