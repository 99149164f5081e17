"""What tells that a row's figures are its own: its totals."""

from collections.abc import Sequence
from decimal import Decimal

from gouji.form.model import Line
from gouji.recognition.laidout.words import Word

_TOTAL = "total"


def adds_up(words: Sequence[Word | None], columns: Sequence[Line]) -> bool:
    """Whether there is a total, all are numbers, and each total is that of the figures between it and the total before."""
    return _has_total(columns) and all(word and _digits(word) for word in words) and not fails(words, columns)


def fails(words: Sequence[Word | None], columns: Sequence[Line]) -> bool:
    """Whether some total is printed that is not that of the figures before it; what is no number counts as nothing."""
    sums = Decimal(0)
    for word, column in zip(words, columns, strict=True):
        number = Decimal((word and _digits(word)) or 0)
        if column.id != _TOTAL:
            sums += number
            continue
        if word and sums != number:
            return True
        sums = Decimal(0)
    return False


def _has_total(columns: Sequence[Line]) -> bool:
    return any(column.id == _TOTAL for column in columns)


def _digits(word: Word) -> str:
    """The number in one piece, nothing where it is none."""
    text = word.text.replace("\n", "")
    return text if text.isdecimal() else ""
