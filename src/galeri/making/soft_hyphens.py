"""Takes soft hyphens out of a PDF's text where no line ends: a reader who looks for a word must find it whole."""

import re

import pikepdf

_SOFT = b"00AD"
_ACTUAL = re.compile(rb"(?<=ActualText<FEFF)(?:[0-9A-F]{4})+(?=>)")
"""Replacement text of a run of glyphs, in UTF-16 (ISO 32000-1, 14.9.4)."""
_MAPPED = re.compile(rb"(?<=> <)(?:[0-9A-F]{4})+(?=>)")
"""What a glyph stands for, in a ToUnicode map (ISO 32000-1, 9.10.3): letters that are joined to one glyph."""
_UNIT = re.compile(rb"[0-9A-F]{4}")


def whole_words(pdf: pikepdf.Pdf) -> None:
    """Leave of all soft hyphens those that are shown, at the ends of lines, where they stand alone."""
    for page in pdf.pages:
        _clean(page.obj.Contents, _ACTUAL)
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each:
            _clean(each.ToUnicode, _MAPPED)


def _clean(stream: pikepdf.Object, texts: re.Pattern[bytes]) -> None:
    data = stream.read_bytes()
    if _SOFT in data:
        stream.write(texts.sub(lambda found: _without(found[0]), data))


def _without(text: bytes) -> bytes:
    """Take the soft hyphens out of a text in UTF-16, unless it is nothing else."""
    kept = b"".join(unit for unit in _UNIT.findall(text) if unit != _SOFT)
    return kept or text
