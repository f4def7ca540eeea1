"""Changes the words of a language, wherever they stand, and leaves every other character of the file as it is."""

import re
from collections.abc import Iterable

from galeri.reading.yaml_tree import Path
from galeri.sheets.yaml_edits import Edit, UneditableError, edited

_FENCE = re.compile(r"^---[ \t]*(?=\r?$)", re.MULTILINE)
_BOM = "\ufeff"


def parted(text: str) -> tuple[str, str, str, str]:
    """Part a story's file: up to its front matter, the front matter, its end, and the story.

    It may begin with a byte order mark. Raises UneditableError where it has no front matter.
    """
    bom = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        raise UneditableError
    front, end = text[opening.end() : closing.start()], text[closing.start() : closing.end()]
    return bom + text[: opening.end()], front, end, text[closing.end() :]


def yaml_edited(text: str, wanted: Iterable[Edit]) -> str:
    """Edit a whole YAML file, which may begin with a byte order mark; raises UneditableError."""
    bom = _BOM if text.startswith(_BOM) else ""
    return bom + edited(text.removeprefix(_BOM), wanted)


def words_edited(text: str, wanted: Iterable[Edit], inside: Path) -> str:
    """Edit words: those at the path `inside` of a facts' file, or, where that is empty, a story's front matter.

    Raises UneditableError where one of them can't be changed alone.
    """
    if inside:
        return yaml_edited(text, [Edit((*inside, *each.path), each.value) for each in wanted])
    start, front, end, story = parted(text)
    return start + edited(front, wanted) + end + story
