"""One description of a generated gallery, from which every program's input is written.

The same seed gives the same gallery on every machine, and a record depends on its own number only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from benchmarks.prose import LANGUAGES, paragraph, plain, story

if TYPE_CHECKING:
    from collections.abc import Mapping

REGIONS, TECHNIQUES, MATERIALS, MOTIFS = 60, 30, 30, 40
PRODUCTS_PER_ARTISAN = 10
FIRST_DAY, DAYS = date(2023, 1, 1), 900  # pieces were added on a day in this range, which is past
TITLES: Mapping[str, Mapping[str, str]] = {
    "artisan": {"id": "Kelompok", "en": "Group"},
    "region": {"id": "Kabupaten", "en": "Regency"},
    "technique": {"id": "Teknik", "en": "Technique"},
    "material": {"id": "Bahan", "en": "Material"},
    "motif": {"id": "Motif", "en": "Motif"},
    "product": {"id": "Kain", "en": "Cloth"},
}


@dataclass(frozen=True, slots=True)
class Words:
    """What a record says in one language; links in a story are written `[text](kind:id)`."""

    title: str
    summary: str
    philosophy: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An artisan, region, technique, material or motif: what products are grouped by."""

    kind: str
    id: str
    words: Mapping[str, Words]
    region: str = ""
    techniques: tuple[str, ...] = ()
    position: tuple[float, float] = (0.0, 0.0)  # degrees north and east


@dataclass(frozen=True, slots=True)
class Product:
    """One piece; lengths in centimetres, weight in grams, price in rupiah."""

    id: str
    words: Mapping[str, Words]
    artisan: str
    region: str
    techniques: tuple[str, ...]
    materials: tuple[str, ...]
    motifs: tuple[str, ...]
    length: int
    width: int
    weight: int
    year: int
    edition: str
    price: int
    added: date


@dataclass(frozen=True, slots=True)
class Gallery:
    """A whole generated gallery, in languages `prose.LANGUAGES`."""

    products: tuple[Product, ...]
    terms: tuple[Term, ...]


def name(kind: str, number: int) -> str:
    """Return the id of a record: its kind and its number from 0."""
    return f"{kind}-{number:05}"


def title(kind: str, number: int, random: Random, language: str) -> str:
    """Return a title that no other record of the kind has."""
    return f"{TITLES[kind][language]} {plain(random, language).split()[0]} {number + 1}"


def some(random: Random, kind: str, of: int) -> tuple[str, ...]:
    """Return the ids of one or two records of a kind."""
    return tuple(name(kind, number) for number in random.sample(range(of), random.randint(1, 2)))


def term(kind: str, number: int, seed: int) -> Term:
    """Describe one artisan, region, technique, material or motif."""
    random = Random(f"{seed} {kind} {number}")
    return Term(
        kind=kind,
        id=name(kind, number),
        words={language: term_words(kind, number, random, language) for language in LANGUAGES},
        region=name("region", random.randrange(REGIONS)),
        techniques=some(random, "technique", TECHNIQUES),
        position=(round(random.uniform(-10, 5), 4), round(random.uniform(96, 140), 4)),
    )


def term_words(kind: str, number: int, random: Random, language: str) -> Words:
    """Write what a term says; only artisans have a story, and a short one."""
    return Words(
        title=title(kind, number, random, language),
        summary=plain(random, language),
        story=paragraph(random, language, 5) if kind == "artisan" else "",
    )


def product(number: int, artisans: int, seed: int) -> Product:
    """Describe one piece made by one of so many artisans."""
    random = Random(f"{seed} product {number}")
    techniques, motifs = some(random, "technique", TECHNIQUES), some(random, "motif", MOTIFS)
    return Product(
        id=name("product", number),
        words={
            language: product_words(number, random, language, techniques[0], motifs[0])
            for language in LANGUAGES
        },
        artisan=name("artisan", random.randrange(artisans)),
        region=name("region", random.randrange(REGIONS)),
        techniques=techniques,
        materials=some(random, "material", MATERIALS),
        motifs=motifs,
        length=random.randint(90, 260),
        width=random.randint(40, 115),
        weight=random.randrange(100, 1500, 10),
        year=random.randint(1995, 2025),
        edition=random.choice(("unique", "open")),
        price=random.randrange(100_000, 9_000_000, 50_000),
        added=FIRST_DAY + timedelta(days=random.randrange(DAYS)),
    )


def product_words(number: int, random: Random, language: str, technique: str, motif: str) -> Words:
    """Write what a piece says; its story links to a motif by text and to a technique without."""
    text = plain(random, language).split()[0].lower()
    return Words(
        title=title("product", number, random, language),
        summary=plain(random, language),
        philosophy=f"{plain(random, language)} {plain(random, language)}",
        story=story(random, language, (f"[{text}](motif:{motif})", f"[](technique:{technique})")),
    )


def describe(products: int, seed: int = 1) -> Gallery:
    """Describe a gallery of so many products and the artisans and terms they belong to."""
    artisans = max(1, products // PRODUCTS_PER_ARTISAN)
    counts = {
        "artisan": artisans,
        "region": REGIONS,
        "technique": TECHNIQUES,
        "material": MATERIALS,
        "motif": MOTIFS,
    }
    return Gallery(
        products=tuple(product(number, artisans, seed) for number in range(products)),
        terms=tuple(term(kind, number, seed) for kind, count in counts.items() for number in range(count)),
    )
