"""Asking hosts whether they answer, with a real one on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from galeri.reading.hosts import ask


class Host(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.send_response({"/ada": 200, "/lupa": 500}.get(self.path, 405))
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/tanpa-head" else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_each_address_is_asked_once_and_what_is_wrong_is_told(host: str) -> None:
    answers = ask([f"{host}/{page}" for page in ("ada", "ada", "tanpa-head", "hilang", "lupa")])
    assert {address.removeprefix(host): said for address, said in answers.items()} == {
        "/ada": "",
        "/tanpa-head": "",
        "/hilang": "HTTP 404",
        "/lupa": "HTTP 500",
    }


def test_a_host_that_is_not_there_is_told_in_words() -> None:
    [said] = ask(["http://127.0.0.1:9/"], patience=2).values()
    assert said
