"""What a page's content says of its text: the operations that place and paint it, those of its drawing passed over unread.

pdfminer reads a content stream sign by sign; a page of a printed report, most of it rules, takes it a tenth of a second.
"""

import re
from collections.abc import Mapping

from pdfminer.psparser import LIT, PSLiteral

Operand = float | bytes | PSLiteral | list["Operand"]
Operation = tuple[str, list[Operand]]

# By operator: the method of pdfminer's interpreter that carries it out, and how many operands it takes.
_TEXT: Mapping[bytes, tuple[str, int]] = {
    b"q": ("do_q", 0), b"Q": ("do_Q", 0), b"cm": ("do_cm", 6), b"Do": ("do_Do", 1), b"BT": ("do_BT", 0), b"ET": ("do_ET", 0),
    b"Tc": ("do_Tc", 1), b"Tw": ("do_Tw", 1), b"Tz": ("do_Tz", 1), b"TL": ("do_TL", 1), b"Tf": ("do_Tf", 2), b"Tr": ("do_Tr", 1),
    b"Ts": ("do_Ts", 1), b"Td": ("do_Td", 2), b"TD": ("do_TD", 2), b"Tm": ("do_Tm", 6), b"T*": ("do_T_a", 0), b"Tj": ("do_Tj", 1),
    b"TJ": ("do_TJ", 1), b"'": ("do__q", 1), b'"': ("do__w", 3),
}  # fmt: skip
_INLINE_IMAGE = b"BI"  # its bytes may be anything

_NUMBER = rb"[+-]?(?:\d++\.?+\d*+|\.\d++)"
_NAME = rb"/[^\0\t\n\f\r ()<>\[\]{}/%]*+"
_LITERAL = rb"\((?>[^()\\]++|\\.)*+\)"
_HEX = rb"<[0-9A-Fa-f\t\n\f\r ]*+>"
_BLANK = rb"(?:[\0\t\n\f\r ]++|%[^\r\n]*+)*+"
_OPERAND = rb"(?:" + rb"|".join((_NUMBER, _NAME, _LITERAL, _HEX, rb"[\[\]]", rb"<<", rb">>")) + rb")"
# Nothing here gives back what it has taken: a stream is walked through once, whatever it holds.
_NEXT = re.compile(_BLANK + rb"((?:" + _OPERAND + _BLANK + rb")*+)([A-Za-z'\"][A-Za-z0-9*'\"]*+)", re.DOTALL)
_REST = re.compile(_BLANK + rb"\Z")
_PART = re.compile(
    rb"(?P<number>%b)|(?P<name>%b)|(?P<literal>%b)|(?P<hex>%b)|(?P<open>\[)|(?P<close>\])" % (_NUMBER, _NAME, _LITERAL, _HEX), re.DOTALL
)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES: Mapping[bytes, bytes] = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r", b"\n": b"", b"\r": b"", b"\r\n": b""}


def operations(content: bytes) -> list[Operation] | None:
    """The operations on text, in their order, as methods of pdfminer's interpreter; None where the content is not written plainly."""
    found: list[Operation] = []
    end = 0
    while match := _NEXT.match(content, end):
        end = match.end()
        operator = match[2]
        if operator == _INLINE_IMAGE:
            return None
        if operator in _TEXT:
            method, count = _TEXT[operator]
            operands = _operands(match[1]) if count else []
            if operands is None:
                return None
            if len(operands) >= count:
                found.append((method, operands[len(operands) - count :]))
    return found if _REST.match(content, end) else None


def _operands(text: bytes) -> list[Operand] | None:
    """The values written here; None where a name is not written in plain letters, or a list holds lists."""
    try:
        return [float(part) for part in text.split()]  # nearly all
    except ValueError:
        pass
    found: list[Operand] = []
    inner: list[Operand] | None = None
    for part in _PART.finditer(text):
        match part.lastgroup:
            case "open" if inner is None:
                inner = []
            case "close" if inner is not None:
                found.append(inner)
                inner = None
            case "open" | "close":
                return None
            case "name" if b"#" in part[0] or not part[0].isascii():
                return None
            case kind:
                (found if inner is None else inner).append(_value(kind, part[0]))
    return found if inner is None else None


def _value(kind: str | None, text: bytes) -> Operand:
    if kind == "number":
        return float(text)
    if kind == "name":
        return LIT(text[1:].decode("ascii"))
    if kind == "hex":
        digits = b"".join(text[1:-1].split()).decode()
        return bytes.fromhex(digits + "0" * (len(digits) % 2))
    return _ESCAPED.sub(_unescaped, text[1:-1]) if b"\\" in text else text[1:-1]


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    return bytes((int(sign, 8) & 0xFF,)) if sign[:1].isdigit() and sign[:1] < b"8" else _ESCAPES.get(sign, sign)
