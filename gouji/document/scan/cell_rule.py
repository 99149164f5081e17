"""A rule of a single cell, shorter than those that are told from print by their length."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class CellRule:
    """Where it lies, and from where to where, in points; the pixels (rows, columns) of the page that it is made of."""

    at: float
    start: float
    end: float
    ink: tuple[Any, Any]

    @property
    def turned(self) -> "CellRule":
        """The same of the page turned about its diagonal: a level rule of that one is an upright of this one."""
        rows, columns = self.ink
        return CellRule(self.at, self.start, self.end, (columns, rows))
