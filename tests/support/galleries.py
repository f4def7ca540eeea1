"""A small gallery in a folder: real files, tiny photos and a theme of a few lines, so that a build takes a moment."""

import os
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from galeri.model.records import KINDS
from galeri.model.theme import PAGE_TEMPLATES
from galeri.options import Options, Report
from galeri.pipeline import build

SETTINGS = """\
title: {id: Galeri Kecil, en: Small Gallery}
description: {id: Untuk diuji., en: To be tested.}
base_url: https://kecil.example/galeri/
languages: [id, en]
theme: plain
licence: CC-BY-4.0
publisher: Dewan Contoh
contact: {whatsapp: "+6280000000000"}
"""
PRODUCT = """\
artisan: kelompok
region: kabupaten
techniques: [tulis]
materials: [katun]
motifs: [awan]
kind: textile
dimensions: {length: 200 cm, width: 105 cm}
price: {amount: 1250000, currency: IDR, as_of: 2026-11-01}
curation: approved
on_display: [{venue: utama}]
photos: [{file: 01-kain.jpg, focus: 50% 30%}, {file: 02-canting.jpg, role: process}]
added: 2026-09-14
"""
PRODUCT_WORDS = """\
---
title: Kain awan
summary: Selembar kain.
philosophy: Awan itu lewat.
photos:
  01-kain.jpg: {alt: Kain terbentang}
  02-canting.jpg: {alt: Canting di tangan}
process: [{title: Nyanting, text: Malam digoreskan., photo: 02-canting.jpg}]
---
Kisah kain, dari [](artisan:kelompok).

![Canting](02-canting.jpg)
"""
FILES = {
    "galeri.yaml": SETTINGS,
    "content/products/kain/product.yaml": PRODUCT,
    "content/products/kain/id.md": PRODUCT_WORDS,
    "content/products/kain/en.md": "---\ntitle: Cloud cloth\n---\nThe story of a cloth.\n",
    "content/products/topi/product.yaml": (
        "artisan: kelompok\nregion: kabupaten\nkind: other\ncuration: approved\nphotos: [{file: topi.jpg}]\n"
    ),
    "content/products/topi/id.md": (
        "---\ntitle: Topi pandan\nphilosophy: Teduh.\nphotos: {topi.jpg: {alt: Topi}}\n---\nKisah topi.\n"
    ),
    "content/artisans/kelompok/artisan.yaml": (
        "kind: group\nregion: kabupaten\ntechniques: [tulis]\nportrait: muka.jpg\n"
        "photos: [{file: muka.jpg, role: portrait}]\nconsent: {name: true, portrait: true, story: true}\n"
    ),
    "content/artisans/kelompok/id.md": "---\ntitle: Kelompok Pesisir\n---\nKisah kelompok.\n",
    "content/artisans/kelompok/en.md": "---\ntitle: Shore Group\n---\nThe story of a group.\n",
    "content/regions/provinsi/region.yaml": "level: province\nwords: {id: {title: Provinsi}}\n",
    "content/regions/kabupaten/region.yaml": (
        "level: regency\nparent: provinsi\nwords: {id: {title: Kabupaten}, en: {title: Regency}}\n"
    ),
    "content/techniques/tulis/technique.yaml": "words: {id: {title: Batik tulis}}\n",
    "content/materials/katun/material.yaml": "words: {id: {title: Katun}, en: {title: Cotton}}\n",
    "content/motifs/awan/motif.yaml": "words: {id: {title: Awan}}\n",
    "content/collections/pameran/collection.yaml": "kind: exhibition\nproducts: [topi, kain]\nvenue: utama\n",
    "content/collections/pameran/id.md": "---\ntitle: Pameran\nnotes: {kain: Lihat awannya.}\n---\nKisah pameran.\n",
    "content/venues/utama/venue.yaml": "kind: gallery\nwords: {id: {title: Galeri utama}}\n",
    "content/articles/tentang/article.yaml": "kind: about\nmenu: true\n",
    "content/articles/tentang/id.md": "---\ntitle: Tentang kami\n---\nKisah kami.\n",
}
PHOTOS = {
    "content/products/kain/01-kain.jpg": (200, 60, 20),
    "content/products/kain/02-canting.jpg": (20, 60, 200),
    "content/products/topi/topi.jpg": (90, 160, 40),
    "content/artisans/kelompok/muka.jpg": (120, 120, 120),
}
PAGE = """\
<!DOCTYPE html>
<html lang="{{ site.language.tag }}">
<head>
<meta charset="utf-8">
<title>{{ page.title or site.title }}</title>
<meta name="description" content="{{ page.description }}">
<link rel="stylesheet" href="{{ asset('plain.css') }}">
<script type="application/ld+json">{{ structured_data }}</script>
</head>
<body>
<nav>{% for item in site.menu %}<a href="{{ item.path|href }}">{{ item.text }}</a>{% endfor %}</nav>
<main>{% block main %}{% endblock %}</main>
</body>
</html>
"""
RECORD = """\
{% extends "_page.html" %}
{% block main %}
<h1>{{ view.record.title }}</h1>
<p>{{ view.record.summary }}</p>
{{ view.record.story|story }}
{% for name in ('philosophy', 'care', 'quote', 'directions') if view[name] is defined %}
{{ view[name]|prose }}
{% endfor %}
{% for picture in view.record.pictures %}
<img src="{{ picture.sources[-1].files[-1][0]|href }}" alt="{{ picture.alt }}">
<small>{{ picture.caption }} {{ picture.credit }} {{ picture.licence }}</small>
{% endfor %}
{% for name in ('makers', 'products', 'related', 'regions', 'artisans') if view[name] is defined %}
{% for each in view[name] %}
<a href="{{ each.path|href }}">{{ each.text if each.text is defined else each.title }}</a>
{% endfor %}
{% endfor %}
{% endblock %}
"""
INDEX = """\
{% extends "_page.html" %}
{% block main %}
{% for card in view.cards %}<a href="{{ card.path|href }}">{{ card.title }}</a>{% endfor %}
{% endblock %}
"""
HOME = """\
{% extends "_page.html" %}
{% block main %}
{% for card in view.newest %}<a href="{{ card.path|href }}">{{ card.title }}</a>{% endfor %}
{% endblock %}
"""
THEME = {
    "name": "Plain",
    "images": {
        "card": {"widths": [16], "ratio": [4, 5], "formats": ["webp", "jpeg"]},
        "page": {"widths": [24, 48], "formats": ["webp", "jpeg"]},
        "step": {"widths": [24], "formats": ["jpeg"]},
        "portrait": {"widths": [16], "ratio": [1, 1], "formats": ["jpeg"]},
        "share": {"widths": [48], "formats": ["jpeg"]},
        "zoom": {"widths": [48], "formats": ["jpeg"]},
    },
    "segments": {"en": {kind.name: kind.folder for kind in KINDS.values()}},
}


@dataclass(frozen=True, slots=True)
class Small:
    """A gallery's folder, with what tests do to it."""

    root: Path

    @property
    def output(self) -> Path:
        """Where the site goes."""
        return self.root / "site"

    def write(self, path: str, content: str | bytes) -> Path:
        """Put a file into the gallery."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return target

    def dump(self, path: str, tree: dict[str, Any], body: str | None = None) -> Path:
        """Put a YAML file into the gallery; with a `body` it is a story's file, with the tree as its front matter."""
        text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
        return self.write(path, text if body is None else f"---\n{text}---\n{body}")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a piece of a file's text, which must be there."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new))

    def build(self, **options: Any) -> Report:  # noqa: ANN401 - the fields of Options
        """Build it here, in this process, with one worker unless told otherwise."""
        return build(Options(self.root, **({"workers": 1} | options)))

    def built(self, **options: Any) -> Report:  # noqa: ANN401 - the fields of Options
        """Build it, and insist that it was published."""
        report = self.build(**options)
        assert report.published, report.problems
        return report

    def codes(self, **options: Any) -> list[str]:  # noqa: ANN401 - the fields of Options
        """Build it and give the codes of its problems."""
        return [problem.code for problem in self.build(**options).problems]

    def site(self) -> dict[str, bytes]:
        """Give every published file."""
        return tree(self.output)


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder by its path."""
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = Path(base, name)
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def photo(colour: tuple[int, int, int] = (120, 80, 40), size: tuple[int, int] = (64, 48)) -> bytes:
    """Make a JPEG with a gradient of one colour."""
    image = Image.linear_gradient("L").resize(size)
    made = BytesIO()
    Image.merge("RGB", [image.point(lambda p, c=c: p * c // 255) for c in colour]).save(made, "JPEG")
    return made.getvalue()


def small_gallery(root: Path) -> Small:
    """Make a gallery with a record of every kind, in two languages, with a theme of its own."""
    gallery = Small(root)
    for path, text in FILES.items():
        gallery.write(path, text)
    for path, colour in PHOTOS.items():
        gallery.write(path, photo(colour))
    plain_theme(gallery)
    return gallery


def plain_theme(gallery: Small, name: str = "plain") -> None:
    """Give the gallery a theme of its own with a few lines for each kind of page."""
    theme = f"themes/{name}"
    gallery.dump(f"{theme}/theme.yaml", THEME)
    gallery.write(f"{theme}/static/plain.css", "body { color: black }\n")
    for template in PAGE_TEMPLATES:
        gallery.write(f"{theme}/templates/{template}", RECORD)
    for template, text in (
        ("_page.html", PAGE),
        ("index.html", INDEX),
        ("home.html", HOME),
        ("404.html", '{% extends "_page.html" %}'),
    ):
        gallery.write(f"{theme}/templates/{template}", text)
