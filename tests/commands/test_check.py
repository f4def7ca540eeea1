"""`galeri check` as a person runs it: forms, exit codes, and that it writes no site."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from lxml import html
from PIL.ImageFilter import GaussianBlur

from galeri.commands.check import REPORTS
from galeri.commands.main import main
from galeri.model.photo_needs import SHARP
from galeri.reports.catalogue import REPORTS as REGISTER
from tests.photos.samples import chessboard
from tests.support.galleries import Small

OLD = "price: {amount: 1250000, currency: IDR, as_of: 2026-11-01}"


def check(gallery: Small, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        main(["check", "-g", str(gallery.root), "--language", "en", *options])
    assert isinstance(ended.value.code, int)
    return ended.value.code, capsys.readouterr().out


def test_the_command_names_every_report_there_is() -> None:
    assert tuple(REGISTER) == REPORTS


def test_a_gallery_without_a_problem_passes_and_no_site_is_written(
    gallery: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(gallery, capsys) == (0, "0 errors, 0 warnings, 0 notes\n")
    assert not gallery.output.exists()
    assert not list((gallery.root / ".galeri").glob("staging/*/*"))


def test_it_finds_what_only_shows_when_pages_are_made(
    gallery: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    gallery.write("content/artisans/kelompok/private.yaml", "address: Jalan Contoh 12\n")
    gallery.edit("content/products/kain/id.md", "Kisah kain", "Kisah dari Jalan Contoh 12")
    code, said = check(gallery, capsys)
    assert code == 1
    assert "[private-value]" in said
    gallery.write("themes/plain/templates/product.html", "{{ nothing }}")
    assert "[template-failed]" in check(gallery, capsys)[1]
    assert not gallery.output.exists()


def test_warnings_pass_unless_strict(gallery: Small, capsys: pytest.CaptureFixture[str]) -> None:
    gallery.edit("content/products/kain/product.yaml", OLD, 'export: {hs: "6911.10"}')
    assert check(gallery, capsys)[0] == 0
    assert check(gallery, capsys, "--strict")[0] == 1


def test_problems_come_in_every_form(gallery: Small, capsys: pytest.CaptureFixture[str]) -> None:
    gallery.edit("content/products/kain/product.yaml", "artisan: kelompok", "artisan: kelompk")
    place = "content/products/kain/product.yaml:1:1"
    assert check(gallery, capsys)[1].startswith(f"{place}: error[unknown-reference]: ")
    assert check(gallery, capsys, "-f", "github")[1].startswith(
        "::error file=content/products/kain/product.yaml,line=1,col=1,title=unknown-reference::"
        "no artisan is called “kelompk”%0A"
    )
    found = json.loads(check(gallery, capsys, "-f", "json")[1])["rows"][0]
    assert (found["severity"], found["line"], found["code"]) == ("error", 1, "unknown-reference")
    [row] = csv.DictReader(StringIO(check(gallery, capsys, "-f", "csv")[1]))
    assert (row["path"], row["hint"]) == ("content/products/kain/product.yaml", "did you mean “kelompok”?")
    page = html.fromstring(check(gallery, capsys, "-f", "html")[1])
    assert [cell.text for cell in page.iterfind(".//td")][:2] == ["error", "unknown-reference"]


@pytest.mark.parametrize("form", ["text", "json", "csv", "html", "github"])
@pytest.mark.parametrize("name", REPORTS)
def test_every_report_comes_in_every_form(
    gallery: Small, capsys: pytest.CaptureFixture[str], name: str, form: str
) -> None:
    code, said = check(gallery, capsys, "-r", name, "-f", form)
    assert code == 0
    if form == "json":
        assert json.loads(said)["report"] == name
    elif form == "csv":
        assert next(csv.reader(StringIO(said))) == REGISTER[name].columns
    elif form == "html":
        page = html.fromstring(said)
        assert len(page.findall(".//th")) in {0, len(REGISTER[name].columns)}
        assert not page.xpath("//@src | //link")
    elif form == "github":
        assert all(line.startswith(("::notice ", "::warning ")) for line in said.splitlines())


def test_the_report_of_photos_tells_how_sharp_each_is(
    gallery: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, picture in (
        ("kain/01-kain", chessboard()),
        ("topi/topi", chessboard().filter(GaussianBlur(20))),
    ):
        picture.save(gallery.root / f"content/products/{name}.jpg", quality=90)
    rows = json.loads(check(gallery, capsys, "-r", "photos", "-f", "json")[1])["rows"]
    sharp = {row["path"].rpartition("/")[2]: row for row in rows}
    assert sharp["01-kain.jpg"]["sharp"] >= SHARP > sharp["topi.jpg"]["sharp"]
    assert "sharpness" not in sharp["01-kain.jpg"]["lacks"]
    assert "sharpness" in sharp["topi.jpg"]["lacks"]
    assert sharp["topi.jpg"]["severity"] == "warning"


def test_what_is_well_already_can_be_left_out(gallery: Small, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(check(gallery, capsys, "-r", "translations", "-f", "json")[1])["rows"]
    still_open = json.loads(check(gallery, capsys, "-r", "translations", "-f", "json", "--open")[1])["rows"]
    assert still_open == [row for row in told if row["severity"]]
    assert len(still_open) < len(told)


def test_a_broken_link_fails_the_report(gallery: Small, capsys: pytest.CaptureFixture[str]) -> None:
    gallery.edit("content/products/kain/product.yaml", "artisan: kelompok", "artisan: kelompk")
    code, said = check(gallery, capsys, "-r", "links", "--open")
    assert code == 1
    assert "artisan:kelompk" in said


def test_no_cell_of_a_table_is_a_formula(gallery: Small, capsys: pytest.CaptureFixture[str]) -> None:
    gallery.edit("content/motifs/awan/motif.yaml", "title: Awan", "title: '=1+1'")
    said = check(gallery, capsys, "-r", "coverage", "-f", "csv")[1]
    assert "'=1+1" in said
    assert ",=1+1" not in said


def test_markup_in_a_title_is_only_text(gallery: Small, capsys: pytest.CaptureFixture[str]) -> None:
    gallery.edit("content/motifs/awan/motif.yaml", "title: Awan", "title: '<b>[red]Awan'")
    assert "&lt;b&gt;[red]Awan" in check(gallery, capsys, "-r", "coverage", "-f", "html")[1]
    assert "<b>[red]Awan" in check(gallery, capsys, "-r", "coverage")[1]


def test_a_report_goes_into_a_file(
    gallery: Small, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, said = check(gallery, capsys, "-r", "consent", "-f", "html", "-o", str(tmp_path / "izin.html"))
    assert (code, said) == (0, "")
    assert (tmp_path / "izin.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_file_that_cannot_be_written_is_told_in_a_line(
    gallery: Small, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "-g", str(gallery.root), "-o", str(tmp_path / "none" / "a.txt")])
    assert ended.value.code == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_report_of_a_gallery_that_cannot_be_read_tells_why(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "-g", str(tmp_path), "-r", "links"])
    assert ended.value.code == 1
    assert "no-gallery" in capsys.readouterr().err


def test_reports_speak_indonesian(gallery: Small, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "-g", str(gallery.root), "-r", "consent", "-f", "html", "--language", "id"])
    page = capsys.readouterr().out
    assert '<html lang="id">' in page
    assert "<h1>persetujuan</h1>" in page


def test_the_weight_of_a_site_that_was_not_built_is_told_in_a_line(
    gallery: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "-g", str(gallery.root), "--weight", "--language", "en"])
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "galeri build makes it" in said


def test_every_page_of_a_built_site_is_weighed(gallery: Small, capsys: pytest.CaptureFixture[str]) -> None:
    gallery.built()
    code, said = check(gallery, capsys, "--weight", "--format", "json")
    rows = {row["page"]: row for row in json.loads(said)["rows"]}
    assert code == 0
    assert rows["/"]["most"] == 150_000
    assert rows["products/kain/"]["record"] == "product:kain"
    assert rows["en/materials/katun/"]["document"] > 100
    html = (gallery.output / "products/kain/index.html").read_bytes()
    assert rows["products/kain/"]["document"] < len(html)


def test_a_page_that_is_too_heavy_fails_the_check_and_is_named(
    gallery: Small, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    gallery.built(output=tmp_path / "elsewhere")
    page = tmp_path / "elsewhere/products/kain/index.html"
    (page.parent / "foto.jpg").write_bytes(bytes(120_000))
    page.write_text(f'{page.read_text(encoding="utf-8")}<img src="foto.jpg" width="4" height="3">')
    code, said = check(gallery, capsys, "--weight", "--site", str(tmp_path / "elsewhere"), "--open")
    assert code == 1
    assert "product:kain" in said
    assert "product:topi" not in said
