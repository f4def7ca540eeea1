"""Values are written as the page's language writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from galeri.making.formats import Formats, formats
from galeri.model.facts_shared import Price
from galeri.model.values import Quantity

NB = "\u00a0"
NARROW = "\u202f"
RLM = "\u200f"

MONEY = [
    ("id", 1250000, "IDR", "Rp1.250.000"),
    ("id", 25, "USD", "US$25"),
    ("jv", 1250000, "IDR", f"Rp{NB}1.250.000"),
    ("en", 25, "USD", "$25"),
    ("en", 3000, "JPY", "¥3,000"),
    ("ar", 1250000, "IDR", f"{RLM}1,250,000{NB}IDR"),
    ("de", 1250000, "IDR", f"1.250.000{NB}IDR"),
    ("fr", 25, "USD", f"25{NB}$US"),
    ("hi", 1250000, "INR", "₹12,50,000"),
    ("id", 10**12, "IDR", "Rp1.000.000.000.000"),
    ("id", 1, "IDR", "Rp1"),
]


@pytest.mark.parametrize(("locale", "amount", "currency", "text"), MONEY)
def test_a_price_is_written_in_whole_units_with_the_sign_in_its_place(
    locale: str, amount: int, currency: str, text: str
) -> None:
    assert Formats(locale).money(Price(amount=amount, currency=currency)) == text


@pytest.mark.parametrize("locale", ["en", "zh_Hant", "ms_Arab"])
def test_the_code_of_a_currency_never_touches_the_amount(locale: str) -> None:
    assert Formats(locale).money(Price(amount=1250000, currency="IDR")) == f"IDR{NB}1,250,000"


DAYS = [
    ("id", "1 November 2026"),
    ("en", "November 1, 2026"),
    ("jv", "1 November 2026"),
    ("ar", "1 نوفمبر 2026"),
    ("sv", "1 november 2026"),
    ("zh_Hant", "2026年11月1日"),
]


@pytest.mark.parametrize(("locale", "text"), DAYS)
def test_a_day_is_written_out(locale: str, text: str) -> None:
    assert Formats(locale).date(date(2026, 11, 1)) == text


TIMES = [
    ("id", "09:00", "09.00"),
    ("id", "17:30", "17.30"),
    ("jv", "17:30", "17:30"),
    ("en", "09:00", f"9:00{NARROW}AM"),
    ("en", "00:00", f"12:00{NARROW}AM"),
    ("de", "23:59", "23:59"),
    ("ar", "17:30", "5:30 م"),
]


@pytest.mark.parametrize(("locale", "time", "text"), TIMES)
def test_a_time_of_day_is_written_as_the_language_tells_it(locale: str, time: str, text: str) -> None:
    assert Formats(locale).time(time) == text


QUANTITIES = [
    ("id", 200.0, "cm", "200 cm"),
    ("id", 2.5, "m", "2,5 m"),
    ("en", 2.5, "m", "2.5 m"),
    ("id", 380.0, "g", "380 g"),
    ("id", 1.25, "kg", "1,25 kg"),
    ("en", 3.0, "mm", "3 mm"),
    ("ar", 200.0, "cm", "200 سم"),
    ("zh_Hant", 200.0, "cm", "200 公分"),
    ("id", 30.0, "day", "30 hari"),
    ("en", 1.0, "day", "1 day"),
    ("en", 2.0, "week", "2 weeks"),
    ("ar", 2.0, "month", "شهران"),
]


@pytest.mark.parametrize(("locale", "number", "unit", "text"), QUANTITIES)
def test_a_measure_is_written_with_its_unit_in_the_languages_words(
    locale: str, number: float, unit: str, text: str
) -> None:
    assert Formats(locale).quantity(Quantity(number, unit)) == text


@pytest.mark.parametrize(
    ("locale", "number", "text"),
    [
        ("id", 1250, "1.250"),
        ("en", 1250, "1,250"),
        ("id", 0, "0"),
        ("en", -3, "-3"),
        ("fr", 1250, f"1{NARROW}250"),
    ],
)
def test_a_number_is_grouped_as_the_language_groups(locale: str, number: int, text: str) -> None:
    assert Formats(locale).number(number) == text


LISTS = [
    ("id", [], ""),
    ("id", ["kain"], "kain"),
    ("id", ["kain", "benang"], "kain dan benang"),
    ("id", ["kain", "benang", "warna"], "kain, benang, dan warna"),
    ("en", ["a", "b", "c"], "a, b, and c"),
    ("jv", ["a", "b", "c"], "a, b, lan c"),
    ("ar", ["a", "b", "c"], "a وb وc"),
    ("zh_Hant", ["a", "b", "c"], "a、b和c"),
]


@pytest.mark.parametrize(("locale", "items", "text"), LISTS)
def test_a_list_is_joined_as_the_language_joins(locale: str, items: list[str], text: str) -> None:
    assert Formats(locale).listing(items) == text


def test_a_list_escapes_text_and_keeps_markup() -> None:
    made = Formats("id").listing(["<b>", Markup("<i>x</i>"), 'a"&'])
    assert made == "&lt;b&gt;, <i>x</i>, dan a&#34;&amp;"
    assert isinstance(made, Markup)


@given(st.lists(st.text(max_size=8), max_size=4))
def test_no_text_in_a_list_becomes_markup(items: list[str]) -> None:
    made = str(Formats("id").listing(items))
    assert "<" not in made
    assert '"' not in made


NAMES = [
    ("id", "en", "Inggris"),
    ("id", "jv-Java", "Jawa"),
    ("id", "mad", "Madura"),
    ("id", "min", "Minangkabau"),
    ("id", "zh-Hant", "Tionghoa (Tradisional)"),
    ("en", "mad", "Madurese"),
    ("en", "id", "Indonesian"),
    ("ar", "id", "الإندونيسية"),
    ("en", "ms-Arab", "Malay (Arabic)"),
    ("en", "xyz", "xyz"),
    ("ms_Arab", "mad", "mad"),
]


@pytest.mark.parametrize(("locale", "tag", "name"), NAMES)
def test_a_language_is_named_in_the_pages_language(locale: str, tag: str, name: str) -> None:
    assert Formats(locale).language_name(tag) == name


@pytest.mark.parametrize(("locale", "day"), [("en", "1 November 2026"), ("en_US", "November 1, 2026")])
def test_english_that_names_no_country_is_the_worlds(locale: str, day: str) -> None:
    assert formats(locale).date(date(2026, 11, 1)) == day
