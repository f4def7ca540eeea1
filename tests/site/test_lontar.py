"""The second theme, which holds only what differs from the first, makes a whole site."""

from pathlib import Path

import pytest

from galeri.commands.init import make
from galeri.options import Options
from galeri.pipeline import build
from tests.site.built import Site, said
from tests.support.shared import lend


def built(folder: Path, theme: str, pictures: Path, more: str = "") -> Site:
    gallery = folder / theme
    make(gallery, "id")
    lend(pictures, gallery)
    settings = gallery / "galeri.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("theme: pendapa", f"theme: {theme}") + more, encoding="utf-8")
    report = build(Options(gallery, workers=1))
    assert report.published, report.problems
    return Site(gallery / "site")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, pictures: Path) -> dict[str, Site]:
    folder = tmp_path_factory.mktemp("themes")
    return {theme: built(folder, theme, pictures) for theme in ("pendapa", "lontar")}


def style(site: Site) -> str:
    (path,) = (path for path in site.files if path.endswith(".css"))
    return site.text(path)


def test_it_has_every_page_that_the_theme_has_which_it_extends(sites: dict[str, Site]) -> None:
    assert sites["lontar"].pages.keys() == sites["pendapa"].pages.keys()


def test_its_template_sentence_setting_and_style_stand_in_for_those_below(sites: dict[str, Site]) -> None:
    lontar, pendapa = sites["lontar"], sites["pendapa"]
    assert (
        len(said(lontar.pages["404.html"], "//main//a"))
        == 1
        < len(said(pendapa.pages["404.html"], "//main//a"))
    )
    assert "Yang baru datang" in said(lontar.pages["index.html"], "//h2")
    assert "Karya terbaru" in said(pendapa.pages["index.html"], "//h2")
    assert "--columns:3;" in style(lontar)
    assert "--columns:4;" in style(pendapa)
    assert style(lontar).index("What Lontar does otherwise") > style(lontar).index(
        "Pendapa: the open pavilion"
    )


def test_a_gallery_chooses_what_the_theme_lets_it(
    tmp_path: Path, pictures: Path, sites: dict[str, Site]
) -> None:
    more = 'appearance: {columns: 2, link: "#14483f", home: [articles, newest]}\n'
    chosen = built(tmp_path, "pendapa", pictures, more)
    assert "--columns:2;" in style(chosen)
    assert "--link:#14483f;" in style(chosen)
    before, after = (said(site.pages["index.html"], "//main//h2") for site in (sites["pendapa"], chosen))
    assert "Karya terbaru" in after
    assert set(after) < set(before)
