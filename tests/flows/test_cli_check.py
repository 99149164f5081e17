"""`gouji check` as a clerk, a program and a build server use it."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from flows.cli.layout import width
from samples import following, render, sound
from tests.flows.calling import gouji

SOUND = sound("青禾县水务局", year=2024)
FAULTY = SOUND.with_figures(proceedings__reconsideration__total="41")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "水务局.txt"
    path.write_bytes(render(FAULTY, "text"))
    return path


def checked(*arguments: object) -> list[dict[str, object]]:
    reports: list[dict[str, object]] = json.loads(gouji("check", *arguments, "--format", "json").out)["reports"]
    return reports


def test_the_answer_is_in_the_first_line_and_the_end_says_what_was_not_checked(faulty: Path) -> None:
    ended = gouji("check", faulty)
    lines = ended.out.splitlines()
    assert ended.status == 1
    assert lines[0].startswith("青禾县水务局 · 2024 年度 · 2021 年格式")
    assert lines[0].endswith("建议核改：1 处错误")
    assert "表四 · 行政复议 · 总计" in ended.out
    assert "未检查" in ended.out.rsplit("\n\n", 1)[1]
    assert "\x1b" not in ended.out


def test_a_figure_that_is_only_in_doubt_is_shown_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "doubt.html"
    path.write_bytes(render(SOUND.with_figures(disclosure__permits__decisions="十二"), "html"))
    ended = gouji("check", path)
    assert ended.out.splitlines()[0].endswith("待核")
    said = "请对照原文核实1处：表二·行政许可·本年处理决定数量（第1个表第7行第2列）读作“十二”：用汉字写的数未检查"
    assert said in "".join(ended.out.split())


def test_of_many_figures_in_doubt_five_are_shown_and_all_on_request(tmp_path: Path) -> None:
    path = tmp_path / "doubts.html"
    documents = {f"disclosure__normative_documents__{column}": "十二" for column in ("issued", "repealed", "in_force")}
    decisions = {f"disclosure__{row}__decisions": "十二" for row in ("permits", "penalties", "coercive_measures")}
    path.write_bytes(render(SOUND.with_figures(**documents, **decisions), "html"))
    few, all_ = gouji("check", path).out, gouji("check", path, "--verbose").out
    assert (few.count("读作“十二”"), "还有 1 处" in few) == (5, True)
    assert (all_.count("读作“十二”"), "还有" in all_) == (6, False)


def test_the_same_in_english(faulty: Path) -> None:
    ended = gouji("check", faulty, "--lang", "en")
    assert ended.out.splitlines()[0].endswith("To be corrected: errors 1")
    assert "Not checked" in ended.out


def test_in_a_narrow_terminal_no_line_is_wider_than_it(faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    page = gouji("check", faulty).out.replace(str(tmp_path), "")
    lines = page.splitlines()
    assert [line for line in lines if width(line) > 44] == []
    assert lines[:2] == ["青禾县水务局 · 2024 年度 · 2021 年格式", "建议核改：1 处错误"]
    monkeypatch.setenv("COLUMNS", "200")
    assert max(map(width, gouji("check", faulty).out.replace(str(tmp_path), "").splitlines())) <= 80


def test_a_sound_report_passes(tmp_path: Path) -> None:
    path = tmp_path / "sound.html"
    path.write_bytes(render(SOUND, "html"))
    ended = gouji("check", path)
    assert (ended.status, "未发现错误" in ended.out.splitlines()[0]) == (0, True)


@pytest.mark.parametrize(("fail_on", "status"), [("error", 1), ("warning", 1), ("never", 0)])
def test_the_exit_status_says_whether_it_is_as_grave_as_asked(faulty: Path, fail_on: str, status: int) -> None:
    assert gouji("check", faulty, "--fail-on", fail_on).status == status


def test_json_says_what_the_contract_says(faulty: Path) -> None:
    first, again = (gouji("check", faulty, "--format", "json").out for _ in range(2))
    assert first == again
    (report,) = json.loads(first)["reports"]
    assert (report["source"], report["agency"], report["year"], report["verdict"]) == (str(faulty), "青禾县水务局", 2024, "fail")
    (finding,) = [f for f in report["findings"] if f["severity"] == "error"]
    assert finding["rule"] == "proceedings-sum"
    assert "proceedings.reconsideration.total" in finding["figures"]


def test_a_missing_path_is_one_sentence(tmp_path: Path) -> None:
    ended = gouji("check", tmp_path / "nowhere.pdf")
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert "nowhere.pdf" in ended.err


def test_what_cannot_be_read_says_why_and_hides_nothing_else(faulty: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    reports = checked(tmp_path / "empty.pdf", faulty)
    assert [r["verdict"] for r in reports] == ["unreadable", "fail"]
    assert reports[0]["reason"]
    assert "未能读取" in gouji("check", tmp_path / "empty.pdf").out


def test_a_document_without_the_statutory_tables_is_not_judged(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("关于召开会议的通知\n\n请各单位按时参加。\n", "utf-8")
    ended = gouji("check", path)
    assert ended.status == 1
    assert "没有读到法定统计表" in ended.out
    (report,) = checked(path)
    assert (report["verdict"], report["findings"]) == ("unreadable", [])
    assert report["reason"]


def test_a_folder_is_walked_and_says_what_it_passed_over(faulty: Path) -> None:
    (faulty.parent / "bodies.csv").write_text("机构名称\n", "utf-8")
    (faulty.parent / ".hidden.txt").write_text("", "utf-8")
    ended = gouji("check", faulty.parent, "--format", "json")
    assert [r["source"] for r in json.loads(ended.out)["reports"]] == [str(faulty)]
    assert "bodies.csv" in ended.err


def test_several_files_of_one_report_are_one(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(render(SOUND, "html"))
    (tmp_path / "b.txt").write_bytes(render(SOUND, "text"))
    (report,) = checked(tmp_path / "a.html", tmp_path / "b.txt")
    assert report["renderings"] == [str(tmp_path / "a.html"), str(tmp_path / "b.txt")]


def test_files_of_one_report_that_differ_are_told_in_text_and_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(render(SOUND.with_figures(disclosure__permits__decisions="40817"), "pdf"))
    (tmp_path / "b.html").write_bytes(render(SOUND, "html"))
    said = gouji("check", tmp_path).out.replace("\n", "").replace(" ", "")
    assert "b.html为准" in said
    assert "相同199格，不同1格" in said
    assert "b.html与a.pdf分别为：行政许可·处理决定" in said
    page = gouji("check", tmp_path, "--format", "html").out
    assert "相同 199 格，不同 1 格" in page
    assert "versions-differ" in page


def test_two_texts_that_say_different_things_are_both_judged(faulty: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_bytes(render(SOUND, "text"))
    assert sorted(str(r["verdict"]) for r in checked(faulty, tmp_path / "other.txt")) == ["fail", "pass"]


def test_last_years_report_is_used_and_not_reported_on(tmp_path: Path) -> None:
    (tmp_path / "2024.txt").write_bytes(render(SOUND, "text"))
    (tmp_path / "2025.txt").write_bytes(render(following(SOUND), "text"))
    (report,) = checked(tmp_path / "2025.txt", "--previous", tmp_path / "2024.txt")
    assert report["year"] == 2025
    assert "carry-over-continuity" not in {entry["rule"] for entry in report["not_checked"]}  # type: ignore[attr-defined]
    alone = checked(tmp_path / "2025.txt")[0]
    assert "carry-over-continuity" in {entry["rule"] for entry in alone["not_checked"]}  # type: ignore[attr-defined]
    together = {r["year"]: r for r in checked(tmp_path)}
    assert "carry-over-continuity" not in {entry["rule"] for entry in together[2025]["not_checked"]}  # type: ignore[attr-defined]


def test_a_report_of_last_year_that_fits_nobody_is_said_to_be_unused(faulty: Path, tmp_path: Path) -> None:
    (tmp_path / "stranger.txt").write_bytes(render(sound("澜溪县教育局", year=2020), "text"))
    assert "没有用上" in gouji("check", faulty, "--previous", tmp_path / "stranger.txt").err


def test_a_person_may_say_whose_report_it_is(faulty: Path) -> None:
    (report,) = checked(faulty, "--agency", "青禾县水务和河湖局", "--year", "2024")
    assert report["agency"] == "青禾县水务和河湖局"
    ended = gouji("check", faulty, faulty.parent, "--previous", faulty, "--year", "2024")
    assert ended.status == 2


def test_rules_are_chosen_by_name(faulty: Path) -> None:
    assert checked(faulty, "--select", "title-year,period-wrong")[0]["findings"] == []
    assert "proceedings-sum" not in [f["rule"] for f in checked(faulty, "--ignore", "proceedings-sum")[0]["findings"]]  # type: ignore[attr-defined]
    ended = gouji("check", faulty, "--select", "proceedings-sums")
    assert (ended.status, "proceedings-sum" in ended.err) == (2, True)


def test_sarif_names_the_rule_the_file_and_the_line(faulty: Path) -> None:
    run = json.loads(gouji("check", faulty, "--format", "sarif").out)["runs"][0]
    (result,) = [r for r in run["results"] if r["level"] == "error"]
    assert result["ruleId"] == "proceedings-sum"
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] > 1
    assert "proceedings-sum" in {rule["id"] for rule in run["tool"]["driver"]["rules"]}


def test_junit_counts_failures_and_what_was_skipped(faulty: Path) -> None:
    suite = ElementTree.fromstring(gouji("check", faulty, "--format", "junit").out)[0]
    assert suite.get("failures") == "1"
    assert int(suite.get("skipped") or 0) > 0
    assert int(suite.get("tests") or 0) == len(suite.findall("testcase"))


def test_csv_has_a_row_a_finding(faulty: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(gouji("check", faulty, "--format", "csv").out)))
    assert [row["rule"] for row in rows if row["severity"] == "error"] == ["proceedings-sum"]


def test_a_workbook_has_findings_reports_and_what_was_not_checked(faulty: Path, tmp_path: Path) -> None:
    assert gouji("check", faulty, "--format", "xlsx", "--output", tmp_path / "out.xlsx").status == 1
    book = load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["问题", "报告", "未检查"]
    header, *rows = ([cell.value for cell in row] for row in book["问题"].iter_rows())
    found = [dict(zip(header, row, strict=True)) for row in rows]
    assert [(row["规则"], row["把握"], row["应为"]) for row in found if row["级别"] == "错误"] == [("proceedings-sum", "确定", "3")]
    assert [row[5].value for row in book["报告"].iter_rows()] == ["结论", "建议核改"]


def test_html_is_one_file_with_the_finding_in_it(faulty: Path, tmp_path: Path) -> None:
    gouji("check", faulty, "--format", "html", "--output", tmp_path / "out.html")
    assert "proceedings-sum" in (tmp_path / "out.html").read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_one_sentence(faulty: Path, tmp_path: Path) -> None:
    ended = gouji("check", faulty, "--output", tmp_path / "no" / "such" / "folder.txt")
    assert (ended.status, ended.out) == (2, "")
    assert "folder.txt" in ended.err


def with_a_row_more(page: bytes) -> bytes:
    """The page with a row that the form does not know in Table 3, and one that has figures and no name."""
    row = "".join(f"<td>{figure}</td>" for figure in "3000003")
    more = f'<tr><td colspan="3">其中：数字转交办理</td>{row}</tr><tr><td colspan="3"></td>{row}</tr>'
    before, after = page.decode().rsplit("四、结转下年度继续办理", 1)
    end = after.index("</tr>") + len("</tr>")
    return f"{before}四、结转下年度继续办理{after[:end]}{more}{after[end:]}".encode()


def test_what_makes_the_whole_doubtful_is_said_in_text_and_json(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(with_a_row_more(render(SOUND, "html")))
    text = gouji("check", path).out
    assert "有表式以外的行，没有归入：“其中：数字转交办理” 3、0、0、0、0、0、3" in "".join(line.strip() for line in text.splitlines())
    for command, key in (("check", "reports"), ("read", "reports")):
        (report,) = json.loads(gouji(command, path, "--format", "json").out)[key]
        strange = report["tables"]["applications"]["strange"]
        assert [(row["label"], row["printed"]) for row in strange][0] == ("其中：数字转交办理", list("3000003"))
        assert report["doubts"] == []


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于报送2023年政府信息公开工作年度报告的通知", "通知、公告一类文件"),
        ("青禾县2024年政务公开工作要点", "工作计划、方案一类文件"),
        ("青禾县政府信息公开目录（2024年版）", "目录、清单或登记表"),
        ("青禾县的桥", "看来不是政府信息公开工作年度报告"),
    ],
)
def test_a_paper_that_is_no_report_is_called_what_it_is(tmp_path: Path, title: str, kind: str) -> None:
    path = tmp_path / "paper.html"
    path.write_text(f"<html><body><h1>{title}</h1><p>请于1月31日前报送，逾期将予通报。</p></body></html>", "utf-8")
    for command in ("check", "read"):
        assert kind in "".join(line.strip() for line in gouji(command, path).out.splitlines())


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("<div></div><p>版权所有 青禾县人民政府办公室</p>", "未见正文、统计表和附件链接"),
        ("<p>本报告由青禾县水务局编制。</p>", "没有读到法定统计表"),
        ('<p><a href="/files/2024.pdf">青禾县水务局2024年政府信息公开工作年度报告.pdf</a></p>', "没有读到法定统计表"),
    ],
)
def test_a_page_of_which_only_the_title_came_says_so(tmp_path: Path, below: str, said: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><h1>青禾县水务局2024年政府信息公开工作年度报告</h1>{below}</body></html>", "utf-8")
    assert said in "".join(line.strip() for line in gouji("check", path).out.splitlines())
