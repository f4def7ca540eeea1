"""`galeri serve` shows what would be published, and what is wrong, to this computer alone; it writes no site."""

import json
import re
import shutil
import socket
import subprocess
import sys
import time
from io import BytesIO

import pytest
from PIL import Image

from tests.previewing.conftest import Previewed
from tests.support.galleries import Small, photo, tree
from tests.support.preview import free_port, preview
from tests.support.processes import eventually

STORY = "content/products/kain/id.md"
FACTS = "content/products/kain/product.yaml"
OVER = 'id="galeri-preview" class="over"'


def picture(shown: Previewed, photo: str) -> str:
    """Find the path of a picture of a photo on the page of the cloth."""
    found = re.search(rf"images/products/kain/{photo}-[^\"]+", shown.get("products/kain/").text)
    assert found
    return found[0]


def filmed(shown: Previewed) -> str:
    """Let the cloth have a film that is there already, and its page show it; give the film's path on the site."""
    template = "themes/plain/templates/product.html"
    shown.gallery.edit(template, "<h1>", "{% if view.video %}<b>{{ view.video.path }}</b>{% endif %}<h1>")
    shown.gallery.edit(
        FACTS, "kind: textile", "kind: textile\nvideo: {file: proses.mp4, poster: 02-canting.jpg}"
    )
    assert shown.shows("<b>")
    found = re.search("<b>(.*)</b>", shown.get("products/kain/").text)
    assert found
    return found[1]


def reached(address: str, other: str) -> bool:
    """Whether a server is also reached at another address of this computer."""
    try:
        socket.create_connection((other, int(address.split(":")[2].strip("/"))), timeout=20).close()
    except ConnectionRefusedError:
        return False
    return True


class TestWhatIsShown:
    def test_all_is_what_a_build_gives_but_for_a_script(self, gallery: Small) -> None:
        port = free_port()
        gallery.built(base_url=f"http://127.0.0.1:{port}/")
        script = f'<script src="/livereload.js?port={port}"></script>'.encode()
        with preview(gallery.root, "--port", str(port)) as served:
            for path, data in gallery.site().items():
                got = Previewed(gallery, served).get(path.removesuffix("index.html")).data
                assert got.replace(script, b"") == data, path
        assert not (gallery.root / ".galeri/cache/previews").exists()

    @pytest.mark.parametrize(
        ("path", "kind"),
        [("feed.xml", "application/xml"), ("en/feed.xml", "application/xml"), ("sitemap.xml", "application/xml"),
         ("robots.txt", "text/plain"), ("", "text/html"), ("en/products/kain/", "text/html")],
    )  # fmt: skip
    def test_everything_has_its_type(self, shown: Previewed, path: str, kind: str) -> None:
        reply = shown.get(path)
        assert reply.status == 200
        assert reply.kind.startswith(kind)

    def test_a_missing_page_is_the_sites_own(self, shown: Previewed) -> None:
        assert (shown.get("nothing").status, shown.get("..%2fgaleri.yaml").status) == (404, 404)
        assert "<nav>" in shown.get("nothing").text

    def test_a_folder_leads_to_its_page(self, shown: Previewed) -> None:
        assert shown.get("products/kain").text == shown.get("products/kain/").text

    def test_pictures_are_as_large_as_published_but_made_quickly(self, gallery: Small) -> None:
        gallery.built()
        shutil.rmtree(gallery.root / ".galeri/cache/images")
        pictures = {path: data for path, data in gallery.site().items() if path.startswith("images/")}
        with preview(gallery.root) as served:
            for path, data in pictures.items():
                quick = Previewed(gallery, served).get(path)
                assert quick.kind == "image/jpeg"
                with Image.open(BytesIO(data)) as right, Image.open(BytesIO(quick.data)) as made:
                    assert made.size == right.size

    def test_pictures_are_kept_for_the_next_preview(self, gallery: Small) -> None:
        with preview(gallery.root) as served:
            there = Previewed(gallery, served)
            first = there.get(picture(there, "01-kain")).data
        kept = tree(gallery.root / ".galeri/cache/previews")
        assert first in kept.values()

    def test_nothing_is_written_but_what_is_kept(self, gallery: Small) -> None:
        before = tree(gallery.root)
        with preview(gallery.root) as served:
            for path in ("", "products/kain/", "en/", "feed.xml"):
                assert Previewed(gallery, served).get(path).status == 200
        after = {path: data for path, data in tree(gallery.root).items() if not path.startswith(".galeri/")}
        assert after == before

    def test_drafts_are_shown_if_they_are_wanted(self, gallery: Small) -> None:
        gallery.edit("content/products/topi/product.yaml", "approved", "submitted")
        with preview(gallery.root) as served:
            assert Previewed(gallery, served).get("products/topi/").status == 404
        with preview(gallery.root, "--drafts") as served:
            assert Previewed(gallery, served).get("products/topi/").status == 200

    def test_a_film_comes_in_the_parts_that_a_browser_asks_for(self, shown: Previewed) -> None:
        film = bytes(range(256)) * 300
        shown.gallery.write("content/products/kain/proses.mp4", film)
        path = filmed(shown)
        for part, data in (("0-1", film[:2]), ("500-999", film[500:1000]), ("76000-", film[76000:])):
            reply = shown.get(path, part=part)
            assert (reply.status, reply.kind, reply.data) == (206, "video/mp4", data)
        assert (shown.get(path).status, shown.get(path).data) == (200, film)
        assert shown.get(path, part="99999-").status == 416

    def test_visitors_can_search(self, gallery: Small) -> None:
        gallery.edit("galeri.yaml", "theme: plain", "theme: pendapa")
        with preview(gallery.root) as served:
            there = Previewed(gallery, served)
            entry = json.loads(there.get("pagefind/pagefind-entry.json").text)
            assert entry["languages"].keys() == {"id", "en"}
            assert there.get("pagefind/pagefind.js").kind.startswith("text/javascript")
            assert there.get("pagefind/nothing.js").status == 404


class TestAnEdit:
    def test_of_a_story_is_seen(self, shown: Previewed) -> None:
        shown.gallery.edit(STORY, "Kisah kain", "Cerita kain")
        assert shown.shows("Cerita kain")

    def test_of_a_title_is_seen_wherever_it_stands(self, shown: Previewed) -> None:
        shown.gallery.edit(STORY, "title: Kain awan", "title: Kain mega")
        for path in ("", "products/", "products/kain/", "artisans/kelompok/", "regions/kabupaten/", "en/"):
            assert shown.hides("Kain awan", path), path

    def test_of_facts_is_seen_on_what_they_name(self, shown: Previewed) -> None:
        assert "Kain awan" in shown.get("motifs/awan/").text
        shown.gallery.edit(FACTS, "motifs: [awan]\n", "")
        assert shown.hides("Kain awan", "motifs/awan/")

    def test_of_a_template_is_seen(self, shown: Previewed) -> None:
        shown.gallery.edit("themes/plain/templates/product.html", "<h1>", '<h1 class="new">')
        assert shown.shows('<h1 class="new">')

    def test_of_a_stylesheet_is_seen(self, shown: Previewed) -> None:
        before = shown.get("").text
        shown.gallery.write("themes/plain/static/plain.css", "body { color: red }\n")
        assert eventually(lambda: shown.get("").text != before)

    def test_of_the_settings_is_seen(self, shown: Previewed) -> None:
        shown.gallery.edit("galeri.yaml", "Galeri Kecil", "Galeri Besar")
        assert shown.shows("Galeri Besar", "")

    def test_of_a_photo_gives_it_another_name(self, shown: Previewed) -> None:
        before = shown.get("products/kain/").text
        shown.gallery.write("content/products/kain/01-kain.jpg", photo((1, 2, 3), (48, 64)))
        assert eventually(lambda: shown.get("products/kain/").text != before)

    def test_that_adds_a_record_is_seen_and_one_that_removes_it_too(self, shown: Previewed) -> None:
        shown.gallery.write("content/motifs/bunga/motif.yaml", "words: {id: {title: Bunga melati}}\n")
        assert shown.shows("Bunga melati", "motifs/")
        (shown.gallery.root / "content/motifs/bunga/motif.yaml").unlink()
        assert shown.hides("Bunga melati", "motifs/")


class TestAMistake:
    def test_stands_over_the_page_and_goes_when_it_is_mended(self, shown: Previewed) -> None:
        shown.gallery.edit(FACTS, "kind: textile", "kind: textil")
        assert shown.shows(OVER)
        text = shown.get("products/kain/").text
        assert f"{FACTS}:6:" in text
        assert "Kisah kain" in text
        assert "galeri-preview" in shown.get("").text
        shown.gallery.edit(FACTS, "kind: textil", "kind: textile")
        assert shown.hides("galeri-preview")

    def test_that_links_to_nothing_is_one(self, shown: Previewed) -> None:
        shown.gallery.edit(FACTS, "venue: utama", "venue: nowhere")
        assert shown.shows("nowhere")
        assert "galeri-preview" in shown.get("").text

    def test_in_what_another_record_needs_is_one(self, shown: Previewed) -> None:
        (shown.gallery.root / "content/venues/utama/venue.yaml").unlink()
        assert shown.shows("utama", "products/kain/")
        assert shown.shows("galeri-preview")

    def test_that_only_a_whole_check_finds_is_told_later(self, shown: Previewed) -> None:
        shown.gallery.edit(STORY, "Kisah kain", "Hubungi 3273010101900001")
        assert shown.shows("galeri-preview")

    def test_is_text_whatever_stands_in_it(self, shown: Previewed) -> None:
        shown.gallery.edit(FACTS, "kind: textile", "'<script>alert(1)</script>': 1\nkind: textile")
        assert shown.shows("galeri-preview")
        assert "<script>alert" not in shown.get("").text

    def test_in_a_template_leaves_the_page_as_it_was(self, shown: Previewed) -> None:
        before = shown.get("products/kain/").text
        shown.gallery.edit("themes/plain/templates/product.html", "view.record.title", "view.nothing.title")
        assert shown.shows("themes/plain/templates/product.html:3")
        assert before.split("<h1>")[1].split("</h1>")[0] in shown.get("products/kain/").text
        assert "galeri-preview" not in shown.get("en/feed.xml").text

    def test_in_the_settings_is_one(self, shown: Previewed) -> None:
        shown.gallery.write("galeri.yaml", "title: [")
        assert shown.shows("galeri.yaml:")
        assert "Kisah kain" in shown.get("products/kain/").text

    def test_of_a_photo_that_cannot_be_decoded_is_told(self, shown: Previewed) -> None:
        made = BytesIO()
        Image.effect_noise((800, 600), 90).save(made, "JPEG")
        shown.gallery.write("content/products/kain/01-kain.jpg", made.getvalue()[:9000])
        before = shown.get("products/kain/").text
        assert eventually(lambda: shown.get("products/kain/").text != before)
        assert shown.get(picture(shown, "01-kain")).status == 500
        assert shown.shows("content/products/kain/01-kain.jpg")

    def test_from_the_start_is_all_that_is_shown(self, gallery: Small) -> None:
        gallery.edit(FACTS, "kind: textile", "kind: textil")
        with preview(gallery.root, language="id") as served:
            there = Previewed(gallery, served)
            assert there.get("").status == 503
            assert f"{FACTS}:6:" in there.get("").text
            assert "satu hal yang perlu diperbaiki" in there.get("").text
            gallery.edit(FACTS, "kind: textil", "kind: textile")
            assert there.shows("Kisah kain")
            assert eventually(lambda: any("semuanya sudah diperbaiki" in line for line in served.told))


class TestAWarning:
    def test_stands_beside_the_page_and_goes_when_it_is_mended(self, shown: Previewed) -> None:
        shown.gallery.edit(FACTS, "kind: textile", 'kind: textile\nexport: {hs: "4414.10"}')
        assert shown.shows("galeri-warnings")
        text = shown.get("products/kain/").text
        assert FACTS in text.partition('id="galeri-warnings"')[2]
        assert "Kisah kain" in text
        assert OVER not in text
        shown.gallery.edit(FACTS, '\nexport: {hs: "4414.10"}', "")
        assert shown.hides("galeri-warnings")

    def test_of_what_time_has_made_wrong_is_one(self, shown: Previewed) -> None:
        certificate = "certifications: [{scheme: batikmark, grade: tulis, number: '1', expires: 2020-01-01}]"
        shown.gallery.edit(FACTS, "kind: textile", f"kind: textile\n{certificate}")
        assert shown.shows("galeri-warnings")
        assert "2020-01-01" in shown.get("products/kain/").text.partition('id="galeri-warnings"')[2]

    def test_makes_way_for_a_mistake(self, shown: Previewed) -> None:
        shown.gallery.edit(FACTS, "kind: textile", 'kind: textil\nexport: {hs: "4414.10"}')
        assert shown.shows(OVER)
        assert "galeri-warnings" not in shown.get("products/kain/").text


class TestWhatIsPrivate:
    def test_is_shown_on_no_page(self, shown: Previewed) -> None:
        shown.gallery.write("content/artisans/kelompok/private.yaml", "bank: selembar kain\n")
        assert shown.shows("private.yaml")
        assert "Selembar kain" not in shown.get("products/kain/").text
        assert shown.get("products/kain/").status == 500

    def test_is_in_no_picture(self, shown: Previewed) -> None:
        path = picture(shown, "01-kain")
        assert shown.get(path).status == 200
        shown.gallery.write("content/artisans/kelompok/private.yaml", "name: Dewan Contoh\n")
        assert eventually(lambda: shown.get(path).status == 500)

    def test_is_in_no_film(self, shown: Previewed) -> None:
        shown.gallery.write("content/artisans/kelompok/private.yaml", "bank: BCA 5550001\n")
        shown.gallery.write("content/products/kain/proses.mp4", b"\0\0\0 ftypmp42 comment: BCA 5550001 \0")
        path = filmed(shown)
        assert shown.get(path, part="0-1").status == 500
        assert shown.shows("private.yaml")

    def test_and_withheld_is_the_page_of_a_maker_who_has_not_agreed(self, shown: Previewed) -> None:
        shown.gallery.edit("content/artisans/kelompok/artisan.yaml", "kind: group", "kind: person")
        shown.gallery.edit("content/artisans/kelompok/artisan.yaml", "name: true", "name: false")
        assert eventually(lambda: shown.get("artisans/kelompok/").status == 404)


class TestWhoMayLook:
    @pytest.mark.parametrize(
        "host", ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.nip.io"]
    )
    @pytest.mark.parametrize("path", ["", "livereload.js", "galeri.yaml", "livereload"])
    def test_nobody_by_a_foreign_name(self, shown: Previewed, host: str, path: str) -> None:
        reply = shown.get(path, host)
        assert reply.status == 403
        assert b"Kain" not in reply.data

    @pytest.mark.parametrize("host", ["localhost", "127.0.0.1:99", "LOCALHOST:1", "[::1]:8000"])
    def test_this_computer_by_any_of_its_names(self, shown: Previewed, host: str) -> None:
        assert shown.get("", host).status == 200

    def test_no_other_computer_unless_it_is_asked_to(self, shown: Previewed, gallery: Small) -> None:
        assert not reached(shown.served.address, "127.0.0.2")
        with preview(gallery.root, "--host", "0.0.0.0") as served:  # noqa: S104 - that is what is tried
            assert reached(served.address, "127.0.0.2")
            assert Previewed(gallery, served).get("", "gallery.example").status == 200

    def test_no_page_from_elsewhere_hears_of_changes(self, shown: Previewed) -> None:
        port = int(shown.served.address.split(":")[2].strip("/"))
        for origin, status in (("https://evil.example", b"403"), (shown.served.address.strip("/"), b"101")):
            with socket.create_connection(("127.0.0.1", port), timeout=20) as wire:
                wire.sendall(
                    f"GET /livereload HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
                    f"Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    f"Sec-WebSocket-Version: 13\r\nOrigin: {origin}\r\n\r\n".encode()
                )
                assert status in wire.recv(200).split(b"\r\n")[0]


class TestBeginningAndEnd:
    def test_a_port_that_is_taken_is_one_line_with_the_next_free_one(
        self, shown: Previewed, gallery: Small
    ) -> None:
        port = shown.served.address.split(":")[2].strip("/")
        done = subprocess.run(
            [sys.executable, "-m", "galeri", "serve", "-g", str(gallery.root), "--port", port, "--no-browser",
             "--language", "en"],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert f"port {port} is taken" in done.stderr
        assert "galeri serve --port" in done.stderr

    def test_a_folder_without_a_gallery_is_told(self, gallery: Small) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "galeri", "serve", "-g", str(gallery.root / "content"), "--language", "en"],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
        assert "galeri.yaml" in done.stderr

    @pytest.mark.parametrize("wait", [0, 1])
    def test_ctrl_c_ends_it_cleanly(self, gallery: Small, wait: float) -> None:
        with preview(gallery.root) as served:
            time.sleep(wait)
            assert served.interrupt() == 0
            assert eventually(lambda: served.told == ["the preview has ended\n"])

    @pytest.mark.parametrize("port", ["0", "65536", "x", "٣"])
    def test_a_port_that_is_none_is_refused(self, gallery: Small, port: str) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "galeri", "serve", "-g", str(gallery.root), "--port", port],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 2

    def test_a_host_that_is_none_is_one_line(self, gallery: Small) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "galeri", "serve", "-g", str(gallery.root), "--host", "192.0.2.1",
             "--port", str(free_port()), "--language", "en"],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
        assert "192.0.2.1" in done.stderr
