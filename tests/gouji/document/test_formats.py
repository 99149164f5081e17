"""Files are told by their bytes; what cannot be read yet is named."""

import io
import random
import zipfile
from struct import pack

import pytest

from gouji.document import read
from gouji.document.decode import decode
from gouji.document.formats import format_of
from gouji.document.ole import MAGIC
from gouji.errors import UnreadableDocument


def container(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def ole(*names: str, first_sector: bytes = b"") -> bytes:
    """An OLE file whose directory has these streams; the first of them begins with these bytes."""
    entries = [
        name.encode("utf-16-le").ljust(64, b"\0") + pack("<H", 2 * len(name) + 2) + bytes(50) + pack("<I", 2) + bytes(8) for name in names
    ]
    header = MAGIC + bytes(22) + pack("<H", 9) + bytes(16) + pack("<I", 0) + bytes(24) + pack("<109I", 1, *([0xFFFFFFFF] * 108))
    table = pack("<128I", 0xFFFFFFFE, *([0xFFFFFFFF] * 127))
    return header + b"".join(entries).ljust(512, b"\0") + table + first_sector.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (container("[Content_Types].xml", "word/document.xml"), "docx"),
        (container("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (container("[Content_Types].xml", "xl/workbook.bin"), "xlsb"),
        (container("word/报告.pdf"), "zip"),
        (container("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        (container("mimetype"), "zip"),
        (container("report.pdf"), "zip"),
        (b"PK\x03\x04 and no more", "broken-zip"),
        (ole("Root Entry", "WordDocument"), "doc"),
        (ole("WordDocument", first_sector=bytes(10) + b"\x00\x01"), "password"),
        (ole("Root Entry", "Workbook"), "xls"),
        (ole("Book"), "xls"),
        (ole("Workbook", first_sector=b"\x09\x08\x04\x00" + bytes(4) + b"\x2f\x00"), "password"),
        (ole("EncryptionInfo", "EncryptedPackage"), "password"),
        (ole("PowerPoint Document"), "ppt"),
        (ole("CONTENTS"), "ole"),
        (MAGIC + bytes(512), "ole"),
        (MAGIC, "ole"),
        (b"{\\rtf1 x}", "rtf"),
        (b"Rar!\x1a\x07", "archive"),
        (b"\0\0\0\x18ftypheic" + bytes(40), "photo"),
        (b"\0\0\0\x1cftypavif" + bytes(40), "photo"),
        (b"\0\0\0\x0cjP  \r\n" + bytes(40), "photo"),
        (b"\0\0\0\x18ftypmp42" + bytes(40), "unknown"),  # a film
        (b'<?xml version="1.0"?><figures><a>1</a></figures>', "xml"),
    ],
)
def test_a_file_is_told_by_its_content(data: bytes, format_: str) -> None:
    assert format_of(data) == format_


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (container("OFD.xml"), "OFD"),
        (container("[Content_Types].xml", "xl/workbook.bin"), "XLSB"),
        (container("report.pdf"), "ZIP"),
        (b"PK\x03\x04 and no more", "不完整"),
        (ole("EncryptionInfo", "EncryptedPackage"), "密码"),
        (ole("PowerPoint Document"), "PPT"),
        (b"7z\xbc\xaf\x27\x1c", "RAR、7z"),
        (b'<?xml version="1.0"?><figures><a>1</a></figures>', "XML"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>', "Word 2003"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "XLSX"),
    ],
)
def test_a_format_that_is_not_read_is_named_with_what_to_hand_in_instead(data: bytes, named: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(data, "report.pdf")
    assert named in caught.value.words.zh
    assert "请" in caught.value.words.zh


def test_random_bytes_are_no_document() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(random.Random(7).randbytes(5000), "report.html")
    assert "不是文档" in caught.value.words.zh


@pytest.mark.parametrize("data", [b"", b" \r\n\t "])
def test_nothing_is_called_empty(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(data, "report.txt")
    assert "空" in caught.value.words.zh


def test_text_and_pages_find_their_reader() -> None:
    assert read("# 某局2023年政府信息公开工作年度报告\n".encode(), "a.pdf").format == "text"
    assert read("<p>某局2023年政府信息公开工作年度报告</p>".encode(), "a.txt").format == "html"


@pytest.mark.parametrize(
    "data",
    [
        "年度〇".encode(),
        "年度〇".encode("utf-8-sig"),
        "年度〇".encode("gb18030"),
        "年度〇".encode("utf-16"),
        "<p>信息公开\r\n一、二、　三　年度〇".encode("utf-16-le"),
        "<p>信息公开\r\n一、二、　三　年度〇".encode("utf-16-be"),
        b'<meta charset="gb2312">' + "年度〇".encode(),
        b'<meta charset="utf-8">' + "年度〇".encode("gb18030"),
    ],
)
def test_bytes_are_believed_and_not_their_declaration(data: bytes) -> None:
    assert decode(data).endswith("年度〇")


def test_big5_is_tried_where_a_page_declares_it() -> None:
    assert decode(b'<meta charset="big5">' + "年度報告".encode("big5")).endswith("年度報告")


def test_a_bad_byte_costs_one_sign_and_not_the_page() -> None:
    assert decode("本年新收申请".encode() + b"\xff" + "十二件".encode()) == "本年新收申请\ufffd十二件"


def test_big5_is_known_by_its_words_where_nothing_declares_it() -> None:
    assert decode("青禾縣政府資訊公開工作年度報告".encode("big5")) == "青禾縣政府資訊公開工作年度報告"


@pytest.mark.parametrize("bad", [b"", b"\xe4", b"\xe4\xb8", b"\x80", b"\xff"])
def test_utf8_with_a_bad_byte_does_not_become_another_encoding(bad: bytes) -> None:
    text = "本年新收政府信息公开申请十二件" * 3
    assert decode(text.encode() + bad + text.encode()).replace("\ufffd", "") == text * 2


def test_a_text_cut_within_a_sign_loses_that_sign_only() -> None:
    assert decode("本年新收政府信息公开申请十二件".encode()[:-1]) == "本年新收政府信息公开申请十二\ufffd"


def test_markdown_with_a_break_in_it_is_text() -> None:
    assert read("| 甲<br>乙 | 1 |\n|---|---|\n| 丙 | 2 |\n".encode(), "a.md").format == "text"
