"""What can be wrong with a gallery, and where: a problem is data, shown to a person only at the edge."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from galeri.model.problem_codes import PROBLEMS


class Severity(StrEnum):
    """An error stops a build before anything is written; a warning does not; a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file: a path relative to the gallery's folder with `/`, line and column from 1 (0: none)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give the place as editors and terminals make it clickable: `path:line:column`."""
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}" if self.column else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a code of `problem_codes.PROBLEMS`, its place and the values its sentence names."""

    code: str
    place: Place
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Whether this stops the build."""
        return Severity(PROBLEMS[self.code].severity)

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by file, then line and column, so that a person walks through each file once."""
        return (
            self.place.path,
            self.place.line,
            self.place.column,
            self.code,
            repr(sorted(self.values.items())),
        )


class GaleriError(Exception):
    """The environment is broken (a folder that can't be written, a lock that is held): one line for the person.

    `message` is a msgid of the problem catalogue, `values` are what its braces name.
    """

    def __init__(self, message: str, **values: str) -> None:
        """Keep the message untranslated; the command that shows it knows the person's language."""
        super().__init__(message.format(**values))
        self.message = message
        self.values = values
