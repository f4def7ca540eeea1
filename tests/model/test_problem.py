"""A problem is data: where, what, how grave, and in an order that a person can walk through."""

import string

import pytest

from galeri.model.problem import GaleriError, Place, Problem, Severity
from galeri.model.problem_codes import PROBLEMS
from galeri.model.theme import Recipe


@pytest.mark.parametrize(
    ("place", "shown"),
    [(Place("a.md"), "a.md"), (Place("a.md", 3), "a.md:3"), (Place("a.md", 3, 7), "a.md:3:7")],
)
def test_a_place_is_written_as_editors_open_it(place: Place, shown: str) -> None:
    assert str(place) == shown


def test_problems_are_sorted_by_file_line_and_column() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 20), Place("a", 9, 3), Place("a")]
    ordered = sorted((Problem("bad-date", place) for place in places), key=lambda each: each.sort_key)
    assert [str(each.place) for each in ordered] == ["a", "a:9:3", "a:9:20", "a:10:1", "b:1:1"]


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_problem_has_a_severity_and_sentences_whose_braces_are_names(code: str) -> None:
    assert Problem(code, Place("a")).severity in Severity
    for sentence in (PROBLEMS[code].message, PROBLEMS[code].hint):
        names = [name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None]
        assert all(name.isidentifier() for name in names)
        assert sentence == sentence.strip()


def test_an_error_of_the_environment_keeps_its_sentence_and_its_values_apart() -> None:
    error = GaleriError("“{path}” is full", path="/x")
    assert str(error) == "“/x” is full"
    assert (error.message, error.values) == ("“{path}” is full", {"path": "/x"})


def test_the_widths_of_a_recipe_are_in_order_and_each_once() -> None:
    assert Recipe.model_validate({"widths": [960, 480, 960]}).widths == (480, 960)
