"""Whole small galleries, each built once for all tests, with the bundled theme."""

import shutil
from pathlib import Path

import pytest

from galeri.options import Options
from galeri.pipeline import build
from tests.site.built import Site
from tests.support.shared import lend

SMALL = {"small-photo", "soft-photo", "small-print"}
"""What may be said of these galleries: their photos are small, so that the repository is light."""
GALLERIES = Path(__file__).parents[1] / "galleries"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, pictures: Path) -> Site:
    """The gallery in five languages."""
    folder = tmp_path_factory.mktemp("languages")
    shutil.copytree(GALLERIES / "languages", folder / "gallery")
    lend(pictures, folder / "gallery")
    report = build(Options(folder / "gallery", folder / "site", workers=1))
    assert report.published, report.problems
    assert {problem.code for problem in report.problems} <= SMALL | {
        "missing-glyphs"
    }  # there is no Javanese font
    return Site(folder / "site")
