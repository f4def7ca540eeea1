"""A whole gallery in which one maker withdrew consent and another's has expired: nothing built speaks of either."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from galeri.model.problem import Severity
from galeri.options import Options
from galeri.pipeline import build
from tests.site.built import Site, said
from tests.support.shared import lend
from tests.support.withheld import GALLERY, WITHHELD

SHARED, HERS = "produk/kain-bersama/index.html", "produk/kain-ratna/index.html"


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory, pictures: Path) -> Path:
    folder = tmp_path_factory.mktemp("consent") / "gallery"
    shutil.copytree(GALLERY, folder)
    lend(pictures, folder)
    return folder


@pytest.fixture(scope="module")
def site(gallery: Path) -> Site:
    report = build(Options(gallery, gallery.parent / "site", workers=1))
    assert report.published, report.problems
    assert {problem.code for problem in report.problems} <= {
        *("blurred-photo", "small-photo", "soft-photo", "small-print")
    }
    return Site(gallery.parent / "site")


def data(site: Site, path: str) -> list[dict[str, Any]]:
    """Give what a page tells machines (JSON-LD)."""
    return [
        json.loads(each) for each in said(site.pages[path], '//script[@type="application/ld+json"]/text()')
    ]


def test_the_gallery_speaks_of_each_of_them_before_it_is_built(gallery: Path) -> None:
    files = sorted(path for path in gallery.rglob("*.*") if path.is_file())
    written = b"".join(path.read_bytes() for path in files).decode("utf-8", "replace")
    for mark in ("Ratna Melati", "Darmo Cempaka", "Sanggar Foto Kenanga", "Ketiga pembuatnya", "kebaya biru"):
        assert mark in written


@pytest.mark.parametrize("what", WITHHELD)
def test_no_page_feed_sitemap_or_picture_holds(site: Site, what: str) -> None:
    for path in sorted(site.files):
        held = (site.folder / path).read_bytes().decode("utf-8", "replace")
        for mark in WITHHELD[what]:
            assert mark not in path, path
            assert mark not in held, path


def test_the_maker_who_agreed_is_shown_with_portrait_and_in_every_list(site: Site) -> None:
    assert "Kelompok Teratai" in site.text("perajin/kelompok-teratai/index.html")
    assert any(path.startswith("images/artisans/kelompok-teratai/lambang-") for path in site.files)
    assert "perajin/kelompok-teratai/" in site.text("sitemap.xml")
    assert said(site.pages["perajin/index.html"], "//main//li//h2") == ["Kelompok Teratai"]


def test_their_pieces_stay_without_them(site: Site) -> None:
    assert "Kelompok Teratai" in site.text(SHARED)
    for path in (SHARED, HERS, "koleksi/tur/index.html", "bacaan/tentang/index.html"):
        assert path in site.pages
        assert not [
            link for link in said(site.pages[path], "//a/@href") if "ratna/" in link and "kain-" not in link
        ]
    for name in ("kain-bersama", "kain-ratna"):
        assert f"produk/{name}/" in site.text("sitemap.xml")
        assert f"produk/{name}/" in site.text("feed.xml")


def test_machines_are_told_of_no_maker_but_the_one_who_agreed(site: Site) -> None:
    shared, hers = json.dumps(data(site, SHARED)), json.dumps(data(site, HERS))
    assert "Kelompok Teratai" in shared
    assert '"Person"' not in shared + hers


def test_the_rights_of_a_picture_name_only_whom_it_may_name(site: Site) -> None:
    pictures = [
        path for path in sorted(site.files) if path.startswith("images/products/") and path.endswith(".jpg")
    ]
    assert pictures
    for path in pictures:
        assert b"Kelompok Teratai" in (site.folder / path).read_bytes(), path


def test_a_picture_credited_to_one_of_them_stops_the_build_before_anything_is_written(
    gallery: Path, tmp_path: Path
) -> None:
    shutil.copytree(gallery, tmp_path / "gallery", ignore=shutil.ignore_patterns(".galeri"))
    facts = tmp_path / "gallery/content/products/kain-ratna/product.yaml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("credit: Kelompok Teratai", "credit: Ratna Melati"), encoding="utf-8")
    report = build(Options(tmp_path / "gallery", tmp_path / "site", workers=1))
    assert not report.published
    grave = {problem.code for problem in report.problems if problem.severity is Severity.ERROR}
    assert grave == {"withheld-name"}
    assert not report.published
    assert not [
        path for path in (tmp_path / "site").rglob("*") if path.is_file() and path.name != ".gitignore"
    ]
