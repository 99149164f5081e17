"""One row a claim of the text: its bounds, and what the tables say of the same."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from expectations.frames.claim_rows import LIMIT, against_tables, per_cent
from expectations.frames.excerpts import clause_of
from expectations.frames.kind import KIND, NUMBER, Case, Cell, NotJudged, Record, Told, plain_number, value
from expectations.frames.lowered import lowered
from expectations.frames.meant import claim_of, flat, meant_by, of_the_whole_area
from expectations.frames.plausible import other_readings
from expectations.frames.tabled import Tabled, names_of, quantities, quantity_of
from expectations.rule import Rule
from gouji.finding import Words
from gouji.words import words
from gouji.words.places import figure_in_words, listed, paragraph_in_words, together_in_words

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


class ClaimsFrame:
    name = "claims"
    columns = {"quantity": KIND, "rule": KIND, "claim": NUMBER, "low": NUMBER, "high": NUMBER, "tabled": NUMBER}
    offers = frozenset({"where", "printed", "expected", "difference", "table"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        judged, missing = set(), dict[str, NotJudged]()
        for index, claim in enumerate(case.claims):
            quantity = quantity_of(claim.quantity)
            if quantity is None:
                yield from per_cent(case, claim, index)
                continue
            row = against_tables(case, claim, quantity, index)
            if isinstance(row, NotJudged):
                missing.setdefault(row.rule, row)
            else:
                judged.add(row[1])
                yield row
        yield from (row for rule, row in missing.items() if rule not in judged)
        yield from (NotJudged(rule, "no-claim") for rule in _rules() if rule not in judged and rule not in missing)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        meant = meant_by(case, record)
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
            quantity, meant = quantity_of(str(record["quantity"])), meant_by(case, record)
            if quantity and meant:
                found += [doubt for figure in meant.figures for doubt in figure.doubts]
                claim = claim_of(case, record)
                if claim.whole and claim.low > meant.value and not of_the_whole_area(case, claim):
                    found.append("scope-unclear")  # all of the county's, where the tables give the government's alone
                found += other_readings(case, claim_of(case, record), quantity, meant)
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        """Whether the text counts in another way that the tables bear out, or gives a reason itself."""
        return lowered(case, records)

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        claim, due = claim_of(case, records[0]), value(records[0], "tabled")
        meant = meant_by(case, records[0])
        expected = LIMIT if due is None else _due(meant, due)
        values = {
            "where": paragraph_in_words(case.report, claim.place),
            "printed": _TORN_OFF.sub("", claim.printed) if meant else clause_of(case, claim),
            "expected": expected,
            "difference": plain_number(abs(float(claim.value) - (due or 0))),
            "table": _table(case, records[0]),
        }
        places = tuple(claim_of(case, record).place for record in records)
        tail = (words("judging.text-explains", said=claim.explained),) if claim.explained else ()
        return Told(values, expected, claim.printed, places, spot="" if meant else flat(claim.sentence), tail=tail)


@cache
def _rules() -> tuple[str, ...]:
    return tuple(dict.fromkeys(quantity.rule for quantity in quantities().values()))


def _named(case: Case, record: Record) -> tuple[str, ...]:
    meant = meant_by(case, record)
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
