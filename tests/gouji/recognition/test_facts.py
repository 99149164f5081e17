from datetime import date

import pytest

from gouji.document.model import Paragraph
from gouji.place import Place
from gouji.recognition import recognise
from gouji.recognition.facts import find_day_under_title, find_period, find_signature
from gouji.recognition.titles import find_title, title_parts

from .tables import application_rows, document, grid


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, Place(paragraph=n)) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("title", "body", "year"),
    [
        ("云溪县水务局2023年政府信息公开工作年度报告", "云溪县水务局", 2023),
        ("云溪县水务局 2023 年度政府信息公开工作年度报告", "云溪县水务局", 2023),
        ("2022年云溪县政府信息公开工作年度报告", "云溪县", 2022),
        ("云溪县水务局关于2021年度政府信息公开情况的报告", "云溪县水务局", 2021),
        ("云溪县水务局2020年政府信息公开年报", "云溪县水务局", 2020),
        ("2022年政府信息公开工作年度报告（文字版）", "", 2022),
        ("云溪县水务局政府信息公开工作年度报告", "云溪县水务局", None),
        ("政府信息公开工作年度报告（2023年度）", "", 2023),
        ("云溪县教育局政府信息公开年度工作报告（2020）", "云溪县教育局", 2020),
        ("云溪县水务局政府信息公开工作2023年度报告", "云溪县水务局", 2023),
        ("云溪县水务局2023政府信息公开工作年度报告", "云溪县水务局", 2023),
        ("云溪县水务局二〇二三年政府信息公开工作年度报告", "云溪县水务局", 2023),
        ("云溪县水务局２０２３年度政府信息公开工作 年度报告", "云溪县水务局", 2023),
        ("（图解）云溪县水务局2023年政府信息公开工作年度报告", "云溪县水务局", 2023),
        ("《云溪镇2020年政府信息公开工作年度报告》", "云溪镇", 2020),
        ("云溪县水务局2023年政府信息公开工作年度报告2024年1月31日", "云溪县水务局", 2023),
        ("云溪县水务局云溪县水务局2023年政府信息公开工作年度报告", "云溪县水务局", 2023),
        ("云溪县云溪县水务局 2023年政府信息公开工作年度报告", "云溪县水务局", 2023),
        ("云溪县水务局 云溪县水务局政府信息公开工作年度报告（2023年度）", "云溪县水务局", 2023),
        ("云溪县2024年政府信息公开工作计划", "", None),
    ],
)
def test_titles_in_their_usual_orders_name_body_and_year(title: str, body: str, year: int | None) -> None:
    assert title_parts(title) == (body, year)


def test_a_title_on_two_lines_is_one() -> None:
    found = find_title(paragraphs("云溪县人民政府", "2023年政府信息公开工作年度报告", "本报告由云溪县人民政府办公室编制。"))
    assert found is not None
    assert found.text == "云溪县人民政府2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "lines",
    [
        ("云溪县水务局2023年度政府", "信息公开工作年度报告"),
        ("云溪水审〔2025〕1号", "云溪县水务局", "2023年政府信息公开工作", "年度报告"),
        ("首页 > 政府信息公开 > 政府信息公开年报 > 2021年", "云溪县水务局2023年政府信息公开工作年度报告"),
        ("政府信息公开年报", "云溪县水务局2023年政府信息公开工作年度报告", "（2024年1 月15日）"),
        ("云溪县水务局2023年政府信息公开工作年度报告", "云溪县水务局2023年政府信息公开工作年度报告"),
    ],
)
def test_the_title_is_found_among_what_stands_around_it(lines: tuple[str, ...]) -> None:
    found = find_title(paragraphs(*lines))
    assert found is not None
    assert title_parts(found.text) == ("云溪县水务局", 2023)


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("本报告数据统计期限自2023年1月1日起至2023年12月31日止。", date(2023, 1, 1), date(2023, 12, 31)),
        ("统计时限为 2023 年 1 月 1 日至 12 月 31 日。", date(2023, 1, 1), date(2023, 12, 31)),
        ("所列数据从2022年1月1日到2023年12月31日。", date(2022, 1, 1), date(2023, 12, 31)),
        ("统计日期为2023年1月1日—2023年12月31日", date(2023, 1, 1), date(2023, 12, 31)),
        ("统计期限从2023年1月1日开始，到2023年12月31日结束。", date(2023, 1, 1), date(2023, 12, 31)),
        ("统计数据自二〇二三年一月一日起至二〇二三年十二月三十一日止。", date(2023, 1, 1), date(2023, 12, 31)),
        ("数据统计时间为2023.1.1-2023.12.31。", date(2023, 1, 1), date(2023, 12, 31)),
        ("统计期限：2023年1月至12月。", date(2023, 1, 1), date(2023, 12, 31)),
        ("本报告的统计期限为2023年度。", date(2023, 1, 1), date(2023, 12, 31)),
        ("数据统计自2024年5月28日起至2024年12月31日止。", date(2024, 5, 28), date(2024, 12, 31)),
    ],
)
def test_the_period_is_read_as_stated(sentence: str, start: date, end: date) -> None:
    period = find_period(paragraphs(sentence))
    assert period is not None
    assert (period.start, period.end) == (start, end)


def test_a_span_of_days_that_is_not_about_the_figures_is_no_period() -> None:
    assert find_period(paragraphs("培训班自2023年3月1日至2023年3月5日举办。")) is None


def whole(title: str, *body: str, signature: str = "云溪县水务局", day: str = "2024年1月12日", source: str = "report.html") -> object:
    return recognise(document(title, *body, "一、总体情况", "我局依法公开。", grid(application_rows()), signature, day, source=source))


def test_the_odd_year_out_does_not_decide() -> None:
    report = whole("云溪县水务局2022年政府信息公开工作年度报告", "数据统计期限自2023年1月1日至2023年12月31日。")
    assert (report.year.value, report.year.sure) == ("2023", True)
    assert [s.value for s in report.year.signs if s.kind == "title"] == ["2022"]


def test_two_years_against_each_other_are_a_doubt() -> None:
    report = whole("云溪县水务局2022年政府信息公开工作年度报告", day="2024年1月12日")
    assert not report.year.sure


def test_a_name_with_and_without_its_place_is_one_body_under_the_fuller_name() -> None:
    report = whole(
        "云溪县人民政府2023年政府信息公开工作年度报告",
        "如有疑问，请与东岭市云溪县人民政府办公室联系（地址：云溪大道1号）。",
        signature="云溪县人民政府",
    )
    assert (report.agency.value, report.agency.sure) == ("东岭市云溪县人民政府", True)


def test_a_title_that_names_another_body_is_outvoted() -> None:
    report = whole("云溪县林业局2023年政府信息公开工作年度报告", "如有疑问，请与云溪县水务局联系（地址：云溪大道2号）。")
    assert (report.agency.value, report.agency.sure) == ("云溪县水务局", True)


def test_signature_and_day_are_read_from_the_end() -> None:
    assert whole("云溪县水务局2023年政府信息公开工作年度报告").signed_on == date(2024, 1, 12)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("云溪县水务局", "二〇二四年一月十五日"), "云溪县水务局"),
        (("云溪县水务局 二○二四年一月十五日",), "云溪县水务局"),
        (("2024年1月15日", "云溪县水务局"), "云溪县水务局"),
        (("云溪县水务局（盖章）", "2024 年 1 月 15 日"), "云溪县水务局"),
        (("落款：云溪县水务局", "日期：2024年1月15日"), "云溪县水务局"),
        (("云溪县水务局", "2024-01-15"), "云溪县水务局"),
        (("云溪县水务局", "2024年1月15日（印章）"), "云溪县水务局"),
        (("云溪县水务局", "2024年1月15日", "附件：统计表"), "云溪县水务局"),
        (("2024年1月15日",), None),
    ],
)
def test_the_signature_is_read_in_its_usual_shapes(lines: tuple[str, ...], name: str | None) -> None:
    signature, day, _ = find_signature(paragraphs("我局将继续做好政府信息公开工作。", *lines))
    assert (signature and signature.text, day) == (name, date(2024, 1, 15))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("（2024年1月15日）", date(2024, 1, 15)),
        ("二〇二四年一月十五日", date(2024, 1, 15)),
        ("2024年1月15日起施行", None),
        ("2024-01-15", None),
    ],
)
def test_a_day_alone_under_the_title_is_the_day_of_signature(line: str, day: date | None) -> None:
    assert find_day_under_title(paragraphs(line, "根据《政府信息公开条例》编制本报告。"))[0] == day


@pytest.mark.parametrize("lines", [("云溪县水务局办公室 2024年1月15日印发",), ("2024-01-15",), ("联系人：办公室", "电话：5551234")])
def test_other_days_at_the_end_are_no_signature(lines: tuple[str, ...]) -> None:
    assert find_signature(paragraphs("我局将继续做好政府信息公开工作。", *lines)) == (None, None, None)
