"""Photo × role → files, by arithmetic: what a recipe may say, what a file's name depends on, and how heights agree."""

from dataclasses import fields, replace
from typing import Any

import pytest
from pydantic import ValidationError

from galeri.model.outputs import Frame, ImageOutput, Rights
from galeri.model.theme import QUALITY, Recipe
from galeri.planning.pictures import derivatives, height
from tests.planning.makers import gallery, localized, photo, record


def recipe(**more: Any) -> Recipe:  # noqa: ANN401 - whatever a theme may say
    return Recipe.model_validate({"widths": [320, 640], **more})


def planned(
    recipe: Recipe, size: tuple[int, int] = (2400, 1800), rights: Rights | None = None
) -> list[ImageOutput]:
    return derivatives(photo("a.jpg", size), recipe, "images/x", rights or Rights())


class TestRecipes:
    def test_sharpening_is_that_of_a_cubic_unless_said_otherwise(self) -> None:
        assert recipe().sharpen == 100
        assert {output.sharpen for output in planned(recipe(sharpen=15))} == {15}

    @pytest.mark.parametrize("percent", [-1, 201, 12.5, "40", True, None])
    def test_sharpening_is_a_whole_percentage_up_to_200(self, percent: object) -> None:
        with pytest.raises(ValidationError):
            recipe(sharpen=percent)

    @pytest.mark.parametrize("percent", [0, 200])
    def test_none_and_the_most_are_allowed(self, percent: int) -> None:
        assert recipe(sharpen=percent).sharpen == percent

    def test_a_format_whose_quality_is_not_said_keeps_its_own(self) -> None:
        made = recipe(formats=["avif", "webp", "jpeg"], quality={"webp": 50})
        assert {output.format: output.quality for output in planned(made)} == {**QUALITY, "webp": 50}

    @pytest.mark.parametrize("quality", [{"jpg": 80}, {"webp": 0}, {"webp": 101}])
    def test_a_quality_that_can_not_be_is_refused(self, quality: dict[str, int]) -> None:
        with pytest.raises(ValidationError):
            recipe(quality=quality)

    def test_the_ground_is_a_colour(self) -> None:
        assert {output.ground for output in planned(recipe(ground="#102030"))} == {"#102030"}
        with pytest.raises(ValidationError):
            recipe(ground="ivory")


HEIGHTS = [
    # width, frame, ratio, height
    (320, (1440, 1800), (4, 5), 400),
    (640, (645, 806), (4, 5), 800),
    (640, (641, 801), (4, 5), 800),
    (700, (700, 876), (4, 5), 875),
    (1200, (1201, 630), (1200, 630), 630),
    (480, (481, 480), (1, 1), 480),
    (640, (2400, 1601), None, 427),
    (1, (1, 3), (4, 9), 2),
    (1, (9000, 1), None, 1),
    (2, (2, 20_000), None, 16_383),
]


@pytest.mark.parametrize(("width", "frame", "ratio", "expected"), HEIGHTS)
def test_all_pictures_of_one_ratio_and_width_are_of_one_height(
    width: int, frame: tuple[int, int], ratio: tuple[int, int] | None, expected: int
) -> None:
    assert height(width, Frame(0, 0, *frame), ratio) == expected


@pytest.mark.parametrize("across", range(900, 1100, 7))
@pytest.mark.parametrize("ratio", [(4, 5), (1, 1), (3, 2), (16, 9), (1200, 630)])
def test_cards_of_photos_of_every_size_line_up(across: int, ratio: tuple[int, int]) -> None:
    made = planned(recipe(ratio=ratio, widths=[320, 640]), (across, 1301))
    assert {(output.width, output.height) for output in made} == {
        (width, round(width * ratio[1] / ratio[0])) for width in (320, 640)
    }


def test_a_scroll_is_made_as_wide_as_webp_can_be_high() -> None:
    made = planned(recipe(widths=[320, 640, 960]), (1000, 40_000))
    assert {output.width for output in made} == {320, 409}
    assert max(output.height for output in made) <= 16_383


def test_no_file_is_larger_than_its_photo() -> None:
    for size in ((1, 1), (319, 2), (5, 4000), (641, 640)):
        for output in planned(recipe(ratio=(4, 5)), size):
            assert output.width <= output.frame.width <= size[0]
            assert output.height <= output.frame.height <= size[1]


OTHER = {
    "widths": [321, 640],
    "ratio": [3, 4],
    "quality": {"avif": 11, "jpeg": 12},
    "sharpen": 41,
    "ground": "#000000",
    "formats": ["webp", "jpeg"],
    "heaviest": {320: 5},
}


@pytest.mark.parametrize("field", OTHER)
def test_what_changes_a_files_bytes_changes_its_name(field: str) -> None:
    before, after = planned(recipe()), planned(recipe(**{field: OTHER[field]}))
    assert before[0].path != after[0].path


@pytest.mark.parametrize("field", [each.name for each in fields(Rights)])
def test_whose_a_photo_is_belongs_to_its_name(field: str) -> None:
    before, after = (planned(recipe(), rights=replace(Rights(), **{field: text})) for text in ("", "x"))
    assert not {output.path for output in before} & {output.path for output in after}


def test_how_wide_it_is_shown_does_not_belong_to_its_name() -> None:
    assert planned(recipe()) == planned(recipe(sizes="50vw"))


class TestRights:
    """Whose a photo is comes from its record and the gallery, and is the same in every language."""

    KAIN = record(
        "material",
        "kain",
        {"id": "Kain awan", "en": "Cloud cloth"},
        [photo("a.jpg", credit="Siti Aminah"), photo("b.jpg", licence="https://example.org/terms")],
    )

    def pictures(self, tag: str, at: int, **settings: Any) -> set[Rights]:  # noqa: ANN401 - the gallery's
        teller = localized(gallery(self.KAIN, **settings), tag)
        teller.picture(self.KAIN, self.KAIN.photos[at], "page")
        return {output.rights for output in teller.photos.images.values()}

    @pytest.mark.parametrize("tag", ["id", "en"])
    def test_all_that_is_known_is_written(self, tag: str) -> None:
        [rights] = self.pictures(
            tag,
            0,
            licence="CC-BY-4.0",
            publisher="Dekranasda",
            contact={"website": "https://dekranasda.example/"},
        )
        address = "https://creativecommons.org/licenses/by/4.0/"
        site = "https://dekranasda.example/"
        assert rights == Rights("Kain awan", "Siti Aminah", "CC-BY-4.0", address, "Dekranasda", site)

    def test_a_photos_own_licence_comes_before_the_gallerys(self) -> None:
        [rights] = self.pictures("id", 1, licence="CC-BY-4.0")
        terms = "https://example.org/terms"
        assert rights == Rights("Kain awan", terms=terms, licence=terms)

    def test_the_address_of_a_preview_changes_no_picture(self) -> None:
        assert self.pictures("id", 0) == self.pictures("id", 0, base_url="https://preview.example/")
