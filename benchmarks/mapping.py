"""Tables to figures by row label alone: the least that a user would write, the same for every extractor."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from gouji.form import form

Row = Sequence[str]
_FIGURE = re.compile(r"|/|[+\-]?[\d,.]+(件|万元|元)?(\(.*\))?")
_SIGNS = re.compile(r"[\s、，,。.;；:：'\"“”‘’()（）<>]+")


def mapped(tables: Sequence[Sequence[Row]]) -> dict[str, str]:
    """Each figure that a row of these tables gives, in the form of which more is found."""
    rows = [row for table in tables for row in table]
    return max((dict(_figures(rows, name)) for name in ("2021", "2019")), key=len)


def _figures(rows: Sequence[Row], name: str) -> Iterator[tuple[str, str]]:
    proceedings = form(name).table("proceedings")
    tracks = [f"proceedings.{row.id}.{column.id}" for row in proceedings.rows() for column in proceedings.columns_of(row.id)]
    for row in rows:
        labels, values = _parted(row)
        names = _named(labels, name) if labels else tracks
        yield from zip(names, _chosen(values, len(names)), strict=False)


def _parted(row: Row) -> tuple[Row, Row]:
    """The row's cells up to its last label, and those after it."""
    flat = ["".join(unicodedata.normalize("NFKC", cell).split()) for cell in row]
    last = max((number for number, cell in enumerate(flat) if not _FIGURE.fullmatch(cell)), default=-1)
    return row[: last + 1], row[last + 1 :]


def _chosen(values: Row, count: int) -> Row:
    """As many of the row's figures as it should have: without the empty cells that merging leaves, where that gives the number."""
    filled = [value for value in values if value.strip()]
    return filled if len(filled) == count else values[-count:] if len(values) >= count > 3 else values[:count]


def _named(labels: Row, name: str) -> Sequence[str]:
    """The figures of the row that these label cells name; a group's name may stand before its own."""
    known = _labels(name)
    return known.get(_bare(labels[-1])) or known.get(_bare("".join(labels))) or ()


@cache
def _labels(name: str) -> Mapping[str, Sequence[str]]:
    found: dict[str, Sequence[str]] = {}
    for table in (table for table in form(name).tables if table.id != "proceedings"):
        for row in table.rows():
            names = [f"{table.id}.{row.id}.{column.id}" for column in table.columns_of(row.id)]
            found |= {_bare(label): names for label in (row.label, *row.aliases)}
    return found


def _bare(text: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text))
