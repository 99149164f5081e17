"""A statutory form: sections, tables, rows, columns and identities."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["count", "amount", "change"]


@dataclass(frozen=True, slots=True)
class FormSection:
    """A heading is this section's when each group of keywords has one of its words in it."""

    number: int
    heading: str
    keywords: tuple[tuple[str, ...], ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row or a column. `instead_of` names the rows that it stands for where they are not split.

    Compared by identity: a line is where it stands in its form, and labels are looked up by it thousands of times a report.
    """

    id: str
    label: str
    group: str | None = None
    aliases: tuple[str, ...] = ()
    kind: Kind = "count"
    instead_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormBlock:
    """Rows that share their columns."""

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    heading: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class FormTable:
    """One of the three statutory tables; `name` is what an office calls it (表二). Compared by identity, as its lines are."""

    id: str
    name: str
    section: int
    blocks: tuple[FormBlock, ...]
    corner: str | None = None

    def rows(self) -> list[Line]:
        return [row for block in self.blocks for row in block.rows]

    def row(self, name: str) -> Line:
        return next(row for row in self.rows() if row.id == name)

    def columns_of(self, row: str) -> tuple[Line, ...]:
        return next(block.columns for block in self.blocks if any(r.id == row for r in block.rows))

    def column(self, row: str, name: str) -> Line:
        return next(column for column in self.columns_of(row) if column.id == name)


@dataclass(frozen=True, slots=True)
class Identity:
    """Figures that add up (勾稽关系): the terms of `left` together equal, or are at most, those of `right`.

    Along columns the terms are rows and the identity is asked of each column; along rows the reverse.
    A term that the report does not have because another stands for it counts nothing.
    """

    name: str
    table: str
    along: Literal["rows", "columns"]
    left: tuple[str, ...]
    right: tuple[str, ...]
    rows: tuple[str, ...] | None = None
    relation: Literal["equal", "at-most"] = "equal"


@dataclass(frozen=True, slots=True)
class Form:
    name: str
    basis: str
    first_year: int
    sections: tuple[FormSection, ...]
    tables: tuple[FormTable, ...]
    identities: Mapping[str, Identity] = field(default_factory=dict)

    def table(self, name: str) -> FormTable:
        return next(table for table in self.tables if table.id == name)

    def figure_ids(self, table: str | None = None) -> Iterator[str]:
        """All figures that the form asks for, in its order: table.row.column."""
        for t in self.tables:
            if table in (None, t.id):
                for block in t.blocks:
                    for row in block.rows:
                        if not row.instead_of:
                            yield from (f"{t.id}.{row.id}.{column.id}" for column in block.columns)

    def has(self, figure_id: str) -> bool:
        """Whether the form has a cell for this figure."""
        table, row, column = figure_id.split(".")
        blocks = [block for t in self.tables if t.id == table for block in t.blocks]
        return any(row in {line.id for line in block.rows} and column in {line.id for line in block.columns} for block in blocks)

    def line(self, figure_id: str) -> tuple[Line, Line]:
        """The row and the column of a figure."""
        table, row, column = figure_id.split(".")
        return self.table(table).row(row), self.table(table).column(row, column)


def form_from(data: Mapping[str, Any]) -> Form:
    """The form described by one of the data files."""
    return Form(
        name=data["name"],
        basis=data["basis"],
        first_year=data["first_year"],
        sections=tuple(_section(s) for s in data["sections"]),
        tables=tuple(_table(t) for t in data["tables"]),
        identities={i["name"]: _identity(i) for i in data["identities"]},
    )


def _section(data: Mapping[str, Any]) -> FormSection:
    keywords = tuple(tuple(group) for group in data["keywords"])
    return FormSection(data["number"], data["heading"], keywords, tuple(data.get("aliases", ())))


def _table(data: Mapping[str, Any]) -> FormTable:
    blocks = data.get("blocks") or [data]
    return FormTable(data["id"], data["name"], data["section"], tuple(_block(b) for b in blocks), data.get("corner"))


def _block(data: Mapping[str, Any]) -> FormBlock:
    return FormBlock(_lines(data["rows"]), _lines(data["columns"]), data.get("heading"))


def _lines(data: Sequence[Mapping[str, Any]]) -> tuple[Line, ...]:
    return tuple(Line(**_with_tuples(line, "aliases", "instead_of")) for line in data)


def _identity(data: Mapping[str, Any]) -> Identity:
    return Identity(**_with_tuples(data, "left", "right", "rows"))


def _with_tuples(data: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {key: tuple(value) if key in names else value for key, value in data.items()}
