"""Cases -> pandas tables with a fixed schema, one a frame."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from expectations.frames import FRAMES
from expectations.frames.kind import NUMBER, Case, Cell, Frame, InBulk, NotJudged, Record
from expectations.rule import Condition


@dataclass(frozen=True)
class Table:
    """What a suite looks at. Rows are called by their position; `report` is the position of the case."""

    frame: Frame
    data: pd.DataFrame

    def looked_at(self, where: Mapping[str, Condition]) -> NDArray[np.bool_]:
        """The rows that a rule asking for these looks at."""
        mask = np.ones(len(self.data), dtype=bool)
        for name, asked in where.items():
            mask &= _asked(self.data[name], asked).to_numpy(dtype=bool)
        return mask

    def record(self, row: int) -> Record:
        """The operands of one row, what is missing as None."""
        return {str(name): None if pd.isna(cell) else cell for name, cell in self.data.loc[row].items()}


@dataclass(frozen=True)
class Material:
    """All frames over all cases, and by case what is not in them for want of an operand."""

    cases: tuple[Case, ...]
    tables: Mapping[str, Table]
    not_judged: tuple[tuple[NotJudged, ...], ...]


def build(cases: Sequence[Case], names: Iterable[str] = tuple(FRAMES)) -> Material:
    """The frames of these names over the cases."""
    not_judged: list[list[NotJudged]] = [[] for _ in cases]
    tables = {name: _table(FRAMES[name], cases, not_judged) for name in names}
    return Material(tuple(cases), tables, tuple(map(tuple, not_judged)))


def _table(frame: Frame, cases: Sequence[Case], not_judged: list[list[NotJudged]]) -> Table:
    types = {"report": "int64", **frame.columns}
    if isinstance(frame, InBulk):
        columns, missing = frame.bulk(cases)
        for own, found in zip(not_judged, missing, strict=True):
            own += found
        return Table(frame, pd.DataFrame({name: columns[name] for name in types}).astype(types))
    reports, rows = _rows(frame, cases, not_judged)
    cells: list[Sequence[Cell]] = [reports, *(zip(*rows, strict=True) if rows else [()] * len(frame.columns))]
    return Table(frame, pd.DataFrame({name: _column(own, kind) for (name, kind), own in zip(types.items(), cells, strict=True)}))


def _rows(frame: Frame, cases: Sequence[Case], not_judged: list[list[NotJudged]]) -> tuple[list[int], list[tuple[Cell, ...]]]:
    """The rows of all reports, and the position of the report of each."""
    reports: list[int] = []
    rows: list[tuple[Cell, ...]] = []
    for index, case in enumerate(cases):
        for row in frame.rows(case):
            if isinstance(row, NotJudged):
                not_judged[index].append(row)
            else:
                reports.append(index)
                rows.append(row)
    return reports, rows


def _asked(column: "pd.Series[Any]", asked: Condition) -> "pd.Series[bool]":
    match asked:
        case str():
            return (column == asked).fillna(False)
        case tuple():
            return column.isin(list(asked))
        case {"known": known}:
            return column.notna() if known else column.isna()
        case {"above": bound}:
            return (column > bound).fillna(False)
        case _:
            raise ValueError(str(asked))


def _column(cells: Sequence[Cell], kind: str) -> Any:
    """One column in its type; a number that is missing is no number."""
    return np.array(cells, dtype=kind) if kind in (NUMBER, "int64") else pd.Series(cells, dtype=kind)
