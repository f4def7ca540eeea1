"""Outputs → keys: the same key, the same bytes."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from pydantic_core import to_json

from galeri import __version__
from galeri.model.outputs import (
    BookOutput,
    FileOutput,
    FontOutput,
    IconOutput,
    ImageOutput,
    Output,
    PageOutput,
    ShareOutput,
    StylesheetOutput,
)
from galeri.model.private import PrivateValue
from galeri.model.theme import Theme
from galeri.model.views import MissingView, SiteView


def keys(
    outputs: Mapping[str, Output],
    sites: Mapping[str, SiteView],
    theme: Theme,
    codecs: str,
    private: tuple[PrivateValue, ...] = (),
    libraries: str = "",
) -> dict[str, str]:
    """Give each output's key by its path: the digest of its description and of what makes it.

    What makes a page is the versions of this program and its `libraries`, the theme's templates, the interface
    text of its language (for a missing page, of every language), what the language's pages share, and the versions
    of the `codecs`, as it holds its photos' placeholders; what makes an image is the versions of the `codecs`, and what
    draws share pictures and icons the theme's typesetting too. Everything but pictures is searched for the `private`
    values, so what was searched for others is made and searched again.
    """
    searched = f"{__version__} {libraries} {_digest(private)}"
    pages = {
        tag: f"{searched} {codecs} {theme.templates} {theme.texts[tag]} {_digest(site)}"
        for tag, site in sites.items()
    }
    drawn = f"{codecs} {theme.typesetting.digest}"
    return {
        path: book_key(output, theme, codecs, private, libraries)
        if isinstance(output, BookOutput)
        else _key(output, pages, searched, codecs, drawn)
        for path, output in outputs.items()
    }


def book_key(
    output: BookOutput, theme: Theme, codecs: str, private: tuple[PrivateValue, ...], libraries: str
) -> str:
    """Give a book's key: what makes it is what makes pages and images, the theme's Typst files, and the fonts."""
    photos = tuple(replace(photo, source="") for photo in output.photos)
    texts = " ".join(theme.texts[view.language.tag] for view in output.views)
    maker = f"{__version__} {libraries} {codecs} {_digest(private)} {theme.book.digest} {texts}"
    return _digest(replace(output, path="", photos=photos), maker)


def image_key(output: ImageOutput, codecs: str) -> str:
    """Give the key of one derivative."""
    return _digest(_anywhere(output), codecs)


def _key(output: Output, pages: Mapping[str, str], searched: str, codecs: str, drawn: str) -> str:
    match output:
        case PageOutput(view=MissingView()):
            maker = " ".join(pages.values())
        case PageOutput():
            maker = pages[output.language]
        case ImageOutput():
            return image_key(output, codecs)
        case ShareOutput() | IconOutput():
            maker = drawn
        case _:
            maker = searched
    return _digest(_anywhere(output), maker)


def _anywhere(output: Output) -> Output:
    """Forget where files lie on the machine: their digests say what they hold."""
    match output:
        case ImageOutput() | FileOutput():
            return replace(output, source="")
        case FontOutput():
            return replace(output, source="", shown="")
        case ShareOutput(photo=ImageOutput() as photo):
            return replace(output, photo=replace(photo, source=""))
        case IconOutput():
            return replace(output, source="", shown="")
        case StylesheetOutput():
            return replace(output, parts=tuple(replace(part, source="") for part in output.parts))
        case _:
            return output


def _digest(description: object, maker: str = "") -> str:
    digest = hashlib.blake2b(f"{type(description).__name__}\0{maker}\0".encode(), digest_size=16)
    digest.update(to_json(description))
    return digest.hexdigest()
