"""Language tags → languages, with what CLDR knows of them."""

import re

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from galeri.model.settings import LanguageSetting
from galeri.model.words import Language

FALLBACK_LOCALE = "id"
"""A regional language that CLDR lacks (Madurese, Minangkabau) is formatted as Indonesian."""

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-(?:[A-Z]{2}|\d{3}))?(-[a-z0-9]{5,8})*")


def is_tag(tag: str) -> bool:
    """Whether `tag` is a BCP 47 tag in its usual spelling: `id`, `zh-Hant`, `pt-BR`, `jv-Java`."""
    return _TAG.fullmatch(tag) is not None


def language(setting: LanguageSetting, *, default: bool) -> Language:
    """Describe a language; only the default one has its pages at the site's root."""
    locale = _nearest_locale(setting.tag)
    return Language(
        tag=setting.tag,
        locale=str(locale),
        direction="rtl" if _text_direction(setting.tag, locale) == "rtl" else "ltr",
        name=setting.name or _own_name(setting.tag, locale),
        prefix="" if default else f"{setting.tag.lower()}/",
    )


def _nearest_locale(tag: str) -> Locale:
    parts = tag.split("-")
    for end in range(len(parts), 0, -1):
        try:
            return Locale.parse("_".join(parts[:end]))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(FALLBACK_LOCALE)


def _text_direction(tag: str, locale: Locale) -> str:
    """Take the direction of the tag's script, by the language that CLDR thinks likeliest to be written in it."""
    script = re.search(r"-([A-Z][a-z]{3})(-|$)", tag)
    likely = get_global("likely_subtags").get(f"und_{script[1]}") if script else None
    return str((_nearest_locale(likely.replace("_", "-")) if likely else locale).text_direction)


def _own_name(tag: str, locale: Locale) -> str:
    base = tag.split("-", maxsplit=1)[0]
    name = locale.languages.get(base) or Locale.parse(FALLBACK_LOCALE).languages.get(base)
    return str(name or tag)
