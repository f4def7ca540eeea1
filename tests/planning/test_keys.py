"""The same key, the same bytes: whatever shapes an output is in its key, and nothing of the machine is."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import BaseModel

from galeri.model.gallery import Gallery
from galeri.model.outputs import (
    DataOutput,
    FileOutput,
    IconOutput,
    ImageOutput,
    Output,
    PageOutput,
    ShareOutput,
    StylesheetOutput,
)
from galeri.model.records import FilmFile
from galeri.model.theme import Theme
from galeri.model.values import Quantity
from galeri.planning.keys import keys
from tests.planning.makers import dressed, gallery, localized, photo, planned, record, theme, told


def full() -> Gallery:
    """Fill as many fields of as many views as there are."""
    photos = [photo("a.jpg", credit="Dewi", licence="CC0-1.0"), photo("b.jpg")]
    said = {"a.jpg": {"alt": "Kain", "caption": "Sehelai"}}
    cloth = record(
        "product",
        "kain",
        {
            "id": told(
                "product",
                "Kain",
                "Kisah.",
                summary="s",
                philosophy="p",
                care="c",
                claims="tradition",
                photos=said,
                process=[{"title": "t", "photo": "b.jpg"}],
            ),
            "en": "Cloth",
        },
        photos,
        artisan="siti",
        region="madura",
        made_in="madura",
        designed_in="jatim",
        techniques=("tulis",),
        materials=("katun",),
        motifs=("awan",),
        dimensions={"length": "200 cm"},
        weight="380 g",
        year=2025,
        edition="unique",
        price={"amount": 5, "as_of": "2026-01-01"},
        order={"whatsapp": "council"},
        export={"hs": "5208.52", "moq": 2},
        certifications=[{"scheme": "sni", "issued": "2026-01-01"}],
        heritage=[{"register": "wbtb", "status": "recorded", "year": 2013}],
        on_display=[{"venue": "utama", "since": "2026-01-01"}],
        video={"file": "film.mp4", "poster": "b.jpg"},
        added="2026-02-02",
    )
    return gallery(
        replace(cloth, film=FilmFile("content/products/kain/film.mp4", "digest of the film")),
        record("product", "topi", artisan="siti"),
        record(
            "artisan",
            "siti",
            {"id": told("artisan", "Siti", quote="q")},
            [photo("m.jpg")],
            portrait="m.jpg",
            region="madura",
            techniques=("tulis",),
            since=1990,
            level="export",
            succession="active",
            trained=3,
            programmes=("P",),
            languages=("id",),
            links=("https://s.example/",),
            consent={"phone": True, "portrait": True},
        ),
        record("region", "jatim", level="province", codes={"iso": "ID-JI"}, position=(-7.0, 112.0)),
        record("region", "madura", parent="jatim", island=True),
        record("technique", "tulis", same_as=("https://w.example/",)),
        record("material", "katun"),
        record("motif", "awan", regions=("madura",)),
        record(
            "collection",
            "pameran",
            {"id": told("collection", "Pameran", notes={"kain": "n"})},
            kind="exhibition",
            products=("kain",),
            venue="utama",
            opens="2026-01-01",
            closes="2026-02-01",
            curators=("K",),
        ),
        record(
            "venue",
            "utama",
            {"id": told("venue", "Galeri", directions="d")},
            region="madura",
            address="a",
            position=(1.0, 2.0),
            hours=[{"days": ["mon"], "opens": "09:00", "closes": "17:00"}],
            contact={"phone": "+6281234567"},
        ),
        record("article", "berita", authors=("A",), date="2026-03-03", products=("kain",), menu=True),
        publisher="Dewan",
        licence="CC-BY-4.0",
        contact={"whatsapp": "+6280000000000"},
        description={"id": "d"},
    )


def site() -> tuple[dict[str, Output], dict[str, Any], Theme]:
    used = dressed(theme(["id", "en"]))
    plan = planned(full(), used)
    return dict(plan.outputs), dict(plan.sites), used


def changed(value: Any) -> Any:  # noqa: ANN401 - any value of a description
    """Give another value of the same kind."""
    made: Any
    match value:
        case bool():
            made = not value
        case int() | float():
            made = value + 1
        case str():
            made = f"{value}x"
        case date():
            made = value + timedelta(days=1)
        case None:
            made = "something"
        case Quantity():
            made = Quantity(value.number + 1, value.unit)
        case dict():
            made = {**value, "more": "something"}
        case tuple():
            made = (*value, value[-1] if value else "more")
        case _:
            raise TypeError(value)
    return made


def variants(value: Any, where: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """Give every way to change one field anywhere in a value, and where."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            inner = getattr(value, field.name)
            for place, other in variants(inner, f"{where}.{field.name}"):
                yield place, replace(value, **{field.name: other})
    elif isinstance(value, BaseModel):
        for name, inner in value:
            for place, other in variants(inner, f"{where}.{name}"):
                yield place, value.model_copy(update={name: other})
    elif isinstance(value, tuple) and not isinstance(value, Quantity):
        yield where, changed(value)
        for index, inner in enumerate(value[:2]):
            for place, other in variants(inner, f"{where}.{index}"):
                yield place, (*value[:index], other, *value[index + 1 :])
    else:
        yield where, changed(value)


OUTPUTS, SITES, THEME = site()
NOT_IN_KEYS = {
    "ImageOutput.source",
    "FileOutput.source",
    "ShareOutput.photo.source",
    "IconOutput.source",
    "IconOutput.shown",
    "StylesheetOutput.parts.0.source",
}
"""Where a file lies on the machine: its digest says what it holds."""


def key(output: Output, sites: dict[str, Any] = SITES, used: Theme = THEME, codecs: str = "codecs 1") -> str:
    return keys({"it": output}, sites, used, codecs)["it"]


def samples() -> list[Output]:
    """Choose one output of each kind and each view."""
    found: dict[object, Output] = {}
    for output in OUTPUTS.values():
        inner = output.view if isinstance(output, PageOutput) else getattr(output, "data", output)
        kind = type(inner)
        if kind not in found or len(repr(output)) > len(repr(found[kind])):
            found[kind] = output
    return list(found.values())


@pytest.mark.parametrize(
    "output",
    samples(),
    ids=lambda output: type(getattr(output, "view", getattr(output, "data", output))).__name__,
)
def test_a_change_anywhere_in_an_output_changes_its_key(output: Output) -> None:
    before = key(output)
    seen = 0
    for place, other in variants(output, type(output).__name__):
        if place == "PageOutput.language":
            continue  # another test's: it names who makes the page
        assert (key(other) == before) == (place in NOT_IN_KEYS), place
        seen += 1
    assert seen >= 2


def test_every_kind_of_view_and_of_output_is_among_the_samples() -> None:
    names = {type(getattr(each, "view", getattr(each, "data", each))).__name__ for each in samples()}
    assert names == {
        "ProductView",
        "ArtisanView",
        "RegionView",
        "TopicView",
        "CollectionView",
        "VenueView",
        "ArticleView",
        "IndexView",
        "HomeView",
        "MissingView",
        "ImageOutput",
        "ShareOutput",
        "IconOutput",
        "FileOutput",
        "Manifest",
        "StylesheetOutput",
        "Sitemap",
        "Table",
        "SearchView",
        "Feed",
        "Robots",
    }


def test_a_change_in_what_all_pages_of_a_language_share_changes_its_pages_and_no_others() -> None:
    for place, other in variants(SITES["en"], "SiteView"):
        for output in (OUTPUTS["index.html"], OUTPUTS["en/index.html"], OUTPUTS["feed.xml"]):
            same = key(output) == key(output, {**SITES, "en": other})
            assert same == (output is not OUTPUTS["en/index.html"]), place


def test_templates_change_every_page_and_nothing_else() -> None:
    other = replace(THEME, templates="other")
    for output in OUTPUTS.values():
        assert (key(output) != key(output, used=other)) == isinstance(output, PageOutput)


def test_interface_text_changes_the_pages_of_its_language_and_those_that_speak_every_language() -> None:
    other = replace(THEME, texts={**THEME.texts, "en": "other"})
    for output in OUTPUTS.values():
        page = isinstance(output, PageOutput) and (output.language == "en" or output.template == "404.html")
        assert (key(output) != key(output, used=other)) == page


def test_codecs_change_every_picture_and_the_pages_that_hold_placeholders_and_nothing_else() -> None:
    for output in OUTPUTS.values():
        pictured = isinstance(output, ImageOutput | ShareOutput | IconOutput | PageOutput)
        assert (key(output) != key(output, codecs="codecs 2")) == pictured


def test_typesetting_changes_share_pictures_and_icons_and_nothing_else() -> None:
    other = replace(THEME, typesetting=replace(THEME.typesetting, digest="other"))
    for output in OUTPUTS.values():
        assert (key(output) != key(output, used=other)) == isinstance(output, ShareOutput | IconOutput)


def test_the_keys_of_a_plan_do_not_depend_on_where_anything_lies_on_the_machine() -> None:
    here = planned(full(), theme(["id", "en"], folder="/here/themes/x"))
    there = planned(full(), theme(["id", "en"], folder="/some/where/else"))
    assert here.keys == there.keys
    assert "/here/" not in repr(
        [output for output in here.outputs.values() if not isinstance(output, FileOutput | StylesheetOutput)]
    )


def test_the_keys_of_a_plan_do_not_depend_on_the_order_in_which_records_were_read() -> None:
    made = full()
    records = [each for kind in made.records.values() for each in kind.values()]
    again = gallery(
        *reversed(records),
        **{name: value for name, value in made.settings if name not in {"languages", "base_url", "title"}},
    )
    assert planned(again).keys == planned(made).keys


def test_every_output_has_a_key_and_no_two_share_one() -> None:
    plan = planned(full())
    assert plan.keys.keys() == plan.outputs.keys()
    assert len(set(plan.keys.values())) == len(plan.keys)


def test_planning_the_same_twice_gives_the_same() -> None:
    one, two = planned(full()), planned(full())
    assert (one.outputs, one.sites, one.keys) == (two.outputs, two.sites, two.keys)


def test_a_film_is_published_under_its_digest_once_for_all_languages() -> None:
    films = [
        output for output in OUTPUTS.values() if isinstance(output, FileOutput) and "film" in output.path
    ]
    assert [(film.path, film.source) for film in films] == [
        ("films/kain/film.digest of .mp4", "content/products/kain/film.mp4")
    ]
    assert isinstance(OUTPUTS["robots.txt"], DataOutput)
    assert localized(full(), "id").films == {}
