"""Rules that touch make a table; where a rule is missing between two squares they are one cell; outside of it needs no rule.

A page's end cuts a table's last row off without a rule below, and many tables are ruled inside only.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from gouji.document.pdf.endings import end_with_rows
from gouji.document.pdf.frame import Box
from gouji.document.pdf.rules import Rule, Rules

_TOUCH = 3.0
_REACH = 4.0  # a cell's own border may begin so far from the table's frame
_BESIDE = 6.0  # cells with borders of their own stand so far apart
_ALONG = 0.8
_SAME_EDGE = 3.0
_WIDEST_EDGE = 5.0
THINNEST = 4.5  # no text is so small: the gap between two borders
_WALL = 0.5  # of a square's side


def tables_of(rules: Rules) -> Iterator[list[Box]]:
    """The cells of each table, as boxes (x0, top, x1, bottom)."""
    for table in touching(rules):
        if table.level and table.upright:
            yield _cells(table)


def touching(rules: Rules) -> Iterator[Rules]:
    """Rules in groups that hang together.

    An upright one that touches nothing bounds a cell merged over a whole page: it belongs to those that begin and end beside it.
    """
    group = list(range(len(rules.level) + len(rules.upright)))

    def root(number: int) -> int:
        while group[number] != number:
            group[number] = number = group[group[number]]
        return number

    lone = set(range(len(rules.level), len(group)))
    for one, other in _touches(rules):
        group[root(one)] = root(other)
        lone -= {one, other}
    for one, other in _alike(rules.upright, {number - len(rules.level) for number in lone}):
        group[root(len(rules.level) + one)] = root(len(rules.level) + other)
    tables: dict[int, Rules] = {}
    for number in range(len(group)):
        table = tables.setdefault(root(number), Rules([], []))
        if number < len(rules.level):
            table.level.append(rules.level[number])
        else:
            table.upright.append(rules.upright[number - len(rules.level)])
    return iter(tables.values())


def _touches(rules: Rules) -> Iterator[tuple[int, int]]:
    """Pairs of rules that cross, or run closely side by side; uprights are counted on behind the level ones."""
    levels = len(rules.level)
    by_place = sorted(range(len(rules.upright)), key=lambda number: rules.upright[number].at)
    places = [rules.upright[number].at for number in by_place]
    for number, (at, start, end) in enumerate(rules.level):
        for index in range(bisect_left(places, start - _REACH), len(places)):
            upright = rules.upright[by_place[index]]
            if upright.at > end + _REACH:
                break
            if upright.start - _REACH <= at <= upright.end + _REACH:
                yield number, levels + by_place[index]
    yield from _side_by_side(rules.level, 0)
    yield from _side_by_side(rules.upright, levels)


def _side_by_side(rules: Sequence[Rule], first: int) -> Iterator[tuple[int, int]]:
    order = sorted(range(len(rules)), key=lambda number: rules[number].at)
    for index, number in enumerate(order):
        one = rules[number]
        for further in range(index + 1, len(order)):
            other = rules[order[further]]
            if other.at - one.at > _BESIDE:
                break
            shared = min(one.end, other.end) - max(one.start, other.start)
            if shared >= _ALONG * min(one.end - one.start, other.end - other.start):
                yield first + number, first + order[further]


def _alike(rules: Sequence[Rule], lone: set[int]) -> Iterator[tuple[int, int]]:
    """Lone rules, each with another that has its two ends."""
    for number in lone:
        for other, rule in enumerate(rules):
            if other != number and max(abs(rule.start - rules[number].start), abs(rule.end - rules[number].end)) <= _TOUCH:
                yield number, other


def _cells(table: Rules) -> list[Box]:
    xs = edges_of([*(r.at for r in table.upright), *(side for r in table.level for side in (r.start, r.end))])
    ys = edges_of([*(r.at for r in table.level), *(side for r in table.upright for side in (r.start, r.end))])
    xs, ys = _with_rules(xs, table.upright), _with_rules(ys, table.level)
    beside = _walls(table.upright, xs, ys)  # beside[column][row]: a wall on the left of this square
    above = _walls(table.level, ys, xs)
    _carry_over_gaps(above, xs)
    _carry_over_gaps(beside, ys)
    end_with_rows(ys, beside, above)
    cells = []
    for region in _regions(len(ys) - 1, len(xs) - 1, beside, above):
        for row, column, last_row, last_column in region:
            cell = (xs[column], ys[row], xs[last_column + 1], ys[last_row + 1])
            if min(cell[2] - cell[0], cell[3] - cell[1]) >= THINNEST:
                cells.append(cell)
    return cells


def edges_of(sides: Iterable[float]) -> list[float]:
    """The places of these sides, those that all but coincide once."""
    groups: list[list[float]] = []
    for side in sorted(sides):
        if groups and side - groups[-1][-1] <= _SAME_EDGE and side - groups[-1][0] <= _WIDEST_EDGE:
            groups[-1].append(side)
        else:
            groups.append([side])
    return [sum(group) / len(group) for group in groups]


def _with_rules(edges: list[float], rules: Sequence[Rule]) -> list[float]:
    """The edges on which a rule lies, at that rule's place, and the outermost: a rule that ends in the middle of a cell divides nothing.

    Rules that end on an edge overhang it by a border's width or two: with them, the gap between two borders would seem as high as a row.
    """
    ruled: dict[int, list[float]] = {0: [], len(edges) - 1: []}
    for rule in rules:
        ruled.setdefault(nearest(edges, rule.at), []).append(rule.at)
    return [sum(places) / len(places) if (places := ruled[index]) else edges[index] for index in sorted(ruled)]


def nearest(edges: Sequence[float], side: float) -> int:
    """The number of the edge closest to this side."""
    index = bisect_left(edges, side)
    if index == 0 or (index < len(edges) and edges[index] - side < side - edges[index - 1]):
        return index
    return index - 1


def _walls(rules: Sequence[Rule], edges: Sequence[float], across: Sequence[float]) -> list[list[bool]]:
    """For each edge, beside which squares a rule lies; the outermost edges are walls all along."""
    covered = [[0.0] * (len(across) - 1) for _ in edges]
    for at, start, end in rules:
        along = covered[nearest(edges, at)]
        for index in range(max(bisect_left(across, start) - 1, 0), len(along)):
            if across[index] >= end:
                break
            along[index] += max(min(end, across[index + 1]) - max(start, across[index]), 0.0)
    walls = [[part >= _WALL * (b - a) for part, (a, b) in zip(along, pairwise(across), strict=True)] for along in covered]
    walls[0] = walls[-1] = [True] * (len(across) - 1)
    return walls


def _carry_over_gaps(walls: list[list[bool]], across: Sequence[float]) -> None:
    """Walls that come up to the gap between two borders go on through it: through the gap, cells with borders of their own would be one."""
    wide = [index for index, (a, b) in enumerate(pairwise(across)) if b - a >= THINNEST]
    for gap in range(len(across) - 1):
        if gap in wide:
            continue
        beside = wide[max(bisect_left(wide, gap) - 1, 0) : bisect_left(wide, gap) + 1]
        for along in walls:
            along[gap] = along[gap] or any(along[index] for index in beside)


_Block = tuple[int, int, int, int]


def _regions(rows: int, columns: int, beside: list[list[bool]], above: list[list[bool]]) -> Iterator[list[_Block]]:
    """Squares without a wall between them, as one block, or as several where they make no rectangle."""
    seen = [[False] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if not seen[row][column]:
                squares = _flooded(row, column, seen, beside, above)
                yield list(_blocks(squares, lambda r, c: above[r][c]))


def _flooded(row: int, column: int, seen: list[list[bool]], beside: list[list[bool]], above: list[list[bool]]) -> list[tuple[int, int]]:
    seen[row][column] = True
    found, waiting = [], [(row, column)]
    while waiting:
        r, c = waiting.pop()
        found.append((r, c))
        neighbours = ((r, c - 1, beside[c][r]), (r, c + 1, beside[c + 1][r]), (r - 1, c, above[r][c]), (r + 1, c, above[r + 1][c]))
        for next_row, next_column, wall in neighbours:
            if not wall and not seen[next_row][next_column]:
                seen[next_row][next_column] = True
                waiting.append((next_row, next_column))
    return found


def _blocks(squares: list[tuple[int, int]], wall_above: Callable[[int, int], bool]) -> Iterator[_Block]:
    """The rectangles of these squares: runs of each row, those one under the other together."""
    if len(squares) == 1:
        yield (*squares[0], *squares[0])
        return
    open_blocks: dict[tuple[int, int], _Block] = {}
    for row, first, last in _runs(sorted(squares)):
        before = open_blocks.get((first, last))
        if before and before[2] == row - 1 and not wall_above(row, first):
            open_blocks[first, last] = (before[0], first, row, last)
        else:
            if before:
                yield before
            open_blocks[first, last] = (row, first, row, last)
    yield from open_blocks.values()


def _runs(squares: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Row, first and last column of squares that follow each other."""
    row, first = squares[0]
    last = first
    for next_row, column in squares[1:]:
        if next_row == row and column == last + 1:
            last = column
        else:
            yield row, first, last
            row, first, last = next_row, column, column
    yield row, first, last
