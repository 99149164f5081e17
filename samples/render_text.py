"""A sample as a PDF-to-text product would give it: tab-separated tables, headings marked, lines broken at page ends."""

from samples.grids import GridCell, SampleGrid, grid
from samples.sample import Part, Sample

# After these rows of Table 3 a page ends: the next row loses its leading label cells.
_PAGE_ENDS = ("applications.denied_enforcement_file",)


def render_text(sample: Sample) -> bytes:
    """The report as UTF-8 text."""
    blocks = [f"# {sample.title}", *sample.preamble]
    for part in sample.parts:
        blocks += _part(sample, part)
    blocks += [line for line in (sample.signature, _day(sample)) if line]
    return ("\n\n".join(blocks) + "\n").encode()


def _part(sample: Sample, part: Part) -> list[str]:
    shown = grid(sample, part.table) if part.table and part.table not in sample.layout.pictures else None
    tables = [_table(sample, shown)] if shown else []
    return [f"## {part.heading}", *part.paragraphs, *tables]


def _table(sample: Sample, shown: SampleGrid) -> str:
    lines: list[str] = []
    lost = False
    for number in range(shown.rows):
        cells = shown.row(number)
        line = _line(sample, shown, number, cells)
        lines.append(line.lstrip("\t") if lost and not _starts_blank(cells) else line)
        lost = sample.layout.ragged and _ends_page(cells)
        lines += [""] if lost else []
    return "\n".join(lines)


def _line(sample: Sample, shown: SampleGrid, number: int, cells: list[GridCell]) -> str:
    fields = [""] * shown.columns
    for cell in cells:
        fields[cell.column] = _text(sample, shown, cell)
    return "\t".join(fields)


def _text(sample: Sample, shown: SampleGrid, cell: GridCell) -> str:
    if sample.layout.stacked and shown.table == "proceedings" and cell.figure is None and cell.rowspan + cell.row == 3:
        return " ".join(cell.text)
    return cell.text


def _starts_blank(cells: list[GridCell]) -> bool:
    """Whether losing the leading blanks would lose a figure too."""
    return cells[0].figure is not None


def _ends_page(cells: list[GridCell]) -> bool:
    return any(cell.figure and cell.figure.rsplit(".", 1)[0] in _PAGE_ENDS for cell in cells)


def _day(sample: Sample) -> str | None:
    day = sample.signed_on
    return f"{day.year}年{day.month}月{day.day}日" if day else None
