"""Cases -> pandas tables with a fixed schema, one a frame."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from expectations.frames import FRAMES
from expectations.frames.kind import Case, Cell, Frame, NotJudged, Record


@dataclass(frozen=True)
class Table:
    """What a suite looks at. Rows are called by their position; `report` is the position of the case."""

    frame: Frame
    data: pd.DataFrame

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
    rows: list[tuple[Cell, ...]] = []
    for index, case in enumerate(cases):
        for row in frame.rows(case):
            if isinstance(row, NotJudged):
                not_judged[index].append(row)
            else:
                rows.append((index, *row))
    types = {"report": "int64", **frame.columns}
    return Table(frame, pd.DataFrame.from_records(rows, columns=list(types)).astype(types))
