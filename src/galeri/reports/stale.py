"""What nobody has checked for a year: makers' records, and prices."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from galeri.model.facts_shared import Price
from galeri.model.gallery import Gallery
from galeri.model.problem import Severity
from galeri.model.records import Record
from galeri.reports.rows import YEAR, Row, facts_path, named


@dataclass(frozen=True, slots=True)
class StaleRow(Row):
    """`field` was checked `on` a day, `days` ago; None where it never was."""

    field: str
    on: date | None
    days: int | None


def stale(gallery: Gallery, today: date) -> Iterator[StaleRow]:
    """Tell of every maker and every piece with a price, the longest unchecked first."""
    rows = [
        _row(artisan, "verified", artisan.facts.verified.on if artisan.facts.verified else None, today)
        for artisan in gallery.records["artisan"].values()
    ]
    rows += [
        _row(product, "price.as_of", product.facts.price.as_of, today)
        for product in gallery.records["product"].values()
        if isinstance(product.facts.price, Price)
    ]
    yield from sorted(rows, key=lambda row: (row.days is not None, -(row.days or 0), row.record))


def _row(record: Record[Any], field: str, on: date | None, today: date) -> StaleRow:
    days = (today - on).days if on else None
    state = "never" if days is None else "stale" if days > YEAR else "fresh"
    severity = None if state == "fresh" else Severity.WARNING
    return StaleRow(severity, state, named(record.ref), facts_path(record.ref), field, on, days)
