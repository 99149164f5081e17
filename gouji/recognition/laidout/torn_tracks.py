"""Table 4 where its headers are torn so that their pieces stand out of order: known by all their signs, no more and no fewer.

Narrow headers of two lines each, those of 行政诉讼 a little lower, are mixed line by line in text of pdftotext (维正 above 结果纠). Which
piece is of which header then cannot be told; that they are the form's headers can, and a lone row of fifteen figures is the table's. It
is in doubt: with such headers figures may have changed places, too, and within a track no total tells.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from gouji.recognition.laidout.bands import Head, Layout, Row
from gouji.recognition.laidout.parse import Parsed
from gouji.recognition.laidout.words import Line, Word

_APART = 2


def torn_tracks(layout: Layout, lines: Sequence[Line]) -> Parsed | None:
    """The table in these lines; None where its headers are not all there, or its figures not all on one line."""
    head, row = layout.bands[0], layout.bands[-1]
    beside = [line for line in lines if line.figures]
    if not isinstance(head, Head) or not isinstance(row, Row) or len(beside) != 1 or len(layout.bands) != 2:
        return None
    [own] = beside
    words = [word for line in lines if line.number < own.number for word in line.words]
    if len(own.figures) != len(own.words) or len(own.words) != len(row.columns) or not _are_all(head, words):
        return None
    heads = {(0, number): (_whole_header(words[0], stream.texts[0]),) for number, stream in enumerate(head.streams)}
    return Parsed(heads, {}, {1: own.words}, {}, frozenset({1}), words[0].line, own.number)


def _are_all(head: Head, words: Sequence[Word]) -> bool:
    asked = Counter("".join(stream.texts[0] for stream in head.streams))
    return Counter("".join(word.bare for word in words)) == asked


def _whole_header(first: Word, text: str) -> Word:
    """The header in one piece, where the first of them stands: its own place is not known."""
    return replace(first, text=text, start=0, stop=0, before=_APART)
