"""A photo's bytes, a title and a gallery's name → the pictures that are shown where a page is shared."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PIL import Image

from galeri.making.images import encode
from galeri.making.photo_colours import in_srgb
from galeri.making.photo_decoding import decode, stored_size
from galeri.making.photo_scaling import cut, on_ground, reduction
from galeri.making.typesetting import Typesetter, TypesettingError
from galeri.model.outputs import SHARE_SIZE, Frame, ImageOutput, Rights, ShareOutput


def make_shares(
    data: bytes, outputs: Sequence[ShareOutput], typesetter: Typesetter
) -> Iterator[tuple[ShareOutput, bytes]]:
    """Make all share pictures of one photo, whose bytes are `data`, or of none.

    Raises BrokenImageError where the photo can't be decoded, and TypesettingError where the theme's file fails. The
    photo is laid out once for all languages.
    """
    laid_out: dict[ImageOutput, Image.Image] = {}
    for output in outputs:
        photo = output.photo
        if photo is not None and photo not in laid_out:
            laid_out[photo] = _photo(data, photo)
        over = typesetter.share(_texts(output))
        if over.size != SHARE_SIZE:
            message = f"{over.width} × {over.height} points, and not {SHARE_SIZE[0]} × {SHARE_SIZE[1]}"
            raise TypesettingError(message)
        picture = Image.new("RGB", SHARE_SIZE)
        if photo is not None:
            near = 0 if output.direction == "ltr" else SHARE_SIZE[0] - photo.width
            picture.paste(laid_out[photo], (near, 0))
        picture.paste(over, (0, 0), over)
        yield output, encode(picture, _sheet(output))


def _texts(output: ShareOutput) -> dict[str, str]:
    return {
        "title": output.title,
        "gallery": output.gallery,
        "language": output.language,
        "direction": output.direction,
        "photo": str(output.photo.width if output.photo else 0),
        **{f"colour-{name}": colour for name, colour in output.colours},
    }


def _photo(data: bytes, photo: ImageOutput) -> Image.Image:
    size = (photo.width, photo.height)
    decoded = decode(data, reduction(stored_size(data), photo.frame, size, least=max(SHARE_SIZE)))
    shown = cut(replace(decoded, image=in_srgb(decoded.image, decoded.profile)), photo.frame)
    del decoded  # it may be large, and what is shown of it is cut out
    return on_ground(shown(size, photo.sharpen), photo.ground)


def _sheet(output: ShareOutput) -> ImageOutput:
    """Describe the whole picture as what it is when it is encoded: a JPEG with its photo's rights."""
    rights = output.photo.rights if output.photo else Rights()
    return ImageOutput(
        output.path, "", "", Frame(0, 0, *SHARE_SIZE), *SHARE_SIZE, "jpeg", output.quality, rights=rights
    )
