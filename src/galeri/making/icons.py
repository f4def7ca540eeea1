"""The gallery's icon → icons of every size, as PNG and ICO."""

from io import BytesIO

from PIL import Image

from galeri.making.photo_decoding import decode
from galeri.making.picture_errors import BrokenImageError, TypesettingError
from galeri.making.typesetting import Typesetter
from galeri.model.outputs import IconOutput

_SAFE = 0.8
"""The part of a maskable icon, each way, that no telephone cuts off (Web Application Manifest, “safe zone”)."""
_OPAQUE = 255
_DRAWN = b"""\
#set page(width: eval(sys.inputs.size) * 1pt, height: eval(sys.inputs.size) * 1pt, margin: 0pt, fill: none)
#image(bytes(sys.inputs.drawing), format: "svg", width: 100%, height: 100%, fit: "contain")
"""


class BrokenIconError(Exception):
    """A file that no icon can be made of."""


def make_icon(data: bytes, output: IconOutput, typesetter: Typesetter) -> bytes:
    """Make icons of the bytes of an SVG or a PNG; raises BrokenIconError."""
    try:
        pictures = [_formed(data, size, output.form, typesetter) for size in output.sizes]
    except (TypesettingError, BrokenImageError, UnicodeDecodeError) as error:
        raise BrokenIconError(str(error)) from error
    made = BytesIO()
    if output.path.endswith(".ico"):
        sizes = [picture.size for picture in pictures]
        pictures[-1].save(made, "ICO", sizes=sizes, append_images=pictures[:-1])
    else:
        pictures[0].save(made, "PNG", optimize=True)
    return made.getvalue()


def _formed(data: bytes, size: int, form: str, typesetter: Typesetter) -> Image.Image:
    if form == "plain":
        return _drawn(data, size, typesetter)
    inner = _drawn(data, round(size * _SAFE) if form == "maskable" else size, typesetter)
    ground = Image.new("RGBA", (size, size), _ground(inner))
    at = (size - inner.width) // 2
    ground.alpha_composite(inner, (at, at))
    return ground.convert("RGB")


def _ground(picture: Image.Image) -> tuple[int, int, int]:
    """Take the colour of the picture's upper edge, at its middle; white where it is transparent there."""
    colour = picture.getpixel((picture.width // 2, picture.height // 16))
    red, green, blue, alpha = colour if isinstance(colour, tuple) else (255, 255, 255, 0)
    return (red, green, blue) if alpha == _OPAQUE else (255, 255, 255)


def _drawn(data: bytes, size: int, typesetter: Typesetter) -> Image.Image:
    """Draw the icon in a square of `size` pixels, whole, with what is left of the square transparent."""
    if not data.startswith(b"\x89PNG"):
        return typesetter.picture(_DRAWN, {"size": str(size), "drawing": data.decode()})
    whole = decode(data).image.convert("RGBA")
    longest = max(whole.size)
    fitted = (max(1, round(size * whole.width / longest)), max(1, round(size * whole.height / longest)))
    square = Image.new("RGBA", (size, size))
    shown = whole.resize(fitted, Image.Resampling.LANCZOS)
    square.paste(shown, ((size - fitted[0]) // 2, (size - fitted[1]) // 2))
    return square
