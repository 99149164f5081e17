"""One row a figure that is more than nothing this year and was last year: both numbers, the larger beside the smaller."""

from collections.abc import Iterator, Sequence

from expectations.frames.before import before, doubts, explanation, named, quoted, why_not
from expectations.frames.kind import KIND, NUMBER, Case, Cell, NotJudged, Record, Told, plain_number, text, value
from expectations.frames.kind import number as number_of
from expectations.rule import Rule
from gouji.finding import Words
from gouji.words import words
from gouji.words.places import listed, place_in_words, short_name

_RULES = ("magnitude-jump", "fee-jump")
_FEE = "fee-jump"
_MOST = 5
_SUBJECTS = {"disclosure": "许可|处罚|强制|收费|文件|规章|统计", "applications": "申请", "proceedings": "复议|诉讼"}


class ChangesFrame:
    name = "changes"
    columns = {"figure": KIND, "kind": KIND, "this_year": NUMBER, "last_year": NUMBER, "larger": NUMBER, "smaller": NUMBER}
    offers = frozenset({"where", "previous", "printed", "expected", "ratio", "count"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        # A figure of the trial form counts another thing under the same name: items, or everything ever published.
        if reason := why_not(case, same_form=True) or ("merged" if case.dossier.merged is not None else None):
            yield from (NotJudged(rule, reason) for rule in _RULES)
            return
        for name, now in case.numbers.items():
            then = number_of(before(case, name))
            if now > 0 and then is not None and then > 0:
                yield name, case.form.line(name)[1].kind, now, then, max(now, then), min(now, then)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return (text(record, "figure"),)

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        names = [text(record, "figure") for record in records]
        found = doubts(case, (figure for name in names for figure in (case.figure(name), before(case, name))))
        # Which of two years is in the wrong unit nobody can tell from them.
        return (*found, "unit-of-either-year") if rule.name == _FEE else found

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return "explained-in-text" if _explained(case, records) else None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        first = max(records, key=lambda record: value(record, "larger") or 0)
        now, then = plain_number(value(first, "this_year")), plain_number(value(first, "last_year"))
        figures = [case.figure(text(record, "figure")) for record in records]
        values = {
            "where": place_in_words(case.form.name, figures[0]) if len(figures) == 1 else listed([_both(r) for r in records], _MOST),
            "previous": named(case.dossier.previous),
            "printed": now,
            "expected": then,
            "ratio": f"{(value(first, 'larger') or 0) / (value(first, 'smaller') or 1):.0f}",
            "count": len(records),
        }
        return Told(values, expected=None, actual=now, tail=quoted(_explained(case, records)))


def _explained(case: Case, records: Sequence[Record]) -> str | None:
    return explanation(case, _SUBJECTS[text(records[0], "figure").split(".")[0]])


def _both(record: Record) -> Words:
    table, row, column = text(record, "figure").split(".")
    row_name, column_name = short_name("row", table, row), short_name("column", table, column)
    then, now = plain_number(value(record, "last_year")), plain_number(value(record, "this_year"))
    return words("judging.changed", row=row_name, column=column_name, then=then, now=now)
