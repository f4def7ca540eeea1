"""The theme's file for share pictures, and the fonts that its text is set in."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from galeri.model.digests import digester
from galeri.model.problem import Place, Problem
from galeri.model.records import Ref
from galeri.model.settings import Settings
from galeri.model.theme import Typesetting
from galeri.reading.files import scan
from galeri.reading.homes import FONTS
from galeri.reading.records import ReadRecord

TEMPLATE = "share.typ"
FAMILIES = ("Source Serif 4", "Amiri")
"""Fonts that come with the program, for Latin, Greek and Cyrillic, and for Arabic and Jawi."""
_SUFFIXES = (".ttf", ".otf")


def read_typesetting(gallery: Path, theme: Sequence[Path]) -> tuple[Typesetting, list[Problem]]:
    """Find what sets share pictures in the first of a theme's folders that has it; without it, no font is read."""
    template = next((folder / TEMPLATE for folder in theme if (folder / TEMPLATE).is_file()), None)
    typesetter = f"typst {version('typst')}"
    if template is None:
        return Typesetting(digest=typesetter), []
    listing = scan(gallery, FONTS)
    own = [file.path for file in listing.files if file.path.lower().endswith(_SUFFIXES)]
    problems = list(listing.problems)
    whole = digester()
    whole.update(f"{typesetter}\0".encode() + template.read_bytes())
    covered: set[int] = set()
    fonts = [*((gallery / path, path) for path in own), *((path, path.name) for path in _bundled())]
    for path, shown in fonts:
        data = path.read_bytes()
        whole.update(f"\0{len(data)}\0".encode() + data)
        try:
            covered |= _covered(data)
        except Exception:  # noqa: BLE001 - a reader that is fed a hostile file may raise anything
            problems.append(Problem("broken-font", Place(shown), {"file": path.name}))
    paths = tuple(str(path) for path, _ in fonts)
    return Typesetting(str(template), paths, frozenset(covered), whole.hexdigest()), problems


def _bundled() -> list[Path]:
    import fontpkg  # noqa: PLC0415 - a theme without share pictures does without

    return [fontpkg.path(family) for family in FAMILIES]


def _covered(data: bytes) -> set[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - a theme without share pictures does without

    with TTFont(BytesIO(data), lazy=True) as font:
        font.setGlyphOrder(
            [""] * font["maxp"].numGlyphs
        )  # names of glyphs, which nobody asks for, are slow to read
        return set(font.getBestCmap())


def check_glyphs(
    reads: Mapping[Ref, ReadRecord], settings: Settings, typesetting: Typesetting
) -> Iterator[Problem]:
    """Tell of titles that no font has all letters of: share pictures do without them."""
    if not typesetting.template:
        return
    titles = [(Place("galeri.yaml"), tag, title) for tag, title in settings.title.items()]
    titles += [
        (read.words[tag].place("title"), tag, telling.words.title)
        for read in reads.values()
        if read.record
        for tag, telling in read.record.tellings.items()
    ]
    for place, tag, title in titles:
        if missing := typesetting.missing(title):
            yield Problem("missing-glyphs", place, {"language": tag, "characters": missing})
