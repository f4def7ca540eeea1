"""What formats cost: a build for release spends time to save bytes, no file is heavier than it may be, colour stays."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydantic import ValidationError

from galeri.making.images import encode
from galeri.model.outputs import Frame, ImageOutput
from galeri.model.theme import Recipe
from galeri.planning.pictures import derivatives
from tests.photos.samples import output
from tests.planning.makers import photo
from tests.support.galleries import Small, small_gallery

WIDE = Frame(0, 0, 2400, 1800)


def recipe(**more: object) -> Recipe:
    return Recipe.model_validate({"widths": [320, 640, 960], "formats": ["avif", "webp", "jpeg"], **more})


def planned(made: Recipe, *, fine: bool = False) -> list[ImageOutput]:
    return derivatives(photo("a.jpg", (2400, 1800)), made, "images/x", fine=fine)


def cloth(width: int = 320, height: int = 240) -> Image.Image:
    """Draw a weave under uneven light: enough detail for an encoder to work on."""
    rng = np.random.default_rng(7)
    y, x = np.mgrid[:height, :width]
    threads = 40 * np.sin(x * 1.3) * np.sin(y * 1.1) + 60 * np.sin((x + y) / 40)
    planes = [threads * part + 120 + rng.normal(0, 8, (height, width)) for part in (1, 0.6, -0.4)]
    return Image.fromarray(np.clip(np.stack(planes, axis=2), 0, 255).astype(np.uint8))


class TestRelease:
    def test_it_names_files_anew_that_are_encoded_anew_and_leaves_jpegs_alone(self) -> None:
        quick, fine = planned(recipe()), planned(recipe(), fine=True)
        for before, after in zip(quick, fine, strict=True):
            assert (before == after) == (before.format == "jpeg")
            assert (before.path == after.path) == (before.format == "jpeg")

    @pytest.mark.parametrize("fmt", ["avif", "webp"])
    def test_it_makes_files_smaller(self, fmt: str) -> None:
        weave = cloth()
        quick, fine = (encode(weave, output(fmt, quality=60, fine=fine)) for fine in (False, True))
        assert len(fine) < len(quick)

    def test_two_builds_for_release_give_the_same_bytes_and_other_ones_than_an_ordinary_build(
        self, tmp_path: Path
    ) -> None:
        one, two, usual = (small_gallery(tmp_path / name) for name in ("one", "two", "usual"))
        one.built(release=True)
        two.built(release=True)
        usual.built()
        assert one.site() == two.site()
        assert webp(one) != webp(usual)

    def test_the_one_after_the_other_leaves_nothing_of_the_first(self, gallery: Small) -> None:
        gallery.built()
        usual = gallery.site()
        gallery.built(release=True)
        assert not webp(gallery) & {path for path in usual if path.endswith(".webp")}
        gallery.built()
        assert gallery.site() == usual


def webp(gallery: Small) -> set[str]:
    return {path for path in gallery.site() if path.endswith(".webp")}


class TestHeaviest:
    def test_a_width_that_is_not_named_has_the_limit_of_the_next_one(self) -> None:
        limits = {each.width: each.heaviest for each in planned(recipe(heaviest={320: 10, 700: 60}))[:3]}
        assert limits == {320: 10, 640: 60, 960: None}

    def test_the_fallback_has_no_limit(self) -> None:
        limited = {each.format: each.heaviest for each in planned(recipe(heaviest={960: 60}))}
        assert limited == {"avif": 60, "webp": 60, "jpeg": None}

    @pytest.mark.parametrize("limit", [{320: 0}, {320: -1}, {320: 1.5}, {"wide": 5}, 12])
    def test_it_is_whole_kilobytes_by_width(self, limit: object) -> None:
        with pytest.raises(ValidationError):
            recipe(heaviest=limit)

    @pytest.mark.parametrize("fmt", ["avif", "webp"])
    def test_a_file_that_would_be_heavier_is_made_in_a_lower_quality(self, fmt: str) -> None:
        weave = cloth()
        free = encode(weave, output(fmt, quality=90))
        limit = len(free) * 3 // 4 // 1000
        assert len(free) > limit * 1000
        held = encode(weave, output(fmt, quality=90, heaviest=limit))
        assert limit * 500 < len(held) <= limit * 1000

    def test_a_file_that_is_light_enough_stays_as_it_was(self) -> None:
        weave = cloth()
        assert encode(weave, output("avif", heaviest=1000)) == encode(weave, output("avif"))

    def test_no_limit_makes_a_file_unsightly(self) -> None:
        weave = cloth()
        assert encode(weave, output("avif", quality=60, heaviest=1)) == encode(
            weave, output("avif", quality=38)
        )
        assert encode(weave, output("avif", quality=20, heaviest=1)) == encode(
            weave, output("avif", quality=20)
        )


def test_threads_of_one_pixel_keep_their_colours() -> None:
    threads = np.zeros((48, 64, 3), np.uint8)
    threads[:, ::2] = (200, 40, 40)
    threads[:, 1::2] = (40, 40, 200)
    shown = np.asarray(Image.open(BytesIO(encode(Image.fromarray(threads), output("avif")))).convert("RGB"))
    assert shown[:, ::2, 0].mean() - shown[:, 1::2, 0].mean() > 120
    assert shown[:, 1::2, 2].mean() - shown[:, ::2, 2].mean() > 120
