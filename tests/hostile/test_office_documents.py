"""Word documents, workbooks and what LibreOffice reads, made to do harm."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from gouji.document.ole import MAGIC
from samples import render, sound
from tests.gouji.document.word import W, cell, line, row, said, table, word
from tests.gouji.document.workbooks import saved
from tests.hostile.harness import listening, read_hostile
from tests.office import needs_libreoffice

SOUND = sound(year=2024, size="small", seed=2)
DOCX = render(SOUND, "docx")
BODY = f'<w:document xmlns:w="{W}"><w:body>{{}}</w:body></w:document>'
ENTITIES = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))


def doctype(entities: str, text: str) -> bytes:
    main = f"<?xml version='1.0'?><!DOCTYPE d [<!ENTITY e0 'x'>{entities}]>" + BODY.format(line(said(text)))
    return word("", main=main)


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DOCX)) as sound_one, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sound_one.namelist():
            archive.writestr(name, b" " * (300 << 20) if name == "word/document.xml" else sound_one.read(name))
    return out.getvalue()


def without(part: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DOCX)) as sound_one, zipfile.ZipFile(out, "w") as archive:
        for name in sound_one.namelist():
            if name != part:
                archive.writestr(name, sound_one.read(name))
    return out.getvalue()


def book(sheet: str) -> bytes:
    """A workbook of one sheet with this content."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(openpyxl.Workbook()))) as plain, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in plain.namelist():
            archive.writestr(name, _sheet(sheet) if name == "xl/worksheets/sheet1.xml" else plain.read(name))
    return out.getvalue()


def _sheet(content: str) -> str:
    return f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{content}</worksheet>'


def crowded() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(12_000):
            archive.writestr(f"word/{number}", "")
    return out.getvalue()


def corners(reference: str) -> bytes:
    cells = "".join(
        f'<row r="{row_}"><c r="{name}" t="inlineStr"><is><t>角</t></is></c></row>' for row_, name in ((1, "A1"), (1048576, "XFD1048576"))
    )
    return book(f'<sheetData>{cells}</sheetData><mergeCells><mergeCell ref="{reference}"/></mergeCells>')


REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "300 MB unpacked": (bomb, "report.docx", "300 MB"),
    "entities in entities": (lambda: doctype(ENTITIES, "&e9;"), "report.docx", "DOCTYPE"),
    "a file drawn in": (lambda: doctype("<!ENTITY e SYSTEM 'file:///etc/passwd'>", "&e;"), "report.docx", "DOCTYPE"),
    "a span of a hundred million": (lambda: word(table(row(cell("1", "<w:gridSpan w:val='100000000'/>"), cell("2")))), "report.docx", "表格"),
    "five million runs": (lambda: word("<w:p>" + "<w:r/>" * 5_000_000 + "</w:p>"), "report.docx", "XML元素"),
    "deep nesting": (lambda: word("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000), "report.docx", "嵌套过深"),
    "cut off": (lambda: DOCX[: len(DOCX) // 2], "report.docx", "不完整"),
    "no document in it": (lambda: without("word/document.xml"), "report.docx", "不完整"),
    "12,000 parts": (crowded, "report.docx", "不完整"),
    "cells without end": (lambda: book("<sheetData><row>" + "<c/>" * 150_000 + "</row></sheetData>"), "report.xlsx", "表格"),
    "an OLE file without a directory": (lambda: MAGIC + bytes(100_000), "report.doc", "内容不明"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "name", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_document_made_to_do_harm_is_refused_in_one_sentence(make: Callable[[], bytes], name: str, sentence: str) -> None:
    read_hostile(make(), name).refused(sentence)


def test_a_sheet_merged_from_corner_to_corner_is_read() -> None:
    read_hostile(corners("A1:XFD1048576"), "report.xlsx").was_read()


def test_tables_in_tables_as_deep_as_xml_may_go_are_walked_through() -> None:
    nested = ""
    for _ in range(60):
        nested = table(row(cell("外"), cell(nested + line(said("内")))))
    read_hostile(word(nested), "report.docx").was_read()


@pytest.mark.parametrize(("form", "name"), [("docx", "report.doc"), ("html", "report.docx")])
def test_a_wrong_name_is_no_matter(form: str, name: str) -> None:
    assert read_hostile(render(SOUND, form), name).was_read().readable


def external(url: str) -> bytes:
    """A document whose picture, object, template and page lie on a server."""
    links = "".join(
        f'<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{url}/{kind}" TargetMode="External"/>'
        for number, kind in enumerate(("image", "oleObject", "attachedTemplate", "aFChunk", "styles", "numbering"), start=2)
    )
    shown = line(said("正文") + "<w:r><w:object/></w:r>") + "<w:altChunk r:id='rId5'/>"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(shown))) as plain, zipfile.ZipFile(out, "w") as archive:
        for name in plain.namelist():
            content = plain.read(name).decode()
            archive.writestr(name, content.replace("</Relationships>", links + "</Relationships>") if name.endswith(".rels") else content)
    return out.getvalue()


def rtf(url: str) -> bytes:
    """RTF with a template, a picture, a text and an object on a server."""
    fields = {"INCLUDEPICTURE": "p.png", "INCLUDETEXT": "t.docx", "LINK Excel.Sheet.8": "o.xls"}
    linked = "".join(f'\\par{{\\field{{\\*\\fldinst {name} "{url}/{file}" \\\\a}}{{\\fldrslt x}}}}' for name, file in fields.items())
    return f"{{\\rtf1\\ansi{{\\*\\template {url}/t.dotx}}\\pard text{linked}}}".encode()


_MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)


def odt(url: str, section_says: str = "节") -> bytes:
    """OpenDocument text with a picture, a section, an object and a frame on a server."""
    names = {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible"}
    spaces = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in names.items())
    frames = "".join(
        f'<text:p>正文<draw:frame text:anchor-type="as-char" svg:width="3cm" svg:height="3cm"><draw:{kind} xlink:href="{url}/{kind}"/></draw:frame></text:p>'
        for kind in ("image", "object", "floating-frame")
    )
    section = (
        f'<text:section text:name="s"><text:section-source xlink:href="{url}/section.odt"/><text:p>{section_says}</text:p></text:section>'
    )
    content = (
        f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        f"<office:body><office:text>{frames}{section}</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (external, "report.docx"),
        pytest.param(rtf, "report.rtf", marks=needs_libreoffice),
        pytest.param(odt, "report.odt", marks=needs_libreoffice),
    ],
)
def test_what_lies_on_a_server_is_not_asked_for(make: Callable[[str], bytes], name: str) -> None:
    with listening() as server:
        read_hostile(make(server.url), name).was_read()
    assert server.heard == []


@needs_libreoffice
def test_a_word_document_of_random_bytes_is_refused() -> None:
    streams = "WordDocument".encode("utf-16-le").ljust(64, b"\0") + b"\x1a\x00" + bytes(62)
    header = MAGIC + bytes(22) + b"\x09\x00" + bytes(16) + b"\x00\x00\x00\x00" + bytes(24) + b"\xff" * 436
    read_hostile(header + streams.ljust(512, b"\0") + bytes(range(256)) * 100, "report.doc").refused("LibreOffice无法打开")


@needs_libreoffice
def test_what_lies_in_another_file_is_not_drawn_in(tmp_path: Path) -> None:
    (tmp_path / "section.odt").write_bytes(odt("http://127.0.0.1:9", "secret"))
    report = read_hostile(odt(tmp_path.as_uri()), "report.odt").was_read()
    assert [paragraph.text for paragraph in report.narrative()] == ["正文", "正文", "正文", "节"]
