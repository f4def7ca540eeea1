"""The same photos for galeri, Hugo and eleventy-img, of which the same derivatives are asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.as_galeri import SETTINGS, THEME
from benchmarks.builders import Builder, hugo_binary
from benchmarks.gallery import write
from benchmarks.pictures import CACHE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

HERE = Path(__file__).parent
WIDTHS, JPEG_WIDTH, WEBP_QUALITY, JPEG_QUALITY = (320, 640, 960, 1280, 1920), 960, 78, 80
ELEVENTY = "7.0.0"  # of @11ty/eleventy-img
BOTH = (
    f"{{widths: {list(WIDTHS)}, fallback: [{JPEG_WIDTH}], formats: [webp, jpeg], "
    f"quality: {{webp: {WEBP_QUALITY}, jpeg: {JPEG_QUALITY}}}}}"
)
JPEG = f"{{widths: [{JPEG_WIDTH}], formats: [jpeg], quality: {{jpeg: {JPEG_QUALITY}}}}}"
RECIPES = f"""\
images:
  card: {BOTH}
  page: {BOTH}
  step: {BOTH}
  portrait: {BOTH}
  share: {JPEG}
  zoom: {JPEG}
"""
TERMS = {
    "artisans/a/artisan.yaml": "kind: group\nregion: r\nconsent: "
    "{name: true, portrait: false, story: true, phone: false, on: 2025-01-01, form: K-001}\n",
    "regions/r/region.yaml": "level: regency\n",
    "techniques/t/technique.yaml": "",
    "materials/m/material.yaml": "",
}
PRODUCT = """\
artisan: a
region: r
techniques: [t]
materials: [m]
kind: textile
dimensions: {{length: 200 cm, width: 100 cm}}
weight: 300 g
year: 2025
edition: open
price: {{amount: 100000, currency: IDR, as_of: 2026-11-01}}
curation: approved
photos: [{photos}]
added: 2026-10-05
"""
PAGE = """\
{{ range resources.Match "photos/*.jpg" }}{{ $photo := . }}<p>
{{ range slice WIDTHS }}<img src="{{ ($photo.Resize (printf "%dx webp qWEBP" .)).RelPermalink }}">{{ end }}
<img src="{{ ($photo.Resize "JPEG_WIDTHx jpg qJPEG").RelPermalink }}"></p>
{{ end }}"""


def galeri(root: Path, photos: Sequence[Path], each: int = 1) -> Builder:
    """Write a gallery in which every product has so many photos, and return galeri on it."""
    folder = root / "galeri"
    products = {group[0].stem: group for group in batched(photos, each)}
    write(_gallery(products), folder)
    for name, group in products.items():
        for photo in group:
            _link(photo, folder / "content/products" / name / photo.name)
    command = (sys.executable, "-m", "galeri", "build", "--gallery", str(folder))
    story = folder / "content/products" / next(iter(products)) / "id.md"
    return Builder("galeri", folder, command, folder / "site", (folder / ".galeri",), story)


def batched(photos: Sequence[Path], count: int) -> list[Sequence[Path]]:
    """Divide photos into groups of so many."""
    return [photos[start : start + count] for start in range(0, len(photos), count)]


def _gallery(products: Mapping[str, Sequence[Path]]) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file; the theme is that of the other benchmark, with other recipes."""
    yield "galeri.yaml", SETTINGS
    for file in THEME.rglob("*"):
        if file.is_file():
            text = file.read_text("utf-8")
            if file.name == "theme.yaml":
                before, after = text.index("images:"), text.index("segments:")
                text = text[:before] + RECIPES + text[after:]
            yield f"themes/plain/{file.relative_to(THEME).as_posix()}", text
    for path, facts in TERMS.items():
        name = path.partition("/")[0]
        words = f"words: {{id: {{title: {name}, summary: Uji.}}, en: {{title: {name}, summary: Test.}}}}\n"
        yield f"content/{path}", facts + words
    for name, photos in products.items():
        folder = f"content/products/{name}"
        listed = ", ".join(f"{{file: {photo.name}, credit: Galeri Uji}}" for photo in photos)
        yield f"{folder}/product.yaml", PRODUCT.format(photos=listed)
        for language, story in (("id", "Sehelai kain."), ("en", "A cloth.")):
            said = ", ".join(f"{photo.name}: {{alt: {story}}}" for photo in photos)
            about = f"photos: {{{said}}}"
            head = f"title: {name}\nsummary: {story}\nphilosophy: {story}\n{about}"
            yield f"{folder}/{language}.md", f"---\n{head}\n---\n{story}\n"


def hugo(root: Path, photos: Sequence[Path]) -> Builder:
    """Write a site of one page that shows all photos, and return Hugo on it."""
    folder, cache = root / "hugo", root / "hugo-cache"
    page = PAGE.replace("JPEG_WIDTH", str(JPEG_WIDTH)).replace("WIDTHS", " ".join(map(str, WIDTHS)))
    page = page.replace("WEBP", str(WEBP_QUALITY)).replace("JPEG", str(JPEG_QUALITY))
    kinds = "disableKinds = ['taxonomy', 'term', 'rss', 'sitemap', 'section', '404']\n"
    write([("hugo.toml", kinds), ("layouts/home.html", page)], folder)
    for photo in photos:
        _link(photo, folder / "assets/photos" / photo.name)
    command = (str(hugo_binary()), "build", "--source", str(folder), "--cacheDir", str(cache))
    return Builder("Hugo", folder, command, folder / "public", (folder / "resources", cache), folder)


def eleventy(root: Path, photos: Sequence[Path]) -> Builder:
    """Return eleventy-img on a folder of the photos, installed in the benchmarks' cache if it is not there."""
    source, output = root / "eleventy/photos", root / "eleventy/site"
    for photo in photos:
        _link(photo, source / photo.name)
    asked = (",".join(map(str, WIDTHS)), str(JPEG_WIDTH), str(WEBP_QUALITY), str(JPEG_QUALITY))
    command = (_node(), str(HERE / "eleventy.mjs"), str(_installed()), str(source), str(output), *asked)
    return Builder("eleventy-img", source, command, output, (), source)


def _installed() -> Path:
    """Install eleventy-img with npm, in the version that is compared, and return its folder."""
    folder = CACHE / f"eleventy-img-{ELEVENTY}"
    package = folder / "node_modules/@11ty/eleventy-img"
    if not package.exists():
        if shutil.which("npm") is None:
            message = "eleventy-img is compared too: install Node.js, or name another program with --only"
            raise SystemExit(message)
        folder.mkdir(parents=True, exist_ok=True)
        wanted = f"@11ty/eleventy-img@{ELEVENTY}"
        install = ("npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), wanted)
        subprocess.run(install, check=True, stdout=sys.stderr)
    return package


def _node() -> str:
    return shutil.which("node") or "node"


def versions() -> dict[str, str]:
    """Return the versions of eleventy-img and of the libraries it works with."""
    asking = "const {versions: v} = require('sharp'); console.log(v.sharp, v.vips, v.webp)"
    done = subprocess.run(
        [_node(), "-e", asking], cwd=_installed(), capture_output=True, text=True, check=True
    )
    names = ("sharp", "libvips", "sharp's libwebp")
    return {"eleventy-img": ELEVENTY, **dict(zip(names, done.stdout.split(), strict=True))}


def _link(photo: Path, target: Path) -> None:
    """Put a photo where a program looks for it, without another copy of it where the disk can do so."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(photo, target)
    except OSError:
        shutil.copyfile(photo, target)
