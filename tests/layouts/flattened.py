"""A report's tables as programs write them out that know text only."""

from collections.abc import Callable, Mapping

from samples.grids import SampleGrid, grid
from samples.sample import Sample

Flat = Callable[[SampleGrid], list[str]]


def _wide(shown: SampleGrid, number: int) -> list[str]:
    """The row's texts, one for each column, blank where a merged cell goes on."""
    row = [""] * shown.columns
    for cell in shown.row(number):
        row[cell.column] = cell.text
    return row


def trailing_bars(shown: SampleGrid) -> list[str]:
    return [" | ".join(_wide(shown, n)) + " |" for n in range(shown.rows)]


def bars(shown: SampleGrid) -> list[str]:
    return ["| " + line for line in trailing_bars(shown)]


def markdown(shown: SampleGrid) -> list[str]:
    first, *rest = bars(shown)
    return [first, "|" + " :---: |" * shown.columns, *rest]


def a_cell_a_line(shown: SampleGrid) -> list[str]:
    return [line for n in range(shown.rows) for line in (*(f"{cell.text} |" for cell in shown.row(n)), "|||")]


def a_bar_before(shown: SampleGrid) -> list[str]:
    return [line for n in range(shown.rows) for cell in shown.row(n) for line in (("|", cell.text) if cell.text else ("|",))]


def no_bars(shown: SampleGrid) -> list[str]:
    return [cell.text for n in range(shown.rows) for cell in shown.row(n) if cell.text]


def tabs(shown: SampleGrid) -> list[str]:
    return ["\t".join(_wide(shown, n)) for n in range(shown.rows)]


def blanks(shown: SampleGrid) -> list[str]:
    return [" ".join(cell.text for cell in shown.row(n) if cell.text) for n in range(shown.rows)]


FLATTENED: Mapping[str, Flat] = {
    "trailing bars": trailing_bars, "bars": bars, "a cell a line": a_cell_a_line, "a bar before": a_bar_before, "no bars": no_bars,
    "blanks": blanks,
}  # fmt: skip


def lines(sample: Sample, flat: Flat) -> list[str]:
    """The report's paragraphs and rows in their order."""
    out = [sample.title, *sample.preamble]
    for part in sample.parts:
        shown = grid(sample, part.table) if part.table else None
        out += [part.heading, *part.paragraphs, *(flat(shown) if shown else [])]
    return [*out, sample.signature or ""]


def as_text(sample: Sample, flat: Flat) -> bytes:
    return "\n".join(lines(sample, flat)).encode()


def as_page(sample: Sample, flat: Flat) -> bytes:
    return ("<div>" + "".join(f"<p>{line}</p>" for line in lines(sample, flat)) + "</div>").encode()


def in_one_line(sample: Sample) -> bytes:
    """The article out of a table around it: bars between cells, blanks between paragraphs."""
    first, *rest = lines(sample, lambda shown: [f"| {' | '.join(cell.text for n in range(shown.rows) for cell in shown.row(n))} |"])
    return f"{first} | {' '.join(rest)}".encode()
