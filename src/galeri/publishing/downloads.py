"""Books to download are set before a site is planned: its pages tell how large they are, and show their covers."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from galeri.making.books import page_count
from galeri.making.photo_decoding import stored_size
from galeri.model.digests import digest
from galeri.model.outputs import BookFile, BookOutput
from galeri.model.records import PhotoFile
from galeri.publishing.cache import BOOKS
from galeri.publishing.jobs import Job, Workshop
from galeri.publishing.pool import Run
from galeri.publishing.staging import staging_folder


def set_downloads(
    books: Sequence[tuple[BookOutput, str]], workshop: Workshop, run: Run
) -> Mapping[str, BookFile]:
    """Set the books that are not kept under their key, and tell of each by its path.

    One that can't be set is left out: making the site tries it once more, and tells what is wrong.
    """
    shelf = workshop.cache.with_name(BOOKS)
    missing = [Job(((book, key),)) for book, key in books if not _kept(shelf / key)]
    if missing:
        with staging_folder(workshop.staging):
            for _ in run(missing, workshop):
                pass
    return {book.path: _told(shelf / key, workshop.root) for book, key in books if _kept(shelf / key)}


def _kept(book: Path) -> bool:
    """Say whether a book is there, whole, with its notes and the picture of its cover."""
    return all(book.with_suffix(ending).is_file() for ending in (".pdf", ".json", ".png"))


def _told(book: Path, root: Path) -> BookFile:
    file, picture = book.with_suffix(".pdf"), book.with_suffix(".png")
    data = picture.read_bytes()
    cover = PhotoFile(picture.relative_to(root).as_posix(), digest(data), *stored_size(data))
    return BookFile(file.stat().st_size, page_count(file), cover)
