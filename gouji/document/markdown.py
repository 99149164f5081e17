"""Where tables stand in Markdown: a row of headers, a line of dashes under it, and the rows from there on, whatever bars they have."""

import re
from collections.abc import Iterator, Sequence

_DASHES = re.compile(r"\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*")


def table_lines(lines: Sequence[str]) -> frozenset[int]:
    """The numbers, from 1, of lines that are rows of a table.

    A row of two cells has one bar in what converters write without borders (html2text), one of a single cell none
    (`第二十条第（五）项` between rows of three). Behind one single row of dashes the next line must have a bar: else they underline
    a heading.
    Source: GitHub Flavored Markdown, 4.10 tables: a table ends at the first blank line.
    """
    return frozenset(number for start in _starts(lines) for number in _rows(lines, start))


def _starts(lines: Sequence[str]) -> Iterator[int]:
    """Indices of the rows of headers."""
    for index in range(1, len(lines) - 1):
        if _is_dashes(lines[index]) and lines[index - 1].strip() and ("|" in lines[index] or "|" in lines[index + 1]):
            yield index - 1


def _rows(lines: Sequence[str], start: int) -> Iterator[int]:
    """The numbers of the table's lines; one without a bar is a row only between two that have some.

    A heading between two tables, where a writer left no blank line, stands before a row of headers instead.
    """
    yield start + 1
    for index in range(start + 1, len(lines)):
        if "|" not in lines[index] and index > start + 1 and not _is_between_rows(lines, index):
            return
        yield index + 1


def _is_between_rows(lines: Sequence[str], index: int) -> bool:
    after, second = (*lines[index + 1 : index + 3], "", "")[:2]
    return bool(lines[index].strip()) and "|" in after and not _is_dashes(second)


def _is_dashes(line: str) -> bool:
    return "---" in line and bool(_DASHES.fullmatch(line))
