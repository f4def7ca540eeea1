"""The search index is an output as any other: made of the pages that are published, the same each time, never torn."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from galeri.model.problem import GaleriError
from galeri.publishing import search
from tests.support.galleries import Small, small_gallery
from tests.support.processes import Builder

FOLDER = "pagefind/"


def searchable(root: Path) -> Small:
    gallery = small_gallery(root)
    gallery.write("themes/plain/templates/search.html", '{% extends "_page.html" %}')
    return gallery


@pytest.fixture
def gallery(tmp_path: Path) -> Small:
    return searchable(tmp_path / "gallery")


def index(site: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in site.items() if path.startswith(FOLDER)}


def found(site: Mapping[str, bytes]) -> dict[str, dict[str, object]]:
    """Give what the index holds of each page, by its address."""
    packed = [gzip.decompress(data) for path, data in index(site).items() if path.endswith(".pf_fragment")]
    read = [json.loads(data.removeprefix(b"pagefind_dcd")) for data in packed]
    return {each["url"]: each for each in read}


def stamps(gallery: Small) -> dict[str, tuple[int, int]]:
    files = (path for path in (gallery.output / FOLDER).rglob("*") if path.is_file())
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


def test_records_are_indexed_in_each_language_that_they_have_words_in_and_nothing_else_is(
    gallery: Small,
) -> None:
    gallery.built()
    told = found(gallery.site())
    assert "Kisah kain" in str(told["/products/kain/"]["content"])
    assert "The story of a cloth" in str(told["/en/products/kain/"]["content"])
    assert "/products/topi/" in told
    assert "/en/products/topi/" not in told
    assert {len(address.strip("/").split("/")) for address in told} == {2, 3}
    languages = json.loads(gallery.site()[f"{FOLDER}pagefind-entry.json"])["languages"]
    assert {tag: each["page_count"] for tag, each in languages.items()} == {
        "id": sum(not address.startswith("/en/") for address in told),
        "en": sum(address.startswith("/en/") for address in told),
    }


def test_a_theme_without_a_search_page_has_no_index(gallery: Small) -> None:
    gallery.built()
    assert index(gallery.site())
    assert "search/index.html" in gallery.site()
    (gallery.root / "themes/plain/templates/search.html").unlink()
    gallery.built()
    assert not index(gallery.site())
    assert "search/index.html" not in gallery.site()


def test_two_builds_in_two_folders_give_the_same_index(tmp_path: Path) -> None:
    made = []
    for name in "abc":
        gallery = searchable(tmp_path / name)
        gallery.built()
        made.append(gallery.site())
    assert made[0] == made[1] == made[2]
    assert len(index(made[0])) > 10


def test_a_second_build_does_not_index_again(gallery: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    first = gallery.built()
    before = stamps(gallery)

    def again(_: Path) -> None:
        pytest.fail("the pages were indexed again")

    monkeypatch.setattr("galeri.making.search_index.search_index", again)
    second = gallery.built()
    assert (second.made, second.removed, second.kept) == (
        (),
        (),
        len(first.made),
    )
    assert stamps(gallery) == before


def test_an_edited_story_is_found_and_what_stays_the_same_is_not_written_again(gallery: Small) -> None:
    gallery.built()
    before = stamps(gallery)
    gallery.edit("content/products/kain/id.md", "Kisah kain", "Cerita kain")
    gallery.built()
    assert "Cerita kain" in str(found(gallery.site())["/products/kain/"]["content"])
    after = stamps(gallery)
    kept = {name for name in before if after.get(name) == before[name]}
    assert {name for name in before if name.startswith("en_")} <= kept
    assert len([name for name in before if name.endswith("fragment") and name not in kept]) == 1


@pytest.mark.parametrize("change", ["an edit", "a removal"])
def test_a_changed_gallery_has_the_index_of_a_new_one_and_nothing_is_left_over(
    tmp_path: Path, gallery: Small, change: str
) -> None:
    gallery.built()
    other = searchable(tmp_path / "other")
    for each in (gallery, other):
        if change == "an edit":
            each.edit("content/products/kain/en.md", "cloth", "fabric")
        else:
            (each.root / "content/motifs/awan/motif.yaml").unlink()
            each.edit("content/products/kain/product.yaml", "motifs: [awan]\n", "")
            each.edit("content/products/kain/id.md", "Kisah kain", "Kisahnya")
        each.built()
    assert gallery.site() == other.site()


@pytest.mark.parametrize("name", ["pagefind-entry.json", "pagefind.js"])
def test_an_index_that_lost_a_file_is_made_again(gallery: Small, name: str) -> None:
    gallery.built()
    before = gallery.site()
    (gallery.output / FOLDER / name).unlink()
    assert gallery.built().made == (f"{FOLDER}{name}",)
    assert gallery.site() == before


def test_an_index_that_can_not_be_made_publishes_nothing(
    gallery: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")
    with pytest.raises(GaleriError, match="search index"):
        gallery.build()
    assert gallery.site() == {}


def test_a_private_value_in_a_packed_file_of_the_index_stops_the_build(
    gallery: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery.write("content/artisans/kelompok/private.yaml", "phone: 0812-3456-7890\n")
    said = gzip.compress(b'pagefind_dcd{"content": "Hubungi +62 812 3456 7890"}')
    monkeypatch.setattr(
        "galeri.making.search_index.search_index", lambda _: {"fragment/id_1.pf_fragment": said}
    )
    assert gallery.codes() == ["private-value"]
    assert gallery.site() == {}


def test_the_index_is_searched_again_when_private_values_change(gallery: Small) -> None:
    gallery.built()
    entry = stamps(gallery)["pagefind-entry.json"]
    gallery.write("content/artisans/kelompok/private.yaml", "phone: 0812-3456-7890\n")
    gallery.built()
    assert stamps(gallery)["pagefind-entry.json"] != entry


def test_files_of_the_index_that_are_the_same_on_both_sides_have_the_digest_of_their_bytes(
    gallery: Small,
) -> None:
    from galeri.model.digests import digest  # noqa: PLC0415
    from galeri.publishing.ledger import ledger_path, load  # noqa: PLC0415

    gallery.built()
    ledger = load(ledger_path(gallery.root / ".galeri", gallery.output))
    for path, data in index(gallery.site()).items():
        assert (ledger.entries[path].key == digest(data)) == (not path.endswith(search.ENTRY)), path


def test_a_build_killed_at_any_change_to_the_disk_tears_no_index_and_the_next_one_puts_it_right(
    tmp_path: Path, gallery: Small
) -> None:
    other = searchable(tmp_path / "other")
    other.edit("content/products/kain/id.md", "Kisah kain", "Cerita kain")
    other.edit("content/products/kain/en.md", "cloth", "fabric")
    other.built()
    gallery.built()
    sites = (gallery.site(), other.site())
    sources = [
        {
            name: (each.root / name).read_bytes()
            for name in ("content/products/kain/id.md", "content/products/kain/en.md")
        }
        for each in (gallery, other)
    ]
    kills, mixed, version, step = 0, 0, 0, 0
    with Builder(gallery.root) as builder:
        while True:
            version = 1 - version
            for name, data in sources[version].items():
                gallery.write(name, data)
            builder.start(die_at=step)
            if not builder.killed():
                break
            kills += 1
            for path, data in gallery.site().items():
                assert data in {site.get(path) for site in sites}, f"{path} is torn or a stranger"
            mixed += gallery.site() not in sites
            gallery.built()
            assert gallery.site() == sites[version]
            step += 6
    assert kills >= 8
    assert mixed >= 2
