"""One row a claim of the text: its bounds, and what the tables say of the same."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from expectations.frames.kind import KIND, NUMBER, Case, Cell, NotJudged, Record, Told, number, plain_number, value
from expectations.frames.left_out import left_out
from expectations.frames.plausible import other_readings
from expectations.frames.tabled import Quantity, Tabled, names_of, quantities, quantity_of, tabled
from expectations.rule import Rule
from gouji.finding import Words
from gouji.narrative.claim import Claim, Scope
from gouji.words import words
from gouji.words.places import figure_in_words, listed, paragraph_in_words, together_in_words

_LIMIT = "100%"
# These accused a sentence of a set never seen before (docs/claims.md): they accuse where its clause says nothing besides, else ask.
_ONLY_PLAIN = frozenset(
    (
        "narrative-outcomes",
        "narrative-concluded",
        "narrative-carried-out",
        "narrative-decisions",
        "narrative-received",
        "narrative-applicants",
    )
)
# What is left of the words before, where the claim is in those after them: 件，均为自然人提交.
_TORN_OFF = re.compile("^(?:[件宗起份条项个](?=[，,、；;]))?[，,、；;]+")
# Fees are claimed in yuan and printed in 万元.
_IN_YUAN = frozenset(("processing_fee", "admin_fee"))
_WAN = Decimal(10_000)
_FEES = "narrative-fees"
# What came in from the year before (上年结转1件) is no word of what goes out.
_CARRIED_IN = re.compile(
    r"(?:上一?年度?|去年|上一?年[末底]|20\d\d年度?[末底]?)(?:结转|转结)(?!至|到|下|20)|(?:结转|转结)[自于]?(?:上一?年|去年)"
)
# 无结转 tells of none.
_CARRIED = re.compile("(?<![无未])(?<!没有)(?<!不存在)(?<!无跨年)(?:结转|转结|顺延)|尚未办结|正在办理")


class ClaimsFrame:
    name = "claims"
    columns = {"quantity": KIND, "rule": KIND, "claim": NUMBER, "low": NUMBER, "high": NUMBER, "tabled": NUMBER}
    offers = frozenset({"where", "printed", "expected", "difference", "table"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        judged, missing = set(), dict[str, NotJudged]()
        for index, claim in enumerate(case.claims):
            quantity = quantity_of(claim.quantity)
            if quantity is None:
                yield from _per_cent(case, claim, index)
                continue
            row = _against_tables(case, claim, quantity, index)
            if isinstance(row, NotJudged):
                missing.setdefault(row.rule, row)
            else:
                judged.add(row[1])
                yield row
        yield from (row for rule, row in missing.items() if rule not in judged)
        yield from (NotJudged(rule, "no-claim") for rule in _rules() if rule not in judged and rule not in missing)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        meant = _meant(case, record)
        if meant is None:
            return ()
        if meant.whole:
            return tuple(figure.id for figure in meant.figures)
        # A row whose 总计 is blank is named by it.
        quantity = quantity_of(str(record["quantity"]))
        return names_of(case, quantity) if quantity else ()

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [doubt for record in records for doubt in claim_of(case, record).doubts]
        if rule.name in _ONLY_PLAIN and not all(claim_of(case, record).plain for record in records):
            found.append("not-plain")
        for record in records:
            quantity, meant = quantity_of(str(record["quantity"])), _meant(case, record)
            if quantity and meant:
                found += [doubt for figure in meant.figures for doubt in figure.doubts]
                claim = claim_of(case, record)
                if claim.whole and claim.low > meant.value and not _of_the_whole_area(case, claim):
                    found.append("scope-unclear")  # all of the county's, where the tables give the government's alone
                found += other_readings(case, claim_of(case, record), quantity, meant)
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        """Whether the text counts in another way that the tables bear out, or gives a reason itself."""
        if all(any(_holds(case, claim_of(case, r), names) for names in _also(r)) for r in records):
            return "other-way"
        if all(_in_no_row(case, claim_of(case, record)) for record in records):
            return "other-way"
        if all(_explained(claim_of(case, record), record) or _left_out(case, record) for record in records):
            return "explained"
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        claim, due = claim_of(case, records[0]), value(records[0], "tabled")
        meant = _meant(case, records[0])
        expected = _LIMIT if due is None else _due(meant, due)
        values = {
            "where": paragraph_in_words(case.report, claim.place),
            "printed": _TORN_OFF.sub("", claim.printed) if meant else _clause(case, claim),
            "expected": expected,
            "difference": plain_number(abs(float(claim.value) - (due or 0))),
            "table": _table(case, records[0]),
        }
        places = tuple(claim_of(case, record).place for record in records)
        tail = (words("judging.text-explains", said=claim.explained),) if claim.explained else ()
        return Told(values, expected, claim.printed, places, spot="" if meant else flat(claim.sentence), tail=tail)


# 申请人主动撤回24件, 其中3件撤回, 24封申请人主动撤销申请
_WITHDRAWN = re.compile(r"撤[回销消件][^\d]{0,6}(?P<after>\d+)|(?P<before>\d+)[件宗起份条封][^\d]{0,10}撤[回销消件]")


def _explained(claim: Claim, record: Record) -> bool:
    """Whether the reason that the text gives may be one: a number of those withdrawn must be that of the difference."""
    told = _WITHDRAWN.search(flat(claim.explained))
    if told is None:
        return bool(claim.explained)
    return abs(float(claim.value) - (value(record, "tabled") or 0)) == float(told["after"] or told["before"])


def _in_no_row(case: Case, claim: Claim) -> bool:
    """收到46封，其中18封申请人撤销, where Table 3 has 28 received: those taken back stand nowhere in it."""
    received = quantity_of("received")
    if claim.quantity != "withdrawn" or received is None or (due := tabled(case, received.figures)) is None or not due.whole:
        return False
    told = (one for one in case.claims if one.quantity == "received" and one.sentence == claim.sentence and one.exact)
    return any(one.value - claim.value == due.value for one in told)


def _left_out(case: Case, record: Record) -> bool:
    claim, quantity = claim_of(case, record), quantity_of(str(record["quantity"]))
    return quantity is not None and left_out(case, claim, quantity, flat(claim.sentence))


def claim_of(case: Case, record: Record) -> Claim:
    """The claim that a row was made of."""
    index = value(record, "claim")
    if index is None:
        raise TypeError("a row of claims without its claim")
    return case.claims[int(index)]


def flat(sentence: str) -> str:
    """A sentence in one shape for all formats."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", sentence))


@cache
def _rules() -> tuple[str, ...]:
    return tuple(dict.fromkeys(quantity.rule for quantity in quantities().values()))


def _per_cent(case: Case, claim: Claim, index: int) -> Iterator[tuple[Cell, ...]]:
    """A rate or a fall, of which no table speaks."""
    if claim.scope is not Scope.OTHER:
        yield _rate(case, claim), None, float(index), float(claim.low), float(claim.high), None


def _rate(case: Case, claim: Claim) -> str:
    """What a rate is: the share of requests concluded is at most all of them only where none was carried in."""
    if claim.quantity != _OF_REQUESTS:
        return claim.quantity
    carried = case.figure("applications.carried_in.total")
    return "rate" if carried.sure and number(carried) == 0 else "rate_possible"


_OF_REQUESTS = "rate_of_requests"


def _against_tables(case: Case, claim: Claim, quantity: Quantity, index: int) -> tuple[Cell, ...] | NotJudged:
    rule = "narrative-none-received" if claim.quantity == "received" and claim.exact and not claim.value else quantity.rule
    if claim.scope is Scope.OTHER:
        return NotJudged(rule, "another-scope")
    if claim.quantity == "all_concluded" and any(_CARRIED.search(_CARRIED_IN.sub("", flat(p.text))) for p in case.report.narrative()):
        return NotJudged(rule, "carry-over-told")
    meant = _nearest(case, claim, quantity)
    if meant is None or not (meant.whole or meant.value > claim.high):
        name = names_of(case, quantity)[0]
        return NotJudged(rule, "figure-no-number", "figure", case.figure(name).table, name)
    low, high = _bounds(claim, meant)
    if claim.quantity == "admin_fee" and not claim.low <= meant.value <= claim.high:
        rule = _FEES  # not the same number in another unit
    return claim.quantity, rule, float(index), low, high, float(meant.value)


def _bounds(claim: Claim, meant: Tabled) -> tuple[float, float]:
    """The claim's bounds in the unit of the table: fees in 万元, to the last digit that it prints."""
    if claim.quantity not in _IN_YUAN:
        return float(claim.low), float(claim.high)
    printed = meant.figures[0].raw or ""
    step = Decimal(1).scaleb(-len(printed.strip().partition(".")[2])) / 2
    # One fee may be only part of all that was charged.
    most = Decimal(10) ** 12 if claim.quantity == "processing_fee" else claim.high / _WAN + step
    return float(claim.low / _WAN - step), float(most)


def _nearest(case: Case, claim: Claim, quantity: Quantity) -> Tabled | None:
    """What the tables say of it; of the sums that the words may mean, the one nearest to the claim."""
    meant = tabled(case, names_of(case, quantity))
    others = [found for names in quantity.accepts if (found := tabled(case, names)) is not None and found.whole]
    if not others:
        return meant
    choices = ([meant] if meant is not None else []) + others
    return min(choices, key=lambda found: max(claim.low - found.value, found.value - claim.high, Decimal(0)))


# What a government's own requests and cases are tells nothing of whose documents and decisions Table 2 counts.
_PARTS = {"applications": "requests", "proceedings": "requests"}
_BY_CHANCE = 10


def _of_the_whole_area(case: Case, claim: Claim) -> bool:
    """Whether the tables count the whole area's too: other numbers that the text gives of it are theirs, more than by chance."""
    part, agreeing = _part_of(claim.quantity), {}
    for other in case.claims:
        if other.whole and other.exact and other.quantity != claim.quantity and other.value and part == _part_of(other.quantity):
            quantity = quantity_of(other.quantity)
            if quantity and any(_holds(case, other, names) for names in quantity.all):
                agreeing[other.quantity] = other.value
    return len(agreeing) > 1 or any(value > _BY_CHANCE for value in agreeing.values())


def _part_of(name: str) -> str:
    quantity = quantity_of(name)
    table = quantity.figures[0].lstrip("-").partition(".")[0] if quantity and quantity.figures else ""
    return _PARTS.get(table, table)


def _meant(case: Case, record: Record) -> Tabled | None:
    quantity = quantity_of(str(record["quantity"]))
    return _nearest(case, claim_of(case, record), quantity) if quantity else None


def _named(case: Case, record: Record) -> tuple[str, ...]:
    meant = _meant(case, record)
    quantity = quantity_of(str(record["quantity"]))
    if meant is None or quantity is None:
        return ()
    return tuple(figure.id for figure in meant.figures) if meant.whole else names_of(case, quantity)


def _table(case: Case, record: Record) -> Words:
    """Where the number stands; of several cells, whether they are added."""
    quantity, names = quantity_of(str(record["quantity"])), _named(case, record)
    if quantity and any(name.startswith("-") for name in names_of(case, quantity)):
        return listed([figure_in_words(case.form.name, name.lstrip("-")) for name in names], most=3)
    return together_in_words(case.form.name, names) if names else listed(())


def _due(meant: Tabled | None, due: float) -> str:
    """What the tables print; at least so much where a total was left blank."""
    plain = plain_number(due)
    return plain if meant is None or meant.whole else f"≥{plain}"


def _also(record: Record) -> tuple[tuple[str, ...], ...]:
    quantity = quantity_of(str(record["quantity"]))
    return quantity.also if quantity else ()


def _holds(case: Case, claim: Claim, names: Sequence[str]) -> bool:
    found = tabled(case, names)
    return found is not None and found.whole and claim.low <= found.value <= claim.high


def _clause(case: Case, claim: Claim) -> Words:
    """The words around the number, short enough for a message; its own clause where its sentence has another of the kind."""
    said, printed = (" ".join(one.split()) for one in (claim.sentence, claim.printed))
    beside = [other for other in case.claims if _beside(other, claim)]
    if beside:
        alike = [other for other in beside if other.printed == claim.printed]
        shown = _own_clause(said, printed, sum((other.place.start or 0) < (claim.place.start or 0) for other in alike))
    else:
        shown = said if len(said) <= _LONGEST_CLAUSE else f"…{_around(said, printed)}…"
    return Words(shown, shown)


_LONGEST_CLAUSE = 40
_ENDS = re.compile("[，,、；;。：:]")


def _beside(other: Claim, claim: Claim) -> bool:
    """Whether this is another claim of the kind in the same sentence."""
    alike = (other.quantity, other.sentence, other.place.paragraph) == (claim.quantity, claim.sentence, claim.place.paragraph)
    return alike and other.place != claim.place


def _own_clause(sentence: str, printed: str, before: int) -> str:
    """The clause up to the number that has so many alike before it."""
    ends = [match.end() for match in re.finditer(re.escape(printed), sentence)]
    end = ends[min(before, len(ends) - 1)] if ends else len(sentence)
    begin = max((match.end() for match in _ENDS.finditer(sentence, 0, end - len(printed))), default=0)
    begin = max(begin, end - _LONGEST_CLAUSE)
    return f"{'…' * (begin > 0)}{sentence[begin:end]}{'…' * (end < len(sentence))}"


def _around(sentence: str, printed: str) -> str:
    end = max(sentence.find(printed), 0) + len(printed)
    return sentence[max(0, end - _LONGEST_CLAUSE) : end]
