"""The index of regions: under their provinces, over all its pages."""

from galeri.model.views import CardGroup
from galeri.planning.index_views import index_views
from tests.planning.makers import gallery, localized, record, theme

REGIONS = (
    record("region", "jatim", {"id": "Jawa Timur"}, level="province"),
    record("region", "babel", {"id": "Bangka Belitung"}, level="province"),
    record("region", "tuban", {"id": "Tuban"}, parent="jatim"),
    record("region", "belitung", {"id": "Belitung"}, parent="babel"),
    record("region", "malang", {"id": "Malang"}, parent="jatim"),
    record("region", "alone", {"id": "Kota Tua"}, level="city"),
)


def names(group: CardGroup) -> tuple[str, list[str]]:
    return group.head.title, [card.title for card in group.cards]


def test_regions_stand_under_their_provinces_both_in_alphabetical_order() -> None:
    (view,) = index_views(localized(gallery(*REGIONS), "id"), "region")
    assert [names(group) for group in view.groups] == [
        ("Bangka Belitung", ["Belitung"]),
        ("Jawa Timur", ["Malang", "Tuban"]),
        ("Kota Tua", []),
    ]
    assert len(view.cards) == view.total == len(REGIONS)


def test_a_province_that_goes_over_a_page_is_named_again_on_the_next() -> None:
    teller = localized(gallery(*REGIONS), "id", theme(page_size=4))
    first, second = index_views(teller, "region")
    assert [names(group) for group in first.groups] == [
        ("Bangka Belitung", ["Belitung"]),
        ("Jawa Timur", ["Malang"]),
    ]
    assert [names(group) for group in second.groups] == [("Jawa Timur", ["Tuban"]), ("Kota Tua", [])]


def test_other_kinds_have_no_groups() -> None:
    (view,) = index_views(localized(gallery(record("motif", "awan")), "id"), "motif")
    assert view.groups == ()
