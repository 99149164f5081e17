"""Several files of one report are compared figure by figure."""

from dataclasses import replace

from expectations.judging import judge
from gouji.judgement import Judgement
from gouji.place import Place
from gouji.report import Report
from tests.builders import dossier, settled, sound_report, with_doubt, with_figure, with_figures

PERMITS = "disclosure.permits.decisions"
PENALTIES = "disclosure.penalties.decisions"
ROW = "applications.received.{}"


def judged(*others: Report, main: Report | None = None) -> Judgement:
    [judgement] = judge([dossier(main, others=others)], select=["versions-differ"])
    return judgement


def pdf(**figures: int | str) -> Report:
    printed = {name.replace("__", "."): text for name, text in figures.items()}
    return with_figures(sound_report(source="files/report.pdf", format="pdf"), printed)


def test_all_figures_in_which_a_file_differs_are_one_finding_that_names_both_files() -> None:
    [finding] = judged(pdf(disclosure__permits__decisions=119, disclosure__penalties__decisions=35)).findings
    assert (finding.rule, finding.doubt, finding.figures) == ("versions-differ", False, (PERMITS, PENALTIES))
    assert (finding.expected, finding.actual) == (None, "120／119")
    assert finding.message.zh == (
        "表二 · 行政许可 · 本年处理决定数量（第1个表第4行第2列）：一处为120，另一处为119，共2项不同。"
        "report.html与report.pdf分别为：行政许可·处理决定 120／119、行政处罚·处理决定 34／35。"
    )


def test_three_files_are_compared_with_the_one_that_speaks() -> None:
    word = sound_report(source="report.docx", format="docx")
    judgement = judged(pdf(disclosure__permits__decisions=119), with_figure(word, PENALTIES, 35))
    [finding] = judgement.findings
    assert finding.figures == (PERMITS, PENALTIES)
    assert "report.html与report.docx" in finding.message.zh
    assert judgement.held == {"versions-differ": 398}


def test_a_blank_beside_a_nought_is_said_to_be_unchecked() -> None:
    judgement = judged(pdf(applications__rejected_mass__research="", applications__rejected_mass__other="/"))
    assert judgement.findings == ()
    [entry] = judgement.not_checked
    assert entry.reason.zh.startswith("两份文件所印不同而不都是数字：表三 · （五）不予处理 4.无正当理由大量反复申请 · ")
    assert judgement.held == {"versions-differ": 198}


def test_the_same_blank_in_both_is_no_difference() -> None:
    main = with_figure(sound_report(), PERMITS, "")
    judgement = judged(pdf(disclosure__permits__decisions=""), main=main)
    assert (judgement.findings, judgement.not_checked) == ((), ())


def test_a_figure_read_unsurely_in_either_file_is_a_question() -> None:
    unsure = with_doubt(pdf(disclosure__permits__decisions=119), PERMITS, "by-position")
    [finding] = judged(unsure).findings
    assert finding.doubt
    both = judged(with_figure(unsure, PENALTIES, 35)).findings
    assert [(finding.doubt, finding.figures) for finding in both] == [(True, (PERMITS,)), (False, (PENALTIES,))]


def test_what_was_recognised_from_images_is_a_question() -> None:
    scan = with_doubt(pdf(disclosure__permits__decisions=119), "applications.received.total", "ocr")
    [finding] = judged(scan).findings
    assert finding.doubt
    assert "其中一份是图像识别得出" in finding.message.zh


def test_a_governments_report_beside_its_offices_own_is_a_question() -> None:
    one = replace(sound_report(), agency=settled("青禾县人民政府"))
    other = replace(pdf(disclosure__permits__decisions=119), agency=settled("青禾县人民政府办公室"))
    [finding] = judged(other, main=one).findings
    assert finding.doubt
    assert "办公室自己的" in finding.message.zh


def test_digits_that_text_may_have_put_into_a_neighbours_cell_are_a_question() -> None:
    main = with_figures(sound_report(), {ROW.format("natural_person"): 11, ROW.format("business"): 0})
    text = with_figures(sound_report(source="r.txt", format="text"), {ROW.format("natural_person"): 1, ROW.format("business"): 10})
    lines = {name: replace(figure, place=Place(line=9)) for name, figure in text.figures.items()}
    [finding] = judged(replace(text, figures=lines), main=main).findings
    assert finding.doubt
    assert "相邻数字可能读并或读拆" in finding.message.zh
