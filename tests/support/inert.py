"""Whether a page can do anything but be read: it is parsed as browsers do, twice, by two parsers."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

import lxml.html

FORBIDDEN = (
    {"iframe", "object", "embed", "applet", "form", "base", "style", "frame", "frameset", "svg", "math"}
    | {"template", "portal", "noscript", "input", "textarea", "select", "dialog", "marquee", "isindex", "xml"}
)  # fmt: skip
ADDRESSES = (
    {"href", "src", "action", "formaction", "poster", "data", "cite", "background", "manifest", "xlink:href"}
    | {"longdesc", "ping"}
)  # fmt: skip
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
BLOCKING = frozenset({"style", "srcdoc", "formaction", "background", "ping", "xmlns", "is"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCRIPT = re.compile(r"[^:]*static/[a-z]+\.[0-9a-f]{10}\.js")
_TOOLS = {
    "input": {"type", "value", "id", "autocomplete", "spellcheck"},
    "button": {"type", "class", "hidden", "aria-label"} | {"data-do", "data-done", "data-failed"},
    "template": {"class"},
    "dialog": {"class", "aria-label"},
    "svg": {"class", "viewbox", "preserveaspectratio", "width", "height", "direction"}
    | {"aria-hidden", "role", "aria-label"},
}  # fmt: skip
_PLACEHOLDER = re.compile(r"data:image/webp;base64,[A-Za-z0-9+/=]{1,177}")
_STRIPPED = re.compile(r"[\t\n\r]|^[\x00-\x20]+")


class Element(NamedTuple):
    """An element: its tag and its attributes, in small letters, values decoded."""

    tag: str
    attributes: tuple[tuple[str, str], ...]


class _Reader(HTMLParser):
    """Reads a page as tokens, without mending it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, tuple((name, value or "") for name, value in attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts[-1] += data


def check_inert(page: str, scripts: int = 0, *, theme: bool = False) -> None:
    """Insist that a page (or a part of one) holds nothing that runs, frames, sends or restyles.

    `scripts` is how many blocks of structured data it may hold, each of which must be JSON. A page of a `theme` may
    also hold the theme's own tools, in the very shape that they have there.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    for element in (*reader.elements, *_tree(page)):
        if not (theme and is_tool(element)):
            check_element(element)
    blocks = [script for script in reader.scripts if script or not theme]
    assert len(blocks) == scripts
    for script in blocks:
        assert "<" not in script
        json.loads(script)


def is_tool(element: Element) -> bool:
    """Whether an element is one of those with which a theme searches, filters and enlarges, which send nothing."""
    attributes = dict(element.attributes)
    if element.tag == "script":
        return set(attributes) == {"type", "src"} and _SCRIPT.fullmatch(attributes["src"]) is not None
    if element.tag == "meta":
        return attributes.get("http-equiv") == "Content-Security-Policy"
    allowed = _TOOLS.get(element.tag)
    return allowed is not None and set(attributes) <= allowed


def check_element(element: Element) -> None:
    """Insist that an element is harmless."""
    attributes = dict(element.attributes)
    assert element.tag not in FORBIDDEN, element
    if element.tag == "script":
        assert attributes == {"type": "application/ld+json"}, element
    if element.tag == "button":
        assert attributes["type"] == "button", element
    if element.tag == "meta":
        assert "http-equiv" not in attributes, element
    if element.tag == "link":
        assert set(attributes["rel"].split()) <= {
            "stylesheet",
            "icon",
            "apple-touch-icon",
            "manifest",
            "canonical",
            "alternate",
            "license",
            "preload",
        }
    for name, value in element.attributes:
        assert not name.startswith("on"), element
        assert name not in BLOCKING, element
        placeholder = element.tag == "image" and name == "href" and _PLACEHOLDER.fullmatch(value)
        if name in ADDRESSES and not placeholder:
            check_address(value)
        if name == "srcset":
            for part in value.split(","):
                check_address(part.strip())


def check_address(address: str) -> None:
    """Insist that an address leads to a page, a mailbox or a telephone."""
    scheme = _SCHEME.match(_STRIPPED.sub("", address))
    assert scheme is None or scheme[1].lower() in SCHEMES, address


def _tree(page: str) -> Iterator[Element]:
    if not page.strip():
        return
    for node in lxml.html.document_fromstring(f"<div>{page}</div>" if "<html" not in page else page).iter():
        if isinstance(node.tag, str):
            yield Element(node.tag.lower(), tuple((str(k).lower(), str(v)) for k, v in node.attrib.items()))
