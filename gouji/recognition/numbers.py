"""One figure's cell: a number, a blank, a mark, or something that could not be read.

A number is stated only where the cell prints one; whatever makes it questionable is a doubt beside it. What prints a quantity
that is no one number (约10, 3-5, 95%) is a mark like / and 无, and what prints signs that stand for nothing is unreadable.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from gouji.document.doubts import FOOTNOTE_MARK, REPLACEMENT_CHARACTER
from gouji.form.model import Line
from gouji.recognition.normal import nfkc
from gouji.recognition.numerals import CHINESE, chinese_number
from gouji.report import State

# Thousands come in groups of three after a first digit that is no 0: 1,23 and 0,123 are not one number.
_DIGITS = r"(?:[1-9][0-9]{0,2}(?:[,'’][0-9]{3})+|[0-9]+)"
_NUMBER = rf"[+\-–—―‐]?(?:{_DIGITS}(?:\.[0-9]*)?|\.[0-9]+)"
_COUNTED = "件次|人次|件|起|宗|份|条|项|个|次|例|部|篇"
_MONEY = "亿元|百万元|万元|千元|元"
_CELL = re.compile(
    rf"(?P<before>共计|合计|总计|累计|共|计|人民币|¥|[?*※†‡]+|增加|增|减少|减|[↑↓])?(?P<number>{_NUMBER}|{CHINESE}+)(?P<power>[Ee][+\-]?[0-9]{{1,2}})?"
    rf"(?P<unit>{_COUNTED}|{_MONEY}|[万亿](?:{_COUNTED})?)?(?P<note>[(\[【<].*|[*※†‡]+)?(?P<end>[。.;,!]?)"
)
_WORTH = {"亿元": 10**8, "百万元": 10**6, "万元": 10**4, "千元": 10**3, "元": 1, "亿": 10**8, "万": 10**4}
_AROUND_DIGITS = re.compile(f"{_COUNTED}|{_MONEY}|万|约|近|大约|余|多|以上|以下|左右")
_NOTE_SIGNS = "*※†‡"
_CURRENCY = ("人民币", "¥")
_LESS = ("减少", "减", "↓")
_MORE = ("增加", "增", "↑")
_MINUS = str.maketrans({"–": "-", "—": "-", "―": "-", "‐": "-"})
_APART = re.compile(r"(?<=[0-9.,])\s+(?=[0-9.,])")
_NUMBERS_APART = re.compile(r"[0-9]\S*\s+\S*[0-9]")
_IN_BRACKETS = re.compile(r"[(\[][0-9.,]+[)\]]")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\s[0-9]{3})+")
_STACKED = re.compile(r"([0-9])(?:\n[0-9]){2,}|([0-9]{2})(?:\n[0-9]{2})+\n[0-9]{1,2}")  # as narrow cells print a long number
# Signs that a scan or a careless hand puts for digits; a lone one is doubted as well, for O in a column of 0 may be one.
_LOOKALIKE = re.compile(r"[0-9]*[OoQDIilSZB|][0-9OoQDIilSZB|]*")
_INVISIBLE = dict.fromkeys(map(ord, "\u3164\u115f\u1160\u2800"))
SEVERAL = "several-numbers"
SPLIT_DIGITS = "split-digits"
# What offices write where there is nothing to count.
_WORDS = frozenset(("无", "空", "略", "缺", "暂无", "没有", "不适用", "不涉及", "未发生", "未开展", "同上", "待定", "不详", "若干", "一"))


@dataclass(frozen=True, slots=True)
class Printed:
    """What a cell says."""

    state: State
    value: Decimal | None = None
    doubts: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 12)
def read_number(raw: str, column: Line) -> Printed:
    """The state and value of a cell of this column. The raw text itself is never changed."""
    if faults := tuple(_unreadable(raw)):
        return Printed(State.UNREADABLE, doubts=faults)
    kept, marked = _without_note_signs(raw.translate(_INVISIBLE))
    text = nfkc(kept).strip()
    joined = re.sub(r"\s+", "", text)
    if not joined:
        return Printed(State.MARK if marked else State.BLANK)
    match = _CELL.fullmatch(joined.replace("−", "-"))
    number = _number(match, column) if match else None
    if match is None or number is None:
        return Printed(State.MARK, doubts=tuple(_of_mark(joined, text)))
    apart = bool(_APART.search(text))
    if apart and _several(text, match["number"]):
        return Printed(State.UNREADABLE, doubts=(SEVERAL,))
    found = {SPLIT_DIGITS: apart, FOOTNOTE_MARK: marked} | dict.fromkeys(_of_number(match, column), True)
    return Printed(State.NUMBER, number, tuple(doubt for doubt, given in found.items() if given))


@lru_cache(maxsize=1 << 14)
def looks_like_figure(text: str) -> bool:
    """Whether this text could stand in a figure's cell and not in a label's: a blank, a number as printed, any signs without words."""
    flat = re.sub(r"\s+", "", nfkc(text))
    if not any("\u3400" <= sign <= "\u9fff" or sign == "〇" for sign in flat):
        return True
    if flat.rstrip("。") in _WORDS or flat in ("零", "〇"):
        return True
    match = _CELL.fullmatch(flat)
    if match and (_in_figures(match["number"]) or match["unit"]):
        return True
    return bool(re.search("[0-9]", flat)) and not re.search("[\u3400-\u9fff]", _AROUND_DIGITS.sub("", flat))


def _unreadable(raw: str) -> Iterable[str]:
    """Signs that stand for nothing known, or for digits of a script that no Chinese report is written in: a font's fault."""
    if "\ufffd" in raw or any(unicodedata.category(sign) in ("Co", "Cn") for sign in raw):
        yield REPLACEMENT_CHARACTER
    if any(sign.isdecimal() and nfkc(sign) not in "0123456789" for sign in raw):
        yield "foreign-digits"


def _without_note_signs(raw: str) -> tuple[str, bool]:
    """The text without raised, ringed and bracketed digits, which folding would join to the number, and whether there were any."""
    kept = "".join(sign for sign in raw if unicodedata.category(sign) != "No")
    return kept, kept != raw


def _several(text: str, number: str) -> bool:
    """Whether digits with blanks between them are rather several numbers: three groups, neither thousands nor full lines, or a 0 first."""
    groups = _APART.split(text)
    return (len(groups) > 2 and not (_GROUPED.fullmatch(text) or _STACKED.fullmatch(text))) or bool(re.match(r"[+\-]?0[0-9]", number))


def _of_mark(joined: str, text: str) -> Iterable[str]:
    """Why what is no number as it stands may yet have been one, or several."""
    if _LOOKALIKE.fullmatch(joined):
        yield "letter-among-digits"
    if not joined.strip("?"):
        yield REPLACEMENT_CHARACTER  # how a blank looks that was decoded wrong
    if joined == "一":
        yield "chinese-numeral"
    if _IN_BRACKETS.fullmatch(joined):
        yield "note-in-cell"  # a note alone, or a loss as accountants print it
    if _NUMBERS_APART.search(text):
        yield SEVERAL


def _number(match: re.Match[str], column: Line) -> Decimal | None:
    """What the cell counts in its column's unit; None where the number or its unit is not the column's."""
    value = _value(match, column)
    unit = match["unit"]
    if value is None or not unit:
        return value
    if unit in _COUNTED.split("|"):
        return value if column.kind != "amount" else None
    if unit in _MONEY.split("|"):
        return _in_unit_of(column, value * _WORTH[unit]) if column.kind == "amount" else None
    counted = value * _WORTH[unit[0]]
    if column.kind != "amount":
        return counted
    return _in_unit_of(column, counted) if len(unit) == 1 else None


def _value(match: re.Match[str], column: Line) -> Decimal | None:
    """The number as printed, with its sign where that stands in words; 一 alone is as often a dash."""
    printed, before = match["number"], match["before"]
    if not _in_figures(printed):
        number = None if match["power"] or (printed == "一" and not match["unit"]) else chinese_number(printed)
        value = None if number is None else Decimal(number)
    else:
        value = Decimal(re.sub("[,'’]", "", printed.translate(_MINUS)) + (match["power"] or ""))
    if value is None or before not in (*_LESS, *_MORE):
        return value
    if column.kind != "change" or printed[0] in "+-":
        return None
    return -value if before in _LESS else value


def _in_figures(number: str) -> bool:
    return number[-1] in "0123456789."


def _in_unit_of(column: Line, yuan: Decimal) -> Decimal:
    return yuan / 10_000 if unit_of(column) == "万元" else yuan


def unit_of(column: Line) -> str:
    """万元 where the form's own label says so; the trial form leaves 采购总金额 open and is read in yuan."""
    return "万元" if "万元" in column.label else "元"


def _of_number(match: re.Match[str], column: Line) -> Iterable[str]:
    """Why this number may not be what is meant."""
    number, unit, before = match["number"], match["unit"], match["before"] or ""
    if not _in_figures(number):
        yield "chinese-numeral"
    elif re.match(r"[+\-–—―‐]?0[0-9]", number):
        yield "leading-zero"  # perhaps two cells' figures run together
    if number.lstrip("+-").startswith(".") or number.endswith("."):
        yield "clipped-decimal"
    if number[0] in "–—―‐" and column.kind != "change":
        yield "dash-for-minus"
    if match["power"]:
        yield "power-of-ten"
    if unit and _converted(unit, column):
        yield "unit-converted"
    yield from _of_company(before, match["note"] or match["end"])


def _of_company(before: str, after: str) -> Iterable[str]:
    """What the words and signs beside the number give to doubt."""
    if before.startswith("?"):
        yield REPLACEMENT_CHARACTER
    elif before in (*_LESS, *_MORE):
        yield "sign-in-words"
    elif before in _CURRENCY:
        yield "currency-sign"
    elif before:
        yield FOOTNOTE_MARK if before[0] in _NOTE_SIGNS else "note-in-cell"
    if after:
        yield FOOTNOTE_MARK if after[0] in _NOTE_SIGNS else "note-in-cell"


def _converted(unit: str, column: Line) -> bool:
    """Whether the value is not the number as printed. The trial form's open column is in yuan, which 元, 万元 and 亿元 name plainly."""
    if unit in _COUNTED.split("|") or unit == unit_of(column):
        return False
    return column.kind != "amount" or unit_of(column) == "万元" or unit not in ("元", "万元", "亿元")
