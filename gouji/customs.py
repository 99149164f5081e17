"""What is usual in one place and not in the form: its deadlines, and rows that its tables have beside the form's."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from gouji.deadlines import Deadlines
from gouji.report import Report, Stranger, TableReading


@dataclass(frozen=True, slots=True)
class ExtraRow:
    """A row that a province adds to a table. `counted`: its figures belong to the sums that the row stands among."""

    table: str
    label: str
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Customs:
    """Without an organisation's file there are none."""

    deadlines: Deadlines = Deadlines()
    rows: tuple[ExtraRow, ...] = ()

    def known(self, report: Report) -> Report:
        """The report, rows known here no longer strangers in it; of those only the ones that sums must count are left in `strange`."""
        if not self.rows:
            return report
        return replace(report, tables={name: self._table(table) for name, table in report.tables.items()})

    def counted(self, table: str, row: Stranger) -> bool:
        """Whether the figures of this row belong to the sums of its table."""
        return _flat(row.label) in {_flat(extra.label) for extra in self.rows if extra.table == table and extra.counted}

    def _table(self, table: TableReading) -> TableReading:
        known = {_flat(extra.label) for extra in self.rows if extra.table == table.id}
        strange = tuple(row for row in table.strange if _flat(row.label) not in known or self.counted(table.id, row))
        return replace(table, strangers=_others(table.strangers, known), strange=strange)


def _others(labels: Iterable[str], known: set[str]) -> tuple[str, ...]:
    return tuple(label for label in labels if _flat(label) not in known)


def _flat(label: str) -> str:
    """A label as compared: however its signs are wide and its words set."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", label))
