"""The versions of what makes pages: part of every key, so that nothing stays from before an upgrade."""

from functools import cache
from importlib.metadata import version

_LIBRARIES = (
    "galeri",
    "babel",
    "brotli",
    "fontpkg-amiri",
    "fontpkg-source-serif-4",
    "fonttools",
    "jinja2",
    "markdown",
    "nh3",
    "pagefind",
    "pikepdf",
    "pillow",
    "pillow-heif",
    "pyicu-wheels",
    "pyphen",
    "python-barcode",
    "typst",
    "zxing-cpp",
)


@cache
def libraries() -> str:
    """Name this program and the libraries whose words, marks and pixels end up in outputs, with their versions."""
    return " ".join(f"{name} {version(name)}" for name in _LIBRARIES)
