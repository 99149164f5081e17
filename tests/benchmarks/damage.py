"""Documents damaged as transport and bad programs damage them: bytes changed, cut, moved, doubled, foreign markup put in."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

MARKUP = (
    b"<table>", b"</table>", b"<td rowspan=0 colspan=99999>", b"<tr><td rowspan=65535>", b"</td></tr>", b"<!--", b"<![CDATA[", b"<script>",
    b'<w:gridSpan w:val="4000"/>', b"<w:vMerge/>", b"<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;",
    b" 0 0 m 600 600 l S ", b" 1 0 0 -1 0 0 cm ", b"/Rotate 45", b"endobj", b"stream\r\n", b"<</Length 9999999>>", b"{\\rtf1\\trowd\\cellx1",
    b"\xff\xfe", b"\x00" * 40, b"\xef\xbf\xbd", "\u202e０１２".encode(), b"\t" * 300, b"|" * 300, b"<div>" * 500, b"(" * 600,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Damage:
    """One change. Where and how much are shares of the whole, so that a change fits any document."""

    kind: str
    place: float
    length: float
    to: float
    put: bytes

    def done(self, data: bytes) -> bytes:
        """The data changed so."""
        start = int(self.place * len(data))
        end = min(len(data), start + 1 + int(self.length * len(data)))
        match self.kind:
            case "flip":
                return data[:start] + bytes(byte ^ (1 << int(self.to * 8)) for byte in data[start : start + 1]) + data[start + 1 :]
            case "cut":
                return data[:start] + data[end:]
            case "end":
                return data[:start]
            case "double":
                return data[:end] + data[start:]
            case "move":
                rest = data[:start] + data[end:]
                at = int(self.to * len(rest))
                return rest[:at] + data[start:end] + rest[at:]
            case _:
                return data[:start] + self.put + data[start:]


_SHARES = st.floats(0, 1, exclude_max=True)
_LENGTHS = st.one_of(st.floats(0, 0.002), st.floats(0, 0.2))
_KINDS = st.sampled_from(("flip", "flip", "cut", "end", "double", "move", "put", "put"))
DAMAGES = st.lists(st.builds(Damage, _KINDS, _SHARES, _LENGTHS, _SHARES, st.sampled_from(MARKUP)), min_size=1, max_size=8)


@dataclass(frozen=True, slots=True)
class Harm:
    """What is done to one of several documents, said so that a failing case can be read."""

    which: int
    outside: bool
    part: float
    damages: tuple[Damage, ...]

    def done(self, documents: Sequence[bytes]) -> bytes:
        """The document damaged; a ZIP container inside one of its parts, unless from outside."""
        data = documents[self.which % len(documents)]
        inside = data.startswith(b"PK") and not self.outside
        return _inside(data, self.part, self.damages) if inside else _all(data, self.damages)


HARMS = st.builds(Harm, st.integers(0, 999), st.sampled_from((False, False, False, True)), _SHARES, DAMAGES.map(tuple))


def _all(data: bytes, damages: Sequence[Damage]) -> bytes:
    for damage in damages:
        data = damage.done(data)
    return data


def _inside(data: bytes, which: float, damages: Sequence[Damage]) -> bytes:
    """The container with one part damaged, oftenest the largest."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in sorted(archive.infolist(), key=lambda info: -info.file_size)}
    names = list(parts)
    name = names[int(which * which * len(names))]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part), _all(content, damages) if part == name else content)
    return buffer.getvalue()
