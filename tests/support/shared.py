"""What tests have in common although several processes run them: made once, by whoever needs it first."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from galeri.options import STATE
from galeri.publishing.cache import PICTURES


def common(factory: pytest.TempPathFactory) -> Path:
    """Give the folder that all processes of a run of tests have in common."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Give a folder that `make` has filled, once for all processes; the others wait for it."""
    done = folder.with_name(f"{folder.name}.done")
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        if not done.exists():
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def lend(pictures: Path, gallery: Path) -> None:
    """Let a gallery find pictures that others have made, as if it had been built before, and keep its own there."""
    kept = gallery / STATE / "cache" / PICTURES
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.symlink_to(pictures, target_is_directory=True)
