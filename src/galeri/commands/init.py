"""`galeri init`: a new gallery to start from."""

from pathlib import Path
from typing import Annotated

import typer


def init(folder: Annotated[Path, typer.Argument(help="The new gallery's folder.")]) -> None:
    """Make a new gallery."""
    raise NotImplementedError(folder)
