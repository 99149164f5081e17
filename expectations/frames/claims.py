"""One row a claim of the text: its bounds, and the figure of the tables that says the same."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from expectations.frames.identities import total
from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, number, plain_number, value
from expectations.rule import Rule
from gouji.data import data_file
from gouji.finding import Words
from gouji.narrative.claim import Claim
from gouji.words.places import figure_in_words, in_a_row, paragraph_in_words

_LIMIT = "100%"


@dataclass(frozen=True, slots=True)
class Quantity:
    """The figures that together say what the text claims, and the rule that compares them."""

    rule: str
    figures: tuple[str, ...]
    also: tuple[tuple[str, ...], ...] = ()
    none_is_another_rule: bool = False


class ClaimsFrame:
    name = "claims"
    columns = {"quantity": TEXT, "rule": TEXT, "claim": NUMBER, "low": NUMBER, "high": NUMBER, "tabled": NUMBER}
    offers = frozenset({"where", "printed", "expected", "difference", "table"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        for index, claim in enumerate(case.claims):
            quantity = quantities().get(claim.quantity)
            if quantity is None:
                yield claim.quantity, None, float(index), float(claim.low), float(claim.high), None
            elif claim.value or not quantity.none_is_another_rule:
                yield _against_tables(case, claim, quantity, index)
        claimed = {quantities()[c.quantity].rule for c in case.claims if c.quantity in quantities()}
        yield from (NotJudged(rule, "no-claim") for rule in _rules() if rule not in claimed)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        quantity = quantities().get(str(record["quantity"]))
        return quantity.figures if quantity else ()

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [doubt for record in records for doubt in claim_of(case, record).doubts]
        found += [doubt for record in records for name in self.figures(case, record) for doubt in case.figure(name).doubts]
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        """Whether the text counts in another way that the tables bear out."""
        return "other-way" if all(any(_holds(case, claim_of(case, r), also) for also in _also(r)) for r in records) else None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        claim, tabled = claim_of(case, records[0]), value(records[0], "tabled")
        names = self.figures(case, records[0])
        where = paragraph_in_words(case.report, claim.place)
        expected = _LIMIT if tabled is None else plain_number(tabled)
        values = {
            "where": where,
            "printed": claim.printed if names else _clause(claim),
            "expected": expected,
            "difference": plain_number(abs(float(claim.value) - (tabled or 0))),
            "table": in_a_row((figure_in_words(case.form.name, name) for name in names), "＋", " + "),
        }
        places = tuple(claim_of(case, record).place for record in records)
        return Told(values, expected, claim.printed, places, spot="" if names else flat(claim.sentence))


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
def quantities() -> Mapping[str, Quantity]:
    """The quantities that tables also give."""
    entries = data_file("expectations.frames", "quantities.yaml")
    return {
        name: Quantity(e["rule"], tuple(e["figures"]), tuple(map(tuple, e.get("also", ()))), e.get("none-is-another-rule", False))
        for name, e in entries.items()
    }


def _rules() -> list[str]:
    return list(dict.fromkeys(quantity.rule for quantity in quantities().values()))


def _against_tables(case: Case, claim: Claim, quantity: Quantity, index: int) -> tuple[Cell, ...] | NotJudged:
    figures = [case.figure(name) for name in quantity.figures]
    if any(number(figure) is None for figure in figures):
        return NotJudged(quantity.rule, "figure-no-number", "figure", figures[0].table, quantity.figures[0])
    return claim.quantity, quantity.rule, float(index), float(claim.low), float(claim.high), float(total(figures))


def _also(record: Record) -> tuple[tuple[str, ...], ...]:
    quantity = quantities().get(str(record["quantity"]))
    return quantity.also if quantity else ()


def _holds(case: Case, claim: Claim, names: Sequence[str]) -> bool:
    figures = [case.figure(name) for name in names]
    return all(number(figure) is not None for figure in figures) and claim.low <= total(figures) <= claim.high


def _clause(claim: Claim) -> Words:
    """The words around the number, short enough for a message."""
    said = " ".join(claim.sentence.split())
    shown = said if len(said) <= _LONGEST_CLAUSE else f"…{_around(said, claim.printed)}…"
    return Words(shown, shown)


_LONGEST_CLAUSE = 40


def _around(sentence: str, printed: str) -> str:
    end = max(sentence.find(printed), 0) + len(printed)
    return sentence[max(0, end - _LONGEST_CLAUSE) : end]
