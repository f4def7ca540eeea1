"""A gallery for a book: generated products with two paragraphs and a photo each, all of them different.

`as_html` gives the same pieces to a program that sets web pages: a spread for each, after the contents with the
numbers of pages.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from random import Random
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

from benchmarks.as_galeri import files
from benchmarks.description import Gallery, Product, describe, name
from benchmarks.prose import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LANGUAGE = "id"
SIZE = (1600, 1200)
SENTENCES = 7
CHAPTERS = 6  # regions that pieces are from
STYLE = """
@page { size: 210mm 210mm; margin: 24mm 19mm 25mm; @bottom-center { content: counter(page) } }
body { font: 9.6pt/1.4 serif; text-align: justify }
.contents a::after { content: leader('.') target-counter(attr(href), page) }
.contents a { display: block }
section { break-before: page }
.story { break-before: page; columns: 2 }
img { display: block; height: 84mm; margin: auto }
h2, p { margin: 0 0 2mm }
dl { margin: 0; font-size: 8.4pt; display: grid; grid-template-columns: 30mm 1fr }
dd { margin: 0 }
"""


def described(products: int) -> Gallery:
    """Describe a gallery whose stories are two paragraphs long."""
    gallery = describe(products)
    return replace(gallery, products=tuple(_short(each) for each in gallery.products))


def _short(product: Product) -> Product:
    random = Random(product.id)
    told = {
        language: replace(words, story=f"{_paragraph(random, language)}\n\n{_paragraph(random, language)}")
        for language, words in product.words.items()
    }
    region = name("region", random.randrange(CHAPTERS))
    return replace(product, words=told, region=region)


def _paragraph(random: Random, language: str) -> str:
    return " ".join(plain(random, language) for _ in range(SENTENCES))


def write(gallery: Gallery, folder: Path) -> None:
    """Write the gallery as galeri reads it, with its photos, and beside it `book.html` that shows the same photos."""
    for path, text in files(gallery):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("theme: plain\n", "theme: pendapa\n"), encoding="utf-8")
    cloth = Image.effect_noise(SIZE, 60).resize((400, 300)).resize(SIZE)
    for number, product in enumerate(gallery.products):
        home = folder / "content/products" / product.id
        with (home / "product.yaml").open("a", encoding="utf-8") as facts:
            facts.write("photos: [{file: kain.jpg}]\n")
        _photo(cloth, number).save(home / "kain.jpg", quality=85)
    (folder / "book.html").write_text("".join(as_html(gallery)), encoding="utf-8")


def _photo(cloth: Image.Image, number: int) -> Image.Image:
    """Dye and shift the cloth, so that no two photos are the same."""
    shifted = ImageChops.offset(cloth, 37 * number, 11 * number)
    dark = shifted.point(lambda level: level * (number % 7 + 3) // 10)
    return Image.merge("RGB", (shifted, dark, ImageChops.invert(shifted)))


def as_html(gallery: Gallery) -> Iterator[str]:
    """Write the pieces as one web page for print."""
    titles = {term.id: term.words[LANGUAGE].title for term in gallery.terms}
    yield f'<!DOCTYPE html><html lang="{LANGUAGE}"><head><title>Katalog</title><style>{STYLE}</style></head><body>'
    yield '<nav class="contents"><h1>Daftar isi</h1>'
    for product in gallery.products:
        yield f'<a href="#{product.id}">{escape(product.words[LANGUAGE].title)}</a>'
    yield "</nav>"
    for product in gallery.products:
        yield from _spread(product, titles)
    yield "</body></html>"


def _spread(product: Product, titles: dict[str, str]) -> Iterator[str]:
    words = product.words[LANGUAGE]
    facts = {
        "Pembuat": titles[product.artisan],
        "Daerah": titles[product.region],
        "Teknik": ", ".join(titles[each] for each in product.techniques),
        "Bahan": ", ".join(titles[each] for each in product.materials),
        "Motif": ", ".join(titles[each] for each in product.motifs),
        "Ukuran": f"{product.length} × {product.width} cm",
        "Berat": f"{product.weight} g",
        "Tahun": str(product.year),
        "Harga": f"Rp{product.price:,}".replace(",", "."),
    }
    yield f'<section id="{product.id}"><img src="content/products/{product.id}/kain.jpg" alt="">'
    yield f"<h2>{escape(words.title)}</h2><p><em>{escape(words.summary)}</em></p><p>{escape(words.philosophy)}</p><dl>"
    yield "".join(f"<dt>{fact}</dt><dd>{escape(value)}</dd>" for fact, value in facts.items())
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in words.story.split("\n\n"))
    yield f'</dl><div class="story">{paragraphs}</div></section>'
