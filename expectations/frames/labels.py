"""One row a label of Table 2 as printed, beside the form's."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from expectations.frames.kind import TEXT, Case, Cell, NotJudged, Record, Told, text
from expectations.rule import Rule
from gouji.finding import Words
from gouji.form import form
from gouji.recognition.normal import bare, plain
from gouji.words.places import in_a_row, table_in_words, with_spot

_TABLE = "disclosure"
_UNIT = re.compile("单位")


class LabelsFrame:
    name = "labels"
    columns = {"kind": TEXT, "name": TEXT, "printed": TEXT, "due": TEXT}
    offers = frozenset({"where", "printed", "expected"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        reading = case.report.tables.get(_TABLE)
        if reading is None:
            yield NotJudged("disclosure-label", "no-table", "table", _TABLE)
            return
        for kind, labels in (("row", reading.rows), ("column", reading.columns)):
            for name, printed in labels.items():
                if due := _due(case.form.name, kind, name, printed):
                    yield kind, name, _flat(printed), _flat(due)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return 2

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = list(case.report.tables[_TABLE].doubts)
        if any(_clipped(text(r, "printed"), text(r, "due")) for r in records) and case.report.format == "pdf":
            found.append("label-clipped")
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        reading = case.report.tables[_TABLE]
        printed, due = zip(*(_both(case, record) for record in records), strict=True)
        values = {
            "where": with_spot(table_in_words(_TABLE), reading.place),
            "printed": in_a_row(printed),
            "expected": in_a_row(due),
        }
        places = (reading.place,) if reading.place else ()
        return Told(values, in_a_row(due).zh, in_a_row(printed).zh, places, spot="|".join(text(r, "name") for r in records))


def _both(case: Case, record: Record) -> tuple[Words, Words]:
    kind, name = text(record, "kind"), text(record, "name")
    reading = case.report.tables[_TABLE]
    printed = plain((reading.rows if kind == "row" else reading.columns)[name])
    due = _due(case.form.name, kind, name, printed) or ""
    return Words(printed, printed), Words(due, due)


@lru_cache(maxsize=1000)
def _due(form_name: str, kind: str, name: str, printed: str) -> str | None:
    """The form's label for this line, the most like it where a column stands in several blocks."""
    table = form(form_name).table(_TABLE)
    lines = table.rows() if kind == "row" else [column for block in table.blocks for column in block.columns]
    own = list(dict.fromkeys(line.label for line in lines if line.id == name))
    return max(own, key=lambda label: fuzz.ratio(_flat(label), _flat(printed)), default=None)


@lru_cache(maxsize=1000)
def _flat(label: str) -> str:
    """The label without blanks and signs; 万元 says the unit with or without the word."""
    return _UNIT.sub("", bare(label))


def _clipped(printed: str, due: str) -> bool:
    rest = iter(due)
    return len(printed) < len(due) and all(sign in rest for sign in printed)
