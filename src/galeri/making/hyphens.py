"""Words → words with soft hyphens, for languages whose hyphenation Typst lacks (pyphen: LibreOffice's patterns)."""

import re
from collections.abc import Callable
from functools import lru_cache

import pyphen

_MISSING = frozenset({"id"})
"""Languages that pyphen knows and Typst does not."""
_WORD = re.compile(r"(?<![\w@./:-])[^\W\d_]{6,}(?![\w@/:])")
"""Words of six letters or more that are no part of an address."""
_SHORTEST = 3
"""Letters that stay together at either end of a word: two, as patterns allow, look torn off."""


def hyphenator(tag: str) -> Callable[[str], str]:
    """Give what marks where words of the language `tag` may break; text of others is left as it is."""
    if tag.partition("-")[0] not in _MISSING:
        return str
    patterns = pyphen.Pyphen(lang="id_ID", left=_SHORTEST, right=_SHORTEST)

    @lru_cache(maxsize=65536)
    def marked(word: str) -> str:
        return str(patterns.inserted(word, "\u00ad"))

    return lambda text: _WORD.sub(lambda word: marked(word[0]), text)
