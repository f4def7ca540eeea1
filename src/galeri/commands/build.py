"""`galeri build`: content into a site."""

from pathlib import Path
from typing import Annotated

import typer

from galeri.commands.languages import Voice, chosen
from galeri.commands.telling import Terminal
from galeri.model.problem import GaleriError
from galeri.pipeline import Options
from galeri.pipeline import build as run

GalleryOption = Annotated[
    Path, typer.Option("--gallery", "-g", help="The gallery's folder, which holds galeri.yaml.")
]
LanguageOption = Annotated[
    str | None, typer.Option("--language", help="Speak Indonesian (id) or English (en).")
]


def build(
    gallery: GalleryOption = Path(),
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where the site goes; site/ by default.")
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers", "-j", min=1, max=256, help="How many processes work; all cores by default."
        ),
    ] = None,
    drafts: Annotated[
        bool, typer.Option("--drafts", help="Show pieces that are not approved yet, too.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings stop the build, as errors do.")] = False,
    base_url: Annotated[
        str | None, typer.Option("--base-url", help="The address of the site, in place of galeri.yaml's.")
    ] = None,
    language: LanguageOption = None,
) -> None:
    """Build the gallery into a site that any static host can serve.

    Only what changed is made again. With an error nothing is written.
    """
    terminal = Terminal(Voice(chosen(language)))
    options = Options(gallery, output, workers, drafts, strict, base_url)
    try:
        report = run(options, terminal.telling())
    except GaleriError as error:
        terminal.failure(error)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        terminal.failure(GaleriError("stopped; every page of the site is whole, old or new"))
        raise typer.Exit(130) from None
    terminal.report(report, strict=strict)
    if not report.published:
        raise typer.Exit(1)
