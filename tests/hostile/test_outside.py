"""Content and themes can't read or publish anything outside the gallery."""

import os
from pathlib import Path

import pytest

from tests.support.galleries import Small, photo

SECRET = b"SECRET-OF-ANOTHER-FOLDER"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Give a folder beside the gallery with a secret photo and a secret text."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "foto.jpg").write_bytes(photo((9, 9, 9)))
    (folder / "id.md").write_bytes(b"---\ntitle: " + SECRET + b"\n---\n" + SECRET)
    (folder / "motif.yaml").write_bytes(b"words: {id: {title: " + SECRET + b"}}\n")
    (folder / "gaya.css").write_bytes(SECRET)
    return folder


def published(gallery: Small) -> bytes:
    return b"\n".join(path.encode() + data for path, data in gallery.site().items())


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("content/products/topi/topi.jpg", "foto.jpg"),
        ("content/articles/tentang/en.md", "id.md"),
        ("content/motifs/awan/motif.yaml", "motif.yaml"),
        ("content/motifs/laut", "."),
        ("content/lain", "."),
        ("themes/plain/static/gaya.css", "gaya.css"),
        ("themes/plain/templates/_lain.html", "gaya.css"),
        ("themes/plain/static/lain", "."),
    ],
)
@pytest.mark.parametrize("relative", [False, True], ids=["absolute", "relative"])
def test_a_link_that_leads_out_of_the_gallery_stops_the_build(
    gallery: Small, outside: Path, link: str, target: str, relative: bool
) -> None:
    place = gallery.root / link
    place.unlink(missing_ok=True)
    to = outside / target
    place.symlink_to(os.path.relpath(to, place.parent) if relative else to)
    assert "outside-gallery" in gallery.codes()
    assert gallery.site() == {}


def test_a_link_to_a_link_that_leads_out_stops_the_build(gallery: Small, outside: Path) -> None:
    (gallery.root / "lompat").symlink_to(outside)
    place = gallery.root / "content/products/topi/topi.jpg"
    place.unlink()
    place.symlink_to("../../../lompat/foto.jpg")
    assert "outside-gallery" in gallery.codes()


def test_links_in_a_circle_are_a_problem_and_hang_no_build(gallery: Small) -> None:
    (gallery.root / "content/products/topi/lagi").symlink_to("../topi", target_is_directory=True)
    (gallery.root / "content/products/topi/diri").symlink_to("diri")
    assert gallery.codes() == ["unreadable-file", "unreadable-file"]


def test_a_private_file_is_not_published_through_a_link_within_the_gallery(gallery: Small) -> None:
    gallery.write("content/artisans/kelompok/private.yaml", "---\ntitle: Rahasia besar\n---\nRahasia besar\n")
    (gallery.root / "content/articles/tentang/en.md").symlink_to("../../artisans/kelompok/private.yaml")
    gallery.build()
    assert b"Rahasia besar" not in published(gallery)


@pytest.mark.parametrize(
    "name",
    [
        "../topi/topi.jpg",
        "../../../../outside/foto.jpg",
        "/etc/hostname",
        "..",
        ".",
        "a/b.jpg",
        "a\\b.jpg",
        "{}",
    ],
)
def test_a_photo_is_named_by_a_file_in_its_own_folder_alone(gallery: Small, outside: Path, name: str) -> None:
    name = name.format(outside / "foto.jpg")
    facts = {"kind": "other", "photos": [{"file": name}]}
    gallery.dump("content/products/topi/product.yaml", facts)
    assert "bad-file-name" in gallery.codes()
    gallery.dump("content/products/topi/product.yaml", {"kind": "other", "video": {"file": name}})
    assert "bad-file-name" in gallery.codes()
    assert gallery.site() == {}


@pytest.mark.parametrize("theme", ["../outside", "..", ".", "/etc", "plain/../../..", "plain/templates"])
def test_a_theme_is_named_by_a_folder_of_themes_alone(gallery: Small, theme: str) -> None:
    gallery.edit("galeri.yaml", "theme: plain", f"theme: {theme}")
    assert gallery.codes() == ["bad-file-name"]


@pytest.mark.parametrize("source", ["../../../outside/gaya.css", "/etc/hostname", "..\\..\\gaya.css", "{}"])
@pytest.mark.parametrize("tag", ["include", "extends", "import"])
def test_a_template_includes_nothing_outside_its_theme(
    gallery: Small, outside: Path, source: str, tag: str
) -> None:
    name = source.format(outside / "gaya.css").replace("\\", "\\\\")
    gallery.write(
        "themes/plain/templates/404.html", f"{{% {tag} '{name}' {'as x ' if tag == 'import' else ''}%}}"
    )
    assert gallery.codes() == ["template-failed"]


def test_a_story_shows_no_file_of_another_folder(gallery: Small) -> None:
    gallery.edit(
        "content/articles/tentang/id.md",
        "Kisah kami",
        "![a](../../products/topi/topi.jpg) ![b](/etc/hostname) ![c](file:///etc/hostname) [d](file:///etc/hostname)",
    )
    gallery.built()
    page = gallery.site()["articles/tentang/index.html"]
    assert b"<img" not in page
    assert b"file:" not in page
    assert b"etc/hostname" not in page


def test_a_pipe_or_a_folder_in_the_place_of_a_file_does_not_hang_the_build(gallery: Small) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(gallery.root / "content/articles/tentang/en.md")
    (gallery.root / "content/motifs/awan/en.md").mkdir()
    gallery.build()
    (gallery.root / "content/articles/tentang/article.yaml").unlink()
    os.mkfifo(gallery.root / "content/articles/tentang/article.yaml")
    assert "missing-facts" in gallery.codes()
