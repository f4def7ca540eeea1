"""A preview of a small gallery that runs while all tests of a file edit it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from tests.support.galleries import FILES, PHOTOS, Small, photo, plain_theme, small_gallery
from tests.support.preview import Served, preview
from tests.support.processes import eventually


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers."""

    status: int
    kind: str
    data: bytes

    @property
    def text(self) -> str:
        """The data as text."""
        return self.data.decode()


@dataclass(slots=True)
class Previewed:
    """A gallery and its preview."""

    gallery: Small
    served: Served

    def get(self, path: str, host: str = "", part: str = "") -> Reply:
        """Ask for a path, under the name of a `host` if one is given, or for a `part` of it: a range of bytes."""
        headers = ({"Host": host} if host else {}) | ({"Range": f"bytes={part}"} if part else {})
        asked = Request(self.served.address + quote(path), headers=headers)  # noqa: S310 - the preview's own address
        try:
            with urlopen(asked, timeout=60) as answer:  # noqa: S310
                return Reply(answer.status, answer.headers["Content-Type"], answer.read())
        except HTTPError as error:
            return Reply(error.code, error.headers["Content-Type"], error.read())

    def shows(self, text: str, path: str = "products/kain/") -> bool:
        """Whether a page comes to show a text soon."""
        return eventually(lambda: text in self.get(path).text)

    def hides(self, text: str, path: str = "products/kain/") -> bool:
        """Whether a page comes not to show a text soon."""
        return eventually(lambda: text not in self.get(path).text)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    gallery = small_gallery(tmp_path_factory.mktemp("preview") / "gallery")
    with preview(gallery.root) as served:
        yield Previewed(gallery, served)


@pytest.fixture
def shown(running: Previewed) -> Iterator[Previewed]:
    """The preview of a gallery without a mistake; what a test does to it is undone."""
    pages = ("", "products/kain/", "en/", "sitemap.xml")

    def seen() -> list[str]:
        """Read some pages, without what tells one copy of a photo from another."""
        return [re.sub(r"\.[0-9a-f]{12}\.", ".", running.get(path).text) for path in pages]

    before = seen()
    yield running
    gallery = running.gallery
    known = {Path(gallery.root, path) for path in (*FILES, *PHOTOS)}
    for path in (gallery.root / "content").rglob("*"):
        if path.is_file() and path not in known:
            path.unlink()
    whole = {name: text.encode() for name, text in FILES.items()}
    whole |= {name: photo(colour) for name, colour in PHOTOS.items()}
    for name, data in whole.items():
        file = gallery.root / name
        if not file.is_file() or file.read_bytes() != data:
            gallery.write(name, data)
    plain_theme(gallery)
    assert eventually(lambda: seen() == before)
