from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from expectations.data_docs import (
    IndexPage,
    MissingLine,
    RosterLine,
    SourceLine,
    WaitingLine,
    index_row,
    page_id,
    render_index,
    write_index,
    write_report_page,
)
from gouji.finding import NotChecked, Verdict, Words
from tests.builders import agency, sound_report
from tests.expectations.data_docs.browser import needs_chromium, photographed, shown
from tests.expectations.data_docs.finished import NO_PREVIOUS, failed_page, page, passed

PATROL = datetime(2024, 2, 2, 22, 1, tzinfo=UTC)  # six in the morning in China
UNREADABLE = replace(
    page(), id="document-00", report=None, judgement=None, agency=None, location="inbox/锁.pdf", trouble=Words("文件加密。", "Encrypted.")
)
PAGES = (
    page(sound_report(agency="临河县水务局"), id="linhe-2023", agency=agency("临河县水务局")),
    page(sound_report(agency="丙县文化局"), passed(verdict=Verdict.REVIEW), id="bing-2023", agency=agency("丙县文化局")),
    failed_page(),
    UNREADABLE,
)
INDEX = IndexPage(
    tuple(map(index_row, PAGES)),
    PATROL,
    (SourceLine("inbox", PATROL), SourceLine("county", None, Words("对方主机不应答。", "The host does not answer."))),
    (WaitingLine("丙县文化局 · 2023年度", Words("表三读数待核。", "A figure to look at."), "bing-2023"),),
    (MissingLine("青禾县财政局", 2023),),
    (NotChecked("carried-in", NO_PREVIOUS),),
)


def test_the_worst_comes_first_and_each_verdict_is_counted() -> None:
    dom = LexborHTMLParser(render_index(INDEX))
    assert [row.attributes["class"] for row in dom.css(".reports tbody tr")] == ["fail", "review", "unreadable", "pass"]
    assert [tile.text(strip=True) for tile in dom.css(".tile")] == ["4全部", "1建议核改", "1待核", "1未能读取", "1未发现错误"]


def test_what_stands_below_a_long_list_is_counted_and_linked_at_its_head() -> None:
    dom = LexborHTMLParser(render_index(INDEX))
    links = dom.css(".below a")
    assert [link.text() for link in links] == ["待人处理 1", "未能读取的文件 1", "应有而未见的报告 1"]
    assert all(dom.css_first(f"section{link.attributes['href']}") is not None for link in links)
    assert LexborHTMLParser(render_index(replace(INDEX, rows=(), waiting=(), missing=()))).css_first(".below") is None


def test_a_row_says_verdict_agency_year_counts_source_and_ticket_and_leads_to_its_page() -> None:
    row = LexborHTMLParser(render_index(INDEX)).css_first("tr.fail")
    assert row is not None
    said = [cell.text(strip=True) for cell in row.css("td")]
    assert said == ["建议核改", "青禾县林业局", "2023", "1", "0", "0", "2024-01-20", "inboxinbox/青禾县林业局2023.pdf", "T-7待改"]
    link = row.css_first("a")
    assert link is not None
    assert link.attributes["href"] == "reports/qinghe-2023.html"


def test_the_front_page_says_what_waits_what_is_missing_what_is_unreadable_and_how_old_it_is() -> None:
    said = LexborHTMLParser(render_index(INDEX)).text()
    for sentence in ("最近一次巡检 2024-02-03 06:01", "表三读数待核。", "青禾县财政局", "文件加密。", "对方主机不应答。", NO_PREVIOUS.zh):
        assert sentence in said
    assert "4 份报告，3 个机关" in said
    assert "共 1 处错误、0 处待核、0 处提醒、0 处说明" in said


def test_without_a_roster_nothing_is_said_to_be_complete() -> None:
    assert "没有机关名单，无法知道缺哪些报告。" in render_index(replace(INDEX, missing=None))
    assert "名单中的机关都已见到报告。" in render_index(replace(INDEX, missing=()))


def test_an_empty_ledger_has_a_front_page_too() -> None:
    html = render_index(IndexPage(()))
    assert "尚无巡检记录" in html
    assert "还没有检查过报告。" in html


def test_a_page_keeps_its_name_over_files_and_versions() -> None:
    named = agency("青禾县林业局")
    assert page_id(named, 2023, "aa" * 32) == page_id(named, 2023, "bb" * 32)
    assert page_id(named, 2023, "") != page_id(named, 2022, "")
    assert page_id(named, 2023, "").isascii()
    assert page_id(None, 2023, "ab" * 32) == "document-abababababababab"


@needs_chromium
def test_the_filter_needs_no_script(tmp_path: Path) -> None:
    """The same page with another verdict chosen shows fewer rows, though the browser may run nothing."""
    path = write_index(tmp_path, INDEX)
    whole = photographed(path, tmp_path / "profile", tmp_path / "whole.png")
    chosen = path.read_text("utf-8").replace(" checked>", ">").replace('id="show-pass">', 'id="show-pass" checked>')
    path.write_text(chosen, "utf-8")
    passing = photographed(path, tmp_path / "profile", tmp_path / "passing.png")
    assert len(passing) < len(whole) - 1000


@needs_chromium
def test_every_link_of_the_front_page_leads_to_a_page_or_to_a_part_of_its_own(tmp_path: Path) -> None:
    for one in PAGES:
        write_report_page(tmp_path, one)
    dom = shown(write_index(tmp_path, INDEX), tmp_path / "profile")
    targets = {str(link.attributes["href"]) for link in dom.css("a")}
    links = {target for target in targets if not target.startswith("#")}
    assert len(links) == 4
    assert all(dom.css_first(target) is not None for target in targets - links)
    assert all((tmp_path / link).is_file() for link in links)


def test_the_front_page_counts_who_has_published_by_superior_and_names_who_has_not() -> None:
    above, due, until = "青禾县人民政府", date(2024, 1, 31), date(2024, 2, 2)
    missing = (
        MissingLine("青禾县教育局", 2023, Words("未找到。", "Not found."), above, due, 2, until),
        MissingLine("青禾县水利局", 2023, Words("名称相近。", "Alike."), above, due, 2, until, "doubt"),
        MissingLine("青禾县柳汀镇人民政府", 2023, Words("没有规定期限", "no deadline"), above, None, None, None, "unknown"),
        MissingLine(above, 2023, None, None, date(2024, 3, 31), None, until, "open"),
    )
    counts = {"due": 60, "published": 57, "missing": 1, "doubt": 1, "unknown": 1, "open": 0, "excused": 2}
    dom = LexborHTMLParser(render_index(replace(INDEX, missing=missing, roster=(RosterLine(above, 2023, counts),))))
    tables = [[[cell.text(strip=True) for cell in row.css("td")] for row in table.css("tbody tr")] for table in dom.css(".duties")]
    assert tables == [
        [[above, "2023", "60", "57", "1", "1", "1", "0", "2"]],
        [
            ["青禾县教育局", above, "2023", "2024-01-31", "2", "2024-02-02", "逾期未见：未找到。"],
            ["青禾县水利局", above, "2023", "2024-01-31", "2", "2024-02-02", "待核：名称相近。"],
            ["青禾县柳汀镇人民政府", above, "2023", "未定", "–", "尚未完整查看过", "不能认定：没有规定期限"],
        ],
        [[above, "–", "2023", "2024-03-31", "–", "2024-02-02", "期限未到"]],
    ]
