"""Pieces → what they can be chosen by, with counts, and the table that a browser chooses with."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from pydantic_core import to_json

from galeri.model.facts_shared import Price
from galeri.model.outputs import DataOutput, Table
from galeri.model.records import Product, Ref
from galeri.model.views import Choice, Facet
from galeri.planning.localized import Localized

_RECORDS = ("technique", "material", "motif", "region")
"""Facets whose choices are records of that kind; those of the others have words in the theme."""
YES = "yes"
"""The only choice of a facet that a piece has or has not."""

Has = Callable[[Product], tuple[str, ...]]
"""Tells which choices of a facet a piece has, by their keys."""


def table(localized: Localized, pages: tuple[str, ...]) -> tuple[tuple[Facet, ...], DataOutput | None]:
    """Find what pieces can be chosen by: facets in which they differ. `pages` are the paths of their index's pages.

    The file tells which piece has what; there is none where nothing can be chosen.
    """
    pieces = localized.by_title(localized.gallery.records["product"].values())
    ranges = _ranges([piece.facts.price for piece in pieces if isinstance(piece.facts.price, Price)])
    facets: list[Facet] = []
    having: list[Has] = []
    for name, has in _ways(localized, ranges).items():
        counts = Counter(key for piece in pieces for key in has(piece))
        choices = tuple(_choices(localized, name, counts, ranges))
        if any(choice.count < len(pieces) for choice in choices):
            facets.append(Facet(name, choices))
            having.append(has)
    if not facets:
        return (), None
    places = {
        (facet.name, choice.key): number
        for number, (facet, choice) in enumerate((facet, each) for facet in facets for each in facet.choices)
    }
    made = Table(
        size=localized.theme.settings.page_size,
        pages=pages,
        choices=tuple(f"{name}:{key}" for name, key in places),
        pieces=tuple(
            tuple(
                places[facet.name, key]
                for facet, has in zip(facets, having, strict=True)
                for key in has(piece)
            )
            for piece in pieces
        ),
    )
    digest = hashlib.blake2b(to_json(made), digest_size=5).hexdigest()
    return tuple(facets), DataOutput(f"static/pieces.{digest}.json", made)


def _ways(localized: Localized, ranges: tuple[Choice, ...]) -> Mapping[str, Has]:
    gallery = localized.gallery

    def published(kind: str, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for name in names if name in gallery.records[kind]))

    return {
        "craft": lambda piece: (piece.facts.kind,),
        "technique": lambda piece: published("technique", piece.facts.techniques),
        "material": lambda piece: published("material", piece.facts.materials),
        "motif": lambda piece: published("motif", piece.facts.motifs),
        "region": lambda piece: tuple(_province(localized, piece.facts.region)),
        "price": lambda piece: tuple(_priced(piece.facts.price, ranges)),
        "certified": lambda piece: (YES,) if piece.facts.certifications else (),
        "shown": lambda piece: (YES,) if piece.facts.on_display else (),
    }


def _choices(
    localized: Localized, name: str, counts: Mapping[str, int], ranges: tuple[Choice, ...]
) -> Iterator[Choice]:
    """Give a facet's choices: records in the order of their titles, prices rising, the rest the most frequent first."""
    if name in _RECORDS:
        records = localized.gallery.records[name]
        for record in localized.by_title(records[key] for key in counts):
            link = localized.link(record.ref)
            yield Choice(record.id, counts[record.id], link.text, link.lang)
    elif name == "price":
        for each in (*ranges, Choice("ask", 0)):
            if counts.get(each.key):
                yield Choice(each.key, counts[each.key], least=each.least, most=each.most)
    else:
        yield from (Choice(key, counts[key]) for key in sorted(counts, key=lambda key: (-counts[key], key)))


def _province(localized: Localized, region: str | None) -> Iterator[str]:
    """Give the topmost published region that a region lies in."""
    regions = localized.gallery.records["region"]
    top = None
    while region is not None and localized.gallery.get(Ref("region", region)):
        top, region = region, regions[region].facts.parent
    if top:
        yield top


def _ranges(prices: list[Price]) -> tuple[Choice, ...]:
    """Part the prices of the currency that most pieces have into up to four ranges, at round amounts near quartiles."""
    currencies = Counter(price.currency for price in prices)
    if not currencies:
        return ()
    currency = min(currencies, key=lambda each: (-currencies[each], each))
    amounts = sorted(price.amount for price in prices if price.currency == currency)
    edges = sorted({_round(amounts[len(amounts) * part // 4]) for part in (1, 2, 3)})
    bounds = [None, *(Price(amount=edge, currency=currency) for edge in edges), None]
    return tuple(
        Choice(f"{least.amount if least else ''}-{most.amount if most else ''}", 0, least=least, most=most)
        for least, most in pairwise(bounds)
    )


def _round(amount: int) -> int:
    """Round to one significant digit."""
    unit: int = 10 ** (len(str(amount)) - 1)
    return (amount + unit // 2) // unit * unit


def _priced(price: object, ranges: tuple[Choice, ...]) -> Iterator[str]:
    """Give the range of a price: above its least, and no more than its most; one of another currency has none."""
    if price == "ask":
        yield "ask"
    if not isinstance(price, Price):
        return
    for each in ranges:
        bound = each.least or each.most
        above = each.least is None or price.amount > each.least.amount
        below = each.most is None or price.amount <= each.most.amount
        if bound and bound.currency == price.currency and above and below:
            yield each.key
