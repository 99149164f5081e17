"""One row a section, table, row, column or figure that the form asks for, with the label under which it was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from expectations.frames.kind import KIND, NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, text, value
from expectations.frames.operands import merged
from expectations.rule import Rule
from gouji.finding import Words
from gouji.form import NAMES, form
from gouji.form.model import FormBlock, FormTable
from gouji.privacy.masking import masked
from gouji.report import Report, State, TableReading
from gouji.words import words
from gouji.words.places import (
    figure_in_words,
    in_a_row,
    label_in_words,
    line_in_words,
    listed,
    section_number,
    short_name,
    table_in_words,
    with_spot,
)

_Row = tuple[str, str, str, str | None, float]
_LONGEST_EXCERPT = 40
_MOST = 5  # as many cells are named in a sentence


@dataclass(frozen=True)
class PresenceFrame:
    name = "presence"
    columns = {"what": KIND, "table": KIND, "name": TEXT, "printed": TEXT, "section": NUMBER}
    offers = frozenset({"where", "printed", "expected", "count", "number"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        found = {section.number: section.heading for section in case.report.sections}
        for section in case.form.sections:
            yield "section", "", str(section.number), found.get(section.number), float(section.number)
        for table in case.form.tables:
            reading = case.report.tables.get(table.id)
            yield "table", table.id, table.id, table.name if reading else None, float(table.section)
            if reading is None:
                yield from (NotJudged(rule, "no-table", "table", table.id) for rule in _OF_TABLE[table.id])
            else:
                yield from _lines(case, table, reading)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        what, table, name = (text(record, key) for key in ("what", "table", "name"))
        if what == "section":
            return ()
        asked = list(case.form.figure_ids(table))
        match what:
            case "table":
                return tuple(asked)
            case "row":
                return tuple(f for f in asked if f.split(".")[1] == name)
            case "column":
                row, _, column = name.rpartition(".")
                return tuple(f for f in asked if f.split(".")[2] == column and row in ("", f.split(".")[1]))
            case "figure":
                return (f"{table}.{name}",)
            case _:
                return tuple(f for f in case.report.figures if f.startswith(f"{table}.{name}."))

    def section(self, record: Record) -> int | None:
        number = value(record, "section")
        return int(number) if number else None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [*case.report.doubts, *case.report.unread]
        for record in records:
            reading = case.report.tables.get(text(record, "table"))
            found += reading.doubts if reading else []
            found += [doubt for name in self.figures(case, record) for doubt in _why_absent(case.report, name)]
            if record["what"] == "table" and _unclaimed(case.report, self.section(record)):
                found.append("unrecognised-table")
        if records[0]["what"] == "section" and not any(s.number for s in case.report.sections):
            found.append("no-heading-found")
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        what, table = text(records[0], "what"), text(records[0], "table")
        reading = case.report.tables.get(table)
        place = reading.place if reading else None
        asked = [_asked(case, record) for record in records]
        # All of them are in the finding's figures; rows and columns are few, and each is to be restored by its name.
        expected = listed(asked, _MOST) if what == "figure" else in_a_row(asked)
        seen = _seen(case, what, table)
        values: dict[str, object] = {"expected": expected, "printed": seen, "count": _count(case, what, table)}
        if what == "section":
            values |= {"number": section_number(int(text(records[0], "name"))), "where": words("place.report")}
            return Told(values, expected=expected.zh, spot=text(records[0], "name"))
        section = self.section(records[0])
        values |= {"number": section_number(section or 1), "where": with_spot(_subject(what, table, section), place)}
        return Told(values, expected=expected.zh, actual=seen.zh if what == "split" else None, places=(place,) if place else ())


def _why_absent(report: Report, name: str) -> tuple[str, ...]:
    """Why a figure that was not found may be printed all the same."""
    figure = report.figures.get(name)
    return figure.doubts if figure and figure.state is State.ABSENT else ()


_OF_TABLE = {
    "disclosure": ("disclosure-row-missing", "disclosure-column-missing"),
    "applications": ("applications-row-missing", "applications-column-missing", "other-outcomes-merged"),
    "proceedings": ("proceedings-figure-missing",),
}


def _lines(case: Case, table: FormTable, reading: TableReading) -> Iterator[_Row]:
    """The rows and columns that a table must have, the figures where every figure has a header of its own."""
    section = float(table.section)
    if table.id == "proceedings":
        for name in case.form.figure_ids(table.id):
            figure = case.figure(name)
            own = name.removeprefix(f"{table.id}.")
            yield "figure", table.id, own, None if figure.state is State.ABSENT else reading.columns.get(own) or own, section
        return
    for block in table.blocks:
        yield from _rows(case, table, reading, block)
        yield from _columns(case, table, reading, block)
    yield from _splits(case, table, reading)


def _rows(case: Case, table: FormTable, reading: TableReading, block: FormBlock) -> Iterator[_Row]:
    several = (row for row in block.rows if row.instead_of)
    spared = {item for row in several if merged(case, table.id, row.id, row.instead_of) for item in row.instead_of}
    for row in block.rows:
        if not row.instead_of and row.id not in spared and not _itemised(table, reading, row.id):
            found = reading.rows.get(row.id)
            if not found and any(_there(case, table.id, row.id, column.id) for column in block.columns):
                found = row.label
            yield "row", table.id, row.id, found or None, float(table.section)


def _itemised(table: FormTable, reading: TableReading, row: str) -> bool:
    """Whether the items into which another form splits this row stand in its place: form-superseded speaks of mixed forms."""
    lines = [line for name in NAMES for line in form(name).table(table.id).rows() if line.id == row]
    return row not in reading.rows and any(item in reading.rows for line in lines for item in line.instead_of)


def _columns(case: Case, table: FormTable, reading: TableReading, block: FormBlock) -> Iterator[_Row]:
    """A column is found by its header or by a cell; one that is a row's only one must have the cell."""
    rows = [row for row in block.rows if row.id in reading.rows]
    for column in block.columns if rows else ():
        if len(block.columns) == 1:
            for row in rows:
                found = column.label if _there(case, table.id, row.id, column.id) else None
                yield "column", table.id, f"{row.id}.{column.id}", found, float(table.section)
        else:
            found = reading.columns.get(column.id)
            if not found and any(_there(case, table.id, row.id, column.id) for row in rows):
                found = column.label
            yield "column", table.id, column.id, found or None, float(table.section)


def _splits(case: Case, table: FormTable, reading: TableReading) -> Iterator[_Row]:
    """Rows that the form splits into items: the first item's label as found, none where the row stands whole."""
    for row in table.rows():
        if row.instead_of and (row.id in reading.rows or any(item in reading.rows for item in row.instead_of)):
            item = next((reading.rows[item] for item in row.instead_of if item in reading.rows), None)
            yield "split", table.id, row.id, item, float(table.section)


def _there(case: Case, table: str, row: str, column: str) -> bool:
    return case.figure(f"{table}.{row}.{column}").state is not State.ABSENT


def _unclaimed(report: Report, section: int | None) -> bool:
    """Whether a table stands in this section that was taken for none of the form's."""
    claimed = {grid for reading in report.tables.values() for grid in reading.grids}
    return any(grid not in claimed for s in report.sections if s.number == section for grid in s.grids)


def _asked(case: Case, record: Record) -> Words:
    what, table, name = (text(record, key) for key in ("what", "table", "name"))
    match what:
        case "section":
            heading = next(s.heading for s in case.form.sections if str(s.number) == name)
            return Words(heading, heading)
        case "table":
            return table_in_words(table)
        case "figure":
            return figure_in_words(case.form.name, f"{table}.{name}")
        case "split":
            items = case.form.table(table).row(name).instead_of
            return in_a_row(short_name("row", table, item) for item in items)
        case "column" if "." in name:
            return line_in_words(case.form.name, "row", table, name.split(".")[0])
        case _:
            return label_in_words(case.form.name, what, table, name)


def _seen(case: Case, what: str, table: str) -> Words:
    """What stands there instead."""
    report = case.report
    reading = report.tables.get(table)
    match what:
        case "section":
            labels = [section.heading for section in report.sections]
        case "table":
            section = case.form.table(table).section
            labels = [masked(s.text).strip()[:_LONGEST_EXCERPT] for s in report.sections if s.number == section and s.text.strip()]
        case "split":
            names = [row.id for row in case.form.table(table).rows() if row.instead_of]
            labels = [reading.rows[name] for name in names if name in reading.rows] if reading else []
        case "column":
            labels = list(dict.fromkeys(reading.columns.values())) if reading else []
        case _:
            labels = list(reading.rows.values()) if reading else []
    labels = [" ".join(label.split()) for label in labels]
    return Words("、".join(labels), ", ".join(labels)) if labels else words("judging.nothing")


def _count(case: Case, what: str, table: str) -> int:
    reading = case.report.tables.get(table)
    if what == "figure":
        return sum(f.table == table and f.state is not State.ABSENT for f in case.report.figures.values())
    return len(reading.rows) if reading else 0


def _subject(what: str, table: str, section: int | None) -> Words:
    if what == "table":
        return words("place.section", number=section_number(section or 1))
    return table_in_words(table)
