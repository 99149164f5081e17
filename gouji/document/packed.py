"""What a ZIP container is, by the parts in it."""

import io
import zipfile

from gouji.document.bound.binding import KIND
from gouji.document.container import BROKEN, open_zip
from gouji.errors import UnreadableDocument

ZIP, BROKEN_ZIP, BOUND = "zip", "broken-zip", "bound"
_TYPES = "[content_types].xml"
# The folder or part that tells one Office format from the others.
_OFFICE = (("word/", "docx"), ("xl/workbook.bin", "xlsb"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_OPEN_DOCUMENT = (("text", "odt"), ("spreadsheet", "ods"), ("presentation", "odp"))
_LONGEST_TYPE = 200


def packed_format(data: bytes) -> str:
    """docx, xlsx, xlsb, pptx, odt, ods, odp, ofd, bound, zip; broken-zip where the list of its parts cannot be read."""
    try:
        with open_zip(io.BytesIO(data)) as archive:
            names = [name.replace("\\", "/").lower() for name in archive.namelist()]
            kind = _declared(archive) if "mimetype" in names else ""
    except (*BROKEN, RuntimeError, UnreadableDocument):
        return BROKEN_ZIP
    if "ofd.xml" in names:
        return "ofd"
    if kind == KIND:
        return BOUND
    if "opendocument" in kind:
        return next((name for word, name in _OPEN_DOCUMENT if word in kind), ZIP)
    if _TYPES in names:
        return next((name for part, name in _OFFICE if any(entry.startswith(part) for entry in names)), ZIP)
    return ZIP


def _declared(archive: zipfile.ZipFile) -> str:
    """The type that an OpenDocument file declares, or pictures that were bound together."""
    with archive.open("mimetype") as part:
        return part.read(_LONGEST_TYPE).decode("ascii", "replace")
