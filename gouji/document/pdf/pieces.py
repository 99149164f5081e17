"""A cell of one page's slice on its way into the table that goes on over pages."""

from dataclasses import dataclass, replace

from gouji.document.doubts import SPLIT_ROW, joined
from gouji.document.pdf.slices import Square


@dataclass(frozen=True, slots=True)
class Piece:
    """A square on its way into the grid, rows counted through the whole table."""

    page: int
    square: Square
    row: int
    rowspan: int

    @property
    def end(self) -> int:
        return self.row + self.rowspan

    @property
    def text(self) -> str:
        return self.square.text

    @property
    def flat(self) -> str:
        """Its text without any blanks."""
        return "".join(self.square.text.split())

    @property
    def doubted(self) -> "Piece":
        """The same, not surely the whole of what its row prints there."""
        return replace(self, square=replace(self.square, doubts=joined(self.square.doubts, (SPLIT_ROW,))))
