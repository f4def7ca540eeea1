"""Contrast is WCAG's, and what is proposed in place of a pale colour is clear enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galeri.model.contrast import contrast, nearest_passing

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#fff", "#000", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#123456", "#123456", 1.0),
    ],
)
def test_the_contrast_of_known_pairs(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(COLOURS, COLOURS)
def test_it_does_not_matter_which_colour_is_the_text(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


@given(COLOURS, COLOURS, st.sampled_from([3.0, 4.5, 7.0]))
def test_what_is_proposed_passes_and_nothing_is_proposed_only_where_nothing_can(
    text: str, ground: str, least: float
) -> None:
    better = nearest_passing(text, ground, least)
    if better:
        assert contrast(better, ground) >= least
    else:
        assert max(contrast("#000", ground), contrast("#fff", ground)) < least
