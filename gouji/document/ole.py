"""What an OLE compound file holds, by its own directory: the format of Word, WPS and Excel before 2007."""

from collections.abc import Iterator, Mapping
from struct import unpack_from

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOC, XLS, PPT, LOCKED, UNKNOWN = "doc", "xls", "ppt", "password", "ole"
_MOST_SECTORS = 4_096  # of the directory; a document's has a few
_ENTRY = 128
_LAST = 0xFFFFFFFA
_ENCRYPTED_WORD = 0x0100  # fEncrypted of the FIB's flags ([MS-DOC] 2.5.2)
_FILEPASS = 0x2F  # [MS-XLS] 2.4.117: stands right after the workbook's first record


def ole_format(data: bytes) -> str:
    """doc, xls, ppt, password (one is needed), or ole where its directory names none of them."""
    streams = dict(_streams(data))
    if "EncryptedPackage" in streams:
        return LOCKED
    if "WordDocument" in streams:
        return LOCKED if _is_word_locked(data, streams) else DOC
    if "Workbook" in streams or "Book" in streams:
        return LOCKED if _is_workbook_locked(data, streams) else XLS
    return PPT if "PowerPoint Document" in streams else UNKNOWN


def _streams(data: bytes) -> Iterator[tuple[str, int]]:
    """The names in the directory, each with its first sector."""
    if len(data) < 512:
        return
    for sector in _chain(data, int(unpack_from("<I", data, 0x30)[0])):
        start = _offset(data, sector)
        for entry in range(start, min(start + _sector_size(data), len(data) - _ENTRY + 1), _ENTRY):
            length = int(unpack_from("<H", data, entry + 0x40)[0])
            if 2 <= length <= 64:
                name = data[entry : entry + length - 2].decode("utf-16-le", "replace")
                yield name, int(unpack_from("<I", data, entry + 0x74)[0])


def _chain(data: bytes, sector: int) -> Iterator[int]:
    """The sectors that follow each other from this one."""
    tables = [int(table) for table in unpack_from("<109I", data, 0x4C)]
    per_table = _sector_size(data) // 4
    for _ in range(_MOST_SECTORS):
        if sector > _LAST or _offset(data, sector) >= len(data):
            return
        yield sector
        table, place = divmod(sector, per_table)
        entry = _offset(data, tables[table]) + 4 * place if table < len(tables) else len(data)
        if entry + 4 > len(data):
            return
        sector = int(unpack_from("<I", data, entry)[0])


def _sector_size(data: bytes) -> int:
    shift = int(unpack_from("<H", data, 0x1E)[0])
    return 1 << shift if shift in (9, 12) else 512


def _offset(data: bytes, sector: int) -> int:
    return (sector + 1) * _sector_size(data)


def _is_word_locked(data: bytes, streams: Mapping[str, int]) -> bool:
    start = _offset(data, streams["WordDocument"])
    return start + 12 <= len(data) and bool(unpack_from("<H", data, start + 0x0A)[0] & _ENCRYPTED_WORD)


def _is_workbook_locked(data: bytes, streams: Mapping[str, int]) -> bool:
    start = _offset(data, streams.get("Workbook", streams.get("Book", 0)))
    if start + 8 > len(data):
        return False
    second = start + 4 + int(unpack_from("<H", data, start + 2)[0])
    return second + 2 <= len(data) and unpack_from("<H", data, second)[0] == _FILEPASS
