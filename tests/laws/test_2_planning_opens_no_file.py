"""Law 2: planning opens no file. A process that has read a gallery plans it with every door to the disk watched."""

import subprocess
import sys
from pathlib import Path

from tests.support.galleries import Small

PROGRAM = """\
import sys
from datetime import date
from pathlib import Path

from galeri.making.images import codecs
from galeri.planning.plan import plan
from galeri.reading.gallery import read_gallery
from galeri.reading.photos import PhotoBook

root, control = Path(sys.argv[1]), sys.argv[2] == "control"
read = read_gallery(root, PhotoBook(root / "photos.json"))
version = codecs()
watched = ("open", "os.", "shutil.", "glob.", "pathlib.", "socket.", "subprocess.", "tempfile.", "sqlite3.", "import")
seen = []
watching = False


def watch(event, arguments):
    if watching and event.startswith(watched):
        seen.append((event, str(arguments)))


sys.addaudithook(watch)
watching = True
planned, withheld = plan(read.gallery, read.theme, date(2026, 11, 21), version)
if control:
    (root / "galeri.yaml").read_bytes()
watching = False
print(len(planned.outputs), *seen, sep="\\n")
"""


def watched_events(root: Path, *, control: bool) -> list[str]:
    """Plan the gallery in a process of its own; give what it did to the disk (`control`: it opens one file)."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(root), "control" if control else "plan"],
        capture_output=True,
        text=True,
        check=True,
    )
    outputs, *events = done.stdout.splitlines()
    assert int(outputs) > 50
    return events


def test_planning_opens_no_file(gallery: Small) -> None:
    assert watched_events(gallery.root, control=False) == []


def test_the_watch_sees_a_file_that_is_opened(gallery: Small) -> None:
    assert any("galeri.yaml" in event for event in watched_events(gallery.root, control=True))
