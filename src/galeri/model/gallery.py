"""The gallery: every record, linked both ways."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from galeri.model.facts import references
from galeri.model.records import KINDS, Record, Ref
from galeri.model.settings import Settings
from galeri.model.words import Language


@dataclass(frozen=True, slots=True)
class Gallery:
    """All records by kind and id, and for each record the records that name it.

    `languages[0]` is the default language. `records` has an entry for every kind; ids are in alphabetical order.
    """

    settings: Settings
    languages: tuple[Language, ...]
    records: Mapping[str, Mapping[str, Record[Any]]]
    backlinks: Mapping[Ref, tuple[Ref, ...]]

    def get(self, ref: Ref) -> Record[Any] | None:
        """Find a record, or None where there is none of that kind and id."""
        return self.records[ref.kind].get(ref.id)

    def all_records(self) -> Iterator[Record[Any]]:
        """Give every record, kind by kind."""
        return (record for kind in self.records.values() for record in kind.values())

    def linked_from(self, ref: Ref, kind: str) -> list[Record[Any]]:
        """List the records of `kind` that name `ref` in their facts, by id."""
        return [self.records[kind][back.id] for back in self.backlinks.get(ref, ()) if back.kind == kind]


def link(settings: Settings, languages: tuple[Language, ...], records: Iterable[Record[Any]]) -> Gallery:
    """Make a gallery of records, sorted by id; every reference gives a backlink, also one that leads to nothing."""
    by_kind: dict[str, dict[str, Record[Any]]] = {kind: {} for kind in KINDS}
    for record in sorted(records, key=lambda record: record.ref):
        by_kind[record.ref.kind][record.id] = record
    backlinks: defaultdict[Ref, dict[Ref, None]] = defaultdict(dict)
    for kind in by_kind.values():
        for record in kind.values():
            for _, target_kind, target_id in references(record.facts):
                backlinks[Ref(target_kind, target_id)][record.ref] = None
    return Gallery(settings, languages, by_kind, {ref: tuple(found) for ref, found in backlinks.items()})


def with_record(gallery: Gallery, record: Record[Any]) -> Gallery | None:
    """Put a record in the place of the one with its ref; None where there is none, or where it names others."""
    old = gallery.get(record.ref)
    if old is None or references(old.facts) != references(record.facts):
        return None
    kind = {**gallery.records[record.ref.kind], record.id: record}
    return replace(gallery, records={**gallery.records, record.ref.kind: kind})
