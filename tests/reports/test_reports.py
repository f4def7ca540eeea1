"""What each report says of galleries made in memory."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import pytest

from galeri.model.problem import Severity
from galeri.model.records import Ref
from galeri.reports.catalogue import REPORTS
from galeri.reports.links import LinkRow, answered
from galeri.reports.translations import source_digest
from tests.planning.makers import TODAY, gallery, photo, record, told


def rows(name: str, *records: Any, day: date = TODAY, **settings: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    made = list(REPORTS[name].make(gallery(*records, **settings), day))
    assert {row.state for row in made} <= set(REPORTS[name].states)
    assert all(type(row) is REPORTS[name].row for row in made)
    return [asdict(row) for row in made]


def states(name: str, *records: Any, **more: Any) -> dict[str, str]:  # noqa: ANN401
    return {row["record"]: row["state"] for row in rows(name, *records, **more)}


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


class TestTranslations:
    source = told("product", "Kain", "Kisah.", philosophy="Awan.")

    def test_a_language_without_words_is_missing(self) -> None:
        [row] = rows("translations", record("product", "kain", {"id": self.source}))
        assert (row["state"], row["language"], row["path"]) == (
            "missing",
            "en",
            "content/products/kain/en.md",
        )

    def test_what_the_source_has_and_the_translation_has_not_is_named(self) -> None:
        pair = {"id": self.source, "en": told("product", "Cloth")}
        [row] = rows("translations", record("product", "kain", pair))
        assert (row["state"], row["lacks"]) == ("partial", ("philosophy", "story"))

    def test_a_translation_with_every_field_is_complete(self) -> None:
        pair = {"id": self.source, "en": told("product", "Cloth", "Story.", philosophy="Cloud.")}
        assert states("translations", record("product", "kain", pair)) == {"product:kain": "complete"}

    def test_a_translation_is_older_once_a_word_of_its_source_has_changed(self) -> None:
        noted = source_digest(self.source)
        english = told("product", "Cloth", "Story.", philosophy="Cloud.", translated_from=noted)
        same = record("product", "kain", {"id": self.source, "en": english})
        changed = record(
            "product",
            "kain",
            {"id": told("product", "Kain", "Kisah baru.", philosophy="Awan."), "en": english},
        )
        assert states("translations", same) == {"product:kain": "complete"}
        assert states("translations", changed) == {"product:kain": "older"}

    def test_the_digest_that_has_to_be_noted_is_told(self) -> None:
        [row] = rows("translations", record("product", "kain", {"id": self.source}))
        assert row["source"] == source_digest(self.source)


def test_a_photo_lacks_alternative_text_credit_and_licence() -> None:
    pictured = told("product", "Kain", photos={"a.jpg": {"alt": "Kain"}})
    shown = record(
        "product", "kain", {"id": pictured}, [photo("a.jpg"), photo("b.jpg", credit="Ani", licence="CC0-1.0")]
    )
    first, second = rows("photos", shown)
    assert first["lacks"] == ("alt (en)", "credit", "licence")
    assert second["lacks"] == ("alt (id)", "alt (en)")
    assert (first["severity"], second["severity"]) == (Severity.NOTE, Severity.WARNING)
    assert first["size"] == "1200 × 900"


@pytest.mark.parametrize(
    ("role", "width", "enough"),
    [
        *(("piece", 2126, "print"), ("piece", 2125, "every screen"), ("piece", 1199, "most screens")),
        *(("piece", 639, "too small"), ("portrait", 650, "print"), ("process", 799, "most screens")),
    ],
)
def test_a_photo_is_large_enough_for_what_its_role_needs(role: str, width: int, enough: str) -> None:
    shown = record("product", "kain", {}, [photo("a.jpg", role=role, size=(width, 300))])
    [row] = rows("photos", shown)
    assert row["enough"] == enough


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ({}, "missing"),
        ({"name": True}, "no form"),
        ({"name": True, "on": days(-9), "form": "K-1"}, "given"),
        ({"name": True, "on": days(-9), "form": "K-1", "expires": days(91)}, "given"),
        ({"name": True, "on": days(-9), "form": "K-1", "expires": days(90)}, "expires soon"),
        ({"name": True, "on": days(-9), "form": "K-1", "expires": TODAY}, "expired"),
        ({"name": True, "on": days(-9), "form": "K-1", "withdrawn": TODAY}, "withdrawn"),
        ({"name": True, "on": days(1), "form": "K-1"}, "not yet"),
    ],
)
def test_consent_is_told_as_it_stands_on_the_day(given: dict[str, Any], state: str) -> None:
    assert states("consent", record("artisan", "siti", consent=given)) == {"artisan:siti": state}


@pytest.mark.parametrize(
    ("certificate", "state"),
    [
        ({"number": "1"}, "holds"),
        ({"number": "1", "expires": days(91)}, "holds"),
        ({"number": "1", "expires": days(90)}, "expires soon"),
        ({"number": "1", "expires": TODAY}, "expired"),
        ({"expires": days(400)}, "no number"),
    ],
)
def test_certificates_are_told_as_they_stand_on_the_day(certificate: dict[str, Any], state: str) -> None:
    piece = record("product", "kain", certifications=[{"scheme": "sni", **certificate}])
    assert states("certificates", piece) == {"product:kain": state}


def test_a_piece_with_all_that_a_buyer_asks_is_ready_and_one_with_nothing_is_named_last() -> None:
    english = told(
        "product",
        "Cloth",
        "Story.",
        summary="A cloth.",
        care="Wash.",
        photos={f"{n}.jpg": {"alt": "x"} for n in "abc"},
    )
    ready = record(
        "product",
        "kain",
        {"id": "Kain", "en": english},
        [photo(f"{n}.jpg") for n in "abc"],
        artisan="kelompok",
        materials=["katun"],
        weight="380 g",
        dimensions={"length": "2 m"},
        price={"amount": 5, "as_of": TODAY},
        export={
            "hs": "5208.52",
            "moq": 1,
            "lead_time": "3 days",
            "capacity": "4 per month",
            "incoterm": "FOB",
        },
    )
    first, last = rows("export", record("product", "bakul", curation="export"), ready)
    assert (first["record"], first["score"], first["lacks"], first["severity"]) == (
        "product:kain",
        100,
        (),
        None,
    )
    assert (last["score"], last["severity"]) == (0, Severity.WARNING)
    assert "export.hs" in last["lacks"]
    a_year_later = rows("export", ready, day=days(366))
    assert a_year_later[0]["lacks"] == ("price",)


def test_what_was_not_checked_for_a_year_is_stale_and_the_unchecked_comes_first() -> None:
    fresh = record("artisan", "a", verified={"on": days(-365), "by": "Dinas"})
    stale = record("artisan", "b", verified={"on": days(-366), "by": "Dinas"})
    price = record("product", "kain", price={"amount": 5, "as_of": days(-400)})
    found = rows("stale", fresh, stale, record("artisan", "c"), price, record("product", "topi", price="ask"))
    assert [(row["record"], row["state"]) for row in found] == [
        ("artisan:c", "never"),
        ("product:kain", "stale"),
        ("artisan:b", "stale"),
        ("artisan:a", "fresh"),
    ]


def test_coverage_counts_published_pieces_and_makers_also_below_a_region() -> None:
    found = {
        row["record"] or row["name"]: (row["pieces"], row["makers"], row["state"])
        for row in rows(
            "coverage",
            record("region", "provinsi", level="province"),
            record("region", "kabupaten", parent="provinsi"),
            record("region", "kota", parent="provinsi"),
            record("artisan", "kelompok", techniques=["tulis"]),
            record("technique", "tulis"),
            record("product", "kain", region="kabupaten"),
            record("product", "rancangan", region="kota", curation="draft"),
        )
    }
    assert found["region:provinsi"] == (1, 1, "covered")
    assert found["region:kota"] == (0, 0, "nothing")
    assert found["technique:tulis"] == (0, 1, "no piece")
    assert found["textile"] == (1, 0, "covered")
    assert found["ceramic"] == (0, 0, "nothing")


def test_regions_that_lie_in_themselves_are_counted_once() -> None:
    found = rows(
        "coverage",
        record("region", "a", parent="b"),
        record("region", "b", parent="a"),
        record("product", "kain", region="a"),
    )
    assert [row["pieces"] for row in found[:2]] == [1, 1]


def test_links_lead_to_what_is_there_what_is_not_published_and_nowhere() -> None:
    story = told(
        "product",
        "Kain",
        "Lihat https://contoh.example/a.",
        links=[Ref("motif", "awan"), Ref("product", "rancangan")],
    )
    found = rows(
        "links",
        record("product", "kain", {"id": story}, artisan="kelompok"),
        record("product", "rancangan", curation="draft"),
        record("motif", "awan"),
    )
    assert {row["target"]: row["state"] for row in found} == {
        "artisan:kelompok": "nowhere",
        "motif:awan": "there",
        "product:rancangan": "not published",
        "https://contoh.example/a": "not asked",
    }


def test_what_hosts_answered_is_put_in() -> None:
    asked = [LinkRow(None, "not asked", "product:kain", "x", f"https://{name}.example/") for name in "ab"]
    there = LinkRow(None, "there", "product:kain", "x", "motif:awan")
    made = answered([*asked, there], {"https://a.example/": "", "https://b.example/": "HTTP 404"})
    assert [(row.state, row.severity) for row in made] == [
        ("answers", None),
        ("HTTP 404", Severity.ERROR),
        ("there", None),
    ]
