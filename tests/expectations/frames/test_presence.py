"""What the form asks for, and under which label it was found."""

from dataclasses import replace

from expectations.judging import judge
from gouji.finding import Finding
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


def _findings(report: Report) -> list[Finding]:
    (judgement,) = judge([dossier(report)])
    return list(judgement.findings)


def test_all_missing_rows_are_one_finding_with_all_their_figures() -> None:
    report = without_row(without_row(sound_report(), "applications", "rejected_mass"), "applications", "rejected_reissue")
    (finding,) = _findings(report)
    assert (finding.rule, len(finding.figures)) == ("applications-row-missing", 14)
    assert "共见23行" in finding.message.zh


def test_a_row_without_its_label_whose_cells_are_there_is_not_missing() -> None:
    report = sound_report()
    table = report.tables["applications"]
    rows = {name: label for name, label in table.rows.items() if name != "rejected_mass"}
    assert _findings(replace(report, tables={**report.tables, "applications": replace(table, rows=rows)})) == []


def test_a_header_that_was_lost_over_full_cells_is_no_missing_column() -> None:
    report = sound_report()
    table = report.tables["disclosure"]
    columns = {name: label for name, label in table.columns.items() if name != "repealed"}
    assert _findings(replace(report, tables={**report.tables, "disclosure": replace(table, columns=columns)})) == []


def test_a_row_of_one_value_without_its_cell_lacks_its_column() -> None:
    (finding,) = _findings(with_figure(sound_report(), "disclosure.fees.amount", None))
    assert (finding.rule, finding.figures) == ("disclosure-column-missing", ("disclosure.fees.amount",))


def test_where_a_column_is_missing_no_sum_over_it_is_judged() -> None:
    report = without_column(with_figures(sound_report(), {"applications.granted.total": 50}), "applications", "research")
    (judgement,) = judge([dossier(report)])
    assert "applications-row-sum" not in (judgement.held or {})


def test_one_item_beside_the_merged_row_is_a_missing_row() -> None:
    report = with_other_outcomes_merged(sound_report())
    table = report.tables["applications"]
    kept = replace(table, rows={**table.rows, "other_misc": "3.其他"})
    report = replace(report, tables={**report.tables, "applications": kept})
    rules = [finding.rule for finding in _findings(report)]
    assert rules == ["applications-row-missing"]


def test_the_merged_row_is_no_fault_in_the_form_that_has_it() -> None:
    assert _findings(sound_report("2019", 2020)) == []


def test_a_table_is_in_doubt_where_another_stands_unrecognised_in_its_section() -> None:
    report = sound_report()
    tables = {name: table for name, table in report.tables.items() if name != "proceedings"}
    figures = {name: figure for name, figure in report.figures.items() if not name.startswith("proceedings.")}
    (finding,) = _findings(replace(report, tables=tables, figures=figures))
    assert (finding.rule, finding.doubt) == ("table-missing", True)


def test_every_missing_section_is_a_finding_of_its_own() -> None:
    findings = _findings(without_section(without_section(sound_report(), 5), 6))
    assert [finding.rule for finding in findings] == ["section-missing", "section-missing"]
    assert len({finding.fingerprint for finding in findings}) == 2
