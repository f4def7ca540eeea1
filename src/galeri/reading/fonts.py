"""The gallery's own fonts for pages: the files that galeri.yaml names, and the letters that pages may need of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from galeri.model.digests import digest
from galeri.model.problem import Place, Problem
from galeri.model.settings import Settings
from galeri.model.theme import FontFile, FontRole, Theme
from galeri.reading.files import scan
from galeri.reading.homes import FONTS
from galeri.reading.schema import guess
from galeri.reading.yaml_tree import Path as Loc

_RESTRICTED = 0x0002 | 0x0100 | 0x0200
"""Bits of OS/2's fsType: no embedding at all, no subset, bitmaps alone (OpenType 1.9, OS/2)."""
_ITALIC = 0x0001
"""The bit of OS/2's fsSelection."""


def read_fonts(
    gallery: Path, settings: Settings, theme: Theme, places: Mapping[Loc, Place]
) -> tuple[Theme, list[Problem]]:
    """Give the theme the fonts that the settings name; without any, no file is opened.

    `places` tells where galeri.yaml says what.
    """
    if not settings.fonts:
        return theme, []
    there = {Path(file.path).name for file in scan(gallery, FONTS).files}
    fonts: list[FontFile] = []
    problems: list[Problem] = []
    for role, files in settings.fonts.items():
        for index, name in enumerate(files):
            if name not in there:
                place = places.get(("fonts", role, index), Place("galeri.yaml"))
                problems.append(Problem("missing-font", place, {"file": name} | guess(name, there)))
                continue
            font, wrong = _font(gallery, role, name)
            fonts += [font] if font else []
            problems += [each for each in wrong if each not in problems]
    letters = {tag: "".join(sorted(set().union(*_words(theme, tag)))) for tag in theme.catalogues}
    return replace(theme, fonts=tuple(fonts), letters=letters), problems


def _font(gallery: Path, role: FontRole, name: str) -> tuple[FontFile | None, list[Problem]]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - most galleries have no fonts of their own

    shown = f"{FONTS}/{name}"
    data = (gallery / shown).read_bytes()
    place, told = Place(shown), {"file": name}
    try:
        with TTFont(BytesIO(data), lazy=True) as font:
            covered = frozenset(font.getBestCmap())
            metrics = font["OS/2"]
            axes = {axis.axisTag: axis for axis in font["fvar"].axes} if "fvar" in font else {}
            weight = f"{metrics.usWeightClass}"
            if "wght" in axes:
                weight = f"{axes['wght'].minValue:g} {axes['wght'].maxValue:g}"
            style = "italic" if metrics.fsSelection & _ITALIC else "normal"
            restricted = bool(metrics.fsType & _RESTRICTED)
    except Exception:  # noqa: BLE001 - a reader that is fed a hostile file may raise anything
        return None, [Problem("broken-font", place, told)]
    made = FontFile(role, str(gallery / shown), shown, digest(data), covered, weight, style)
    return made, [Problem("restricted-font", place, told)] if restricted else []


def _words(theme: Theme, tag: str) -> Iterator[str]:
    """Give the texts that the theme's words in a language come from: its catalogues, and the templates in English."""
    for file in theme.catalogues[tag]:
        yield Path(file).read_text(encoding="utf-8", errors="ignore")
    for folder in theme.folders:
        for template in sorted((Path(folder) / "templates").glob("**/*")):
            if template.is_file():
                yield template.read_text(encoding="utf-8", errors="ignore")
