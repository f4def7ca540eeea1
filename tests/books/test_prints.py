"""What is printed besides books: sheets for buyers, price lists, leaflets and labels."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from galeri.commands.main import main
from galeri.model.forms import FORMS
from galeri.model.problem import GaleriError
from tests.books.printed import Book, printable, printed
from tests.support.galleries import Small, small_gallery

MM = 72 / 25.4
HOME = "https://kecil.example/galeri/"
LONG = (
    "Selendang tenun ikat ganda pewarna alam bermotif burung merak di taman dengan tepi songket benang emas"
)


def one(gallery: Small, form: str, **options: object) -> Book:
    """Print in one form and give the only file."""
    report = printed(gallery, form=form, **options)
    assert report.problems == ()
    [path] = report.made
    return Book(path)


def codes(book: Book, number: int = 1) -> list[str]:
    """Read the codes of a page."""
    return sorted(each.text for each in zxingcpp.read_barcodes(book.picture(number, dpi=200)))


def letters(book: Book) -> list[tuple[float, float, float, float]]:
    """Give the box of every letter of the first page, in mm from its left and top edges."""
    with pypdfium2.PdfDocument(book.path) as pdf:
        page, text = pdf[0], pdf[0].get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars()) if text.get_text_range(n, 1).strip()]
        high = page.get_height()
        return [(x1 / MM, (high - y2) / MM, x2 / MM, (high - y1) / MM) for x1, y1, x2, y2 in boxes]


def test_a_sheet_tells_a_buyer_what_a_piece_is_what_it_costs_and_whom_to_ask(kain: Small) -> None:
    export = "export: {moq: 12, lead_time: 21 days, incoterm: FOB, hs: '5208.52'}\ncuration: approved"
    kain.edit("content/products/kain/product.yaml", "curation: approved", export)
    sheet = one(kain, "sheet", limits={"product": "kain"})
    [page] = sheet.pages
    for words in ("Kain awan", "Kelompok Pesisir", "Rp1.250.000", "12 karya", "21 hari", "FOB", "5208.52"):
        assert words in page
    assert "+6280000000000" in page
    assert codes(sheet) == [f"{HOME}produk/kain/"]
    assert "Topi pandan" not in page


def test_every_piece_of_a_collection_has_a_sheet_of_its_own(kain: Small) -> None:
    sheets = one(kain, "sheet", limits={"collection": "pameran"})
    assert [codes(sheets, number) for number in (1, 2)] == [[f"{HOME}produk/topi/"], [f"{HOME}produk/kain/"]]
    assert len(sheets.pages) == 2


def test_a_makers_sheet_lists_what_can_be_ordered_and_has_no_contact_without_consent(kain: Small) -> None:
    artisan = "content/artisans/kelompok/artisan.yaml"
    kain.edit(artisan, "consent: {", 'contact: {whatsapp: "+6281100000000"}\nconsent: {')
    [page] = one(kain, "sheet", limits={"artisan": "kelompok"}).pages
    for words in ("Kisah kelompok.", "Kain awan", "Topi pandan", "Rp1.250.000", "+6280000000000"):
        assert words in page
    assert "+6281100000000" not in page
    kain.edit(artisan, "story: true", "story: true, phone: true")
    sheet = one(kain, "sheet", limits={"artisan": "kelompok"})
    assert "+6281100000000" in sheet.pages[0]
    assert codes(sheet) == [f"{HOME}perajin/kelompok/"]


def test_a_price_list_is_dated_and_tells_whom_to_ask(kain: Small) -> None:
    [page] = one(kain, "prices").pages
    assert "Kain awan Kelompok Pesisir Rp1.250.000 1 November 2026" in page
    assert "+6280000000000" in page


def test_a_leaflet_has_two_sides_of_a4_its_pieces_and_the_way_to_the_collection(kain: Small) -> None:
    leaflet = one(kain, "leaflet", limits={"collection": "pameran"})
    with pikepdf.open(leaflet.path) as pdf:
        trims = [[round(float(side) / MM) for side in page.obj.TrimBox.as_list()] for page in pdf.pages]
    assert trims == [[3, 3, 300, 213]] * 2
    assert "Kisah pameran." in leaflet.pages[0]
    assert {"Kain awan", "Topi pandan"} == {
        name for name in ("Kain awan", "Topi pandan") if name in leaflet.pages[1]
    }
    assert codes(leaflet) == [f"{HOME}koleksi/pameran/"]


@pytest.mark.parametrize("form", ["tent", "tag"])
def test_a_label_names_its_piece_technique_maker_region_and_price_and_leads_to_its_page(
    kain: Small, form: str
) -> None:
    labels = one(kain, form, limits={"venue": "utama"})
    [page] = labels.pages
    for words in ("Kain awan", "Batik tulis", "Kelompok Pesisir", "Kabupaten", "Rp1.250.000"):
        assert words in page
    assert "Topi pandan" not in page  # it is not on display there
    assert codes(labels) == [f"{HOME}produk/kain/"]


@pytest.mark.parametrize(("form", "wide", "high", "columns"), [("tent", 95, 66, 2), ("tag", 55, 90, 3)])
def test_no_letter_is_near_a_cut_however_long_a_name_is(
    kain: Small, form: str, wide: float, high: float, columns: int
) -> None:
    kain.edit("content/products/kain/id.md", "title: Kain awan", f"title: {LONG}")
    labels = one(kain, form)
    assert LONG in labels.text
    left, top = (210 - columns * wide) / 2, (297 - (4 if form == "tent" else 3) * high) / 2
    for x1, y1, x2, y2 in letters(labels):
        assert (x1 - left) // wide == (x2 - left) // wide
        assert (y1 - top) // high == (y2 - top) // high
        assert min((x1 - left) % wide, wide - (x2 - left) % wide) > 2.5
        assert min((y1 - top) % high, high - (y2 - top) % high) > 2.5


@pytest.mark.parametrize("form", [name for name in FORMS if name != "book"])
def test_a_print_is_for_archives_and_everybody_and_set_only_once(
    kain: Small, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = {"collection": "pameran"}
    book = one(kain, form, limits=limits)
    with pikepdf.open(book.path) as pdf, pdf.open_metadata() as about:
        assert (about["pdfaid:part"], about["pdfaid:conformance"], about["pdfuaid:part"]) == ("2", "A", "1")
    monkeypatch.setattr("galeri.publishing.books.make_book", lambda *_: pytest.fail("it was set again"))
    assert printed(kain, form=form, limits=limits).made == ()


def test_a_private_value_stops_a_label(kain: Small) -> None:
    kain.write("content/artisans/kelompok/private.yaml", "address: Jalan Rahasia 12\n")
    kain.edit("content/products/kain/id.md", "summary: Selembar kain.", "summary: Di Jalan Rahasia 12.")
    assert [each.code for each in printed(kain, form="tag").problems] == ["private-value"]
    assert not (kain.root / "books").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"form": "prices", "edition": "katalog"},
            "only a book has editions, other paper and two languages side by side",
        ),
        ({"form": "sheet", "limits": {"product": "kai"}}, "no product is called “kai”; did you mean “kain”?"),
    ],
)
def test_what_cannot_be_printed_is_told_in_a_line(
    kain: Small, options: dict[str, object], message: str
) -> None:
    with pytest.raises(GaleriError) as caught:
        printed(kain, **options)
    assert str(caught.value) == message


def test_a_draft_that_is_asked_for_is_told_as_one_and_printed_with_drafts(kain: Small) -> None:
    kain.edit("content/products/topi/product.yaml", "curation: approved", "curation: draft")
    with pytest.raises(GaleriError, match="“topi” is not approved yet; --drafts prints it, too"):
        printed(kain, form="sheet", limits={"product": "topi"})
    assert "Topi pandan" in one(kain, "sheet", limits={"product": "topi"}, drafts=True).text


def test_a_maker_who_has_not_agreed_is_told_as_withheld(kain: Small) -> None:
    kain.edit("content/artisans/kelompok/artisan.yaml", "kind: group", "kind: person")
    kain.edit("content/artisans/kelompok/artisan.yaml", "name: true", "name: false")
    kain.edit("content/products/kain/id.md", ", dari [](artisan:kelompok)", "")
    with pytest.raises(GaleriError, match="“kelompok” may not be shown"):
        printed(kain, form="sheet", limits={"artisan": "kelompok"})


@pytest.mark.parametrize("form", [name for name in FORMS if name != "book"])
def test_two_galleries_in_two_folders_give_the_same_bytes_of_each_print(
    kain: Small, tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = one(kain, form, limits={"collection": "pameran"}).path.read_bytes()
    other = printable(small_gallery(tmp_path / "elsewhere"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    assert one(other, form, limits={"collection": "pameran"}).path.read_bytes() == first


@pytest.mark.parametrize("form", ["tent", "tag"])
def test_nothing_is_cut_where_there_is_no_label(kain: Small, form: str) -> None:
    page = one(kain, form, limits={"venue": "utama"}).picture(1, dpi=254).convert("L")
    lower = page.crop((0, page.height * 2 // 3, page.width, page.height))
    across = [y for y in range(lower.height) if _dark(lower.crop((100, y, lower.width - 100, y + 1)))]
    assert across == []
    beyond = page.crop((page.width * 3 // 4, 200, page.width, 600))
    assert beyond.getextrema() == (255, 255)


def _dark(row: Image.Image) -> bool:
    """Whether a line runs through all of a row of pixels."""
    return sum(row.histogram()[:250]) > row.width * 0.9


def test_labels_for_a_venue_that_shows_nothing_are_told(kain: Small) -> None:
    kain.edit("content/products/kain/product.yaml", "on_display: [{venue: utama}]\n", "")
    with pytest.raises(GaleriError, match="there is nothing to print"):
        printed(kain, form="tent", limits={"venue": "utama"})


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (["labels", "--venue", "utama", "--size", "tag"], "tag-venue-utama-en.pdf"),
        (["pdf", "--sheet", "artisan:kelompok"], "sheet-artisan-kelompok-en.pdf"),
        (["pdf", "--leaflet", "pameran"], "leaflet-collection-pameran-en.pdf"),
        (["pdf", "--prices", "--region", "provinsi"], "prices-region-provinsi-en.pdf"),
    ],
)
def test_each_is_asked_for_by_a_command(kain: Small, tmp_path: Path, arguments: list[str], file: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--language", "en", "--gallery", str(kain.root), "--output", str(tmp_path / "out")])
    assert ended.value.code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == [file]


@pytest.mark.parametrize(
    ("option", "text", "told"),
    [
        ("--sheet", "motif:awan", "“motif:awan” tidak menyebut entri: tulis salah satu dari product:ID"),
        ("--bilingual", "id", "“id” bukan dua bahasa"),
        ("--bilingual", "id,id", "“id,id” bukan dua bahasa"),
        ("--paper", "a44", "“a44” bukan ukuran kertas: tulis square, a4, a5, b5, atau lebar dan tinggi"),
        ("--paper", "99x240", "dari 100 sampai 600 mm"),
    ],
)
def test_a_wrong_option_is_told_in_a_sentence(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    option: str,
    text: str,
    told: str,
) -> None:
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    with pytest.raises(SystemExit) as ended:
        main(["pdf", option, text])
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_paper_may_be_named_in_capitals(kain: Small, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["pdf", "--paper", "A5", "--language", "id", "-g", str(kain.root), "-o", str(tmp_path / "out")])
    assert ended.value.code == 0


@pytest.mark.parametrize("option", ["--collection", "--region", "--artisan", "--venue", "--leaflet"])
def test_an_empty_id_is_no_wish_for_everything(kain: Small, tmp_path: Path, option: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["pdf", option, "", "-g", str(kain.root), "-o", str(tmp_path / "out")])
    assert ended.value.code == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("wanted", ["en", "id"])
def test_the_language_of_a_print_is_not_that_of_the_program(
    kain: Small,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    wanted: str,
) -> None:
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    with pytest.raises(SystemExit):
        main(["pdf", "--prices", "--language", wanted, "-g", str(kain.root), "-o", str(tmp_path / "out")])
    assert "ditulis" in capsys.readouterr().out
