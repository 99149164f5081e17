"""Word documents put together by hand, part by part."""

from collections.abc import Mapping

from gouji.document.docx import read_docx
from gouji.document.model import Document, Grid
from samples.render_docx import document, packed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MORE = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
)

_LINKS = (
    f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
)


def word(body: str, parts: Mapping[str, str] | None = None, main: str | None = None, properties: str = "") -> bytes:
    """A document of this body; `parts` are parts beside it by their kind (styles, numbering), `main` is the main part whole."""
    parts = parts or {}
    links = "".join(f'<Relationship Id="r{kind}" Type="{_R}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{_LINKS}</Relationships>',
            "docProps/core.xml": f'<coreProperties xmlns="{_PACKAGE}/metadata/core-properties">{properties}</coreProperties>',
            "word/document.xml": main or document(body).replace(f'xmlns:w="{W}" ', _MORE),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
            **{f"word/{kind}.xml": f'<w:{kind} xmlns:w="{W}">{content}</w:{kind}>' for kind, content in parts.items()},
        }
    )


def said(text: str, properties: str = "") -> str:
    """A run of this text."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def line(runs: str, properties: str = "") -> str:
    """A paragraph of these runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def cell(content: str, properties: str = "") -> str:
    """A cell; a content without markup is a paragraph of it."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if '<w:p' in content or '<w:tbl' in content else line(said(content))}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def read(body: str, parts: Mapping[str, str] | None = None) -> Document:
    return read_docx(word(body, parts), "report.docx")


def grid(body: str, parts: Mapping[str, str] | None = None) -> Grid:
    """The one grid of this body."""
    (found,) = read(body, parts).grids()
    return found
