"""Markdown that was made to do harm comes out as a story that can only be read."""

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from galeri.making.stories import converter, placed
from galeri.model.records import KINDS
from galeri.model.views import Link, Picture, Placeholder, Source, StoryView
from tests.support.galleries import Small
from tests.support.hostile import HOSTILE
from tests.support.inert import check_inert

PICTURE = Picture(
    (Source("image/jpeg", (("images/a-24.0.jpg", 24),)),),
    "100vw",
    24,
    18,
    '"><script>',
    "",
    "",
    "",
    "",
    Placeholder("a.jpg", "0", 0, 0, 24, 18),
)
VIEW = StoryView(
    "",
    (
        ("product:kain", Link("products/kain/", '"><script>alert(1)</script>', '"')),
        ("motif:awan", Link("m/", "A")),
    ),
    (("a.jpg", PICTURE), ('"x".jpg', PICTURE)),
)
CONVERT = converter()
TOKENS = st.sampled_from(
    [
        *(
            "<",
            ">",
            '"',
            "'",
            "`",
            "&",
            "=",
            "/",
            "\\",
            "[",
            "]",
            "(",
            ")",
            "!",
            "*",
            "_",
            "#",
            "|",
            "-",
            ":",
            ";",
        ),
        *(
            "\n",
            "\n\n",
            "    ",
            "\t",
            " ",
            "> ",
            "* ",
            "1. ",
            "---",
            "```",
            "~~~",
            "\x00",
            "\x02",
            "\x03",
            "\u2028",
        ),
        *(
            "a",
            "img",
            "script",
            "svg",
            "math",
            "style",
            "iframe",
            "p",
            "table",
            "title",
            "noscript",
            "template",
        ),
        *(
            "href",
            "src",
            "onerror",
            "onload",
            "srcset",
            "alt",
            "class",
            "id",
            "lang",
            "data-x",
            "xmlns",
            "is",
        ),
        *(
            "javascript:",
            "JaVaScRiPt:",
            "java\tscript:",
            "data:text/html,",
            "vbscript:",
            "&#106;avascript:",
            "//",
        ),
        *(
            "product:kain",
            "artisan:siti",
            "ARTISAN:siti",
            "motif:awan",
            "product:",
            "a.jpg",
            "https://x.example/",
        ),
        *(
            "<a href=",
            "<a title='",
            "</a>",
            "<img src=",
            "<img alt='",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<![CDATA[",
        ),
        *(
            "]]>",
            "&lt;",
            "&gt;",
            "&quot;",
            "&#x3c;",
            "{{ 7*7 }}",
            "{% raw %}",
            "\x02amp\x03",
            "\x02wzxhzdk:0\x03",
            "[x]: ",
        ),
    ]
)


def shown(markdown: str) -> str:
    return placed(CONVERT(markdown), VIEW, "../../")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "around", ["{}", "> {}", "* {}", "[{}](product:kain)", "![{}](a.jpg)", "`{}`", "<b>{}</b>"]
)
def test_a_hostile_story_is_inert(text: str, around: str) -> None:
    check_inert(shown(around.format(text)))


@given(st.lists(TOKENS, max_size=40).map("".join))
@settings(max_examples=400)
def test_whatever_is_written_as_a_story_is_inert(markdown: str) -> None:
    page = shown(markdown)
    check_inert(page)
    assert not re.search(rf'href="\s*({"|".join(KINDS)}):', page, re.IGNORECASE), page


@given(st.text(max_size=200))
@settings(max_examples=150)
def test_any_text_at_all_becomes_a_story(markdown: str) -> None:
    check_inert(shown(markdown))


@given(st.lists(TOKENS, max_size=25).map("".join))
@settings(max_examples=150)
def test_a_story_gives_the_same_html_every_time(markdown: str) -> None:
    assert converter()(markdown) == CONVERT(markdown)


@pytest.mark.parametrize(
    "text",
    [
        "> " * 3000 + "x",
        "[" * 1500,
        "![" * 1500,
        "*a_" * 1500,
        "`" * 1500,
        "<div>" * 1500,
        "<b>" * 1500,
        "<a href='product:kain'>" * 2000,
        "<" * 1500,
        "&" * 1500,
        "(" * 1500,
        "| a " * 2000 + "\n" + "|---" * 2000,
        "[a](" * 2000,
        "\\" * 1500,
        "#" * 1500,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_story_of_marks_alone_is_inert(text: str) -> None:
    check_inert(shown(text))


DEEP = ("- " * 3000 + "x", "1. " * 3000 + "x", "\n".join("    " * depth + "* x" for depth in range(200)))


@pytest.mark.parametrize("text", DEEP, ids=lambda text: repr(text[:12]))
def test_a_story_that_is_nested_too_deeply_is_a_problem_and_no_crash(gallery: Small, text: str) -> None:
    gallery.edit("content/articles/tentang/id.md", "Kisah kami", text)
    assert set(gallery.codes()) <= {"template-failed"}


@pytest.mark.parametrize("text", DEEP, ids=lambda text: repr(text[:12]))
def test_a_story_that_is_nested_too_deeply_spoils_no_other(text: str) -> None:
    convert = converter()
    with suppress(RecursionError):
        convert(text)
    assert convert("[Kain](product:kain)") == '<p><a href="product:kain">Kain</a></p>'


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[Kain](product:kain)", '<p><a href="../../products/kain/">Kain</a></p>'),
        ("[a b](motif:tidak-ada)", "<p>a b</p>"),
        ("[Siti](artisan:siti)", "<p></p>"),
        ("![Malam](tidak-ada.jpg)", "<p></p>"),
        ('<img src="https://evil.example/x.gif" alt="x">', "<p>x</p>"),
        ("[surat](mailto:a@b.example)", '<p><a href="mailto:a@b.example">surat</a></p>'),
    ],
)
def test_links_and_photos_lead_only_where_they_may(markdown: str, html: str) -> None:
    assert shown(markdown) == html
