"""The letters of a PDF's pages as pdfminer.six decodes them, apart from PDFium and from every rule drawn on the page."""

import io
import logging
import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import stream_value
from pdfminer.psexceptions import PSException
from pdfminer.utils import Matrix

from gouji.second.content import operations

# pdfminer is a hundred times slower than PDFium: a page that would keep it for seconds is not read a second time.
_MOST_LETTERS = 20_000
_MOST_BYTES = 2**20
_NOT_PAINTED = (3, 7)
# A file may break pdfminer anywhere in its own code; such a file is read one way.
_BROKEN = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, AssertionError, RecursionError, OSError)
_UNTOLD = "\ufffd"


class TooMuch(Exception):
    """The page holds more than is read a second time."""


class Letter(NamedTuple):
    """One letter in reading direction: its left and right, its baseline counted downwards, its size."""

    text: str
    x0: float
    x1: float
    base: float
    size: float


class _Drawn(NamedTuple):
    text: str
    origin: tuple[float, float]
    along: tuple[float, float]
    size: float


def pages_of(data: bytes, numbers: Collection[int]) -> Iterator[list[Letter]]:
    """The letters of each of these pages (from 1); of none where pdfminer cannot read the file."""
    resources = PDFResourceManager()
    with _in_silence(), suppress(PSException, TooMuch, *_BROKEN):
        for page in PDFPage.get_pages(io.BytesIO(data), pagenos={number - 1 for number in numbers}):
            yield _upright(_drawn(page, resources))


@contextmanager
def _in_silence() -> Iterator[None]:
    """Without pdfminer's hundreds of warnings on a single file; whoever runs us reads standard error."""
    log = logging.getLogger("pdfminer")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def _drawn(page: PDFPage, resources: PDFResourceManager) -> list[_Drawn]:
    pen = _Pen(resources)
    _Interpreter(resources, pen).process_page(page)
    return list({(d.text, round(d.origin[0]), round(d.origin[1])): d for d in pen.drawn}.values())  # drawn twice is bold


class _Interpreter(PDFPageInterpreter):
    """Follows a page and the forms in it, as long as they are not too much."""

    device: "_Pen"

    def execute(self, streams: Sequence[object]) -> None:
        parts = [stream_value(stream) for stream in streams]
        contents = [part.get_data() for part in parts]
        self.device.take(sum(map(len, contents)))
        found = operations(b"\n".join(contents))
        if found is None:
            super().execute(streams)
            return
        self.stream_ids = {part.objid for part in parts if part.objid is not None}
        if self.stream_ids & self.parent_stream_ids:  # a form that calls itself
            return
        for method, operands in found:
            getattr(self, method)(*operands)


class _Pen(PDFTextDevice):
    """Notes every letter that is painted; lines, fills and images are passed over."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.drawn: list[_Drawn] = []
        self._bytes = 0

    def take(self, count: int) -> None:
        """So many more bytes are to be followed."""
        self._bytes += count
        if self._bytes > _MOST_BYTES:
            raise TooMuch

    def render_string(self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState) -> None:
        before = len(self.drawn)
        super().render_string(textstate, seq, ncs, graphicstate)
        if textstate.render in _NOT_PAINTED:
            del self.drawn[before:]

    def render_char(
        self, matrix: Matrix, font: PDFFont, fontsize: float, scaling: float, rise: float, cid: int,
        ncs: PDFColorSpace, graphicstate: PDFGraphicState,
    ) -> float:  # fmt: skip
        if len(self.drawn) >= _MOST_LETTERS:
            raise TooMuch
        width = font.char_width(cid) * fontsize * scaling
        a, b, c, d, e, f = matrix
        text = _text(font, cid)
        if text.strip():
            self.drawn.append(_Drawn(text, (e + rise * c, f + rise * d), (a * width, b * width), fontsize * math.hypot(c, d)))
        return width


def _text(font: PDFFont, cid: int) -> str:
    try:
        return font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return _UNTOLD


def _upright(drawn: Sequence[_Drawn]) -> list[Letter]:
    """The letters turned so that most of them run from left to right; those that run otherwise are left out."""
    angles = Counter(_quarter(d.along) for d in drawn)
    if not angles:
        return []
    most = angles.most_common(1)[0][0]
    return [_letter(d, most) for d in drawn if _quarter(d.along) == most]


def _quarter(along: tuple[float, float]) -> int:
    return round(math.degrees(math.atan2(along[1], along[0])) / 90) % 4


def _letter(drawn: _Drawn, quarters: int) -> Letter:
    x, y = drawn.origin
    for _ in range(quarters):
        x, y = y, -x
    return Letter(drawn.text, x, x + math.hypot(*drawn.along), -y, drawn.size)
