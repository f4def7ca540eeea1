"""Outputs → keys: the same key, the same bytes."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from pydantic_core import to_json

from galeri import __version__
from galeri.model.outputs import FileOutput, ImageOutput, Output, PageOutput, StylesheetOutput
from galeri.model.private import PrivateValue
from galeri.model.theme import Theme
from galeri.model.views import SiteView


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
    text of its language and what the language's pages share; what makes an image is the versions of the `codecs`.
    Everything but images is searched for the `private` values, so what was searched for others is made and
    searched again.
    """
    searched = f"{__version__} {libraries} {_digest(private)}"
    pages = {
        tag: f"{searched} {theme.templates} {theme.texts[tag]} {_digest(site)}" for tag, site in sites.items()
    }
    return {path: _key(output, pages, searched, codecs) for path, output in outputs.items()}


def _key(output: Output, pages: Mapping[str, str], searched: str, codecs: str) -> str:
    if isinstance(output, PageOutput):
        return _digest(output, pages[output.language])
    if isinstance(output, ImageOutput):
        return _digest(replace(output, source=""), codecs)
    if isinstance(output, StylesheetOutput):
        return _digest(
            replace(output, parts=tuple(replace(part, source="") for part in output.parts)), searched
        )
    return _digest(replace(output, source="") if isinstance(output, FileOutput) else output, searched)


def _digest(description: object, maker: str = "") -> str:
    digest = hashlib.blake2b(f"{type(description).__name__}\0{maker}\0".encode(), digest_size=16)
    digest.update(to_json(description))
    return digest.hexdigest()
