"""A theme may extend another, and a gallery may lay its own files over any theme: the upper file wins."""

import pytest

from galeri.model.problem import Place
from galeri.model.theme import Theme
from galeri.reading.theme import read_theme
from tests.reading.test_theme import catalogue, languages
from tests.support.galleries import Small

CHILD = "name: Anak\nextends: plain\n"


def child(gallery: Small, settings: str = CHILD) -> Theme:
    gallery.write("themes/anak/theme.yaml", settings)
    theme, problems = read_theme(gallery.root, "anak", languages("id", "en"))
    assert problems == []
    assert theme is not None
    return theme


def test_a_theme_that_extends_another_needs_nothing_but_its_name(gallery: Small) -> None:
    own, other = child(gallery), read_theme(gallery.root, "plain", languages("id", "en"))[0]
    assert other is not None
    assert own.settings.name == "Anak"
    assert (own.settings.images, own.static, own.names) == (other.settings.images, other.static, other.names)


def test_a_part_of_the_settings_is_replaced_and_the_rest_kept(gallery: Small) -> None:
    before = child(gallery).settings
    after = child(gallery, CHILD + "page_size: 7\nimages: {card: {widths: [111]}}\n").settings
    assert (after.page_size, after.images["card"].widths) == (7, (111,))
    assert after.images["card"].ratio == before.images["card"].ratio
    assert after.images["page"] == before.images["page"]


def test_what_is_wrong_in_a_layer_is_told_in_that_layers_file(gallery: Small) -> None:
    gallery.write("themes/anak/theme.yaml", CHILD + "images:\n  card: {sharpen: 900}\n")
    _, problems = read_theme(gallery.root, "anak", languages("id"))
    assert [(p.code, str(p.place)) for p in problems] == [("out-of-range", "themes/anak/theme.yaml:4:10")]


def test_a_page_of_the_upper_layer_may_extend_the_one_that_it_stands_in_for(gallery: Small) -> None:
    gallery.write("themes/anak/theme.yaml", CHILD)
    gallery.write(
        "themes/anak/templates/motif.html",
        '{% extends "plain/motif.html" %}{% block main %}<b>Anak</b>{{ super() }}{% endblock %}',
    )
    gallery.edit("galeri.yaml", "theme: plain", "theme: anak")
    gallery.built()
    page = gallery.site()["motifs/awan/index.html"].decode()
    assert page.index("<b>Anak</b>") < page.index("<h1>Awan</h1>")
    assert "<b>Anak</b>" not in gallery.site()["materials/katun/index.html"].decode()


def test_a_single_sentence_is_replaced_by_a_catalogue_that_holds_nothing_else(gallery: Small) -> None:
    gallery.write("themes/plain/locale/id.po", catalogue("Karya"))
    gallery.write("themes/anak/locale/id.po", catalogue("Kriya").replace("Pieces", "Makers"))
    names = child(gallery).names["id"]
    assert (names["product"], names["artisan"]) == ("Karya", "Kriya")


def test_styles_of_an_upper_layer_come_last_and_stand_in_for_those_of_the_same_name(gallery: Small) -> None:
    for theme, name in (("plain", "a.css"), ("plain", "b.css"), ("anak", "a.css"), ("anak", "0.css")):
        gallery.write(f"themes/{theme}/styles/{name}", f"/* {theme} {name} */")
    found = [style.source.removeprefix(f"{gallery.root}/themes/") for style in child(gallery).styles]
    assert found == ["plain/styles/b.css", "anak/styles/0.css", "anak/styles/a.css"]


def test_a_folder_of_the_same_name_in_the_gallery_lies_over_the_programs_theme(gallery: Small) -> None:
    gallery.write("themes/pendapa/templates/_cite.html", "ganti")
    theme, problems = read_theme(gallery.root, "pendapa", languages("id"))
    assert problems == []
    assert theme is not None
    assert theme.settings.name == "Pendapa"
    assert len(theme.folders) == 2


def test_a_theme_that_extends_an_unknown_one_is_told_where_it_says_so(gallery: Small) -> None:
    gallery.write("themes/anak/theme.yaml", "name: Anak\nextends: plane\n")
    _, problems = read_theme(gallery.root, "anak", languages("id"))
    assert [(p.code, p.place, p.values) for p in problems] == [
        ("unknown-theme", Place("themes/anak/theme.yaml", 2, 1), {"name": "plane", "guess": "plain"})
    ]


@pytest.mark.parametrize("extended", ["anak", "plain"])
def test_a_circle_of_themes_is_told(gallery: Small, extended: str) -> None:
    gallery.write("themes/anak/theme.yaml", f"name: Anak\nextends: {extended}\n")
    gallery.dump("themes/plain/theme.yaml", {"name": "Plain", "extends": "anak"})
    _, problems = read_theme(gallery.root, "anak", languages("id"))
    assert [p.code for p in problems] == ["theme-circle"]


def test_a_stylesheet_that_is_no_text_is_told(gallery: Small) -> None:
    gallery.write("themes/plain/styles/a.css", b"p { content: '\xe9' }")
    _, problems = read_theme(gallery.root, "plain", languages("id"))
    assert [(p.code, p.place.path) for p in problems] == [("not-utf8", "themes/plain/styles/a.css")]
