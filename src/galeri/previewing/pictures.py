"""One picture of a page, made when a browser asks for it: quickly, in a quality that is enough to judge a page by."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path

from galeri.model.outputs import ImageOutput
from galeri.planning.keys import image_key
from galeri.publishing.cache import PICTURES, PREVIEWS, Cache

_QUALITY = 72
"""Of a JPEG: this format is encoded soonest."""


class Pictures:
    """Makes pictures of a gallery's photos and keeps them; what a build has made already is taken from there."""

    def __init__(self, root: Path, kept: Path) -> None:
        """Read photos below `root`; `kept` is the folder of all that is kept by key."""
        self._root = root
        self._built, self._previews = Cache(kept / PICTURES), Cache(kept / PREVIEWS)

    @cached_property
    def _codecs(self) -> str:
        from galeri.making.images import codecs  # noqa: PLC0415 - the first page does not wait for it

        return codecs()

    def picture(self, output: ImageOutput) -> tuple[bytes, str]:
        """Give a picture and its format; raises BrokenImageError, and OSError where the photo is gone."""
        built = self._built.get(image_key(output, self._codecs))
        if built is not None:
            return built, output.format
        quick = replace(output, format="jpeg", quality=_QUALITY, fine=False, heaviest=None)
        key = image_key(quick, self._codecs)
        made = self._previews.get(key)
        if made is None:
            from galeri.making.images import make_images  # noqa: PLC0415

            [(_, made)] = make_images((self._root / output.source).read_bytes(), [quick])
            self._previews.put(key, made)
        return made, quick.format
