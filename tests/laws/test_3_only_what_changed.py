"""Law 3: a second build makes nothing; a change remakes what shows it, and no more."""

import os
import time
from pathlib import Path

import pytest

from tests.support.galleries import Small, photo

STORY = "content/products/kain/id.md"


@pytest.fixture(params=["at once", "later"])
def when(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Build twice within the time stamps' grain, and long after, when times and sizes alone tell a change."""
    if request.param == "later":
        monkeypatch.setattr("galeri.publishing.inputs.SETTLED", -(10**9))
    return str(request.param)


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(each): (each.stat().st_ino, each.stat().st_mtime_ns) for each in folder.rglob("*")}


def images(paths: tuple[str, ...]) -> list[str]:
    return [path for path in paths if path.startswith("images/")]


@pytest.mark.usefixtures("when")
def test_a_second_build_makes_nothing_and_touches_no_file(gallery: Small) -> None:
    first = gallery.built()
    before = stamps(gallery.output)
    second = gallery.built()
    assert (second.made, second.removed, second.kept) == ((), (), len(first.made))
    assert stamps(gallery.output) == before


def test_a_second_build_of_a_settled_gallery_opens_no_file_of_it(
    gallery: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("galeri.publishing.inputs.SETTLED", -(10**9))
    gallery.built()

    def read(*_: object) -> None:
        pytest.fail("the gallery was read again")

    monkeypatch.setattr("galeri.reading.gallery.read_gallery", read)
    assert gallery.built().made == ()


@pytest.mark.usefixtures("when")
def test_editing_a_story_remakes_only_its_pages_and_no_image(gallery: Small) -> None:
    gallery.built()
    gallery.edit(STORY, "Kisah kain", "Cerita kain")
    assert gallery.built().made == ("products/kain/index.html",)
    assert b"Cerita kain" in gallery.site()["products/kain/index.html"]


def test_editing_a_story_remakes_every_language_that_falls_back_to_it(gallery: Small) -> None:
    gallery.built()
    gallery.edit("content/products/topi/id.md", "Kisah topi", "Cerita topi")
    assert set(gallery.built().made) == {"products/topi/index.html", "en/products/topi/index.html"}


@pytest.mark.usefixtures("when")
def test_editing_a_title_remakes_all_that_shows_it_and_of_the_images_those_that_bear_it(
    gallery: Small,
) -> None:
    gallery.built()
    old = gallery.site()
    gallery.edit(STORY, "title: Kain awan", "title: Kain mega")
    made = gallery.built().made
    new = gallery.site()
    showed = {path for path, data in old.items() if b"Kain awan" in data}
    assert len(showed) > 5
    assert showed <= {*made, *(path for path in old if path not in new)}
    assert all(path.startswith("images/products/kain/") for path in images(made))
    assert not any(b"Kain awan" in data for data in new.values())
    assert {path for path in old if path in new and old[path] != new[path]} <= set(made)
    assert "materials/katun/index.html" in made
    assert "articles/tentang/index.html" not in made


def test_editing_a_title_that_is_in_the_menu_remakes_every_page_of_its_language(gallery: Small) -> None:
    gallery.built()
    gallery.edit("content/articles/tentang/id.md", "Tentang kami", "Siapa kami")
    gallery.built()
    pages = [data for path, data in gallery.site().items() if path.endswith(".html")]
    assert all(b"Siapa kami" in page for page in pages)


@pytest.mark.usefixtures("when")
def test_touching_files_without_changing_them_makes_nothing(gallery: Small) -> None:
    gallery.built()
    before = stamps(gallery.output)
    later = time.time() + 100
    for folder in ("content", "themes"):
        for path in (gallery.root / folder).rglob("*"):
            os.utime(path, (later, later))
    assert gallery.built().made == ()
    assert stamps(gallery.output) == before


@pytest.mark.usefixtures("when")
def test_changing_a_template_remakes_pages_and_no_image_nor_feed(gallery: Small) -> None:
    gallery.built()
    gallery.edit("themes/plain/templates/_page.html", "<nav>", "<nav class=new>")
    made = gallery.built().made
    assert set(made) == {path for path in gallery.site() if path.endswith(".html")}
    assert all(b"<nav class=new>" in gallery.site()[path] for path in made)


def test_changing_interface_text_remakes_that_language_and_missing_pages_which_speak_it_too(
    gallery: Small,
) -> None:
    gallery.write(
        "themes/plain/locale/en.po", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    )
    gallery.built()
    gallery.write(
        "themes/plain/locale/en.po",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Hello"\nmsgstr "Hi"\n',
    )
    made = gallery.built().made
    others = {path for path in made if not path.startswith("en/")}
    assert len(made) > len(others)
    assert others == {path for path in gallery.site() if path.endswith("404.html")} - {"en/404.html"}


@pytest.mark.usefixtures("when")
def test_a_new_photo_under_the_same_name_gets_new_file_names(gallery: Small) -> None:
    gallery.built()
    old = {path for path in gallery.site() if path.startswith("images/products/topi/")}
    gallery.write("content/products/topi/topi.jpg", photo((10, 200, 200)))
    report = gallery.built()
    new = {path for path in gallery.site() if path.startswith("images/products/topi/")}
    assert old
    assert not old & new
    assert new == set(images(report.made))
    assert set(report.removed) == old


def test_a_changed_stylesheet_gets_a_new_name_that_every_page_knows(gallery: Small) -> None:
    gallery.built()
    gallery.write("themes/plain/static/plain.css", "body { color: navy }\n")
    gallery.built()
    site = gallery.site()
    (sheet,) = (path for path in site if path.endswith(".css"))
    assert all(sheet.encode() in data for path, data in site.items() if path.endswith(".html"))


def test_a_page_that_was_edited_by_hand_is_made_again(gallery: Small) -> None:
    gallery.built()
    before = gallery.site()
    (gallery.output / "index.html").write_text("mine")
    assert gallery.built().made == ("index.html",)
    assert gallery.site() == before


def test_a_page_that_was_deleted_by_hand_is_made_again(gallery: Small) -> None:
    gallery.built()
    before = gallery.site()
    (gallery.output / "en/index.html").unlink()
    assert gallery.built().made == ("en/index.html",)
    assert gallery.site() == before


def test_a_record_that_is_removed_takes_its_files_with_it(gallery: Small) -> None:
    gallery.built()
    for path in (gallery.root / "content/products/topi").iterdir():
        path.unlink()
    gallery.edit("content/collections/pameran/collection.yaml", "topi, ", "")
    gallery.built()
    assert not [path for path in gallery.site() if "topi" in path]
    assert not (gallery.output / "products/topi").exists()


def test_warnings_are_shown_again_by_a_build_that_makes_nothing(
    gallery: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("galeri.publishing.inputs.SETTLED", -(10**9))
    gallery.write("content/products/kain/catatan.txt", "hanya catatan")
    assert gallery.codes() == gallery.codes() == ["stray-file"]
