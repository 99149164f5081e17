"""What tells that a row's figures are its own: its totals."""

from collections.abc import Sequence
from decimal import Decimal

from gouji.form.model import Line
from gouji.recognition.laidout.words import Word


def adds_up(words: Sequence[Word], columns: Sequence[Line]) -> bool:
    """Whether there is a total, and each is that of the figures between it and the total before."""
    if not any(column.id == "total" for column in columns):
        return False
    total = Decimal(0)
    for word, column in zip(words, columns, strict=True):
        if not word.text.isdecimal():
            return False
        if column.id != "total":
            total += Decimal(word.text)
        elif Decimal(word.text) != total:
            return False
        else:
            total = Decimal(0)
    return True
