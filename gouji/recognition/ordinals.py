"""How a paragraph is numbered: 一、 第一部分 Ⅰ. 壹、 （一） 1. and the rest."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from gouji.recognition.numerals import chinese_number

CHINESE = "一、"
_CHINESE_NUMERAL = "[一二三四五六七八九十]{1,2}"
_LEGAL = {sign: number for number, sign in enumerate("壹贰叁肆伍陆柒捌玖拾", 1)} | {"貳": 2, "參": 3, "陸": 6}
_ROMAN = {sign: number for number, sign in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 1)}
_BULLETS = "■□▪◆◇●○◎★☆▲△►▶※•"
_BULLET = re.compile(f"^[{_BULLETS}]+")
_FRAMED = re.compile(r"^(?:【([^【】]+)】|\[([^\[\]]+)\]|〔([^〔〕]+)〕)$")
_SIGN = r"(?P<sign>[、.:,·\-—_]*+)"
_OPEN, _CLOSED = r"[【\[〔]?", r"[】\]〕]?"
# Where a text is brought to one shape ㈠ is (一), ⒈ is 1., ① is 1 and Ⅰ is I. From the outermost level to the innermost.
_SHAPES: Mapping[str, str] = {
    CHINESE: rf"{_OPEN}(?P<numeral>{_CHINESE_NUMERAL})(?:(?P<bracket>[】\]〕)]))?{_SIGN}",
    "第一部分": rf"{_OPEN}第(?P<numeral>{_CHINESE_NUMERAL}|\d{{1,2}})部分{_CLOSED}{_SIGN}",
    "Part 1": rf"(?i:part)\.?(?P<numeral>0?\d){_SIGN}",
    "第一章": rf"{_OPEN}第(?P<numeral>{_CHINESE_NUMERAL}|\d{{1,2}})[章篇节]{_CLOSED}{_SIGN}",
    "Ⅰ、": rf"(?P<numeral>VI{{0,3}}|I[XV]|I{{1,3}}|X){_SIGN}(?![A-Za-z])",
    "壹、": rf"(?P<numeral>[{''.join(_LEGAL)}]){_SIGN}",
    "（一）": rf"\((?P<numeral>{_CHINESE_NUMERAL})\){_SIGN}",
    "1.": rf"(?P<numeral>0?\d{{1,2}})(?P<bracket>\))?{_SIGN}(?!\d)",
    "（1）": rf"\((?P<numeral>\d{{1,2}})\){_SIGN}",
}
_ORDINALS = {style: re.compile(rf"^{shape}(?P<words>.*)$", re.DOTALL) for style, shape in _SHAPES.items()}
_BEGINS = re.compile(rf"[{_BULLETS}【\[〔(第Pp\dVIX一二三四五六七八九十{''.join(_LEGAL)}]")  # most paragraphs do not: asked first
_NUMBER: Mapping[str, Callable[[str], int | None]] = {"Ⅰ、": _ROMAN.get, "壹、": _LEGAL.get}
STYLES = tuple(_SHAPES)
# Lists within a part are numbered so as well: a heading then has the part's own number.
OF_LISTS = ("（一）", "1.", "（1）")
_NEEDS_SIGN = (CHINESE, "Ⅰ、", "壹、", "1.")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The number that a paragraph begins with: its style (the first of it stands for all), its worth, the words behind it.

    `loose`: no sign parts the number from the words, so that it may be one of them (一般情况).
    """

    style: str
    number: int
    words: str
    loose: bool = False


@lru_cache(maxsize=1 << 10)  # a report's headings are looked for in the whole document and in the report within it
def ordinal_of(text: str) -> Ordinal | None:
    """The number that this text begins with, the text brought to one shape (`plain`) before; None where it begins with none."""
    if not _BEGINS.match(text):
        return None
    text = _BULLET.sub("", text)
    if framed := _FRAMED.match(text):
        text = next(inner for inner in framed.groups() if inner)
    return next((found for style in STYLES if (found := _in_style(style, text))), None)


def _in_style(style: str, text: str) -> Ordinal | None:
    match = _ORDINALS[style].match(text)
    if not match:
        return None
    number = _NUMBER[style](match["numeral"]) if style in _NUMBER else _number(match["numeral"])
    loose = style in _NEEDS_SIGN and not match["sign"] and not match.groupdict().get("bracket")
    return Ordinal(style, number, match["words"], loose) if number else None


def _number(numeral: str) -> int | None:
    return int(numeral) if numeral.isdecimal() else chinese_number(numeral)
