"""The pages of each kind's index."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from galeri.model.records import Ref, Region
from galeri.model.views import Card, CardGroup, IndexView
from galeri.planning.facets import table
from galeri.planning.localized import Localized
from galeri.planning.maps import gallery_map


def index_views(localized: Localized, kind: str) -> Iterator[IndexView]:
    """Give the pages of a kind's index, in this language's alphabetical order; regions follow their provinces."""
    records = localized.by_title(localized.gallery.records[kind].values())
    if kind == "region":
        records = _by_province(localized, records)
    size = localized.theme.settings.page_size
    count = max(1, -(-len(records) // size))
    paths = tuple(localized.addresses.index(kind, number) for number in range(1, count + 1))
    facets, filed = table(localized, paths) if kind == "product" else ((), None)
    if filed:
        localized.tables[filed.path] = filed
    for number in range(1, count + 1):
        shown = records[(number - 1) * size : number * size]
        yield IndexView(
            kind=kind,
            cards=tuple(map(localized.card, shown)),
            total=len(records),
            number=number,
            pages=paths,
            groups=tuple(_groups(localized, shown)) if kind == "region" else (),
            facets=facets,
            table=filed.path if filed else "",
            map=gallery_map(localized) if kind == "region" and number == 1 else None,
        )


def _by_province(localized: Localized, regions: Iterable[Region]) -> list[Region]:
    """Sort regions that are in alphabetical order by their provinces, each province before what is in it."""
    ranks = {region.id: rank for rank, region in enumerate(regions)}
    known = localized.gallery.records["region"]
    return sorted((known[name] for name in ranks), key=lambda each: _place(localized, each, ranks))


def _place(localized: Localized, region: Region, ranks: dict[str, int]) -> tuple[int, bool, int]:
    province = _province(localized, region)
    return ranks[province.id], region.id != province.id, ranks[region.id]


def _province(localized: Localized, region: Region) -> Region:
    """Give the region itself where no region above it is published."""
    above = localized.gallery.get(Ref("region", region.facts.parent or ""))
    return _province(localized, above) if above else region


def _groups(localized: Localized, regions: Iterable[Region]) -> Iterator[CardGroup]:
    for name, each in groupby(regions, key=lambda region: _province(localized, region).id):
        head: Card = localized.card(localized.gallery.records["region"][name])
        yield CardGroup(head, tuple(localized.card(region) for region in each if region.id != name))
