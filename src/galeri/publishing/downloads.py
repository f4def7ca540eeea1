"""Books to download are set before a site is planned: its pages tell how large they are."""

from collections.abc import Mapping, Sequence

from galeri.making.books import page_count
from galeri.model.outputs import BookFile, BookOutput
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
    missing = [Job(((book, key),)) for book, key in books if not (shelf / f"{key}.pdf").is_file()]
    if missing:
        with staging_folder(workshop.staging):
            for _ in run(missing, workshop):
                pass
    kept = ((book.path, shelf / f"{key}.pdf") for book, key in books)
    return {path: BookFile(file.stat().st_size, page_count(file)) for path, file in kept if file.is_file()}
