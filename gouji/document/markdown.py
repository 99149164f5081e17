"""Markdown: where its tables stand (a row of headers, a line of dashes under it, and the rows from there on, whatever bars they have), and
what of a line is markup and not print.
"""

import re
from collections.abc import Iterator, Sequence

_DASHES = re.compile(r"\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*")
_HEADING = re.compile(r"#{1,6}\s")
# Strong emphasis, in pairs: a lone star is a note's mark (12*), and so is one behind a figure beside others.
_STRONG = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1)[^|])+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([.()\[\]#+\-!*_`])")


def is_markdown(lines: Sequence[str], tables: frozenset[int]) -> bool:
    """Whether the text is written in it: it has a table of its kind, or headings."""
    return bool(tables) or any(_HEADING.match(line) for line in lines)


def printed(line: str) -> str:
    """The line as it is shown: without the marks of strong emphasis (`**0**`) and of escapes (`1\\.`)."""
    if "**" not in line and "__" not in line and "\\" not in line:
        return line
    return _ESCAPED.sub(r"\1", _STRONG.sub(r"\2", line))


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
