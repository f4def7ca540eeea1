"""What is wrong with a record among all others: a plain list of checks over all records that were read."""

from collections.abc import Iterable, Iterator

from galeri.model.facts import PUBLISHED, CollectionFacts, ProductFacts, RegionFacts, references
from galeri.model.facts_shared import Facts
from galeri.model.problem import Place, Problem
from galeri.model.records import KINDS, Ref
from galeri.model.words import CollectionWords, ProductWords
from galeri.reading import craft_checks, privacy_checks, region_checks
from galeri.reading.records import ReadRecord
from galeri.reading.schema import guess
from galeri.reading.stories import photos
from galeri.reading.whole import Check, Whole, tellings


def check(whole: Whole) -> Iterator[Problem]:
    """Run every check on every record whose facts could be read."""
    for read in whole.records.values():
        yield from check_record(read, whole)


def check_record(read: ReadRecord, whole: Whole, checks: Iterable[Check] = ()) -> Iterator[Problem]:
    """Run the `checks`, or else every one, on one record if its facts could be read."""
    if read.record:
        for each in checks or CHECKS:
            yield from each(read, read.record.facts, whole)


def _references(read: ReadRecord, facts: Facts, whole: Whole) -> Iterator[Problem]:
    for loc, kind, name in references(facts):
        if Ref(kind, name) not in whole.records:
            values = {"kind": kind, "id": name} | guess(name, whole.ids(kind))
            yield Problem("unknown-reference", read.facts.place(*loc), values)


def _story_links(read: ReadRecord, _: Facts, whole: Whole) -> Iterator[Problem]:
    for _tag, telling, origin in tellings(read):
        for link in telling.story.links:
            place = Place(origin.path, link.line + origin.body_line - 1, link.column)
            if link.ref.kind not in KINDS:
                values = {"kind": link.ref.kind, "id": link.ref.id} | guess(link.ref.kind, KINDS)
                yield Problem("unknown-link-kind", place, values)
            elif link.ref not in whole.records:
                values = {"kind": link.ref.kind, "id": link.ref.id} | guess(
                    link.ref.id, whole.ids(link.ref.kind)
                )
                yield Problem("unknown-reference", place, values)


def _default_words(read: ReadRecord, _: Facts, whole: Whole) -> Iterator[Problem]:
    if whole.default not in read.words:
        values = {"language": whole.default, "file": f"{read.folder}/{whole.default}.md"}
        yield Problem("missing-words", Place(read.facts.path), values)


def _photo_words(read: ReadRecord, facts: Facts, _: Whole) -> Iterator[Problem]:
    names = [photo.file for photo in facts.photos]
    for _tag, telling, origin in tellings(read):
        wanted = {name: origin.place("photos", name) for name in telling.words.photos}
        if isinstance(telling.words, ProductWords):
            steps = enumerate(telling.words.process)
            wanted |= {step.photo: origin.place("process", i, "photo") for i, step in steps if step.photo}
        for name, place in wanted.items():
            if name not in names:
                yield Problem("unknown-photo", place, {"file": name} | guess(name, names))
        for name, line, column in photos(telling.story.markdown):
            if name not in names:
                place = Place(origin.path, line + origin.body_line - 1, column)
                yield Problem("unshown-photo", place, {"file": name} | guess(name, names))


def _portrait(read: ReadRecord, facts: Facts, _: Whole) -> Iterator[Problem]:
    names = [photo.file for photo in facts.photos]
    video = getattr(facts, "video", None)
    for loc, name in (
        (("portrait",), getattr(facts, "portrait", None)),
        (("video", "poster"), video.poster if video else None),
    ):
        if name and name not in names:
            yield Problem("unknown-photo", read.facts.place(*loc), {"file": name} | guess(name, names))


def _notes(read: ReadRecord, facts: Facts, _: Whole) -> Iterator[Problem]:
    if not isinstance(facts, CollectionFacts):
        return
    for _tag, telling, origin in tellings(read):
        if isinstance(telling.words, CollectionWords):
            for name in telling.words.notes.keys() - set(facts.products):
                yield Problem(
                    "unknown-note", origin.place("notes", name), {"id": name} | guess(name, facts.products)
                )


def _curated(read: ReadRecord, facts: Facts, whole: Whole) -> Iterator[Problem]:
    """Hold approved products to what makes a curated piece of a list entry (content model)."""
    if not isinstance(facts, ProductFacts) or facts.curation not in PUBLISHED or read.record is None:
        return
    telling = read.record.tellings.get(whole.default)
    if telling is None:
        return
    words = telling.words
    needs = {
        "an artisan": bool(facts.makers),
        "a region": bool(facts.region),
        "a photo with alternative text": any(said.alt for said in words.photos.values()),
        "a philosophy": isinstance(words, ProductWords) and bool(words.philosophy),
        "a story": bool(telling.story.markdown),
    }
    for missing in (need for need, there in needs.items() if not there):
        yield Problem("uncurated", read.facts.place("curation"), {"missing": missing})


def _region_circle(read: ReadRecord, facts: Facts, whole: Whole) -> Iterator[Problem]:
    trail = [read.ref.id]
    while isinstance(facts, RegionFacts) and facts.parent:
        above = whole.records.get(Ref("region", facts.parent))
        if facts.parent == trail[0]:
            yield Problem(
                "region-circle", read.facts.place("parent"), {"trail": " → ".join([*trail, trail[0]])}
            )
        if above is None or above.record is None or facts.parent in trail:
            return
        trail.append(facts.parent)
        facts = above.record.facts


FIRST: tuple[Check, ...] = (_references, _default_words)
"""What must be right before anything can be planned …"""
CHECKS: tuple[Check, ...] = (
    *FIRST,
    _story_links,
    _photo_words,
    _portrait,
    _notes,
    _curated,
    _region_circle,
    *craft_checks.CHECKS,
    *region_checks.CHECKS,
    *privacy_checks.CHECKS,
)
"""… and all that must be before anything is published."""
