"""All records of a gallery as they were read, and what a check of one record among them is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from galeri.model.facts_shared import Contact, Facts
from galeri.model.problem import Problem
from galeri.model.records import Ref, Telling
from galeri.reading.records import Origin, ReadRecord


@dataclass(frozen=True, slots=True)
class Whole:
    """All records that were read, by ref, broken ones too; the default language's tag; the council's contact."""

    records: Mapping[Ref, ReadRecord]
    default: str
    contact: Contact

    def ids(self, kind: str) -> list[str]:
        """List the ids that are declared for a kind."""
        return [ref.id for ref in self.records if ref.kind == kind]


Check = Callable[[ReadRecord, Facts, Whole], Iterator[Problem]]
"""Finds what is wrong with one record whose facts could be read."""


def tellings(read: ReadRecord) -> Iterator[tuple[str, Telling, Origin]]:
    """Give what a record says in each language, by tag, and where that is written."""
    if read.record:
        for tag, telling in read.record.tellings.items():
            yield tag, telling, read.words[tag]
