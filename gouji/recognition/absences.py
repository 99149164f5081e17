"""Figures that were not found although what may be their print stands in the text: absent only in doubt.

A table kept in cells lacks a row because the office left it out. One that was written out as text may have lost it on the way,
and one that was read from a picture may have it under a label that was not made out.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from gouji.document.doubts import joined
from gouji.document.model import Grid, Paragraph
from gouji.form import NAMES, form
from gouji.form.model import Form, FormTable
from gouji.recognition.figures import ROW_NOT_FOUND, looks_like_figure
from gouji.recognition.labels import label
from gouji.recognition.normal import bare
from gouji.report import Figure, Section, State, Stranger, TableReading

_PARTED = re.compile(r"[\s|｜:：]+")
_SEVERAL = re.compile(r"\d[\d.,]*(?:\s+\d[\d.,]*)+")  # figures of several cells in one: a rule between them was not drawn
_LONGEST_ROW = 200
_LONGEST_PIECE = 60  # of a torn label, with the blanks before it
_LONG = 6  # no prose has three labels so long
_SIDE_BY_SIDE = 2
_ALONE = 3
_MOST_OF_A_ROW = 5  # of Table 3's seven figures


def with_doubtful_absences(
    used: Form,
    tables: Mapping[str, TableReading],
    figures: Mapping[str, Figure],
    sections: Sequence[Section],
    grids: Sequence[Grid],
    unsure: Collection[int],
    *,
    pictured: bool,
) -> dict[str, Figure]:
    """The figures; those not found are in doubt where their table was put together from text, or figures stand unread in its part.

    `unsure` are the numbers of the grids that were put together, or read from pictures. In a `pictured` document two tables may be one
    grid, or one may not be seen at all: none is missing for sure.
    """
    placed = {number for reading in tables.values() for number in reading.grids}
    left = {grid.number for grid in grids if grid.number not in placed and _holds_figures(grid)}
    doubtful = {table.id for table in used.tables if _may_be_lost(table, tables.get(table.id), sections, unsure)}
    gone = [table for table in used.tables if table.id not in tables]
    doubtful |= {table.id for table in gone if pictured or _may_be_among(table, sections, left, unsure)}
    absent = {name for name, figure in figures.items() if figure.state is State.ABSENT}
    missing = {name for name in absent if figures[name].table in doubtful or _runs_on(tables, figures[name])}
    # Where no figure of a table is sure, its columns may have been lost on the way with all that stood in them.
    met = {figure.table for figure in figures.values() if figure.state is not State.ABSENT and figure.sure}
    crowded = {grid.number for grid in grids if any(_SEVERAL.fullmatch(cell.text[:_LONGEST_PIECE]) for cell in grid.cells)}
    held = {table.id for table in tables.values() if not crowded.isdisjoint(table.grids) or any(map(_fills_a_row, table.strange))}
    unmet = tables.keys() - met | held
    missing |= {name for name in absent if figures[name].table in unmet and not figures[name].doubts}
    stood_for = {name for name in missing if _stood_for(used.table(name.split(".")[0]), name, figures)}
    marked = {name: replace(figures[name], doubts=joined(figures[name].doubts, (ROW_NOT_FOUND,))) for name in missing - stood_for}
    return {name: marked.get(name, figure) for name, figure in figures.items()}


def _runs_on(tables: Mapping[str, TableReading], figure: Figure) -> bool:
    """Whether the figure's row is printed, with more words behind its label than are its own: a heading close below, say."""
    reading = tables.get(figure.table)
    if reading is None or not reading.strange:
        return False
    rows = (row for name in NAMES for row in form(name).table(figure.table).rows())  # Table 3 may be that of the other form
    lines = [row for row in rows if row.id == figure.row]
    names = {label(text).words for line in lines for text in (line.label, *line.aliases)}
    return any(len(name) > 3 and name in bare(row.label) for row in reading.strange for name in names)


def _fills_a_row(row: Stranger) -> bool:
    """Whether figures stand in it as in a row of the form: it may be one that is missing, under a label that was not made out."""
    return sum(map(looks_like_figure, row.printed)) >= _MOST_OF_A_ROW


def _may_be_lost(table: FormTable, reading: TableReading | None, sections: Sequence[Section], unsure: Collection[int]) -> bool:
    if reading and any(number in unsure for number in reading.grids):
        return True
    own = list(_of_part(sections, table.section))
    paragraphs = [paragraph for section in own or sections for paragraph in section.paragraphs]
    return _prints_rows(paragraphs, table) or (reading is None and _prints_headings(paragraphs, table))


def _may_be_among(table: FormTable, sections: Sequence[Section], left: Collection[int], unsure: Collection[int]) -> bool:
    """Whether a grid of figures that is no table may be this one, its labels not made out: in its part, or put together anywhere."""
    own = {number for section in _of_part(sections, table.section) for number in section.grids}
    return any(number in own or number in unsure for number in left)


def _holds_figures(grid: Grid) -> bool:
    return sum(any(sign.isdecimal() for sign in cell.text) for cell in grid.cells) >= _SIDE_BY_SIDE


def _of_part(sections: Sequence[Section], number: int) -> Iterator[Section]:
    """The part of this number and those without one behind it: a torn label (一、本年新收政) looks like a heading."""
    inside = False
    for section in sections:
        inside = section.number == number or (inside and section.number is None)
        if inside:
            yield section


def _stood_for(table: FormTable, name: str, figures: Mapping[str, Figure]) -> bool:
    """Whether the report surely prints another row instead of this figure's (（六）其他处理 without its items)."""
    _, row, column = name.split(".")
    instead = [line.id for line in table.rows() if row in line.instead_of]
    found = [figures.get(f"{table.id}.{other}.{column}") for other in instead]
    return any(figure is not None and figure.state is not State.ABSENT and figure.sure for figure in found)


def _prints_rows(paragraphs: Iterable[Paragraph], table: FormTable) -> bool:
    """Whether these paragraphs hold what looks like the table's rows: a label with figures behind it, or figures one a line."""
    alone = 0
    for paragraph in paragraphs:
        words = [word for word in _PARTED.split(paragraph.text) if word]
        figures = [word for word in words if looks_like_figure(word) and any(sign.isdecimal() for sign in word)]
        if len(paragraph.text) > _LONGEST_ROW or not figures:
            continue
        alone += len(figures) == len(words)
        labelled = any(bare(paragraph.text).startswith(name) for name in _labels(table.id))
        if alone >= _ALONE or len(figures) > _SIDE_BY_SIDE or (labelled and len(figures) == len(words) - 1):
            return True
    return False


def _prints_headings(paragraphs: Iterable[Paragraph], table: FormTable) -> bool:
    """Whether labels of the table stand by themselves in these paragraphs: one left blank has nothing else in a text."""
    names = {bare(line.label) for block in table.blocks for line in (*block.rows, *block.columns) if len(bare(line.label)) > 3}
    short = [p.text for p in paragraphs if len(p.text) <= _LONGEST_ROW]
    words = {bare(word) for text in short for word in (text, *text.split())}
    torn = bare("".join(text for text in short if len(text) <= _LONGEST_PIECE))  # labels broken over lines, one below the other
    return len(names & words) >= _SIDE_BY_SIDE or sum(len(name) > _LONG and name in torn for name in names) >= _ALONE


@cache
def _labels(table: str) -> frozenset[str]:
    """The rows' labels in both forms, bare of signs."""
    lines = [line for name in ("2019", "2021") for line in form(name).table(table).rows()]
    texts = [text for line in lines for text in (line.label, *line.aliases)]
    return frozenset(found for text in texts for found in (bare(text), label(text).words) if len(found) > 3)
