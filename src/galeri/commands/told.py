"""What a check tells, before it has a form: problems, or the rows of a report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from galeri.commands.languages import Voice
from galeri.commands.telling import hint_of, sentence_of
from galeri.model.problem import Problem, Severity

PROBLEM_COLUMNS = ("severity", "code", "path", "line", "column", "message", "hint")
_SAID = frozenset({"severity", "state", "of", "enough"})
"""Columns whose values are words of the program, not of the gallery."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report by its name, as of a day; `rows` are mappings from each of its columns to a value."""

    name: str
    day: date
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]

    def severities(self) -> Iterator[Severity]:
        """Give how grave each row is that has something to mend."""
        return (row["severity"] for row in self.rows if row["severity"])

    def cells(self, row: Mapping[str, Any], say: Voice) -> list[str]:
        """Write a row for a person to read."""
        return [_cell(row[column], say if column in _SAID else None) for column in self.columns]


def told_problems(problems: tuple[Problem, ...], day: date, say: Voice) -> Told:
    """Tell problems as the rows of a report, in the person's language."""
    rows = tuple(
        {
            "severity": problem.severity,
            "code": problem.code,
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "message": sentence_of(problem, say),
            "hint": hint_of(problem, say),
        }
        for problem in problems
    )
    return Told("problems", day, PROBLEM_COLUMNS, rows)


def _cell(value: object, say: Voice | None) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return say.sentence(str(value)) if say else str(value)
