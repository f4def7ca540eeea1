"""Seeded prose in Indonesian and English, shaped like the story of a craft piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

LANGUAGES = ("id", "en")  # the first is the default

INDONESIAN = (
    "kain benang warna pola tangan lilin canting malam perajin desa laut pagi hujan tanah bambu rotan "
    "perak kayu daun akar kulit sungai pasar ibu anak guru tenun lurik serat rendam jemur panas air garis "
    "titik bunga pohon burung ikan kapal rumah dengan untuk dari kepada yang"
)
ENGLISH = (
    "cloth thread colour pattern hand wax pen village sea morning rain earth bamboo rattan silver wood "
    "leaf root bark river market mother child teacher loom fibre soak dry heat water line dot flower tree "
    "bird fish boat house maker with from under and which slowly the toward evening"
)
VOCABULARY: Mapping[str, tuple[str, ...]] = {
    "id": tuple(INDONESIAN.split()),
    "en": tuple(ENGLISH.split()),
}
COLUMNS: Mapping[str, tuple[str, str, str]] = {
    "id": ("Langkah", "Bahan", "Hari"),
    "en": ("Step", "Material", "Days"),
}
STRONG, EMPHASISED = 0.1, 0.2  # up to the first: a strong word; up to the second: an emphasised one


def plain(random: Random, language: str) -> str:
    """Return one sentence of 7 to 15 words without markup."""
    words = random.choices(VOCABULARY[language], k=random.randint(7, 15))
    return " ".join(words).capitalize() + "."


def sentence(random: Random, language: str) -> str:
    """Return one sentence, now and then with a strong or an emphasised word in it."""
    words = plain(random, language)[:-1].split()
    position, chance = random.randrange(1, len(words)), random.random()
    mark = "**" if chance < STRONG else "*" if chance < EMPHASISED else ""
    words[position] = f"{mark}{words[position]}{mark}"
    return " ".join(words) + "."


def paragraph(random: Random, language: str, sentences: int) -> str:
    """Return a paragraph of so many sentences."""
    return " ".join(sentence(random, language) for _ in range(sentences))


def heading(random: Random, language: str) -> str:
    """Return a second-level heading of three words."""
    return "## " + " ".join(random.choices(VOCABULARY[language], k=3)).capitalize()


def table(random: Random, language: str, rows: int) -> str:
    """Return a table of three columns and so many rows."""
    words = VOCABULARY[language]
    lines = [f"| {' | '.join(COLUMNS[language])} |", "|---|---|---:|"]
    for _ in range(rows):
        step, tool, material = random.choices(words, k=3)
        lines.append(f"| {step} {tool} | {material} | {random.randint(1, 30)} |")
    return "\n".join(lines)


def story(random: Random, language: str, links: tuple[str, ...] = ()) -> str:
    """Return a story of about 2,000 characters: headings, emphasis, a list, a table and the links."""
    listed = "\n".join("- " + sentence(random, language) for _ in range(5))
    linked = " ".join([paragraph(random, language, 3), *links, paragraph(random, language, 2)])
    parts = (
        paragraph(random, language, 5),
        heading(random, language),
        paragraph(random, language, 5),
        listed,
        linked,
        heading(random, language),
        table(random, language, 5),
        paragraph(random, language, 5),
    )
    return "\n\n".join(parts)
