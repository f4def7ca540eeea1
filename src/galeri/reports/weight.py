"""How much each page's first view weighs on a phone, over the wire, and whether it may."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from galeri.model.problem import Severity
from galeri.reports.first_view import first_view
from galeri.reports.rows import Row

WHOLE = {"product": 100_000, "home": 150_000}
"""Bytes of a first view, by the kind of page; other kinds may be as heavy as they are."""
STATES = ("light", "near", "heavy")
STYLES, SCRIPTS = 15_000, 10_000
"""Bytes of all stylesheets, and of all scripts before the search is opened, on any page."""
_PACKED = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml"})
Size = Callable[[str, bool], int]
"""Gives how many bytes a file of the site has, by its path; compressed by gzip where that is asked for."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of a built site: its kind (`home`, `index`, or that of its record), its record, its file's path."""

    kind: str
    record: str
    path: str


@dataclass(frozen=True, slots=True)
class WeightRow(Row):
    """`page` is the page's path on the site. Weights are bytes over the wire; `most` is what the first view may weigh.

    `perhaps` are pictures so near to where a browser stops fetching that it may fetch them, too; they are not in the
    `whole`. `state` is heavy where something is above what it may be, near where it would be with these.
    """

    page: str
    document: int
    styles: int
    scripts: int
    fonts: int
    pictures: int
    whole: int
    perhaps: int
    most: int | None


def weight(page: SitePage, html: str, size: Size) -> WeightRow:
    """Weigh what a phone asks for before its visitor scrolls; files that are not there weigh nothing."""
    found = first_view(html)
    asked = (found.styles, found.scripts, found.fonts, found.pictures, found.perhaps)
    styles, scripts, fonts, pictures, perhaps = (_sum(page.path, each, size) for each in asked)
    document = size(page.path, True)  # noqa: FBT003 - pages are compressed
    whole = document + styles + scripts + fonts + pictures
    most = WHOLE.get(page.kind)
    heavy = styles > STYLES or scripts > SCRIPTS or (most is not None and whole > most)
    near = most is not None and whole + perhaps > most
    return WeightRow(
        severity=Severity.ERROR if heavy else Severity.WARNING if near else None,
        state="heavy" if heavy else "near" if near else "light",
        record=page.record,
        path=page.path,
        page=page.path.removesuffix("index.html") or "/",
        document=document,
        styles=styles,
        scripts=scripts,
        fonts=fonts,
        pictures=pictures,
        whole=whole,
        perhaps=perhaps,
        most=most,
    )


def _sum(page: str, addresses: Iterable[str], size: Size) -> int:
    files = {found for each in addresses if (found := _file(page, each))}
    return sum(size(each, PurePosixPath(each).suffix in _PACKED) for each in files)


def _file(page: str, address: str) -> str:
    """Give the path of the file at an address that stands on a page; "" for those of other hosts."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    return normpath(PurePosixPath(page).parent.joinpath(unquote(parts.path)).as_posix())
