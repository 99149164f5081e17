"""A workbook of figures: long, wide, and what all of it means."""

from collections.abc import Sequence

from flows.cli.formats.read_codebook import CODEBOOK, COLUMNS, codebook_rows, column_rows
from flows.cli.formats.read_rows import FACTS, FIGURES, figure_rows, wide_rows
from flows.cli.formats.sheet import Sheet, as_xlsx
from flows.cli.voice import Voice
from flows.files import ReadFile
from gouji.words import words


def workbook(files: Sequence[ReadFile], voice: Voice) -> bytes:
    ids = list(dict.fromkeys(name for file in files if file.report for name in file.report.figures))
    sheets = {
        "read.sheet-figures": Sheet(FIGURES, figure_rows(files, voice), pinned=2),
        "read.sheet-wide": Sheet((*FACTS, *ids), wide_rows(files, ids, voice), pinned=2),
        "read.sheet-codebook": Sheet(CODEBOOK, codebook_rows()),
        "read.sheet-columns": Sheet(COLUMNS, column_rows()),
    }
    return as_xlsx({voice.say(words(name)): sheet for name, sheet in sheets.items()})
