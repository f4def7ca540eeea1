"""A built site, parsed: its pages by path, and where the links of each page lead."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml import html as lxml_html

HOST = "https://lima.example"
BASE = f"{HOST}/kriya/"
LANGUAGES = {"id": "", "en": "en/", "ar": "ar/", "jv-Java": "jv-java/", "mad": "mad/"}
"""The folder of each language, the default one first."""


@dataclass(frozen=True)
class Site:
    """A folder that a gallery was built into."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, Any]:
        """Give every page, parsed, by its path in the folder."""
        return {
            path.relative_to(self.folder).as_posix(): lxml_html.fromstring(path.read_bytes())
            for path in sorted(self.folder.rglob("*.html"))
        }

    @cached_property
    def files(self) -> set[str]:
        """Give the path of every file."""
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    def text(self, path: str) -> str:
        """Give a page as it was written."""
        return (self.folder / path).read_text(encoding="utf-8")

    def language(self, path: str) -> str:
        """Give the tag of the language that a page is in."""
        return str(self.pages[path].get("lang"))


def said(page: Any, path: str) -> list[str]:  # noqa: ANN401 - lxml has no types
    """Give what an XPath finds: text, attributes, or the text of elements."""
    found: list[Any] = page.xpath(path)
    return [str(each) if isinstance(each, str) else " ".join(each.text_content().split()) for each in found]


def references(page: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """Give every address that a page names for a browser to load or to follow."""
    for element in page.iter(etree.Element):
        full = element.tag == "link" and (element.get("rel") == "canonical" or element.get("hreflang"))
        for name in () if full else ("href", "src", "poster", "action", "data"):
            if name in element.attrib:
                yield element.attrib[name]
        for name in ("srcset", "imagesrcset"):
            if name in element.attrib:
                yield from (part.split()[0] for part in element.attrib[name].split(","))


def target(page: str, reference: str, root: str = "/") -> str | None:
    """Give the file that a reference of a page leads to where the site lies at `root`; None outside the site."""
    parts = urlsplit(reference)
    if parts.scheme or parts.netloc:
        return None
    place = root + posixpath.dirname(page)
    path = posixpath.normpath(posixpath.join(place, unquote(parts.path))) if parts.path else root + page
    if parts.path.endswith("/") or parts.path in {"", ".", ".."}:
        path = posixpath.join(path, "index.html") if parts.path else path
    assert path.startswith(root), f"{page}: {reference} leaves the site"
    return path.removeprefix(root)
