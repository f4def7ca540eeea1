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
    if not paths:
        return Translations()
    joined, *upper = [_catalogue(path) for path in paths]
    for catalogue in upper:
        for message in catalogue:
            if message.id and message.string:
                joined.delete(message.id, message.context)
                joined.add(message.id, message.string, context=message.context)
    compiled = BytesIO()
    write_mo(compiled, joined)
    compiled.seek(0)
    return Translations(compiled)


def _catalogue(path: str) -> Catalog:
    with Path(path).open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    if catalogue.locale is None:
        catalogue.locale = "id"  # Babel writes the file's own plural forms only beside a locale that it knows
    return catalogue
