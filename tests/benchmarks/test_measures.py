"""The measures measure: a planted misread is seen, a doubt is told from a miss, and the common mapper is no one's handicap."""

from dataclasses import replace
from decimal import Decimal

import pytest

from benchmarks.corpus import Made, content, corpus
from benchmarks.corpus.making import fits
from benchmarks.corpus.plain import own_pdfs
from benchmarks.mapping import mapped
from benchmarks.truth import Outcome, outcomes, same
from gouji.isolation import Reading
from gouji.reading import read_report
from gouji.report import Figure, Report, State
from samples import sound
from samples.grids import grid
from tests.builders import with_doubt, with_figures, without_table

NAME = "applications.received.total"


def a_page() -> tuple[Made, Report]:
    (made,) = corpus(["html-portal"], [2])
    return made, read_report(made.data, made.name)


def not_exact(made: Made, report: Report) -> list[Outcome]:
    return [outcome for outcome in outcomes(made, Reading("0", report, None)) if not outcome.exact]


def test_a_figure_read_wrong_without_a_doubt_is_missed() -> None:
    made, report = a_page()
    (found,) = not_exact(made, with_figures(report, {NAME: "98765"}))
    assert (found.id, found.printed, found.missed) == (NAME, made.content.truth[NAME], True)


def test_a_figure_read_wrong_with_a_doubt_is_not_missed() -> None:
    made, report = a_page()
    (found,) = not_exact(made, with_doubt(with_figures(report, {NAME: "98765"}), NAME))
    assert (found.id, found.missed) == (NAME, False)


def test_on_paper_a_digit_of_full_width_is_a_digit() -> None:
    found = Figure(NAME, "40", State.NUMBER, Decimal(40))
    assert [same("４０", found, on_paper=paper) for paper in (True, False)] == [True, False]


def test_a_table_that_is_printed_and_not_found_is_missed_unless_something_was_left_unread() -> None:
    made, report = a_page()
    lost = without_table(report, "proceedings")
    assert [outcome.missed for outcome in not_exact(made, lost)] == [True] * 15
    assert [outcome.missed for outcome in not_exact(made, replace(lost, unread=("image-not-read",)))] == [False] * 15


@pytest.mark.parametrize("year", [2020, 2024])
def test_the_common_mapper_finds_every_figure_of_the_form_as_it_is_printed(year: int) -> None:
    sample = sound(year=year, size="medium", seed=4)
    tables = [found for name in ("disclosure", "applications", "proceedings") if (found := grid(sample, name))]
    rows = [[[cell.text for cell in shown.row(number)] for number in range(shown.rows)] for shown in tables]
    assert mapped(rows) == sample.figures


def test_a_pdf_that_lacks_printed_digits_does_not_hold_its_report() -> None:
    whole = content(8)
    [pdf] = own_pdfs([whole], "pdf-own")
    more = replace(whole, sample=replace(whole.sample, title=f"{whole.sample.title}{'8' * 200}"))
    assert fits(pdf, whole)
    assert not fits(pdf, more)
