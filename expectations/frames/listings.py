"""One row a list of parts that the text gives of a total: what the parts add up to, and what the total allows."""

from collections.abc import Iterator, Sequence

from expectations.frames.kind import KIND, NUMBER, Case, Cell, NotJudged, Record, Told, plain_number, value
from expectations.frames.meant import flat
from expectations.rule import Rule
from gouji.narrative.claim import Listing
from gouji.words.places import paragraph_in_words

_RULES = ("narrative-channels", "narrative-parts", "narrative-unit")
_WAN = 10_000


class ListingsFrame:
    name = "listings"
    columns = {"kind": KIND, "listing": NUMBER, "low": NUMBER, "parts": NUMBER, "high": NUMBER, "bare": NUMBER}
    offers = frozenset({"where", "printed", "expected", "difference"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        kinds = set()
        for index, listing in enumerate(case.narrative.listings):
            kind = "unit" if listing.many else listing.kind
            kinds.add(f"narrative-{kind}")
            # What the total would be without its 万, and one more: parts that only add up to the bare number lack it.
            bare = float(listing.total / _WAN) + 1 if listing.many else None
            yield kind, float(index), float(listing.low), float(sum(listing.parts)), float(listing.high), bare
        yield from (NotJudged(rule, "no-claim") for rule in _RULES if rule not in kinds)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [doubt for record in records for doubt in _listing(case, record).doubts]
        if any(_only_by_size(_listing(case, record)) for record in records):
            found.append("only-by-size")
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        listing = _listing(case, records[0])
        parts = sum(listing.parts)
        total = listing.high if parts > listing.high else listing.total
        unit = rule.name == "narrative-unit"
        values = {
            "where": paragraph_in_words(case.report, listing.place),
            "printed": " ".join(listing.printed.split()) if unit else plain_number(parts),
            "expected": plain_number(parts if unit else total),
            "difference": plain_number(abs(parts - total)),
        }
        places = tuple(_listing(case, record).place for record in records)
        return Told(values, str(values["expected"]), str(values["printed"]), places, spot=flat(listing.sentence))


def _listing(case: Case, record: Record) -> Listing:
    return case.narrative.listings[int(value(record, "listing") or 0)]


def _only_by_size(listing: Listing) -> bool:
    return listing.many and listing.total not in (sum(listing.parts) * _WAN, sum(listing.parts) * _WAN * _WAN)
