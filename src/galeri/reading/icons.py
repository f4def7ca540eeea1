"""The one picture that all icons of the site are made of: the gallery's own, else the theme's."""

from collections.abc import Sequence
from pathlib import Path

from galeri.model.digests import digest
from galeri.model.theme import IconFile
from galeri.reading.homes import ICONS


def read_icon(gallery: Path, theme: Sequence[Path]) -> IconFile | None:
    """Find it beside galeri.yaml, or else in the first of the theme's folders; an SVG comes before a PNG."""
    for home, shown in ((gallery, ""), *((folder, f"themes/{folder.name}/") for folder in theme)):
        for name in ICONS:
            path = home / name
            if path.is_file():
                return IconFile(str(path), shown + name, digest(path.read_bytes()))
    return None
