"""The cells of all forms in one row, and the columns of the figures frame made of them for many reports at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np

from expectations.frames.kind import Case
from gouji.form import NAMES, form
from gouji.form.model import Kind, Line
from gouji.report import Figure, State

# What the least number of a kind is, and the step between its numbers; an amount has no step.
_MEASURES: dict[Kind, tuple[float | None, float | None]] = {"count": (0, 1), "amount": (0, None), "change": (None, 1)}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a form; `figure` is its id."""

    form: str
    table: str
    row: str
    column: Line

    @property
    def figure(self) -> str:
        return f"{self.table}.{self.row}.{self.column.id}"

    @property
    def totals(self) -> bool:
        """Whether it is a row's total over the classes of applicants."""
        return self.table == "applications" and self.column.id == "total"


@cache
def cells() -> tuple[Cell, ...]:
    """The cells of all forms, in the forms' order."""
    return tuple(
        Cell(name, t.id, row.id, column)
        for name in NAMES
        for t in form(name).tables
        for block in t.blocks
        for row in block.rows
        for column in block.columns
    )


@cache
def _of_form() -> Mapping[str, Sequence[tuple[int, str]]]:
    """The positions and ids of each form's cells."""
    return {name: [(at, cell.figure) for at, cell in enumerate(cells()) if cell.form == name] for name in NAMES}


@cache
def _fixed() -> Mapping[str, Any]:
    """What a form says of its cells, by position."""
    import pandas as pd  # listing the rules needs none of it

    texts = {name: [getattr(cell, name) for cell in cells()] for name in ("table", "row", "figure")}
    texts["column"] = [cell.column.id for cell in cells()]
    measures = np.array([_MEASURES[cell.column.kind] for cell in cells()], dtype="float64")
    return {**{name: pd.Categorical(values) for name, values in texts.items()}, "least": measures[:, 0], "step": measures[:, 1]}


@dataclass
class Printed:
    """What differs from report to report, cell by cell."""

    report: list[int] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    value: list[float | None] = field(default_factory=list)
    power: list[str | None] = field(default_factory=list)
    largest: list[float | None] = field(default_factory=list)

    def take(self, index: int, case: Case, power: str | None, largest: Mapping[str, float]) -> None:
        """The cells that this report has."""
        figures, numbers = case.report.figures, case.numbers
        there = [
            (at, figure) for at, name in _of_form()[case.form.name] if (figure := figures.get(name)) and figure.state is not State.ABSENT
        ]
        self.report += [index] * len(there)
        self.at += [at for at, _ in there]
        self.figures += [figure for _, figure in there]
        self.value += [numbers.get(figure.id) for _, figure in there]
        self.power += [power if at in _regulations() else None for at, _ in there]
        self.largest += [largest.get(_total_rows()[at]) if at in _total_rows() else None for at, _ in there]

    def columns(self, texts: Sequence[str | None]) -> Mapping[str, Any]:
        """The columns of the frame; `texts` is what the cells print."""
        import pandas as pd

        fixed = {name: column[np.array(self.at, dtype="int64")] for name, column in _fixed().items()}
        states = pd.Categorical([figure.state.value for figure in self.figures], categories=[state.value for state in State])
        return {
            **fixed,
            "report": self.report,
            "state": states,
            "printed": texts,
            "value": np.array(self.value, dtype="float64"),
            "largest_in_row": np.array(self.largest, dtype="float64"),
            "power": pd.Categorical(self.power, categories=["with", "without"]),
        }


@cache
def _regulations() -> frozenset[int]:
    return frozenset(at for at, cell in enumerate(cells()) if cell.row == "regulations")


@cache
def _total_rows() -> Mapping[int, str]:
    return {at: cell.row for at, cell in enumerate(cells()) if cell.totals}
