"""The text of ruled cells, each read on its own, with what gives reason to doubt it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from gouji.document import doubts
from gouji.document.pdf.frame import Box
from gouji.document.pdf.slices import MOST_PADDING, SIDE_OF_INK
from gouji.document.scan import engine
from gouji.document.scan.intact import is_intact
from gouji.document.scan.leaf import Leaf
from gouji.document.scan.level import stand_level
from gouji.document.scan.ones import ones_in, usual_beside
from gouji.document.scan.piece import Piece
from gouji.document.scan.pixels import Pixels
from gouji.document.scan.slashes import of_type
from gouji.document.scan.strokes import (
    Strokes,
    apart,
    is_flat,
    is_shaded,
    is_slash,
    rows_of,
    signs_seen,
    strokes_of,
    width_of,
    without_shading,
)
from gouji.document.scan.wrapped import is_wrapped, single_rows

SURE = 0.97
LOWEST_DPI = 147.0  # 150, as scanners and their software round it
UNREAD = "\ufffd"
_INSET = 0.4  # points
_MARGIN = 2.2  # points of white around a line of print, as the reader was trained
_LOWEST = 9.0  # points: lower print (a dash alone) is read as it stands on a line of this height
_LOWEST_ROW = 7.0  # points: in what a page's end leaves of a row no print has room, but what shines through from the back
_APART = 1.1  # of the line's height: farther apart stand two figures between which a rule is missing
_STAMP = 1.5  # square points of coloured ink
_PLAIN = re.compile(r"[+-]?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?")
_FLAT = ("一", "ー", "_", "~")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_FEWEST_WORDS = 4  # signs of a label; 无 or 万元 beside a figure is none


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in a cell. `confidence` is None where nothing is printed."""

    text: str
    doubts: tuple[str, ...]
    confidence: float | None


def read_cells(leaf: Leaf, clean: Pixels, boxes: Sequence[Box]) -> list[CellText]:
    """The texts of these cells, in points of the leaf; `clean` is its print without the rules."""
    regions = [_region(leaf, box) for box in boxes]
    strokes = [_strokes(leaf, clean, region) for region in regions]
    pieces = [list(_pieces(part, leaf.scale)) for part in strokes]
    lines = [piece.strokes.pixels for several in pieces for piece in several]
    found = engine.read_lines(lines)
    usual = usual_beside(one for line, read in zip(lines, found, strict=True) for one in ones_in(line, read.text))
    rest = iter(found)
    prints = [[next(rest) for _ in several] for several in pieces]
    spare = max(MOST_PADDING + SIDE_OF_INK, _least_white(strokes, leaf.scale))
    slashes, single = of_type(list(zip(pieces, prints, strict=True))), single_rows(boxes, pieces, leaf.scale)
    return [
        _read(leaf, clean, region, part, several, own, spare, usual, is_one_row=one_row, is_slash_type=slash)
        for region, part, several, own, one_row, slash in zip(regions, strokes, pieces, prints, single, slashes, strict=True)
    ]


def _strokes(leaf: Leaf, clean: Pixels, region: tuple[slice, slice]) -> Strokes:
    found = strokes_of(without_shading(clean[region]), leaf.scale)
    near = found.touching and is_intact(leaf.print, clean, region, found.ink, leaf.scale)
    return replace(found, touching=False) if near else found


def _least_white(strokes: Iterable[Strokes], scale: float) -> float:
    """What the fullest line of the page leaves of its cell's width: no cell has more padding."""
    written = (part.ink for part in strokes if not part.is_blank)
    return min((ink.shape[1] - width_of(ink) for ink in written), default=0) / scale


def _region(leaf: Leaf, box: Box) -> tuple[slice, slice]:
    x0, top, x1, bottom = box
    inset, scale = _INSET, leaf.scale
    rows = slice(max(round((top + inset) * scale), 0), max(round((bottom - inset) * scale), 1))
    return rows, slice(max(round((x0 + inset) * scale), 0), max(round((x1 - inset) * scale), 1))


def _pieces(strokes: Strokes, scale: float) -> Iterator[Piece]:
    for line, (top, bottom) in enumerate(rows_of(strokes.ink, scale)):
        row = strokes.ink[top:bottom]
        height = max(bottom - top, 0.6 * _LOWEST * scale)
        for left, right in apart(row, _APART * height):
            own = row[:, left:right]
            picture = framed(strokes.pixels, (left, top, right, bottom), scale)
            yield Piece(line, top, Strokes(picture, own, strokes.touching))


def framed(page: Pixels, box: tuple[int, int, int, int], scale: float) -> Pixels:
    """This part of a page with white around it; signs that are lower than a line stand in the middle of one."""
    left, top, right, bottom = box
    margin = round(_MARGIN * scale)
    above = max(margin, round((_LOWEST * scale - (bottom - top)) / 2) + margin // 2)
    height, width = page.shape
    soft = 2  # the edges of the signs lie outside of their ink
    top, bottom, left, right = max(top - soft, 0), min(bottom + soft, height), max(left - soft, 0), min(right + soft, width)
    return cv2.copyMakeBorder(page[top:bottom, left:right], above, above, margin, margin, cv2.BORDER_CONSTANT, value=255)


def _read(
    leaf: Leaf,
    clean: Pixels,
    region: tuple[slice, slice],
    strokes: Strokes,
    pieces: Sequence[Piece],
    prints: Sequence[engine.Print],
    spare: float,
    usual: float | None,
    *,
    is_one_row: bool,
    is_slash_type: bool,
) -> CellText:
    stamp = (doubts.STAMP,) if np.count_nonzero(leaf.coloured[region]) > _STAMP * leaf.scale**2 else ()
    hidden = (doubts.OCR,) if leaf.hidden[region].any() else ()
    if strokes.is_blank:
        return _without_ink(leaf, clean[region], stamp, hidden)
    text = _text(pieces, prints)
    if not text.strip():
        return CellText(UNREAD, doubts.joined((doubts.UNREADABLE,), stamp), 0.0)
    confidence = 1.0 if is_slash_type else min(found.confidence for found in prints)
    rough = (doubts.LOW_RESOLUTION,) if leaf.dpi < LOWEST_DPI else ()
    sure = is_slash_type or (confidence >= SURE and not _is_odd(text, strokes, pieces, prints, usual))  # the shape says what it is
    poor = hidden if sure else (doubts.OCR,)
    if is_wrapped(pieces, prints, clean[region].shape[1] / leaf.scale - spare, leaf.scale):
        text = text.replace("\n", "")
        plain = is_one_row and confidence >= SURE and not _is_odd(text, strokes, pieces, prints, usual)
        poor = hidden if plain else (doubts.OCR,)
    return CellText(text, doubts.joined(poor, stamp, rough, doubts.doubts_of(text)), confidence)


def _without_ink(leaf: Leaf, region: Pixels, stamp: tuple[str, ...], hidden: tuple[str, ...]) -> CellText:
    """A blank, unless ink is there that was too pale to read, or has a colour; in doubt where it may be hidden."""
    if stamp or (region.shape[0] > _LOWEST_ROW * leaf.scale and is_shaded(region, leaf.scale, leaf.noise)):
        return CellText(UNREAD, doubts.joined((doubts.UNREADABLE,), stamp), 0.0)
    return CellText("", hidden, 0.0 if hidden else None)


def _text(pieces: Sequence[Piece], prints: Sequence[engine.Print]) -> str:
    text, line = "", 0
    for piece, found in zip(pieces, prints, strict=True):
        if text:
            text += "\n" if piece.line != line else " "
        text, line = text + _as_seen(piece, found), piece.line
    return text


def _as_seen(piece: Piece, found: engine.Print) -> str:
    """What was read; a lone stroke that leans is a slash and no 1, one that lies flat a dash and no 一, as which they are always read."""
    if len(found.text) == 1 and not _CHINESE.match(found.text) and is_slash(piece.strokes.ink):
        return "/"
    return "—" if found.text in _FLAT and is_flat(piece.strokes.ink) else found.text


def _is_odd(text: str, strokes: Strokes, pieces: Sequence[Piece], prints: Sequence[engine.Print], usual: float | None) -> bool:
    """Whether this is neither a label nor a plain number of as many signs as there are pieces of ink."""
    if len(_CHINESE.findall(text)) >= _FEWEST_WORDS:
        return any(not found.text for found in prints)
    if not _PLAIN.fullmatch(unicodedata.normalize("NFKC", text)) or strokes.touching:
        return True
    return any(not _is_type(piece.strokes.pixels, found.text, usual) for piece, found in zip(pieces, prints, strict=True))


def _is_type(line: Pixels, text: str, usual: float | None) -> bool:
    """Whether the line shows as many signs as were read, as they are printed side by side and not written by a pen."""
    level = len(text) in signs_seen(line) and stand_level(line, text)
    return level and all(one.is_type(usual) for one in ones_in(line, text))
