"""What is shown keeps up with what is saved, whenever it is saved."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from galeri.previewing.showing import Showing
from galeri.previewing.studio import Studio
from tests.support.galleries import Small
from tests.support.processes import eventually

FACTS = "content/products/kain/product.yaml"
EXPIRED = "certifications: [{scheme: batikmark, grade: tulis, number: '1', expires: 2020-01-01}]"
"""What only a check tells, by and by, and no reading."""


def test_what_is_saved_while_a_check_ends_is_checked_too(
    gallery: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[str] = []
    check = Studio.check

    async def shown() -> bool:
        loop = asyncio.get_running_loop()
        address = "http://127.0.0.1/"
        showing = Showing(gallery.root, drafts=False, base_url=address, again=lambda: None)

        def checked(studio: Studio, enough: Callable[[], bool]) -> bool:
            more = check(studio, enough)
            if not more and not saved:
                saved.append(FACTS)
                gallery.edit(FACTS, "kind: textile", f"kind: textile\n{EXPIRED}")
                loop.call_soon_threadsafe(showing.changed, frozenset(saved))
                time.sleep(0.3)  # long enough for the reading to stand in line
            return more

        monkeypatch.setattr(Studio, "check", checked)
        following = asyncio.ensure_future(showing.follow())
        try:
            return await asyncio.to_thread(
                eventually, lambda: any(each.place.path == FACTS for each in showing.warnings), 10
            )
        finally:
            following.cancel()
            showing.close()

    with ThreadPoolExecutor(1) as aside:  # the loop of a browser's tests may run in this thread
        assert aside.submit(lambda: asyncio.run(shown())).result()
    assert saved
