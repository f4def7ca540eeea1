"""What is kept beside a gallery: a survey of it, and the removal of what neither a site nor the gallery uses.

What that needs is imported where it is needed, since every command would wait for it.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from galeri.model.problem import GaleriError, Severity
from galeri.options import STATE
from galeri.pipeline import today

if TYPE_CHECKING:
    from galeri.model.outputs import Plan
    from galeri.publishing.upkeep import Survey, Wanted
    from galeri.reading.gallery import Read


def look_after_cache(gallery: Path, waiting: Callable[[str], None], *, prune: bool = False) -> "Survey":
    """Survey what a gallery's `.galeri/` holds; with `prune`, remove before what no site and no plan uses.

    Raises GaleriError where something was to be removed, but the gallery's problems forbid to say what it uses, and
    where the environment forbids it.
    """
    from galeri.publishing.ledger import ledger_path  # noqa: PLC0415
    from galeri.publishing.upkeep import prune as remove_unused  # noqa: PLC0415
    from galeri.publishing.upkeep import survey  # noqa: PLC0415

    gallery = gallery.resolve()
    state = gallery / STATE
    wanted = _wanted(gallery)
    if prune:
        if wanted is None:
            message = "the gallery has problems, which `galeri build` tells; nothing was removed"
            raise GaleriError(message)
        remove_unused(state, wanted, ledger_path(state, gallery / "site"), waiting)
    return survey(state, wanted)


def _wanted(gallery: Path) -> "Wanted | None":
    """Say what a gallery would use as it is now; None where its problems forbid to say it.

    Its drafts are included, the pictures of every build, quick or for a release, and the books of its editions.
    """
    from galeri.making.images import codecs  # noqa: PLC0415
    from galeri.planning.plan import plan  # noqa: PLC0415
    from galeri.publishing.upkeep import Wanted  # noqa: PLC0415
    from galeri.reading.gallery import read_gallery  # noqa: PLC0415
    from galeri.reading.photos import PhotoBook  # noqa: PLC0415

    if not (gallery / "galeri.yaml").is_file():
        message = "there is no galeri.yaml in “{folder}”"
        raise GaleriError(message, folder=str(gallery))
    read = read_gallery(gallery, PhotoBook(gallery / STATE / "cache" / "photos.json"))
    if (
        read.gallery is None
        or read.theme is None
        or any(each.severity is Severity.ERROR for each in read.problems)
    ):
        return None
    planned = [
        plan(read.gallery, read.theme, today(), codecs(), drafts=True, release=release)[0]
        for release in (False, True)
    ]
    photos = (photo.file.digest for record in read.gallery.all_records() for photo in record.photos)
    return Wanted(frozenset([*_keys(gallery, planned), *_book_keys(read, codecs())]), frozenset(photos))


def _keys(gallery: Path, plans: "Iterable[Plan]") -> Iterator[str]:
    """Give the keys of all outputs, and of the placeholders that stand in for pictures."""
    from galeri.model.outputs import ImageOutput  # noqa: PLC0415
    from galeri.publishing.cache import PLACEHOLDERS  # noqa: PLC0415
    from galeri.publishing.placeholders import Placeholders  # noqa: PLC0415

    placeholders = Placeholders(gallery, gallery / STATE / "cache" / PLACEHOLDERS)
    for planned in plans:
        yield from planned.keys.values()
        pictures = (each for each in planned.outputs.values() if isinstance(each, ImageOutput))
        yield from map(placeholders.key, {each.placeholder for each in pictures})


def _book_keys(read: "Read", codecs: str) -> Iterator[str]:
    """Give the keys of the books of all editions, with drafts and without."""
    from galeri.model.libraries import libraries  # noqa: PLC0415
    from galeri.planning.books import every_book  # noqa: PLC0415
    from galeri.planning.keys import book_key  # noqa: PLC0415
    from galeri.planning.publishable import publishable  # noqa: PLC0415

    if read.gallery is None or read.theme is None:
        return
    for drafts in (False, True):
        shown, withheld = publishable(read.gallery, today(), drafts=drafts)
        for each in every_book(shown, read.theme):
            yield book_key(each, read.theme, codecs, (*read.private, *withheld), libraries())
