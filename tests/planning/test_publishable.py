"""Only what may be published is planned: approved pieces, and of makers what they agreed to."""

from datetime import date
from typing import Any

import pytest

from galeri.model.gallery import Gallery
from galeri.model.private import PrivateValue
from galeri.model.records import Ref
from galeri.planning.publishable import publishable
from tests.planning.makers import TODAY, gallery, pages, photo, planned, record, told

ALL = {"name": True, "portrait": True, "story": True, "phone": True}
WORDS = {
    "id": told("artisan", "Siti", "Kisah Siti.", summary="Pembatik.", quote="Saya membatik."),
    "en": told("artisan", "Siti", "The story of Siti.", summary="Batik maker.", quote="I make batik."),
}
PHOTOS = [photo("muka.jpg", role="portrait"), photo("kain.jpg"), photo("lain.jpg", role="portrait")]


def maker(kind: str, **consent: Any) -> Gallery:  # noqa: ANN401 - the fields of Consent
    return gallery(
        record("region", "kabupaten"),
        record(
            "artisan",
            "siti",
            WORDS,
            PHOTOS,
            kind=kind,
            portrait="muka.jpg",
            consent=consent,
            contact={"whatsapp": "+6281234567890"},
            links=("https://siti.example/",),
        ),
        record("product", "kain", artisan="siti", order={"whatsapp": "artisan"}),
    )


def shown(
    source: Gallery, *, drafts: bool = False, today: date = TODAY
) -> tuple[Gallery, tuple[PrivateValue, ...]]:
    return publishable(source, today, drafts=drafts)


PRESENT = [
    # kind, consent, is the maker there?
    ("person", ALL, True),
    ("person", {"name": True}, True),
    ("person", {}, False),
    ("person", {**ALL, "name": False}, False),
    ("group", {}, True),
    ("workshop", {}, True),
    ("cooperative", {"name": False}, True),
    ("person", {**ALL, "expires": date(2026, 11, 22)}, True),
    ("person", {**ALL, "expires": date(2026, 11, 21)}, False),
    ("person", {**ALL, "expires": date(2020, 1, 1)}, False),
    ("person", {**ALL, "withdrawn": date(2026, 11, 21)}, False),
    ("person", {**ALL, "withdrawn": date(2026, 11, 22)}, True),
    ("group", {**ALL, "expires": date(2026, 11, 21)}, False),
    ("group", {**ALL, "withdrawn": date(2026, 1, 1)}, False),
]


@pytest.mark.parametrize(("kind", "consent", "present"), PRESENT)
@pytest.mark.parametrize("drafts", [False, True])
def test_a_maker_is_there_only_while_the_consent_holds(
    kind: str, consent: dict[str, Any], *, present: bool, drafts: bool
) -> None:
    source = maker(kind, **consent)
    found, names = shown(source, drafts=drafts)
    assert ("siti" in found.records["artisan"]) == present
    assert [(each.record, each.value, each.name) for each in names] == (
        [] if present else [("artisan:siti", "Siti", True)]
    )


def test_a_maker_who_is_left_out_is_on_no_page_but_the_piece_stays() -> None:
    made = planned(maker("person"))
    assert "perajin/siti/index.html" not in made.outputs
    page = pages(made)["produk/kain/index.html"]
    assert "Siti" not in repr(page)
    assert "Siti" not in repr(made.outputs)
    assert "+6281234567890" not in repr(made.outputs)


@pytest.mark.parametrize("kind", ["person", "group", "workshop", "cooperative"])
def test_without_consent_for_the_telephone_no_way_to_reach_the_maker_is_published(kind: str) -> None:
    made = planned(maker(kind, **{**ALL, "phone": False}))
    assert "perajin/siti/index.html" in made.outputs
    assert "+6281234567890" not in repr(made.outputs)
    assert "siti.example" not in repr(made.outputs)
    with_phone = planned(maker(kind, **ALL))
    assert "+6281234567890" in repr(with_phone.outputs["perajin/siti/index.html"])
    assert "+6281234567890" in repr(with_phone.outputs["produk/kain/index.html"])


@pytest.mark.parametrize("kind", ["person", "group", "workshop", "cooperative"])
def test_without_consent_for_the_portrait_no_portrait_is_published(kind: str) -> None:
    found, _ = shown(maker(kind, **{**ALL, "portrait": False}))
    siti = found.records["artisan"]["siti"]
    assert [each.facts.file for each in siti.photos] == ["kain.jpg"]
    assert siti.facts.portrait is None
    outputs = planned(maker(kind, **{**ALL, "portrait": False})).outputs
    assert not [path for path in outputs if "muka" in path or "lain" in path]


def test_with_consent_for_the_portrait_it_is_published() -> None:
    found, _ = shown(maker("person", **ALL))
    siti = found.records["artisan"]["siti"]
    assert siti.facts.portrait == "muka.jpg"
    assert len(siti.photos) == 3


def test_without_consent_for_the_story_a_persons_own_words_are_left_out_in_every_language() -> None:
    found, _ = shown(maker("person", **{**ALL, "story": False}))
    for telling in found.records["artisan"]["siti"].tellings.values():
        assert telling.words.title == "Siti"
        assert (telling.words.summary, telling.story.markdown) == ("", "")
    made = repr(planned(maker("person", **{**ALL, "story": False})).outputs)
    for text in ("Kisah Siti", "The story of Siti", "Pembatik", "Batik maker", "membatik", "I make batik"):
        assert text not in made


@pytest.mark.parametrize("consent", [ALL, {**ALL, "portrait": False}])
@pytest.mark.parametrize("drafts", [False, True])
def test_the_photo_of_a_child_is_never_published(consent: dict[str, bool], *, drafts: bool) -> None:
    photos = [photo("anak.jpg", role="portrait", child=True), photo("kain.jpg")]
    steps = [{"title": "Mewarna", "photo": "anak.jpg"}]
    source = gallery(
        record("region", "kabupaten"),
        record("artisan", "siti", {"id": "Siti"}, photos, portrait="anak.jpg", consent=consent),
        record(
            "product",
            "kain",
            {"id": told("product", "Kain", "![Anak](anak.jpg)", process=steps)},
            photos,
            video={"link": "https://video.example/", "poster": "anak.jpg"},
        ),
    )
    found, _ = shown(source, drafts=drafts)
    assert found.records["artisan"]["siti"].facts.portrait is None
    assert [each.facts.file for each in found.records["artisan"]["siti"].photos] == ["kain.jpg"]
    outputs = planned(source, drafts=drafts).outputs
    assert [path for path in outputs if "kain" in path and path.startswith("images/")]
    assert not [path for path in outputs if "anak" in path]


@pytest.mark.parametrize(
    ("curation", "public"), [("draft", False), ("submitted", False), ("approved", True), ("export", True)]
)
def test_only_approved_pieces_are_published_and_drafts_only_when_asked_for(
    curation: str, *, public: bool
) -> None:
    source = gallery(
        record("product", "kain", curation=curation),
        record("collection", "pameran", products=("kain",)),
        record("article", "berita", products=("kain",)),
    )
    assert ("kain" in shown(source)[0].records["product"]) == public
    assert "kain" in shown(source, drafts=True)[0].records["product"]
    assert ("produk/kain/index.html" in planned(source).outputs) == public
    assert "produk/kain/index.html" in planned(source, drafts=True).outputs


def test_records_that_lean_on_a_piece_that_is_left_out_stand_without_it() -> None:
    found = planned(
        gallery(
            record("region", "kabupaten"),
            record("motif", "awan"),
            record("product", "a", curation="draft", motifs=("awan",), region="kabupaten"),
            record("product", "b", motifs=("awan",), region="kabupaten"),
            record("collection", "pameran", products=("a", "b")),
        )
    )
    for path in ("motifs/awan/index.html", "regions/kabupaten/index.html", "collections/pameran/index.html"):
        assert "produk/b/" in repr(found.outputs[path])
        assert "produk/a/" not in repr(found.outputs[path])


def test_backlinks_are_those_of_what_is_published() -> None:
    found, _ = shown(
        gallery(
            record("motif", "awan"),
            record("product", "a", curation="draft", motifs=("awan",)),
            record("product", "b", motifs=("awan",)),
        )
    )
    assert found.backlinks[Ref("motif", "awan")] == (Ref("product", "b"),)
