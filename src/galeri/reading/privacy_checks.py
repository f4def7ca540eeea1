"""Personal data in what is to be published: identity numbers, and numbers and addresses that nobody declared."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from galeri.model.facts import ArtisanFacts
from galeri.model.facts_shared import Contact, Facts
from galeri.model.personal import personal, plain
from galeri.model.problem import Place, Problem
from galeri.model.settings import Settings
from galeri.reading.records import ReadRecord
from galeri.reading.settings import FILE
from galeri.reading.whole import Check, Whole, tellings
from galeri.reading.yaml_tree import Path

_CODES = {"nik": "nik-in-text", "phone": "phone-in-text", "email": "email-in-text"}


def check_settings(settings: Settings, whole: Whole, places: Mapping[Path, Place]) -> Iterator[Problem]:
    """Look through the texts of galeri.yaml, but for its `contact`, which is there to be published."""
    leaves = _leaves(settings.model_dump(exclude={"contact"}), ())
    return _undeclared(((_nearest(path, places), text) for path, text in leaves), whole)


def _personal(read: ReadRecord, facts: Facts, whole: Whole) -> Iterator[Problem]:
    return _undeclared(_texts(read, facts), whole)


def _undeclared(texts: Iterable[tuple[Place, str]], whole: Whole) -> Iterator[Problem]:
    for place, text in texts:
        declared: set[str] | None = None
        for found in personal(text):
            declared = _declared(whole) if declared is None else declared
            if found.what == "nik" or plain(found.text) not in declared:
                at = _moved(place, text, found.at) if place.column == 0 else place
                yield Problem(_CODES[found.what], at, {"value": _masked(found.text)})


def _texts(read: ReadRecord, facts: Facts) -> Iterator[tuple[Place, str]]:
    """Give every text of a record; the place of a story, which has lines of its own, has no column."""
    for path, text in _leaves(facts.model_dump(exclude={"contact"}), ()):
        yield read.facts.place(*path), text
    for _, telling, origin in tellings(read):
        for path, text in _leaves(telling.words.model_dump(exclude={"translated_from"}), ()):
            yield origin.place(*path), text
        yield Place(origin.path, origin.body_line), telling.story.markdown


def _leaves(tree: Any, path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - whatever a model dumps
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(tree, tuple | list):
        for index, value in enumerate(tree):
            yield from _leaves(value, (*path, index))


def _nearest(path: Path, places: Mapping[Path, Place]) -> Place:
    """Find where a setting is written, or the nearest part above it."""
    above = (path[:end] for end in range(len(path), 0, -1))
    return next((places[each] for each in above if each in places), Place(FILE, 1, 1))


def _moved(start: Place, text: str, offset: int) -> Place:
    line = text.count("\n", 0, offset)
    return Place(start.path, start.line + line, offset - text.rfind("\n", 0, offset))


def _declared(whole: Whole) -> set[str]:
    """Gather what may be told: the council's and the venues' contacts, and those of makers who agreed to it."""
    contacts: list[Contact] = [whole.contact]
    for other in whole.records.values():
        facts = other.record.facts if other.record else None
        contact = getattr(facts, "contact", None)
        if contact and (not isinstance(facts, ArtisanFacts) or facts.consent.phone):
            contacts.append(contact)
    given = (each for contact in contacts for each in (contact.whatsapp, contact.phone, contact.email))
    return {plain(each) for each in given if each}


def _masked(text: str) -> str:
    """Show enough of it to be found again in the file: what is told here may stand in a public log."""
    return f"{text[:4]}…"


CHECKS: tuple[Check, ...] = (_personal,)
