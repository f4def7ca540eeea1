"""Every link: to other records, and to other hosts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from galeri.model.facts import PUBLISHED, ProductFacts, references
from galeri.model.gallery import Gallery
from galeri.model.problem import Severity
from galeri.model.records import Record, Ref
from galeri.reports.rows import Row, facts_path, folder, named, records

_ADDRESS = re.compile(r"https?://[^\s<>()\"'`\]]+[^\s<>()\"'`\].,;:!?]")


@dataclass(frozen=True, slots=True)
class LinkRow(Row):
    """`target` is `kind:id` or a web address."""

    target: str


def links(gallery: Gallery, _: date) -> Iterator[LinkRow]:
    """Tell of every link of every record: whether a record that it names is there, and published."""
    for record in records(gallery):
        for _loc, kind, name in references(record.facts):
            yield _internal(gallery, record, facts_path(record.ref), Ref(kind, name))
        for tag, telling in record.tellings.items():
            for link in telling.story.links:
                yield _internal(gallery, record, f"{folder(record.ref)}/{tag}.md", link.ref)
        yield from _external(record)


def answered(rows: Iterable[LinkRow], answers: dict[str, str]) -> Iterator[LinkRow]:
    """Put in what hosts answered: `answers` gives for an address an empty text, or what is wrong with it."""
    for row in rows:
        answer = answers.get(row.target)
        if answer is None:
            yield row
        elif answer:
            yield replace(row, severity=Severity.ERROR, state=answer)
        else:
            yield replace(row, severity=None, state="answers")


def _internal(gallery: Gallery, record: Record[Any], path: str, ref: Ref) -> LinkRow:
    target = gallery.records.get(ref.kind, {}).get(ref.id)
    if target is None:
        return LinkRow(Severity.ERROR, "nowhere", named(record.ref), path, named(ref))
    hidden = isinstance(target.facts, ProductFacts) and target.facts.curation not in PUBLISHED
    state, severity = ("not published", Severity.NOTE) if hidden else ("there", None)
    return LinkRow(severity, state, named(record.ref), path, named(ref))


def _external(record: Record[Any]) -> Iterator[LinkRow]:
    texts = [(facts_path(record.ref), record.facts.model_dump_json())]
    texts += [
        (f"{folder(record.ref)}/{tag}.md", said.story.markdown) for tag, said in record.tellings.items()
    ]
    for path, text in texts:
        for address in dict.fromkeys(_ADDRESS.findall(text)):
            yield LinkRow(None, "not asked", named(record.ref), path, address)
