"""Whatever is written into a gallery, its preview stays up, and shows the gallery again once it is mended."""

import shutil
import socket
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.previewing.conftest import Previewed
from tests.support.galleries import FILES, PHOTOS

TEMPLATES = [
    "themes/plain/theme.yaml",
    "themes/plain/templates/product.html",
    "themes/plain/templates/_page.html",
]
PATHS = [*FILES, *PHOTOS, *TEMPLATES]


@st.composite
def damages(draw: st.DrawFn) -> tuple[str, bytes | int | str]:
    """Draw a file and what becomes of it: other bytes, its first so many bytes, or the bytes of another file."""
    path = draw(st.sampled_from(PATHS))
    made = draw(st.one_of(st.binary(max_size=300), st.integers(0, 400), st.sampled_from(PATHS)))
    return path, made


@settings(max_examples=40)
@given(st.lists(damages(), min_size=1, max_size=3))
def test_after_random_bytes_truncations_and_swaps_it_shows_the_gallery_again(
    running: Previewed, done: list[tuple[str, bytes | int | str]]
) -> None:
    root = running.gallery.root
    whole = {path: (root / path).read_bytes() for path in PATHS}
    for path, made in done:
        data = whole[made] if isinstance(made, str) else whole[path][:made] if isinstance(made, int) else made
        (root / path).write_bytes(data)
        for page in ("products/kain/", ""):
            assert running.get(page).status in {200, 404, 500, 503}
    for path in {path for path, _ in done}:
        (root / path).write_bytes(whole[path])
    assert running.hides("galeri-preview")
    assert running.shows("Kisah kain")
    assert running.served.process.poll() is None


@settings(max_examples=30)
@given(st.text(st.characters(codec="utf-8", exclude_characters="#?"), max_size=60))
def test_no_path_upsets_it(running: Previewed, path: str) -> None:
    assert running.get(path).status in {200, 400, 404}


def test_content_that_is_taken_away_comes_back(shown: Previewed, tmp_path: Path) -> None:
    content, aside = shown.gallery.root / "content", tmp_path / "aside"
    shutil.move(content, aside)
    assert shown.hides("Kisah kain")
    shutil.move(aside, content)
    assert shown.shows("Kisah kain")
    shown.gallery.edit("content/products/kain/id.md", "Kisah kain", "Cerita kain")
    assert shown.shows("Cerita kain")


def test_settings_that_are_taken_away_come_back(shown: Previewed) -> None:
    text = (shown.gallery.root / "galeri.yaml").read_text()
    (shown.gallery.root / "galeri.yaml").unlink()
    assert shown.shows("galeri-preview")
    shown.gallery.write("galeri.yaml", text)
    assert shown.hides("galeri-preview")


def test_a_theme_that_is_taken_away_comes_back(shown: Previewed, tmp_path: Path) -> None:
    shutil.move(shown.gallery.root / "themes", tmp_path / "aside")
    assert shown.shows("galeri-preview")
    shutil.move(tmp_path / "aside", shown.gallery.root / "themes")
    assert shown.hides("galeri-preview")
    shown.gallery.edit("themes/plain/templates/product.html", "<h1>", '<h1 class="again">')
    assert shown.shows('<h1 class="again">')


def test_what_is_no_message_ends_one_connection_only(shown: Previewed) -> None:
    port = int(shown.served.address.split(":")[2].strip("/"))
    for sent in (b"\x00" * 50, b"GET / HTTP/9\r\n\r\n", b"GET /livereload HTTP/1.1\r\n" + b"a" * 99_000):
        with socket.create_connection(("127.0.0.1", port), timeout=20) as wire:
            wire.sendall(sent)
    assert shown.get("products/kain/").status == 200
    assert shown.served.process.poll() is None
