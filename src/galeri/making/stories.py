"""Markdown → HTML that can do no harm: what an allow-list names comes out, and nothing else."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from galeri.model.records import KINDS
from galeri.model.views import Link, Picture, StoryView

_TAGS = (
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q"}
    | {"rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "var", "img"}
    | {"blockquote", "dd", "dl", "dt", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol"}
    | {"p", "pre", "ul", "caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
)
_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_ALIGNMENTS = {"center", "end"}
_SCHEMES = {"http", "https", "mailto", "tel", *KINDS}

_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    allowed_classes={"td": _ALIGNMENTS, "th": _ALIGNMENTS},
    url_schemes=_SCHEMES,
    link_rel=None,
)
_LINK = re.compile(
    rf'<a((?: [^>]*?)?) href="((?:{"|".join(KINDS)}):[^"]*)"([^>]*)>(.*?)</a>', re.DOTALL | re.IGNORECASE
)
_IMAGE = re.compile(r"<img [^>]*>|<img>")
_MARK = re.compile(r"[`\\\[\]!<>&*_@]|  \n")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def converter() -> Callable[[str], str]:
    """Make a function that turns Markdown into harmless HTML; it keeps one instance and the latest results.

    Links to records and photos stay as they were written, for `placed` to lead them somewhere.
    """
    markdown = Markdown(extensions=["tables", "sane_lists", "fenced_code", _Fitting()], output_format="html")

    @lru_cache(maxsize=512)
    def convert(text: str) -> str:
        return sanitize(markdown.reset().convert(text))

    return convert


def sanitize(html: str) -> str:
    """Keep only tags, attributes and schemes of the allow-list (nh3, which is Mozilla's ammonia)."""
    return str(_CLEANER.clean(html))


def placed(html: str, story: StoryView, root: str) -> str:
    """Lead sanitized HTML's links and photos to where they are published; `root` leads from the page to the site.

    A link to a record that is not published becomes plain text, without the text that was written for a person
    who has not agreed to be named; a picture that is not the record's own becomes its alternative text.
    """
    links, pictures = dict(story.links), dict(story.pictures)

    def link(match: re.Match[str]) -> str:
        kind, _, name = unescape(match[2]).partition(":")
        found = links.get(f"{kind.lower()}:{name}")
        if found is None:
            return "" if kind.lower() == "artisan" else match[4]
        return _anchor(found, match[1] + match[3], match[4], root)

    def image(match: re.Match[str]) -> str:
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match[0])}
        found = pictures.get(attributes.get("src", ""))
        alt = attributes.get("alt", "")
        return _figure(found, alt or found.alt, root) if found else escape(alt)

    return _IMAGE.sub(image, _LINK.sub(link, html)) if "<a " in html or "<img" in html else html


def _anchor(link: Link, attributes: str, text: str, root: str) -> str:
    if text.strip():
        return f'<a href="{escape(root + link.path)}"{attributes}>{text}</a>'
    lang = f' lang="{escape(link.lang)}"' if link.lang else ""
    return f'<a href="{escape(root + link.path)}"{attributes}{lang}>{escape(link.text)}</a>'


def _figure(picture: Picture, alt: str, root: str) -> str:
    files = picture.sources[-1].files
    srcset = ", ".join(f"{root}{path} {width}w" for path, width in files)
    return (
        f'<img src="{escape(root + files[-1][0])}" srcset="{escape(srcset)}" sizes="{escape(picture.sizes)}" '
        f'width="{picture.width}" height="{picture.height}" alt="{escape(alt)}" loading="lazy" decoding="async">'
    )


class _Fitting(Extension):
    """Fits stories into a page: their headings start at h2, and tables align by class."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.treeprocessors.register(_Fit(), "fit", 15)  # after the inline patterns (20)
        md.treeprocessors.register(_Plain(), "plain", 25)  # before them
        md.treeprocessors.deregister("prettify")  # nobody reads the line ends that it puts in


class _Plain(Treeprocessor):
    """Spares text without any mark the dozen inline patterns, which are half of a conversion's time."""

    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            if element.text and not _MARK.search(element.text):
                element.text = AtomicString(element.text)


class _Fit(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            if element.tag == "h1":
                element.tag = "h2"
            elif element.tag in {"td", "th"} and (style := element.attrib.pop("style", "")):
                side = style.removeprefix("text-align: ").rstrip(";")
                if side != "left":
                    element.set("class", "end" if side == "right" else "center")
