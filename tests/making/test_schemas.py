"""The schemas that editors get: what curators write fits them, what does not fit the program does not fit them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from galeri.commands.languages import Voice
from galeri.making.schemas import files_of, modeline, schemas
from galeri.model.records import KINDS
from galeri.reading.folders import ids
from galeri.reading.text import split
from galeri.reading.yaml_tree import parse

ROOT = Path(__file__).parents[2]
KNOWN = ids(ROOT)
MADE = schemas(KNOWN, str)


def trees(name: str) -> Iterator[tuple[Path, Any]]:
    for path in sorted(ROOT.glob(files_of(name))):
        text = path.read_text(encoding="utf-8")
        yield path, parse(text if path.suffix == ".yaml" else split(text).front).tree


@pytest.mark.parametrize("name", MADE)
def test_every_schema_is_one_and_explains_every_field(name: str) -> None:
    Draft202012Validator.check_schema(MADE[name])
    for field, schema in MADE[name]["properties"].items():
        assert field == "words" or "description" in str(schema) or "$ref" in schema, field


@pytest.mark.parametrize("name", MADE)
def test_the_gallery_of_this_repository_fits_its_schemas(name: str) -> None:
    validator = Draft202012Validator(MADE[name])
    for path, tree in trees(name):
        assert [error.message for error in validator.iter_errors(tree)] == [], path


def test_there_is_something_to_fit() -> None:
    empty = {name for name in MADE if not list(trees(name))}
    assert not empty & {"product.json", "product-words.json", "artisan.json", "galeri.json", "theme.json"}


@pytest.mark.parametrize(
    "text",
    [
        "kind: textil",
        "kind: textile\nprise: ask",
        "kind: textile\nweight: berat",
        "kind: textile\nexport: {hs: batik}",
        "kind: textile\nwords: {id: {judul: Kain}}",
        "artisan: kelompok",
    ],
)
def test_mistakes_are_seen_in_the_editor(text: str) -> None:
    assert list(Draft202012Validator(MADE["product.json"]).iter_errors(parse(text).tree))


@pytest.mark.parametrize(
    ("field", "kind"),
    [("artisan", "artisan"), ("techniques", "technique"), ("made_in", "region"), ("motifs", "motif")],
)
def test_ids_of_records_are_offered_and_new_ones_allowed(field: str, kind: str) -> None:
    schema = MADE["product.json"]["properties"][field]
    assert str(KNOWN[kind]) in str(schema)
    value = ["baru-sekali"] if "items" in schema else "baru-sekali"
    whole = Draft202012Validator(MADE["product.json"])
    assert list(whole.iter_errors({"kind": "textile", field: value})) == []


def test_descriptions_come_in_indonesian() -> None:
    english, indonesian = str(MADE), str(schemas(KNOWN, Voice("id").sentence))
    assert "Where the tradition lives" in english
    assert "Tempat tradisinya hidup" in indonesian
    assert "Where the tradition lives" not in indonesian


def test_a_modeline_leads_to_the_schema() -> None:
    path = "content/products/kain/product.yaml"
    found = re.search(r"=(.+)$", modeline("product.json", path).strip())
    assert found
    assert (Path("/g") / path).parent.joinpath(found[1]).resolve() == Path("/g/.galeri/schema/product.json")


def test_every_kind_has_a_schema_for_its_facts_and_one_for_its_words() -> None:
    assert MADE.keys() == {f"{kind}{more}.json" for kind in KINDS for more in ("", "-words")} | {
        "galeri.json",
        "theme.json",
    }
