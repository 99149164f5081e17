import re
from dataclasses import replace
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from expectations.data_docs import render_check, render_report
from gouji.document import doubts
from gouji.finding import NotChecked, Severity, Verdict, Words
from gouji.form import form
from gouji.words.doubts import doubt_words
from tests.builders import (
    sound_report,
    with_doubt,
    with_figure,
    with_other_outcomes_merged,
    with_unreadable,
    without_table,
)
from tests.expectations.data_docs.finished import AGENCY, NO_PREVIOUS, TOTAL, TRACK, failed, failed_page, finding, page, passed


def cell(html: str, figure: str) -> tuple[str, set[str]]:
    """What a figure's cell shows, and its classes."""
    node = LexborHTMLParser(html).css_first(f'td[id="{figure}"]')
    assert node is not None, figure
    return node.text(strip=True), set((node.attributes["class"] or "").split())


def _text(html: str, selector: str) -> str:
    node = LexborHTMLParser(html).css_first(selector)
    assert node is not None, selector
    return node.text(strip=True)


def test_the_first_line_says_the_verdict_the_agency_and_the_year() -> None:
    first = LexborHTMLParser(render_report(failed_page())).css_first("h1")
    assert first is not None
    assert [node.text() for node in first.css("span")] == ["建议核改", "1 处错误", "青禾县林业局 · 2023年度"]


def test_a_finding_says_place_printed_expected_basis_fix_and_what_else_it_breaks() -> None:
    found = LexborHTMLParser(render_report(failed_page())).css_first("#finding-1")
    assert found is not None
    said = {dt.text(): dd.text(strip=True) for dt, dd in zip(found.css("dt"), found.css("dd"), strict=True)}
    assert said["位置"] == "表四 · 行政复议 · 总计第3个表第2行第6列第4页"
    assert (said["所印"], said["应为"]) == ("0", "1")
    assert said["依据"] == "国办公开办函〔2021〕30号"
    assert said["改法"] == "核对案件登记，改正分项或总计。"
    assert "narrative-reconsideration" in said["同一原因还涉及"]
    assert "维持1＋纠正0＋其他0＋尚未审结0＝1，相差1" in found.text()


def test_the_faulty_cell_is_marked_and_leads_to_its_finding_and_back() -> None:
    html = render_report(failed_page())
    assert cell(html, TOTAL) == ("0见1", {"figure", "is-number", "error", "broken"})
    assert f'href="#{TOTAL}"' in html
    assert 'class="see" href="#finding-1"' in html


def test_of_a_sum_the_total_is_marked_and_its_parts_faintly() -> None:
    html = render_report(page(judgement=failed(findings=(finding(figures=TRACK),))))
    assert cell(html, TOTAL) == ("1见1", {"figure", "is-number", "error", "broken"})
    assert cell(html, TRACK[0]) == ("1", {"figure", "is-number", "error", "part", "broken"})
    assert "同一求和中另有 4 个数" in html


def test_where_a_row_and_a_column_are_broken_alike_their_crossing_is_marked() -> None:
    row = tuple(f"applications.granted.{c}" for c in ("natural_person", "business", "total"))
    column = tuple(f"applications.{r}.business" for r in ("granted", "denied_process", "concluded_total"))
    broken = finding(rule="applications-row-sum", also=("applications-concluded-sum",), figures=(*row, *column[1:]))
    html = render_report(page(judgement=failed(findings=(broken,))))
    spoken = {name for name in (*row, *column) if "part" not in cell(html, name)[1]}
    assert spoken == {"applications.granted.business", "applications.granted.total"}


def test_figures_too_many_to_list_are_counted_and_all_marked() -> None:
    column = tuple(f"applications.{row.id}.research" for row in form("2021").table("applications").rows() if not row.instead_of)
    blank = finding(rule="applications-blank", severity=Severity.WARNING, figures=column, where=(), expected=None, actual="")
    html = render_report(page(judgement=failed(findings=(blank,))))
    assert "另有 17 个数，表中已标出" in html
    assert all("notice" in cell(html, name)[1] for name in column)


def test_a_doubt_is_a_question_and_its_cell_no_fault() -> None:
    html = render_report(page(judgement=failed(verdict=Verdict.REVIEW, findings=(finding(doubt=True),))))
    assert "doubt" in cell(html, TOTAL)[1]
    assert "error" not in cell(html, TOTAL)[1]
    assert _text(html, "#finding-1 .kind") == "待核"
    assert _text(html, "h1 .verdict") == "待核"


def test_findings_of_rules_on_trial_stand_apart_and_mark_no_cell() -> None:
    html = render_report(page(judgement=passed(trial=(finding(trial=True),))))
    section = LexborHTMLParser(html).css_first("section.trial")
    assert section is not None
    assert section.css_first(".finding") is not None
    assert cell(html, TOTAL)[1] == {"figure", "is-number"}


@pytest.mark.parametrize(("name", "year", "figures"), [("2021", 2023, 200), ("2019", 2019, 198)])
def test_every_figure_of_the_form_has_its_cell(name: str, year: int, figures: int) -> None:
    html = render_report(page(sound_report(name, year)))
    drawn = [node.attributes["id"] for node in LexborHTMLParser(html).css("td.figure")]
    assert sorted(map(str, drawn)) == sorted(form(name).figure_ids())
    assert len(drawn) == figures


def test_each_row_of_a_table_fills_its_width() -> None:
    for table in LexborHTMLParser(render_report(page())).css("table.statutory"):
        taken: dict[int, int] = {}
        for number, row in enumerate(table.css("tr")):
            for node in row.css("th, td"):
                for below in range(int(node.attributes.get("rowspan") or 1)):
                    taken[number + below] = taken.get(number + below, 0) + int(node.attributes.get("colspan") or 1)
        assert len(set(taken.values())) == 1, table.attributes["class"]


def test_other_outcomes_in_one_row_are_drawn_in_one_row() -> None:
    html = render_report(page(with_other_outcomes_merged(sound_report(), natural_person=3)))
    assert cell(html, "applications.other_outcomes.natural_person")[0] == "3"
    assert 'id="applications.other_misc.total"' not in html
    assert "应有 186 个数，读出 186 个" in html


def test_a_blank_a_mark_an_absent_and_an_unreadable_cell_look_different() -> None:
    report = with_figure(sound_report(), "applications.granted.business", "")
    report = with_figure(report, "applications.granted.research", "/")
    report = with_figure(report, "applications.granted.other", None)
    html = render_report(page(with_unreadable(report, "applications.granted.total")))
    assert cell(html, "applications.granted.business") == ("空白", {"figure", "is-blank"})
    assert cell(html, "applications.granted.research") == ("/", {"figure", "is-mark"})
    assert cell(html, "applications.granted.other") == ("缺", {"figure", "is-absent"})
    assert cell(html, "applications.granted.total") == ("未读出存疑", {"figure", "is-unreadable", "unsure"})
    assert cell(html, "applications.granted.natural_person") == ("4", {"figure", "is-number"})


def test_an_unsure_figure_says_why_it_is_unsure() -> None:
    html = render_report(page(with_doubt(sound_report(), "applications.received.total", "ocr")))
    assert cell(html, "applications.received.total") == ("8存疑", {"figure", "is-number", "unsure"})
    assert "由文字识别得出，把握不足" in html


def test_every_doubt_of_the_readers_has_its_sentence() -> None:
    named = [value for name, value in vars(doubts).items() if name.isupper() and isinstance(value, str)]
    assert named
    assert all(doubt_words(code) != Words(code, code) for code in named)


def test_a_table_that_the_document_lacks_is_said_to_be_missing() -> None:
    html = render_report(page(without_table(sound_report(), "disclosure")))
    assert "文件中没有找到这张表。" in html
    assert cell(html, "disclosure.permits.decisions")[0] == "缺"


def test_what_was_not_checked_stands_with_its_reason() -> None:
    skipped = (
        NotChecked("one", NO_PREVIOUS),
        NotChecked("two", Words("草稿", "a draft")),
        NotChecked("three", NO_PREVIOUS),
    )
    groups = LexborHTMLParser(render_report(page(judgement=passed(not_checked=skipped)))).css(".unchecked > div")
    assert [group.text(strip=True) for group in groups] == ["没有上年报告（加 --previous）onethree", "草稿two"]


def test_an_unreadable_document_has_a_page_with_the_reason_and_claims_nothing_else() -> None:
    trouble = Words("文件加密，没有密码不能打开。", "It is encrypted and opens only with a password.")
    html = render_report(replace(page(), report=None, judgement=None, agency=None, trouble=trouble))
    assert "未能读取" in html
    assert "文件加密，没有密码不能打开。" in html
    assert "<table" not in html
    assert "没有发现问题" not in html


def test_facts_that_were_not_found_are_said_not_to_be_found() -> None:
    html = render_report(page(sound_report(signed_on=None, published_on=None), published_on=None))
    facts = {d.css_first("dt").text(): d.css_first("dd").text(strip=True) for d in LexborHTMLParser(html).css(".facts > div")}  # type: ignore[union-attr]
    assert (facts["落款日期"], facts["公布日期"]) == ("未读到", "未读到")
    assert facts["统计期限"] == "2023-01-01 至 2023-12-31"
    assert facts["SHA-256"] == "ab" * 32


def test_a_page_in_english_has_no_sentence_of_ours_in_chinese() -> None:
    html = render_report(failed_page(), lang="en")
    assert "Correction advised" in html
    assert "The total says 0; 1 + 0 + 0 + 0 = 1, a difference of 1." in html
    assert '<html lang="en">' in html
    for sentence in ("建议核改", "发现的问题", "未检查", "相差"):
        assert sentence not in html


def test_the_same_page_gives_the_same_bytes() -> None:
    assert render_report(failed_page()) == render_report(failed_page())


def test_several_reports_stand_in_one_file_without_their_anchors_colliding() -> None:
    html = render_check([failed_page(), replace(page(sound_report(agency="临河县水务局")), agency=None)])
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert html.index("建议核改") < html.index("未发现错误")


def test_the_dates_are_those_of_the_publication_where_it_has_one() -> None:
    html = render_report(page(published_on=date(2024, 3, 5)))
    assert "2024-03-05" in html


def test_warnings_of_a_report_that_passes_are_said_beside_the_verdict() -> None:
    html = render_report(page(judgement=passed(findings=(finding(severity=Severity.WARNING),))))
    first = LexborHTMLParser(html).css_first("h1")
    assert first is not None
    assert first.text(strip=True).startswith("未发现错误1 处提醒")
    assert AGENCY in first.text()
