"""The pages of a preview → the index that its search page asks for, made as a build makes it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from galeri.making.search_index import readable, search_index
from galeri.model.private import PrivateValue
from galeri.planning.preview import Preview
from galeri.planning.search import FOLDER, searched
from galeri.previewing.bench import Bench
from galeri.publishing.workers import UnmakeableError


def indexed(root: Path, kept: Path, preview: Preview, private: tuple[PrivateValue, ...]) -> dict[str, bytes]:
    """Give the files of the index by path; it takes about two milliseconds a page.

    Raises TemplateFailedError or UnmakeableError where a page can't be made, GaleriError where no index can.
    """
    own = Preview(preview.chosen, preview.theme)  # what it remembers is for one thread
    bench = Bench(root, kept, own)
    bench.turn_to(own, private)
    with TemporaryDirectory(prefix="galeri-") as name:
        for page in searched(own.pages()):
            target = Path(name, page.path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(bench.made(page))
        made = {f"{FOLDER}/{path}": data for path, data in search_index(Path(name)).items()}
    for path, data in made.items():
        if wrong := bench.guard.find(readable(data), path):
            raise UnmakeableError(wrong)
    return made
