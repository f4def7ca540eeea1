"""A generated gallery as galeri reads it: one folder a record, facts in YAML, words in Markdown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.prose import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.description import Gallery, Product, Term, Words

THEME = Path(__file__).parent / "theme"
SETTINGS = """\
title: {id: Galeri Uji, en: Test Gallery}
description: {id: Galeri yang dibuat untuk mengukur kecepatan., en: A gallery generated to measure speed.}
base_url: https://example.org/
languages: [id, en]
theme: plain
licence: CC-BY-4.0
"""


def quoted(text: str) -> str:
    """Return text in double quotes, as YAML and TOML both read it."""
    return json.dumps(text, ensure_ascii=False)


def sequence(ids: tuple[str, ...]) -> str:
    """Return ids as a YAML list on one line."""
    return f"[{', '.join(ids)}]"


def markdown(words: Words) -> str:
    """Return the file of one language: front matter and story."""
    philosophy = f"philosophy: {quoted(words.philosophy)}\n" if words.philosophy else ""
    head = f"title: {quoted(words.title)}\nsummary: {quoted(words.summary)}\n{philosophy}"
    return f"---\n{head}---\n{words.story}\n"


def product_facts(product: Product) -> str:
    """Return a product's YAML."""
    price = f"{{amount: {product.price}, currency: IDR, as_of: {product.added}}}"
    return (
        f"artisan: {product.artisan}\n"
        f"region: {product.region}\n"
        f"techniques: {sequence(product.techniques)}\n"
        f"materials: {sequence(product.materials)}\n"
        f"motifs: {sequence(product.motifs)}\n"
        "kind: textile\n"
        f"dimensions: {{length: {product.length} cm, width: {product.width} cm}}\n"
        f"weight: {product.weight} g\n"
        f"year: {product.year}\n"
        f"edition: {product.edition}\n"
        f"price: {price}\n"
        "curation: submitted\n"
        f"added: {product.added}\n"
    )


def artisan_facts(artisan: Term) -> str:
    """Return an artisan's YAML, with consent for what is published."""
    consent = "{name: true, portrait: false, story: true, phone: false, on: 2025-01-01, form: K-001}"
    return (
        "kind: group\n"
        f"region: {artisan.region}\n"
        f"techniques: {sequence(artisan.techniques)}\n"
        f"consent: {consent}\n"
    )


def term_facts(term: Term) -> str:
    """Return the YAML of a region, technique, material or motif, which holds its words too."""
    latitude, longitude = term.position
    facts = f"level: regency\nposition: [{latitude}, {longitude}]\n" if term.kind == "region" else ""
    words = "".join(
        f"  {language}: {{title: {quoted(said.title)}, summary: {quoted(said.summary)}}}\n"
        for language, said in term.words.items()
    )
    return f"{facts}words:\n{words}"


def term_files(term: Term) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of a term."""
    folder = f"content/{term.kind}s/{term.id}"
    if term.kind != "artisan":
        yield f"{folder}/{term.kind}.yaml", term_facts(term)
        return
    yield f"{folder}/artisan.yaml", artisan_facts(term)
    for language in LANGUAGES:
        yield f"{folder}/{language}.md", markdown(term.words[language])


def files(gallery: Gallery) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of the gallery folder."""
    yield "galeri.yaml", SETTINGS
    for path in sorted(THEME.rglob("*")):
        if path.is_file():
            yield f"themes/plain/{path.relative_to(THEME).as_posix()}", path.read_text("utf-8")
    for term in gallery.terms:
        yield from term_files(term)
    for product in gallery.products:
        folder = f"content/products/{product.id}"
        yield f"{folder}/product.yaml", product_facts(product)
        for language in LANGUAGES:
            yield f"{folder}/{language}.md", markdown(product.words[language])
