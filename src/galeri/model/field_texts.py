"""What each field is for: the descriptions in the schemas of facts, words, settings and themes."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from galeri.model.records import KINDS
from galeri.model.settings import Settings
from galeri.model.theme import ThemeSettings

MODELS: tuple[type[BaseModel], ...] = (
    *(kind.facts for kind in KINDS.values()),
    *(kind.words for kind in KINDS.values()),
    Settings,
    ThemeSettings,
)
"""Everything that a person may write."""


def descriptions() -> set[str]:
    """Gather every description of a field, and of a part that has fields of its own."""
    return {text for model in MODELS for text in _texts(model.model_json_schema(), part=False)}


def joined(text: str) -> str:
    """Write a description on one line."""
    return " ".join(text.split())


def _texts(schema: Any, *, part: bool) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(schema, dict):
        if part and isinstance(schema.get("description"), str):
            yield joined(schema["description"])
        for name, value in schema.items():
            if name != "description" or not isinstance(value, str):
                yield from _texts(value, part=True)
    elif isinstance(schema, list):
        for each in schema:
            yield from _texts(each, part=True)
