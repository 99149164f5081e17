"""What converters leave in a text that is none: tables written as HTML, where cells span rows or columns (pandoc, and most that read
pictures), and words or links in the place of a table or picture.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module

from gouji.document.doubts import IMAGE, LEFT_OUT, MARKUP
from gouji.document.model import Block, Grid
from gouji.place import Place

_EDGE = re.compile(r"<(/?)table\b", re.IGNORECASE)
# pandoc writes [TABLE] where its plain text cannot hold one; copied text keeps an object's sign for a picture. The markup of tables in
# LaTeX, a wiki ({|) and AsciiDoc (|===) is not read.
_LEFT_OUT = {
    LEFT_OUT: re.compile(r"^[ \t]*[\[【](?:table|表格?)[\]】][ \t]*$", re.IGNORECASE | re.MULTILINE),
    MARKUP: re.compile(r"\\begin\{(?:longtable|tabu|tabular[xy*]?)\}|^[ \t]*(?:\{\||\|={3,}[ \t]*$)", re.MULTILINE),
    IMAGE: re.compile(r"!\[[^\]\n]{0,200}\]\(|\ufffc|^[ \t]*[\[【](?:image|picture|图片?)[\]】][ \t]*$", re.IGNORECASE | re.MULTILINE),
}
Island = tuple[int, tuple[Block, ...]]


def islands_of(lines: Sequence[str]) -> Mapping[int, Island]:
    """By the number of its first line, from 1: the number of its last line, and what stands in it, placed on the first."""
    found = {first: (last, tuple(_read("\n".join(lines[first - 1 : last]), first))) for first, last in _spans(lines)}
    return {first: island for first, island in found.items() if any(isinstance(block, Grid) for block in island[1])}


def left_out(text: str) -> tuple[str, ...]:
    """What is missing from the text for all to see: what seems missing may have stood there."""
    return tuple(doubt for doubt, sign in _LEFT_OUT.items() if sign.search(text))


def _spans(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last lines of tables that are closed; tables in tables are part of theirs."""
    first = depth = 0
    for number, line in enumerate(lines, 1):
        for edge in _EDGE.finditer(line):
            first = number if not depth and not edge[1] and first == 0 else first
            depth = max(depth - 1, 0) if edge[1] else depth + 1
        if first and not depth:
            yield first, number
            first = 0


def _read(source: str, number: int) -> Iterator[Block]:
    # Named and not imported: every reader of a text imports this module, and hardly any text holds such a table.
    blocks: Callable[[str], Iterator[Block]] = import_module("gouji.document.html.fragment").blocks_of_fragment
    place = Place(line=number)
    for block in blocks(source):
        if isinstance(block, Grid):
            yield replace(block, cells=tuple(replace(cell, place=place) for cell in block.cells))
        else:
            yield replace(block, place=place)
