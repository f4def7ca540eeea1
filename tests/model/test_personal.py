"""Identity and telephone numbers and addresses are found in texts; prices, codes and dates are taken for none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galeri.model.personal import is_nik, personal, plain

ORDINARY = st.one_of(
    st.integers(0, 10**13).map("Rp{:,}".format),
    st.integers(0, 10**13).map(lambda n: f"Rp{n:,}".replace(",", ".")),
    st.integers(0, 10**13).map(lambda n: f"Rp {n:,}".replace(",", " ")),
    st.integers(0, 10**10).map("IDR {}".format),
    st.integers(0, 10**9).map(lambda n: f"+{n:,}".replace(",", " ")),
    st.from_regex(r"\A[0-9]{4}\.[0-9]{2}(\.[0-9]{2}){0,2}\Z"),
    st.from_regex(r"\A[0-9]{4}\.[0-9]{2}\.[0-9]{4}\Z"),
    st.dates().map(date.isoformat),
    st.dates().map(lambda day: f"{day:%d-%m-%Y}"),
    st.dates().map(lambda day: f"{day:%d/%m/%Y}"),
    st.dates().map(lambda day: f"{day:%d.%m.%Y}"),
    st.tuples(st.dates(), st.dates()).map(lambda two: f"{two[0]} {two[1]}"),
    st.from_regex(r"\A97[89]-(602|623|979)-[0-9]{4}-[0-9]{2}-[0-9]\Z"),
    st.from_regex(r"\A97[89](602|623)[0-9]{7}\Z"),
    st.tuples(st.floats(-11, 6), st.floats(95, 141)).map(lambda at: f"{at[0]:.6f}, {at[1]:.6f}"),
    st.tuples(st.floats(-11, 6), st.floats(95, 141)).map(lambda at: f"{at[0]:+.4f} {at[1]:+.4f}"),
    st.tuples(st.integers(1, 999), st.integers(1, 999)).map(lambda two: f"{two[0]} × {two[1]} cm"),
    st.integers(1, 10**7).map("{} g".format),
    st.lists(st.integers(1500, 2100), min_size=2, max_size=6).map(lambda years: " ".join(map(str, years))),
    st.lists(st.integers(1500, 2100), min_size=2, max_size=6).map(lambda years: "-".join(map(str, years))),
    st.tuples(st.integers(0, 23), st.integers(0, 59)).map("{0[0]:02}:{0[1]:02}".format),
)
"""What curators write with digits."""
NIKS = st.builds(
    lambda region, born, woman, serial: f"{region}{born.day + 40 * woman:02}{born:%m%y}{serial:04}",
    st.sampled_from(["352699", "110199", "971199", "320199"]),
    st.dates(date(1930, 1, 1), date(2020, 12, 31)),
    st.booleans(),
    st.integers(1, 9999),
)


@given(ORDINARY, st.sampled_from(["{}", "Sejak {}.", "({}), ya", "Harga {} saja", "| {} |", "a {}\nb"]))
def test_ordinary_numbers_are_nothing_personal(number: str, sentence: str) -> None:
    assert list(personal(sentence.format(number))) == []


@given(NIKS, st.sampled_from(["{}", "NIK: {}.", "({})", "a {}, b"]))
def test_every_nik_is_found_also_in_groups(nik: str, sentence: str) -> None:
    groups = (nik, " ".join(nik[at : at + 4] for at in range(0, 16, 4)), f"{nik[:6]}-{nik[6:12]}-{nik[12:]}",
              f"{nik[:2]}.{nik[2:4]}.{nik[4:6]}.{nik[6:12]}.{nik[12:]}")  # fmt: skip
    for written in groups:
        text = sentence.format(written)
        assert [(found.what, found.text, found.at) for found in personal(text)] == [
            ("nik", written, text.index(written))
        ]


@pytest.mark.parametrize(
    "digits",
    ["0026994105900001", "3500994105900001", "3526004105900001", "3526997205900001", "3526993002900001",
     "3526994113900001", "3526994105900000", "352699410590001"],
)  # fmt: skip
def test_sixteen_digits_without_a_region_a_day_and_a_number_are_no_nik(digits: str) -> None:
    assert not is_nik(digits)


@pytest.mark.parametrize(
    "written",
    [
        "081100000000", "0811-0000-0000", "0811 0000 0000", "0811.0000.0000", "+6281100000000", "+62 811 0000 0000",
        "+62811-0000-0000", "(031) 5550000", "031-5550000", "+62 31 5550000", "+44 20 7946 0000", "+1 202-555-0100",
    ],
)  # fmt: skip
def test_telephone_numbers_are_found_as_people_write_them(written: str) -> None:
    assert [(found.what, found.text) for found in personal(f"Hubungi {written}.")] == [("phone", written)]


def test_a_number_in_a_link_is_found() -> None:
    for text in ("[WA](https://wa.me/6281100000000)", "[Telepon](tel:+6281100000000)"):
        assert [found.what for found in personal(text)] == ["phone"]


@given(st.from_regex(r"\A[a-z][a-z._+-]{0,20}@([a-z-]{1,9}\.){1,2}[a-z]{2,6}\Z"))
def test_addresses_are_found(address: str) -> None:
    for text in (f"Tulis ke {address} saja", f"<{address}>", f"[surat](mailto:{address})", f"*{address}*."):
        assert [(found.what, found.text) for found in personal(text)] == [("email", address)]


def test_two_ways_of_writing_a_number_are_equal() -> None:
    assert {plain("0811-0000-0000"), plain("+62 811 0000 0000"), plain("6281100000000")} == {"6281100000000"}
    assert plain("Galeri@Contoh.example") == plain("galeri@contoh.example")
