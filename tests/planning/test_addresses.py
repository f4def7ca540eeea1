"""Where each page lies: addresses are stable, translated, relative between pages and encoded where they are full."""

import posixpath
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galeri.model.records import KINDS, Ref
from galeri.planning.addresses import addresses, file_of, root_from, url
from tests.planning.makers import LANGUAGES, theme


@pytest.mark.parametrize(
    ("path", "root"),
    [("", "./"), ("produk/", "../"), ("produk/kain/", "../../"), ("en/products/kain/p/2/", "../" * 5)],
)
def test_the_root_is_reached_from_any_depth(path: str, root: str) -> None:
    assert root_from(path) == root


@given(st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), max_size=6))
def test_a_path_after_the_root_of_any_page_leads_to_that_path(parts: list[str]) -> None:
    path = "".join(f"{part}/" for part in parts)
    assert posixpath.normpath(f"/{path}{root_from(path)}static/style.css") == "/static/style.css"


@pytest.mark.parametrize(
    ("tag", "kind", "index", "record"),
    [
        ("id", "product", "id/produk/", "id/produk/kain/"),
        ("id", "motif", "id/motifs/", "id/motifs/kain/"),
        ("en", "product", "en/products/", "en/products/kain/"),
        ("mad", "product", "mad/products/", "mad/products/kain/"),
        ("jv-Java", "artisan", "jv-java/artisans/", "jv-java/artisans/kain/"),
    ],
)
def test_the_folder_of_a_kind_is_translated_and_the_id_of_a_record_never(
    tag: str, kind: str, index: str, record: str
) -> None:
    found = addresses(theme(), LANGUAGES[tag])
    assert found.home() == LANGUAGES[tag].prefix
    assert found.index(kind) == index
    assert found.record(Ref(kind, "kain")) == record


def test_the_first_page_of_an_index_has_no_number_and_the_others_have() -> None:
    found = addresses(theme(), LANGUAGES["en"])
    assert [found.index("product", number) for number in (1, 2, 13)] == [
        "en/products/",
        "en/products/p/2/",
        "en/products/p/13/",
    ]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_record_and_no_index_share_a_file(tag: str) -> None:
    found = addresses(theme(), LANGUAGES[tag])
    records = {
        file_of(found.record(Ref(kind, name))) for kind in KINDS for name in ("p", "2", "p-2", "index.html")
    }
    indexes = {file_of(found.index(kind, number)) for kind in KINDS for number in (1, 2, 3)}
    assert not records & indexes
    assert len(records) == 4 * len(KINDS)


@pytest.mark.parametrize(
    ("path", "full"),
    [
        ("", "https://a.example/b/"),
        ("produk/kain/", "https://a.example/b/produk/kain/"),
        ("produk/café/", "https://a.example/b/produk/caf%C3%A9/"),
        ("produk/ꦏꦲꦶꦤ꧀/", "https://a.example/b/produk/%EA%A6%8F%EA%A6%B2%EA%A6%B6%EA%A6%A4%EA%A7%80/"),
        ("a b.jpg", "https://a.example/b/a%20b.jpg"),
        ("a_b-c.d~e", "https://a.example/b/a_b-c.d~e"),
    ],
)
def test_a_full_address_is_percent_encoded(path: str, full: str) -> None:
    assert url("https://a.example/b/", path) == full


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_a_full_address_leads_back_to_its_path_and_holds_nothing_that_needs_escaping(path: str) -> None:
    full = url("https://a.example/", path)
    assert full.isascii()
    assert not set(full) & set(" \"'<>&\\^`{}|#?")
    assert unquote(urlsplit(full).path) == f"/{path}"
