"""Outputs → keys: the same key, the same bytes."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from pydantic_core import to_json

from galeri import __version__
from galeri.model.outputs import FileOutput, ImageOutput, Output, PageOutput
from galeri.model.theme import Theme
from galeri.model.views import SiteView


def keys(
    outputs: Mapping[str, Output], sites: Mapping[str, SiteView], theme: Theme, codecs: str
) -> dict[str, str]:
    """Give each output's key by its path: the digest of its description and of what makes it.

    What makes a page is this program's version, the theme's templates, the interface text of its language and
    what the language's pages share; what makes an image is the version of the `codecs`.
    """
    makers = {
        tag: f"{__version__} {theme.templates} {theme.texts[tag]} {_digest(site)}"
        for tag, site in sites.items()
    }
    return {path: _key(output, makers, codecs) for path, output in outputs.items()}


def _key(output: Output, makers: Mapping[str, str], codecs: str) -> str:
    if isinstance(output, PageOutput):
        return _digest(output, makers[output.language])
    if isinstance(output, ImageOutput):
        return _digest(replace(output, source=""), codecs)
    return _digest(replace(output, source="") if isinstance(output, FileOutput) else output, __version__)


def _digest(description: object, maker: str = "") -> str:
    digest = hashlib.blake2b(f"{type(description).__name__}\0{maker}\0".encode(), digest_size=16)
    digest.update(to_json(description))
    return digest.hexdigest()
