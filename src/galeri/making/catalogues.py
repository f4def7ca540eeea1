"""A `.po` file → translations with CLDR's plural forms; no compiled `.mo` is needed."""

from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations


def translations(path: str) -> Translations:
    """Read interface text; "" stands for the English that is written in the templates."""
    if not path:
        return Translations()
    with Path(path).open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    if catalogue.locale is None:
        catalogue.locale = "id"  # Babel writes the file's own plural forms only beside a locale that it knows
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)
