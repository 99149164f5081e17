"""One row a share that the text gives of a number of requests: what is stated, and the nearest that any base makes of it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from expectations.frames.kind import NUMBER, Case, Cell, NotJudged, Record, Told, plain_number, value
from expectations.frames.meant import flat
from expectations.frames.tabled import quantity_of, tabled
from expectations.rule import Rule
from gouji.narrative.claim import Scope, Share
from gouji.narrative.sentence.numbers import UNBOUNDED
from gouji.words.places import paragraph_in_words

_RULE = "narrative-share"
_RECEIVED, _CARRIED, _CONCLUDED = (f"applications.{row}.total" for row in ("received", "carried_in", "concluded_total"))
_BASES = ((_RECEIVED,), (_RECEIVED, _CARRIED), (_CONCLUDED,))


class SharesFrame:
    name = "shares"
    columns = {"share": NUMBER, "part": NUMBER, "base": NUMBER, "low": NUMBER, "reckoned": NUMBER, "high": NUMBER}
    offers = frozenset({"where", "printed", "expected", "base", "count"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        found = [_row(case, index, share) for index, share in enumerate(case.narrative.shares)]
        yield from (row for row in found if row is not None)
        if not any(found):
            yield NotJudged(_RULE, "another-scope" if found else "no-claim")

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [doubt for record in records for doubt in _share(case, record).claim.doubts]
        found += [doubt for name in (_RECEIVED, _CONCLUDED) for doubt in case.figure(name).doubts]
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        share, expected = _share(case, records[0]), _per_cent(value(records[0], "reckoned"))
        values = {
            "where": paragraph_in_words(case.report, share.place),
            "printed": share.printed,
            "count": plain_number(value(records[0], "part")),
            "base": plain_number(value(records[0], "base")),
            "expected": expected,
        }
        places = tuple(_share(case, record).place for record in records)
        return Told(values, f"{expected}%", share.printed, places, spot=flat(share.claim.sentence) + flat(share.printed))


def _share(case: Case, record: Record) -> Share:
    return case.narrative.shares[int(value(record, "share") or 0)]


def _row(case: Case, index: int, share: Share) -> tuple[Cell, ...] | None:
    if share.claim.scope is not Scope.OWN or not (share.claim.exact or share.claim.high >= UNBOUNDED):
        return None
    of_requests = _BASES if share.claim.quantity != "part" else ()  # 其中政策类730条: of the total beside it, and of nothing else
    bases = [found.value for names in of_requests if (found := tabled(case, names)) is not None and found.whole]
    if share.claim.whole:
        bases = _of_the_whole(case, bases)
    # What is less than its part is none of its wholes: the share is of another body's.
    parts = [share.claim.value] if share.claim.exact else _printed(case, share)
    pairs = [(part, base) for part in parts for base in dict.fromkeys([*bases, *share.totals]) if base > 0 and base >= part]
    if not pairs:
        return None
    stated = (share.low + share.high) / 2
    part, base = min(pairs, key=lambda pair: abs(pair[0] / pair[1] * 100 - stated))
    # Cut at its last digit a number may fall just short of the next one; the upper bound itself is out of reach.
    reckoned = part / base * 100
    return float(index), float(part), float(base), float(share.low), float(reckoned), float(share.high)


def _of_the_whole(case: Case, bases: list[Decimal]) -> list[Decimal]:
    """全市收到1447件。其中网络申请90件，占6.2%: of what the text gives for all the area, not of the government's own in the tables."""
    told = {claim.value for claim in case.claims if claim.exact and claim.quantity in _WHOLES}
    return [base for base in bases if base in told]


_WHOLES = ("received", "handled", "concluded")


def _printed(case: Case, share: Share) -> list[Decimal]:
    """How many the tables print of what a share is told of without its number: 予以公开 may mean those partly public too."""
    names = [share.claim.quantity, *(["granted_or_partial"] if share.claim.quantity == "granted" else [])]
    sums = [names for name in names if (quantity := quantity_of(name)) for names in quantity.all]
    return [found.value for names in sums if (found := tabled(case, names)) is not None and found.whole]


def _per_cent(found: float | None) -> str:
    return plain_number(round(Decimal(str(found or 0)), 2))
