"""A gallery holds every record once, in order, and knows from both ends which records name each other."""

from galeri.model.facts import ProductFacts, references
from galeri.model.gallery import link
from galeri.model.records import KINDS, Ref
from tests.planning.makers import FACTS, gallery, record


def test_a_gallery_has_an_entry_for_every_kind_and_its_records_by_id() -> None:
    made = gallery(record("motif", "b"), record("motif", "a"), record("article", "c"))
    assert list(made.records) == list(KINDS)
    assert list(made.records["motif"]) == ["a", "b"]
    assert made.get(Ref("article", "c")) is made.records["article"]["c"]
    assert made.get(Ref("article", "nothing")) is None


def test_every_reference_has_its_backlink_once() -> None:
    made = gallery(
        record("region", "madura"),
        record("product", "b", region="madura", made_in="madura", motifs=("awan", "awan")),
        record("product", "a", region="madura"),
        record("artisan", "siti", region="madura"),
        record("motif", "awan", regions=("madura",)),
    )
    region = Ref("region", "madura")
    assert set(made.backlinks[region]) == {
        Ref("product", "a"),
        Ref("product", "b"),
        Ref("artisan", "siti"),
        Ref("motif", "awan"),
    }
    assert [each.id for each in made.linked_from(region, "product")] == ["a", "b"]
    assert made.linked_from(region, "venue") == []
    assert made.backlinks[Ref("motif", "awan")] == (Ref("product", "b"),)


def test_the_order_in_which_records_are_given_does_not_matter() -> None:
    records = [record("product", name, motifs=("x",)) for name in ("c", "a", "b")]
    one, two = gallery(*records), gallery(*reversed(records))
    assert list(one.records["product"]) == list(two.records["product"])
    assert one.backlinks == two.backlinks
    assert link(one.settings, one.languages, records) == one


def test_every_reference_of_the_facts_is_listed_with_its_place() -> None:
    facts = ProductFacts.model_validate(
        {
            "kind": "textile",
            "artisan": "a",
            "artisans": ["b", "c"],
            "region": "r",
            "made_in": "m",
            "techniques": ["t"],
            "on_display": [{"venue": "v"}],
        }
    )
    assert references(facts) == [
        (("artisan",), "artisan", "a"),
        (("artisans", 0), "artisan", "b"),
        (("artisans", 1), "artisan", "c"),
        (("region",), "region", "r"),
        (("made_in",), "region", "m"),
        (("techniques", 0), "technique", "t"),
        (("on_display", 0, "venue"), "venue", "v"),
    ]
    assert facts.makers == ("a", "b", "c")


def test_every_field_that_names_a_record_is_among_the_references() -> None:
    for kind in KINDS.values():
        for name in kind.facts.model_fields:
            if name.rstrip("s") in KINDS or name in {"parent", "made_in", "designed_in"}:
                written = ("x",) if name.endswith("s") else "x"
                facts = kind.facts.model_validate({**FACTS.get(kind.name, {}), name: written})
                named = [target for loc, _, target in references(facts) if loc[0] == name]
                assert named == ["x"], (kind.name, name)
