"""Where the header of a roster stands and which column is which."""

import difflib
from collections.abc import Sequence

from gouji.finding import Words
from gouji.roster.columns import column_of, labels
from gouji.roster.sheet import Row
from gouji.words import words

# Offices put a title and a note above the header; further down it is no header any more.
_WITHIN = 20
# 简称 and 曾用名 often stand side by side: both are names by which a body goes.
_SEVERAL = frozenset({"aliases", "remark"})

Columns = dict[int, str]


def header_of(rows: Sequence[Row]) -> tuple[Row, list[Row]] | None:
    """The header and the rows below it; None where no row within the first ones names the bodies.

    Of a header in two rows (联系方式 above 联系人 and 邮箱) the row that names more columns is it.
    """
    first = next((nth for nth, row in enumerate(rows[:_WITHIN]) if is_header(row)), None)
    if first is None:
        return None
    last = first
    while last + 1 < len(rows) and is_header(rows[last + 1]):
        last += 1
    header = max(rows[first : last + 1], key=lambda row: len(columns_of(row)))
    return header, [row for row in rows[last + 1 :] if not is_header(row)]


def is_header(row: Row) -> bool:
    """Whether the row names the column of names; printed pages repeat it."""
    return "name" in columns_of(row).values()


def columns_of(header: Row) -> Columns:
    """Which column stands where; of two with one meaning the first counts, but all names that a body goes by."""
    found: Columns = {}
    for position, cell in enumerate(header.cells):
        column = column_of().get("".join(str(cell).split()).lower().rstrip("*"))
        if column and (column not in found.values() or column in _SEVERAL):
            found[position] = column
    return found


def almost_columns(header: Row) -> list[Words]:
    """A label that looks like one of ours and is none: the column would be left out without a word."""
    columns = columns_of(header)
    missing = [label for column, known in labels().items() if column not in columns.values() for label in known[:1]]
    strangers = [str(cell) for position, cell in enumerate(header.cells) if cell and position not in columns]
    close = [(label, difflib.get_close_matches(label, missing, n=1, cutoff=0.7)) for label in strangers]
    return [words("roster.almost-column", row=header.number, label=label, near=near[0]) for label, near in close if near]
