"""The body of a Word document in its order: paragraphs, tables, text boxes where they are anchored."""

from collections.abc import Callable, Iterator

from gouji.document import doubts
from gouji.document.docx.drawings import chosen
from gouji.document.docx.ink import Ink
from gouji.document.docx.numbering import Numbering
from gouji.document.docx.runs import Runs
from gouji.document.docx.styles import Styles
from gouji.document.docx.tables import has_deleted_rows, is_data, laid_out, rows_and_cells
from gouji.document.model import Block, Cell, Grid, Paragraph
from gouji.document.parts import Element, child, is_on, kind, value, within
from gouji.place import Place

_THROUGH = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"})

Table = Callable[[Element], Iterator[Ink | Grid]]


class Story:
    """Reads the body once; `unread` says afterwards what stands in it that is no text."""

    def __init__(self, root: Element, styles: Styles, numbering: Numbering, *, recalculated: bool) -> None:
        self._body = child(root, "w:body")
        self._styles = styles
        self._numbering = numbering
        self._runs = Runs(root, styles, recalculated=recalculated)
        self._grids = 0
        self.unread: list[str] = []

    def blocks(self) -> Iterator[Block]:
        """Paragraphs, counted from 1, and grids, as they follow each other."""
        count = 0
        for item in self._flow(self._body) if self._body is not None else ():
            if isinstance(item, Grid):
                yield item
                continue
            self._note_what_is_missing(item)
            for line in item.lines():
                count += 1
                yield Paragraph(line, Place(paragraph=count), item.level, doubts.joined(item.doubts, doubts.doubts_of(line)))

    def _note_what_is_missing(self, ink: Ink) -> None:
        """A paragraph deleted whole leaves no text that could be doubted, but a reader may still see it struck out."""
        self.unread += ink.unread
        if doubts.TRACKED_CHANGE in ink.doubts and not ink.lines():
            self.unread.append(doubts.TRACKED_CHANGE)

    def _flow(self, container: Element, table: Table | None = None) -> Iterator[Ink | Grid]:
        """What stands in the container, in its order, tables as `table` gives them.

        A paragraph whose end is hidden or deleted goes on in the next.
        """
        table = table or self._table
        carried: Ink | None = None
        for node in _nodes(container):
            if kind(node) == "w:p":
                ink = self._paragraph(node)
                if carried is not None:
                    carried.take(ink)
                    carried.level, ink = ink.level, carried
                carried = ink if self._has_no_end(node) else None
                if carried is None:
                    yield from self._with_boxes(ink, table)
                continue
            if carried is not None:
                yield from self._with_boxes(carried, table)
                carried = None
            if kind(node) == "w:tbl":
                yield from table(node)
            else:
                self.unread.append(doubts.FRAME)
        if carried is not None:
            yield from self._with_boxes(carried, table)

    def _paragraph(self, node: Element) -> Ink:
        ink = Ink(level=self._styles.level(node))
        label = self._numbering.label(node)
        self._runs.read(node, ink)
        text = "".join(text for text, _ in ink.pieces)
        if label:
            ink.pieces.insert(0, (f"{label} " if text[:1].isdigit() or label[-1:].isalnum() else label, False))
        return ink

    def _has_no_end(self, paragraph: Element) -> bool:
        """Whether the mark that ends the paragraph is deleted, or hidden as between a heading and its text in one line."""
        mark = child(paragraph, "w:pPr", "w:rPr")
        return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None or is_on(child(mark, "w:specVanish"))

    def _with_boxes(self, ink: Ink, table: Table) -> Iterator[Ink | Grid]:
        yield ink
        for box in ink.boxes:
            yield from self._flow(box, table)

    def _table(self, table: Element) -> Iterator[Ink | Grid]:
        """A grid; or what stands in its cells, where it only lays them out."""
        if is_data(table):
            self._grids += 1
            yield self._grid(table, self._grids)
            return
        for _, cells in rows_and_cells(table):
            for cell in cells:
                yield from self._flow(cell)

    def _grid(self, table: Element, number: int) -> Grid:
        spots = laid_out(table)
        if has_deleted_rows(table):
            self.unread.append(doubts.TRACKED_CHANGE)
        cells = []
        for spot in spots:
            text, own = self._printed(spot.node)
            place = Place(table=number, row=spot.row + 1, column=spot.column + 1)
            cells.append(Cell(text, spot.row, spot.column, place, spot.rowspan, spot.colspan, doubts.joined(own, spot.doubts)))
        return Grid(tuple(cells), number)

    def _printed(self, cell: Element) -> tuple[str, tuple[str, ...]]:
        """The cell's text and what makes it doubtful: text in boxes and tables inside it may belong to several figures."""
        whole = Ink()
        for ink in self._lines(cell):
            whole.take(ink)
            whole.write("\n")
            if ink.boxes:
                whole.doubt(doubts.TEXT_BOX)
        if next(within(cell, "w:tbl"), None) is not None:
            whole.doubt(doubts.TABLE_IN_CELL)
        self.unread += whole.unread
        whole.drawn += _is_struck(cell) and not whole.lines()
        return whole.printed()

    def _lines(self, container: Element) -> Iterator[Ink]:
        """The paragraphs in it, those of tables in it too."""
        for item in self._flow(container, self._cells_of):
            assert isinstance(item, Ink)
            yield item

    def _cells_of(self, table: Element) -> Iterator[Ink]:
        for _, cells in rows_and_cells(table):
            for cell in cells:
                yield from self._lines(cell)


def _nodes(container: Element) -> Iterator[Element]:
    """Paragraphs, tables and embedded documents, through what a reader does not see."""
    for node in container:
        name = kind(node)
        if name in ("w:p", "w:tbl", "w:altChunk", "w:subDoc"):
            yield node
        elif name in _THROUGH:
            yield from _nodes(node)
        elif name == "mc:AlternateContent":
            yield from _nodes(chosen(node))


def _is_struck(cell: Element) -> bool:
    """Whether a line is drawn across the cell."""
    borders = child(cell, "w:tcPr", "w:tcBorders")
    return any((value(borders, name) or "nil") not in ("nil", "none") for name in ("w:tl2br", "w:tr2bl"))
