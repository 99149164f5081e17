"""Numbers of persons are shown by their first three and last two signs; everything else stays as it is."""

from dataclasses import replace
from time import perf_counter

import pytest

from gouji.privacy import candidates, masked, shown
from gouji.report import State
from tests.builders import sound_report, with_figure, with_preamble

PERSONS = {
    "公民身份号码340123198705124519。": "公民身份号码340*************19。",
    "身份证号34012319870512451９": "身份证号340*************1９",
    "身份证号 340123 19870512 4519": "身份证号 340*** ******** **19",
    "身份证号11010519491231002x": "身份证号110*************2x",
    "身份证号340123198\n705124519，": "身份证号340******\n*******19，",
    "张三（13912345678）": "张三（139******78）",
    "张三（139 1234 5678）": "张三（139 **** **78）",
    "张三139-1234-5678，": "张三139-****-**78，",
    "１３９１２３４５６７８": "１３９******７８",
    "+8613912345678": "+86139******78",
    "+86 139 1234 5678": "+86 139 **** **78",
    "139\u200b12345678": "139\u200b******78",
    "申请人李某，联系电话13912345678。": "申请人李某，联系电话139******78。",
    "13912345678、13812345679": "139******78、138******79",
    "13912345678 13812345679": "139******78 138******79",
    "户名李某，账号6222021302004715826": "户名李某，账号622**************26",
    "李某银行卡 6222 0213 0200 4715 826": "李某银行卡 622* **** **** **** *26",
    "6222021302004715826": "622**************26",
}

NOBODY = [
    "如有疑问请拨打13912345678。",
    "联系电话：13912345678",
    "联系人：李某，手机13912345678。",
    "欢迎广大市民拨打咨询电话13912345678。",
    "受理市民投诉（举报电话：13912345678）。",
    "地址：青山县人民路1号，邮编230000，电话13912345678",
    "青山县水务局办公室 13912345678",
    "索引号：340123198705124519",
    "本报告编号340123198705124510",
    "340123198705124510",
    "统一社会信用代码11340123MB1234567X",
    "统一社会信用代码113401230030000010",
    "流水号6222021302004715826",
    "材料6222021302004715826共三份",
    "6222021302004715827",
    "全年点击13912345678次",
    "收费13912345678.00元",
    "金额13912345678",
    "2023010120231231",
    "20230101202312310",
    "13000000130",
    "150000150000",
    "12 345 678 901 23",
    "139 1234 5678 22",
    "1,391,234,567,800",
    "0.13912345678",
    "https://www.example.gov.cn/art/2023/1/5/art_13912345678_1.html",
    "国办公开办函〔2021〕30号",
    "0551-63512345",
    "9" * 40,
]


@pytest.mark.parametrize("text", PERSONS)
def test_of_a_persons_number_only_the_ends_are_shown(text: str) -> None:
    assert masked(text) == PERSONS[text]
    assert masked(masked(text)) == PERSONS[text]


@pytest.mark.parametrize("text", NOBODY)
def test_a_number_that_is_nobodys_stays_as_it_is(text: str) -> None:
    assert masked(text) == text


def test_what_the_check_of_a_number_leaves_over_is_told() -> None:
    told = [(one.kind, one.remainder, one.fits) for one in candidates("340123198705124519，340123198705124510；13912345678")]
    assert told == [("identity-number", 1, True), ("identity-number", 3, False), ("mobile", None, True)]


def test_a_long_text_costs_no_more_than_its_length() -> None:
    text = "本年度共收到政府信息公开申请12件，其中自然人9件，" * 2_000 + "1 " * 50_000 + "13912345" * 5_000
    start = perf_counter()
    assert masked(text) == text
    assert perf_counter() - start < 5


def test_a_report_is_shown_without_numbers_and_a_cell_without_the_value_that_would_be_the_number_again() -> None:
    name = "applications.received.research"
    report = with_preamble(with_figure(sound_report(), name, 13912345678), "身份证号340123198705124519。")
    seen = shown(report)
    assert (seen.figures[name].raw, seen.figures[name].value, seen.figures[name].state) == ("139******78", None, State.NUMBER)
    assert seen.preamble[-1].text == "身份证号340*************19。"
    assert (report.figures[name].raw, report.preamble[-1].text) == ("13912345678", "身份证号340123198705124519。")


def test_a_report_without_numbers_is_shown_as_it_is_and_where_it_lies_is_never_changed() -> None:
    report = replace(sound_report(), source="/reports/13912345678.html")
    assert shown(report) is report
