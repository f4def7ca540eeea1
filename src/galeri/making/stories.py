"""Markdown → HTML that can do no harm: what an allow-list names comes out, and nothing else."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape, unescape

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from galeri.model.records import KINDS
from galeri.model.views import Link, Picture, Placeholder, StoryView

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
_LINK = re.compile(r"<a ([^>]*)>([^<]*(?:<(?!a |/a>)[^<]*)*)</a>")
_OPENING = re.compile(r"<a ([^>]*)>")
_TARGET = re.compile(rf"({'|'.join(KINDS)}):(.*)", re.IGNORECASE | re.DOTALL)
_STRIPPED = re.compile(r"[\t\n\r]|^[\x00-\x20]+|[\x00-\x20]+$")
"""What a browser takes out of an address before it reads its scheme (URL standard, 4.4)."""
_IMAGE = re.compile(r"<img [^>]*>|<img>")
_MARK = re.compile(r"[`\\\[\]!<>&*_@]|  \n")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def converter() -> Callable[[str], str]:
    """Make a function that turns Markdown into harmless HTML; it keeps one instance and the latest results.

    Links to records and photos stay as they were written, for `placed` to lead them somewhere.
    """
    markdown = _markdown()

    @lru_cache(maxsize=512)
    def convert(text: str) -> str:
        nonlocal markdown
        try:
            return sanitize(markdown.reset().convert(text))
        except RecursionError:  # nested too deeply; what is left of it would spoil the next story
            markdown = _markdown()
            raise

    return convert


def _markdown() -> Markdown:
    return Markdown(extensions=["tables", "sane_lists", "fenced_code", _Fitting()], output_format="html")


def sanitize(html: str) -> str:
    """Keep only tags, attributes and schemes of the allow-list (nh3, which is Mozilla's ammonia)."""
    return str(_CLEANER.clean(html))


def placed(
    html: str, story: StoryView, root: str, placeholder: Callable[[Placeholder], str] = lambda _: ""
) -> str:
    """Lead sanitized HTML's links and photos to where they are published; `root` leads from the page to the site.

    `placeholder` gives the address of what stands in a photo's place until it is there, or nothing.

    A link to a record that is not published becomes plain text, without the text that was written for a person
    who has not agreed to be named. A picture from elsewhere becomes its alternative text; one that the record does
    not show becomes nothing, as its text may say whom it shows.
    """
    links, pictures = dict(story.links), dict(story.pictures)

    def link(match: re.Match[str]) -> str:
        attributes = dict(_ATTRIBUTE.findall(match[1]))
        target = _target(attributes.pop("href", ""))
        if target is None:
            return match[0]
        found = links.get(f"{target[1].lower()}:{target[2]}")
        if found is None:
            return "" if target[1].lower() == "artisan" else match[2]
        return _anchor(
            found, "".join(f' {name}="{value}"' for name, value in attributes.items()), match[2], root
        )

    def image(match: re.Match[str]) -> str:
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match[0])}
        found = pictures.get(attributes.get("src", ""))
        alt = attributes.get("alt", "")
        if found is None:
            return escape(alt) if _foreign(attributes.get("src", "")) else ""
        return _figure(found, alt or found.alt, root, placeholder(found.placeholder))

    if "<a " in html:
        html = _OPENING.sub(_harmless, _LINK.sub(link, html))
    return _IMAGE.sub(image, html) if "<img" in html else html


def _foreign(source: str) -> bool:
    """Whether a picture is from elsewhere, or its address was not allowed."""
    return not source or ":" in source or source.startswith("//")


def _target(href: str) -> re.Match[str] | None:
    """Read an address as a link to a record: its kind and its id."""
    return _TARGET.fullmatch(_STRIPPED.sub("", unescape(href)))


def _harmless(match: re.Match[str]) -> str:
    """Take the address from a link to a record that is still there, as links in one another leave some."""
    return "<a>" if _target(dict(_ATTRIBUTE.findall(match[1])).get("href", "")) else match[0]


def _anchor(link: Link, attributes: str, text: str, root: str) -> str:
    if text.strip():
        return f'<a href="{escape(root + link.path)}"{attributes}>{text}</a>'
    lang = f' lang="{escape(link.lang)}"' if link.lang else ""
    return f'<a href="{escape(root + link.path)}"{attributes}{lang}>{escape(link.text)}</a>'


def _figure(picture: Picture, alt: str, root: str, tiny: str) -> str:
    sizes = escape(picture.sizes)
    *better, (_, files) = [(source.type, source.files) for source in picture.sources]
    offered = "".join(
        f'<source type="{kind}" srcset="{_srcset(each, root)}" sizes="{sizes}">' for kind, each in better
    )
    size = f'width="{picture.width}" height="{picture.height}"'
    image = (
        f'<img src="{escape(root + files[-1][0])}" srcset="{_srcset(files, root)}" sizes="{sizes}" '
        f'{size} alt="{escape(alt)}" loading="lazy" decoding="async">'
    )
    shown = f"<picture>{offered}{image}</picture>" if offered else image
    if not tiny:
        return shown
    below = (
        f'<svg class="placeholder" viewBox="0 0 {picture.width} {picture.height}" {size} preserveAspectRatio="none" '
        f'aria-hidden="true"><image href="{escape(tiny)}" width="100%" height="100%" preserveAspectRatio="none"/></svg>'
    )
    return f'<span class="photo">{below}{shown}</span>'


def _srcset(files: Iterable[tuple[str, int]], root: str) -> str:
    return escape(", ".join(f"{root}{path} {width}w" for path, width in files))


class _Fitting(Extension):
    """Fits stories into a page: their headings start at h2, tables align by class, and an empty cell heads nothing."""

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
            if element.tag == "th" and not len(element) and not (element.text or "").strip():
                element.tag = "td"  # a corner that heads nothing is no heading (HTML, 4.9.10)
