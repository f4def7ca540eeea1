"""Typst source and texts → pixels. Text keeps its direction, its joined letters and its breaks between lines."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import typst
from PIL import Image

from galeri.making.picture_errors import TypesettingError
from galeri.model.theme import Typesetting

_LINE = re.compile(r"\.typ:(\d+):")
"""How a diagnostic of Typst's says where a mistake is."""


class Typesetter:
    """Sets pictures with the fonts of a gallery and no others, so that every machine sets the same."""

    def __init__(self, typesetting: Typesetting) -> None:
        """Read the theme's file for share pictures, if there is one, and load the fonts."""
        self._template = Path(typesetting.template).read_bytes() if typesetting.template else b""
        folders = list(dict.fromkeys(str(Path(font).parent) for font in typesetting.fonts))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
        families = {each.path: each.family for each in fonts.fonts()}
        self._families = "\n".join(
            dict.fromkeys(families[font] for font in typesetting.fonts if font in families)
        )
        self._compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)

    def share(self, texts: Mapping[str, str]) -> Image.Image:
        """Set what lies over the photo of a share picture: RGBA; raises TypesettingError."""
        return self.picture(self._template, {**texts, "fonts": self._families})

    def picture(self, source: bytes, texts: Mapping[str, str]) -> Image.Image:
        """Set a page of Typst, a point a pixel, which finds `texts` in `sys.inputs`; raises TypesettingError."""
        try:
            made = self._compiler.compile(source, format="png", ppi=72, sys_inputs=dict(texts))
        except typst.TypstError as error:
            line = _LINE.search(error.diagnostic)
            raise TypesettingError(error.message, int(line[1]) if line else 0) from error
        if not isinstance(made, bytes):
            message = "it makes several pages"
            raise TypesettingError(message)
        return Image.open(BytesIO(made)).convert("RGBA")
