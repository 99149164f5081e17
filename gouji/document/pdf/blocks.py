"""A font whose every sign is a block: where ink usually lies, and nothing of its shape. For texts whose own fonts are not in the file."""

from collections.abc import Iterator, Mapping, Sequence
from struct import pack
from typing import NamedTuple

_EM = 1000
_ASCENT, _DESCENT = 880, -120


class _Block(NamedTuple):
    """How far the sign's ink reaches and how wide the sign is, in thousandths of the font's size."""

    left: int
    bottom: int
    right: int
    top: int
    width: int


# As they lie in fonts that print Chinese, measured in two families: a digit takes half of a square, most of it is ink.
_SQUARE = _Block(40, -80, 960, 840, 1000)
_BLANK = _Block(0, 0, 0, 0, 500)
_HALF = _Block(50, -10, 450, 740, 500)
_BLOCKS: Mapping[str, _Block] = {
    "MWmw%@": _Block(50, -10, 750, 740, 800),
    ".": _Block(80, -10, 200, 120, 280),
    ",": _Block(60, -190, 200, 120, 280),
    ":": _Block(80, -10, 200, 530, 280),
    ";": _Block(60, -190, 200, 530, 280),
    "'": _Block(80, 470, 200, 740, 280),
    "-": _Block(50, 240, 300, 310, 350),
    "_": _Block(0, -130, 500, -80, 500),
    "·": _Block(80, 320, 200, 440, 280),
    "，。、": _Block(80, -100, 350, 230, 1000),
    "—―－–": _Block(50, 320, 950, 400, 1000),
}
_WIDE_FROM = 0x2E80
_BLANKS = ((0x0, 0x20), (0x7F, 0xA0), (0x2000, 0x200F), (0x3000, 0x3000))


def font_of_blocks() -> bytes:
    """The font as a TrueType file."""
    kinds = list(dict.fromkeys((_BLANK, _SQUARE, _HALF, *_BLOCKS.values())))  # the first stands for what a font lacks
    glyphs = [_outline(block) for block in kinds]
    offsets = [sum(map(len, glyphs[:number])) for number in range(len(glyphs) + 1)]
    tables = {
        b"cmap": _characters(kinds),
        b"glyf": b"".join(glyphs),
        b"head": pack(">IIIIHHQQ4hHHhhh", 1 << 16, 1 << 16, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, -200, _EM, _EM, 0, 8, 2, 1, 0),
        b"hhea": pack(">IhhhH11hH", 1 << 16, _ASCENT, _DESCENT, 0, _EM, *[0] * 11, len(kinds)),
        b"hmtx": b"".join(pack(">Hh", block.width, block.left) for block in kinds),
        b"loca": pack(f">{len(offsets)}I", *offsets),
        b"maxp": pack(">IH13H", 1 << 16, len(kinds), 4, 1, 0, 0, 1, *[0] * 8),
    }
    return _file(tables)


def _file(tables: Mapping[bytes, bytes]) -> bytes:
    head = pack(">IHHHH", 1 << 16, len(tables), 0, 0, 0)
    at = len(head) + 16 * len(tables)
    for name, table in tables.items():
        head += pack(">4sIII", name, 0, at, len(table))
        at += len(table)
    return head + b"".join(tables.values())


def _outline(block: _Block) -> bytes:
    """One rectangle, its four corners told as steps from the one before; the length is a multiple of four."""
    left, bottom, right, top, _ = block
    if left == right:
        return b""
    wide, high = right - left, top - bottom
    corners = pack(">8h", left, 0, wide, 0, bottom, high, 0, -high)
    found = pack(">hhhhhHH4B", 1, left, bottom, right, top, 3, 0, 1, 1, 1, 1) + corners
    return found + bytes(-len(found) % 4)


def _characters(kinds: Sequence[_Block]) -> bytes:
    """All characters by runs that share a block: a table of format 13."""
    groups = [(start, end, kinds.index(block)) for start, end, block in _runs()]
    body = b"".join(pack(">3I", *group) for group in groups)
    return pack(">HHHHI", 0, 1, 3, 10, 12) + pack(">HHIII", 13, 0, 16 + len(body), 0, len(groups)) + body


def _runs() -> Iterator[tuple[int, int, _Block]]:
    """First and last character of each run with its block, from the first character to the last."""
    own = {ord(sign): block for signs, block in _BLOCKS.items() for sign in signs}
    own |= {code: _BLANK for first, last in _BLANKS for code in range(first, last + 1)}
    start = 0
    for code in [*sorted(own), 0x110000]:
        for first, last, block in ((start, min(code, _WIDE_FROM) - 1, _HALF), (max(start, _WIDE_FROM), code - 1, _SQUARE)):
            if first <= last:
                yield first, last, block
        if code in own:
            yield code, code, own[code]
        start = code + 1
