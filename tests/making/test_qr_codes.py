"""QR codes can be read again, whatever address they hold."""

import re

import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from galeri.making.qr_codes import Code, qr_code


def drawn(code: Code, scale: int = 4) -> Image.Image:
    quiet = 4
    side = code.size + 2 * quiet
    picture = Image.new("L", (side, side), 255)
    for x, y, count in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.path):
        picture.paste(
            0, (int(x) + quiet, int(y) + quiet, int(x) + quiet + int(count), int(y) + quiet + 1)
        )  # fmt: skip
    return picture.resize((side * scale, side * scale), Image.Resampling.NEAREST)


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789-/%.", min_size=1, max_size=600))
def test_what_is_drawn_reads_as_what_was_meant(path: str) -> None:
    address = f"https://galeri.example/{path}"
    assert [each.text for each in zxingcpp.read_barcodes(drawn(qr_code(address)))] == [address]


def test_the_same_address_gives_the_same_code() -> None:
    assert qr_code("https://galeri.example/") == qr_code("https://galeri.example/")


def test_an_eighth_of_a_code_may_be_soiled() -> None:
    address = "https://galeri.example/produk/kain-kawung/"
    picture = drawn(qr_code(address))
    middle = picture.width // 2
    picture.paste(255, (middle - 12, middle - 12, middle + 12, middle + 12))
    assert [each.text for each in zxingcpp.read_barcodes(picture)] == [address]
