"""Whatever is typed into an edition or a title, a book shows it as it was typed: no template takes it for its own."""

import re

from galeri.model.editions import Edition
from tests.books.printed import Book, printed
from tests.support.fields import filled
from tests.support.galleries import Small
from tests.support.hostile import HOSTILE

MARKUP = (
    '#panic() #import "x.typ" $x$ *b* _i_ `c` <l> @r = h - l + n / t: \\u{41}',
    "// no comment /* nor this */ ~ -- --- ... 'q' \"q\" [b] {c} #(1 + 1) \\#",
    "%(count)s %s {0} {x} ${x} <b>x</b> &amp; ]]> <!-- -->",
)
"""What Typst, translated sentences or XML would read as more than text."""
SEEN = tuple(text for text in (*MARKUP, *HOSTILE) if text.isascii() and text.isprintable())


def test_what_is_typed_into_an_edition_stands_in_the_book_as_it_was_typed(kain: Small) -> None:
    for text in MARKUP:
        fixed = {
            "languages": ["id"],
            "bilingual": None,
            "paper": "square",
            "isbn": "",
            "leaf": 0.1,
            **dict.fromkeys(
                ("product", "collection", "region", "artisan", "venue", "cover", "foreword", "colophon")
            ),
        }
        tree = kain.root / "galeri.yaml"
        settings = tree.read_text(encoding="utf-8").partition("editions:")[0]
        kain.write("galeri.yaml", settings)
        kain.dump("extra.yaml", {"editions": {"katalog": filled(Edition, text, fixed)}})
        kain.write("galeri.yaml", settings + (kain.root / "extra.yaml").read_text(encoding="utf-8"))
        assert printed(kain).problems == ()
        assert plain(text) in plain(Book(kain.root / "books/katalog-id.pdf").pages[0]), text


def test_every_hostile_text_can_be_printed_as_a_title_and_is_only_read(kain: Small) -> None:
    for number, text in enumerate(SEEN):
        kain.dump(
            f"content/motifs/h{number:02}/motif.yaml", {"words": {"id": {"title": text, "summary": text}}}
        )
    names = ", ".join(f"h{number:02}" for number in range(len(SEEN)))
    kain.edit("content/products/kain/product.yaml", "motifs: [awan]", f"motifs: [{names}]")
    assert printed(kain).problems == ()
    read = plain(Book(kain.root / "books/katalog-id.pdf").text)
    assert [text for text in SEEN if plain(text) not in read] == []


def plain(text: str) -> str:
    """Give what can be compared of a text that was set: without spaces, hyphens and the shapes of quotes."""
    return re.sub(r"[\s\u00ad\ufffe\u200b\"'\u2010-\u201f\u2026-]+|\.\.\.", "", text)
