"""Numbers as Word counts paragraphs: 一、(一) 1. ① and the rest."""

from collections.abc import Callable, Mapping

UNKNOWN = "\ufffd"
_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
    (4, "IV"), (1, "I"),
)  # fmt: skip


def counted(number: int, form: str) -> str:
    """The number in this format (w:numFmt); U+FFFD where the format, or the number in it, is none that we know."""
    if form in _SHOWN_AS_NOTHING:
        return ""
    make = _FORMATS.get(form)
    return make(number) if make and number >= 0 else UNKNOWN


def chinese(number: int) -> str:
    """As Word writes 一 to 九千九百九十九."""
    return _thousands(number, _DIGITS, "十百千", short_ten=True)


def _legal(number: int) -> str:
    return _thousands(number, _LEGAL, "拾佰仟", short_ten=False)


def _thousands(number: int, digits: str, places: str, *, short_ten: bool) -> str:
    if number >= 10_000:
        return UNKNOWN
    if number == 0:
        return digits[0]
    text, skipped = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit == 0:
            skipped = bool(text)
            continue
        text += "零" if skipped else ""
        text += digits[digit] + (places[place - 1] if place else "")
        skipped = False
    return text[1:] if short_ten and 10 <= number < 20 else text


def _digit_by_digit(number: int) -> str:
    """chineseCounting: with 十 up to 99, digit by digit beyond."""
    return chinese(number) if 0 < number < 100 else "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (number // worth)
        number %= worth
    return text or UNKNOWN


def _letter(number: int) -> str:
    """A … Z, AA, BB …"""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else UNKNOWN


def _signs(first: str, count: int, beyond: Callable[[int], str] | None = None) -> Callable[[int], str]:
    """Signs that follow each other in Unicode, from 1."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else (beyond(number) if beyond else UNKNOWN)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else UNKNOWN


_CIRCLED = _signs("①", 20)
_SHOWN_AS_NOTHING = frozenset({"none", "bullet"})  # a bullet is a sign before the text and no part of it
_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(number)),
    "decimalFullWidth2": lambda number: "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(number)),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "ideographEnclosedCircle": _signs("㊀", 10),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "chineseCounting": _digit_by_digit,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": _digit_by_digit,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "taiwaneseDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "chineseLegalSimplified": _legal,
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
}
