"""The theme's parts become one stylesheet in which a later part wins."""

from galeri.making.stylesheets import stylesheet


def test_each_part_stands_in_a_layer_of_its_own_after_the_properties() -> None:
    made = stylesheet([("page", "#fff"), ("columns", "3")], ["h1 { color: red; }", "h1 { color: blue; }"])
    assert made == (
        "@layer{:root{--page:#fff;--columns:3;}}\n@layer{h1 { color: red; }}\n@layer{h1 { color: blue; }}\n"
    )


def test_without_properties_there_is_no_layer_for_them() -> None:
    assert stylesheet([], ["p {}"]) == "@layer{p {}}\n"
