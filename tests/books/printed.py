"""Books as a test reads them: their pages as text, their pictures, what is decoded from them."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image

from galeri.printing import PrintOptions, PrintReport, print_books
from tests.support.galleries import Small, photo

EDITION = """\
editions:
  katalog:
    title: {id: Kain dan topi, en: Cloth and hat}
    edition: {id: Cetakan pertama, en: First edition}
    isbn: 978-602-00-0000-8
    foreword: tentang
    signed: [Ketua Dewan Contoh]
    roles: [{role: {id: Penyunting, en: Editor}, names: [Redaksi Contoh]}]
"""


def printable(gallery: Small) -> Small:
    """Give a small gallery the bundled theme, an edition, and photos that can be printed."""
    gallery.edit("galeri.yaml", "theme: plain\n", f"theme: pendapa\n{EDITION}")
    for path, size in {
        "content/products/kain/01-kain.jpg": (1600, 1200),
        "content/products/kain/02-canting.jpg": (900, 1200),
        "content/products/topi/topi.jpg": (1200, 1600),
        "content/artisans/kelompok/muka.jpg": (900, 700),
    }.items():
        gallery.write(path, photo(size=size))
    return gallery


def printed(gallery: Small, **options: Any) -> PrintReport:  # noqa: ANN401 - the fields of PrintOptions
    """Print, in one language unless told otherwise."""
    return print_books(PrintOptions(gallery.root, **({"language": "id"} | options)))


@dataclass(frozen=True)
class Book:
    """A book's file."""

    path: Path

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, a line for each run of spaces and line ends, words at line ends joined."""
        with pypdfium2.PdfDocument(self.path) as pdf:
            return [_plain(page.get_textpage().get_text_range()) for page in pdf]

    @property
    def text(self) -> str:
        """All text."""
        return "\n".join(self.pages)

    def page_with(self, *words: str) -> int:
        """Give the number of the only page that holds all of these words."""
        [found] = [number for number, text in enumerate(self.pages, 1) if all(word in text for word in words)]
        return found

    def picture(self, number: int, dpi: int = 150) -> Image.Image:
        """Show a page."""
        with pypdfium2.PdfDocument(self.path) as pdf:
            shown: Image.Image = pdf[number - 1].render(scale=dpi / 72).to_pil()
            return shown

    def hyphens(self) -> int:
        """Count the hyphens at the ends of lines."""
        with pypdfium2.PdfDocument(self.path) as pdf:
            return sum(
                len(re.findall("[\u00ad\ufffe]", page.get_textpage().get_text_range())) for page in pdf
            )

    def images(self) -> list[tuple[int, int]]:
        """Give the width and height in pixels of every picture in the file."""
        with pikepdf.open(self.path) as pdf:
            return [
                (int(each.Width), int(each.Height))
                for each in pdf.objects
                if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
            ]


def _plain(text: str) -> str:
    text = re.sub(r"[\u00ad\ufffe]\s*", "", text)  # where PDFium puts a hyphen at the end of a line
    return re.sub(r"\s+", " ", text)
