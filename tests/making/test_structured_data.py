"""Search engines are told what a page is about in the words of schema.org, and nothing in them can break the page."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from galeri.making.pages import inline_json
from galeri.making.structured_data import structured_data
from galeri.model.licences import licence_url
from galeri.model.outputs import PageOutput, Plan
from tests.planning.makers import gallery, photo, planned, record, told

BASE = "https://galeri.example/sub/"
BY = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture(scope="module")
def site() -> Plan:
    alt = {"a.jpg": {"alt": "Kain", "caption": "Sehelai kain"}}
    return planned(
        gallery(
            record("region", "jatim", {"id": "Jawa Timur"}, level="province"),
            record(
                "region",
                "bangkalan",
                {"id": "Bangkalan"},
                parent="jatim",
                position=(-7.0, 112.7),
                codes={"kemendagri": "35.26"},
            ),
            record(
                "technique", "tulis", {"id": "Batik tulis"}, same_as=("https://www.wikidata.org/wiki/Q1",)
            ),
            record("material", "katun", {"id": "Katun", "en": "Cotton"}),
            record("material", "nila", {"id": "Nila"}),
            record(
                "artisan",
                "siti",
                {"id": "Bu Siti"},
                kind="person",
                region="bangkalan",
                since=1990,
                techniques=("tulis",),
                links=("https://siti.example/",),
                consent={"name": True, "phone": True},
            ),
            record(
                "artisan", "pesisir", {"id": "Kelompok Pesisir"}, kind="group", region="bangkalan", since=2001
            ),
            record(
                "product",
                "kain",
                {"id": told("product", "Kain", summary="Selembar kain.", photos=alt)},
                [photo("a.jpg", credit="Dewi", licence="CC-BY-4.0"), photo("b.jpg")],
                artisans=("siti", "pesisir"),
                region="bangkalan",
                materials=("katun", "nila"),
                year=2025,
                price={"amount": 1250000},
                heritage=[
                    {"register": "wbtb", "number": "2013-1", "status": "designated"},
                    {"register": "kik", "number": "9", "status": "recorded"},
                ],
            ),
            record("product", "topi", {"id": "Topi"}, price="ask"),
            record(
                "venue",
                "utama",
                {"id": "Galeri Utama"},
                region="bangkalan",
                address="Jalan 1",
                position=(-7.2, 112.7),
                hours=[{"days": ["mon", "sun"], "opens": "09:00", "closes": "17:00"}],
            ),
            record("venue", "gerai", {"id": "Gerai"}, kind="outlet"),
            record(
                "collection",
                "pameran",
                {"id": "Pameran"},
                kind="exhibition",
                products=("kain",),
                venue="utama",
                opens=date(2026, 11, 1),
                closes=date(2026, 12, 1),
                curators=("Dewan",),
            ),
            record("collection", "pilihan", {"id": "Pilihan"}, products=("kain", "topi")),
            record(
                "article",
                "berita",
                {"id": told("article", "Berita </script>", summary="<b>")},
                authors=("Redaksi",),
                date=date(2026, 3, 3),
            ),
            publisher="Dewan Kriya",
            description={"id": "Untuk diuji."},
        )
    )


def graph(site: Plan, path: str) -> list[dict[str, Any]]:
    output = site.outputs[f"{path}index.html"]
    assert isinstance(output, PageOutput)
    found = structured_data(output, site.sites[output.language])
    assert found["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = found["@graph"]
    return nodes


def subject(site: Plan, path: str) -> dict[str, Any]:
    return graph(site, path)[0]


def test_a_piece_is_a_product_with_material_maker_place_price_and_photos(site: Plan) -> None:
    piece = subject(site, "produk/kain/")
    assert piece["@type"] == "Product"
    assert piece["@id"] == piece["url"] == f"{BASE}produk/kain/"
    assert (piece["name"], piece["description"], piece["sku"]) == ("Kain", "Selembar kain.", "kain")
    assert piece["material"] == ["Katun", "Nila"]
    assert [(maker["@type"], maker["name"]) for maker in piece["manufacturer"]] == [
        ("Person", "Bu Siti"),
        ("Organization", "Kelompok Pesisir"),
    ]
    assert piece["brand"][0]["url"] == f"{BASE}perajin/siti/"
    assert piece["countryOfOrigin"] == {"@type": "Country", "name": "Indonesia"}
    assert piece["additionalProperty"][0]["url"] == f"{BASE}regions/bangkalan/"
    assert "award" not in piece, "the tradition is in the register, not the piece"
    offer = piece["offers"]
    assert (offer["@type"], offer["price"], offer["priceCurrency"]) == ("Offer", 1250000, "IDR")
    assert offer["seller"]["name"] == "Dewan Kriya"


def test_each_photo_tells_who_made_it_and_under_which_licence_it_may_be_used(site: Plan) -> None:
    first, second = subject(site, "produk/kain/")["image"]
    assert first["@type"] == "ImageObject"
    assert first["contentUrl"].startswith(f"{BASE}images/products/kain/a-1200.")
    assert first["contentUrl"].endswith(".jpg")
    assert (first["width"]["value"], first["height"]["value"]) == (1200, 900)
    assert (first["creditText"], first["license"], first["caption"]) == ("Dewi", BY, "Sehelai kain")
    assert "license" not in second
    assert "creditText" not in second


def test_a_piece_without_a_price_offers_nothing(site: Plan) -> None:
    assert (
        not {"offers", "countryOfOrigin", "manufacturer", "award", "image"}
        & subject(site, "produk/topi/").keys()
    )


def test_a_maker_is_a_person_or_an_organization(site: Plan) -> None:
    siti, group = subject(site, "perajin/siti/"), subject(site, "perajin/pesisir/")
    assert (siti["@type"], siti["name"], siti["sameAs"]) == ("Person", "Bu Siti", ["https://siti.example/"])
    assert "foundingDate" not in siti
    assert siti["knowsAbout"] == ["Batik tulis"]
    assert siti["address"]["addressRegion"] == "Bangkalan, Jawa Timur"
    assert (group["@type"], group["foundingDate"]) == ("Organization", "2001")


def test_a_region_is_an_administrative_area_in_the_one_above(site: Plan) -> None:
    regency = subject(site, "regions/bangkalan/")
    assert (regency["@type"], regency["identifier"]) == ("AdministrativeArea", "35.26")
    assert regency["geo"] == {"@type": "GeoCoordinates", "latitude": -7.0, "longitude": 112.7}
    assert [area["name"] for area in regency["containedInPlace"]] == ["Jawa Timur"]
    assert "containedInPlace" not in subject(site, "regions/jatim/")


def test_a_venue_is_a_place_of_its_kind_with_its_hours(site: Plan) -> None:
    place = subject(site, "venues/utama/")
    assert (place["@type"], place["address"]) == ("ArtGallery", "Jalan 1")
    assert place["openingHours"] == ["Mo,Su 09:00-17:00"]
    assert place["geo"]["latitude"] == -7.2
    assert subject(site, "venues/gerai/")["@type"] == "Store"


def test_an_exhibition_with_a_day_is_an_event_and_any_other_collection_is_not(site: Plan) -> None:
    event = subject(site, "collections/pameran/")
    assert event["@type"] == "ExhibitionEvent"
    assert (event["startDate"], event["endDate"]) == ("2026-11-01", "2026-12-01")
    assert event["location"]["name"] == "Galeri Utama"
    assert event["organizer"] == [{"@type": "Organization", "name": "Dewan"}]
    assert [piece["name"] for piece in event["about"]] == ["Kain"]
    chosen = subject(site, "collections/pilihan/")
    assert chosen["@type"] == "Collection"
    assert [part["name"] for part in chosen["hasPart"]] == ["Kain", "Topi"]


def test_articles_topics_and_the_first_page_have_their_types(site: Plan) -> None:
    article = subject(site, "articles/berita/")
    assert (article["@type"], article["datePublished"], article["inLanguage"]) == (
        "Article",
        "2026-03-03",
        "id",
    )
    topic = subject(site, "techniques/tulis/")
    assert (topic["@type"], topic["sameAs"]) == ("DefinedTerm", ["https://www.wikidata.org/wiki/Q1"])
    home = subject(site, "en/")
    assert (home["@type"], home["name"], home["inLanguage"], home["url"]) == (
        "WebSite",
        "Gallery",
        "en",
        f"{BASE}en/",
    )
    assert home["publisher"]["name"] == "Dewan Kriya"


def test_a_page_that_falls_back_describes_the_original_in_its_language(site: Plan) -> None:
    article = subject(site, "en/articles/berita/")
    assert (article["@id"], article["inLanguage"]) == (f"{BASE}articles/berita/", "id")


def test_the_trail_of_a_page_is_a_list_of_breadcrumbs(site: Plan) -> None:
    trail = graph(site, "en/products/kain/")[1]
    assert trail["@type"] == "BreadcrumbList"
    assert [(item["position"], item["name"], item["item"]) for item in trail["itemListElement"]] == [
        (1, "Home (en)", f"{BASE}en/"),
        (2, "Pieces (en)", f"{BASE}en/products/"),
        (3, "Kain", f"{BASE}en/products/kain/"),
    ]
    assert [node["@type"] for node in graph(site, "en/products/")] == ["BreadcrumbList"]


def test_nothing_is_said_that_is_empty_and_every_page_can_be_described(site: Plan) -> None:
    def walk(value: object) -> None:
        assert value not in (None, "", [], {})
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(inner)

    described = 0
    for output in site.outputs.values():
        if isinstance(output, PageOutput) and output.template != "404.html":
            for node in structured_data(output, site.sites[output.language])["@graph"]:
                walk(node)
                described += 1
    assert described > 40


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC-BY-4.0", BY),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://a.example/licence", "https://a.example/licence"),
        ("All rights reserved", ""),
        ("", ""),
    ],
)
def test_a_licence_by_its_code_or_its_address_has_an_address(licence: str, address: str) -> None:
    assert licence_url(licence) == address


TEXT = st.text(max_size=30) | st.sampled_from(
    [
        "</script>",
        "<!--",
        "<script>",
        "</SCRIPT >",
        "-->",
        "]]>",
        "&lt;/script&gt;",
        "\u2028",
        "\u2029",
        "\\u003c",
        '"',
        "'",
    ]
)


@given(
    st.recursive(TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3))
)
def test_no_value_can_end_the_script_that_it_stands_in(value: object) -> None:
    made = str(inline_json(value))
    assert not set("<>&\u2028\u2029") & set(made)
    assert json.loads(made) == value


def test_a_title_that_ends_scripts_stays_inside_its_own() -> None:
    made = inline_json({"name": "</script><img src=x onerror=alert(1)>", "on": date(2026, 1, 2)})
    page = lxml_html.fromstring(f'<div><script type="application/ld+json">{made}</script><p>x</p></div>')
    assert page.find(".//img") is None
    assert json.loads(page.find(".//script").text)["name"].startswith("</script>")
    assert json.loads(page.find(".//script").text)["on"] == "2026-01-02"
