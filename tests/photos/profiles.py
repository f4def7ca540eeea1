"""ICC profiles and colour arithmetic, built here from the published definitions, so that nothing is taken on trust."""

import struct
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

D50 = (0.9642, 1.0, 0.8249)
"""The white of the ICC's profile connection space (ICC.1:2022, 7.2.16)."""
D65 = (0.3127, 0.3290)
_D50_XY = (0.3457, 0.3585)

SRGB = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
WIDE = {
    # name: primaries (x, y), white (x, y), gamma
    "Adobe RGB (1998)": (((0.64, 0.33), (0.21, 0.71), (0.15, 0.06)), D65, 563 / 256),
    "Display P3": (((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)), D65, None),
    "ProPhoto RGB": (((0.734699, 0.265301), (0.159597, 0.840403), (0.036598, 0.000105)), _D50_XY, 1.8),
}
"""Adobe RGB (1998) 4.3.1; SMPTE EG 432-1 with D65 and the curve of sRGB; ISO 22028-2."""
SPACES = {"sRGB": (SRGB, D65, None), **WIDE}

_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


def linear(value: Array, gamma: float | None) -> Array:
    """Undo a space's curve; without a gamma it is that of sRGB (IEC 61966-2-1)."""
    if gamma is not None:
        return np.asarray(value**gamma)
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def encoded(value: Array) -> Array:
    """Apply the curve of sRGB and give 0 to 255."""
    clipped = np.clip(value, 0, 1)
    curved = np.where(clipped <= 0.0031308, clipped * 12.92, 1.055 * clipped ** (1 / 2.4) - 0.055)
    return np.asarray(255 * curved)


def matrix(primaries: Sequence[tuple[float, float]], white: tuple[float, float]) -> Array:
    """Give linear RGB → XYZ, adapted to D50 by Bradford's method."""
    columns = np.array([[x / y, 1, (1 - x - y) / y] for x, y in primaries]).T
    light = np.array([white[0] / white[1], 1, (1 - white[0] - white[1]) / white[1]])
    to_xyz = columns * np.linalg.solve(columns, light)
    scale = (_BRADFORD @ np.array(D50)) / (_BRADFORD @ light)
    return np.asarray(np.linalg.inv(_BRADFORD) @ np.diag(scale) @ _BRADFORD @ to_xyz)


def in_srgb(colour: tuple[int, int, int], space: str) -> Array:
    """Say which sRGB colour (0 to 255) a colour of another space is."""
    primaries, white, gamma = SPACES[space]
    light = linear(np.array(colour) / 255, gamma)
    return encoded(np.linalg.inv(matrix(SRGB, D65)) @ matrix(primaries, white) @ light)


def lab_in_srgb(lightness: float, a: float, b: float) -> Array:
    """Say which sRGB colour a colour of CIELAB (D50) is."""
    y = (lightness + 16) / 116
    f = np.array([y + a / 500, y, y - b / 200])
    xyz = np.where(f > 6 / 29, f**3, (f - 4 / 29) * 3 * (6 / 29) ** 2) * np.array(D50)
    return encoded(np.linalg.inv(matrix(SRGB, D65)) @ xyz)


def rgb_profile(space: str) -> bytes:
    """Write the matrix profile of a space."""
    primaries, white, gamma = SPACES[space]
    to_xyz = matrix(primaries, white)
    curve = _gamma(gamma) if gamma else _curve(linear(np.linspace(0, 1, 1024), None))
    colorants = {name: _xyz(to_xyz[:, index]) for index, name in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))}
    curves = dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return _profile(b"mntr", b"RGB ", b"XYZ ", {b"desc": _text(space), **colorants, **curves})


def grey_profile(gamma: float) -> bytes:
    """Write a greyscale profile."""
    return _profile(b"mntr", b"GRAY", b"XYZ ", {b"desc": _text("Grey"), b"kTRC": _gamma(gamma)})


INKS = {
    # cyan, magenta, yellow, black → L, a, b of what is printed
    (0, 0, 0, 0): (100, 0, 0),
    (0, 1, 1, 0): (47, 58, 38),
    (0, 0, 0, 1): (16, 0, 0),
    (1, 1, 1, 1): (4, 0, 0),
}
"""A few corners of a press's colours, within sRGB; the others lie between."""


def cmyk_profile() -> bytes:
    """Write the profile of a press: a table of 2 × 2 × 2 × 2 colours in CIELAB, and the way back for its greys."""
    corners = [tuple(index >> bit & 1 for bit in (3, 2, 1, 0)) for index in range(16)]
    there = _table(4, 3, b"".join(_lab8(*_printed(*corner)) for corner in corners))
    back = _table(3, 4, b"\xff" * 16 + b"\0" * 16)
    return _profile(
        b"prtr", b"CMYK", b"Lab ", {b"desc": _text("Press"), b"A2B0": there, b"A2B1": there, b"B2A0": back}
    )


def _table(inputs: int, outputs: int, nodes: bytes) -> bytes:
    """Write a table with two points a side and straight curves (lut8Type, ICC.1:2022, 10.11)."""
    unit = struct.pack(">9i", *(65536 * (index % 4 == 0) for index in range(9)))
    ramp = bytes(range(256))
    return b"mft1\0\0\0\0" + bytes((inputs, outputs, 2, 0)) + unit + ramp * inputs + nodes + ramp * outputs


def _printed(cyan: int, magenta: int, yellow: int, black: int) -> tuple[float, float, float]:
    known = INKS.get((cyan, magenta, yellow, black))
    if known:
        return known
    light = (100 - 25 * (cyan + magenta) - 6 * yellow) * (0.16 if black else 1)
    return light, (1 - black) * (50 * magenta - 25 * cyan), (1 - black) * (50 * yellow - 25 * cyan)


def _lab8(lightness: float, a: float, b: float) -> bytes:
    return bytes((round(lightness * 2.55), round(a + 128), round(b + 128)))


def _profile(kind: bytes, space: bytes, pcs: bytes, tags: dict[bytes, bytes]) -> bytes:
    tags = {**tags, b"wtpt": _xyz(np.array(D50)), b"cprt": b"text\0\0\0\0none\0"}
    place, directory, body = 128 + 4 + 12 * len(tags), struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        padded = data + b"\0" * (-len(data) % 4)
        directory += name + struct.pack(">II", place + len(body), len(data))
        body += padded
    head = struct.pack(">I4sI4s4s4s", place + len(body), b"none", 0x02400000, kind, space, pcs)
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    return head.ljust(68, b"\0") + _fixed(D50) + b"\0" * 48 + directory + body


def _fixed(values: Sequence[float]) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _xyz(values: Array) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed([float(value) for value in values])


def _gamma(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))


def _curve(values: Array) -> bytes:
    points = [round(float(value) * 65535) for value in values]
    return b"curv\0\0\0\0" + struct.pack(f">I{len(points)}H", len(points), *points)


def _text(text: str) -> bytes:
    written = text.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(written)) + written + b"\0" * 78
