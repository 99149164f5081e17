"""Reads a roster."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from gouji.agencies.naming import adds_only_places, normalised, parse
from gouji.agency import Agency
from gouji.errors import ConfigError
from gouji.finding import Words
from gouji.roster.bodies import body_of
from gouji.roster.columns import labels
from gouji.roster.header import Columns, almost_columns, columns_of, header_of
from gouji.roster.model import Roster
from gouji.roster.sheet import Cell, Row, read_rows
from gouji.roster.values import RowValues
from gouji.words import words


def read_roster(path: Path) -> Roster:
    """The roster that a CSV or XLSX file holds; a file that holds none is a ConfigError."""
    for rows in read_rows(path):
        if found := header_of(rows):
            return _roster(*found)
    raise ConfigError(words("roster.no-header", path=path, label=labels()["name"][0]))


def roster_template() -> bytes:
    """An empty roster for a person to fill in, with the mark by which Excel knows UTF-8."""
    return (",".join(known[0] for known in labels().values()) + "\r\n").encode("utf-8-sig")


def _roster(header: Row, rows: Iterable[Row]) -> Roster:
    columns = columns_of(header)
    printed = {column: str(header.cells[position]) for position, column in columns.items()}
    problems = almost_columns(header)
    agencies: dict[int, Agency] = {}
    for row in rows:
        values = RowValues(row.number, _cells(row, columns), printed)
        agency = body_of(values)
        twin = _twin(agency, agencies) if agency else None
        if twin:
            values.problem("twice", first=twin, name=values.text("name"))
        elif agency:
            agencies[row.number] = agency
        problems += values.problems
    return Roster(tuple(agencies.values()), (*problems, *_shared_names(agencies)), tuple(agencies))


def _cells(row: Row, columns: Columns) -> dict[str, Cell]:
    """The row's cells by column, several of one meaning put together."""
    cells: dict[str, Cell] = {}
    for position, column in columns.items():
        cell = row.cells[position] if position < len(row.cells) else ""
        cells[column] = f"{cells[column]}、{cell}" if cells.get(column) and cell else cell or cells.get(column, "")
    return cells


def _twin(agency: Agency, before: Mapping[int, Agency]) -> int | None:
    """The row that names the same body: the same code, or the same name where not two codes tell them apart."""
    return next((row for row, other in before.items() if _same(agency, other)), None)


def _same(one: Agency, other: Agency) -> bool:
    if one.id == other.id:
        return True
    told_apart = one.id.startswith("uscc:") and other.id.startswith("uscc:")
    return not told_apart and parse(one.name).key == parse(other.name).key


def _shared_names(agencies: Mapping[int, Agency]) -> Iterator[Words]:
    """Names under which two bodies go: a report that gives nothing else is neither's, or the one's that is called so."""
    rows = {row: {normalised(name) for name in (agency.name, *agency.aliases)} for row, agency in agencies.items()}
    for name in dict.fromkeys(name for names in rows.values() for name in sorted(names)):
        sharing = [row for row, names in rows.items() if name in names]
        called = [row for row in sharing if normalised(agencies[row].name) == name]
        if len(sharing) > 1 and len(called) == 1:
            others = [row for row in sharing if row not in called]
            yield from (words("roster.alias-is-name", row=row, name=name, first=called[0]) for row in others)
        # A bare 财政局 of two counties is what a list of both prints; their full names tell them apart.
        elif len(sharing) > 1 and not all(adds_only_places(normalised(agencies[row].name), name) for row in sharing):
            yield words("roster.shared-name", name=name, rows="、".join(map(str, sharing)), rows_en=", ".join(map(str, sharing)))
