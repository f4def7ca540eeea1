"""What keeps a picture from being made. It stands apart, as whoever hears of it need not load what makes pictures."""


class BrokenImageError(Exception):
    """A file that can't be decoded to the end, or that is too large to be decoded."""


class TypesettingError(Exception):
    """What can't be set: a mistake in a theme's file, on its `line` (0: not known), or in a drawing."""

    def __init__(self, reason: str, line: int = 0) -> None:
        """Keep what is wrong, and where."""
        super().__init__(reason)
        self.line = line
