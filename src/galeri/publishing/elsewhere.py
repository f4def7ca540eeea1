"""What another machine does for a build: it makes pictures of bytes, with the very functions that make them here."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

from galeri import __version__
from galeri.making.images import codecs, make_images
from galeri.making.picture_errors import BrokenImageError
from galeri.model.outputs import ImageOutput


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of each output, in their order; or why the photo is `broken`, or that the versions `differ`."""

    pictures: tuple[bytes, ...] = ()
    broken: str = ""
    differ: bool = False


def versions() -> str:
    """Name the versions, on this machine, of all that makes pictures."""
    return f"galeri {__version__}, {codecs()}, pillow-heif {version('pillow-heif')}"


def make(photo: bytes, outputs: Sequence[ImageOutput], expected: str) -> Answer:
    """Make all outputs of a photo where the versions are those that are `expected`: with others, bytes may differ."""
    if versions() != expected:
        return Answer(differ=True)
    try:
        made = {output.path: data for output, data in make_images(photo, outputs)}
    except BrokenImageError as error:
        return Answer(broken=str(error))
    return Answer(tuple(made[output.path] for output in outputs))
