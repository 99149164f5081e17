"""Documents in which two honest ways of reading find the same, or different, digits in a cell."""

import io
import zipfile
from collections.abc import Sequence

from gouji.form import form
from tests.layouts.paper import Paper

OUTCOMES = ["结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计"]
EDGES = [70.0 + 30 * number for number in range(16)]
FILLER = "本年度没有需要另行说明的其他事项，各项工作按照年初计划稳步推进，未发生投诉。"


def disputes_pdf(figures: str, *, told: str | None = None) -> bytes:
    """A PDF with Table 4. `told` is what the file says of the last figure, whose glyphs say something else (/ActualText)."""
    paper = Paper().write(70, 60, FILLER[:30]).write(70, 80, FILLER)
    paper.row(100, 22, [70, 220, 520], ["行政复议", "行政诉讼"])
    paper.row(122, 22, [70, 220, 370, 520], ["", "未经复议直接起诉", "复议后起诉"])
    paper.row(144, 40, EDGES, OUTCOMES * 3)
    *cells, last = figures.split()
    paper.row(184, 22, EDGES, cells)
    if told is not None:
        paper.canvas._code.append(f"/Span <</ActualText ({told})>> BDC")
    paper.write(EDGES[14] + 3, 198, last, 10)
    if told is not None:
        paper.canvas._code.append("EMC")
    return paper.pdf()


def applications_html(rows: dict[str, str], *, spans: dict[str, int] | None = None) -> bytes:
    """A page with Table 3; a row's label spans three columns, or as many as `spans` says."""
    table = form("2021").table("applications")
    heads = "".join(f"<td>{column.label}</td>" for column in table.blocks[0].columns)
    lines = [f'<tr><td colspan="3">申请人情况</td>{heads}</tr>']
    for row in table.rows():
        if not row.instead_of:
            cells = "".join(f"<td>{figure}</td>" for figure in rows.get(row.id, "0 0 0 0 0 0 0").split())
            lines.append(f'<tr><td colspan="{(spans or {}).get(row.id, 3)}">{row.label}</td>{cells}</tr>')
    return f"<html><body><p>{FILLER}</p><table>{''.join(lines)}</table></body></html>".encode()


def applications_docx(rows: dict[str, str], *, spans: dict[str, int] | None = None) -> bytes:
    """A Word file with Table 3; a row's label spans three columns, or as many as `spans` says."""
    table = form("2021").table("applications")
    lines = [[_cell("申请人情况", 3), *(_cell(column.label) for column in table.blocks[0].columns)]]
    for row in table.rows():
        if not row.instead_of:
            figures = rows.get(row.id, "0 0 0 0 0 0 0").split()
            lines.append([_cell(row.label, (spans or {}).get(row.id, 3)), *map(_cell, figures)])
    return _packed(lines)


def docx(*rows: Sequence[str], inside: str = "") -> bytes:
    """A Word file with one table of these cells, and other markup after it."""
    return _packed([[_cell(text) for text in row] for row in rows], inside)


def _packed(rows: Sequence[Sequence[str]], inside: str = "") -> bytes:
    table = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    text = f"<w:p><w:r><w:t>{FILLER}</w:t></w:r></w:p><w:tbl>{table}</w:tbl>{inside}"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", _HEAD + _TYPES)
        archive.writestr("_rels/.rels", _HEAD + _RELATIONS)
        archive.writestr("word/document.xml", f'{_HEAD}<w:document xmlns:w="{_SPACE}"><w:body>{text}</w:body></w:document>')
    return buffer.getvalue()


def _cell(text: str, span: int = 1) -> str:
    content = text if text.startswith("<w:") else f"<w:r><w:t>{text}</w:t></w:r>"
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p>{content}</w:p></w:tc>'


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
