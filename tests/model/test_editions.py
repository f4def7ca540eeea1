"""Numbers that books bear."""

import pytest

from galeri.model.editions import Edition, is_isbn


@pytest.mark.parametrize("text", ["978-602-00-0000-8", "9786020000008", "979 10 90636 07 1"])
def test_an_isbn_is_known_by_its_check_digit(text: str) -> None:
    assert is_isbn(text)


@pytest.mark.parametrize(
    "text",
    [
        "978-602-00-0000-1",
        "978602000000",
        "97860200000081",
        "8886020000000",
        "978-602-00-0000-X",
        "٩٧٨٦٠٢٠٠٠٠٠٠٨",
    ],
)
def test_what_is_no_isbn_is_refused(text: str) -> None:
    assert not is_isbn(text)


def test_paper_has_a_name_or_a_size() -> None:
    assert Edition().size == (210, 210)
    assert Edition.model_validate({"paper": "a4"}).size == (210, 297)
    assert Edition.model_validate({"paper": (240, 280)}).size == (240, 280)
