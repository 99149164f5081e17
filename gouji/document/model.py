"""What a file says before anyone asks what it means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gouji.place import Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, lines joined as Chinese joins; `level` is set where the format itself marks a heading (1 highest).

    `blanks_before` counts the empty paragraphs of a web page between this one and the block before it.
    """

    text: str
    place: Place
    level: int | None = None
    doubts: tuple[str, ...] = ()
    blanks_before: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as printed. `row` and `column` count from 0 on the resolved grid; `doubts` say why the text may be wrong.

    `confidence` is how surely an image's print was recognised, from 0 to 1; None where the file itself holds the text.
    """

    text: str
    row: int
    column: int
    place: Place
    rowspan: int = 1
    colspan: int = 1
    doubts: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. Where `ragged`, columns are only an order within the row: leading label cells may be lost (flattened text)."""

    cells: tuple[Cell, ...]
    number: int
    ragged: bool = False
    doubts: tuple[str, ...] = ()

    def row_numbers(self) -> list[int]:
        return sorted({cell.row for cell in self.cells})

    def row(self, number: int) -> list[Cell]:
        """The cells that begin in this row, left to right."""
        return sorted((c for c in self.cells if c.row == number), key=lambda c: c.column)

    def covering(self, row: int, column: int) -> Cell | None:
        """The cell that covers this square of the grid, merged cells counted whole."""
        for cell in self.cells:
            if cell.row <= row < cell.row + cell.rowspan and cell.column <= column < cell.column + cell.colspan:
                return cell
        return None


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file linked from the document: the words of the link, and its address as written there."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class PageFile:
    """A picture that is a page of a document, or some: its name, the hash of its bytes, and the number of its first page."""

    name: str
    sha256: str
    page: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file read: its blocks in reading order, and what its format says about itself.

    `meta` holds what the page or file declares, under the keys title, published_on (YYYY-MM-DD), publisher, index_number, column,
    where given.
    `pages` is 1 for formats without pages. `doubts` speak of the whole (pages not read, a text that may be cut).
    `unread` says what stands in the article and was not read (an image, a frame, an attached file where no table stands beside it):
    what seems missing may be there. `attachments` are the files linked, versions of the report among them.
    `lines` are those of a plain text as they stand, whose blanks may keep a layout; an end of a page stands at the head of its next line.
    `files` are the pictures of which the document was bound together.
    `pictured` says that pages were read from pictures: what is not among the blocks may stand on them all the same.
    """

    source: str
    sha256: str
    format: str
    blocks: tuple[Block, ...]
    meta: Mapping[str, str] = field(default_factory=dict)
    pages: int = 1
    doubts: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    pictured: bool = False
    lines: tuple[str, ...] = ()
    files: tuple[PageFile, ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        return (block for block in self.blocks if isinstance(block, Paragraph))

    def grids(self) -> Iterator[Grid]:
        return (block for block in self.blocks if isinstance(block, Grid))
