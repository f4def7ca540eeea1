"""A theme's layers and a gallery's fonts → what sets printed catalogues."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

import fontpkg

from galeri.model.digests import digester
from galeri.model.problem import Place, Problem
from galeri.model.settings import Settings
from galeri.model.theme import BookFiles
from galeri.reading.files import scan
from galeri.reading.homes import FONTS
from galeri.reading.theme_layers import Layer
from galeri.reading.typesetting import FAMILIES
from galeri.reading.yaml_tree import Path as Loc

_SUFFIXES = (".ttf", ".otf")
_START = "catalogue/"


def book_files(gallery: Path, layers: Sequence[Layer]) -> BookFiles:
    """Find the Typst files of the theme's layers, the one that wins first, and the fonts; digest them all."""
    found: dict[str, tuple[str, str, str]] = {}
    for layer in reversed(layers):
        for path in layer.files:
            if path.startswith(_START):
                name = path.removeprefix(_START)
                found[name] = (name, str(layer.folder / path), f"{layer.shown}/{path}")
    if not found:
        return BookFiles()
    files = tuple(found[name] for name in sorted(found))
    own = [str(gallery / file.path) for file in scan(gallery, FONTS).files if _is_font(file.path)]
    bundled = [str(fontpkg.path(family)) for family in FAMILIES]
    whole = digester()
    whole.update(f"typst {version('typst')} pikepdf {version('pikepdf')}\0".encode())
    for name, source in [
        *((name, source) for name, source, _ in files),
        *((font, font) for font in own + bundled),
    ]:
        data = Path(source).read_bytes()
        whole.update(f"{Path(name).name}\0{len(data)}\0".encode() + data)
    return BookFiles(files, tuple(own), tuple(bundled), whole.hexdigest())


def check_fonts(settings: Settings, book: BookFiles, places: Mapping[Loc, Place]) -> Iterator[Problem]:
    """Tell of families that the settings name and no font file has."""
    if not settings.print_fonts:
        return
    import typst  # noqa: PLC0415 - few galleries name families

    folders = dict.fromkeys(str(Path(font).parent) for font in (*book.own, *book.bundled))
    known = {
        each.family for each in typst.Fonts(include_system_fonts=False, font_paths=list(folders)).fonts()
    }
    for index, name in enumerate(settings.print_fonts):
        if name not in known:
            place = places.get(("print_fonts", index), Place("galeri.yaml"))
            yield Problem("unknown-font", place, {"name": name, "names": ", ".join(sorted(known))})


def _is_font(path: str) -> bool:
    return path.lower().endswith(_SUFFIXES)
