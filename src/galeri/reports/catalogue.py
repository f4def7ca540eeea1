"""The reports there are, by name: each is a pure function from a gallery and a day to rows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import NamedTuple

from galeri.model.gallery import Gallery
from galeri.reports.certificates import CertificateRow, certificates
from galeri.reports.consent import ConsentRow, consent
from galeri.reports.coverage import CoverageRow, coverage
from galeri.reports.export import ExportRow, export
from galeri.reports.links import LinkRow, links
from galeri.reports.photos import PhotoRow, photos
from galeri.reports.rows import Row
from galeri.reports.stale import StaleRow, stale
from galeri.reports.translations import Translation, translations


class Report(NamedTuple):
    """A report: the type of its rows, whose fields are its columns, what makes them, and the states they can have."""

    row: type[Row]
    make: Callable[[Gallery, date], Iterator[Row]]
    states: tuple[str, ...]

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order."""
        return [field.name for field in fields(self.row)]


REPORTS: Mapping[str, Report] = {
    "translations": Report(Translation, translations, ("complete", "partial", "missing", "older")),
    "photos": Report(PhotoRow, photos, ("complete", "incomplete", "withheld")),
    "consent": Report(
        ConsentRow,
        consent,
        ("given", "expires soon", "no form", "missing", "expired", "withdrawn", "not yet"),
    ),
    "certificates": Report(CertificateRow, certificates, ("holds", "expires soon", "expired", "no number")),
    "export": Report(ExportRow, export, ("ready", "not ready")),
    "stale": Report(StaleRow, stale, ("fresh", "stale", "never")),
    "coverage": Report(CoverageRow, coverage, ("covered", "no piece", "nothing")),
    "links": Report(LinkRow, links, ("there", "not published", "nowhere", "not asked", "answers")),
}
