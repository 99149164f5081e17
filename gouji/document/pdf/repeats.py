"""Whether a header is printed again: its words are the same, but for a sign or two that were read otherwise in a picture."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from gouji.document.pdf.slices import Square

_FEWEST = 2
_LIKE = 0.85  # of a cell's signs; one of seven is read otherwise
_COUNTING = frozenset("0123456789一二三四五六七八九十")


def is_repeated(first: Sequence[Square], again: Sequence[Square]) -> bool:
    """Whether these rows, left to right, are one header printed twice."""
    texts = [tuple(_flat(square.text) for square in row) for row in (first, again)]
    if texts[0] == texts[1]:
        return True
    pairs = list(zip(*texts, strict=False))
    if len(first) != len(again) or len(first) < _FEWEST or not any(one == other for one, other in pairs):
        return False
    return all(one == other or _is_misread(*squares) for squares, (one, other) in zip(zip(first, again, strict=True), pairs, strict=True))


def _is_misread(one: Square, other: Square) -> bool:
    """Whether both were read from pictures and differ in few signs, none of which counts: items of a law are not one another's header."""
    if one.confidence is None or other.confidence is None:
        return False
    texts = _flat(one.text), _flat(other.text)
    counting = [[sign for sign in text if sign in _COUNTING] for text in texts]
    return counting[0] == counting[1] and SequenceMatcher(None, *texts, autojunk=False).ratio() >= _LIKE


def _flat(text: str) -> str:
    return "".join(text.split())
