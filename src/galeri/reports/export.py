"""How ready each piece is for a buyer abroad."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from galeri.model.facts_shared import Price
from galeri.model.gallery import Gallery
from galeri.model.problem import Severity
from galeri.model.records import Product
from galeri.model.words import ProductWords
from galeri.reports.rows import YEAR, Row, facts_path, named

_PHOTOS = 3
"""Pictures that a buyer abroad wants at least: the whole, a detail, one more side."""


@dataclass(frozen=True, slots=True)
class ExportRow(Row):
    """`score` is percent of what a buyer asks for; `lacks` names what is not there."""

    score: int
    lacks: tuple[str, ...]


def export(gallery: Gallery, today: date) -> Iterator[ExportRow]:
    """Tell of every piece, the readiest first."""
    rows = [_row(gallery, product, today) for product in gallery.records["product"].values()]
    yield from sorted(rows, key=lambda row: (-row.score, row.record))


def _row(gallery: Gallery, product: Product, today: date) -> ExportRow:
    needs = _facts(product, today) | _words(gallery, product)
    lacks = tuple(need for need, there in needs.items() if not there)
    score = round(100 * (len(needs) - len(lacks)) / len(needs))
    chosen = product.facts.curation == "export"
    severity = None if not lacks else Severity.WARNING if chosen else Severity.NOTE
    state = "ready" if not lacks else "not ready"
    return ExportRow(severity, state, named(product.ref), facts_path(product.ref), score, lacks)


def _facts(product: Product, today: date) -> dict[str, bool]:
    facts, asked = product.facts, product.facts.export
    price = facts.price
    dated = isinstance(price, Price) and price.as_of is not None and (today - price.as_of).days <= YEAR
    return {
        "export.hs": asked.hs is not None,
        "export.moq": asked.moq is not None or facts.edition == "unique",
        "export.lead_time": asked.lead_time is not None,
        "export.capacity": asked.capacity is not None or facts.edition == "unique",
        "export.incoterm": asked.incoterm is not None,
        "price": dated or price == "ask",
        "weight": facts.weight is not None,
        "dimensions": any(value is not None for _, value in facts.dimensions),
        "materials": bool(facts.materials),
        "artisan": bool(facts.makers),
    }


def _words(gallery: Gallery, product: Product) -> dict[str, bool]:
    """Hold the words in English, or in the default language where the gallery has no English."""
    tags = [language.tag for language in gallery.languages]
    telling = product.tellings.get(next((tag for tag in tags if tag.partition("-")[0] == "en"), tags[0]))
    words = telling.words if telling else None
    care = isinstance(words, ProductWords) and bool(words.care)
    alts = sum(bool(each.alt) for each in words.photos.values()) if words else 0
    return {
        "summary (en)": bool(words and words.summary),
        "story (en)": bool(telling and telling.story.markdown),
        "care (en)": care,
        "photos": len(product.photos) >= _PHOTOS,
        "alt (en)": bool(words) and alts >= len(product.photos) > 0,
    }
