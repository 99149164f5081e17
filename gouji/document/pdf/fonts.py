"""Which fonts PDFium takes for text whose own fonts are not in the file.

For reading it is a font of blocks. What a viewer would take depends on the viewer's machine, so no ink is truer than another; the same
bytes are read the same on every machine, one without Chinese fonts too; and PDFium, which loads such a font anew for each document,
need not load 26 MB. For drawing pages it is the machine's own fonts, as ever.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import addressof, byref, create_string_buffer, memmove
from functools import cache
from typing import Any

import pypdfium2.raw as pdfium

from gouji.document.pdf.blocks import font_of_blocks

# Which fonts of a machine have Chinese PDFium asks by their code pages.
_EAST_ASIAN = frozenset(
    (
        pdfium.FXFONT_GB2312_CHARSET, pdfium.FXFONT_CHINESEBIG5_CHARSET, pdfium.FXFONT_SHIFTJIS_CHARSET, pdfium.FXFONT_HANGEUL_CHARSET,
    )
)  # fmt: skip
_WHOLE = 0  # the name of no table: the file
_NAME = b"Blocks\0"


@contextmanager
def blocks_for_missing_fonts() -> Iterator[None]:
    """Within, documents that are opened and closed get blocks for the East Asian fonts they lack, and PDFium's own for others."""
    fonts = _fonts()
    fonts.reading = True
    try:
        yield
    finally:
        fonts.reading = False


@cache
def _fonts() -> "_Fonts":
    """Installed once: PDFium looks for the machine's fonts but once in its life."""
    return _Fonts()


class _Fonts:
    """Answers PDFium's questions itself while `reading`, and hands them to the machine's fonts else."""

    def __init__(self) -> None:
        self.reading = False
        self._machine: Any = pdfium.FPDF_GetDefaultSystemFontInfo()
        self._mapper: Any = None  # until the machine's fonts have been looked for
        self._font = create_string_buffer(font_of_blocks())
        self._own = addressof(self._font)
        self._info = pdfium.FPDF_SYSFONTINFO(version=1)
        answers: dict[str, Callable[..., Any]] = {
            "EnumFonts": self._look, "MapFont": self._map, "GetFont": self._named, "GetFontData": self._data,
            "GetFaceName": self._name, "GetFontCharset": self._charset, "DeleteFont": self._close,
        }  # fmt: skip
        kinds = dict(pdfium.FPDF_SYSFONTINFO._fields_)
        for name, given in answers.items():
            setattr(self._info, name, kinds[name](given))
        pdfium.FPDF_SetSystemFontInfo(byref(self._info))

    def _look(self, _this: Any, mapper: Any) -> None:
        self._mapper = mapper
        if not self.reading:
            self._look_now()

    def _look_now(self) -> None:
        if self._mapper is not None:
            mapper, self._mapper = self._mapper, None
            self._machine.contents.EnumFonts(self._machine, mapper)

    def _map(self, _this: Any, weight: int, italic: int, charset: int, pitch: int, face: Any, exact: Any) -> Any:
        if self.reading:
            return self._own if charset in _EAST_ASIAN else None
        self._look_now()
        return self._machine.contents.MapFont(self._machine, weight, italic, charset, pitch, face, exact)

    def _named(self, _this: Any, face: Any) -> Any:
        if self.reading:
            return None
        self._look_now()
        return self._machine.contents.GetFont(self._machine, face)

    def _data(self, _this: Any, font: Any, table: int, buffer: Any, size: int) -> int:
        if font != self._own:
            found: int = self._machine.contents.GetFontData(self._machine, font, table, buffer, size)
            return found
        length = len(self._font) if table == _WHOLE else 0
        if buffer and length <= size:
            memmove(buffer, self._font, length)
        return length

    def _name(self, _this: Any, font: Any, buffer: Any, size: int) -> int:
        if font != self._own:
            found: int = self._machine.contents.GetFaceName(self._machine, font, buffer, size)
            return found
        if buffer and len(_NAME) <= size:
            memmove(buffer, _NAME, len(_NAME))
        return len(_NAME)

    def _charset(self, _this: Any, font: Any) -> int:
        if font != self._own:
            found: int = self._machine.contents.GetFontCharset(self._machine, font)
            return found
        return int(pdfium.FXFONT_GB2312_CHARSET)

    def _close(self, _this: Any, font: Any) -> None:
        if font != self._own:
            self._machine.contents.DeleteFont(self._machine, font)
