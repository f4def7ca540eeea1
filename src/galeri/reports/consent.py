"""What each maker agreed to, and until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from galeri.model.facts_shared import Consent
from galeri.model.gallery import Gallery
from galeri.model.problem import Severity
from galeri.model.records import Artisan
from galeri.reports.rows import SOON, Row, facts_path, named

_THINGS = ("name", "portrait", "story", "phone")


@dataclass(frozen=True, slots=True)
class ConsentRow(Row):
    """`agreed` names what may be shown; `form` is the form's number, `ends` the day from which it no longer holds."""

    agreed: tuple[str, ...]
    form: str
    ends: date | None


def consent(gallery: Gallery, today: date) -> Iterator[ConsentRow]:
    """Tell of every maker."""
    for artisan in gallery.records["artisan"].values():
        yield _row(artisan, artisan.facts.consent, today)


def _row(artisan: Artisan, given: Consent, today: date) -> ConsentRow:
    agreed = tuple(thing for thing in _THINGS if getattr(given, thing))
    state = _state(given, agreed, today)
    severity = {"missing": Severity.WARNING, "expired": Severity.WARNING, "expires soon": Severity.NOTE,
                "no form": Severity.NOTE, "withdrawn": Severity.NOTE, "not yet": Severity.NOTE}.get(state)  # fmt: skip
    ends = min((day for day in (given.withdrawn, given.expires) if day), default=None)
    return ConsentRow(severity, state, named(artisan.ref), facts_path(artisan.ref), agreed, given.form, ends)


def _state(given: Consent, agreed: tuple[str, ...], today: date) -> str:
    if given.withdrawn and given.withdrawn <= today:
        return "withdrawn"
    if given.expires and given.expires <= today:
        return "expired"
    if given.ended(today):
        return "not yet"
    if not agreed:
        return "missing"
    if given.expires and (given.expires - today).days <= SOON:
        return "expires soon"
    return "given" if given.form and given.on else "no form"
