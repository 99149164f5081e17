"""A sample as a Word document, its parts written as Word and WPS write them: tables on one grid, merges by gridSpan and vMerge."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from html import escape

from samples.grids import GridCell, SampleGrid, grid
from samples.picture import grey_picture
from samples.sample import Part, Sample

_WIDTH = 9_000  # of a table, in twentieths of a point
_DAY = (1980, 1, 1, 0, 0, 0)  # the oldest that a ZIP file knows, so that the same sample gives the same bytes
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def render_docx(sample: Sample) -> bytes:
    """The report as a DOCX."""
    return packed(_parts(sample))


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts in one ZIP file, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def _parts(sample: Sample) -> Mapping[str, str | bytes]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": document("".join(_body(sample))),
        "word/styles.xml": _styles(),
        "word/_rels/document.xml.rels": _relations({"rId1": ("styles", "styles.xml"), "rId2": ("image", "media/image1.png")}),
        "word/media/image1.png": grey_picture(),
    }


def document(body: str) -> str:
    """The main part around these paragraphs and tables."""
    names = (
        f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    )
    margins = " ".join(f'w:{side}="1440"' for side in ("top", "right", "bottom", "left"))
    page = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar {margins} w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
    return f"{_HEAD}<w:document {names}><w:body>{body}{page}</w:body></w:document>"


def _body(sample: Sample) -> Iterator[str]:
    yield paragraph(sample.layout.heading or sample.title, align="center", size=36)
    yield from (paragraph(text, indent=True) for text in sample.preamble)
    for part in sample.parts:
        yield from _part(sample, part)
    if sample.signature:
        yield paragraph(sample.signature, align="right")
    if day := sample.signed_on:
        yield paragraph(f"{day.year}年{day.month}月{day.day}日", align="right")


def _part(sample: Sample, part: Part) -> Iterator[str]:
    yield paragraph(part.heading, style="2", indent=True)
    yield from (paragraph(text, indent=True) for text in part.paragraphs)
    if part.table in sample.layout.pictures:
        yield _picture()
    elif part.table and (shown := grid(sample, part.table)):
        yield _table(sample, shown)
        yield paragraph("")


def paragraph(text: str, align: str = "", style: str = "", size: int = 0, indent: bool = False) -> str:
    """A paragraph of one run."""
    properties = [
        f'<w:pStyle w:val="{style}"/>' if style else "",
        '<w:ind w:firstLineChars="200" w:firstLine="480"/>' if indent else "",
        f'<w:jc w:val="{align}"/>' if align else "",
    ]
    shape = f'<w:rPr><w:sz w:val="{size}"/></w:rPr>' if size else ""
    return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{run(text, shape)}</w:p>"


def run(text: str, shape: str = "") -> str:
    """The text as one run, broken at its line ends."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{shape}{lines}</w:r>" if text else ""


def _table(sample: Sample, shown: SampleGrid) -> str:
    column = _WIDTH // shown.columns
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = f'<w:gridCol w:w="{column}"/>' * shown.columns
    rows = "".join(_row(sample, shown, number, column) for number in range(shown.rows))
    head = f'<w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{head}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _row(sample: Sample, shown: SampleGrid, number: int, width: int) -> str:
    """The row's own cells, and one that goes on from above for each merged down into it."""
    crossing = [cell for cell in shown.cells if cell.row <= number < cell.row + cell.rowspan]
    cells = sorted(crossing, key=lambda cell: cell.column)
    return f"<w:tr>{''.join(_cell(sample, shown, cell, width, begins=cell.row == number) for cell in cells)}</w:tr>"


def _cell(sample: Sample, shown: SampleGrid, cell: GridCell, width: int, *, begins: bool) -> str:
    across = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    down = ('<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>") if cell.rowspan > 1 else ""
    properties = f'<w:tcPr><w:tcW w:w="{width * cell.colspan}" w:type="dxa"/>{across}{down}<w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{properties}{paragraph(_text(sample, shown, cell) if begins else '', align='center')}</w:tc>"


def _text(sample: Sample, shown: SampleGrid, cell: GridCell) -> str:
    if sample.layout.stacked and shown.table == "proceedings" and cell.figure is None and cell.row + cell.rowspan == 3:
        return "\n".join(cell.text)
    return cell.text


def _picture() -> str:
    """An image as wide as the text, where a table should stand."""
    size = 'cx="5270000" cy="1980000"'
    shown = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="image1.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic>"
    )
    graphic = (
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">{shown}</a:graphicData></a:graphic>'
    )
    inline = f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr id="1" name="1"/>{graphic}</wp:inline>'
    return f"<w:p><w:r><w:drawing>{inline}</w:drawing></w:r></w:p>"


def _styles() -> str:
    usual = '<w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="24"/></w:rPr>'
    heading = '<w:name w:val="heading 1"/><w:basedOn w:val="1"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>'
    return (
        f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault>{usual}</w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="2">{heading}</w:style></w:styles>'
    )


def _content_types() -> str:
    kinds = {"/word/document.xml": "document.main", "/word/styles.xml": "styles"}
    parts = "".join(f'<Override PartName="{name}" ContentType="{_MAIN}.{kind}+xml"/>' for name, kind in kinds.items())
    usual = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    )
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{usual}{parts}</Types>'


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    links = "".join(f'<Relationship Id="{id_}" Type="{_R}/{kind}" Target="{target}"/>' for id_, (kind, target) in targets.items())
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
