"""The wheel, built once, and a machine of its own to install it on."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel; with several workers, the first one builds for all."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    dist = folder / "dist"
    with FileLock(folder / "dist.lock"):
        if not dist.is_dir():
            command = [sys.executable, "-P", "-m", "hatchling", "build", "-t", "wheel", "-d", str(dist)]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [built] = dist.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel, and nothing else, into a fresh environment; give its folder of programs.

    What galeri needs is lent by the environment that the tests run in, so that nothing is downloaded.
    """
    home = tmp_path_factory.mktemp("machine")
    venv.create(home, symlinks=os.name != "nt")
    paths = {name: sysconfig.get_path(name, "venv", {"base": str(home)}) for name in ("scripts", "purelib")}
    programs = Path(paths["scripts"])
    python = programs / ("python.exe" if os.name == "nt" else "python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(paths["purelib"]) / "lent.pth").write_text("\n".join(sorted(lent)), encoding="utf-8")
    return programs
