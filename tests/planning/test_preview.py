"""A preview gives at each path the very output that the plan of the whole site has there."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from galeri.making.images import codecs
from galeri.model.gallery import Gallery, with_record
from galeri.model.outputs import ShareOutput
from galeri.model.records import Ref
from galeri.planning.plan import plan
from galeri.planning.preview import Preview, chosen
from galeri.reading.gallery import Read, read_gallery
from galeri.reading.photos import PhotoBook
from tests.support.galleries import Small

TODAY = date(2026, 11, 22)
GALLERIES = Path(__file__).parents[1] / "galleries"


def read(root: Path) -> Read:
    found = read_gallery(root, PhotoBook(root / "photos.json"))
    assert found.gallery
    assert found.theme
    return found


def shown(found: Read, *, drafts: bool = False) -> Preview:
    assert found.gallery
    assert found.theme
    return Preview(chosen(found.gallery, TODAY, drafts=drafts), found.theme)


def of(found: Read) -> Gallery:
    assert found.gallery
    return found.gallery


@pytest.fixture(params=["small", "languages", "consent", "catalogue"])
def whole(request: pytest.FixtureRequest, gallery: Small, tmp_path: Path) -> Read:
    if request.param == "catalogue":
        gallery.write(
            "galeri.yaml",
            (gallery.root / "galeri.yaml").read_text().replace("theme: plain", "theme: pendapa")
            + "editions: {pilihan: {title: {id: Pilihan}, edition: {id: Kedua}, publish: true}}\n",
        )
    elif request.param != "small":
        shutil.copytree(GALLERIES / request.param, tmp_path / "copy")
        return read(tmp_path / "copy")
    return read(gallery.root)


@pytest.mark.parametrize("drafts", [False, True])
def test_each_output_of_the_plan_is_the_one_that_is_asked_for(whole: Read, *, drafts: bool) -> None:
    assert whole.theme
    planned, _ = plan(of(whole), whole.theme, TODAY, codecs(), drafts=drafts)
    assert len(planned.outputs) > 50
    for path, output in planned.outputs.items():
        assert shown(whole, drafts=drafts).output(path) == output, path
    assert shown(whole, drafts=drafts).sites == planned.sites


def test_one_preview_gives_them_all(whole: Read) -> None:
    assert whole.theme
    planned, _ = plan(of(whole), whole.theme, TODAY, codecs())
    preview = shown(whole)
    assert {path: preview.output(path) for path in planned.outputs} == planned.outputs
    assert {page.path for page in preview.pages()} <= planned.outputs.keys()


@pytest.mark.parametrize(
    "path",
    ["", "nothing", "products/index.htm", "products/nobody/index.html", "products/p/9/index.html", "en", "..",
     "images/products/kain/other.jpg", "images/nothing/kain/a.jpg", "films/kain/film.mp4", "static/pieces.1.json",
     "sitemap-9.xml", "books/none.pdf", "products/kain", "/index.html"],
)  # fmt: skip
def test_where_the_plan_has_nothing_there_is_nothing(gallery: Small, path: str) -> None:
    assert shown(read(gallery.root)).output(path) is None


class TestOtherWords:
    @pytest.mark.parametrize("name", ["product:kain", "artisan:kelompok", "region:kabupaten"])
    def test_of_a_record_give_what_the_changed_gallery_gives(self, gallery: Small, name: str) -> None:
        before = read(gallery.root)
        ref = Ref(*name.split(":"))
        folder = f"content/{ref.kind}s/{ref.id}"
        if ref.kind == "region":
            gallery.edit(f"{folder}/region.yaml", "title: Kabupaten", "title: Kabupaten Baru")
        else:
            gallery.edit(f"{folder}/id.md", "title: K", "title: B")
            gallery.edit(f"{folder}/id.md", "Kisah", "Cerita")
        after = read(gallery.root)
        record = of(after).get(ref)
        assert record
        selected = shown(before).chosen.with_words(record)
        assert selected
        assert before.theme
        preview = Preview(selected, before.theme)
        planned, withheld = plan(of(after), before.theme, TODAY, codecs())
        assert {path: preview.output(path) for path in planned.outputs} == planned.outputs
        assert selected.withheld == withheld

    def test_change_no_facts(self, gallery: Small) -> None:
        before = read(gallery.root)
        gallery.edit("content/products/kain/product.yaml", "kind: textile", "kind: wood")
        record = of(read(gallery.root)).get(Ref("product", "kain"))
        assert record
        assert shown(before).chosen.with_words(record) is None

    def test_of_a_record_that_is_not_shown_are_chosen_again(self, gallery: Small) -> None:
        gallery.edit("content/products/topi/product.yaml", "approved", "submitted")
        before = read(gallery.root)
        record = of(before).get(Ref("product", "topi"))
        assert record
        assert shown(before).chosen.with_words(record) is None
        assert shown(before, drafts=True).chosen.with_words(record)

    def test_of_a_piece_show_no_portrait_that_was_hidden(self, gallery: Small) -> None:
        gallery.edit("content/artisans/kelompok/artisan.yaml", "portrait: true", "portrait: false")
        gallery.edit(
            "content/products/topi/product.yaml", "{file: topi.jpg}", "{file: topi.jpg, role: portrait}"
        )
        before = read(gallery.root)
        record = of(before).get(Ref("product", "topi"))
        assert record
        assert record.photos
        selected = shown(before).chosen.with_words(record)
        assert selected
        again = selected.shown.get(Ref("product", "topi"))
        assert again
        assert again.photos == ()


def test_a_record_takes_the_place_of_its_former_self_only(gallery: Small) -> None:
    found = of(read(gallery.root))
    record = found.get(Ref("product", "kain"))
    assert record
    other = replace(record, ref=Ref("product", "other"))
    assert with_record(found, other) is None
    elsewhere = replace(record, facts=record.facts.model_copy(update={"region": "provinsi"}))
    assert with_record(found, elsewhere) is None
    changed = with_record(found, replace(record, photos=()))
    assert changed
    assert changed.get(record.ref) == replace(record, photos=())
    assert changed.backlinks == found.backlinks


def test_pictures_to_share_of_pages_without_a_record_are_found(gallery: Small) -> None:
    gallery.edit("galeri.yaml", "theme: plain", "theme: pendapa")
    found = read(gallery.root)
    assert found.theme
    planned, _ = plan(of(found), found.theme, TODAY, codecs())
    shares = [path for path in planned.outputs if path.startswith("images/pages/")]
    assert len(shares) > 10
    for path in shares:
        assert isinstance(shown(found).output(path), ShareOutput)
