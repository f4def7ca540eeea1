"""What `galeri check --weight` reckons without a browser is what a browser fetches."""

from pathlib import Path

import pytest

from galeri.reports.weight import SitePage, weight
from tests.browser.pages import address
from tests.browser.visits import Visitors
from tests.browser.weight import PACKED, weigh
from tests.support.galleries import tree


@pytest.mark.parametrize("tag", ["id", "ar"])
@pytest.mark.parametrize("kind", ["home", "index", "product", "region", "collection"])
def test_the_reckoned_weight_is_what_a_browser_fetches(
    visitors: Visitors, built: Path, kind: str, tag: str
) -> None:
    files = tree(built)
    visitor = visitors.new(device_scale_factor=3, locale=tag)
    path = address(kind, tag)
    visitor.open(path).wait_for_load_state("networkidle")
    visitor.context.close()
    asked = [each.removeprefix(visitor.base) for each in visitor.asked if each.startswith(visitor.base)]
    asked = [f"{each}index.html" if each.endswith("/") or not each else each for each in asked]
    fetched = weigh(files, [each for each in asked if not each.startswith("icons/")])

    def size(name: str, packed: bool) -> int:
        assert packed == (Path(name).suffix in PACKED)
        return 0 if name.startswith("icons/") or name not in files else weigh(files, [name]).whole

    row = weight(SitePage(kind, "", f"{path}index.html"), files[f"{path}index.html"].decode(), size)
    assert row.whole <= fetched.whole <= row.whole + row.perhaps
