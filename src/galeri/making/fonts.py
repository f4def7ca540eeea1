"""A font → the same font with some of its letters alone, as WOFF2."""

from io import BytesIO

_AXES = frozenset({"wght", "slnt", "ital"})


class BrokenFontError(Exception):
    """A file that no font can be cut down from."""


def make_font(data: bytes, letters: str) -> bytes:
    """Cut a font (TrueType, OpenType, WOFF2) down to `letters` and whatever they turn into beside each other.

    Kerning, ligatures and the joining of Arabic stay, as does whatever else a browser uses unasked; of a variable
    font's axes those stay that pages set, weight and slant. Instructions for coarse screens go. Raises BrokenFontError.
    """
    from fontTools import subset  # noqa: PLC0415 - only where a gallery has fonts of its own
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib import instancer  # noqa: PLC0415

    options = subset.Options(
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 13, 14],  # copyright, family, style, licence and its address (OpenType 1.9, name)
        recalc_timestamp=False,
        drop_tables=[*subset.Options().drop_tables, "DSIG"],
    )
    made = BytesIO()
    try:
        with TTFont(BytesIO(data), recalcTimestamp=False) as font:
            cut = subset.Subsetter(options)
            cut.populate(unicodes=list(map(ord, letters)))
            cut.subset(font)
            if "fvar" in font:
                fixed = {axis.axisTag: None for axis in font["fvar"].axes if axis.axisTag not in _AXES}
                instancer.instantiateVariableFont(font, fixed, inplace=True)
            font.flavor = "woff2"
            font.save(made)
    except Exception as error:  # a reader that is fed a hostile file may raise anything
        raise BrokenFontError(str(error)) from error
    return made.getvalue()
