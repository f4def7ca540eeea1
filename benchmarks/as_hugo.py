"""A generated gallery as Hugo reads it: facts and words in front matter, a content folder a language.

Configuration and layouts are files of their own, in the folder `hugo` beside this module.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.as_galeri import quoted
from benchmarks.prose import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.description import Gallery, Product, Term

LAYOUTS = Path(__file__).parent / "hugo"
LINK = re.compile(r"\[([^\]]*)\]\(([a-z]+):([a-z0-9-]+)\)")
SECTIONS: Mapping[str, Mapping[str, str]] = {
    "products": {"id": "Karya", "en": "Pieces"},
    "artisans": {"id": "Perajin", "en": "Makers"},
    "regions": {"id": "Daerah", "en": "Regions"},
    "techniques": {"id": "Teknik", "en": "Techniques"},
    "materials": {"id": "Bahan", "en": "Materials"},
    "motifs": {"id": "Motif", "en": "Motifs"},
}
HOME: Mapping[str, tuple[str, str]] = {
    "id": ("Galeri Uji", "Galeri yang dibuat untuk mengukur kecepatan."),
    "en": ("Test Gallery", "A gallery generated to measure speed."),
}

Titles = dict[tuple[str, str], str]  # of (language, id)


def titles(gallery: Gallery) -> Titles:
    """Return the title of every term by language and id."""
    return {
        (language, term.id): term.words[language].title for term in gallery.terms for language in LANGUAGES
    }


def plain_links(story: str, language: str, known: Titles) -> str:
    """Return a story with its links as ready addresses and texts, so that Hugo need not resolve them."""
    prefix = "" if language == LANGUAGES[0] else f"/{language}"

    def link(match: re.Match[str]) -> str:
        text, kind, target = match.groups()
        return f"[{text or known[language, target]}]({prefix}/{kind}s/{target}/)"

    return LINK.sub(link, story)


def strings(ids: tuple[str, ...]) -> str:
    """Return ids as a TOML array."""
    return f"[{', '.join(map(quoted, ids))}]"


def content(title: str, description: str, facts: str = "", story: str = "") -> str:
    """Return a content file: front matter in TOML, which is Hugo's own default, and the story."""
    said = f"description = {quoted(description)}\n" if description else ""
    return f"+++\ntitle = {quoted(title)}\n{said}{facts}+++\n{story}\n"


def product_page(product: Product, language: str, known: Titles) -> str:
    """Return the content file of a product in one language."""
    words = product.words[language]
    facts = (
        f"philosophy = {quoted(words.philosophy)}\n"
        f"date = {product.added}\n"
        f"artisans = {strings((product.artisan,))}\n"
        f"regions = {strings((product.region,))}\n"
        f"techniques = {strings(product.techniques)}\n"
        f"materials = {strings(product.materials)}\n"
        f"motifs = {strings(product.motifs)}\n"
        f"length = {product.length}\n"
        f"width = {product.width}\n"
        f"mass = {product.weight}\n"
        f"year = {product.year}\n"
        f"edition = {quoted(product.edition)}\n"
        f"price = {product.price}\n"
    )
    return content(words.title, words.summary, facts, plain_links(words.story, language, known))


def term_page(term: Term, language: str) -> str:
    """Return the content file of a term in one language."""
    words = term.words[language]
    return content(words.title, words.summary, story=words.story)


def language_files(gallery: Gallery, language: str, known: Titles) -> Iterator[tuple[str, str]]:
    """Yield path and text of every content file of one language."""
    folder = f"content/{language}"
    title, description = HOME[language]
    yield f"{folder}/_index.md", content(title, description)
    for section, names in SECTIONS.items():
        yield f"{folder}/{section}/_index.md", content(names[language], "")
    for term in gallery.terms:
        yield f"{folder}/{term.kind}s/{term.id}/_index.md", term_page(term, language)
    for product in gallery.products:
        yield f"{folder}/products/{product.id}.md", product_page(product, language, known)


def files(gallery: Gallery) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of the Hugo site, layouts included."""
    for path in sorted(LAYOUTS.rglob("*")):
        if path.is_file():
            yield path.relative_to(LAYOUTS).as_posix(), path.read_text(encoding="utf-8")
    known = titles(gallery)
    for language in LANGUAGES:
        yield from language_files(gallery, language, known)
