"""Listed files become the folders of records: each file has its part, and nothing is lost without a word."""

import pytest

from galeri.model.records import KINDS, Ref
from galeri.reading.files import File
from galeri.reading.folders import Folder, folders


def sorted_out(*paths: str) -> tuple[list[Folder], list[tuple[str, str]]]:
    found, problems = folders(File(path, 1, 1, 1) for path in paths)
    return found, [(problem.code, str(problem.place)) for problem in problems]


def test_each_file_of_a_record_has_its_part() -> None:
    base = "content/products/kain"
    names = ["product.yaml", "private.yaml", "id.md", "jv-Java.md", "zh-Hant-TW.md", "01.jpg", "notes.txt"]
    found, problems = sorted_out(*(f"{base}/{name}" for name in names))
    assert problems == []
    folder = found[0]
    assert (folder.ref, folder.path) == (Ref("product", "kain"), base)
    assert folder.facts is not None
    assert folder.facts.path == f"{base}/product.yaml"
    assert folder.private is not None
    assert list(folder.words) == ["id", "jv-Java", "zh-Hant-TW"]
    assert list(folder.others) == ["01.jpg", "notes.txt"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_has_its_folder(kind: object) -> None:
    name, folder = getattr(kind, "name", ""), getattr(kind, "folder", "")
    found, problems = sorted_out(f"content/{folder}/x/{name}.yaml")
    assert problems == []
    assert [each.ref for each in found] == [Ref(name, "x")]


@pytest.mark.parametrize("name", ["readme.md", "id.txt", "id", "a.b.md", "catatan-panjang-sekali.md"])
def test_a_name_that_is_no_language_is_no_words(name: str) -> None:
    found, _ = sorted_out("content/products/kain/product.yaml", f"content/products/kain/{name}")
    assert found[0].words == {}
    assert list(found[0].others) == [name]


@pytest.mark.parametrize(
    "path", ["content/a.md", "content/products/a.jpg", "content/products/kain/photos/1.jpg"]
)
def test_a_file_that_lies_at_the_wrong_depth_is_told(path: str) -> None:
    found, problems = sorted_out(path)
    assert found == []
    assert problems == [("stray-file", path)]


def test_a_folder_that_is_no_kind_is_told_with_the_kind_that_was_likely_meant() -> None:
    found, problems = folders([File("content/product/kain/product.yaml", 1, 1, 1)])
    assert found == []
    assert [(p.code, p.values) for p in problems] == [
        ("unknown-kind", {"name": "product", "guess": "products"})
    ]


def test_a_record_without_facts_is_told_and_declared_all_the_same() -> None:
    found, problems = sorted_out("content/products/kain/id.md")
    assert problems == [("missing-facts", "content/products/kain")]
    assert [each.ref for each in found] == [Ref("product", "kain")]


@pytest.mark.parametrize("name", ["batik gentongan", "-a", "a#b", "a%b", "cafe\u0301"])
def test_a_folder_whose_name_can_be_no_address_is_told(name: str) -> None:
    found, problems = sorted_out(f"content/products/{name}/product.yaml")
    assert found == []
    assert problems == [("unportable-name", f"content/products/{name}")]


def test_two_records_of_a_kind_whose_addresses_a_disk_may_confuse_collide() -> None:
    found, problems = sorted_out(
        "content/products/Kain/product.yaml",
        "content/products/kain/product.yaml",
        "content/materials/kain/material.yaml",
    )
    assert len(found) == 3
    assert problems == [("address-collision", "content/products/kain")]
