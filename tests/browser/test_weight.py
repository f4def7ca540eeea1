"""The weight of a first view on a phone of 390 CSS pixels with two pixels to each."""

from pathlib import Path

import pytest

from tests.browser.pages import PAGES, address
from tests.browser.visits import Visitors
from tests.browser.weight import Weight, weigh
from tests.support.galleries import tree

KB = 1000


@pytest.fixture(scope="session")
def files(built: Path) -> dict[str, bytes]:
    return tree(built)


def weight(visitors: Visitors, files: dict[str, bytes], kind: str, tag: str) -> Weight:
    visitor = visitors.new(device_scale_factor=2, locale=tag)
    page = visitor.open(address(kind, tag))
    page.wait_for_load_state("networkidle")
    visitor.context.close()
    paths = [each.removeprefix(visitor.base) for each in visitor.asked if each.startswith(visitor.base)]
    return weigh(files, [f"{path}index.html" if path.endswith("/") or not path else path for path in paths])


@pytest.mark.parametrize(("kind", "tag"), [page for page in PAGES if page[1] == "id"])
def test_styles_and_scripts_of_every_page_are_light(
    visitors: Visitors, files: dict[str, bytes], kind: str, tag: str
) -> None:
    found = weight(visitors, files, kind, tag)
    assert 0 < found.styles <= 15 * KB
    assert found.scripts <= 10 * KB


@pytest.mark.parametrize("tag", ["id", "en", "ar"])
@pytest.mark.parametrize(("kind", "most"), [("product", 100), ("home", 150), ("index", 150)])
def test_a_first_view_is_light(
    visitors: Visitors, files: dict[str, bytes], kind: str, tag: str, most: int
) -> None:
    found = weight(visitors, files, kind, tag)
    assert found.pictures > 0
    assert found.whole <= most * KB


def test_all_scripts_together_are_light_before_the_search_is_opened(files: dict[str, bytes]) -> None:
    scripts = [path for path in files if path.startswith("static/") and path.endswith(".js")]
    assert len(scripts) == 5
    assert weigh(files, scripts).scripts <= 10 * KB
