"""Law 8: nothing of `private.yaml`, and no name that is withheld, reaches any output."""

import html
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from galeri.model.private import PrivateValue
from galeri.publishing.privacy import SHORTEST, Guard
from tests.support.galleries import Small, photo, small_gallery, tree

NIK = "3526014107850003"
PHONE = "0812-3400-5600"
ADDRESS = 'Jl. "Melati" No. 12 & 14, Dusun Ma\'rang'
BANK = "BRI 0021-01-000123-50-9"
EMAIL = "siti.pribadi@rumah.example"
PRIVATE = f"""\
nik: "{NIK}"
phone: {PHONE}
home: {{address: 'Jl. "Melati" No. 12 & 14, Dusun Ma''rang'}}
bank: [{BANK}]
email: {EMAIL}
"""
PRODUCT = "content/products/kain"
ARTISAN = "content/artisans/kelompok"
PERSON = """\
kind: person
region: kabupaten
consent: {name: true, portrait: true, story: true, expires: 2027-01-01}
"""
SPELLINGS = {
    "the NIK": NIK,
    "the NIK in groups": "3526 0141 0785 0003",
    "the NIK with points": "35.26.01.410785.0003",
    "the NIK in bold": "3526**0141**07850003",
    "the NIK with tags in it": "3526<b>0141</b>0785<em>0003</em>",
    "the NIK as entities": "&#51;&#x35;26014107850003",
    "the NIK over two lines": "35260141\n07850003",
    "the NIK with zero-width spaces": "3526\u200b0141\u200b0785\u200b0003",
    "the NIK with soft hyphens": "3526&shy;0141&shy;0785&shy;0003",
    "the NIK in wide digits": "".join(chr(ord(c) + 0xFEE0) for c in NIK),
    "the NIK in Arabic digits": "".join(chr(ord(c) - ord("0") + 0x0660) for c in NIK),
    "the telephone": PHONE,
    "the telephone without marks": "081234005600",
    "the telephone abroad": "+62 812 3400 5600",
    "the telephone abroad in brackets": "(+62) 812-3400-5600",
    "the telephone as +62 (0)812": "+62 (0)812 3400 5600",
    "the telephone with points": "0812.3400.5600",
    "the telephone with slashes": "0812/3400/5600",
    "the telephone with dashes": "0812\u20133400\u20145600",
    "the telephone with spaces that do not break": "0812\u00a03400\u202f5600",
    "the telephone in a link": "[WA](https://wa.me/6281234005600)",
    "the telephone in a tel link": "[telepon](tel:+6281234005600)",
    "the address": ADDRESS,
    "the address in capitals": ADDRESS.upper(),
    "the address escaped": html.escape(ADDRESS),
    "the address escaped twice over": html.escape(ADDRESS).replace("&quot;", "&#x22;"),
    "the address over two lines": ADDRESS.replace(" ", "\n", 3),
    "the address with a break": ADDRESS.replace(", ", ",<br>"),
    "the address with wide spaces": ADDRESS.replace(" ", "\u2003"),
    "the account": BANK,
    "the account without marks": "0021010001235 09".replace(" ", ""),
    "the account in groups": "0021 0100 0123 509",
    "the e-mail address": EMAIL,
    "the e-mail address in capitals": EMAIL.upper(),
    "the e-mail address as a link": f"<{EMAIL}>",
    "the e-mail address with an entity": EMAIL.replace("@", "&#64;"),
    "the e-mail address in an address": f"[surat](https://contoh.example/?to={quote(EMAIL, safe='')})",
}
"""What an author may type into a story, and what a reader would still read as the private value."""


def with_private(gallery: Small) -> Small:
    gallery.write(f"{ARTISAN}/private.yaml", PRIVATE)
    return gallery


def bytes_of(gallery: Small) -> bytes:
    """Join every byte that was published, file names too."""
    return b"\n".join(path.encode() + b"\n" + data for path, data in gallery.site().items())


def test_a_clean_gallery_publishes_nothing_of_its_private_files(gallery: Small) -> None:
    with_private(gallery)
    gallery.write(f"{PRODUCT}/private.yaml", "notes: ditawar murah oleh Pak Rahasia\n")
    gallery.write(f"{PRODUCT}/01-kain.jpg", photo((1, 2, 3)) + NIK.encode())
    gallery.built()
    published = bytes_of(gallery)
    for value in (NIK, "0812", "Melati", "Ma&#39;rang", "0021", "000123", "siti.pribadi", "Pak Rahasia"):
        assert value.encode() not in published
    assert b"private" not in published
    assert not [path for path in gallery.site() if "private" in path]


def test_what_a_camera_wrote_into_a_photo_is_not_published(gallery: Small) -> None:
    from io import BytesIO  # noqa: PLC0415

    from PIL import Image, PngImagePlugin  # noqa: PLC0415

    image = Image.new("RGB", (64, 48), (90, 40, 10))
    exif = Image.Exif()
    exif[0x013B], exif[0x010E] = "Siti Pribadi", NIK
    exif.get_ifd(0x8825)[2] = (7.0, 2.0, 30.5)
    made = BytesIO()
    image.save(made, "JPEG", exif=exif, comment=EMAIL.encode())
    gallery.write(f"{PRODUCT}/01-kain.jpg", made.getvalue())
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "Siti Pribadi")
    text.add_itxt("XML:com.adobe.xmp", f"<x>{NIK}</x>")
    made = BytesIO()
    image.save(made, "PNG", pnginfo=text)
    gallery.write("content/products/topi/topi.jpg", made.getvalue())
    gallery.built()
    for data in gallery.site().values():
        for value in (b"Siti Pribadi", NIK.encode(), EMAIL.encode(), b"Exif", b"GPS"):
            assert value not in data


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_a_private_value_in_a_story_is_found_however_it_is_spelled(spelling: str) -> None:
    from galeri.making.stories import converter  # noqa: PLC0415

    values = [NIK, PHONE, ADDRESS, BANK, EMAIL]
    guard = Guard([PrivateValue("artisan:kelompok", str(at), each) for at, each in enumerate(values)])
    page = f"<!DOCTYPE html><body>{converter()(f'Hubungi {spelling}, ya.')}</body>"
    problem = guard.find(page.encode(), "index.html")
    assert problem is not None, page
    assert problem.code == "private-value"


@pytest.mark.parametrize(
    "text",
    [
        "0812 3400 5600 12 potong",
        "<td>0812 3400 5600</td> <td>12</td>",
        "12 0812 3400 5600",
        "tahun 2026 0812-3400-5600, 2027",
        "3 (0812) 3400-5600 2026-11-21",
    ],
)
def test_a_number_beside_another_number_is_found(text: str) -> None:
    guard = Guard([PrivateValue("artisan:a", "phone", PHONE)])
    assert guard.find(f"<p>{text}</p>".encode(), "index.html") is not None


HARMLESS = (
    "35260141078500031",
    "135260141078500030",
    "628123400560099",
    "08123400560",
    "Jl. Melati No. 13",
    "pribadi@rumah.example",
    "1812340056001",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_a_private_value_is_published(text: str) -> None:
    guard = Guard([PrivateValue("artisan:a", "x", each) for each in (NIK, PHONE, ADDRESS, EMAIL)])
    assert guard.find(f"<p>{text}</p>".encode(), "index.html") is None


FIELDS = {
    "a title": (f"{PRODUCT}/id.md", "title: Kain awan", "title: Kain {}"),
    "a summary": (f"{PRODUCT}/id.md", "summary: Selembar kain.", "summary: Dari {}"),
    "a philosophy": (f"{PRODUCT}/id.md", "philosophy: Awan itu lewat.", "philosophy: Dari {}"),
    "a photo's text": (f"{PRODUCT}/id.md", "alt: Kain terbentang", "alt: Kain {}"),
    "a story": (f"{PRODUCT}/id.md", "Kisah kain", "Kisah {}"),
    "a translation": (f"{PRODUCT}/en.md", "The story", "The {}"),
    "a photo's credit": (
        f"{PRODUCT}/product.yaml",
        "{file: 01-kain.jpg,",
        "{{file: 01-kain.jpg, credit: '{}',",
    ),
    "a photo's licence": (
        f"{PRODUCT}/product.yaml",
        "{file: 01-kain.jpg,",
        "{{file: 01-kain.jpg, licence: '{}',",
    ),
    "a short word": ("content/motifs/awan/motif.yaml", "title: Awan", "title: Awan {}"),
    "the publisher": ("galeri.yaml", "publisher: Dewan Contoh", "publisher: Dewan {}"),
    "the description": ("galeri.yaml", "id: Untuk diuji.", "id: Untuk {}"),
}
"""Where a value may be typed: the file, what stands there, and what is put in its place."""


@pytest.mark.parametrize(
    ("value", "seen_as"),
    [
        (NIK, "nik-in-text"),
        ("+62 812 3400 5600", "phone-in-text"),
        (EMAIL, "email-in-text"),
        ("BRI 0021-01-000123-50-9", "private-value"),
    ],
)
@pytest.mark.parametrize(("path", "old", "new"), FIELDS.values(), ids=FIELDS.keys())
def test_a_private_value_in_any_field_stops_the_build_and_nothing_is_written(
    gallery: Small, path: str, old: str, new: str, value: str, seen_as: str
) -> None:
    with_private(gallery)
    gallery.edit(path, old, new.format(value))
    report = gallery.build()
    assert {problem.code for problem in report.problems} == {seen_as}
    assert not report.published
    assert gallery.site() == {}


@pytest.mark.parametrize("value", [ADDRESS, "Desa <Ujung> & \\ Timur"])
@pytest.mark.parametrize("template", ["visible", "structured data alone"])
def test_a_value_with_marks_that_are_escaped_is_found(gallery: Small, value: str, template: str) -> None:
    gallery.dump(f"{ARTISAN}/private.yaml", {"address": value})
    gallery.dump("content/venues/utama/venue.yaml", {"address": value, "words": {"id": {"title": "Utama"}}})
    if template == "visible":
        gallery.write("themes/plain/templates/venue.html", "<p>{{ view.address }}</p>")
    assert set(gallery.codes()) == {"private-value"}
    assert gallery.site() == {}


def test_a_private_value_in_the_name_of_a_photo_stops_the_build(gallery: Small) -> None:
    with_private(gallery)
    folder = gallery.root / "content/articles/tentang"
    gallery.write("content/articles/tentang/article.yaml", f"photos: [{{file: ktp-{NIK}.jpg}}]\n")
    shutil.copy(gallery.root / PRODUCT / "01-kain.jpg", folder / f"ktp-{NIK}.jpg")
    for template in ("article.html", "index.html", "home.html"):
        gallery.write(f"themes/plain/templates/{template}", "a page without pictures")
    assert "private-value" in gallery.codes()
    assert gallery.site() == {}


def test_a_private_value_in_the_name_of_a_record_stops_the_build(gallery: Small) -> None:
    with_private(gallery)
    gallery.write(f"content/motifs/{NIK}/motif.yaml", "words: {id: {title: Laut}}\n")
    assert set(gallery.codes()) == {"private-value"}
    assert gallery.site() == {}


def test_a_private_value_in_the_themes_own_files_stops_the_build(gallery: Small) -> None:
    with_private(gallery)
    gallery.write("themes/plain/static/kontak.txt", f"Hubungi {PHONE}\n")
    assert set(gallery.codes()) == {"private-value"}
    assert gallery.site() == {}


def test_a_key_that_is_given_twice_in_a_private_file_hides_neither_value(gallery: Small) -> None:
    gallery.write(f"{ARTISAN}/private.yaml", f"bank: BRI 0000-11-111\nbank: {BANK}\n")
    gallery.edit(f"{PRODUCT}/id.md", "Kisah kain", f"Bayar ke {BANK}")
    report = gallery.build()
    assert not report.published
    assert gallery.site() == {}


def test_a_value_that_becomes_private_is_taken_off_pages_that_did_not_change(gallery: Small) -> None:
    gallery.edit(f"{PRODUCT}/id.md", "Kisah kain", f"Bayar ke {BANK}")
    gallery.built()
    with_private(gallery)
    report = gallery.build()
    assert {problem.code for problem in report.problems} == {"private-value"}
    assert not report.published


def test_a_private_value_stops_the_build_again_until_it_is_taken_out(gallery: Small) -> None:
    with_private(gallery)
    gallery.built()
    before = gallery.site()
    gallery.edit(f"{PRODUCT}/id.md", "Kisah kain", f"Bayar ke {BANK}")
    assert set(gallery.codes()) == {"private-value"}
    assert set(gallery.codes()) == {"private-value"}
    assert gallery.site() == before
    gallery.edit(f"{PRODUCT}/id.md", f"Bayar ke {BANK}", "Kisah kain yang baru")
    gallery.built()


def person(gallery: Small, consent: str = "name: true, portrait: true, story: true") -> Small:
    gallery.write(
        "content/artisans/siti/artisan.yaml", f"kind: person\nregion: kabupaten\nconsent: {{{consent}}}\n"
    )
    gallery.write("content/artisans/siti/id.md", "---\ntitle: Siti Aminah\n---\nSiti menenun.\n")
    gallery.edit(f"{PRODUCT}/product.yaml", "artisan: kelompok", "artisans: [kelompok, siti]")
    return gallery


def test_a_maker_who_agreed_is_published(gallery: Small) -> None:
    person(gallery).built()
    assert b"Siti Aminah" in gallery.site()["products/kain/index.html"]
    assert "artisans/siti/index.html" in gallery.site()


@pytest.mark.parametrize(
    "consent",
    [
        "story: true",
        "name: true, expires: 2026-11-21",
        "name: true, withdrawn: 2026-11-20",
        "name: true, withdrawn: 2020-01-01, expires: 2030-01-01",
    ],
)
def test_a_maker_without_consent_is_in_no_output(
    gallery: Small, consent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("galeri.pipeline.today", lambda: date(2026, 11, 21))
    person(gallery, consent)
    gallery.edit(
        f"{PRODUCT}/id.md", "Kisah kain", "Ditenun [Siti Aminah](artisan:siti), lalu [](artisan:siti),"
    )
    gallery.built()
    published = bytes_of(gallery)
    assert b"Siti" not in published
    assert b"artisans/siti" not in published


@pytest.mark.parametrize(
    "link",
    [
        '<a href="artisan:siti" title="x">Ibu S.</a>',
        '<a title="x" href="artisan:siti">Ibu S.</a>',
        '<a hreflang="id" href="artisan:siti">Ibu S.</a>',
        '<a href="Artisan:siti">Ibu S.</a>',
        '<a href=" artisan:siti">Ibu S.</a>',
        '<a href="artisan&#58;siti">Ibu S.</a>',
        '[Ibu S.](artisan:siti "x")',
        "[Ibu S.][s]\n\n[s]: artisan:siti\n\n",
    ],
)
def test_no_spelling_of_a_link_names_a_maker_without_consent(gallery: Small, link: str) -> None:
    person(gallery, "name: false")
    gallery.edit(f"{PRODUCT}/id.md", "Kisah kain", f"Ditenun {link}, dari desa.\n\nKisah kain")
    gallery.built()
    published = bytes_of(gallery)
    assert b"artisan:siti" not in published
    assert b"Artisan:siti" not in published
    assert b"Ibu S." not in published


@pytest.mark.parametrize(
    "text", ["Siti Aminah", "SITI  AMINAH", "Siti\nAminah", "Siti **Aminah**", "Siti&nbsp;Aminah"]
)
def test_a_withheld_name_in_a_story_stops_the_build(gallery: Small, text: str) -> None:
    person(gallery, "name: false")
    gallery.edit(f"{PRODUCT}/id.md", "Kisah kain", f"Ditenun {text}, dari desa")
    assert set(gallery.codes()) == {"withheld-name"}
    assert gallery.site() == {}


def test_a_withheld_name_inside_a_longer_word_is_no_hit(gallery: Small) -> None:
    person(gallery, "name: false")
    gallery.edit("content/artisans/siti/id.md", "Siti Aminah", "Aminah")
    gallery.edit(f"{PRODUCT}/id.md", "Kisah kain", "Aminahwati menenun")
    gallery.built()


def test_consent_that_expires_between_two_builds_takes_the_maker_out(
    gallery: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("galeri.publishing.inputs.SETTLED", -(10**9))
    person(gallery, "name: true, portrait: true, story: true, expires: 2026-12-01")
    monkeypatch.setattr("galeri.pipeline.today", lambda: date(2026, 11, 30))
    gallery.built()
    assert b"Siti Aminah" in bytes_of(gallery)
    monkeypatch.setattr("galeri.pipeline.today", lambda: date(2026, 12, 1))
    gallery.built()
    assert b"Siti" not in bytes_of(gallery)
    assert b"artisans/siti" not in bytes_of(gallery)


def test_consent_that_expires_finds_the_name_on_pages_that_did_not_change(
    gallery: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    person(gallery, "name: true, expires: 2026-12-01")
    gallery.edit("content/articles/tentang/id.md", "Kisah kami", "Guru kami Siti Aminah")
    monkeypatch.setattr("galeri.pipeline.today", lambda: date(2026, 11, 30))
    gallery.built()
    monkeypatch.setattr("galeri.pipeline.today", lambda: date(2026, 12, 1))
    report = gallery.build()
    assert {problem.code for problem in report.problems} == {"withheld-name"}
    assert not report.published


@pytest.mark.parametrize("given", ["portrait", "story", "phone"])
def test_without_consent_for_a_thing_the_maker_stays_without_it(gallery: Small, given: str) -> None:
    agreed = {"name": True, "portrait": True, "story": True, "phone": True} | {given: False}
    facts = {
        "kind": "person",
        "region": "kabupaten",
        "portrait": "siti.jpg",
        "photos": [{"file": "siti.jpg", "role": "portrait"}],
        "contact": {"whatsapp": "+6281234005600"},
        "links": ["https://siti.example/"],
        "consent": agreed,
    }
    gallery.dump("content/artisans/siti/artisan.yaml", facts)
    gallery.write("content/artisans/siti/siti.jpg", photo())
    words = {"title": "Siti Aminah", "summary": "Ringkasan hidup.", "quote": "Kata saya."}
    gallery.dump("content/artisans/siti/id.md", words, "Menenun sejak kecil.\n")
    gallery.edit(f"{PRODUCT}/product.yaml", "artisan: kelompok", "artisan: siti\norder: {whatsapp: artisan}")
    show = "{{ view.contact.whatsapp }} {{ view.links|join }} {{ view.portrait }}{% endblock %}"
    gallery.edit("themes/plain/templates/artisan.html", "{% endblock %}", show)
    gallery.edit(
        "themes/plain/templates/product.html", "{% endblock %}", "{{ view.order.whatsapp }}{% endblock %}"
    )
    gallery.built()
    published = bytes_of(gallery)
    assert b"Siti Aminah" in published
    signs = {
        "portrait": (b"siti.jpg", b"images/artisans/siti"),
        "story": (b"Ringkasan hidup", b"Kata saya", b"Menenun sejak"),
        "phone": (b"81234005600", b"siti.example"),
    }
    for thing, marks in signs.items():
        for mark in marks[1 if thing == "portrait" else 0 :]:
            assert (mark in published) == agreed[thing], mark


def test_a_photo_of_a_child_is_never_published(gallery: Small) -> None:
    gallery.edit(f"{PRODUCT}/product.yaml", "{file: 01-kain.jpg,", "{file: 01-kain.jpg, child: true,")
    gallery.built()
    assert not [path for path in gallery.site() if "01-kain" in path]
    assert b"Kain terbentang" not in bytes_of(gallery)


SPACES = st.sampled_from(["", " ", "-", ".", "\u00a0", " - ", "\n", "&nbsp;", "<b></b>", "**", "&#8209;"])


@given(st.lists(SPACES, min_size=16, max_size=16), st.sampled_from(["", "+62", "0", "62 ", "(0) "]))
@settings(max_examples=150)
def test_a_number_is_found_however_it_is_spaced(spaces: list[str], trunk: str) -> None:
    number = "81234005600"
    guard = Guard([PrivateValue("artisan:a", "phone", f"0{number}")])
    text = trunk + "".join(digit + space for digit, space in zip(number, spaces, strict=False))
    plain = text.replace("**", "<strong></strong>")
    assert guard.find(f"<p>Telepon: {plain} (pagi)</p>".encode(), "index.html") is not None


WORDS = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "Nd", "P", "S"]), min_size=1, max_size=12),
    min_size=2,
    max_size=6,
)
GAPS = st.sampled_from([" ", "\n", "  ", "\u00a0", "\u2003", "\t", "&nbsp;", " <b></b>", "<br>", "<br>\n"])


@given(WORDS, st.lists(GAPS, min_size=5, max_size=5), st.booleans(), st.booleans())
@settings(max_examples=200)
def test_any_text_is_found_however_it_is_spaced_and_escaped(
    words: list[str], gaps: list[str], upper: bool, hexadecimal: bool
) -> None:
    value = " ".join(words)
    assume(len(value) >= SHORTEST and any(char.isalpha() for char in value))
    guard = Guard([PrivateValue("artisan:a", "address", value)])
    shown = [word.upper() if upper and word.upper().casefold() == word.casefold() else word for word in words]
    if hexadecimal:
        escaped = ["".join(f"&#x{ord(char):x};" for char in word) for word in shown]
    else:
        escaped = [html.escape(word) for word in shown]
    text = "".join(word + gap for word, gap in zip(escaped, [*gaps[: len(words) - 1], ""], strict=False))
    found = guard.find(f"<p>{text}</p>".encode(), "index.html")
    assert found is not None, text


def test_nothing_private_stays_in_the_state_folder_that_a_cache_would_carry(tmp_path: Path) -> None:
    gallery = with_private(small_gallery(tmp_path / "g"))
    gallery.edit(f"{PRODUCT}/id.md", "Kisah kain", f"Hubungi {PHONE}")
    gallery.build()
    for path, data in tree(gallery.root / ".galeri").items():
        for value in (NIK, PHONE, "Melati", EMAIL):
            assert value.encode() not in data, path
