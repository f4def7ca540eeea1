"""Where each page lies: pure arithmetic on paths of the site, which have no leading slash and end in one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from galeri.model.records import KINDS, Ref
from galeri.model.theme import OPTIONAL_SEGMENTS, Theme
from galeri.model.words import Language


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one language: `prefix` is its folder, `segments` that of each kind and optional page."""

    prefix: str
    segments: Mapping[str, str]

    def home(self) -> str:
        """Give the first page's path."""
        return self.prefix

    def index(self, kind: str, number: int = 1) -> str:
        """Give the path of page `number` (from 1) of a kind's index."""
        base = f"{self.prefix}{self.segments[kind]}/"
        return base if number == 1 else f"{base}p/{number}/"

    def search(self) -> str:
        """Give the search page's path."""
        return f"{self.prefix}{self.segments['search']}/"

    def catalogues(self) -> str:
        """Give the path of the page that lists the catalogues to download."""
        return f"{self.prefix}{self.segments['catalogues']}/"

    def record(self, ref: Ref) -> str:
        """Give the path of a record's page."""
        return f"{self.prefix}{self.segments[ref.kind]}/{ref.id}/"


def addresses(theme: Theme, language: Language) -> Addresses:
    """Make the addresses of a language from the theme's translated segments."""
    return Addresses(
        language.prefix, {kind: theme.segment(language.tag, kind) for kind in (*KINDS, *OPTIONAL_SEGMENTS)}
    )


def file_of(path: str) -> str:
    """Give the output path of the page at `path`."""
    return f"{path}index.html"


def root_from(path: str) -> str:
    """Give what leads from the page at `path` to the site's root: `./`, `../`, `../../`."""
    return "../" * path.count("/") or "./"


@lru_cache(maxsize=65536)
def url(base_url: str, path: str) -> str:
    """Give the full address of a path, percent-encoded (RFC 3986)."""
    return base_url + quote(path)
