"""`galeri labels`: content into labels for shelves and pieces."""

from argparse import ArgumentParser, Namespace

from galeri.commands import pdf
from galeri.commands.languages import Voice
from galeri.printing import PrintOptions

ABOUT = """Set labels for the pieces of an outlet, to print on A4 and cut along the lines.

Each names a piece, its technique, maker, region and price, and bears a code that leads to its page.
With an error nothing is written."""

SIZES = ("tent", "tag")


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    pdf.add_common_options(command, say)
    command.add_argument(
        "--size",
        choices=SIZES,
        default=SIZES[0],
        help=say("tent: cards that stand, folded, on a shelf (the default); tag: to hang on a piece."),
    )


def run(asked: Namespace, voice: Voice) -> int:
    """Set the labels, tell how it went, and give the exit code."""
    return pdf.set_and_tell(
        PrintOptions(
            asked.gallery,
            language=asked.language,
            limits=pdf.limits(asked),
            drafts=asked.drafts,
            output=asked.output,
            form=asked.size,
        ),
        voice,
    )
