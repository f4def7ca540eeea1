"""A built site → how much each of its pages weighs on a phone."""

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from galeri.model.problem import GaleriError
from galeri.options import STATE
from galeri.planning.addresses import Addresses, addresses, file_of
from galeri.reading.gallery import Read, read_gallery
from galeri.reading.photos import PhotoBook
from galeri.reports.weight import SitePage, WeightRow, weight

_LEVEL = 6
"""How hard hosts compress: gzip's usual level."""


def weigh(gallery: Path, site: Path | None = None) -> list[WeightRow]:
    """Weigh every page that the gallery has on its built site, in `site` or in the gallery's own folder for it.

    Raises GaleriError where the gallery can't be read, or no site of it was built.
    """
    folder = site or gallery / "site"
    read = read_gallery(gallery, PhotoBook(gallery / STATE / "cache" / "photos.json"))
    if read.gallery is None or read.theme is None:
        message = "the gallery can't be read: galeri check tells why"
        raise GaleriError(message)
    pages = [page for page in _pages(read) if (folder / page.path).is_file()]
    if not pages:
        message = "there is no site of this gallery in “{path}”; galeri build makes it"
        raise GaleriError(message, path=str(folder))

    @cache
    def size(path: str, packed: bool) -> int:  # noqa: FBT001 - called by place
        file = folder / path
        if not file.is_file():
            return 0
        return len(gzip.compress(file.read_bytes(), _LEVEL)) if packed else file.stat().st_size

    return [weight(page, (folder / page.path).read_text(encoding="utf-8"), size) for page in pages]


def _pages(read: Read) -> Iterator[SitePage]:
    """Give every page that the site may have, language by language."""
    assert read.gallery is not None  # noqa: S101 - `weigh` asked
    assert read.theme is not None  # noqa: S101
    for language in read.gallery.languages:
        yield from _of_language(read, addresses(read.theme, language))


def _of_language(read: Read, places: Addresses) -> Iterator[SitePage]:
    assert read.gallery is not None  # noqa: S101 - `weigh` asked
    yield SitePage("home", "", file_of(places.home()))
    for kind, records in read.gallery.records.items():
        yield SitePage("index", "", file_of(places.index(kind)))
        for record in records.values():
            yield SitePage(kind, f"{kind}:{record.id}", file_of(places.record(record.ref)))
