"""A small YAML file that tells, once, which column of somebody else's sheet holds which field."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from galeri.model.facts_shared import Strict
from galeri.model.problem import Place, Problem
from galeri.model.records import KINDS
from galeri.model.values import Line, Number
from galeri.reading.schema import guess, place_of, validate
from galeri.reading.text import TextError, decode
from galeri.reading.yaml_tree import Parsed, YamlError, parse
from galeri.sheets.columns import columns, numbered


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


class IdFrom(Strict):
    """An id that is made of other columns."""

    from_: Annotated[
        tuple[Line, ...],
        BeforeValidator(_listed),
        Field(alias="from", min_length=1, description="The headings of the columns that an id is made of."),
    ]


class Mapping(Strict):
    """What galeri needs to know of a sheet that it did not write."""

    sheet: Annotated[Line, Field(description="The sheet's name; needed where a workbook has several.")] = ""
    kind: Annotated[Line, Field(description="The kind of record that a row is: `artisan`, `product`, ….")]
    header: Annotated[int, Field(ge=1, strict=True, description="The row that holds the headings.")] = 1
    id: Annotated[
        Line | IdFrom,
        Field(
            description="The heading of the column that holds the ids, or `{from: Nama}` to make them of another."
        ),
    ]
    columns: Annotated[
        dict[str, Line],
        Field(min_length=1, description="The field of each column, by its heading: `Nama: id.title`."),
    ]
    values: Annotated[
        dict[str, dict[str, Number]],
        Field(description="What stands in a column, and what it means: `Jenis: {Perorangan: person}`."),
    ] = Field(default_factory=dict)
    always: Annotated[
        dict[str, Number],
        Field(description="Fields that are the same in every row, by name: `region: kab-gresik`."),
    ] = Field(default_factory=dict)


def read_mapping(data: bytes, path: str, tags: tuple[str, ...]) -> tuple[Mapping | None, list[Problem]]:
    """Read a mapping; None and all that is wrong with it where it can't be used."""
    try:
        parsed = parse(decode(data))
    except (TextError, YamlError) as error:
        column = error.column if isinstance(error, YamlError) else 0
        return None, [Problem(error.code, Place(path, error.line, column), error.values)]
    problems = [
        Problem(each.code, Place(path, each.line, each.column), each.values) for each in parsed.errors
    ]
    mapping, found = validate(Mapping, parsed.tree, path, parsed.places)
    problems += found
    if mapping and not problems:
        problems += _unknown(mapping, path, tags, parsed)
    return (None if problems else mapping), problems


def _unknown(mapping: Mapping, path: str, tags: tuple[str, ...], parsed: Parsed) -> list[Problem]:
    if mapping.kind not in KINDS:
        values = {"name": mapping.kind} | guess(mapping.kind, KINDS)
        return [Problem("unknown-kind", place_of(path, ("kind",), parsed.places), values)]
    known = columns(mapping.kind, tags)
    named = [(("columns", heading), name) for heading, name in mapping.columns.items()]
    named += [(("always", name), name) for name in mapping.always]
    return [
        Problem("unknown-key", place_of(path, loc, parsed.places), {"key": name} | guess(name, known))
        for loc, name in named
        if not known_name(name, mapping.kind, tags)
    ]


def known_name(name: str, kind: str, tags: tuple[str, ...]) -> bool:
    """Whether a sheet of this kind may have a column of this name."""
    key, number = numbered(name)
    column = columns(kind, tags).get(key)
    return column is not None and column.repeated == bool(number)
