"""What all tests share: small galleries on disk, and settings for generated examples."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))  # tests import `tests.support` however pytest was started

from tests.browser.visits import ARGUMENTS, chromium
from tests.support.compiled import compile_once
from tests.support.galleries import Small, small_gallery
from tests.support.shared import common

settings.register_profile(
    "galeri",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("galeri")
compile_once()
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # As in the background of a shell: builds that tests start would not hear Ctrl-C either.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def gallery(tmp_path: Path) -> Small:
    """Give a small gallery that builds without a problem, in a folder of its own."""
    return small_gallery(tmp_path / "gallery")


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder to which galleries are lent that have pictures in common: each is encoded once."""
    folder = common(tmp_path_factory) / "pictures"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the machine's Chromium; a process bears one that runs."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        yield found
        found.close()
