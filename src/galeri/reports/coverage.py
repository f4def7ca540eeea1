"""Where the gallery has something to show, and where nothing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from galeri.model.facts import PUBLISHED, ProductFacts
from galeri.model.gallery import Gallery
from galeri.model.problem import Severity
from galeri.model.records import Ref
from galeri.reports.rows import Row, facts_path, named, title

_LINKED = ("region", "technique", "material", "motif")
CRAFTS: tuple[str, ...] = get_args(ProductFacts.model_fields["kind"].annotation)


@dataclass(frozen=True, slots=True)
class CoverageRow(Row):
    """`of` is the kind of record, or `craft` for a kind of piece; `pieces` are published, `makers` work there."""

    of: str
    name: str
    pieces: int
    makers: int


def coverage(gallery: Gallery, _: date) -> Iterator[CoverageRow]:
    """Tell of every region (with those below it), technique, material and motif, and every kind of piece."""
    published = {
        name for name, each in gallery.records["product"].items() if each.facts.curation in PUBLISHED
    }
    for kind in _LINKED:
        for record in gallery.records[kind].values():
            refs = [record.ref, *_below(gallery, record.ref)]
            pieces = {each.id for ref in refs for each in gallery.linked_from(ref, "product")} & published
            makers = {each.id for ref in refs for each in gallery.linked_from(ref, "artisan")}
            path = facts_path(record.ref)
            yield _row(named(record.ref), path, kind, title(gallery, record), (len(pieces), len(makers)))
    crafts = Counter(gallery.records["product"][name].facts.kind for name in published)
    for craft in CRAFTS:
        yield _row("", "", "craft", craft, (crafts[craft], 0))


def _row(record: str, path: str, of: str, name: str, counts: tuple[int, int]) -> CoverageRow:
    state = "nothing" if not any(counts) else "no piece" if not counts[0] else "covered"
    return CoverageRow(None if counts[0] else Severity.NOTE, state, record, path, of, name, *counts)


def _below(gallery: Gallery, ref: Ref) -> Iterator[Ref]:
    """Give all regions below a region, each once, also where regions lie in themselves."""
    seen, circle = {ref}, [ref] if ref.kind == "region" else []
    while circle:
        circle = [each.ref for above in circle for each in gallery.linked_from(above, "region")]
        circle = [each for each in dict.fromkeys(circle) if each not in seen]
        seen.update(circle)
        yield from circle
