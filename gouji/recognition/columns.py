"""Which columns of a grid are the form's, by their printed headers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gouji.form.model import Line
from gouji.recognition.labels import SURE, is_other_name, likeness
from gouji.recognition.square import Squares

# Headers are short; below this likeness another column's header is meant (结果维持 and 其他结果 share half their signs).
HEADER = 0.8


@dataclass(frozen=True, slots=True)
class Header:
    """One of the form's columns as met: the grid columns it spans and the words above it."""

    line: Line
    span: range
    printed: str


def headers(squares: Squares, rows: Sequence[int], lines: Sequence[Line]) -> dict[str, Header]:
    """The form's columns found in these header rows, by id; the printed words of the last header cell, or of the last two stacked."""
    found: dict[str, Header] = {}
    for line in lines:
        spans = _without_sums([c for c in range(squares.width) if _heads(squares, rows, c, line)], squares, rows, line)
        if spans:
            found[line.id] = Header(line, range(spans[0], spans[-1] + 1), _printed(squares, rows, spans[0]))
    return found


def _without_sums(columns: list[int], squares: Squares, rows: Sequence[int], line: Line) -> list[int]:
    """The columns without those called by another name where one has the form's: a 合计 of some applicants beside the 总计."""
    other = [column for column in columns if is_other_name(_printed(squares, rows, column), line)]
    return [column for column in columns if column not in other] or columns


def _heads(squares: Squares, rows: Sequence[int], column: int, line: Line) -> bool:
    stack = header_stack(squares, rows, column)
    if not stack:
        return False
    # The name itself, one broken over two rows or (by a page's end) over three, or one with 上年 and 本年 under it.
    return max(likeness(text, line) for text in (*stack[-2:], "".join(stack[-2:]), "".join(stack[-3:]))) >= _best_needed(line)


def _best_needed(line: Line) -> float:
    return SURE if len(line.label) <= 2 else HEADER


def header_stack(squares: Squares, rows: Sequence[int], column: int) -> list[str]:
    """The different header texts above a column, top down."""
    texts: list[str] = []
    cells = [cell for row in rows if (cell := squares.at(row, column))]
    for index, cell in enumerate(cells):
        if cell.text.strip() and cell not in cells[:index]:
            texts.append(cell.text)
    return texts


def _printed(squares: Squares, rows: Sequence[int], column: int) -> str:
    stack = header_stack(squares, rows, column)
    return stack[-1] if stack else ""


def overlaps(found: Mapping[str, Header]) -> bool:
    """Whether two of the form's columns claim the same grid column: the header cannot be trusted."""
    taken = [column for header in found.values() for column in header.span]
    return len(taken) != len(set(taken))


def order_above(seen: Squares, first: int, lines: Sequence[Line]) -> list[Line] | None:
    """The form's columns in the order in which their words stand above the first row of ragged cells; None where none stands there.

    Empty where they cannot be counted out: a header that is none of the form's stands among them, or the group's heading,
    which says where the lower row belongs, is missing and the lower row is not in the form's order.
    """
    texts = [[cell.text for cell in seen.starting(row) if cell.text] for row in seen.rows if row < first]
    rows = [[(text, _named(text, lines)) for text in row] for row in texts]
    named = [[line for _, line in row if line] for row in rows]
    if not any(named):
        return None
    if any(_has_stranger(row, lines) for row in rows):
        return []
    spots = [(cell.column, line) for row in seen.rows if row < first for cell in seen.starting(row) if (line := _named(cell.text, lines))]
    apart = len({column for column, _ in spots}) == len(spots) == len({line.id for _, line in spots})
    if apart and not any(_run_together(row, lines) for row in rows):
        return [line for _, line in sorted(spots, key=lambda spot: spot[0])]  # blanks kept the columns apart
    if opened := next((_opened(row, lines) for row in rows if any(_group_of(text, lines) for text, _ in row)), None):
        inside = [line for row in named for line in row if line.group]
        counted = [line for line in opened if line in inside or not line.group]
        whole = all(line in opened or line in inside for row in named for line in row)
        once = len(set(counted)) == len(counted) and len(set(inside)) == len(inside)
        return _within(counted, inside) if whole and once else []
    found = [line for row in named for line in row]
    if sum(map(bool, named)) == 1:
        return found if len(set(found)) == len(found) else []  # 总计 and a 合计 of some: which of the two is meant cannot be counted out
    in_order = all([line for line in lines if line in row] == row for row in named)
    return [line for line in lines if line in found] if in_order else []


def _opened(row: Sequence[tuple[str, Line | None]], lines: Sequence[Line]) -> list[Line]:
    """The columns of this header row, those of a group in the place of its heading."""
    headed = {group for text, _ in row if (group := _group_of(text, lines))}
    opened: list[Line] = []
    for text, line in row:
        group = _group_of(text, lines)
        alone = [line] if line and line.group not in headed else []
        opened += [member for member in lines if member.group == group] if group else alone
    return opened


def _run_together(row: Sequence[tuple[str, Line | None]], lines: Sequence[Line]) -> bool:
    """Whether a group's heading and its columns stand in one row: the rows of a header that was flattened, one after the other."""
    headed = {group for text, _ in row if (group := _group_of(text, lines))}
    return any(line and line.group in headed for _, line in row)


def _group_of(text: str, lines: Sequence[Line]) -> str | None:
    return next((line.group for line in lines if line.group and likeness(text, Line("group", line.group)) >= HEADER), None)


def _has_stranger(row: Sequence[tuple[str, Line | None]], lines: Sequence[Line]) -> bool:
    """Whether an unknown header stands among known ones; what stands before the first of them heads the labels."""
    known = [bool(line or _group_of(text, lines)) for text, line in row]
    return sum(known) > 1 and not all(known[known.index(True) :])


def _named(text: str, lines: Sequence[Line]) -> Line | None:
    return next((line for line in lines if likeness(text, line) >= HEADER), None)


def _within(order: Sequence[Line], found: Sequence[Line]) -> list[Line]:
    """The order with these lines, which stand under a group heading, in the order in which they were found."""
    places = iter(found)
    kept = [next(places) if line in found else line for line in order]
    return [*kept, *places]
