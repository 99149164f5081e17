"""The formats of `gouji read`."""

from collections.abc import Callable, Mapping, Sequence

from flows.cli.formats.as_json import report_json
from flows.cli.formats.dump import dump
from flows.cli.formats.read_rows import FIGURES, figure_rows
from flows.cli.formats.read_text import as_text
from flows.cli.formats.read_xlsx import workbook
from flows.cli.formats.sheet import as_csv
from flows.cli.voice import Voice
from flows.files import ReadFile


def write(files: Sequence[ReadFile], shape: str, voice: Voice) -> str | bytes:
    """The files in this format."""
    return WRITERS[shape](files, voice)


def _json(files: Sequence[ReadFile], _voice: Voice) -> str:
    return dump({"schema": "gouji/read-1", "reports": [report_json(file) for file in files]})


def _csv(files: Sequence[ReadFile], voice: Voice) -> str:
    return as_csv(FIGURES, figure_rows(files, voice))


WRITERS: Mapping[str, Callable[[Sequence[ReadFile], Voice], str | bytes]] = {
    "text": as_text,
    "json": _json,
    "csv": _csv,
    "xlsx": workbook,
}
