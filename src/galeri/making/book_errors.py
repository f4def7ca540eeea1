"""What keeps a book from being set."""

from collections.abc import Sequence

from galeri.model.problem import Problem


class BookFailedError(Exception):
    """A book can't be set: problems, each with its place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems to show."""
        super().__init__(problems)
        self.problems = tuple(problems)

    def __reduce__(self) -> tuple[type, tuple[tuple[Problem, ...]]]:
        """Travel from a worker to the program with the problems alone."""
        return type(self), (self.problems,)
