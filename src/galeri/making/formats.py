"""Values → text, in a page's language, with what CLDR knows: the filters that templates use."""

from collections.abc import Iterable
from datetime import date, time
from functools import lru_cache

import icu
from babel import Locale, UnknownLocaleError, lists
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, get_currency_symbol
from babel.units import format_unit
from markupsafe import Markup, escape

from galeri.model.facts_shared import Price
from galeri.model.values import Quantity

_UNITS = {
    "mm": "length-millimeter",
    "cm": "length-centimeter",
    "m": "length-meter",
    "g": "mass-gram",
    "kg": "mass-kilogram",
}
_TIMES = {
    "day": icu.MeasureUnit.createDay(),
    "week": icu.MeasureUnit.createWeek(),
    "month": icu.MeasureUnit.createMonth(),
}


_WORLDWIDE = {"en": "en_001"}
"""Locales that name no country and would be formatted as in one: English is written as most of the world writes it."""


def formats(locale: str) -> "Formats":
    """Choose how values are written on a page of a CLDR locale."""
    return Formats(_WORLDWIDE.get(locale, locale))


class Formats:
    """Formats values for one CLDR locale, in Babel's spelling."""

    def __init__(self, locale: str) -> None:
        """Choose the locale."""
        self.locale = Locale.parse(locale)
        self._lengths = icu.MeasureFormat(
            icu.Locale.forLanguageTag(locale.replace("_", "-")), icu.UMeasureFormatWidth.WIDE
        )
        self.date = lru_cache(maxsize=4096)(self._date)
        self.money = lru_cache(maxsize=4096)(self._money)
        self.quantity = lru_cache(maxsize=4096)(self._quantity)

    def _date(self, day: date) -> str:
        """Write a day: `1 November 2026`."""
        return format_date(day, "long", self.locale)

    def _money(self, price: Price) -> str:
        """Write a price in whole units: `Rp1.250.000`, with CLDR's place for the currency's sign."""
        pattern = self._whole_currency()
        if get_currency_symbol(price.currency, self.locale) == price.currency:
            pattern = pattern.replace(
                "¤#", "¤\u00a0#"
            )  # letters never touch digits (UTS 35, currencySpacing)
        return format_currency(
            price.amount, price.currency, locale=self.locale, currency_digits=False, format=pattern
        )

    def _quantity(self, quantity: Quantity) -> str:
        """Write a measure or a length of time: `200 cm`, `30 hari`."""
        if quantity.unit in _TIMES:  # Babel lacks these words in some languages, Arabic among them
            return str(self._lengths.formatMeasure(icu.Measure(quantity.number, _TIMES[quantity.unit])))
        return str(format_unit(quantity.number, _UNITS[quantity.unit], "short", locale=self.locale))

    def number(self, value: float) -> str:
        """Write a number: `1.250`."""
        return str(format_decimal(value, locale=self.locale))

    def time(self, value: str) -> str:
        """Write a time of day that the facts give as `09:00`."""
        return format_time(time.fromisoformat(value), "short", locale=self.locale)

    def language_name(self, tag: str) -> str:
        """Name a language by its tag; the tag itself where CLDR has no name for it."""
        try:
            return Locale.parse(tag, sep="-").get_display_name(self.locale) or tag
        except (UnknownLocaleError, ValueError):
            return str(self.locale.languages.get(tag.partition("-")[0], tag))

    def listing(self, items: Iterable[str]) -> Markup:
        """Join text or markup into a list: `kain, benang, dan warna`. Text is escaped."""
        parts = [str(escape(item)) for item in items]
        return Markup(lists.format_list(parts, "standard", self.locale))  # noqa: S704 - every part was escaped

    def list_patterns(self) -> dict[str, str]:
        """Give how CLDR joins a list: patterns with `{0}` and `{1}` for two items, and the start, middle and end."""
        return {name: str(pattern) for name, pattern in self.locale.list_patterns["standard"].items()}

    def _whole_currency(self) -> str:
        """Take the locale's pattern for money, without decimals."""
        pattern = str(self.locale.currency_formats["standard"].pattern)
        return pattern.replace(".00", "")
