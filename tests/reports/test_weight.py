"""What a phone fetches of a page is reckoned from its HTML, and weighed against what it may be."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galeri.model.problem import Severity
from galeri.reports.first_view import chosen, first_view, shown_width
from galeri.reports.weight import STATES, SitePage, WeightRow, weight

HEAD = (
    '<head><link rel="stylesheet" href="../static/style.css"><script type="module" src="../static/a.js"></script>'
    '<link rel="preload" as="font" href="../static/f.woff2"></head>'
)
TALL = "<p>" + "kata " * 3000 + "</p>"


def photo(name: str, lazy: str = ' loading="lazy"') -> str:
    return (
        f'<picture><source type="image/avif" srcset="{name}-640.avif 640w, {name}-1600.avif 1600w" sizes="54vw">'
        f'<img src="{name}.jpg" width="1600" height="1200"{lazy}></picture>'
    )


def weighed(html: str, sizes: Mapping[str, int], kind: str = "product") -> WeightRow:
    """Weigh a page whose files have 1000 bytes each, if `sizes` does not say otherwise."""
    page = SitePage(kind, f"{kind}:kain", "kain/index.html")
    return weight(page, html, lambda path, _: sizes.get(path.rpartition("/")[2], 1000))


@pytest.mark.parametrize(
    ("sizes", "pixels"),
    [
        ("100vw", 390),
        ("(min-width: 48rem) 30vw, 27vw", 105.3),
        ("(max-width: 40rem) 54vw, min(100vw, 86vh)", 210.6),
        ("(min-width: 300px) 10rem, 50vw", 160),
        ("min(50vw, 9rem)", 144),
    ],
)
def test_sizes_are_read_as_this_phone_reads_them(sizes: str, pixels: float) -> None:
    assert shown_width(sizes) == pytest.approx(pixels)


@pytest.mark.parametrize(
    ("sizes", "file"), [("54vw", "640"), ("27vw", "320"), ("100vw", "960"), ("20px", "320")]
)
def test_the_file_is_chosen_that_chromium_chooses(sizes: str, file: str) -> None:
    files = "320 320w, 640 640w, 960 960w"
    assert chosen(files, sizes) == file


def test_what_the_head_names_is_fetched() -> None:
    found = first_view(HEAD)
    assert (found.styles, found.scripts) == (["../static/style.css"], ["../static/a.js"])
    assert found.fonts == ["../static/f.woff2"]


def test_a_photo_that_may_not_wait_is_fetched_wherever_it_stands() -> None:
    assert first_view(TALL + photo("a", "")).pictures == ["a-640.avif"]


def test_a_photo_that_may_wait_is_fetched_near_the_screen_alone() -> None:
    assert first_view(photo("a")).pictures == ["a-640.avif"]
    far = first_view(TALL + photo("a"))
    assert far.pictures == far.perhaps == []


def test_a_photo_near_where_a_browser_stops_is_fetched_perhaps() -> None:
    found = [first_view(f"<p>{'kata ' * words}</p>{photo('a')}") for words in range(0, 800, 20)]
    steps = ["sure" if each.pictures else "perhaps" if each.perhaps else "no" for each in found]
    assert list(dict.fromkeys(steps)) == ["sure", "perhaps", "no"]


@pytest.mark.parametrize(
    "around",
    ["<dialog>{}</dialog>", "<div hidden>{}</div>", "<nav popover>{}</nav>", "<details>{}</details>"],
)
def test_what_is_not_shown_takes_no_room_and_is_not_fetched(around: str) -> None:
    assert first_view(around.format(TALL) + photo("a")).pictures == ["a-640.avif"]
    assert first_view(around.format(photo("a", ""))).pictures == []


def test_a_placeholder_within_the_page_is_not_fetched_and_takes_no_room() -> None:
    assert first_view('<img src="data:image/webp;base64,AAAA">').pictures == []
    drawn = '<svg class="placeholder" viewBox="0 0 9 99"><image href="data:image/webp;base64,AAAA"/></svg>'
    assert first_view(drawn * 9 + photo("a")).pictures == ["a-640.avif"]


def test_a_piece_above_its_hundred_kilobytes_is_an_error() -> None:
    row = weighed(HEAD + photo("a"), {"a-640.avif": 99_000})
    assert (row.severity, row.state) == (Severity.ERROR, "heavy")
    assert row.whole == row.document + row.styles + row.scripts + row.fonts + row.pictures == 103_000
    assert row.most == 100_000


def test_a_page_within_its_weight_is_light_and_other_kinds_have_none() -> None:
    assert weighed(HEAD + photo("a"), {"a-640.avif": 90_000}).state == "light"
    assert weighed(photo("a"), {"a-640.avif": 900_000}, kind="article").severity is None


@pytest.mark.parametrize("sizes", [{"style.css": 15_001}, {"a.js": 10_001}])
def test_styles_and_scripts_have_a_weight_of_their_own_on_every_page(sizes: dict[str, int]) -> None:
    assert weighed(HEAD, sizes, kind="article").state == "heavy"


def test_a_page_that_is_too_heavy_only_with_what_is_fetched_perhaps_is_a_warning() -> None:
    rows = [
        weighed(f"<p>{'kata ' * words}</p>{photo('a')}", {"a-640.avif": 120_000})
        for words in range(0, 800, 20)
    ]
    assert {row.state for row in rows} == set(STATES)
    assert {row.severity for row in rows if row.state == "near"} == {Severity.WARNING}


def test_a_file_that_is_asked_for_twice_is_fetched_once_and_another_host_s_not_at_all() -> None:
    html = photo("a") * 2 + '<img src="https://elsewhere.example/b.jpg" width="1" height="1">'
    assert weighed(html, {"a-640.avif": 7000}).pictures == 7000


@given(st.text(alphabet="<>/=\"'abimgsrcetpu 0w,.() \n", max_size=200))
def test_no_page_however_broken_is_beyond_reckoning(html: str) -> None:
    first_view(html)
