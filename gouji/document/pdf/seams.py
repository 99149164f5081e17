"""Where a page's end parts a table: whether the first row below is the rest of the last row above, or a merged cell goes on."""

import re
from collections.abc import Iterable, Sequence

from gouji.document.doubts import is_figure
from gouji.document.pdf.frame import Box
from gouji.document.pdf.pieces import Piece

_SAME_COLUMN = 3.0
_FEWEST_WORDS = 3
_MARKS = frozenset("无空零〇Oo")
_NONE = frozenset("/／\\＼-－—–―")  # what else of one sign may be the end of a label
_WORDS, _FIGURES, _BOTH = (True, False), (False, True), (True, True)  # what a row has: words, figures
_NUMBERED = re.compile(r"(?:\d+|[一二三四五六七])[.．、]|[（(][一二三四五六七][)）]")


def paired(above: Sequence[Piece], below: Sequence[Piece]) -> list[tuple[Piece, Piece]]:
    """Pieces on both sides of the seam with the same left and right edge."""
    return [(up, down) for up in above for down in below if _same_column(up.square.box, down.square.box)]


def _same_column(one: Box, other: Box) -> bool:
    return abs(one[0] - other[0]) <= _SAME_COLUMN and abs(one[2] - other[2]) <= _SAME_COLUMN


def is_rest_of_row(last: Sequence[Piece], first: Sequence[Piece], pairs: Sequence[tuple[Piece, Piece]]) -> bool:
    """Whether the row below is the rest of the row above, which the page's end cut.

    Either a numbered label goes on below without a number of its own, above empty figure cells; or the figures of a
    label stand below it, where the label's own cell is empty; or words stand under words, cell for cell: no header repeats its columns.
    What might also be a blank row of its own is left alone.
    """
    if len(pairs) < len(first) or len(first) < 3:
        return False
    if _shape(first) == _shape(last) == _WORDS:
        return sum(bool(up.text and down.text) for up, down in pairs[1:]) >= _FEWEST_WORDS or _goes_on_alone(last, first, pairs)
    if _shape(first) == _WORDS and _shape(last) == _BOTH:
        return bool(_NUMBERED.match(_label(last))) and not _NUMBERED.match(_label(first))
    return _shape(first) == _FIGURES and _shape(last) == _WORDS and not any(up.text and down.text for up, down in pairs)


def is_rest_of_figures(last: Sequence[Piece], first: Sequence[Piece], pairs: Sequence[tuple[Piece, Piece]]) -> bool:
    """Whether below a row of figures alone, as Table 4 has one, some of the same cells go on: the last digits of a number, or its unit."""
    if _shape(last) != _FIGURES or len(pairs) < len(first) or len(first) < _FEWEST_WORDS:
        return False
    under = [up for up, down in pairs if down.text]
    return 0 < len(under) < len(first) and all(up.text for up in under)


def _goes_on_alone(last: Sequence[Piece], first: Sequence[Piece], pairs: Sequence[tuple[Piece, Piece]]) -> bool:
    """Whether a numbered label goes on below without a number of its own, and all figure cells beside both halves are blank."""
    blank = sum(not up.text and not down.text for up, down in pairs)
    under = [up.text for up, down in pairs if down.text]
    numbered = bool(_NUMBERED.match(_label(last))) and not _NUMBERED.match(_label(first))
    return numbered and len(under) == 1 and bool(under[0]) and blank == len(pairs) - 1 >= _FEWEST_WORDS


def _label(row: Sequence[Piece]) -> str:
    """The words nearest to the figures."""
    return next((flat for piece in reversed(row) if len(flat := piece.flat) > 1 and not is_figure(flat)), "")


def may_be_rest(last: Sequence[Piece], first: Sequence[Piece], pairs: Sequence[tuple[Piece, Piece]]) -> bool:
    """Whether of two labels at a page's end only one has figures: one row that was cut, or two of which one is blank.

    A number before the lower label makes it a row of its own; words above its figures or marks are a header. Figures without
    a label below a row that has both may be the last digits of those above.
    """
    if (_shape(last), _shape(first)) == (_BOTH, _FIGURES):
        return len(first) >= 3
    if len(first) < 3 or (_shape(last), _shape(first)) not in ((_WORDS, _BOTH), (_BOTH, _WORDS)):
        return False
    headed = any(up.text and down.text and is_figure(up.text) != is_figure(down.text) for up, down in pairs)
    return not headed and not _stands_under_header(last, first) and not _NUMBERED.match(_label(first))


def _stands_under_header(above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether figures or marks stand under cells of words, of whatever width: above the rest of a row its figures' cells are empty.

    One such cell tells where labels stand under each other; else two, since a rule that is missing may have made a label wider.
    """
    values = [piece for piece in below[1:] if (flat := piece.flat) in _NONE or is_figure(flat)]
    over = {up for up in above[1:] for piece in values if _is_middle_under(up.square.box, piece.square.box)}
    heads = sum(up.rowspan == 1 and _has_words(up) for up in over)
    return heads >= (1 if _same_column(above[0].square.box, below[0].square.box) and _are_labels(above[0], below[0]) else 2)


def _is_middle_under(upper: Box, lower: Box) -> bool:
    return upper[0] < (lower[0] + lower[2]) / 2 < upper[2]


def _are_labels(*pieces: Piece) -> bool:
    return all(piece.rowspan == 1 and _has_words(piece) for piece in pieces)


def _has_words(piece: Piece) -> bool:
    flat = piece.flat
    return len(flat) > 1 and not is_figure(flat)


def _shape(row: Sequence[Piece]) -> tuple[bool, bool]:
    """Whether a row has words, and whether it has figures or marks in its last cells."""
    values = [bool(piece.flat) for piece in row]
    figures = [flat for piece in row if (flat := piece.flat) and (is_figure(flat) or _is_mark(flat)) and piece.rowspan == 1]
    has_words = any((flat := p.flat) and not is_figure(flat) and not _is_mark(flat) for p in row)
    return has_words, bool(figures) or (not has_words and any(values))


def _is_mark(text: str) -> bool:
    """Whether one sign stands for a figure; a lone character else is the rest of a label."""
    return len(text) == 1 and (not text.isalpha() or text in _MARKS)


def is_one_merged(up: Piece, down: Piece) -> bool:
    """Whether a merged cell goes on below: two figures never do, each stands in a row of its own."""
    if up.rowspan == 1 and down.rowspan == 1:
        return False
    return not (up.text and down.text) and not any(is_figure(half.text) for half in (up, down))


def is_header(pieces: Iterable[Piece], one: Piece) -> bool:
    """Whether the piece stands among words alone, no blank cell and no figure: what is blank below it is a figure left blank."""
    texts = [piece.flat for piece in pieces if piece.row < one.end and piece.end > one.row]
    return bool(one.text) and len(texts) > _FEWEST_WORDS and all(texts) and not any(is_figure(t) or _is_mark(t) for t in texts)
