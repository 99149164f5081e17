"""Where a sum fails its cells are read a second way: agreement, disagreement, or one way only."""

from io import BytesIO
from time import perf_counter

import pytest
from openpyxl import Workbook

from expectations.judging import judge
from gouji.finding import Finding
from gouji.form import form
from gouji.ledger.content import content_of
from gouji.reading import read_report
from gouji.report import READINGS_DIFFER, Report
from gouji.second import ROUTES, Row, read_twice
from gouji.second.html import html_rows
from gouji.second.letters import pages_of
from gouji.second.pdf import pdf_rows
from gouji.second.rows import printed_in
from samples import any_sound, faulty, render
from tests.builders import dossier, sound_report, with_figure, with_figures
from tests.layouts.paper import Paper, seven
from tests.layouts.two_readings import applications_docx, applications_html, disputes_pdf, docx

AGREE, ONE_WAY = "两种方法读取一致。", "只用一种方法读取。"
TOTAL = "proceedings.litigation_after_reconsideration.total"


def findings(report: Report, rule: str) -> list[Finding]:
    [judgement] = judge([dossier(report)], select=[rule])
    return list(judgement.findings)


def read_again(report: Report) -> dict[str, tuple[str | None, str | None]]:
    return {f.id: (f.raw, f.second) for f in report.figures.values() if f.second is not None}


@pytest.mark.parametrize(("shown_as", "said"), [("pdf", AGREE), ("html", AGREE), ("text", ONE_WAY)])
def test_a_finding_on_a_sum_says_how_its_figures_were_read(shown_as: str, said: str) -> None:
    for rule in ("proceedings-sum", "applications-row-sum", "applications-balance"):
        [finding] = findings(read_report(render(faulty(rule).sample, shown_as), "report"), rule)
        assert finding.message.zh.endswith(said)
        assert not finding.doubt


def test_a_report_whose_sums_hold_is_read_once() -> None:
    for shown_as in ("pdf", "html"):
        assert read_again(read_report(render(faulty("proceedings-sum", "neighbour").sample, shown_as), "report")) == {}


def test_only_the_figures_of_failing_sums_are_read_twice() -> None:
    report = read_report(disputes_pdf("0 0 0 0 0 0 0 0 0 0 1 0 0 0 2"), "report.pdf")
    track = "proceedings.litigation_after_reconsideration"
    assert read_again(report) == {
        f"{track}.upheld": ("1", "1"), f"{track}.corrected": ("0", "0"), f"{track}.other": ("0", "0"),
        f"{track}.pending": ("0", "0"), f"{track}.total": ("2", "2"),
    }  # fmt: skip


def test_a_pdf_that_says_of_a_glyph_what_nobody_sees_gives_a_question() -> None:
    report = read_report(disputes_pdf("0 0 0 0 0 0 0 0 0 0 1 0 0 0 1", told="0"), "report.pdf")
    assert read_again(report)[TOTAL] == ("0", "1")
    [finding] = findings(report, "proceedings-sum")
    assert finding.doubt
    assert "表四 · 行政诉讼 复议后起诉 · 总计一读“0”，一读“1”" in finding.message.zh
    assert "reads “0” one way and “1” the other" in finding.message.en


def test_a_web_page_whose_spans_push_a_row_aside_gives_a_question() -> None:
    rows = {"received": "1 0 0 0 0 0 1", "carried_out": "1 0 0 0 0 0 1"}
    assert read_again(read_report(applications_html(rows), "page.html")) == {}
    report = read_report(applications_html(rows, spans={"carried_out": 2}), "page.html")
    assert read_again(report)["applications.carried_out.natural_person"] == ("0", "1")
    assert all(finding.doubt for finding in findings(report, "applications-balance"))


def test_a_word_file_whose_spans_push_a_row_aside_gives_a_question() -> None:
    rows = {"received": "1 0 0 0 0 0 1", "carried_out": "1 0 0 0 0 0 1"}
    assert read_again(read_report(applications_docx(rows), "report.docx")) == {}
    report = read_report(applications_docx(rows, spans={"carried_out": 2}), "report.docx")
    assert READINGS_DIFFER in report.figures["applications.carried_out.natural_person"].doubts
    assert all(finding.doubt for finding in findings(report, "applications-balance"))


@pytest.mark.parametrize("kind", ROUTES)
def test_a_lying_route_of_either_kind_makes_a_question_of_what_it_lies_about(kind: str) -> None:
    sound = Row(("复议后起诉",), ("0", "0", "0", "0", "0"))
    lie = Row(("复议后起诉",), ("0", "0", "0", "0", "7"))
    report = with_figure(sound_report(format=kind), TOTAL, 7)
    [agreed] = findings(read_twice(report, b"", {kind: lambda data, pages: [lie]}), "proceedings-sum")
    [asked] = findings(read_twice(report, b"", {kind: lambda data, pages: [sound]}), "proceedings-sum")
    [alone] = findings(read_twice(report, b"", {kind: lambda data, pages: []}), "proceedings-sum")
    assert (agreed.doubt, asked.doubt, alone.doubt) == (False, True, False)
    assert (agreed.message.zh.endswith(AGREE), alone.message.zh.endswith(ONE_WAY)) == (True, True)
    assert agreed.fingerprint == asked.fingerprint == alone.fingerprint


def test_a_blank_beside_a_number_is_a_difference() -> None:
    report = with_figure(with_figure(sound_report(), "proceedings.reconsideration.pending", ""), "proceedings.reconsideration.total", 0)
    row = Row(("行政复议",), ("1", "0", "0", "3", "0"))
    read = read_twice(report, b"", {"html": lambda data, pages: [row]})
    assert read.figures["proceedings.reconsideration.pending"].doubts == (READINGS_DIFFER,)
    assert findings(read, "proceedings-sum")[0].doubt


def test_the_second_reading_changes_nothing_of_what_the_document_says() -> None:
    report = with_figure(sound_report(), TOTAL, 7)
    read = read_twice(report, b"", {"html": lambda data, pages: [Row(("复议后起诉",), ("0", "0", "0", "0", "0"))]})
    assert read.figures[TOTAL].second == "0"
    assert content_of(read) == content_of(report)


def test_a_word_file_is_read_again_from_its_own_markup() -> None:
    heads = ["", *["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3]
    data = docx(heads, ["", *["0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "7"]])
    read = read_twice(with_figure(sound_report(format="docx"), TOTAL, 7), data)
    assert read_again(read)[TOTAL] == ("7", "7")
    changed = "<w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins><w:r><w:t>8</w:t></w:r></w:ins>"
    data = docx(heads, ["", *["0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"], changed])
    assert read_again(read_twice(with_figure(sound_report(format="docx"), TOTAL, 7), data))[TOTAL] == ("7", "8")


def test_a_workbook_is_read_again_by_another_library() -> None:
    book = Workbook()
    for row in (("", *["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3), (None, *[0] * 13, 1.5, 7)):
        book.active.append(row)
    kept = BytesIO()
    book.save(kept)
    report = with_figures(sound_report(format="xlsx"), {TOTAL: 7, TOTAL.replace("total", "pending"): "1.50"})
    read = read_twice(report, kept.getvalue())
    assert read_again(read)[TOTAL] == ("7", "7")
    assert read_again(read)[TOTAL.replace("total", "pending")] == ("1.50", "1.5")
    assert all(figure.sure for figure in read.figures.values())


@pytest.mark.parametrize("kind", ROUTES)
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing", b"PK\x03\x04", b"<table><tr><td>1", docx(["1"], inside="<w:p>")])
def test_bytes_that_a_second_route_cannot_read_leave_one_reading(kind: str, data: bytes) -> None:
    report = with_figure(sound_report(format=kind), TOTAL, 7)
    assert read_twice(report, data) == report


@pytest.mark.parametrize("shown_as", ["pdf", "html"])
@pytest.mark.parametrize("seed", [0, 2])
def test_two_routes_read_the_same_in_every_cell_of_tables_3_and_4(shown_as: str, seed: int) -> None:
    data = render(any_sound(seed), shown_as)
    report = read_report(data, "report")
    assert report.form is not None
    route = {"pdf": pdf_rows, "html": html_rows}[shown_as]
    rows = list(route(data, {f.place.page for f in report.figures.values() if f.place and f.place.page}))
    for table in ("applications", "proceedings"):
        first = {f.id: f.raw for f in report.figures.values() if f.table == table and f.raw is not None}
        assert printed_in(rows, form(report.form).table(table)) == first


def test_rows_of_unequal_height_keep_their_labels_wherever_the_figures_stand() -> None:
    paper = Paper()
    for y, label in (
        (100, "（一）予以公开"),
        (118, "（二）部分公开（区分处理的，"),
        (132, "只计这一情形，不计其他"),
        (146, "情形）"),
        (164, "1.属于国家秘密"),
    ):
        paper.write(70, y, label, 10)
    for y, figures in ((100, "3 0 0 0 0 0 3"), (118, "2 0 0 0 0 0 2"), (164, "1 0 0 0 0 0 1")):
        for number, figure in enumerate(figures.split()):
            paper.write(240 + 40 * number, y, figure, 10)
    printed = printed_in(pdf_rows(paper.pdf(), [1]), form("2021").table("applications"))
    assert {name.split(".")[1]: text for name, text in printed.items() if name.endswith("total")} == {
        "granted": "3", "partially_granted": "2", "denied_state_secret": "1",
    }  # fmt: skip


def test_a_row_with_blanks_is_read_under_its_columns() -> None:
    paper = Paper()
    for y, label, figures in ((100, "1.属于国家秘密", "1 2 3 4 5 6 21"), (120, "2.重复申请", "1 _ _ 2 _ _ 3")):
        paper.write(70, y, label, 10)
        for number, figure in enumerate(figures.split()):
            paper.write(240 + 40 * number, y, figure.replace("_", ""), 10)
    printed = printed_in(pdf_rows(paper.pdf(), [1]), form("2021").table("applications"))
    assert [text for name, text in printed.items() if "rejected_repeat" in name] == ["1", "", "", "2", "", "", "3"]


def test_figures_run_together_and_a_table_four_of_seven_figures_tell_no_column() -> None:
    paper = Paper()
    for row, (label, figures) in enumerate((("(七)总计", "10 0 0 0 0 0 10"), ("(一)予以公开", "8 _ _ _ _ _ 8"))):
        seven(40 + 22 * row, label, figures, paper)
    paper.write(73, 100, "(二)部分公开").write(313, 100, "1234567890123")  # over two columns, as where cells leave no room
    assert [row.values for row in pdf_rows(paper.pdf(), [1])] == [
        ("10", *"00000", "10"), ("8", "8"), ("8", "", "", "", "", "", "8"), ("1234567890123",),
    ]  # fmt: skip
    paper = Paper()
    for column, text in enumerate("2110111"):
        paper.write(80 + 60 * column, 40, text)
    seven(60, "(二)部分公开", "_ _ 3 _ _ _ _", paper)
    assert [row.values for row in pdf_rows(paper.pdf(), [1])] == [tuple("2110111"), ("3",)]


def test_a_row_beside_a_piece_of_a_number_or_whose_label_runs_into_a_figure_is_not_read() -> None:
    paper = Paper()
    for row, label in enumerate(("(七)总计", "(一)予以公开", "(二)部分公开")):
        seven(40 + 30 * row, label, "10 0 0 0 0 0 10", paper)
    paper.write(233, 165, "6").write(473, 165, "8").write(273, 159, "2").write(273, 171, "2").write(73, 165, "(三)不予公开")
    paper.write(70, 220, "1.属于国家秘密属于国家秘密属3").write(473, 220, "3")  # the first figure in the label's words
    assert [row.values for row in pdf_rows(paper.pdf(), [1])] == [("10", *"00000", "10")] * 3 + [("3",)]


def test_a_second_route_says_nothing_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    paper = Paper().write(70, 100, "行政许可").write(240, 100, "3")
    broken = paper.pdf().replace(b"/FontBBox", b"/FontBxBx")
    list(pdf_rows(broken, [1]))
    assert capfd.readouterr().err == ""


def test_a_page_that_would_take_long_is_read_one_way() -> None:
    paper = Paper()
    for _ in range(60_000):
        paper.rule(10, 10, 50, 60)
    paper.write(70, 184, "行政许可").write(230, 184, "3")
    started = perf_counter()
    assert list(pages_of(paper.pdf(), [1])) == []
    assert perf_counter() - started < 5
