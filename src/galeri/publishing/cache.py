"""Costly outputs, kept by key, so that none is made twice for any output folder."""

import os
from collections.abc import Iterator
from pathlib import Path

PICTURES = "images"
"""The folder of `.galeri/cache/` that holds derivatives and share pictures …"""
PLACEHOLDERS = "placeholders"
"""… the one that holds what stands in for photos …"""
BOOKS = "books"
"""… the one with books and other prints: each is a PDF, and notes on it, under its key …"""
PREVIEWS = "previews"
"""… and the one that holds the quick pictures of previews, which no site uses."""


class Cache:
    """A folder of files named by key."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`; it is made when something is put there."""
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """Give what was put under `key`, or None."""
        try:
            return self._path(key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`; a reader sees all of it or none."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
        temporary.write_bytes(data)
        temporary.replace(path)

    def files(self) -> Iterator[Path]:
        """List all files: each is named by its key, or ends with `.new` while it is being written."""
        return (path for path in sorted(self._folder.glob("??/*")) if path.is_file())

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key
