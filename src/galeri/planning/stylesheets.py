"""A theme → its one stylesheet, of which each setting that CSS can use is a custom property."""

import hashlib
from collections.abc import Iterable, Iterator

from galeri.model.outputs import FontFace, StylesheetOutput
from galeri.model.theme import Theme

_IN_CSS = {"colour", "number"}


def stylesheets(theme: Theme, faces: Iterable[FontFace] = ()) -> Iterator[StylesheetOutput]:
    """Plan the stylesheet, if the theme has parts for one; `faces` are the gallery's own fonts, in all languages."""
    if theme.styles:
        properties = tuple(
            (name, str(theme.appearance[name]))
            for name, rule in theme.settings.settings.items()
            if rule.type in _IN_CSS
        )
        fonts = tuple(faces)
        described = f"{properties} {fonts} {[each.digest for each in theme.styles]}"
        digest = hashlib.blake2b(described.encode(), digest_size=5).hexdigest()
        yield StylesheetOutput(f"static/style.{digest}.css", properties, theme.styles, fonts)
