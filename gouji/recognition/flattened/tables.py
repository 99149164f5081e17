"""The tables that stand in a run of paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from gouji.document.model import Cell, Grid, Paragraph
from gouji.place import Place
from gouji.recognition.flattened.pieces import joined_headers, joined_labels, taken_apart
from gouji.recognition.flattened.rows import rows_of
from gouji.recognition.flattened.runs import Run
from gouji.recognition.flattened.vocabulary import names
from gouji.recognition.normal import bare, plain
from gouji.recognition.tokens import Token, tokens_of

_ENOUGH_LABELS, _ENOUGH_FIGURES = 3, 3
# Words that begin a table where another was before.
_BEGINNINGS = ("申请人情况", "行政复议", "结果维持")


def grids_in(run: Run, number: int) -> list[Grid]:
    """The tables in these paragraphs; none where too little of the form stands in them."""
    if several := [list(tokens_of(paragraph)) for paragraph in run if _is_row(paragraph)]:
        words = [token for row in several for token in row]
        return _in_tables(several, number) if _holds_table(words) else []
    apart = chain.from_iterable(taken_apart(token) for token in chain.from_iterable(_tokens(run)))
    tokens = joined_labels(joined_headers(_from_first(list(apart))))
    return _in_tables(rows_of(tokens), number) if _holds_table(tokens) else []


def _is_row(paragraph: Paragraph) -> bool:
    """Whether a whole row stands in the paragraph, its cells between bars: blanks keep their places in it."""
    cells = tokens_of(paragraph) if "|" in paragraph.text else ()
    return len(cells) > 2 and any(cell.text for cell in cells)


def _holds_table(tokens: Sequence[Token]) -> bool:
    """Whether enough labels of the form, and figures, stand among these."""
    known = sum(bare(token.text) in names() for token in tokens)
    return known >= _ENOUGH_LABELS and sum(token.is_figure for token in tokens) >= _ENOUGH_FIGURES


def _in_tables(rows: Iterable[list[Token]], number: int) -> list[Grid]:
    tables: list[list[list[Token]]] = [[]]
    for row in rows:
        first = next((token.text for token in row if token.text), "")
        if tables[-1] and bare(first).startswith(_BEGINNINGS) and any(token.is_figure for r in tables[-1] for token in r):
            tables.append([])
        tables[-1].append(row)
    return [_grid(rows, number + place) for place, rows in enumerate(tables, 1)]


def _tokens(run: Run) -> Iterator[Sequence[Token]]:
    """The cells of each paragraph. Where a bar stands on a line of its own before each cell, two such lines are a blank cell."""
    alone = [plain(paragraph.text) == "|" for paragraph in run]
    before = sum(alone) > 0.6 * sum("|" not in paragraph.text for paragraph in run) > 0
    for index, paragraph in enumerate(run):
        if before and alone[index]:
            if index + 1 < len(run) and alone[index + 1]:
                yield [Token("", place_of(paragraph))]
        else:
            yield tokens_of(paragraph)


def place_of(paragraph: Paragraph) -> Place:
    place = paragraph.place
    return Place(line=place.line) if place.line else Place(page=place.page, bbox=place.bbox, paragraph=place.paragraph, file=place.file)


def _from_first(tokens: list[Token]) -> list[Token]:
    """From the first word of a table on."""
    first = next((index for index, token in enumerate(tokens) if bare(token.text) in names()), len(tokens))
    return tokens[first:]


def _grid(rows: Sequence[Sequence[Token]], number: int) -> Grid:
    cells = (
        Cell(token.text, row, column, token.place, doubts=token.doubts)
        for row, tokens in enumerate(rows)
        for column, token in enumerate(tokens)
    )
    return Grid(tuple(cells), number, ragged=True)
