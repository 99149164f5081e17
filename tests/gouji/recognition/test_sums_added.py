"""Tables to which an office added sums of its own: 小计 and 合计 are none of the form's rows and columns."""

import pytest

from gouji.document.model import Grid
from gouji.recognition import recognise
from gouji.report import Report, State

from .tables import application_rows, disclosure_rows, document, grid, proceeding_rows

SUMS = ["小计", "小 计", "合计", "合 计"]
Rows = list[list[str]]


def read(disclosure: Rows, applications: Rows, proceedings: Rows, *, ragged: bool = False) -> Report:
    tables: list[Grid] = [grid(rows, n, ragged=ragged) for n, rows in enumerate((disclosure, applications, proceedings), 1)]
    return recognise(document(*tables))


def printed(report: Report) -> dict[str, str | None]:
    return {name: figure.raw for name, figure in report.figures.items()}


def unsure(report: Report) -> set[str]:
    return {name.rsplit(".", 1)[0] for name, figure in report.figures.items() if not figure.sure or figure.state is not State.NUMBER}


AS_THE_FORM = printed(read(disclosure_rows(), application_rows(), proceeding_rows()))


@pytest.mark.parametrize("name", [*SUMS, "不予公开小计", "（三）不予公开 合计", "（三）不予公开"])
@pytest.mark.parametrize("beside", ["1.属于国家秘密", "（四）无法提供", "（七）总计"])
def test_a_sum_of_some_rows_is_a_stranger_and_no_row_of_the_form(name: str, beside: str) -> None:
    rows = application_rows()
    at = next((n for n, row in enumerate(rows) if row[0].startswith(beside)), 14)
    rows.insert(at, [name, "7", *"00000", "7"])
    report = read(disclosure_rows(), rows, proceeding_rows())
    assert (printed(report), unsure(report)) == (AS_THE_FORM, set())
    assert [(row.label, row.printed) for row in report.tables["applications"].strange] == [(name, ("7", *"00000", "7"))]


@pytest.mark.parametrize("name", SUMS)
@pytest.mark.parametrize("place", [4, 7, 8])
def test_a_sum_of_some_applicants_is_not_taken_for_the_total(name: str, place: int) -> None:
    rows = [[*row[:place], name if n == 0 else "7", *row[place:]] for n, row in enumerate(application_rows())]
    report = read(disclosure_rows(), rows, proceeding_rows())
    assert (printed(report), unsure(report)) == (AS_THE_FORM, set())


@pytest.mark.parametrize("name", SUMS)
def test_a_sum_of_rows_in_table_two_is_a_stranger(name: str) -> None:
    rows = disclosure_rows()
    rows.insert(4, [name, "2", "1", "9"])
    report = read(rows, application_rows(), proceeding_rows())
    assert (printed(report), unsure(report)) == (AS_THE_FORM, set())
    assert [row.label for row in report.tables["disclosure"].strange] == [name]


@pytest.mark.parametrize("name", SUMS)
@pytest.mark.parametrize("track", [1, 2, 3])
def test_a_sum_beside_a_tracks_total_is_not_taken_for_it(name: str, track: int) -> None:
    tracks, outcomes, values = proceeding_rows()
    at = 5 * track
    rows = [[*tracks[:at], tracks[at - 1], *tracks[at:]], [*outcomes[:at], name, *outcomes[at:]], [*values[:at], "7", *values[at:]]]
    report = read(disclosure_rows(), application_rows(), rows)
    assert (printed(report), unsure(report)) == (AS_THE_FORM, set())
    assert report.tables["proceedings"].doubts == ("column-without-label",)


@pytest.mark.parametrize("place", [4, 7, 8])
@pytest.mark.parametrize("name", SUMS)
def test_in_flattened_text_a_sum_of_some_applicants_leaves_no_wrong_figure_sure(name: str, place: int) -> None:
    rows = [[*row[:place], name if n == 0 else "7", *row[place:]] for n, row in enumerate(application_rows())]
    report = read(disclosure_rows(), rows, proceeding_rows(), ragged=True)
    wrong = [figure for name, figure in report.figures.items() if figure.raw != AS_THE_FORM[name]]
    assert not any(figure.sure for figure in wrong)


def test_a_total_called_by_another_name_alone_is_the_total() -> None:
    rows = application_rows()
    rows[0][7] = "合计"
    rows[-2][0] = "（七）合计"
    report = read(disclosure_rows(), rows, proceeding_rows())
    assert (printed(report), unsure(report)) == (AS_THE_FORM, set())


@pytest.mark.parametrize("name", ["（七）小计", "(七) 小 计", "七、小计"])
@pytest.mark.parametrize("before", [None, "小计", "（六）小计"])
def test_the_seventh_row_is_the_total_though_it_is_called_a_sum_of_some(name: str, before: str | None) -> None:
    rows = application_rows()
    rows[-2][0] = name
    if before:
        rows.insert(-2, [before, "7", *"00000", "7"])
    report = read(disclosure_rows(), rows, proceeding_rows())
    assert (printed(report), unsure(report)) == (AS_THE_FORM, set())
    assert [row.label for row in report.tables["applications"].strange] == ([before] if before else [])


@pytest.mark.parametrize("name", ["小计", "（六）小计"])
def test_a_sum_without_the_totals_number_is_not_taken_for_it(name: str) -> None:
    rows = application_rows()
    rows[-2][0] = name
    report = read(disclosure_rows(), rows, proceeding_rows())
    assert "concluded_total" not in report.tables["applications"].rows
