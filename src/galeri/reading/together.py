"""What no record shows by itself: checks of all records together, and of what settings and theme say of them."""

from collections.abc import Iterator

from galeri.model.problem import Problem
from galeri.reading.draft import Ground
from galeri.reading.editions import check_editions
from galeri.reading.privacy_checks import check_settings
from galeri.reading.region_checks import same_codes
from galeri.reading.typesetting import check_glyphs
from galeri.reading.whole import Whole


def check_together(whole: Whole, ground: Ground | None = None) -> Iterator[Problem]:
    """Hold all records against one another, and the settings and the theme of the `ground`, if given, against them."""
    yield from same_codes(whole)
    if ground and (settings := ground.asked.settings):
        yield from check_editions(settings, whole, ground.asked.places)
        yield from check_settings(settings, whole, ground.asked.places)
        if ground.theme:
            yield from check_glyphs(whole.records, settings, ground.theme.typesetting)
