"""What the program adds to the bare codecs: six derivatives of one JPEG of 12 megapixels, in processor time.

The bare work is one decoding at the scale that is enough, and the same six encodings of pictures that are there.
Name files as arguments to measure those instead of the photo that is drawn here.
"""

import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

from galeri.making import images
from galeri.making.photo_decoding import decode, stored_size
from galeri.making.photo_scaling import reduction
from galeri.model.outputs import Frame, ImageOutput

LADDER = (("webp", 320), ("webp", 640), ("webp", 960), ("webp", 1280), ("webp", 1920), ("jpeg", 1200))
RUNS = 5


def photo() -> bytes:
    """Draw cloth: broad folds, threads, and the grain of a camera."""
    folds = Image.radial_gradient("L").resize((4000, 3000))
    threads = Image.effect_noise((1000, 3000), 90).resize((4000, 3000))
    grain = Image.effect_noise((4000, 3000), 12)
    cloth = Image.blend(Image.blend(folds, threads, 0.3), grain, 0.2)
    drawn = Image.merge(
        "RGB", (cloth, cloth.point(lambda level: level * 0.6), cloth.point(lambda level: 200 - level))
    )
    made = BytesIO()
    drawn.save(made, "JPEG", quality=90)
    return made.getvalue()


def outputs(size: tuple[int, int], sharpen: int) -> list[ImageOutput]:
    """Describe the ladder of a whole photo."""
    whole = Frame(0, 0, *size)
    return [
        ImageOutput(
            f"{width}.{fmt}", "", "", whole, width, round(width * size[1] / size[0]), fmt, 78, sharpen
        )
        for fmt, width in LADDER
    ]


def seconds(work: Callable[[], object]) -> float:
    """Time the fastest of several runs, in seconds of processor time."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def measure(name: str, data: bytes, sharpen: int) -> None:
    """Print a line of what is added."""
    wanted = outputs(stored_size(data), sharpen)
    widest = max(wanted, key=lambda each: each.width)
    fraction = reduction(stored_size(data), widest.frame, (widest.width, widest.height))
    pictures = [
        (Image.open(BytesIO(made)).convert("RGB"), each) for each, made in images.make_images(data, wanted)
    ]
    whole = seconds(lambda: list(images.make_images(data, wanted)))
    bare = seconds(lambda: decode(data, fraction))
    bare += seconds(lambda: [images.encode(picture, each) for picture, each in pictures])
    print(
        f"{name:24} sharpen {sharpen:3} %   {whole:.3f} s   bare codecs {bare:.3f} s   × {whole / bare:.2f}"
    )


if __name__ == "__main__":
    given = [(Path(name).name, Path(name).read_bytes()) for name in sys.argv[1:]] or [
        ("12 megapixels", photo())
    ]
    for title, content in given:
        for percent in (0, 40):
            measure(title, content, percent)
