"""Sanitized HTML as XML: whatever comes in, an XML reader takes what comes out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from galeri.making.stories import converter
from galeri.making.xhtml import xhtml


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<br>b</p>", "<story><p>a<br />b</p></story>"),
        ("<p>a&nbsp;&amp;&lt;b</p>", "<story><p>a\u00a0&amp;&lt;b</p></story>"),
        ('<img src="a.jpg" alt="a > b">', '<story><img src="a.jpg" alt="a &gt; b" /></story>'),
        ("<p><em>a</p></em>b", "<story><p><em>a</em></p>b</story>"),
        ("</p>a", "<story>a</story>"),
        ("", "<story />"),
    ],
)
def test_html_becomes_well_formed(html: str, expected: str) -> None:
    assert xhtml(html) == expected


def test_words_are_changed_in_text_and_not_in_code() -> None:
    assert xhtml("<p>kata <code>kata</code></p>", str.upper) == "<story><p>KATA <code>kata</code></p></story>"


@given(st.text(alphabet="ab*_`[]()<>&!#-|\n \\\"'é\u00a0"))
def test_any_story_can_be_read_as_xml(markdown: str) -> None:
    etree.fromstring(xhtml(converter()(markdown)))
