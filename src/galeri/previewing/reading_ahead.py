"""The first reading of a gallery, in a process of its own while the one that shows it still loads its libraries."""

import gc
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from galeri.options import STATE

if TYPE_CHECKING:
    from galeri.reading.draft import Draft

First = Callable[[], "Draft | None"]
"""Waits for what was read first; gives None where that failed, and the gallery is to be read by whoever asks."""


def read_ahead(root: Path, base_url: str) -> First:
    """Begin to read the gallery in the folder `root`, whose address is `base_url`."""
    # -P: no module of the gallery's folder stands in for one of ours.
    command = (sys.executable, "-P", "-m", __name__, str(root), base_url)
    try:
        reader = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - this program
    except OSError:
        return lambda: None

    def first() -> "Draft | None":
        told = reader.communicate()[0]
        return pickle.loads(told) if reader.returncode == 0 else None  # noqa: S301 - from our own process

    return first


def main() -> None:
    """Read the gallery that the command line names, and give it to whoever started this."""
    from galeri.previewing.glances import Glances  # noqa: PLC0415 - whoever reads ahead loads nothing for it
    from galeri.reading.draft import read_draft  # noqa: PLC0415

    gc.disable()
    root = Path(sys.argv[1])
    draft = read_draft(root, Glances(root / STATE / "cache" / "photos.json"), sys.argv[2])
    sys.stdout.buffer.write(pickle.dumps(draft, pickle.HIGHEST_PROTOCOL))


if __name__ == "__main__":
    main()
