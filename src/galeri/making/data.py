"""Descriptions of files for machines → their bytes."""

import json
import xml.etree.ElementTree as ET
from dataclasses import asdict
from datetime import date

from galeri.model.outputs import (
    Data,
    Feed,
    FeedEntry,
    Manifest,
    Robots,
    Sitemap,
    SitemapEntry,
    SitemapIndex,
    Table,
)


def make_data(data: Data) -> bytes:
    """Write a sitemap (sitemaps.org), an Atom feed (RFC 4287), robots.txt (RFC 9309), a manifest (W3C) or a table.

    All of them are UTF-8.
    """
    match data:
        case Sitemap():
            return _xml(_sitemap(data))
        case SitemapIndex():
            return _xml(_sitemap_index(data))
        case Feed():
            return _xml(_feed(data))
        case Manifest():
            return _manifest(data)
        case Robots():
            return f"User-agent: *\nAllow: /\n\nSitemap: {data.sitemap}\n".encode()
        case Table():
            return json.dumps(asdict(data), separators=(",", ":")).encode()


def _manifest(data: Manifest) -> bytes:
    icons = [
        {
            "src": path,
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": "maskable" if form == "maskable" else "any",
        }
        for path, size, form in data.icons
    ]
    said = {
        "name": data.name,
        "description": data.description,
        "lang": data.language,
        "dir": data.direction,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "theme_color": data.colour,
        "background_color": data.ground,
        "icons": icons,
    }
    known = {name: value for name, value in said.items() if value}
    return json.dumps(known, ensure_ascii=False, indent=1).encode() + b"\n"


def _xml(root: ET.Element) -> bytes:
    ET.indent(root)
    made: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return made + b"\n"


def _child(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = text or None
    return child


def _sitemap(data: Sitemap) -> ET.Element:
    root = ET.Element(
        "urlset",
        {
            "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
            "xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1",
            "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
        },
    )
    for entry in data.entries:
        _entry(root, entry)
    return root


def _entry(root: ET.Element, entry: SitemapEntry) -> None:
    node = _child(root, "url")
    _child(node, "loc", entry.url)
    for tag, href in entry.alternates:
        _child(node, "xhtml:link", rel="alternate", hreflang=tag, href=href)
    for image in entry.images:
        _child(_child(node, "image:image"), "image:loc", image)


def _sitemap_index(data: SitemapIndex) -> ET.Element:
    root = ET.Element("sitemapindex", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for url in data.urls:
        _child(_child(root, "sitemap"), "loc", url)
    return root


def _feed(data: Feed) -> ET.Element:
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": data.language})
    _child(root, "id", data.url)
    _child(root, "title", data.title)
    if data.subtitle:
        _child(root, "subtitle", data.subtitle)
    _child(root, "updated", _moment(data.entries[0].added if data.entries else date(1970, 1, 1)))
    _child(root, "link", rel="self", type="application/atom+xml", href=data.url)
    _child(root, "link", rel="alternate", type="text/html", href=data.home)
    _child(_child(root, "author"), "name", data.author)
    for entry in data.entries:
        _feed_entry(root, entry)
    return root


def _feed_entry(root: ET.Element, entry: FeedEntry) -> None:
    node = _child(root, "entry")
    _child(node, "id", entry.url)
    _child(node, "title", entry.card.title)
    _child(node, "updated", _moment(entry.added))
    _child(node, "published", _moment(entry.added))
    _child(node, "link", rel="alternate", type="text/html", href=entry.url)
    for maker in entry.card.makers:
        _child(_child(node, "author"), "name", maker.text)
    if entry.card.summary:
        _child(node, "summary", entry.card.summary)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
