"""A gallery with every kind of page, built and served once, and one browser to visit it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from galeri.options import Options
from galeri.pipeline import build
from tests.browser.visits import Visitors, served
from tests.support.shared import common, lend, once

GALLERY = Path(__file__).parents[1] / "galleries" / "languages"
MORE = {
    "tikar": ("basketry", "[anyam]", "250000", "Perempuan desa menenun pandan."),
    "syal": ("textile", "[batik-tulis]", "750000", "Tenunan sutra yang ringan."),
    "taplak": ("textile", "[batik-tulis]", "1500000", "Kain yang ditenun di desa."),
    "baki": ("wood", "[]", "3000000", "Kayu nangka yang diukir."),
    "patung": ("wood", "[]", "ask", "Ukiran tangan."),
}
"""More pieces, so that their index has three pages: craft, techniques, price, story."""
EDITION = """\
editions:
  katalog:
    title: {id: Katalog laut, en: Catalogue of the sea}
    subtitle: {id: Karya dari pesisir}
    edition: {id: Cetakan pertama}
    collection: pameran-laut
    languages: [id, en]
    publish: true
"""
"""A catalogue to download."""


expect.set_options(timeout=20_000)  # a machine that does much else is slow


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, pictures: Path) -> Path:
    """The gallery in five languages, with three pieces on each page of their index."""
    return once(common(tmp_path_factory) / "browser", lambda root: build_in(root, pictures)) / "site"


def build_in(root: Path, pictures: Path) -> None:
    """Build the gallery in a folder."""
    gallery = root / "gallery"
    shutil.copytree(GALLERY, gallery)
    lend(pictures, gallery)
    with (gallery / "galeri.yaml").open("a") as settings:
        settings.write(EDITION)
    (gallery / "themes/pendapa").mkdir(parents=True)
    (gallery / "themes/pendapa/theme.yaml").write_text("page_size: 3\n")
    technique = gallery / "content/techniques/anyam"
    technique.mkdir()
    (technique / "technique.yaml").write_text("words: {id: {title: Anyaman}, en: {title: Plaiting}}\n")
    for name, (kind, techniques, price, story) in MORE.items():
        folder = gallery / "content/products" / name
        folder.mkdir()
        shutil.copyfile(GALLERY / "content/products/topi-pandan/topi.jpg", folder / "foto.jpg")
        amount = price if price == "ask" else f"{{amount: {price}}}"
        (folder / "product.yaml").write_text(
            f"artisan: kelompok-pesisir\nregion: kab-bangkalan\nkind: {kind}\ntechniques: {techniques}\n"
            f"price: {amount}\ncuration: approved\nphotos: [{{file: foto.jpg}}]\n"
        )
        (folder / "id.md").write_text(
            f"---\ntitle: {name.title()}\nphilosophy: Indah.\nphotos: {{foto.jpg: {{alt: Foto}}}}\n---\n{story}\n"
        )
    report = build(Options(gallery, root / "site", workers=2))
    assert report.published, report.problems


@pytest.fixture(scope="session")
def visitors(browser: Browser, built: Path) -> Iterator[Visitors]:
    """Visitors of the built gallery."""
    with served(built) as base:
        yield Visitors(browser, base)
