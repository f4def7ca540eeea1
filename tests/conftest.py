"""What all tests share: small galleries on disk, and settings for generated examples."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))  # tests import `tests.support` however pytest was started

from tests.browser.visits import chromium
from tests.support.galleries import Small, small_gallery

settings.register_profile(
    "galeri",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("galeri")


@pytest.fixture
def gallery(tmp_path: Path) -> Small:
    """Give a small gallery that builds without a problem, in a folder of its own."""
    return small_gallery(tmp_path / "gallery")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the machine's Chromium; a process bears one that runs."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield found
        found.close()
