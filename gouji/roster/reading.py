"""Reads a roster."""

import difflib
from pathlib import Path

from gouji.agencies.kinds import standing
from gouji.agencies.naming import normalised, parse
from gouji.agency import Agency
from gouji.errors import ConfigError
from gouji.finding import Words
from gouji.roster.columns import column_of, labels
from gouji.roster.model import Roster
from gouji.roster.sheet import Row, read_rows
from gouji.roster.values import RowValues
from gouji.words import words

# Offices put a title and a note above the header; further down it is no header any more.
_HEADER_WITHIN = 20


def read_roster(path: Path) -> Roster:
    """The roster that a CSV or XLSX file holds; a file that holds none is a ConfigError."""
    for rows in read_rows(path):
        for nth, row in enumerate(rows[:_HEADER_WITHIN]):
            if "name" in _columns(row).values():
                return _roster(row, rows[nth + 1 :])
    raise ConfigError(words("roster.no-header", path=path, label=labels()["name"][0]))


def roster_template() -> bytes:
    """An empty roster for a person to fill in, with the mark by which Excel knows UTF-8."""
    return (",".join(known[0] for known in labels().values()) + "\r\n").encode("utf-8-sig")


def _columns(header: Row) -> dict[int, str]:
    """Which column stands where; of two with one meaning the first counts."""
    found: dict[int, str] = {}
    for position, cell in enumerate(header.cells):
        column = column_of().get("".join(str(cell).split()).lower().rstrip("*"))
        if column and column not in found.values():
            found[position] = column
    return found


def _roster(header: Row, rows: list[Row]) -> Roster:
    columns = _columns(header)
    printed = {column: str(header.cells[position]) for position, column in columns.items()}
    problems = _almost_columns(header, columns)
    agencies: dict[int, Agency] = {}
    for row in rows:
        cells = {column: row.cells[position] for position, column in columns.items() if position < len(row.cells)}
        values = RowValues(row.number, cells, printed)
        agency = _agency(values)
        twin = _twin(agency, agencies) if agency else None
        if twin:
            values.problems.append(words("roster.twice", row=row.number, first=twin, name=values.text("name")))
        elif agency:
            agencies[row.number] = agency
        problems += values.problems
    return Roster(tuple(agencies.values()), tuple(problems))


def _almost_columns(header: Row, columns: dict[int, str]) -> list[Words]:
    """A label that looks like one of ours and is none: the column would be left out without a word."""
    missing = [label for column, known in labels().items() if column not in columns.values() for label in known[:1]]
    strangers = [str(cell) for position, cell in enumerate(header.cells) if cell and position not in columns]
    close = [(label, difflib.get_close_matches(label, missing, n=1, cutoff=0.7)) for label in strangers]
    return [words("roster.almost-column", row=header.number, label=label, near=near[0]) for label, near in close if near]


def _agency(values: RowValues) -> Agency | None:
    name = values.text("name")
    if name is None:
        values.problems.append(words("roster.no-name", row=values.number, label=values.labels["name"]))
        return None
    shown, code, powers = standing(parse(name)), values.code(), values.yes_or_no("makes_regulations")
    return Agency(
        id=f"uscc:{code}" if code else f"name:{parse(name).key}",
        name=normalised(name),
        kind=values.kind() or shown.kind,
        makes_regulations=shown.makes_regulations if powers is None else powers,
        superior=values.text("superior"),
        aliases=values.aliases(),
        deadline=values.date("deadline"),
        founded=values.date("founded"),
        dissolved=values.date("dissolved"),
        contact=values.text("contact"),
        email=values.email(),
        website=values.text("website"),
        source="roster",
    )


def _twin(agency: Agency, before: dict[int, Agency]) -> int | None:
    """The row that names the same body: the same code, or the same name."""
    keys = _keys(agency)
    return next((row for row, other in before.items() if not keys.isdisjoint(_keys(other))), None)


def _keys(agency: Agency) -> set[str]:
    return {agency.id, f"name:{parse(agency.name).key}"}
