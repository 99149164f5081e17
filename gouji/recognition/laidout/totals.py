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
    return _failing([_digits(word) if word else None for word in words], columns) > 0


def may_be_torn(words: Sequence[Word], columns: Sequence[Line]) -> bool:
    """Whether more totals would hold if two figures side by side were one, torn, and another two that have run together (15  24 3810).

    Or if two lines of one figure were mixed: 356, broken into 35 and 6 in a narrow cell, was met as 635.
    """
    texts = [_digits(word) for word in words]
    return any(_failing(other, columns) < _failing(texts, columns) for other in (*_otherwise(texts), *_with_lines_parted(texts)))


def may_have_changed_places(words: Sequence[Word], columns: Sequence[Line]) -> bool:
    """Whether more totals would hold if two figures side by side stood the other way round."""
    texts = [_digits(word) for word in words]
    ways = ([*texts[:n], texts[n + 1], texts[n], *texts[n + 2 :]] for n in range(len(texts) - 1))
    return any(_failing(way, columns) < _failing(texts, columns) for way in ways)


def _otherwise(texts: Sequence[str]) -> Iterator[list[str]]:
    for first in range(len(texts) - 1):
        whole = [*texts[:first], texts[first] + texts[first + 1], *texts[first + 2 :]]
        for place, text in enumerate(whole):
            if place != first and _NUMBER.fullmatch(whole[first]):
                cuts = ((text[:cut], text[cut:]) for cut in range(1, len(text)))
                yield from ([*whole[:place], *cut, *whole[place + 1 :]] for cut in cuts if all(map(_NUMBER.fullmatch, cut)))


def _with_lines_parted(texts: Sequence[str]) -> Iterator[list[str]]:
    for place, text in enumerate(texts):
        ways = (text[cut:] + text[:cut] for cut in range(1, len(text)))
        yield from ([*texts[:place], way, *texts[place + 1 :]] for way in ways if _NUMBER.fullmatch(way))


def _failing(texts: Sequence[str | None], columns: Sequence[Line]) -> int:
    """How many totals are printed that are not those of the figures before them."""
    sums, failing = Decimal(0), 0
    for text, column in zip(texts, columns, strict=True):
        number = Decimal(text or 0)
        if column.id != _TOTAL:
            sums += number
            continue
        failing += text is not None and sums != number
        sums = Decimal(0)
    return failing


def _has_total(columns: Sequence[Line]) -> bool:
    return any(column.id == _TOTAL for column in columns)


def _digits(word: Word) -> str:
    """The number in one piece, nothing where it is none."""
    text = word.text.replace("\n", "")
    return text if text.isdecimal() else ""
