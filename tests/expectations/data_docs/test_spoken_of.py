"""Which figures a finding's sentence is about: these are marked, and are the places that letters name."""

from dataclasses import replace

from expectations.data_docs.marks import spoken_of
from gouji.form import form
from tests.gouji.findings import finding

APPLICATIONS = form("2021").table("applications")
ROWS = tuple(row.id for row in APPLICATIONS.rows())
COLUMNS = tuple(column.id for column in APPLICATIONS.columns_of("granted"))


def spoken(rule: str, also: tuple[str, ...], *lines: tuple[str, str]) -> set[str]:
    """Of a finding with all figures of these rows and columns; "" stands for all of them."""
    figures = [
        f"applications.{r}.{c}" for row, column in lines for r in ([row] if row else ROWS) for c in ([column] if column else COLUMNS)
    ]
    return set(spoken_of(replace(finding(), rule=rule, also=also, figures=tuple(dict.fromkeys(figures)))))


def test_two_columns_broken_alike_cross_nowhere_and_are_about_their_totals() -> None:
    figures = spoken("applications-concluded-sum", ("applications-balance",), ("", "natural_person"), ("", "total"))
    assert figures == {"applications.concluded_total.natural_person", "applications.concluded_total.total"}


def test_a_row_and_a_column_are_about_where_they_cross_and_what_the_row_should_make() -> None:
    figures = spoken("applications-row-sum", ("applications-concluded-sum",), ("granted", ""), ("", "natural_person"))
    assert figures == {"applications.granted.natural_person", "applications.granted.total"}


def test_a_wrong_total_in_a_row_is_one_figure_and_not_the_whole_column_of_totals() -> None:
    figures = spoken("applications-row-sum", ("applications-concluded-sum",), ("granted", ""), ("", "total"))
    assert figures == {"applications.granted.total"}
