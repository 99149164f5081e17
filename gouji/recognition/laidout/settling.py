"""What must hold besides: that the columns stand in the form's order, and that no row without figures is one whose figures were moved."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from gouji.form.model import Line as Column
from gouji.recognition.laidout.bands import Head, Stream
from gouji.recognition.laidout.sets import has_blanks
from gouji.recognition.laidout.words import Line, Word

_NEAR = 2  # rows that lie so far off may still be gathered on one line, their signs run together


def in_order(head: Head, words: Sequence[Sequence[Word]]) -> bool:
    """Whether the words of these headers, by stream, show that each column stands left of the next: on one line, or by their places.

    Where the same headers stand under each track, it is enough that one of them shows it.
    """
    pairs = list(zip(head.streams, words, strict=True))
    columns = [(stream, own) for stream, own in pairs if stream.first == stream.last >= 0]
    beside = list(pairwise(columns))
    told = {(before[0].texts, after[0].texts) for before, after in beside if _are_in_order(pairs, before, after)}
    return all((before[0].texts, after[0].texts) in told for before, after in beside)


_Own = tuple[Stream, Sequence[Word]]


def _are_in_order(pairs: Sequence[_Own], before: _Own, after: _Own) -> bool:
    """A heading over several columns may stand for the one at its edge: 自然人 | 法人或其他组织."""
    if max(word.stop for word in before[1]) <= min(word.start for word in after[1]):
        return True
    left = [word for stream, own in pairs if stream.last == before[0].last for word in own]
    right = [word for stream, own in pairs if stream.first == after[0].first for word in own]
    return any(one.line == other.line and one.start < other.start for one in left for other in right)


def rows_beside_blanks(
    labels: Mapping[int, Sequence[Word]], figures: Mapping[int, Sequence[Word]], beside: Collection[int], disturbed: Collection[int]
) -> frozenset[int]:
    """The rows beside one without figures, unless that row and those next to it stand on one line each, with nothing beside them.

    Where words are set at different heights, as in merged cells, a program that gathers them in lines may put a row's figures on the
    line of the next label; only where every row has its figures has each of them its own.
    """
    found: set[int] = set()
    rows = sorted(labels)
    for place, row in enumerate(rows):
        if row in figures:
            continue
        near = rows[max(place - _NEAR, 0) : place + _NEAR + 1]
        lines = [{word.line for word in labels[other]} for other in near]
        if disturbed or any(len(own) > 1 or own & set(beside) for own in lines):
            found.update(near)
            found.update(_up_to(rows, place, disturbed))
    return frozenset(found)


def _up_to(rows: Sequence[int], place: int, disturbed: Collection[int]) -> Iterator[int]:
    """The rows between this and the nearest that is disturbed, on either side: they may all be one off."""
    places = [other for other, row in enumerate(rows) if row in disturbed]
    for end in (max((p for p in places if p < place), default=place), min((p for p in places if p > place), default=place)):
        yield from rows[min(place, end) : max(place, end) + 1]


def rows_cut_short(
    columns: Mapping[int, Sequence[Column]], figures: Mapping[int, Sequence[Word]], disturbed: Collection[int]
) -> frozenset[int]:
    """The rows next to a disturbed one, or to another of these, that lack figures and have no total of those that they have.

    Beside rows gathered column by column the first figure of each may stand on the line of its label: the others are then below the last.
    """
    found = set(disturbed)
    for step, rows in ((-1, sorted(columns)), (1, sorted(columns, reverse=True))):
        for row in rows:
            own = figures.get(row, ())
            if row + step in found and len(own) < len(columns[row]) and not has_blanks(own, columns[row]):
                found.add(row)
    return frozenset(found)


def rows_beside_notes(figures: Mapping[int, Sequence[Word]], lines: Sequence[Line]) -> frozenset[int]:
    """The rows on the page of a note that its cell broke over lines.

    As wide as its column, it had pdftotext print that column behind the next, in five rows below and far apart, their totals unchanged.
    """
    pages = {word.page for line in lines for word in line.words if word.is_torn_note}
    return frozenset(row for row, own in figures.items() if any(word.page in pages for word in own))
