"""One figure's cell: a number, a blank, a mark, or something that could not be read."""

import re
from dataclasses import dataclass
from decimal import Decimal

from gouji.form.model import Line
from gouji.recognition.normal import nfkc
from gouji.report import State

_NUMBER = r"[+\-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_PLAIN = re.compile(_NUMBER)
_WITH_UNIT = re.compile(rf"({_NUMBER})(件|起|宗|份|条|项|个|件次|万元|元)")
_WITH_NOTE = re.compile(rf"({_NUMBER})\(.+\)")
_SPLIT_DIGITS = re.compile(r"\d\s+[\d.,]|[.,]\s+\d")
_MINUS = str.maketrans({"−": "-", "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Printed:
    """What a cell says."""

    state: State
    value: Decimal | None = None
    doubts: tuple[str, ...] = ()


def read_number(raw: str, column: Line) -> Printed:
    """The state and value of a cell of this column. The raw text itself is never changed."""
    text = nfkc(raw).strip()
    joined = re.sub(r"\s+", "", text)
    if not joined:
        return Printed(State.BLANK)
    if "\ufffd" in joined:
        return Printed(State.UNREADABLE, doubts=("replacement-character",))
    split = ("split-digits",) if _SPLIT_DIGITS.search(text) else ()
    if _PLAIN.fullmatch(joined.translate(_MINUS)):
        return Printed(State.NUMBER, _decimal(joined), split)
    if match := _WITH_UNIT.fullmatch(joined.translate(_MINUS)):
        return _with_unit(_decimal(match[1]), match[2], column, split)
    if match := _WITH_NOTE.fullmatch(joined.translate(_MINUS)):
        return Printed(State.NUMBER, _decimal(match[1]), (*split, "note-in-cell"))
    return Printed(State.MARK)


def _decimal(text: str) -> Decimal:
    return Decimal(text.translate(_MINUS).replace(",", ""))


def _with_unit(number: Decimal, unit: str, column: Line, doubts: tuple[str, ...]) -> Printed:
    """Counts carry 件 and the like without a change; money is brought to the column's unit, never silently where they differ."""
    money = unit in ("元", "万元")
    if money != (column.kind == "amount"):
        return Printed(State.MARK)
    if not money or _unit_of(column) == unit:
        return Printed(State.NUMBER, number, doubts)
    if _unit_of(column) == "元":
        return Printed(State.NUMBER, number * 10_000, doubts)
    return Printed(State.NUMBER, number / 10_000, (*doubts, "unit-converted"))


def _unit_of(column: Line) -> str:
    """万元 where the form's own label says so; the trial form leaves 采购总金额 open and is read in yuan."""
    return "万元" if "万元" in column.label else "元"
