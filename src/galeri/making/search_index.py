"""Pages → the files of their search index, by Pagefind."""

import gzip
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from pagefind.service import get_executable

from galeri.model.problem import GaleriError

_PUBLISHED = ("pagefind.js", "pagefind-worker.js", "*.json", "*.pf_meta", "wasm.*", "*/*.pf_*")
"""What a browser needs; Pagefind's own interfaces are left out."""
_PACKED, _SIGNATURE = b"\x1f\x8b", b"pagefind_dcd"


def search_index(folder: Path) -> dict[str, bytes]:
    """Index the pages in `folder`, one index for each language that their `<html lang>` names; give its files by path.

    The same pages give the same bytes. The index is also left in the folder. Raises GaleriError where Pagefind fails.
    """
    made = folder / ".index"
    # Started as a program: its Python interface does the same, and waits a tenth of a second for each answer.
    command = [str(get_executable()), "--site", str(folder), "--output-path", str(made), "--silent"]
    message = "the search index could not be made: {reason}"
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a library's program
    except OSError as error:
        raise GaleriError(message, reason=str(error)) from error
    if done.returncode:
        raise GaleriError(message, reason=(done.stderr or done.stdout).strip()[-300:])
    return {path.relative_to(made).as_posix(): _steady(path) for path in sorted(_files(made))}


def readable(data: bytes) -> bytes:
    """Give a file of the index as text, unpacked where Pagefind has packed it."""
    return gzip.decompress(data).removeprefix(_SIGNATURE) if data.startswith(_PACKED) else data


def _files(made: Path) -> Iterator[Path]:
    for pattern in _PUBLISHED:
        yield from made.glob(pattern)


def _steady(path: Path) -> bytes:
    """Give a file's bytes; the JSON names languages in another order each time, so they are sorted."""
    data = path.read_bytes()
    return json.dumps(json.loads(data), sort_keys=True).encode() if path.suffix == ".json" else data
