"""Share pictures and icons, as they are planned."""

import pytest

from galeri.model.outputs import DataOutput, IconOutput, Manifest, ShareOutput
from tests.planning.makers import dressed, gallery, pages, photo, planned, record, theme

BASE = "https://galeri.example/sub/"
SHOWN = gallery(
    record("motif", "awan", {"id": "Awan", "en": "Cloud"}, [photo("a.jpg", (1200, 900))]),
    record("motif", "hujan", {"id": "Hujan"}),
)
PLAN = planned(SHOWN, dressed(theme()))


def share(page: str) -> ShareOutput:
    found = pages(PLAN)[page].page.share
    assert found is not None
    assert (found.width, found.height) == (1200, 630)
    assert found.url.startswith(BASE)
    output = PLAN.outputs[found.url.removeprefix(BASE)]
    assert isinstance(output, ShareOutput)
    return output


def test_each_language_has_its_own_with_the_photo_of_the_record() -> None:
    first, second = share("motifs/awan/index.html"), share("en/motifs/awan/index.html")
    assert (first.title, first.gallery, first.language) == ("Awan", "Galeri", "id")
    assert (second.title, second.gallery, second.language) == ("Cloud", "Gallery", "en")
    assert first.photo is not None
    assert first.photo == second.photo
    assert (first.photo.width, first.photo.height) == (1200, 630)
    assert (first.photo.frame.width, first.photo.frame.height) == (1200, 630)


def test_a_page_that_falls_back_shows_the_originals() -> None:
    assert share("en/motifs/hujan/index.html") == share("motifs/hujan/index.html")
    assert share("motifs/hujan/index.html").photo is None


def test_the_first_page_and_indexes_have_one_too_and_a_missing_page_has_none() -> None:
    assert (share("en/index.html").title, share("en/index.html").gallery) == ("Gallery", "")
    assert share("motifs/index.html").title == "Motifs (id)"
    assert pages(PLAN)["404.html"].page.share is None


@pytest.mark.parametrize(("missing", "title", "gallery_name"), [("w", "", "Galeri"), ("G", "Awan", "")])
def test_text_without_letters_for_it_is_left_out(missing: str, title: str, gallery_name: str) -> None:
    made = planned(SHOWN, dressed(theme(), missing))
    [output] = [each for path, each in made.outputs.items() if path.startswith("images/motifs/awan/share-id")]
    assert isinstance(output, ShareOutput)
    assert (output.title, output.gallery) == (title, gallery_name)


def test_a_theme_without_a_file_for_them_shares_the_photo_itself() -> None:
    plain = planned(SHOWN)
    assert not [each for each in plain.outputs.values() if isinstance(each, ShareOutput | IconOutput)]
    assert pages(plain)["motifs/hujan/index.html"].page.share is None


def test_icons_are_planned_once_and_a_manifest_for_each_language() -> None:
    icons = [path for path, each in PLAN.outputs.items() if isinstance(each, IconOutput)]
    assert sorted(path.partition(".")[0] for path in icons) == [
        "favicon",
        "icons/apple-touch-icon",
        "icons/icon-192",
        "icons/icon-512",
        "icons/icon-maskable-512",
    ]
    for tag, path in (("id", "manifest.webmanifest"), ("en", "en/manifest.webmanifest")):
        output = PLAN.outputs[path]
        assert isinstance(output, DataOutput)
        assert isinstance(output.data, Manifest)
        assert output.data.language == tag
        view = PLAN.sites[tag].icons
        assert view is not None
        assert (view.manifest, view.svg in PLAN.outputs) == (path, True)
