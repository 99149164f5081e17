"""What tells that a row's figures are its own: its totals."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.form.model import Line
from gouji.recognition.laidout.words import Word

_TOTAL = "total"
_NUMBER = re.compile(r"0|[1-9][0-9]*")


def adds_up(words: Sequence[Word | None], columns: Sequence[Line]) -> bool:
    """Whether there is a total, all are numbers, and each total is that of the figures between it and the total before."""
    return _has_total(columns) and all(word and _digits(word) for word in words) and not fails(words, columns)


def fails(words: Sequence[Word | None], columns: Sequence[Line]) -> bool:
    """Whether some total is printed that is not that of the figures before it; what is no number counts as nothing."""
    return _fails([_digits(word) if word else None for word in words], columns)


def may_be_torn(words: Sequence[Word], columns: Sequence[Line]) -> bool:
    """Whether the totals would hold if two figures side by side were one, torn, and another two that have run together (15  24 3810)."""
    return any(not _fails(texts, columns) for texts in _otherwise([_digits(word) for word in words]))


def _otherwise(texts: Sequence[str]) -> Iterator[list[str]]:
    for first in range(len(texts) - 1):
        whole = [*texts[:first], texts[first] + texts[first + 1], *texts[first + 2 :]]
        for place, text in enumerate(whole):
            if place != first and _NUMBER.fullmatch(whole[first]):
                cuts = ((text[:cut], text[cut:]) for cut in range(1, len(text)))
                yield from ([*whole[:place], *cut, *whole[place + 1 :]] for cut in cuts if all(map(_NUMBER.fullmatch, cut)))


def _fails(texts: Sequence[str | None], columns: Sequence[Line]) -> bool:
    sums = Decimal(0)
    for text, column in zip(texts, columns, strict=True):
        number = Decimal(text or 0)
        if column.id != _TOTAL:
            sums += number
            continue
        if text is not None and sums != number:
            return True
        sums = Decimal(0)
    return False


def _has_total(columns: Sequence[Line]) -> bool:
    return any(column.id == _TOTAL for column in columns)


def _digits(word: Word) -> str:
    """The number in one piece, nothing where it is none."""
    text = word.text.replace("\n", "")
    return text if text.isdecimal() else ""
