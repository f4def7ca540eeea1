"""A catalogue that the site offers, set when a browser asks for it."""

from dataclasses import replace
from pathlib import Path

from galeri.making.images import codecs
from galeri.model.digests import digest
from galeri.model.libraries import libraries
from galeri.model.outputs import BookOutput
from galeri.model.private import PrivateValue
from galeri.model.theme import Theme
from galeri.planning.keys import book_key
from galeri.publishing.books import Press
from galeri.publishing.privacy import Guard


def bound(book: BookOutput, theme: Theme, root: Path, kept: Path, private: tuple[PrivateValue, ...]) -> bytes:
    """Give a book as a PDF, set now if it was not before; raises BookFailedError, and OSError where a photo is gone."""
    # Photos are known by what stands in for their digests, which a book compares.
    photos = tuple(replace(each, digest=digest((root / each.source).read_bytes())) for each in book.photos)
    whole = replace(book, photos=photos)
    key = book_key(whole, theme, codecs(), private, libraries())
    return Press(root, theme, Guard(private), kept / "books").book(whole, key).file.read_bytes()
