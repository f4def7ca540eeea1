"""A theme's settings and the parts of its stylesheet → one stylesheet."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath

from galeri.model.outputs import FontFace


def stylesheet(
    properties: Iterable[tuple[str, str]], parts: Iterable[str], faces: Sequence[FontFace] = ()
) -> str:
    """Join `parts` (CSS) so that a later one wins over all earlier ones, whatever its selectors weigh.

    `properties` are custom properties by name and value, which every part can use and set anew. Each stands in a
    cascade layer of its own (CSS Cascading and Inheritance 5, section 6.4).

    `faces` are the gallery's own fonts. For each role of them there is, on pages in their language, a property
    `--own-titles`, `--own-text` or `--own-labels` to begin a list of fonts with: the family and a comma.
    """
    declared = "".join(f"--{name}:{value};" for name, value in properties)
    layers = [f":root{{{declared}}}"] if declared else []
    layers += ["".join(_fonts(faces))] if faces else []
    return "".join(f"@layer{{{part}}}\n" for part in (*layers, *parts))


def _fonts(faces: Sequence[FontFace]) -> Iterator[str]:
    for face in faces:
        file = f"{PurePosixPath(face.path).parent.name}/{PurePosixPath(face.path).name}"
        letters = f"unicode-range:{_ranges(face.letters)};" if face.letters else ""
        yield (
            f'@font-face{{font-family:"{_family(face)}";src:url("{file}") format("woff2");'
            f"font-weight:{face.weight};font-style:{face.style};font-display:swap;{letters}}}\n"
        )
    for language, mine in groupby(faces, key=lambda face: face.language):
        roles = dict.fromkeys((face.role, _family(face)) for face in mine)
        declared = "".join(f'--own-{role}:"{family}",;' for role, family in roles)
        yield f':root[lang="{language}"]{{{declared}}}\n'


def _family(face: FontFace) -> str:
    return f"{face.role}-{face.language}"


def _ranges(letters: str) -> str:
    """Write code points as CSS does: `U+20-7E,U+E9`."""
    points = sorted(map(ord, letters))
    found: list[list[int]] = []
    for point in points:
        if found and point == found[-1][-1] + 1:
            found[-1][1:] = [point]
        else:
            found.append([point])
    return ",".join("U+" + "-".join(f"{end:X}" for end in ends) for ends in found)
