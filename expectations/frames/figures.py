"""One row a cell of the statutory tables that the document has: what is printed, its number, what kind of number is due."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from expectations.frames.cells import Printed
from expectations.frames.kind import KIND, NUMBER, TEXT, ByColumns, Case, NotJudged, Record, Told, plain_number, text
from expectations.frames.powers import power as power_of
from expectations.rule import Rule
from gouji.finding import Words
from gouji.form import form
from gouji.report import Figure, State
from gouji.words import words
from gouji.words.places import in_a_row, listed, place_in_words, short_name

_POWER = "regulations-without-power"


class FiguresFrame(ByColumns):
    name = "figures"
    columns = {
        "table": KIND, "row": KIND, "column": KIND, "figure": KIND, "state": KIND, "printed": TEXT, "value": NUMBER,
        "least": NUMBER, "step": NUMBER, "largest_in_row": NUMBER, "power": KIND,
    }  # fmt: skip
    offers = frozenset({"where", "printed", "expected", "count", "agency"})

    def bulk(self, cases: Sequence[Case]) -> tuple[Mapping[str, Any], list[list[NotJudged]]]:
        """Two hundred rows a report: what differs is taken from each, what the form says of a cell is repeated."""
        found, missing = Printed(), []
        for index, case in enumerate(cases):
            power = power_of(case)
            found.take(index, case, power)
            unknown = power is None and any(case.numbers.get(name, 0) > 0 for name in _regulations(case))
            missing.append([NotJudged(_POWER, "kind-unknown")] if unknown else [])
        return found.columns([None if f.state is _BLANK else _FOLDED[f.raw or ""] for f in found.figures]), missing

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return (text(record, "figure"),)

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [doubt for record in records for doubt in case.figure(text(record, "figure")).doubts]
        agency = case.dossier.agency
        if rule.name == _POWER and agency is not None and not agency.sure:
            found.append("agency")
        if records[0]["printed"] is None and _all_blank(case, text(records[0], "table")):
            found.append("whole-table-blank")
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        """Whether every blank may as well be a figure that the reading put elsewhere."""
        figures = [case.figure(text(record, "figure")) for record in records]
        return "unsure-blank" if all(f.state is State.BLANK and not f.sure for f in figures) else None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        figures = [case.figure(text(record, "figure")) for record in records]
        where = place_in_words(case.form.name, figures[0]) if len(figures) == 1 else listed([_in_short(f) for f in figures], _MOST)
        # What is wrong with the way a number is written is shown as it is written.
        marks = list(dict.fromkeys((printed(f) or "") if rule.shape == "not-match" else _shown(f) for f in figures))
        due = _due(case, figures[0])
        actual = "、".join(marks)
        agency = case.dossier.agency.name if case.dossier.agency else ""
        values = {"where": where, "printed": _quoted(figures[0], marks), "expected": due, "count": len(figures), "agency": agency}
        return Told(values, expected=_expected(rule.name), actual=actual)


# As many cells are named in a sentence; all of them are in the finding's figures.
_MOST = 5


def printed(figure: Figure) -> str | None:
    """What is printed in the cell, in one shape for all formats; None where nothing is."""
    return None if figure.state is _BLANK else _FOLDED[figure.raw or ""]


_BLANK = State.BLANK  # looked up once: there are two hundred figures a report


class _Folded(dict[str, str | None]):
    """What a cell prints in one shape; reports print the same few numbers over and over."""

    def __missing__(self, raw: str) -> str | None:
        folded = unicodedata.normalize("NFKC", raw).strip() or None
        if len(self) < _DIFFERENT:
            self[raw] = folded
        return folded


_DIFFERENT = 65536
_FOLDED = _Folded()


def _in_short(figure: Figure) -> Words:
    """新收·自然人: enough to find the cell within its table."""
    return in_a_row((short_name("row", figure.table, figure.row), short_name("column", figure.table, figure.column)), "·", " · ")


def _regulations(case: Case) -> list[str]:
    return _of_regulations(case.form.name)


@cache
def _of_regulations(form_name: str) -> list[str]:
    return [name for name in form(form_name).figure_ids("disclosure") if name.startswith("disclosure.regulations.")]


def _all_blank(case: Case, table: str) -> bool:
    states = {f.state for f in case.report.figures.values() if f.table == table}
    return states <= {State.BLANK, State.ABSENT}


def _shown(figure: Figure) -> str:
    return plain_number(figure.value) if figure.state is State.NUMBER else (printed(figure) or "")


def _quoted(first: Figure, marks: Sequence[str]) -> Words | str:
    if first.state is State.NUMBER:
        return "、".join(marks)
    return listed([Words(f"“{m}”", f"“{m}”") for m in marks])


def _due(case: Case, figure: Figure) -> Words:
    _, column = case.form.line(figure.id)
    return words(f"judging.due-{column.kind}")


def _expected(rule: str) -> str | None:
    return "0" if rule == _POWER else None
