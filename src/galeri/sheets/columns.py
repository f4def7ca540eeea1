"""A kind's schema → the columns of its sheet.

A column is called as the field is in the files: `kind`, `dimensions.length`, `photos.1.file` for the first photo's
file. What a language says is called by its tag: `id.title`, `en.story`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from galeri.model.facts import LINKED_FIELDS
from galeri.model.records import KINDS
from galeri.model.values import Duration, Rate

NTH = "#"
"""Stands in a path for the number of an item."""
ID = "id"
STORY = "story"
STORY_NOTE = "The story below the words, in Markdown."
_NUMBER = re.compile(r"(?<=\.)([1-9][0-9]{0,2})(?=\.|$)")


class Shape(StrEnum):
    """How a cell holds a value."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    YES = "yes"
    DATE = "date"
    LIST = "list"
    NUMBERS = "numbers"
    DURATION = "duration"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `part` is a language's tag, or empty for facts; `path` leads to the value, with NTH for a number."""

    part: str
    path: tuple[str, ...]
    shape: Shape
    note: str = ""
    choices: tuple[str, ...] = ()
    links: str = ""
    required: bool = False

    @property
    def key(self) -> str:
        """The column's name, with NTH for a number."""
        return ".".join((self.part, *self.path) if self.part else self.path)

    @property
    def repeated(self) -> bool:
        """Whether there is one such column for each item of a list."""
        return NTH in self.path

    def named(self, number: int) -> str:
        """Give the name of the column for the item `number`, from 1."""
        return self.key.replace(NTH, str(number))


def numbered(name: str) -> tuple[str, int]:
    """Split a column's name into its key with NTH and its number; 0 where it has none."""
    found = _NUMBER.search(name)
    return (name, 0) if found is None else (_NUMBER.sub(NTH, name, count=1), int(found[1]))


@cache
def columns(kind: str, tags: tuple[str, ...]) -> dict[str, Column]:
    """List the columns of a kind by their keys: its facts, then its words in each language; without the id."""
    found = list(_fields(KINDS[kind].facts, "", ()))
    for tag in tags:
        found += _fields(KINDS[kind].words, tag, ())
        found.append(Column(tag, (STORY,), Shape.TEXT, STORY_NOTE))
    return {column.key: column for column in found}


def _fields(model: type[BaseModel], part: str, above: tuple[str, ...]) -> Iterator[Column]:
    for name, field in model.model_fields.items():
        path = (*above, field.alias or name)
        note, required = field.description or "", field.is_required()
        members = [each for each in _members(field.annotation) if each is not type(None)]
        for each in members:
            note = note or next((info.description or "" for info in _infos(each)), "")
        literal = tuple(choice for each in members for choice in _choices(each))
        leaves = [each for each in members if not _is_model(each)]
        if leaves:
            yield from _leaf(leaves[0], Column(part, path, Shape.TEXT, note, literal, required=required))
        for each in members:
            if _is_model(each):
                yield from _fields(each, part, path)


def _leaf(kind: Any, column: Column) -> Iterator[Column]:  # noqa: ANN401 - any annotation
    base, path, note = _plain(kind), column.path, column.note
    origin, arguments = get_origin(base), get_args(base)
    inner = arguments[-2] if origin is tuple else arguments[-1] if origin is dict else None
    if inner is not None and _is_model(inner):
        yield from _fields(inner, column.part, (*path, NTH))
    elif origin is dict:
        yield Column(column.part, (*path, NTH), Shape.TEXT, note)
    elif origin is tuple:
        shape = Shape.LIST if arguments[-1] is Ellipsis else Shape.NUMBERS
        choices = tuple(_choices(inner))
        yield Column(column.part, path, shape, note, choices, _links(column), column.required)
    else:
        yield Column(
            column.part, path, _shape(kind, base), note, column.choices, _links(column), column.required
        )


def _shape(kind: Any, base: Any) -> Shape:  # noqa: ANN401 - any annotation
    if kind in (Duration, Rate):
        return Shape.RATE if kind == Rate else Shape.DURATION
    if get_origin(base) is Literal and all(isinstance(each, bool) for each in get_args(base)):
        return Shape.YES
    shapes = {int: Shape.WHOLE, float: Shape.NUMBER, bool: Shape.YES, date: Shape.DATE}
    return shapes.get(base, Shape.TEXT)


def _links(column: Column) -> str:
    return "" if column.part else LINKED_FIELDS.get(column.path[-1], "")


def _members(kind: Any) -> list[Any]:  # noqa: ANN401 - any annotation
    return list(get_args(kind)) if get_origin(kind) in {Union, UnionType} else [kind]


def _plain(kind: Any) -> Any:  # noqa: ANN401 - any annotation
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _infos(kind: Any) -> list[FieldInfo]:  # noqa: ANN401 - any annotation
    inside = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return [each for each in inside if isinstance(each, FieldInfo)]


def _choices(kind: Any) -> list[str]:  # noqa: ANN401 - any annotation
    base = _plain(kind)
    return [each for each in get_args(base) if isinstance(each, str)] if get_origin(base) is Literal else []


def _is_model(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    return isinstance(kind, type) and issubclass(kind, BaseModel)
