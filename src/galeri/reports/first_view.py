"""A page's HTML → what a phone asks for before its visitor scrolls: reckoned, without a browser.

What a browser chooses of a `srcset` is exact, as its rule is known. Which pictures lie near enough to the first screen
is reckoned from how much text and how many pictures stand before them: no style is applied, so one more or one less
may be fetched in truth.
"""

import itertools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

WIDTH, HEIGHT, DENSITY = 390, 844, 3
"""The phone: CSS pixels, and how many pixels of its screen each of them has."""
_AHEAD = 1250
"""CSS pixels below the screen within which Chromium already fetches a picture that may wait (fast networks)."""
_DOUBT = 350
"""CSS pixels by which this reckoning may be wrong: pictures so near to that edge are fetched perhaps."""
_COLUMN = WIDTH - 32
_LETTER, _LINE = 9.4, 31
"""CSS pixels: a letter's mean width, a line's height."""
_GAP, _NARROW_GAP = 22, 4
"""CSS pixels: what stands between two paragraphs, and between those under a small picture."""
_TOLD = 0.54
"""How much of a picture's true width `sizes` tells phones; docs/formats.md says why."""
_HIDDEN = frozenset({"head", "script", "style", "template", "dialog", "noscript"})
_VOID = frozenset(
    {"img", "source", "br", "hr", "input", "link", "meta", "path", "use", "circle", "wbr", "area"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "em", "i", "small", "span", "strong", "time", "q", "sup", "code"}
)
_HALF, _NARROW = (_COLUMN - 16) / 2, 0.6
"""A picture narrower than this part of the column stands beside another, each as wide as half of it."""
_PARTS = {"h1": 40, "section": 120, "h2": 20}
"""CSS pixels: what stands above a part of a page, and what its heading takes more than other text does."""
_SUPPORTED = frozenset({"image/avif", "image/webp", "image/jpeg", "image/png", ""})


@dataclass
class FirstView:
    """The addresses that a page asks for, as it writes them; those that it asks for `perhaps` are pictures, too."""

    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    perhaps: list[str] = field(default_factory=list)


def first_view(html: str) -> FirstView:
    """Read a page and gather what its first view asks for."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.found.pictures += reader.icons[-1:]  # the last one, as browsers do that can show it
    return reader.found


def chosen(srcset: str, sizes: str) -> str:
    """Choose what Chromium does of a `srcset` with widths: the next one up from their geometric mean."""
    wide = shown_width(sizes)
    files = sorted(
        (int(width[:-1]) / wide, address)
        for address, width in (each.split() for each in srcset.split(",") if len(each.split()) == 2)  # noqa: PLR2004 - address and width
        if width.endswith("w")
    )
    for (density, address), (above, _) in itertools.pairwise(files):
        if above >= DENSITY and math.sqrt(density * above) > DENSITY:
            return address
        if density >= DENSITY:
            return address
    return files[-1][1] if files else ""


def shown_width(sizes: str) -> float:
    """Give the width in CSS pixels that `sizes` tells this phone."""
    for part in re.split(r",(?![^()]*\))", sizes):
        condition, length = re.fullmatch(r"\s*((?:\([^()]*\)\s*)?)(.*?)\s*", part, re.DOTALL).groups()  # type: ignore[union-attr]
        if _holds(condition):
            found = min(_lengths(length), default=float(WIDTH))
            return found or 1.0
    return float(WIDTH)


def _holds(condition: str) -> bool:
    asked = re.search(r"(min|max)-width:\s*([\d.]+)(rem|em|px)", condition)
    if not asked:
        return not condition.strip()
    edge = float(asked[2]) * (1 if asked[3] == "px" else 16)
    return edge <= WIDTH if asked[1] == "min" else edge >= WIDTH


def _lengths(length: str) -> Iterator[float]:
    """Give the lengths that are named: one, or those of which `min()` takes the least."""
    units = {"vw": WIDTH / 100, "vh": HEIGHT / 100, "rem": 16, "em": 16, "px": 1}
    for number, unit in re.findall(r"([\d.]+)(vw|vh|rem|em|px)", length):
        yield float(number) * units[unit]


def _is_for_later(tag: str, given: dict[str, str]) -> bool:
    """Whether an element shows what is in it only on paper, once it is opened, or to a keyboard."""
    jumps = tag == "a" and given.get("href", "").startswith("#")
    return jumps or given.get("class") == "printed" or (tag == "details" and "open" not in given)


class _Reader(HTMLParser):
    """Walks a page from the top, and keeps count of how far down it is."""

    def __init__(self) -> None:
        super().__init__()
        self.found = FirstView()
        self.depth = 0.0
        self.letters = 0
        self.share = 1.0  # of the column, that words beside or below a picture in a list have
        self.rows = 0  # navigations that are open: what they list stands in rows
        self.hidden: list[str] = []
        self.icons: list[str] = []
        self.sources: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._fetched(tag, given)
        hides = (
            tag in _HIDDEN
            or any(name in given for name in ("hidden", "popover"))
            or _is_for_later(tag, given)
        )
        if self.hidden or hides:
            if tag not in _VOID:
                self.hidden.append(tag)
        elif tag == "img":
            self._picture(given)
        elif tag == "svg" and given.get("class") != "placeholder":  # which lies below a photo
            self._drawn(given)
        elif tag == "li":
            self._paragraph()
            self.share = 1.0
        elif tag == "picture":
            self.sources = []
        elif tag == "source":
            self.sources.append(given)
        elif tag not in _INLINE:
            self._paragraph()
            self.rows += tag == "nav"
            self.depth += _PARTS.get(tag, 0) if self.share == 1 else 0

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            while self.hidden and self.hidden.pop() != tag:
                pass
        elif tag not in _INLINE:
            self.rows -= tag == "nav"
            self._paragraph()
            self.share = 1.0 if tag in {"li", "ul", "ol"} else self.share

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.letters += len(" ".join(data.split()))

    def _paragraph(self) -> None:
        if self.letters and not self.rows:
            lines = math.ceil(self.letters * _LETTER / (_COLUMN * self.share))
            self.depth += (lines * _LINE + (_GAP if self.share == 1 else _NARROW_GAP)) * self.share
            self.letters = 0

    def _fetched(self, tag: str, given: dict[str, str]) -> None:
        found, relation = self.found, given.get("rel", "")
        if tag == "link" and relation == "stylesheet":
            found.styles.append(given["href"])
        elif tag == "link" and relation == "preload" and given.get("as") == "font":
            found.fonts.append(given["href"])
        elif tag == "link" and relation == "icon":
            self.icons.append(given["href"])
        elif tag == "script" and given.get("src"):
            found.scripts.append(given["src"])

    def _picture(self, given: dict[str, str]) -> None:
        if given.get("src", "").startswith("data:"):  # the page brings it along
            return
        usable = next((each for each in self.sources if each.get("type", "") in _SUPPORTED), given)
        self.sources = []
        sizes = usable.get("sizes") or given.get("sizes") or "100vw"
        address = chosen(usable.get("srcset", ""), sizes) or given.get("src", "")
        beyond = self.depth - HEIGHT - _AHEAD
        if given.get("loading") != "lazy" or beyond <= -_DOUBT:
            self.found.pictures.append(address)
        elif beyond <= _DOUBT:
            self.found.perhaps.append(address)
        wide = shown_width(sizes) / _TOLD
        wide = min(wide, _HALF) if wide < _COLUMN * _NARROW else WIDTH
        self.share = wide / _COLUMN
        self._takes(wide, given.get("width", ""), given.get("height", ""))

    def _drawn(self, given: dict[str, str]) -> None:
        box = given.get("viewbox", "").split()
        if len(box) == 4:  # noqa: PLR2004 - left, top, width and height
            self._takes(_COLUMN, box[2], box[3])

    def _takes(self, wide: float, width: str, height: str) -> None:
        """Go down by a picture; narrow ones stand beside each other."""
        try:
            ratio = float(height) / float(width)
        except (ValueError, ZeroDivisionError):
            return
        self.depth += wide * wide * ratio / _COLUMN
