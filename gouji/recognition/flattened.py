"""Tables that were written out one cell a paragraph, or one row a line, put back into rows.

Programs that take the text out of pages leave of a table only the order of its cells. A row is then a label
and the figures behind it: the columns are sure only where a row has as many figures as the form asks for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from gouji.document.model import Block, Cell, Document, Grid, Paragraph
from gouji.form import form
from gouji.form.model import Form, Line
from gouji.place import Place
from gouji.recognition.figures import looks_like_figure
from gouji.recognition.labels import label, likeness, telling
from gouji.recognition.normal import bare, plain
from gouji.recognition.ordinals import ordinal_of
from gouji.recognition.tables import form_of, grids_of
from gouji.recognition.tokens import Token, tokens_of
from gouji.recognition.torn import is_torn_header

_SURE = 0.85
_LONGEST_LABEL = 60
_LONGEST_HEADING = 45
_MOST_PIECES = 4
_MOST_TORN = 15
_LONGEST_ROW = 9  # Table 3 has seven figures a row, and some padding; the fifteen of Table 4 have no label of their own
_ENOUGH_LABELS, _ENOUGH_FIGURES = 3, 3
# Words that begin a table where another was before.
_BEGINNINGS = ("申请人情况", "行政复议", "结果维持")
_HEADS = ("信息内容", "申请人情况", "法人或其他组织", "行政诉讼", "三、本年度办理结果")


def with_flattened(document: Document) -> Document:
    """The document with flattened tables as ragged grids, where the form's tables do not stand in it as tables."""
    used = form_of(list(document.grids()))
    missing = [table for table in used.tables if not grids_of(table, list(document.grids()))]
    if not missing or not any(_label_of(p) in _names() for p in document.paragraphs()):
        return document
    blocks: list[Block] = []
    number = max((grid.number for grid in document.grids()), default=0)
    for run in _runs(document.blocks, used):
        grids = _grids(run, number) if isinstance(run, list) else []
        if any(grids_of(table, grids) for table in missing):
            blocks += _around(run, grids)
            number += len(grids)
        else:
            blocks += run if isinstance(run, list) else [run]
    return replace(document, blocks=tuple(_without_bar(block) for block in blocks))


def _without_bar(block: Block) -> Block:
    """The paragraph without the bar that only ended its cell."""
    return replace(block, text=block.text.removesuffix("|").rstrip()) if isinstance(block, Paragraph) else block


Run = list[Paragraph]


def _runs(blocks: Sequence[Block], used: Form) -> Iterator[Run | Block]:
    """Paragraphs that can be cells, those that follow each other together; everything else as it is."""
    run: Run = []
    for block in blocks:
        if isinstance(block, Paragraph) and _can_be_cells(block, used):
            run.append(block)
            continue
        if run:
            yield run
            run = []
        yield block
    if run:
        yield run


def _can_be_cells(paragraph: Paragraph, used: Form) -> bool:
    text = paragraph.text
    if "|" in text:
        cells = [token.text for token in tokens_of(paragraph) if token.text]
        return len(cells) != 1 or bare(cells[0]) in _names() or not _heads_section(cells[0], used)
    tokens = tokens_of(paragraph)
    if len(tokens) == 1 and not looks_like_figure(text):
        short = len(text) <= _LONGEST_LABEL and not text.endswith(tuple("。；;"))
        return short and (_label_of(paragraph) in _names() or not _heads_section(text, used))
    return len(tokens[0].text) <= _LONGEST_LABEL


def _heads_section(text: str, used: Form) -> bool:
    """Whether this is the heading of one of the form's parts."""
    flat = plain(text)
    ordinal = ordinal_of(flat)
    words = bare(ordinal.words if ordinal else flat)
    if len(flat) > _LONGEST_HEADING:
        return False
    if any(words == bare(name) for section in used.sections for name in (section.heading, *section.aliases)):
        return True
    numbered = ordinal is not None and not ordinal.loose
    return numbered and any(all(any(word in words for word in group) for group in section.keywords) for section in used.sections)


def _label_of(paragraph: Paragraph) -> str:
    """The words that the paragraph has before any figure, bare of signs."""
    text = paragraph.text
    return bare(tokens_of(paragraph)[0].text) if text and len(text) <= 4 * _LONGEST_LABEL else ""


@cache
def _names() -> Mapping[str, bool]:
    """Every label of both forms as it would be met, bare of signs; true where it names a row or a column."""
    names: dict[str, bool] = dict.fromkeys(map(bare, _HEADS), False)
    for table in (table for name in ("2019", "2021") for table in form(name).tables):
        names |= {bare(block.heading): False for block in table.blocks if block.heading}
        names |= {bare(table.corner): False} if table.corner else {}
        for line in chain.from_iterable((*block.rows, *block.columns) for block in table.blocks):
            names |= {bare(line.group): False} if line.group else {}
            names |= {bare(text): True for text in (line.label, *line.aliases)}
    return names


@cache
def _rows() -> tuple[Line, ...]:
    """The rows of Tables 2 and 3 of both forms."""
    return tuple(
        row
        for name in ("2021", "2019")
        for table in form(name).tables
        for row in table.rows()
        if table.id == "disclosure" or (table.id == "applications" and telling(row))
    )


def _grids(run: Run, number: int) -> list[Grid]:
    """The tables in these paragraphs; none where too little of the form stands in them."""
    if several := [list(tokens_of(paragraph)) for paragraph in run if _is_row(paragraph)]:
        words = [token for row in several for token in row]
        return _in_tables(several, number) if _holds_table(words) else []
    apart = chain.from_iterable(_taken_apart(token) for token in chain.from_iterable(_tokens(run)))
    tokens = _joined_labels(_joined_headers(_from_first(list(apart))))
    return _in_tables(_rows_of(tokens), number) if _holds_table(tokens) else []


def _is_row(paragraph: Paragraph) -> bool:
    """Whether a whole row stands in the paragraph, its cells between bars: blanks keep their places in it."""
    cells = tokens_of(paragraph) if "|" in paragraph.text else ()
    return len(cells) > 2 and any(cell.text for cell in cells)


def _holds_table(tokens: Sequence[Token]) -> bool:
    """Whether enough labels of the form, and figures, stand among these."""
    known = sum(bare(token.text) in _names() for token in tokens)
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
                yield [Token("", _place(paragraph))]
        else:
            yield tokens_of(paragraph)


def _place(paragraph: Paragraph) -> Place:
    place = paragraph.place
    return Place(line=place.line) if place.line else Place(page=place.page, bbox=place.bbox, paragraph=place.paragraph, file=place.file)


def _from_first(tokens: list[Token]) -> list[Token]:
    """From the first word of a table on."""
    first = next((index for index, token in enumerate(tokens) if bare(token.text) in _names()), len(tokens))
    return tokens[first:]


def _taken_apart(token: Token) -> Iterator[Token]:
    """The labels of a line in which several were joined by blanks: 三、本年度办理结果 （一）予以公开."""
    words = token.text.split()
    if len(words) < 2 or not token.is_label or bare(token.text) in _names():
        yield token
        return
    for first in range(1, len(words)):
        if bare("".join(words[first:])) in _names():
            yield from _taken_apart(replace(token, text=" ".join(words[:first])))
            yield replace(token, text=" ".join(words[first:]))
            return
    for last in range(len(words) - 1, 0, -1):
        if bare("".join(words[:last])) in _names():
            yield replace(token, text=" ".join(words[:last]))
            yield from _taken_apart(replace(token, text=" ".join(words[last:])))
            return
    yield token


def _joined_headers(tokens: list[Token]) -> list[Token]:
    """Headers that were torn over two rows of cells (商业, 科研 and so on, then 企业, 机构) in one piece again, all of them or none."""
    out: list[Token] = []
    first = 0
    while first < len(tokens):
        if whole := _two_rows_of_headers(tokens[first : first + 2 * _MOST_TORN]):
            out += whole
            first += 2 * len(whole)
        else:
            out.append(tokens[first])
            first += 1
    return out


def _two_rows_of_headers(tokens: list[Token]) -> list[Token]:
    """The whole headers where these begin with two rows of torn ones, the longest such; none where they do not."""
    for count in range(len(tokens) // 2, 1, -1):
        pairs = list(zip(tokens[:count], tokens[count : 2 * count], strict=True))
        if all(is_torn_header(up.text, down.text) for up, down in pairs):
            return [replace(up, text=up.text + down.text) for up, down in pairs]
    return []


def _joined_labels(tokens: list[Token]) -> list[Token]:
    """Labels that were broken over several paragraphs in one piece again, where the pieces together are a label and singly none."""
    out: list[Token] = []
    index = 0
    while index < len(tokens):
        length = next((n for n in range(_MOST_PIECES, 1, -1) if _is_broken_label(tokens[index : index + n], n)), 1)
        text = "".join(token.text for token in tokens[index : index + length])
        out.append(replace(tokens[index], text=text) if length > 1 else tokens[index])
        index += length
    return out


def _is_broken_label(pieces: Sequence[Token], wanted: int) -> bool:
    if len(pieces) < wanted or any(not piece.text or piece.is_figure for piece in pieces):
        return False
    # The first piece may be a name itself: （二）部分公开 before its note, 其他 before 结果.
    return bare("".join(piece.text for piece in pieces)) in _names() and not any(_names().get(bare(piece.text)) for piece in pieces[1:])


def _rows_of(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """A row is what stands from one label to the next behind figures; labels above the row's own are rows of headers."""
    labels: list[Token] = []
    values: list[Token] = []
    for token in tokens:
        if token.is_label and values and _is_padded_header([*labels, *values], token):
            labels, values = [*labels, *values], []
        elif token.is_label and values:
            yield from _split(labels, values)
            labels, values = [], []
        if token.is_label:
            labels.append(token)
        elif labels:
            values.append(token)
    yield from _split(labels, values)


def _is_padded_header(before: Sequence[Token], token: Token) -> bool:
    """Whether the blanks before this header are padding of the one before them: a merged cell that was taken apart."""
    last = next((one for one in reversed(before) if one.text), token)
    names = [bare(last.text), bare(token.text)]
    return not before[-1].text and any(
        block.index(names[0]) < block.index(names[1]) for block in _headers_of_blocks() if {*names} <= {*block}
    )


@cache
def _headers_of_blocks() -> tuple[tuple[str, ...], ...]:
    """The headers of each part of Table 2, in their order."""
    tables = (table for name in ("2019", "2021") for table in form(name).tables if table.id == "disclosure")
    return tuple(tuple(bare(column.label) for column in block.columns) for table in tables for block in table.blocks)


def _split(labels: list[Token], values: list[Token]) -> Iterator[list[Token]]:
    """The headers above, then the row with its group and label before its figures."""
    if not any(value.text for value in values) and len(labels) > 1 and not _row_named(labels[-1].text):
        yield [*labels, *values]
        return
    if len(values) > _LONGEST_ROW:
        yield labels
        yield values
        return
    own = 2 if len(labels) > 1 and _is_group(labels[-2].text) else 1
    headers: list[Token] = []
    for token in labels[:-own]:
        if _row_named(token.text) or bare(token.text) in _block_headings():
            yield from ([headers] if headers else [])
            yield [token]
            headers = []
        else:
            headers.append(token)
    if headers:
        yield headers
    if labels:
        yield [*labels[-own:], *values]


def _row_named(text: str) -> bool:
    return any(likeness(text, row) >= _SURE for row in _rows())


@cache
def _block_headings() -> frozenset[str]:
    """What stands over the parts of Table 2: 第二十条第（一）项."""
    blocks = (block for name in ("2019", "2021") for table in form(name).tables for block in table.blocks)
    return frozenset(bare(block.heading) for block in blocks if block.heading)


def _is_group(text: str) -> bool:
    words = label(text).words
    return bool(words) and any(row.group and label(row.group).words == words for row in _rows())


def _grid(rows: Sequence[Sequence[Token]], number: int) -> Grid:
    cells = (
        Cell(token.text, row, column, token.place, doubts=token.doubts)
        for row, tokens in enumerate(rows)
        for column, token in enumerate(tokens)
    )
    return Grid(tuple(cells), number, ragged=True)


def _around(run: Run | Block, grids: Sequence[Grid]) -> Iterator[Block]:
    """The grids, with the paragraphs of the run that stand before their first cell and behind their last."""
    if not isinstance(run, list):
        yield run
        return
    places = [cell.place for grid in grids for cell in grid.cells]
    own = [index for index, paragraph in enumerate(run) if _place(paragraph) in (places[0], places[-1])]
    yield from (paragraph for paragraph in run[: own[0]] if plain(paragraph.text).strip("|"))
    yield from grids
    yield from (paragraph for paragraph in run[own[-1] + 1 :] if plain(paragraph.text).strip("|"))
