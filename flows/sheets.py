"""Whether a file of separated values (CSV, TSV) in a folder is a report: rosters and lists lie there too, and what gouji itself wrote."""

from functools import cache

from gouji.document.decode import decode
from gouji.document.separated import records_in
from gouji.form import NAMES, form
from gouji.recognition.normal import bare

SEPARATED = frozenset({".csv", ".tsv"})
_ROWS = 5  # of Table 3, which every report has


def is_report(data: bytes) -> bool:
    """Whether rows of the statutory table stand in it under their labels."""
    fields = {bare(text) for _, record in records_in(decode(data).splitlines()) for text in record}
    return len(fields & _labels()) >= _ROWS


@cache
def _labels() -> frozenset[str]:
    rows = (row for name in NAMES for row in form(name).table("applications").rows())
    return frozenset(bare(label) for row in rows for label in (row.label, *row.aliases))
