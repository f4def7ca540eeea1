"""What is printed of the gallery: books, and the smaller things that are set in the same way."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of print: the theme's file in `catalogue/` that sets it, its paper and the bleed around it, in mm.

    Without a size it takes its edition's.
    """

    template: str
    size: tuple[float, float] | None = None
    bleed: float = 0


A4 = (210.0, 297.0)
FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "book": Form("book.typ"),
        "sheet": Form("sheet.typ", A4),
        "prices": Form("prices.typ", A4),
        "leaflet": Form("leaflet.typ", (A4[1], A4[0]), 3),
        "tent": Form("tent.typ", A4),
        "tag": Form("tag.typ", A4),
    }
)
"""Every form by its name: a catalogue, sheets for buyers, a price list, a trifold leaflet, and labels of two kinds."""
BILINGUAL = "bilingual.typ"
"""What sets a catalogue in two languages."""
BOUND = frozenset({FORMS["book"].template, BILINGUAL})
"""What sets books, which are bound of quires; all else is set as a whole."""
