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
