"""Text that a spreadsheet wrote: records of as many fields as the sheet has columns, in any of its ways."""

import csv
import io

import pytest

from gouji.document import read
from gouji.document.doubts import UNEVEN_ROWS
from gouji.document.model import Document, Grid, Paragraph
from gouji.recognition import recognise
from tests.gouji.recognition.tables import ONE, THREE, TITLE, TWO, application_rows, disclosure_rows

_SIDE = [[TITLE], [ONE], ["全年收到申请10件，\n已全部办结。"], [TWO], *disclosure_rows(), [THREE], *application_rows()]


def written(rows: list[list[str]], separator: str = ",", width: int = 8) -> str:
    """The rows as a spreadsheet program saves them, each as wide as the sheet."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([*row, *[""] * (width - len(row))] for row in rows)
    return out.getvalue()


def document(data: bytes) -> Document:
    return read(data, "report.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_sheet_is_read_whatever_parts_its_fields(separator: str, encoding: str) -> None:
    report = recognise(document(written(_SIDE, separator).encode(encoding)))
    figures = {name: report.figures[name].raw for name in ("disclosure.permits.decisions", "applications.received.total")}
    assert figures == {"disclosure.permits.decisions": "120", "applications.received.total": "10"}
    assert not [name for name, figure in report.figures.items() if not figure.sure and not name.startswith("proceedings.")]
    assert [section.number for section in report.sections] == [1, 2, 3]


def test_places_are_lines_of_the_file_and_a_field_may_hold_several() -> None:
    found = document(written(_SIDE).encode())
    lines = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert lines == [TITLE, ONE, "全年收到申请10件，", "已全部办结。", TWO, "第二十条第（一）项", THREE]
    first = next(block for block in found.blocks if isinstance(block, Grid))
    assert first.cells[0].place.line == 7


def test_blank_fields_left_out_at_the_end_of_some_records_are_blank() -> None:
    text = written(_SIDE).replace(f"{TITLE},,,,,,,", TITLE).replace(f"{ONE},,,,,,,", ONE)
    assert len(list(document(text.encode()).grids())) == 2


def test_merged_cells_filled_with_what_they_say_are_in_doubt() -> None:
    rows = [["第二十条第（一）项"] * 4, *disclosure_rows()[1:], *[["规章", "1", "2", "3"]] * 3]
    [grid] = document(written(rows, width=4).encode()).grids()
    assert {cell.doubts for cell in grid.cells} == {(UNEVEN_ROWS,)}


def test_prose_with_commas_is_no_sheet() -> None:
    text = "\n".join(f"Name, place, date {'and number, ' * (number % 7)}as it is, in words" for number in range(20))
    assert not list(document(text.encode()).grids())


def test_a_quotation_mark_that_is_never_closed_is_no_sheets() -> None:
    text = written(_SIDE).replace(ONE, f'"{ONE}')
    assert not list(document(text.encode()).grids())
