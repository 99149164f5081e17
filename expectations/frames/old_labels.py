"""The labels of Table 2 that only the trial form has."""

import re
import unicodedata

from gouji.form import form
from gouji.form.model import FormTable
from gouji.report import Report


def old_labels(report: Report) -> list[str]:
    """The labels in Table 2 that only the trial form has, as printed."""
    reading = report.tables["disclosure"]
    ids = _ids(form("2019").table("disclosure")) - _ids(form("2021").table("disclosure"))
    printed = [label for line in (reading.rows, reading.columns) for name, label in line.items() if name in ids]
    strange = [label for label in reading.strangers if _flat(label) in _old_names()]
    return list({_flat(label): label for label in (*printed, *strange)}.values())


def _old_names() -> set[str]:
    old, new = form("2019").table("disclosure"), form("2021").table("disclosure")
    return _names(old) - _names(new)


def _ids(table: FormTable) -> set[str]:
    return {line.id for block in table.blocks for line in (*block.rows, *block.columns)}


def _names(table: FormTable) -> set[str]:
    lines = [line for block in table.blocks for line in (*block.rows, *block.columns)]
    headings = [block.heading for block in table.blocks if block.heading]
    return {_flat(name) for line in lines for name in (line.label, *line.aliases)} | {_flat(heading) for heading in headings}


def _flat(label: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", label))
