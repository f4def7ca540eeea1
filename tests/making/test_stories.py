"""Stories become HTML that can do no harm, and their links and photos lead to what is published."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from galeri.making.stories import converter, placed, sanitize
from galeri.model.records import KINDS
from galeri.model.views import Link, Picture, Placeholder, Source, StoryView

CONVERT = converter()
PICTURE = Picture(
    sources=(
        Source("image/webp", (("images/a-480.x.webp", 480),)),
        Source("image/jpeg", (("images/a-480.x.jpg", 480), ("images/a-960.y.jpg", 960))),
    ),
    sizes="(min-width: 40rem) 50vw, 100vw",
    width=960,
    height=720,
    alt="Kain <terbentang>",
    caption="",
    lang="",
    credit="",
    licence="",
    placeholder=Placeholder("a.jpg", "0", 0, 0, 960, 720),
)
LINKS = (
    ("motif:awan", Link("motif/awan/", "Awan & hujan")),
    ("artisan:kelompok", Link("en/makers/kelompok/", "Kelompok", "id")),
)


def told(markdown: str, root: str = "../") -> str:
    return placed(CONVERT(markdown), StoryView(markdown, LINKS, (("a.jpg", PICTURE),)), root)


def test_a_photo_of_a_story_has_a_placeholder_where_there_is_one_for_it() -> None:
    story = StoryView("", (), (("a.jpg", PICTURE),))
    html = placed('<p><img src="a.jpg"></p>', story, "../", {PICTURE.placeholder: "data:x&y"}.__getitem__)
    [drawn] = lxml_html.fromstring(html).xpath("//span[@class='photo']/svg[@aria-hidden='true']")
    [shown] = lxml_html.fromstring(html).xpath("//span[@class='photo']//img")
    assert drawn.xpath("string(image/@href)") == "data:x&y"
    assert (drawn.get("width"), drawn.get("height")) == (shown.get("width"), shown.get("height"))
    assert 'class="photo"' not in placed('<p><img src="a.jpg"></p>', story, "../")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("# A", "<h2>A</h2>"),
        ("## A", "<h2>A</h2>"),
        ("### A", "<h3>A</h3>"),
        ("###### A", "<h6>A</h6>"),
        ("A\n=", "<h2>A</h2>"),
        ("<h1>A</h1>", "A"),
    ],
)
def test_headings_of_a_story_start_below_the_title_of_its_page(markdown: str, html: str) -> None:
    assert told(markdown).strip() == html


def test_a_table_is_aligned_by_class_since_no_style_is_let_through() -> None:
    made = told("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |")
    cells = lxml_html.fromstring(made).xpath("//th|//td")
    assert [(cell.text, cell.get("class")) for cell in cells] == [
        ("a", None),
        ("b", None),
        ("c", "center"),
        ("d", "end"),
        ("1", None),
        ("2", None),
        ("3", "center"),
        ("4", "end"),
    ]
    assert "style" not in made


def test_an_empty_corner_of_a_table_is_no_heading_but_a_photo_may_be_one() -> None:
    head = re.compile(r"<tr>(.*?)</tr>")
    assert head.findall(told("| | Tempat |\n|---|---|\n| a | b |"))[0] == "<td></td><th>Tempat</th>"
    assert told("| ![Kain](a.jpg) | Tempat |\n|---|---|\n| a | b |").count("<th>") == 2


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[awan itu](motif:awan)", '<p><a href="../motif/awan/">awan itu</a></p>'),
        ("[](motif:awan)", '<p><a href="../motif/awan/">Awan &amp; hujan</a></p>'),
        ("[](artisan:kelompok)", '<p><a href="../en/makers/kelompok/" lang="id">Kelompok</a></p>'),
        ("[kami](artisan:kelompok)", '<p><a href="../en/makers/kelompok/">kami</a></p>'),
        ('[x](motif:awan "Judul")', '<p><a href="../motif/awan/" title="Judul">x</a></p>'),
        ("[**x**](motif:awan)", '<p><a href="../motif/awan/"><strong>x</strong></a></p>'),
        ("[x][1]\n\n[1]: motif:awan", '<p><a href="../motif/awan/">x</a></p>'),
        ("[x](https://a.example/?a=1&b=2)", '<p><a href="https://a.example/?a=1&amp;b=2">x</a></p>'),
    ],
)
def test_a_link_leads_to_the_page_of_its_record(markdown: str, html: str) -> None:
    assert told(markdown) == html


def test_links_start_at_the_root_of_their_page() -> None:
    assert 'href="./motif/awan/"' in told("[](motif:awan)", "./")
    assert 'href="/sub/motif/awan/"' in told("[](motif:awan)", "/sub/")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "artisan"])
def test_a_link_to_a_record_that_is_not_published_becomes_its_text(kind: str) -> None:
    assert told(f"Lihat [kain *itu*]({kind}:draf), ya.") == "<p>Lihat kain <em>itu</em>, ya.</p>"


@pytest.mark.parametrize(
    "markdown",
    [
        "[Bu Siti](artisan:siti)",
        '[Bu Siti](artisan:siti "Bu Siti")',
        "[Bu *Siti*](artisan:siti)",
        "[Bu [Siti]](artisan:siti)",
        "[Bu Siti][1]\n\n[1]: artisan:siti",
        "[![Bu Siti](a.jpg)](artisan:siti)",
        "[Bu Siti](<artisan:siti>)",
        "[Bu Siti](\nartisan:siti)",
        "[Bu Siti](&#97;rtisan:siti)",
        '<a href="artisan:siti">Bu Siti</a>',
        "<a href='artisan:siti' lang=id><b>Bu Siti</b></a>",
        '<a title="Bu Siti" href="artisan:siti">Bu Siti</a>',
        '<a lang="id" href="artisan:siti">Bu Siti</a>',
        "[Bu Siti](Artisan:siti)",
        "[Bu Siti](ARTISAN:siti)",
    ],
)
def test_the_text_of_a_link_to_a_maker_who_is_not_published_is_dropped(markdown: str) -> None:
    made = told(f"Dibuat {markdown}")
    assert "Siti" not in made
    assert "artisan:" not in made.lower()
    assert "Dibuat" in made


@given(st.sampled_from(["artisan", "product", "motif"]), st.text(max_size=10), st.text(max_size=10))
def test_no_link_to_a_record_is_ever_left_as_it_was_written(kind: str, text: str, name: str) -> None:
    made = told(f"[{text}]({kind}:{name})")
    targets = re.findall(r'href="([^"]*)"', made)
    assert not [target for target in targets if target.partition(":")[0] in KINDS]


def test_an_own_photo_becomes_a_picture_in_several_sizes() -> None:
    image = lxml_html.fromstring(told("![Canting & malam](a.jpg)", "../../")).find(".//img")
    assert image is not None
    assert image.get("src") == "../../images/a-960.y.jpg"
    assert image.get("srcset") == "../../images/a-480.x.jpg 480w, ../../images/a-960.y.jpg 960w"
    assert (image.get("width"), image.get("height"), image.get("loading")) == ("960", "720", "lazy")
    assert image.get("alt") == "Canting & malam"
    assert image.get("sizes") == PICTURE.sizes


def test_an_own_photo_is_offered_in_better_formats_first() -> None:
    found = lxml_html.fromstring(told("![](a.jpg)")).find(".//picture")
    assert found is not None
    assert [each.tag for each in found.iter()] == ["picture", "source", "img"]
    assert dict(found[0].attrib) == {
        "type": "image/webp",
        "srcset": "../images/a-480.x.webp 480w",
        "sizes": PICTURE.sizes,
    }


def test_an_own_photo_without_alternative_text_takes_that_of_the_record() -> None:
    image = lxml_html.fromstring(told("![](a.jpg)")).find(".//img")
    assert image is not None
    assert image.get("alt") == "Kain <terbentang>"


@pytest.mark.parametrize(
    "source",
    ["https://a.example/x.jpg", "//a.example/a.jpg", "data:image/png;base64,xx", ""],
)
def test_a_picture_from_elsewhere_becomes_its_alternative_text(source: str) -> None:
    made = told(f"Lihat ![kain <itu>]({source}) ini.")
    assert "<img" not in made
    assert "kain &lt;itu&gt;" in made


@pytest.mark.parametrize("source", ["other.jpg", "/a.jpg"])
def test_a_photo_that_the_record_does_not_show_leaves_no_word_of_whom_it_shows(source: str) -> None:
    assert told(f"Lihat ![kain <itu>]({source}) ini.") == "<p>Lihat  ini.</p>"


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_code_between_fences_is_shown_as_it_is_and_its_links_are_none(fence: str) -> None:
    made = told(f"{fence}\n[x](motif:awan)\n\n[y](artisan:siti)\n{fence}\n\nSesudah.")
    assert "<pre><code>[x](motif:awan)\n\n[y](artisan:siti)\n</code></pre>" in made
    assert "<a " not in made


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src='https://a.example'></iframe>",
    "<form action='https://a.example'><input name=a></form>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed' onclick='x()' class='x' id='main'>a</p>",
    "<svg onload=alert(1)><script>1</script></svg>",
    "<math><mtext></p><img src=x onerror=alert(1)></mtext></math>",
    "<meta http-equiv=refresh content='0;url=https://a.example'>",
    "<base href='https://a.example/'>",
    "<!-- a --><b>",
    '![x](a.jpg" onerror="alert(1))',
    '[x](motif:awan"onmouseover="alert(1))',
    "<object data=x></object><embed src=x>",
    "<details open ontoggle=alert(1)>",
]
ALLOWED = {
    "href",
    "hreflang",
    "src",
    "srcset",
    "sizes",
    "type",  # of a source of a picture
    "alt",
    "width",
    "height",
    "loading",
    "decoding",
    "lang",
} | {"dir", "title", "start", "colspan", "rowspan", "scope", "class"}
GONE = {"script", "iframe", "form", "input", "style", "svg", "math", "meta", "base", "object", "embed", "h1"}


def harmless(made: str) -> None:
    for element in lxml_html.fragment_fromstring(made, create_parent="div").iter():
        assert isinstance(element.tag, str)
        assert element.tag not in GONE
        assert set(element.attrib) <= ALLOWED
        for name in ("href", "src"):
            target = re.sub(r"[\t\n\r]", "", element.get(name, "")).strip()  # as browsers read it
            scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*(?=:)", target)
            assert scheme is None or scheme[0].lower() in {"http", "https", "mailto", "tel"}, target


@pytest.mark.parametrize("markdown", HOSTILE)
def test_nothing_hostile_comes_through(markdown: str) -> None:
    harmless(told(f"a {markdown} b\n\n{markdown}"))


PIECES = st.sampled_from(
    [
        "<",
        ">",
        '"',
        "'",
        "&",
        "a href=",
        "javascript:",
        "motif:awan",
        "artisan:x",
        "](",
        "[",
        "!",
        "(",
        ")",
        "<b>",
        "</a>",
        "<img src=a.jpg>",
        "`",
        "\n",
        " ",
        "onerror=",
        "&#106;",
        "*",
        "|",
        "---",
        "<script>",
    ]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=25).map("".join))
def test_no_story_makes_anything_hostile(markdown: str) -> None:
    if "\x00" not in markdown:
        harmless(told(markdown))


def test_text_of_every_kind_of_markup_comes_through() -> None:
    made = told(
        "*a* **b** `c`\n\n> d\n\n1. e\n2. f\n\n- g\n\n---\n\n"
        '<abbr title="x">h</abbr> <ruby>i<rp>(</rp><rt>j</rt><rp>)</rp></ruby> <kbd>k</kbd> '
        '<span lang="jv-Java" dir="ltr">ꦲ</span>'
    )
    for tag in (
        "em",
        "strong",
        "code",
        "blockquote",
        "ol",
        "ul",
        "li",
        "hr",
        "abbr",
        "ruby",
        "rt",
        "kbd",
        "span",
    ):
        assert f"<{tag}" in made, tag


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<"), max_size=60))
def test_plain_text_is_never_lost(text: str) -> None:
    words = re.findall(r"[^\W_]{2,}", text)
    shown = lxml_html.fromstring(f"<div>{told(text)}</div>").text_content()
    assert [word for word in words if word not in shown] == []


def test_what_was_cleaned_once_stays_the_same() -> None:
    for markdown in HOSTILE:
        once = CONVERT(markdown)
        assert sanitize(once) == once
