"""The theme that comes with the program, compiled where this is imported, for processes that are forked there."""

from pathlib import Path

from tests.support.compiled import warm

warm([Path(__file__).parents[2] / "themes" / "pendapa"])
