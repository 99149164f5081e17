"""How a spreadsheet shows a number: by its format, as a reader sees it."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

# The formats that files name by number only ([ECMA-376] 18.8.30, those of Chinese systems among them).
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 31: 'yyyy"年"m"月"d"日"',
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"', 42: '"¥"#,##0;"¥"-#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"', 44: '"¥"#,##0.00;"¥"-#,##0.00;"-"', 49: "@",
    57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<room>.)|\*(?P<filled>.)|\[(?P<bracket>[^\]]*)\]|(?P<sign>.)', re.DOTALL)
_PATTERN = re.compile(r"(?P<whole>[#0,]+)(?:\.(?P<part>[0#]+))?(?P<scale>,*)")
_PLAIN = frozenset("#0,.")
_GENERAL_DIGITS = 11
_DAY_SIGNS = re.compile(r"[ymd]", re.IGNORECASE)
_DAY_PARTS = re.compile(r"y+|m+|d+", re.IGNORECASE)
_CLOCK = re.compile(r"[hs]|AM/PM", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Section:
    """One of a format's parts: literal text before and after, and the digits between."""

    before: str
    pattern: str
    after: str
    percent: bool


def shown(text: str, form: str, *, from_1904: bool = False) -> str | None:
    """The number stored as `text` in this format; None where the format is one that we cannot follow."""
    number = Decimal(text)
    if form.strip().lower() in ("", "general", "@"):
        return _general(number)
    sections = _split(form)
    section, own_sign = _chosen(sections, number)
    if section is None or "[" in re.sub(r"\[(?:Red|Black|Blue|White|Green|DBNum0|\$[^\]]*)\]", "", section, flags=re.IGNORECASE):
        return None
    if _is_day(section):
        return _day(number, section, from_1904)
    return _number(number if own_sign else abs(number), section)


def _general(number: Decimal) -> str | None:
    """As a cell wide enough shows it: eleven digits at most. Beyond that it would be an exponent."""
    if number == 0:
        return "0"
    if not Decimal("1e-9") <= abs(number) < Decimal(10) ** _GENERAL_DIGITS:
        return None
    digits = min(_GENERAL_DIGITS - max(number.adjusted(), 0) - 1, 9)
    text = f"{number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _split(form: str) -> list[str]:
    """The sections of a format, parted by semicolons outside quotes."""
    sections, open_section = [], ""
    for token in _TOKEN.finditer(form):
        if token["sign"] == ";":
            sections.append(open_section)
            open_section = ""
        else:
            open_section += token[0]
    return [*sections, open_section]


def _chosen(sections: list[str], number: Decimal) -> tuple[str | None, bool]:
    """The section for this number, and whether the minus is still to be written."""
    if any(re.match(r"\s*\[[<>=]", section) for section in sections):
        return None, True
    if number == 0 and len(sections) > 2:
        return sections[2], False
    if number < 0 and len(sections) > 1:
        return sections[1], False
    return sections[0], True


def _is_day(section: str) -> bool:
    signs = "".join(token["sign"] or "" for token in _TOKEN.finditer(section))
    return bool(_DAY_SIGNS.search(signs)) and "0" not in signs and "#" not in signs


def _day(number: Decimal, section: str, from_1904: bool) -> str | None:
    signs = "".join(token["sign"] or "" for token in _TOKEN.finditer(section))
    if _CLOCK.search(signs) or not 60 < number < 2_958_466:
        return None
    day = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    day += timedelta(days=int(number))
    plain = "".join(_literal(token) if token["sign"] is None else token["sign"] for token in _TOKEN.finditer(section))
    return _DAY_PARTS.sub(lambda match: _part_of_day(day, match[0].lower()), plain)


def _part_of_day(day: datetime, part: str) -> str:
    if part[0] == "y":
        return f"{day.year}" if len(part) > 2 else f"{day.year % 100:02d}"
    number = day.month if part[0] == "m" else day.day
    return f"{number:02d}" if len(part) == 2 else str(number)


def _literal(token: re.Match[str]) -> str:
    """What a token that is no digit's place shows; room left and filling show as nothing."""
    if token["room"] is not None or token["filled"] is not None or token["bracket"] is not None:
        return ""
    return token["quoted"] if token["quoted"] is not None else token["escaped"] or ""


def _number(number: Decimal, section: str) -> str | None:
    found = _section(section)
    if found is None:
        return None
    if not found.pattern:
        return found.before + found.after  # such as "-" for nought, or nothing at all: the number is not shown
    match = _PATTERN.fullmatch(found.pattern)
    if match is None or match["scale"] or match["whole"].endswith(","):
        return None
    number = number * 100 if found.percent else number
    body = _digits(abs(number), match["whole"], match["part"] or "")
    sign = "-" if number < 0 and body.strip("0.,") else ""
    return sign + found.before + body + found.after


def _digits(number: Decimal, whole: str, part: str) -> str:
    text = f"{number.quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP):f}"
    left, _, right = text.partition(".")
    while right and part[len(right) - 1] == "#" and right.endswith("0"):
        right = right[:-1]
    left = left.lstrip("0").rjust(whole.count("0"), "0")
    left = f"{int(left):,}".rjust(len(left)) if "," in whole and left else left
    return left + ("." + right if part else "")


def _section(section: str) -> _Section | None:
    """The section taken apart; None where digits stand in two places, or signs are met that we do not know."""
    before = pattern = after = ""
    percent = closed = False
    for token in _TOKEN.finditer(section):
        sign = token["sign"]
        if sign is not None and sign in _PLAIN:
            if closed:
                return None
            pattern += sign
            continue
        if sign is not None and sign not in "%-+() ¥￥$元:/":
            return None
        percent = percent or sign == "%"
        literal = _literal(token) if sign is None else sign
        closed = bool(pattern)
        before, after = (before, after + literal) if pattern else (before + literal, after)
    return _Section(before, pattern, after, percent)
