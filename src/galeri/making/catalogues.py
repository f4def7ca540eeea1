"""`.po` files → translations with CLDR's plural forms; no compiled `.mo` is needed."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations


def translations(paths: Sequence[str]) -> Translations:
    """Read interface text from files of one language, of which the last wins.

    What none of them has stays the English that is written in the templates.
    """
    joined = catalogue(paths)
    return compiled(joined) if joined else Translations()


def catalogue(paths: Sequence[str]) -> Catalog | None:
    """Join the files of one language, of which the last wins; None where there are none."""
    if not paths:
        return None
    joined, *upper = [_catalogue(path) for path in paths]
    for each in upper:
        for message in each:
            if message.id and message.string:
                joined.delete(message.id, message.context)
                joined.add(message.id, message.string, context=message.context)
    return joined


def compiled(joined: Catalog) -> Translations:
    """Make of a catalogue what looks sentences up, with the plural forms of its language."""
    made = BytesIO()
    write_mo(made, joined)
    made.seek(0)
    return Translations(made)


def _catalogue(path: str) -> Catalog:
    with Path(path).open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    if catalogue.locale is None:
        catalogue.locale = "id"  # Babel writes the file's own plural forms only beside a locale that it knows
    return catalogue
