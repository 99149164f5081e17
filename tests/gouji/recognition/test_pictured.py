"""Tables read from a picture: what was not made out there is not absent for sure."""

from dataclasses import replace

from gouji.document.model import Grid
from gouji.recognition import recognise

from .tables import THREE, TWO, application_rows, disclosure_rows, document, grid, proceeding_rows, read, told


def test_what_was_not_made_out_in_a_picture_is_neither_absent_nor_a_mark_for_sure() -> None:
    seen = [replace(cell, confidence=0.99) for cell in grid([row for row in disclosure_rows() if row[0] != "规章"]).cells]
    cells = tuple(replace(cell, text="120]") if cell.text == "120" else cell for cell in seen)
    figures = read(Grid(cells, 1), application_rows(), proceeding_rows()).figures
    assert told(figures["disclosure.regulations.issued"]) == (None, "absent", ("row-not-found",))
    assert told(figures["disclosure.permits.decisions"]) == ("120]", "mark", ("ocr",))
    assert told(figures["disclosure.penalties.decisions"]) == ("31", "number", ())


def test_a_table_whose_labels_were_not_made_out_is_absent_only_in_doubt() -> None:
    muddled = grid([["三不于公", *"0201003"], ["二 部分", *"1000001"], ["", *"1201004"]])
    blocks = (THREE, muddled, TWO, grid(disclosure_rows(), 2))
    figures = recognise(document(*blocks)).figures
    assert told(figures["applications.received.total"]) == (None, "absent", ("row-not-found",))
    seen = replace(muddled, cells=tuple(replace(cell, confidence=0.99) for cell in muddled.cells))
    assert told(read(disclosure_rows(), seen).figures["applications.received.total"]) == (None, "absent", ("row-not-found",))


def test_no_table_is_missing_for_sure_from_a_picture() -> None:
    seen = document(grid(disclosure_rows()), grid(application_rows(), 2))
    assert told(recognise(seen).figures["proceedings.reconsideration.total"]) == (None, "absent", ())
    figures = recognise(replace(seen, pictured=True)).figures
    assert told(figures["proceedings.reconsideration.total"]) == (None, "absent", ("row-not-found",))
    assert figures["applications.received.total"].sure


def test_a_table_put_together_from_the_lines_of_a_picture_is_in_doubt() -> None:
    lines = ["二、主动公开政府信息情况", *(" ".join(filter(None, row)) for row in disclosure_rows())]
    seen = document(*lines, grid(application_rows(), 2))
    assert recognise(seen).figures["disclosure.permits.decisions"].sure
    assert "ocr" in recognise(replace(seen, pictured=True)).figures["disclosure.permits.decisions"].doubts
