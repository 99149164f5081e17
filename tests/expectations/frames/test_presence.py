"""What the form asks for, and under which label it was found."""

from dataclasses import replace

import pytest

from gouji.judgement import Judgement
from gouji.report import Report
from tests.builders import (
    dossier,
    sound_report,
    with_figure,
    with_figures,
    with_other_outcomes_merged,
    without_column,
    without_row,
    without_section,
)


def _of(report: Report) -> pytest.MarkDecorator:
    """The mark of a test whose fixture `judged` is what the judges say of this report."""
    return pytest.mark.judged(dossier(report))


@_of(without_row(without_row(sound_report(), "applications", "rejected_mass"), "applications", "rejected_reissue"))
def test_all_missing_rows_are_one_finding_with_all_their_figures(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert (finding.rule, len(finding.figures)) == ("applications-row-missing", 14)
    assert "共见23行" in finding.message.zh


def _unlabelled() -> Report:
    report = sound_report()
    table = report.tables["applications"]
    rows = {name: label for name, label in table.rows.items() if name != "rejected_mass"}
    return replace(report, tables={**report.tables, "applications": replace(table, rows=rows)})


@_of(_unlabelled())
def test_a_row_without_its_label_whose_cells_are_there_is_not_missing(judged: Judgement) -> None:
    assert judged.findings == ()


def _without_a_header() -> Report:
    report = sound_report()
    table = report.tables["disclosure"]
    columns = {name: label for name, label in table.columns.items() if name != "repealed"}
    return replace(report, tables={**report.tables, "disclosure": replace(table, columns=columns)})


@_of(_without_a_header())
def test_a_header_that_was_lost_over_full_cells_is_no_missing_column(judged: Judgement) -> None:
    assert judged.findings == ()


@_of(with_figure(sound_report(), "disclosure.fees.amount", None))
def test_a_row_of_one_value_without_its_cell_lacks_its_column(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert (finding.rule, finding.figures) == ("disclosure-column-missing", ("disclosure.fees.amount",))


@_of(without_column(with_figures(sound_report(), {"applications.granted.total": 50}), "applications", "research"))
def test_where_a_column_is_missing_no_sum_over_it_is_judged(judged: Judgement) -> None:
    assert "applications-row-sum" not in (judged.held or {})


def _one_item_beside_the_merged_row() -> Report:
    report = with_other_outcomes_merged(sound_report())
    table = report.tables["applications"]
    kept = replace(table, rows={**table.rows, "other_misc": "3.其他"})
    return replace(report, tables={**report.tables, "applications": kept})


@_of(_one_item_beside_the_merged_row())
def test_one_item_beside_the_merged_row_is_a_missing_row(judged: Judgement) -> None:
    assert [finding.rule for finding in judged.findings] == ["applications-row-missing"]


def _with_items_in_the_old_form() -> Report:
    """A report of 2023 whose Table 2 is the trial form's and whose Table 3, split into three items, that of 2021."""
    old, new = sound_report("2019"), sound_report("2021")
    figures = {name: figure for name, figure in old.figures.items() if not name.startswith("applications.")}
    figures |= {name: figure for name, figure in new.figures.items() if name.startswith("applications.")}
    return replace(old, figures=figures, tables={**old.tables, "applications": new.tables["applications"]})


@_of(_with_items_in_the_old_form())
def test_the_items_of_a_row_that_the_old_form_has_whole_are_no_missing_row(judged: Judgement) -> None:
    assert "applications-row-missing" not in [finding.rule for finding in judged.findings]


@_of(sound_report("2019", 2020))
def test_the_merged_row_is_no_fault_in_the_form_that_has_it(judged: Judgement) -> None:
    assert judged.findings == ()


def _unrecognised() -> Report:
    report = sound_report()
    tables = {name: table for name, table in report.tables.items() if name != "proceedings"}
    figures = {name: figure for name, figure in report.figures.items() if not name.startswith("proceedings.")}
    return replace(report, tables=tables, figures=figures)


@_of(_unrecognised())
def test_a_table_is_in_doubt_where_another_stands_unrecognised_in_its_section(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert (finding.rule, finding.doubt) == ("table-missing", True)


@_of(without_section(without_section(sound_report(), 5), 6))
def test_every_missing_section_is_a_finding_of_its_own(judged: Judgement) -> None:
    assert [finding.rule for finding in judged.findings] == ["section-missing", "section-missing"]
    assert len({finding.fingerprint for finding in judged.findings}) == 2


def _without_figures_of_table_four(*tracks: str) -> Report:
    report = sound_report()
    return with_figures(report, dict.fromkeys(name for name in report.figures if name.split(".")[1] in tracks))


@_of(_without_figures_of_table_four("reconsideration", "direct_litigation", "litigation_after_reconsideration"))
def test_of_many_figures_not_found_the_first_are_named_and_all_counted(judged: Judgement) -> None:
    (finding,) = (f for f in judged.findings if f.rule == "proceedings-figure-missing")
    assert len(finding.figures) == 15
    assert "总计等15处；共见0个数据格" in finding.message.zh
    assert finding.message.zh.count("行政复议") == 5


@_of(_without_figures_of_table_four("reconsideration"))
def test_few_figures_not_found_are_all_named(judged: Judgement) -> None:
    (finding,) = (f for f in judged.findings if f.rule == "proceedings-figure-missing")
    assert "处；" not in finding.message.zh
    assert finding.message.zh.count("行政复议") == 5
