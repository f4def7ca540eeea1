"""A book's view → its manuscript: every value told as JSON can hold it, every story in XHTML, and the theme's words."""

import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from babel.messages.catalog import Catalog
from babel.support import Translations
from barcode.ean import EuropeanArticleNumber13
from pydantic import BaseModel

from galeri.making.catalogues import catalogue, compiled
from galeri.making.formats import formats
from galeri.making.hyphens import hyphenator
from galeri.making.qr_codes import qr_code
from galeri.making.stories import converter, placed
from galeri.making.xhtml import xhtml
from galeri.model.book_views import BookProduct, BookView
from galeri.model.facts_shared import Price
from galeri.model.outputs import BookOutput, BookPhoto
from galeri.model.values import Quantity
from galeri.model.views import ArtisanView, Picture, ProductView, Step, Stop, StoryView, VenueView, Voice

_PROSE: Mapping[type, frozenset[str]] = {
    ProductView: frozenset({"philosophy", "care"}),
    Step: frozenset({"text"}),
    Voice: frozenset({"quote"}),
    ArtisanView: frozenset({"quote"}),
    Stop: frozenset({"note"}),
    VenueView: frozenset({"directions"}),
}
"""The fields that hold Markdown."""
_UNTOLD: Mapping[type, frozenset[str]] = {ProductView: frozenset({"related"})}
"""The fields that lead from page to page, and no book tells."""
_NUMBERS = 200
"""Plural forms depend on a number's last two digits, and on whether there are more (gettext's Plural-Forms)."""


Manuscript = dict[str, Any]
"""All that templates see of a book in one language."""


def manuscript(output: BookOutput, view: BookView, catalogues: Sequence[str]) -> Manuscript:
    """Tell all that the templates see of one of a book's views.

    `catalogues` are the theme's `.po` files for that view's language, of which the last wins.
    """
    teller = _Teller(output, view)
    return {
        "book": teller.told(view),
        "paper": dataclasses.asdict(output.paper),
        "bars": _bars(view.isbn),
        "said": _said(catalogues),
        "lists": teller.formats.list_patterns(),
    }


def text(told: Manuscript) -> str:
    """Write a manuscript as templates read it, in JSON."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


class _Teller:
    """Turns values into what JSON can hold, in one language."""

    def __init__(self, output: BookOutput, view: BookView) -> None:
        self.formats = formats(view.language.locale)
        self.convert = converter()
        self.language = view.language.tag
        self.photos = {each.name: each for each in output.photos}
        self.tellers: Mapping[type, Callable[[Any], Any]] = {
            **dict.fromkeys((int, float), lru_cache(maxsize=None, typed=True)(self._number)),
            date: self.formats.date,
            Price: self._price,
            Quantity: self._quantity,
            Picture: self._picture,
        }
        self._breaks: dict[str, Callable[[str], str]] = {}

    def told(self, value: Any, lang: str = "") -> Any:  # noqa: ANN401 - a view is a tree of values
        """Tell a value; `lang` is the language of the text in it, "" for the book's."""
        if value is None or isinstance(value, bool | str):
            return value
        if type(value) in self.tellers:
            return self.tellers[type(value)](value)
        if isinstance(value, StoryView):
            return self._story(value, lang)
        return self._many(value, lang)

    def _many(self, value: Any, lang: str) -> Any:  # noqa: ANN401
        if isinstance(value, tuple | list):
            return [self.told(each, lang) for each in value]
        if isinstance(value, Mapping):
            return {name: self.told(each, lang) for name, each in value.items()}
        if isinstance(value, BaseModel):
            return {name: self.told(getattr(value, name), lang) for name in type(value).model_fields}
        return self._fields(value, lang)

    def _number(self, value: float) -> dict[str, Any]:
        return {"number": value, "text": self.formats.number(value)}

    def _price(self, price: Price) -> dict[str, str]:
        as_of = self.formats.date(price.as_of) if price.as_of else ""
        return {"text": self.formats.money(price), "as_of": as_of}

    def _quantity(self, quantity: Quantity) -> dict[str, Any]:
        count = {"text": self.formats.number(quantity.number), "unit": quantity.unit}
        return {"count": count, "text": self.formats.quantity(quantity)}

    def _fields(self, value: Any, lang: str) -> dict[str, Any]:  # noqa: ANN401 - any view
        record = getattr(value, "record", value)
        lang = getattr(record, "lang", lang)
        prose, untold = (each.get(type(value), frozenset()) for each in (_PROSE, _UNTOLD))
        told = {
            field.name: self._story(StoryView(getattr(value, field.name), (), ()), lang)
            if field.name in prose
            else self.told(getattr(value, field.name), lang)
            for field in dataclasses.fields(value)
            if field.name not in untold
        }
        return told | {"code": _qr(value.url)} if isinstance(value, BookProduct | BookView) else told

    def _picture(self, picture: Picture) -> dict[str, Any]:
        photo: BookPhoto = self.photos[picture.sources[0].files[0][0]]
        return {
            "file": file_of(photo),
            "width": photo.width,
            "height": photo.height,
            "focus": photo.focus,
            "alt": picture.alt,
            "caption": picture.caption,
            "lang": picture.lang,
            "credit": picture.credit,
            "licence": picture.licence,
        }

    def _story(self, story: StoryView, lang: str) -> str:
        if not story.markdown.strip():
            return ""
        tag = lang or self.language
        if tag not in self._breaks:
            self._breaks[tag] = hyphenator(tag)  # which reads all its patterns
        return xhtml(placed(self.convert(story.markdown), story, ""), self._breaks[tag])


def file_of(photo: BookPhoto) -> str:
    """Give the name of a photo's file beside the manuscript: no two photos' names differ in a slash alone."""
    return f"{photo.name.replace('/', '_')}.jpg"


def _qr(url: str) -> str:
    """Draw a QR code as SVG, a unit a module, without its quiet zone."""
    size, path = qr_code(url)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{path}"/></svg>'


def _bars(isbn: str) -> str:
    """Give the bars of an ISBN's EAN-13, a digit a module: 1 where it is dark (ISO/IEC 15420); "" without an ISBN."""
    digits = isbn.replace("-", "").replace(" ", "")
    return str(EuropeanArticleNumber13(digits).build()[0]) if digits else ""


def _said(catalogues: Sequence[str]) -> dict[str, Any]:
    """Give the theme's sentences by context and English text, and which plural form each number takes."""
    joined = catalogue(catalogues)
    words = compiled(joined) if joined else Translations()
    texts: dict[str, dict[str, Any]] = {}
    for context, message, said in _messages(joined) if joined else ():
        texts.setdefault(context, {})[message] = said
    return {"texts": texts, "plurals": [words.plural(n) for n in range(_NUMBERS)]}


def _messages(joined: Catalog) -> Iterator[tuple[str, str, Any]]:
    for message in joined:
        if message.id and message.string:
            first = message.id if isinstance(message.id, str) else message.id[0]
            said = message.string if isinstance(message.string, str) else list(message.string)
            yield message.context or "", first, said
