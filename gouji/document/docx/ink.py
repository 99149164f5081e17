"""What stands in a paragraph or a cell, as it gathers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from gouji.document import doubts
from gouji.document.parts import Element

UNREAD = "\ufffd"  # something is shown there that is not text; a blank would be a wrong reading


@dataclass(slots=True)
class Ink:
    """Text in its order, raised pieces apart; boxes whose text stands elsewhere on the page; what is shown and is no text.

    `drawn` counts pictures, shapes and objects; `unread` names those that a report may have put in place of text.
    """

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    drawn: int = 0
    unread: list[str] = field(default_factory=list)
    level: int | None = None

    def write(self, text: str, *, raised: bool = False) -> None:
        self.pieces.append((text, raised))

    def doubt(self, *names: str) -> None:
        self.doubts.extend(names)

    def take(self, other: "Ink") -> None:
        """The other's content follows this one's."""
        self.pieces += other.pieces
        self.doubts += other.doubts
        self.boxes += other.boxes
        self.drawn += other.drawn
        self.unread += other.unread

    def lines(self) -> list[str]:
        """The lines that hold something, without the blanks around them."""
        return [line.strip() for line in _joined(text for text, _ in self.pieces).split("\n") if line.strip()]

    def printed(self) -> tuple[str, tuple[str, ...]]:
        """The content as one cell's text, with what makes it doubtful."""
        text = "\n".join(self.lines())
        found = doubts.joined(self.doubts, doubts.doubts_of(text))
        plain = _joined(text for text, raised in self.pieces if not raised).strip()
        if any(raised and text.strip() for text, raised in self.pieces) and doubts.is_figure(plain):
            text, found = plain, doubts.joined(found, (doubts.FOOTNOTE_MARK,))
        if self.drawn:
            text, found = text or UNREAD, doubts.joined(found, (doubts.IMAGE,))
        return text, found


def _joined(texts: Iterable[str]) -> str:
    return "".join(texts)
