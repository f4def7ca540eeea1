"""Which certificates hold, which end soon, and which are claimed without a number."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from galeri.model.facts_shared import Certification
from galeri.model.gallery import Gallery
from galeri.model.problem import Severity
from galeri.model.records import Product
from galeri.reports.rows import SOON, Row, facts_path, named


@dataclass(frozen=True, slots=True)
class CertificateRow(Row):
    """A certificate of a piece, with the day from which it no longer holds."""

    scheme: str
    number: str
    expires: date | None


def certificates(gallery: Gallery, today: date) -> Iterator[CertificateRow]:
    """Tell of every certificate of every piece."""
    for product in gallery.records["product"].values():
        yield from (_row(product, each, today) for each in product.facts.certifications)


def _row(product: Product, each: Certification, today: date) -> CertificateRow:
    state = _state(each, today)
    severity = {
        "expired": Severity.WARNING,
        "expires soon": Severity.WARNING,
        "no number": Severity.WARNING,
    }.get(state)
    scheme = " ".join(part for part in (each.name or each.scheme, each.grade) if part)
    return CertificateRow(
        severity, state, named(product.ref), facts_path(product.ref), scheme, each.number, each.expires
    )


def _state(each: Certification, today: date) -> str:
    if each.expires and each.expires <= today:
        return "expired"
    if not each.number:
        return "no number"
    return "expires soon" if each.expires and (each.expires - today).days <= SOON else "holds"
