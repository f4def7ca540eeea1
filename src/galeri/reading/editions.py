"""Checks what editions of the catalogue name against what the gallery has."""

from collections.abc import Iterator, Mapping

from galeri.model.editions import Edition, references
from galeri.model.problem import Place, Problem
from galeri.model.records import Ref
from galeri.model.settings import Settings
from galeri.reading.schema import guess
from galeri.reading.whole import Whole
from galeri.reading.yaml_tree import Path as Loc


def check_editions(settings: Settings, whole: Whole, places: Mapping[Loc, Place]) -> Iterator[Problem]:
    """Tell of records and languages that an edition names and the gallery lacks."""
    tags = [each.tag for each in settings.languages]
    for name, edition in settings.editions.items():
        for field, kind, wanted in references(edition):
            if Ref(kind, wanted) not in whole.records:
                values = {"kind": kind, "id": wanted} | guess(wanted, whole.ids(kind))
                yield Problem("unknown-reference", _place(places, name, field), values)
        for field, tag in _tongues(edition):
            if tag not in tags:
                values = {"language": tag, "languages": ", ".join(tags)}
                yield Problem("unknown-language", _place(places, name, field), values)
        for field, tag in _tags(edition):
            if tag not in tags:
                yield Problem("undeclared-language", _place(places, name, field), {"language": tag})


def _tongues(edition: Edition) -> Iterator[tuple[str, str]]:
    for field in ("languages", "bilingual"):
        yield from ((field, tag) for tag in getattr(edition, field) or ())


def _tags(edition: Edition) -> Iterator[tuple[str, str]]:
    for field in ("title", "subtitle", "edition"):
        yield from ((field, tag) for tag in getattr(edition, field) or ())
    for each in edition.roles:
        yield from (("roles", tag) for tag in each.role)


def _place(places: Mapping[Loc, Place], name: str, field: str) -> Place:
    return places.get(("editions", name, field), Place("galeri.yaml"))
