"""What a file is, by its first bytes and never by its name."""

import re

from gouji.document.decode import decode
from gouji.document.ole import MAGIC, ole_format
from gouji.document.packed import packed_format

PDF, HTML, MHT, TEXT, IMAGE, EMPTY, UNKNOWN = "pdf", "html", "mht", "text", "image", "empty", "unknown"
LOCKED, ZIP, BROKEN_ZIP, ARCHIVE, PHOTO, BOUND = "password", "zip", "broken-zip", "archive", "photo", "bound"
_PDF_WITHIN = 1024  # some makers write a few bytes before the header; PDFium reads them all the same
_MARKUP = re.compile(r"<\s*(?:!doctype\s+html|html|head|body|div|table|p|h[1-6]|span|meta|article|section|tr|td|br)\b", re.IGNORECASE)
# Markdown may hold <br> and <sup>; a rule under a table's header and no element of a page's frame tell it.
_MARKDOWN = re.compile(r"^[ ]{0,3}\|?[ ]{0,8}:?-{3,60}:?[ ]{0,8}\|", re.MULTILINE)
_FRAME = re.compile(r"<\s*(?:!doctype|html|head|body|meta|div|table|tr|td)\b", re.IGNORECASE)
# Markdown may hold whole tables of HTML; what stands round them tells it, blank lines between paragraphs and no other element.
_ISLAND = re.compile(r"<table\b(?:(?!</table).)*(?:</table\s*>|$)", re.IGNORECASE | re.DOTALL)
_PARAGRAPHS = re.compile(r"\S[ \t]*\r?\n[ \t]*\r?\n\s*\S")
_OTHER_MARKUP = re.compile(r"^\s*<\?xml(?!.{0,4000}<html)", re.IGNORECASE | re.DOTALL)
# A page saved in one file is a message of parts; its head names them before the first blank line.
_MESSAGE = re.compile(
    rb"(?:[A-Za-z][\w-]{0,40}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,20}){0,40}?Content-Type:\s*multipart/related", re.IGNORECASE
)
# What a document that is one XML file says of itself, in the tag or the namespace of its root. LibreOffice loses the tables of Word 2003's.
_FLAT = (
    (re.compile(r"\boffice:mimetype\s*=\s*[\"']application/vnd\.oasis\.opendocument\.text"), "fodt"),
    (re.compile(r"\boffice:mimetype\s*=\s*[\"']application/vnd\.oasis\.opendocument\.spreadsheet"), "fods"),
    (re.compile(r"http://schemas\.microsoft\.com/office/word/2003/wordml"), "wordml"),
    (re.compile(r"urn:schemas-microsoft-com:office:spreadsheet"), "excelml"),
)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", IMAGE),
    (b"\xff\xd8\xff", IMAGE),
    (b"GIF8", IMAGE),
    (b"II*\x00", IMAGE),
    (b"MM\x00*", IMAGE),
    (b"II+\x00", IMAGE),
    (b"MM\x00+", IMAGE),
    (b"RIFF", IMAGE),
    (b"BM", IMAGE),
    (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"\x00\x00\x00\x0cjP  ", PHOTO),
    (b"\x00\x00\x00\x0cJXL ", PHOTO),
)
# Pictures of telephones lie in the same boxes as films; the first names its brand.
_BRANDS = re.compile(rb".{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])", re.DOTALL)
_LOOKED_AT = 20_000
# Text has hardly any control characters; random bytes have about one in nine.
_MOST_CONTROLS = 0.01
_MOST_DAMAGED = 0.05


def format_of(data: bytes) -> str:
    """pdf, html, text, docx, doc, rtf, odt, xlsx, xls, zip … by content; empty or unknown; archive and photo for those never opened."""
    if not data.strip():
        return EMPTY
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return packed_format(data)
    if data.startswith(MAGIC):
        return ole_format(data)
    if _BRANDS.match(data):
        return PHOTO
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name if name != IMAGE or _is_image(data) else _texture(data)
    return MHT if _MESSAGE.match(data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf\r\n ")) else _texture(data)


def _is_image(data: bytes) -> bool:
    """Two letters alone prove nothing, a bitmap also states its own length; and RIFF holds sound and films too."""
    if data.startswith(b"BM"):
        return int.from_bytes(data[2:6], "little") == len(data)
    return not data.startswith(b"RIFF") or data[8:12] == b"WEBP"


def _texture(data: bytes) -> str:
    """HTML, text, or neither."""
    text = decode(data[:_LOOKED_AT])
    controls = sum(ord(sign) < 32 and sign not in "\t\n\r\f" for sign in text)
    if controls > _MOST_CONTROLS * len(text):
        return UNKNOWN
    if text.count("\ufffd") > _MOST_DAMAGED * len(text):
        return HTML if _FRAME.search(text) else UNKNOWN  # a page says itself that it was saved in the wrong encoding
    if _OTHER_MARKUP.search(text):
        return next((name for says, name in _FLAT if says.search(text)), "xml")
    if _MARKDOWN.search(text) and not _FRAME.search(text):
        return TEXT
    around = _ISLAND.sub("", text)
    if not _MARKUP.search(around) and _PARAGRAPHS.search(around):
        return TEXT
    return HTML if _MARKUP.search(text) else TEXT
