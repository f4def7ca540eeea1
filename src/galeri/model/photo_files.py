"""Which files are photos, and how large one may be: said once, for reading headers and for decoding."""

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".gif", ".heic", ".heif"})
"""What a photo's file name may end with."""
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "HEIF")
"""The decoders that a file is offered to, by Pillow's names: no other one sees what a stranger sent."""
MOST_PIXELS = 250_000_000
"""Pixels: no camera makes more (the largest make 200 million), and a file that claims more is a bomb."""
ORIENTATION = 274
"""The EXIF tag that says how the photo is turned (Exif 3.0, 4.6.5.1.6)."""
POSITION = 34853
"""The EXIF tag that leads to where the photo was taken (Exif 3.0, 4.6.3.2)."""
LATITUDE = 2
"""The tag of the latitude there (Exif 3.0, 4.6.7.1.3): a camera without reception writes other tags only."""

_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
"""Brands of High Efficiency Image Format with HEVC inside (ISO/IEC 23008-12, annex B)."""


def is_heif(head: bytes) -> bool:
    """Whether a file that begins with `head` (12 bytes) is HEIF as telephones write it, whatever its name says."""
    return head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS
