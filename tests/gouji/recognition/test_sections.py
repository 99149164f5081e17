import pytest

from gouji.form import form
from gouji.recognition.sections import split_sections

from .tables import document, grid


def split(*blocks: object) -> list[tuple[int | None, str]]:
    _, sections = split_sections(document(*blocks).blocks, form("2021"))
    return [(section.number, section.heading) for section in sections]


def test_the_six_parts_are_known_by_their_keywords_under_any_number() -> None:
    assert split(
        "一、总体情况", "二、行政机关主动公开政府信息情况", "三、收到的处理政府信息公开申请情况",
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "五、存在问题及改进措施", "六、其它报告事项",
    ) == [
        (1, "一、总体情况"), (2, "二、行政机关主动公开政府信息情况"), (3, "三、收到的处理政府信息公开申请情况"),
        (4, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"), (5, "五、存在问题及改进措施"), (6, "六、其它报告事项"),
    ]  # fmt: skip


def test_a_list_of_the_parts_in_the_preamble_is_no_heading() -> None:
    assert split("本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成。", "一、总体情况") == [
        (1, "一、总体情况")
    ]


def test_sub_headings_open_no_section() -> None:
    assert split("一、总体情况", "（一）主动公开", "1.主动公开情况如下。") == [(1, "一、总体情况")]


def test_a_part_that_the_form_does_not_know_has_no_number() -> None:
    assert split("一、总体情况", "二、林业生产完成情况", "三、主动公开政府信息情况") == [
        (1, "一、总体情况"), (None, "二、林业生产完成情况"), (2, "三、主动公开政府信息情况"),
    ]  # fmt: skip


def test_a_row_of_table_three_is_no_heading() -> None:
    assert split("三、收到和处理政府信息公开申请情况", grid([["四、结转下年度继续办理", *"0000000"]])) == [
        (3, "三、收到和处理政府信息公开申请情况")
    ]


def test_a_sub_heading_with_a_sections_words_is_no_section() -> None:
    assert split("一、总体情况", "（一）主动公开政府信息情况", "二、主动公开政府信息情况") == [
        (1, "一、总体情况"), (2, "二、主动公开政府信息情况"),
    ]  # fmt: skip


def test_a_heading_and_its_text_in_one_paragraph_are_parted_in_the_heading_only() -> None:
    _, sections = split_sections(document("一、总体情况。2023年，我局依法公开政府信息。", "二、主动公开政府信息情况").blocks, form("2021"))
    assert [(s.number, s.heading, s.text) for s in sections] == [
        (1, "一、总体情况", "一、总体情况。2023年，我局依法公开政府信息。"),
        (2, "二、主动公开政府信息情况", ""),
    ]


def test_the_later_parts_may_run_on_as_the_first_does() -> None:
    _, sections = split_sections(
        document(
            "一、总体情况。2023年，依法公开。", "五、存在的主要问题及改进情况：问题一是解读偏少。", "六、其他需要报告的事项 无。"
        ).blocks,
        form("2021"),
    )
    assert [(s.number, s.heading) for s in sections] == [
        (1, "一、总体情况"), (5, "五、存在的主要问题及改进情况"), (6, "六、其他需要报告的事项"),
    ]  # fmt: skip


def test_a_heading_in_other_words_runs_on_where_it_is_much_like_the_forms() -> None:
    assert split("一、总体情况。2023年，依法公开。", "五、主要问题和改进措施。问题一是解读偏少。", "二、加强主动公开。继续加强。") == [
        (1, "一、总体情况"), (5, "五、主要问题和改进措施"),
    ]  # fmt: skip


def test_a_list_of_parts_that_begins_in_the_middle_is_no_heading() -> None:
    assert split(
        "一、总体情况", "二、主动公开政府信息情况、三、收到和处理政府信息公开申请情况、四、政府信息公开行政复议、行政诉讼情况。"
    ) == [(1, "一、总体情况")]


def test_a_heading_on_two_lines_is_one() -> None:
    assert split("三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、", "行政诉讼情况", "正文。") == [
        (3, "三、收到和处理政府信息公开申请情况"), (4, "四、政府信息公开行政复议、行政诉讼情况"),
    ]  # fmt: skip


def test_arabic_numbers_at_both_levels_are_told_apart_by_the_parts_own_number() -> None:
    assert split("1、总体情况", "1、主动公开", "2、依申请公开", "2、主动公开政府信息情况", "3、收到和处理政府信息公开申请情况") == [
        (1, "1、总体情况"), (2, "2、主动公开政府信息情况"), (3, "3、收到和处理政府信息公开申请情况"),
    ]  # fmt: skip


def test_headings_that_lost_their_numbers_are_known_by_their_words() -> None:
    assert split("总体情况", "主动公开政府信息情况", "存在的主要问题及改进情况") == [
        (1, "总体情况"), (2, "主动公开政府信息情况"), (5, "存在的主要问题及改进情况"),
    ]  # fmt: skip


def test_a_list_of_the_parts_in_one_paragraph_is_no_heading_that_runs_on() -> None:
    assert split("一、总体情况；二、主动公开政府信息情况；三、其他。", "一、总体情况") == [(1, "一、总体情况")]


def test_misprinted_headings_are_the_parts_that_they_resemble() -> None:
    assert split("一、总体情况(宋体加粗小四号字)", "二、主动公开政府政府情况", "三、收到的处理政府信息申请公开申请情况", "五、下一步工作打算") == [
        (1, "一、总体情况(宋体加粗小四号字)"), (2, "二、主动公开政府政府情况"), (3, "三、收到的处理政府信息申请公开申请情况"),
        (5, "五、下一步工作打算"),
    ]  # fmt: skip


def test_a_heading_with_half_of_a_parts_words_in_that_parts_place_is_the_part() -> None:
    assert split("一、总体情况", "二、主动公开政府信息情况", "三、依申请公开办理情况", "四、行政复议情况", "五、存在的主要问题", "六、其他") == [
        (1, "一、总体情况"), (2, "二、主动公开政府信息情况"), (3, "三、依申请公开办理情况"),
        (4, "四、行政复议情况"), (5, "五、存在的主要问题"), (6, "六、其他"),
    ]  # fmt: skip


def test_half_of_a_parts_words_elsewhere_are_not_the_part() -> None:
    assert split("一、总体情况", "二、主动公开政府信息情况", "三、申请办理情况", "三、收到和处理政府信息公开申请情况", "一、主要问题") == [
        (1, "一、总体情况"), (2, "二、主动公开政府信息情况"), (None, "三、申请办理情况"),
        (3, "三、收到和处理政府信息公开申请情况"), (None, "一、主要问题"),
    ]  # fmt: skip


@pytest.mark.parametrize("numbered", ["{}、{}", "{} {}", "{}　{}", "{}，{}", "第{}部分 {}", "第{}部分：{}", "【{}、{}】", "{}．{}"])
def test_headings_are_known_however_they_are_numbered(numbered: str) -> None:
    parts = [section.heading for section in form("2021").sections]
    headings = [numbered.format(numeral, part) for numeral, part in zip("一二三四五六", parts, strict=True)]
    assert split(*headings) == list(enumerate(headings, 1))
