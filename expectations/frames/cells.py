"""The cells of all forms in one row, and the columns of the figures frame made of them for many reports at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from expectations.frames.kind import Case, cell_names
from gouji.form import NAMES, form
from gouji.form.model import Kind, Line
from gouji.report import Figure, State

# What the least number of a kind is, and the step between its numbers; an amount has no step.
_MEASURES: dict[Kind, tuple[float | None, float | None]] = {"count": (0, 1), "amount": (0, None), "change": (None, 1)}
_POWERS = ("with", "without")
_ABSENT = State.ABSENT  # looked up once: there are two hundred figures a report


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a form."""

    table: str
    row: str
    column: Line


@cache
def cells() -> tuple[Cell, ...]:
    """The cells of all forms, in the forms' order."""
    return tuple(
        Cell(t.id, row.id, column) for name in NAMES for t in form(name).tables for b in t.blocks for row in b.rows for column in b.columns
    )


@cache
def _first(form_name: str) -> int:
    """The position of a form's first cell among those of all forms."""
    return sum(len(cell_names(name)) for name in NAMES[: NAMES.index(form_name)])


@cache
def _fixed() -> Mapping[str, Any]:
    """What a form says of its cells, by position."""
    import pandas as pd  # listing the rules needs none of it

    texts = {
        "table": [cell.table for cell in cells()],
        "row": [cell.row for cell in cells()],
        "column": [cell.column.id for cell in cells()],
        "figure": [name for form_name in NAMES for name in cell_names(form_name)],
    }
    measures = np.array([_MEASURES[cell.column.kind] for cell in cells()], dtype="float64")
    return {**{name: pd.Categorical(values) for name, values in texts.items()}, "least": measures[:, 0], "step": measures[:, 1]}


@dataclass
class Printed:
    """What differs from report to report, cell by cell."""

    figures: list[Figure] = field(default_factory=list)
    report: list[NDArray[np.int64]] = field(default_factory=list)
    at: list[NDArray[np.int64]] = field(default_factory=list)
    value: list[NDArray[np.float64]] = field(default_factory=list)
    largest: list[NDArray[np.float64]] = field(default_factory=list)
    power: list[NDArray[np.int8]] = field(default_factory=list)

    def take(self, index: int, case: Case, power: str | None) -> None:
        """The cells that this report has."""
        found = [*map(case.report.figures.get, cell_names(case.form.name))]
        there = [at for at, figure in enumerate(found) if figure is not None and figure.state is not _ABSENT]
        at = np.array(there, dtype="int64")
        self.figures += [figure for figure in found if figure is not None and figure.state is not _ABSENT]
        self.report.append(np.full(len(at), index))
        self.at.append(at + _first(case.form.name))
        self.value.append(case.values[at])
        self.largest.append(_largest(case)[at])
        self.power.append(np.full(len(at), -1 if power is None else _POWERS.index(power), dtype="int8"))

    def columns(self, texts: Sequence[str | None]) -> Mapping[str, Any]:
        """The columns of the frame; `texts` is what the cells print."""
        import pandas as pd

        at = _joined(self.at, "int64")
        states = [figure.state._value_ for figure in self.figures]  # `.value` is a call, and there are two hundred figures a report
        return {
            **{name: column[at] for name, column in _fixed().items()},
            "report": _joined(self.report, "int64"),
            "state": pd.Categorical(states, categories=[state.value for state in State]),
            "printed": texts,
            "value": _joined(self.value, "float64"),
            "largest_in_row": _joined(self.largest, "float64"),
            "power": pd.Categorical.from_codes(
                np.where(_of_regulations()[at], _joined(self.power, "int8"), -1), categories=pd.Index(_POWERS)
            ),
        }


def _joined(parts: Sequence[NDArray[Any]], kind: str) -> NDArray[Any]:
    """The reports' parts of one column as one; of no report nothing."""
    return np.concatenate([np.empty(0, dtype=kind), *parts])


@cache
def _of_regulations() -> NDArray[np.bool_]:
    return np.array([cell.row == "regulations" for cell in cells()])


def _largest(case: Case) -> NDArray[np.float64]:
    """The largest figure of any class of applicants at the total of its row, by position in the form."""
    totals, classes = _rows_of_classes(case.form.name)
    found = np.full_like(case.values, np.nan)
    found[totals] = np.fmax.reduce(case.values[classes], axis=1)
    return found


@cache
def _rows_of_classes(form_name: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The positions of the totals over the classes of applicants, and of the classes beside each."""
    table, place = form(form_name).table("applications"), {name: at for at, name in enumerate(cell_names(form_name))}
    rows = [[place[f"applications.{row.id}.{column.id}"] for column in table.columns_of(row.id)] for row in table.rows()]
    return np.array([row[-1] for row in rows]), np.array([row[:-1] for row in rows])
