"""Text as conversion leaves it: tabs between cells, bars between cells, one cell a line, or a page's layout kept by blanks."""

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from shutil import which
from tempfile import TemporaryDirectory

from benchmarks.corpus.article import signature
from benchmarks.corpus.content import Content
from benchmarks.corpus.libreoffice import from_word
from benchmarks.corpus.making import fitting
from benchmarks.corpus.printed import printed
from samples.grids import GridCell, SampleGrid

_PRINTED = fitting(printed)


def tabbed(contents: Sequence[Content], family: str) -> list[bytes]:
    """Each as text with a tab between cells, a merged cell being one, and an empty field where one reaches down into a row."""
    return [_text(content, _by_cell, "\t", "", "") for content in contents]


def barred(contents: Sequence[Content], family: str) -> list[bytes]:
    """Each as text with bars between cells, as Markdown and some archives have it; merged cells are runs of bars."""
    ways = (("|", "|", "|"), (" | ", "| ", " |"), (" | ", "", " |"))
    return [_text(content, _by_column, *Random(f"{family} {content.seed}").choice(ways)) for content in contents]


def _text(content: Content, fields: Callable[[SampleGrid], list[list[str]]], between: str, before: str, after: str) -> bytes:
    sample = content.sample
    blocks = [sample.title, *sample.preamble]
    for part in sample.parts:
        blocks += [part.heading, *part.paragraphs]
        if shown := content.table_of(part):
            blocks.append("\n".join(f"{before}{between.join(row)}{after}" for row in fields(shown)))
    return ("\n\n".join([*blocks, *signature(content)]) + "\n").encode()


def _by_cell(shown: SampleGrid) -> list[list[str]]:
    return [[_line(cell) if cell.row == number else "" for cell in _standing(shown, number)] for number in range(shown.rows)]


def _by_column(shown: SampleGrid) -> list[list[str]]:
    rows = [[""] * shown.columns for _ in range(shown.rows)]
    for cell in shown.cells:
        rows[cell.row][cell.column] = _line(cell)
    return rows


def _standing(shown: SampleGrid, number: int) -> list[GridCell]:
    """The cells that stand in this row, those that began above among them."""
    return sorted((c for c in shown.cells if c.row <= number < c.row + c.rowspan), key=lambda cell: cell.column)


def _line(cell: GridCell) -> str:
    return cell.text.replace("\n", "")


def exported(contents: Sequence[Content], family: str) -> list[bytes]:
    """Each as LibreOffice exports a Word file to text: one cell a line."""
    return from_word(contents, family, "txt")


def poppler_here() -> str | None:
    """Where pdftotext is installed, None where it is not."""
    return which("pdftotext")


def laid_out(contents: Sequence[Content], family: str) -> list[bytes]:
    """Each as pdftotext -layout makes text of a printed page."""
    return [_laid_out(pdf) for pdf in _PRINTED(contents, family)]


def _laid_out(pdf: bytes) -> bytes:
    with TemporaryDirectory() as folder:
        source = Path(folder) / "page.pdf"
        source.write_bytes(pdf)
        command = [str(poppler_here()), "-layout", "-enc", "UTF-8", str(source), "-"]
        return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
