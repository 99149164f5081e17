"""Tables of a Word file: spans by gridSpan and vMerge, borders by style or cell, and what an editor leaves in a cell."""

from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

from samples.grids import GridCell, SampleGrid

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def word_table(shown: SampleGrid, room: int, random: Random, converting: bool, traced: bool) -> str:
    """The table as w:tbl, `room` twentieths of a point wide; where `traced`, an editor left marks beside some figures."""
    widths = _widths(shown, room)
    kind, size = random.choice(("single", "single", "double", "dashed")), random.choice((2, 4, 6, 12))
    border = f'w:val="{kind}" w:sz="{size}" w:space="0" w:color="auto"'
    borders = "".join(f"<w:{side} {border}/>" for side in _SIDES)
    layout = random.choice(("", '<w:tblLayout w:type="fixed"/>'))
    properties = f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>{layout}</w:tblPr>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    repeated = random.random() < 0.3
    cell = _writer(random, converting, traced)
    rows = (_row(shown, number, widths, repeated, random, cell) for number in range(shown.rows))
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _widths(shown: SampleGrid, room: int) -> list[int]:
    """Table 3 has narrow columns for its groups and figures, and a wide one for its labels; the others are even."""
    weights = [1.0, 1.4, 4.0] + [1.1] * (shown.columns - 3) if shown.table == "applications" else [1.0] * shown.columns
    return [round(room * weight / sum(weights)) for weight in weights]


def _row(shown: SampleGrid, number: int, widths: list[int], repeated: bool, random: Random, write: "Writer") -> str:
    cells, column = [], 0
    for cell in _covering(shown, number):
        width = sum(widths[cell.column : cell.column + cell.colspan])
        span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
        merge = "" if cell.rowspan == 1 else '<w:vMerge w:val="restart"/>' if cell.row == number else "<w:vMerge/>"
        inside = write(cell) if cell.row == number else "<w:p/>"
        upright = '<w:textDirection w:val="tbRlV"/>' if cell.rowspan > 6 and "\n" not in cell.text and random.random() < 0.3 else ""
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{upright}<w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'
        )
        column = cell.column + cell.colspan
    assert column == shown.columns
    head = "<w:trPr><w:tblHeader/></w:trPr>" if repeated and number < 3 and shown.table == "applications" else ""
    return f"<w:tr>{head}{''.join(cells)}</w:tr>"


def _covering(shown: SampleGrid, number: int) -> list[GridCell]:
    """The cells that stand in this row, those that began above among them."""
    return sorted((c for c in shown.cells if c.row <= number < c.row + c.rowspan), key=lambda cell: cell.column)


Writer = Callable[[GridCell], str]


def _writer(random: Random, converting: bool, traced: bool) -> Writer:
    """How this table's cells are written: one way for the table, and here and there an editor's trace."""
    box = random.choice(("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{}</w:p>", "<w:p>{}</w:p>"))  # fmt: skip
    wrap = random.choice(_WRAPS[: 2 if converting else None])
    lines = random.choice(("<w:br/>", None))

    def write(cell: GridCell) -> str:
        pieces = [_runs(line, random) for line in cell.text.split("\n")]
        if traced and cell.figure and random.random() < _TRACED:
            pieces = [pieces[0] + random.choice(_TRACES)]
        if lines:
            return box.format(wrap.format(f"<w:r>{lines}</w:r>".join(pieces)))
        return "".join(box.format(wrap.format(piece)) for piece in pieces)

    return write


def _runs(text: str, random: Random) -> str:
    pieces = list(text) if len(text) > 1 and random.random() < 0.2 else [text]
    return "".join(f"<w:r><w:t>{escape(piece)}</w:t></w:r>" for piece in pieces if piece)


# The last shows as an insertion in whatever opens the file.
_WRAPS = ("{}", "<w:smartTag>{}</w:smartTag>", "{}", '<w:ins w:id="1" w:author="a">{}</w:ins>')
_TRACED = 0.03
# What a reader of the finished document does not see: a figure struck out under tracking, hidden text.
_TRACES = (
    '<w:del w:id="7" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del>',
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>8</w:t></w:r>",
)
