"""What time has made wrong: a price that is old, a certificate that has expired."""

from collections.abc import Iterator
from datetime import date

from galeri.model.facts import ProductFacts
from galeri.model.facts_shared import Price
from galeri.model.problem import Problem
from galeri.reading.whole import Whole

YEAR = 365
"""Days after which a price has to be asked for again."""


def check_day(whole: Whole, today: date) -> Iterator[Problem]:
    """Check every record against the day `today`."""
    for read in whole.records.values():
        facts = read.record.facts if read.record else None
        if not isinstance(facts, ProductFacts):
            continue
        as_of = facts.price.as_of if isinstance(facts.price, Price) else None
        if as_of and (today - as_of).days > YEAR:
            yield Problem("old-price", read.facts.place("price", "as_of"), {"value": as_of.isoformat()})
        for index, each in enumerate(facts.certifications):
            if each.expires and each.expires <= today:
                place = read.facts.place("certifications", index, "expires")
                values = {"scheme": each.scheme, "value": each.expires.isoformat()}
                yield Problem("expired-certificate", place, values)
