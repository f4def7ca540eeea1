"""Placeholders of photos, kept by key: they are made while a photo is at hand, else when a page asks for them."""

import hashlib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from galeri.making.picture_errors import BrokenImageError
from galeri.model.digests import digest
from galeri.model.outputs import ImageOutput
from galeri.model.problem import Place, Problem
from galeri.model.views import Placeholder
from galeri.publishing.cache import Cache


class NoPlaceholderError(Exception):
    """A photo of which no placeholder can be made, as it is broken or has changed."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem to show."""
        super().__init__(problem)
        self.problem = problem


class Placeholders:
    """Gives the placeholders of the photos of one gallery."""

    def __init__(self, root: Path, folder: Path) -> None:
        """Read photos below `root`, and keep in `folder` what is made of them."""
        self._root = root
        self._cache = Cache(folder)
        self._known: dict[Placeholder, str] = {}

    def address(self, asked: Placeholder) -> str:
        """Give a placeholder as an address that holds it, "" where a photo has none; raises NoPlaceholderError."""
        known = self._known.get(asked)
        if known is None:
            kept = self._cache.get(self.key(asked))
            known = self._known[asked] = self._made(asked) if kept is None else kept.decode()
        return known

    def kept(self, asked: Placeholder) -> str:
        """Give a placeholder that was made before, "" where none was."""
        made = self._cache.get(self.key(asked))
        return made.decode() if made else ""

    def keep(self, data: bytes, outputs: Iterable[ImageOutput]) -> None:
        """Make the placeholders of a photo whose bytes are at hand, for all that is shown of it."""
        from galeri.making.placeholders import make_placeholders  # noqa: PLC0415 - Pillow, only where it is needed

        for each, address in make_placeholders(data, {output.placeholder for output in outputs}):
            self._cache.put(self.key(each), address.encode())

    def _made(self, asked: Placeholder) -> str:
        from galeri.making.placeholders import make_placeholders  # noqa: PLC0415

        data = (self._root / asked.source).read_bytes()
        if digest(data) != asked.digest:
            raise NoPlaceholderError(Problem("changed-file", Place(asked.source)))
        try:
            [(_, made)] = make_placeholders(data, [asked])
        except BrokenImageError as error:
            values = {"reason": str(error)}
            raise NoPlaceholderError(Problem("broken-photo", Place(asked.source), values)) from error
        self._cache.put(self.key(asked), made.encode())
        return made

    def key(self, asked: Placeholder) -> str:
        """Name what is kept of a placeholder."""
        frame = (asked.left, asked.top, asked.width, asked.height)
        described = f"{self._maker}|{asked.digest}|{frame}"
        return hashlib.blake2b(described.encode(), digest_size=16).hexdigest()

    @cached_property
    def _maker(self) -> str:
        from galeri.making.images import codecs  # noqa: PLC0415
        from galeri.making.placeholders import MAKER  # noqa: PLC0415

        return f"placeholder {MAKER}, {codecs()}"
