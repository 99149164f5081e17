"""A sum that holds is a witness for figures read from an image; one that fails is a doubt about all of them."""

from dataclasses import replace

from gouji.document.model import Document, Grid
from gouji.recognition import recognise
from gouji.recognition.witness import witnessed
from gouji.report import Report
from tests.gouji.recognition.tables import application_rows, disclosure_rows, document, grid, proceeding_rows

SURE, LESS_SURE = 0.999, 0.975


def recognised(found: Grid, confidence: float = SURE) -> Grid:
    """The grid as read from an image, each printed cell as surely as said."""
    return replace(found, cells=tuple(replace(cell, confidence=confidence if cell.text else None) for cell in found.cells))


def read(*grids: Grid) -> Report:
    found: Document = document(*grids)
    return witnessed(recognise(found), found)


def doubted(report: Report) -> dict[str, tuple[str, ...]]:
    return {name: figure.doubts for name, figure in report.figures.items() if figure.doubts}


def applications(**printed: str) -> Grid:
    rows = application_rows()
    for at, text in printed.items():
        row, column = at[1:].split("_")
        rows[int(row)][int(column)] = text
    return grid(rows, 2)


def test_figures_whose_sums_hold_are_sure_at_the_bar_and_others_only_far_above_it() -> None:
    report = read(recognised(grid(disclosure_rows()), LESS_SURE), recognised(applications(), LESS_SURE))
    assert {name.split(".")[0] for name in doubted(report)} == {"disclosure"}
    assert set(doubted(report).values()) == {("ocr",)}
    assert doubted(read(recognised(grid(disclosure_rows())), recognised(applications()))) == {}


def test_a_failing_sum_is_a_doubt_about_every_figure_of_it_and_changes_none() -> None:
    wrong = applications(r3_1="9")  # granted, natural persons: 9 of 10
    report = read(recognised(wrong))
    row = {
        f"applications.granted.{c}"
        for c in ("natural_person", "business", "research", "public_interest", "legal_service", "other", "total")
    }
    column = {name for name in report.figures if name.endswith(".natural_person") and report.figures[name].raw is not None}
    column -= {"applications.received.natural_person", "applications.carried_in.natural_person", "applications.carried_out.natural_person"}
    assert set(doubted(report)) == row | column
    assert set(doubted(report).values()) == {("ocr-sum",)}
    assert report.figures["applications.granted.natural_person"].raw == "9"


def test_a_failing_sum_without_a_figure_from_an_image_is_the_papers_own() -> None:
    assert doubted(read(applications(r3_1="9"))) == {}


def test_a_sum_with_a_blank_confirms_nothing() -> None:
    proceedings = proceeding_rows()
    proceedings[2][1] = ""
    report = read(recognised(applications(), LESS_SURE), recognised(grid(proceedings, 3), LESS_SURE))
    outcomes = ("upheld", "other", "pending", "total")
    assert doubted(report) == {f"proceedings.reconsideration.{outcome}": ("ocr",) for outcome in outcomes}


def test_one_figure_from_an_image_is_enough_to_doubt_the_sum_over_text() -> None:
    found = applications(r3_1="9")
    mixed = replace(found, cells=tuple(replace(c, confidence=SURE) if c.text == "9" else c for c in found.cells))
    assert set(doubted(read(mixed)).values()) == {("ocr-sum",)}


def test_a_row_from_an_image_that_lacks_a_cell_is_doubted_whole() -> None:
    found = recognised(applications())
    without = replace(found, cells=tuple(cell for cell in found.cells if (cell.row, cell.column) != (3, 7)))
    report = read(without)
    assert all(figure.doubts for name, figure in report.figures.items() if name.startswith("applications.granted.") and figure.raw)
