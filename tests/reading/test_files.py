"""The files of a gallery are listed as they lie, and only names that every disk can hold are taken."""

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from galeri.reading.files import file_at, portable, same_address, scan, slug, usable_id

NAMES = [
    # name, and a name near it; None where it is portable already
    ("product.yaml", None),
    ("01-kain.jpg", None),
    ("Kain Batik.JPG", None),
    ("kain (1).jpg", None),
    ("きれ.jpg", None),
    ("كتاب.md", None),
    ("console.md", None),
    ("com.jpg", None),
    ("community.md", None),
    ("nul.md", "nul-1.md"),
    ("NUL", "nul-1"),
    ("con.jpg", "con-1.jpg"),
    ("Aux.tar.gz", "aux-tar.gz"),
    ("com1.jpg", "com1-1.jpg"),
    ("LPT9.txt", "lpt9-1.txt"),
    ("kain.", "kain"),
    ("kain ", "kain"),
    (" kain.jpg", "kain.jpg"),
    ("a:b.jpg", "a-b.jpg"),
    ("a?.jpg", "a.jpg"),
    ("a*b<c>.jpg", "a-b-c.jpg"),
    ('a"b.jpg', "a-b.jpg"),
    ("a\\b.jpg", "a-b.jpg"),
    ("a|b", "a-b"),
    ("a\nb.md", "a-b.md"),
    ("a\x7f.md", "a.md"),
    ("k" * 116 + ".jpg", None),
    ("k" * 117 + ".jpg", "k" * 60 + ".jpg"),
]


@pytest.mark.parametrize(("name", "better"), NAMES)
def test_a_name_that_some_disk_can_not_hold_gets_a_better_one(name: str, better: str | None) -> None:
    assert portable(name) == better


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\x00"), min_size=1, max_size=140)
)
@example("き" * 41)
def test_the_better_name_is_itself_portable(name: str) -> None:
    better = portable(name)
    assert better is None or portable(better) is None


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\x00"), min_size=1, max_size=140)
)
def test_the_better_id_is_itself_usable(name: str) -> None:
    better = usable_id(name)
    assert better is None or usable_id(better) is None


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("batik-gentongan", None),
        ("Batik_1.2", None),
        ("café", None),
        ("きれ", None),
        ("-batik", "batik"),
        (".batik", "batik"),
        ("batik gentongan", "batik-gentongan"),
        ("batik#1", "batik-1"),
        ("batik%20", "batik-20"),
        ("a&b", "a-b"),
        ("con", "con-1"),
        ("a+b", "a-b"),
        ("???", "x"),
    ],
)
def test_an_id_can_be_an_address_as_it_is(name: str, better: str | None) -> None:
    assert usable_id(name) == better


def test_an_id_in_decomposed_letters_is_refused_with_its_composed_form() -> None:
    assert usable_id(unicodedata.normalize("NFD", "café")) == "café"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Batik Gentongan", "batik-gentongan"),
        ("  --a__b--  ", "a-b"),
        ("CAFÉ", "café"),
        ("!!!", "x"),
        ("Nul", "nul-1"),
        ("x" * 100, "x" * 60),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_a_slug_has_small_letters_digits_and_hyphens_only(text: str, made: str) -> None:
    assert slug(text) == made


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kain", "kain"), ("café", unicodedata.normalize("NFD", "CAFÉ")), ("straße", "STRASSE"), ("ﬁn", "FIN")],
)
def test_names_that_a_disk_or_server_may_confuse_have_the_same_address(one: str, other: str) -> None:
    assert same_address(one) == same_address(other)


def test_names_that_differ_in_letters_have_different_addresses() -> None:
    assert len({same_address(name) for name in ("kain", "kain-1", "kein", "kāin")}) == 4


def put(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(path.encode())


def test_files_are_listed_in_the_order_of_their_paths_with_what_tells_a_change(tmp_path: Path) -> None:
    put(tmp_path, "content/b/2.md", "content/a/1.md", "content/a.md", "other/no.md")
    listing = scan(tmp_path, "content")
    assert [file.path for file in listing.files] == ["content/a.md", "content/a/1.md", "content/b/2.md"]
    assert listing.problems == ()
    first = listing.files[0]
    status = (tmp_path / "content/a.md").stat()
    assert (first.name, first.size, first.modified) == ("a.md", 12, status.st_mtime_ns)
    assert first == file_at(tmp_path, "content/a.md")


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "Desktop.ini",
        ".id.md.swp",
        "id.md~",
        ".git/config",
        "._id.md",
    ],
)
def test_files_that_nobody_wrote_are_passed_over_without_a_word(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"content/{name}", "content/id.md")
    listing = scan(tmp_path, "content")
    assert [file.path for file in listing.files] == ["content/id.md"]
    assert listing.problems == ()


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert scan(tmp_path, "content").files == ()
    assert file_at(tmp_path, "content") is None
    assert file_at(tmp_path, "nothing.md") is None


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    put(tmp_path, "content/a.md")
    assert file_at(tmp_path, "content") is None


def test_a_link_inside_the_gallery_is_a_file(tmp_path: Path) -> None:
    put(tmp_path, "content/a/1.jpg")
    (tmp_path / "content/b").mkdir()
    (tmp_path / "content/b/1.jpg").symlink_to("../a/1.jpg")
    listing = scan(tmp_path, "content")
    assert [file.path for file in listing.files] == ["content/a/1.jpg", "content/b/1.jpg"]
    assert listing.problems == ()


@pytest.mark.parametrize("target", ["../../outside.jpg", "/etc/passwd", "../../gallery-2/a.jpg"])
def test_a_link_that_leaves_the_gallery_is_refused(tmp_path: Path, target: str) -> None:
    put(tmp_path, "outside.jpg", "gallery-2/a.jpg", "gallery/content/a.md")
    (tmp_path / "gallery/content/photo.jpg").symlink_to(target)
    listing = scan(tmp_path / "gallery", "content")
    assert [file.path for file in listing.files] == ["content/a.md"]
    assert [(p.code, str(p.place)) for p in listing.problems] == [("outside-gallery", "content/photo.jpg")]


def test_a_linked_folder_that_leaves_the_gallery_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/secret.md", "gallery/content/a.md")
    (tmp_path / "gallery/content/more").symlink_to(tmp_path / "elsewhere")
    listing = scan(tmp_path / "gallery", "content")
    assert [file.path for file in listing.files] == ["content/a.md"]
    assert [problem.code for problem in listing.problems] == ["outside-gallery"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    put(tmp_path, "content/a.md")
    (tmp_path / "content/self").symlink_to(".")
    (tmp_path / "content/loop").symlink_to("loop")
    assert [file.path for file in scan(tmp_path, "content").files] == ["content/a.md"]


def test_a_gallery_that_is_itself_reached_by_a_link_is_whole(tmp_path: Path) -> None:
    put(tmp_path, "real/content/a.md", "real/content/b.jpg")
    (tmp_path / "real/content/c.jpg").symlink_to("b.jpg")
    (tmp_path / "linked").symlink_to("real")
    assert len(scan(tmp_path / "linked", "content").files) == 3


@pytest.mark.skipif(os.name == "nt", reason="this disk can't hold the name at all")
def test_a_name_that_is_not_portable_is_a_problem_and_its_file_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "content/a:b.md", "content/con/a.md", "content/c.md")
    listing = scan(tmp_path, "content")
    assert [file.path for file in listing.files] == ["content/c.md"]
    assert sorted((p.code, str(p.place), p.values["guess"]) for p in listing.problems) == [
        ("unportable-name", "content/a:b.md", "a-b.md"),
        ("unportable-name", "content/con", "con-1"),
    ]
