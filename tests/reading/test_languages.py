"""Every language of Indonesia, and those it speaks with, is described as CLDR knows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galeri.model.settings import LanguageSetting
from galeri.reading.languages import is_tag, language

LANGUAGES = [
    # tag, CLDR locale, direction, own name
    ("id", "id", "ltr", "Indonesia"),
    ("en", "en", "ltr", "English"),
    ("ar", "ar", "rtl", "العربية"),
    ("he", "he", "rtl", "עברית"),
    ("jv", "jv", "ltr", "Jawa"),
    ("jv-Java", "jv", "ltr", "Jawa"),
    ("su", "su", "ltr", "Basa Sunda"),
    ("ms", "ms", "ltr", "Melayu"),
    ("ms-Arab", "ms_Arab", "rtl", "بهاس ملايو"),
    ("mad", "id", "ltr", "Madura"),
    ("min", "id", "ltr", "Minangkabau"),
    ("ban", "id", "ltr", "Bali"),
    ("bug", "id", "ltr", "Bugis"),
    ("bug-Bugi", "id", "ltr", "Bugis"),
    ("ace-Arab", "id", "rtl", "Aceh"),
    ("zh-Hant", "zh_Hant", "ltr", "中文"),
    ("pt-BR", "pt_BR", "ltr", "português"),
    ("ff-Adlm", "ff_Adlm", "rtl", "𞤆𞤵𞤤𞤢𞤪"),
]


@pytest.mark.parametrize(("tag", "locale", "direction", "name"), LANGUAGES)
def test_a_language_has_its_locale_direction_and_own_name(
    tag: str, locale: str, direction: str, name: str
) -> None:
    found = language(LanguageSetting(tag=tag), default=False)
    assert (found.locale, found.direction, found.name) == (locale, direction, name)


def test_only_the_default_language_has_its_pages_at_the_root() -> None:
    assert language(LanguageSetting(tag="id"), default=True).prefix == ""
    assert language(LanguageSetting(tag="jv-Java"), default=False).prefix == "jv-java/"


def test_a_name_from_the_settings_comes_first() -> None:
    setting = LanguageSetting(tag="id", name="Bahasa Indonesia")
    assert language(setting, default=True).name == "Bahasa Indonesia"


@pytest.mark.parametrize("tag", ["id", "mad", "jv-Java", "zh-Hant-TW", "pt-BR", "es-419", "ca-valencia"])
def test_a_tag_in_its_usual_spelling_is_one(tag: str) -> None:
    assert is_tag(tag)


@pytest.mark.parametrize(
    "tag",
    [
        "",
        "i",
        "ID",
        "Indonesia",
        "id_ID",
        "id-id",
        "jv-java",
        "id-",
        "-id",
        "id-ID-Latn",
        "i d",
        "id\n",
        "١د",
    ],
)
def test_what_is_no_tag_in_its_usual_spelling_is_refused(tag: str) -> None:
    assert not is_tag(tag)


@given(st.from_regex(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", fullmatch=True))
def test_every_tag_is_described(tag: str) -> None:
    found = language(LanguageSetting(tag=tag), default=False)
    assert found.direction in {"ltr", "rtl"}
    assert found.name
    assert found.locale
