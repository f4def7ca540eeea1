"""The language in which the program speaks to its user: Indonesian or English."""

import os
from functools import cached_property
from pathlib import Path

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_NEAR_INDONESIAN = frozenset({"id", "in", "ms", "jv", "su", "mad", "min", "ban"})
_TRANSLATED_VALUES = frozenset({"bound", "kind", "missing", "other_kind", "reason"})
"""Values of problems that are words of the program itself, not of the gallery."""


def chosen(wanted: str | None) -> str:
    """Choose `id` or `en`: by `wanted`, else by the environment; whose neighbours' speakers read Indonesian."""
    first = wanted or next((value for name in _VARIABLES if (value := os.environ.get(name))), "en")
    return (
        "id"
        if first.lower().replace("-", "_").partition("_")[0].partition(".")[0] in _NEAR_INDONESIAN
        else "en"
    )


class Voice:
    """Says things in the user's language. Messages are English sentences, msgids of `locale/<language>.po`."""

    def __init__(self, language: str) -> None:
        """Speak `language`, `id` or `en`."""
        self.language = language

    def __call__(self, message: str, **values: object) -> str:
        """Say a message with its braces filled in."""
        said = {name: self._value(name, str(value)) for name, value in values.items()}
        return self.sentence(message).format(**said)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Say `one` where `number` is 1, else `many`; the braces of both hold the number as `count`."""
        return self(one if number == 1 else many, count=number, **values)

    def sentence(self, message: str) -> str:
        """Give a message in the user's language, its braces as they are."""
        return self._sentences.get(message) or message

    def _value(self, name: str, value: str) -> str:
        return self.sentence(value) if name in _TRANSLATED_VALUES else value

    @cached_property
    def _sentences(self) -> dict[str, str]:
        path = Path(__file__).parents[1] / "locale" / f"{self.language}.po"
        if not path.is_file():
            return {}
        from babel.messages.pofile import read_po  # noqa: PLC0415 - English needs no catalogue

        with path.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
        return {each.id: str(each.string) for each in catalogue if each.id and isinstance(each.id, str)}
