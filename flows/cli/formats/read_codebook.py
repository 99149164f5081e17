"""What the exported figures mean: each figure, each column, each state, in both languages."""

from collections.abc import Iterator

from flows.cli.formats.read_rows import FACTS, FIGURES
from flows.cli.formats.sheet import Value
from gouji.finding import Words
from gouji.form import NAMES, form
from gouji.form.model import FormBlock, FormTable, Line
from gouji.report import State
from gouji.words import words
from gouji.words.places import short_name, table_in_words

CODEBOOK = (
    "form", "figure", "table", "table_zh", "table_en", "group_zh", "group_en", "row_zh", "row_en", "column_zh", "column_en",
    "kind", "kind_zh", "kind_en",
)  # fmt: skip
COLUMNS = ("of", "name", "zh", "en")


def codebook_rows() -> Iterator[list[Value]]:
    """One row a figure of each form: its labels as the form prints them, and in English."""
    for name in NAMES:
        for table in form(name).tables:
            for block in table.blocks:
                for row in block.rows:
                    yield from (_figure(name, table, block, row, column) for column in block.columns)


def _figure(name: str, table: FormTable, block: FormBlock, row: Line, column: Line) -> list[Value]:
    kind = column.kind if column.kind != "count" else row.kind
    title, measure = table_in_words(table.id), words(f"read.kind-{kind}")
    groups = [words(f"place.group.{group}") for group in (block.heading, row.group, column.group) if group]
    group = Words("；".join(g.zh for g in groups), "; ".join(g.en for g in groups)) if groups else None
    rows, columns = (short_name(of, table.id, line.id).en for of, line in (("row", row), ("column", column)))
    return [
        name, f"{table.id}.{row.id}.{column.id}", table.id, title.zh, title.en, group.zh if group else None, group.en if group else None,
        row.label, rows, column.label, columns, kind, measure.zh, measure.en,
    ]  # fmt: skip


def column_rows() -> Iterator[list[Value]]:
    """What each column of the other sheets is, and what each state means."""
    yield from (_said("figures", name, f"read.column-{name}") for name in FIGURES)
    yield from (_said("wide", name, f"read.column-{name}") for name in FACTS)
    yield _said("wide", "table.row.column", "read.column-wide-figure")
    yield from (_said("state", str(state), f"read.state-{state}") for state in State)


def _said(of: str, name: str, key: str) -> list[Value]:
    said = words(key)
    return [of, name, said.zh, said.en]
