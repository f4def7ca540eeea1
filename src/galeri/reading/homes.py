"""Where themes, fonts and icons lie: the gallery's own first, then those that come with the program."""

from pathlib import Path

FONTS = "fonts"
"""The folder beside galeri.yaml with a gallery's own fonts, which come before all others."""
ICONS = ("icon.svg", "icon.png")
"""What the one picture is called that all icons are made of, beside galeri.yaml or in a theme's folder."""


def bundled_themes() -> Path:
    """Find the themes that come with the program: inside the installed package, or beside its source."""
    package = Path(__file__).parents[1]
    inside = package / "themes"
    return inside if inside.is_dir() else package.parents[1] / "themes"


def theme_homes(gallery: Path) -> list[Path]:
    """List the folders of themes, each once."""
    homes = (gallery / "themes", bundled_themes())
    return list(dict.fromkeys(home.resolve() for home in homes if home.is_dir()))


def theme_folder(gallery: Path, name: str) -> Path | None:
    """Find a theme by name."""
    return next((home / name for home in theme_homes(gallery) if (home / name).is_dir()), None)


def theme_names(gallery: Path) -> list[str]:
    """List the names of all themes."""
    return [each.name for home in theme_homes(gallery) for each in home.iterdir() if each.is_dir()]
