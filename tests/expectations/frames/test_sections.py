"""Sections, what follows them, and what they speak of: nothing that reading may have moved or lost is held against an office."""

from dataclasses import replace

from expectations.judging import judge
from gouji.document.model import Paragraph
from gouji.place import Place
from gouji.report import Report, Section
from tests.builders import agency, dossier, sound_report, with_figures, with_heading, with_more_text, with_text, without_table


def _found(*reports: Report) -> list[list[tuple[str, bool]]]:
    return [[(f.rule, f.doubt) for f in judgement.findings] for judgement in judge([dossier(report) for report in reports])]


def _with_part(report: Report, after: int, heading: str, *texts: str, number: int | None = None) -> Report:
    paragraphs = tuple(Paragraph(text, Place(paragraph=90 + i)) for i, text in enumerate(texts))
    at = next(i for i, s in enumerate(report.sections) if s.number == after) + 1
    part = Section(number, heading, Place(paragraph=89), paragraphs)
    return replace(report, sections=(*report.sections[:at], part, *report.sections[at:]))


def test_an_extra_part_or_wrong_numerals_are_no_fault_of_order() -> None:
    extra = _with_part(sound_report(), 1, "二、公开工作亮点", "组织开放日3次。")
    numerals = with_heading(sound_report(), 3, "五、收到和处理政府信息公开申请情况")
    assert _found(extra, numerals) == [[], []]


def test_a_heading_that_comes_again_in_other_words_is_a_question() -> None:
    again = _with_part(sound_report(), 3, "二、主动公开方面", "公开信息3条。", number=2)
    assert ("section-order", True) in _found(again)[0]


def test_other_wordings_of_the_same_are_noted_and_right_under_the_trial_form() -> None:
    words = "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"
    reports = (with_heading(sound_report(), 4, words), with_heading(sound_report("2019", 2020), 4, words))
    found = [judgement.findings for judgement in judge([dossier(report) for report in reports])]
    assert [[(finding.rule, str(finding.severity)) for finding in own] for own in found] == [[("section-heading", "info")], []]


def test_a_heading_that_may_have_been_cut_is_a_question() -> None:
    cut = [with_heading(sound_report(), 5, heading) for heading in ("五、存在的主要问题", "五、存在的主要问题及改进情况（一）问题")]
    assert _found(*cut) == [[("section-heading", True)]] * 2


def test_text_under_a_part_of_its_own_is_the_sections() -> None:
    report = _with_part(with_text(sound_report(), 5), 5, "一、主要问题", "公开内容还不够及时，将按月检查。")
    assert _found(report) == [[]]


def test_an_image_or_text_that_stands_elsewhere_makes_emptiness_a_question() -> None:
    image = replace(with_text(sound_report(), 5), unread=("image",))
    elsewhere = with_more_text(with_text(sound_report(), 5), 4, "存在的问题：公开还不够及时，将改进。")
    assert _found(image, elsewhere) == [[("section-empty-text", True)]] * 2


def test_a_section_whose_table_stands_elsewhere_is_not_empty() -> None:
    report = sound_report()
    elsewhere = replace(report, sections=tuple(replace(s, grids=()) for s in report.sections))
    assert _found(elsewhere, without_table(report, "disclosure")) == [[], [("section-empty", False)]]


def test_any_word_of_a_shortcoming_and_a_remedy_is_enough() -> None:
    texts = (("公开内容偏少。今后多组织培训。",), ("（一）问题", "（二）措施"), ("人手不足，将改进。无。",))
    assert _found(*(with_text(sound_report(), 5, *text) for text in texts)) == [[], [], []]


def test_only_a_government_reports_on_assessment() -> None:
    text = "全年主动公开信息12条，收到申请8件，发布从严审核，网站运行正常，组织学习2次。" * 6
    report = with_text(sound_report(), 1, text)
    kinds = {"县": ["assessment-missing"], "部门": [], "街道": [], None: []}
    judged = judge([dossier(report, agency=agency("临河县人民政府", kind=kind)) for kind in kinds])
    assert {kind: [finding.rule for finding in own.trial] for kind, own in zip(kinds, judged, strict=True)} == kinds


def test_what_is_quoted_of_a_text_keeps_its_signs_as_printed() -> None:
    report = with_text(sound_report(), 6, "全年收取信息处理费４００元，都已上缴。")
    (finding,) = judge([dossier(report)])[0].trial
    assert (finding.rule, "写有“全年收取信息处理费４００元，都已上缴。”" in finding.message.zh) == ("fee-statement-incomplete", True)


def test_a_statement_that_no_fee_was_taken_is_whole_and_another_fee_is_none_for_information() -> None:
    whole = ["本年度没有收取信息处理费。", "未发生收费情况，全年收取水资源费320万元。", "未收取信息处理费，收到经费30万元。"]
    wanting = ["未收取诉讼费，收取信息处理费400元。", "全年收费400元。", "没有收取诉讼费。"]
    unpaid = {"applications.other_unpaid.total": 1}
    reports = [with_text(with_figures(sound_report(), unpaid), 6, text) for text in (*whole, *wanting)]
    found = [any(f.rule == "fee-statement-incomplete" for f in own.trial) for own in judge([dossier(report) for report in reports])]
    assert found == [False] * 3 + [True] * 3
