"""What is told of a photo that can be read: the gravest lack of pixels, blur, copies, a place, a moving picture."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from galeri.model.facts import MotifFacts, ProductFacts
from galeri.model.facts_shared import Photo
from galeri.model.photo_needs import PRINTED, SCREEN, Measure, printed_pixels
from galeri.model.records import PhotoFile, Record, RecordPhoto, Ref
from galeri.model.theme import Recipe, Role
from galeri.reading.photo_checks import Album, check_photos
from galeri.reading.photos import read_header
from tests.photos.samples import chessboard, heic, located, saved
from tests.support.galleries import Small, photo, tree

ROLES: Mapping[Role, Recipe] = {
    "page": Recipe(widths=(640, 1600)),
    "step": Recipe(widths=(640,)),
    "portrait": Recipe(widths=(480,)),
}
PLAIN = Measure(500.0, bytes(64))


def file(name: str = "a.jpg", size: tuple[int, int] = (3000, 2000), **more: Any) -> PhotoFile:  # noqa: ANN401
    path = f"content/motifs/awan/{name}"
    return PhotoFile(path, more.pop("digest", name), *size, **more)


def record(*files: PhotoFile, kind: str = "motif", role: str = "piece", name: str = "awan") -> Record[Any]:
    facts = ProductFacts(kind="textile") if kind == "product" else MotifFacts()
    photos = tuple(
        RecordPhoto(Photo.model_validate({"file": each.path.rpartition("/")[2], "role": role}), each)
        for each in files
    )
    return Record(Ref(kind, name), facts, {}, photos)


def codes(
    *records: Record[Any],
    recipes: Mapping[Role, Recipe] = ROLES,
    measures: Mapping[str, Measure] | None = None,
) -> list[str]:
    return [problem.code for problem in check_photos(records, Album(recipes, measures or {}))]


def test_a_good_photo_gives_nothing_to_tell() -> None:
    assert codes(record(file(), kind="product"), measures={"a.jpg": PLAIN}) == []


class TestPixels:
    @pytest.mark.parametrize(
        ("kind", "role", "longer", "code"),
        [
            ("product", "piece", 639, "small-photo"),
            ("product", "piece", 640, "soft-photo"),
            ("product", "piece", 1199, "soft-photo"),
            ("product", "piece", 1200, "small-print"),
            ("product", "piece", 2125, "small-print"),
            ("product", "piece", 2126, None),
            ("product", "detail", 1200, None),
            ("motif", "piece", 1200, None),
            ("product", "process", 479, "small-photo"),
            ("product", "process", 639, "soft-photo"),
            ("product", "process", 640, "small-print"),
            ("artisan", "portrait", 319, "small-photo"),
            ("artisan", "portrait", 479, "soft-photo"),
            ("artisan", "portrait", 480, "small-print"),
            ("artisan", "portrait", 650, None),
        ],
    )
    def test_the_gravest_lack_of_pixels_is_told_by_what_the_photo_is_for(
        self, kind: str, role: str, longer: int, code: str | None
    ) -> None:
        for size in ((longer, 100), (100, longer)):
            found = codes(record(file(size=size), kind=kind, role=role))
            assert found == ([code] if code else [])

    def test_no_more_is_asked_for_than_the_theme_shows(self) -> None:
        recipes: Mapping[Role, Recipe] = {"page": Recipe(widths=(48,))}
        assert codes(record(file(size=(48, 30))), recipes=recipes) == []
        assert codes(record(file(size=(47, 30))), recipes=recipes) == ["small-photo"]

    def test_what_is_printed_has_300_pixels_an_inch(self) -> None:
        assert printed_pixels(254) == 3000
        assert printed_pixels(PRINTED["piece"]) == 2126

    def test_every_role_that_a_photo_may_have_has_its_numbers(self) -> None:
        roles = set(Photo.model_json_schema()["properties"]["role"]["enum"])
        assert SCREEN.keys() == PRINTED.keys() == roles


class TestPixelsThemselves:
    def test_a_photo_below_the_threshold_is_blurred_and_one_at_it_is_not(self) -> None:
        for sharpness, expected in ((49.9, ["blurred-photo"]), (50.0, []), (None, [])):
            assert codes(record(file()), measures={"a.jpg": Measure(sharpness, bytes(64))}) == expected

    def test_a_photo_that_was_not_measured_is_not_judged(self) -> None:
        assert codes(record(file())) == []


class TestTwice:
    def test_the_same_file_under_two_names_is_told_once_of_each_copy(self) -> None:
        files = [file(name, digest="same") for name in ("a.jpg", "b.jpg", "c.jpg")]
        problems = list(check_photos([record(*files)], Album(ROLES, {})))
        assert [(each.code, each.place.path[-5:], each.values["other"]) for each in problems] == [
            ("same-photo", "b.jpg", "a.jpg"),
            ("same-photo", "c.jpg", "a.jpg"),
        ]

    def test_a_smaller_copy_is_the_same_picture(self) -> None:
        files = file("a.jpg"), file("b.jpg", (1500, 1000))
        near = Measure(300.0, bytes([1] * 64))
        assert codes(record(*files), measures={"a.jpg": PLAIN, "b.jpg": near}) == ["same-photo"]

    @pytest.mark.parametrize(
        "other",
        [(file("b.jpg"), bytes([2] * 64)), (file("b.jpg", (2000, 2000)), bytes(64))],
        ids=["grey", "shape"],
    )
    def test_another_picture_is_not(self, other: tuple[PhotoFile, bytes]) -> None:
        measures = {"a.jpg": PLAIN, "b.jpg": Measure(500.0, other[1])}
        assert codes(record(file("a.jpg"), other[0]), measures=measures) == []

    def test_a_file_that_another_record_shows_too_is_a_note(self) -> None:
        other = replace(file(), path="content/motifs/laut/b.jpg")
        assert codes(record(file()), record(other, name="laut")) == ["shared-photo"]

    def test_pictures_of_two_records_that_only_look_alike_are_left_alone(self) -> None:
        other = replace(file("b.jpg"), path="content/motifs/laut/b.jpg")
        assert (
            codes(record(file()), record(other, name="laut"), measures={"a.jpg": PLAIN, "b.jpg": PLAIN}) == []
        )


def with_position(fmt: str) -> bytes:
    if fmt == "HEIF":
        return heic(chessboard(4).convert("RGB"), exif=located())
    return saved(chessboard(4).convert("RGB"), fmt, exif=located())


class TestHeaders:
    @pytest.mark.parametrize("fmt", ["JPEG", "HEIF", "WEBP", "AVIF", "PNG", "TIFF"])
    def test_a_place_is_found_in_every_kind_of_file(self, fmt: str, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(with_position(fmt))
        (tmp_path / "b").write_bytes(saved(chessboard(4).convert("RGB"), "JPEG"))
        assert read_header(tmp_path, "a").located
        assert not read_header(tmp_path, "b").located

    def test_a_place_in_xmp_is_found_too(self, tmp_path: Path) -> None:
        packet = b'<x:xmpmeta xmlns:x="adobe:ns:meta/" exif:GPSLatitude="7,15.0S"/>'
        for fmt in ("JPEG", "WEBP"):
            (tmp_path / "a").write_bytes(saved(chessboard(4).convert("RGB"), fmt, xmp=packet))
            assert read_header(tmp_path, "a").located, fmt

    def test_a_camera_that_knew_no_place_tells_none(self, tmp_path: Path) -> None:
        exif = Image.Exif()
        exif.get_ifd(34853).update({0: b"\2\3\0\0", 29: "2026:11:01"})
        (tmp_path / "a").write_bytes(saved(chessboard(4), "JPEG", exif=exif))
        assert not read_header(tmp_path, "a").located

    @pytest.mark.parametrize("fmt", ["GIF", "PNG", "WEBP", "AVIF"])
    def test_a_moving_picture_is_known(self, fmt: str, tmp_path: Path) -> None:
        image, second = chessboard(4).convert("RGB"), Image.new("RGB", (128, 96))
        (tmp_path / "a").write_bytes(saved(image, fmt, save_all=True, append_images=[second]))
        (tmp_path / "b").write_bytes(saved(image, fmt))
        assert read_header(tmp_path, "a").animated
        assert not read_header(tmp_path, "b").animated

    def test_a_telephones_jpeg_of_several_pictures_does_not_move(self, tmp_path: Path) -> None:
        image = chessboard(4).convert("RGB")
        (tmp_path / "a").write_bytes(saved(image, "MPO", save_all=True, append_images=[image]))
        assert not read_header(tmp_path, "a").animated


class TestNames:
    def test_a_photo_with_other_capitals_is_told_once_with_its_name(self, gallery: Small) -> None:
        path = gallery.root / "content/products/topi/topi.jpg"
        path.rename(path.with_name("Topi.JPG"))
        [problem] = gallery.build().problems
        assert problem.code == "other-capitals"
        assert problem.values == {"file": "topi.jpg", "found": "Topi.JPG"}

    def test_words_that_differ_by_capitals_only_are_one_file_on_many_computers(self, gallery: Small) -> None:
        if (gallery.root / "content/products/topi/ID.md").exists():
            pytest.skip("this disk tells no capitals apart")
        gallery.write("content/products/topi/ID.md", "---\ntitle: Topi\n---\n")
        assert "same-name" in gallery.codes()


class TestOneBadPhoto:
    def test_every_bad_photo_is_told_in_one_run_and_the_others_are_made_and_kept(
        self, gallery: Small
    ) -> None:
        gallery.write("content/products/kain/01-kain.jpg", photo((1, 2, 3))[:-40])
        gallery.write("content/products/topi/topi.jpg", b"no photo")
        gallery.write("content/motifs/awan/a.jpg", photo((1, 2, 3), (640, 480))[:2000])
        gallery.edit("content/motifs/awan/motif.yaml", "words", "photos: [{file: a.jpg}]\nwords")
        report = gallery.build()
        assert not report.published
        assert [(each.code, each.place.path.rpartition("/")[2]) for each in report.problems] == [
            ("broken-photo", "a.jpg"),
            ("broken-photo", "01-kain.jpg"),
            ("not-an-image", "topi.jpg"),
        ]
        assert not gallery.output.exists()
        kept = tree(gallery.root / ".galeri/cache/images")
        gallery.write("content/products/kain/01-kain.jpg", photo())
        gallery.write("content/products/topi/topi.jpg", photo())
        gallery.write("content/motifs/awan/a.jpg", photo())
        gallery.built()
        good = {data for path, data in gallery.site().items() if "/02-canting-" in path or "/muka-" in path}
        assert len(good) >= 4
        assert good <= set(kept.values())
