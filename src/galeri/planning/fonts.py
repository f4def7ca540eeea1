"""The gallery's own fonts, and the letters of each language's pages → fonts that hold these letters alone."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import icu
from pydantic_core import to_json

from galeri.model.outputs import FontFace, FontOutput, PageOutput
from galeri.model.theme import FontFile
from galeri.planning.localized import Localized

FOLDER = "static/fonts"
_MAKER = "1"
"""Rises when the same letters of the same font give other bytes: file names carry it, as hosts cache them for ever."""
_ALPHABET = 200
"""Letters: a writing system with more of them has the ones that its pages use, and no others."""
_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0©«°·»×\u2013\u2014\u2018\u2019“”…"
_REGULAR = 400


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of one language: the files, how the stylesheet knows them, and the paths that every page needs."""

    outputs: tuple[FontOutput, ...] = ()
    faces: tuple[FontFace, ...] = ()
    first: tuple[str, ...] = ()


def fonts(localized: Localized, pages: Iterable[PageOutput]) -> Fonts:
    """Plan the fonts for the pages of a language; a letter is taken from the first font of its role that has it."""
    if not localized.theme.fonts:
        return Fonts()
    return _of(localized, {ord(each) for each in _letters(localized, pages)})


def whole_fonts(localized: Localized) -> Fonts:
    """Plan the fonts of a language with all their letters, for pages that are still being written."""
    return _of(localized, set().union(*(each.covered for each in localized.theme.fonts)))


def _of(localized: Localized, wanted: set[int]) -> Fonts:
    """Plan fonts that have the code points `wanted`."""
    chosen = [
        (file, letters, several)
        for _, files in groupby(localized.theme.fonts, key=lambda file: file.role)
        for file, letters, several in _shared_out(list(files), wanted)
    ]
    outputs = [_output(localized, file, letters) for file, letters, _ in chosen]
    faces = [
        FontFace(
            localized.language.tag, file.role, made.path, file.weight, file.style, letters if several else ""
        )
        for (file, letters, several), made in zip(chosen, outputs, strict=True)
    ]
    first = dict.fromkeys(path for role in ("text", "titles", "labels") for path in _regular(faces, role))
    return Fonts(tuple(outputs), tuple(faces), tuple(first))


def _letters(localized: Localized, pages: Iterable[PageOutput]) -> set[str]:
    """Gather the characters of all that pages show; words that are only formed on a page are those of the alphabet."""
    gallery, theme, tag = localized.gallery, localized.theme, localized.language.tag
    found = {*_ALWAYS, *theme.letters.get(tag, ""), *gallery.settings.model_dump_json()}
    found.update(*theme.names[tag].values(), *(each.name for each in gallery.languages))
    for page in pages:
        found.update(to_json((page.page, page.view)).decode())
    locale = icu.Locale.forLanguageTag(localized.language.locale.replace("_", "-"))
    alphabet = set(icu.LocaleData(str(locale)).getExemplarSet())
    return found | (alphabet | {each.upper() for each in alphabet} if len(alphabet) <= _ALPHABET else set())


def _shared_out(files: list[FontFile], wanted: set[int]) -> Iterator[tuple[FontFile, str, bool]]:
    """Give each font of a role with the letters that it has before all others, and whether it has such others."""
    looks = [(file.weight, file.style) for file in files]
    taken: dict[tuple[str, str], set[int]] = {}
    for file, look in zip(files, looks, strict=True):
        seen = taken.setdefault(look, set())
        letters = (wanted & file.covered) - seen
        seen |= letters
        if letters - set(map(ord, " \u00a0")):
            yield file, "".join(map(chr, sorted(letters))), looks.count(look) > 1


def _output(localized: Localized, file: FontFile, letters: str) -> FontOutput:
    described = hashlib.blake2b(f"{_MAKER}|{file.digest}|{letters}".encode(), digest_size=5).hexdigest()
    path = f"{FOLDER}/{localized.language.tag.lower()}.{described}.woff2"
    return FontOutput(path, file.source, file.shown, file.digest, letters)


def _regular(faces: list[FontFace], role: str) -> list[str]:
    """Give the paths of those faces of a role that plain text is set in."""
    upright = [face for face in faces if face.role == role and face.style == "normal"]
    lightest = min((_distance(face.weight) for face in upright), default=0)
    return [face.path for face in upright if _distance(face.weight) == lightest]


def _distance(weight: str) -> float:
    """Tell how far a weight, or the nearest one of a variable font, is from that of plain text."""
    ends = [float(each) for each in weight.split()]
    return max(ends[0] - _REGULAR, _REGULAR - ends[-1], 0)
