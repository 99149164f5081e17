"""Numbers and sentences as reports print them."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from random import Random

from tests.narrative_corpus.values import Values, evaluate

# Formats that state a number loosely: a lie must be a large one there.
LOOSE = ("yu", "yue", "jin", "wan")

_DIGITS = "零一二三四五六七八九"
_HALF = str.maketrans("，。：；（）", ",.:;()")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def chosen(rng: Random, template: str) -> str:
    """The template with one of each [this|that]."""
    return re.sub(r"\[([^\[\]]*\|[^\[\]]*)\]", lambda found: rng.choice(found[1].split("|")), template)


def said(template: str, values: Values, words: Mapping[str, str]) -> str:
    """The template with every slot filled."""

    def filled(slot: re.Match[str]) -> str:
        name, how = slot[1], slot[2] or "plain"
        return words[name] if name in words else _FORMATS[how](evaluate(name, values))

    return re.sub(r"\{([^}|]+)(?:\|(\w+))?\}", filled, template)


def formats(template: str, name: str) -> set[str]:
    """How the template prints this name."""
    return {how or "plain" for slot, how in re.findall(r"\{([^}|]+)(?:\|(\w+))?\}", template) if slot == name}


def as_printed(rng: Random, text: str) -> tuple[str, str]:
    """The text as some tool or typist would leave it, and the name of what was done to it."""
    style = rng.choices(list(_STYLES), weights=(60, 9, 11, 10, 10))[0]
    return _STYLES[style](rng, text), style


def bare(text: str) -> str:
    """The text without what a style does to it: the same for two printings of one sentence."""
    return (
        re.sub(r"\s", "", text)
        .translate(_HALF)
        .translate({ord(wide): plain for plain, wide in zip("0123456789", "０１２３４５６７８９", strict=True)})
    )


def in_words(number: int) -> str:
    """A number up to 9999 in Chinese numerals; 两 where a measure word follows."""
    if number == 2:
        return "两"
    found, gap = "", False
    for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            found += ("零" if gap and found else "") + _DIGITS[digit] + sign
        gap = not digit
    return (found.removeprefix("一") if 10 <= number < 20 else found) or "零"


def _plain(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.2f}".rstrip("0").rstrip(".")


def _rounded(value: Fraction, places: int) -> str:
    scaled = value * 10**places + Fraction(1, 2)
    return _places(scaled.numerator // scaled.denominator, places)


def _truncated(value: Fraction) -> str:
    scaled = value * 10
    return _places(scaled.numerator // scaled.denominator, 1)


def _places(scaled: int, places: int) -> str:
    return f"{scaled // 10**places}.{scaled % 10**places:0{places}d}" if places else str(scaled)


def _step(value: Fraction) -> int:
    """The unit of the second digit."""
    return int(10 ** max(len(str(int(value))) - 2, 1 if value >= 20 else 0))


_FORMATS: Mapping[str, Callable[[Fraction], str]] = {
    "plain": _plain,
    "zh": lambda v: in_words(int(v)),
    "yu": lambda v: f"{int(v) // _step(v) * _step(v)}余",
    "yue": lambda v: f"约{round(v / _step(v)) * _step(v)}",
    "jin": lambda v: f"近{-(-int(v) // _step(v)) * _step(v)}",
    "wan": lambda v: _rounded(v / 10000, 2),
    "p0": lambda v: _rounded(v, 0),
    "p1": lambda v: _rounded(v, 1),
    "p2": lambda v: _rounded(v, 2),
    "t1": _truncated,
}


def _wrapped(rng: Random, text: str) -> str:
    """A line's end left as a blank between two Chinese characters."""
    spots = [n for n in range(4, len(text)) if re.match("[一-鿿]{2}", text[n - 1 : n + 1])]
    spot = rng.choice(spots) if spots else len(text)
    return f"{text[:spot]} {text[spot:]}"


_STYLES: Mapping[str, Callable[[Random, str], str]] = {
    "plain": lambda rng, text: text,
    "wide": lambda rng, text: text.translate(_WIDE),
    "blanks": lambda rng, text: re.sub(r"(?<![\d.])(\d+(?:\.\d+)?)(?![\d.])", r" \1 ", text),
    "half-width": lambda rng, text: text.translate(_HALF),
    "wrapped": _wrapped,
}
