"""The roster as offices keep it."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from gouji.agencies import resolve
from gouji.agencies.duties import duty_of, standing_of
from gouji.errors import ConfigError
from gouji.parts import Standing
from gouji.roster import Roster, read_roster, roster_template
from gouji.roster.columns import kind_words, labels
from gouji.roster.values import is_credit_code
from tests.builders import sound_report

# Made up, with a right check character.
CODE = "11320813MB12345679"
OTHER_CODE = "11320813MB76543216"


def roster(folder: Path, text: str, encoding: str = "utf-8") -> Roster:
    path = folder / "bodies.csv"
    path.write_bytes(text.encode(encoding))
    return read_roster(path)


def problems(given: Roster) -> list[str]:
    return [problem.zh for problem in given.problems]


def test_the_template_is_an_empty_roster_with_every_column(tmp_path: Path) -> None:
    path = tmp_path / "bodies.csv"
    path.write_bytes(roster_template())
    assert read_roster(path) == Roster()
    assert roster_template().decode("utf-8-sig").strip().split(",") == [
        "机构名称", "统一社会信用代码", "机构类型", "上级机关", "规章制定权", "别名", "网址", "联系人", "邮箱", "截止日期", "成立日期", "撤并日期",
    ]  # fmt: skip


def test_only_the_name_is_required(tmp_path: Path) -> None:
    given = roster(tmp_path, "机构名称\n昌乐县公安局\n")
    [agency] = given.agencies
    assert (agency.id, agency.kind, agency.makes_regulations, agency.source) == ("name:昌乐县公安局", "部门", False, "roster")
    assert not given.problems


def test_names_are_shown_as_printed_and_found_however_they_are_written(tmp_path: Path) -> None:
    printed = ["云溪县县政府办公室", "云溪县政府", "云溪县卫健委", "云溪县生态环境局（原环境保护局）", "云溪县 民政局", "云溪县柳汀街道"]
    given = roster(tmp_path, "机构名称\n" + "\n".join(printed) + "\n")
    shown = ["云溪县县政府办公室", "云溪县政府", "云溪县卫健委", "云溪县生态环境局", "云溪县民政局", "云溪县柳汀街道"]
    assert [agency.name for agency in given.agencies] == shown
    written = ["云溪县人民政府办公室", "云溪县人民政府", "云溪县卫生健康委员会", "云溪县生态环境局", "云溪县民政局", "云溪县柳汀街道办事处"]
    assert [found.name for name in written if (found := given.find(name))] == shown
    office, government, *_ = given.agencies
    assert (duty_of(office), duty_of(government), standing_of(office, government)) == ("department", "government", Standing.OFFICE)


def test_every_column_is_read(tmp_path: Path) -> None:
    header = ",".join(known[0] for known in labels().values())
    row = (
        f"昌乐县公安局,{CODE},部门,昌乐县人民政府,否,县公安局、昌乐公安,https://a.example,张三,a@b.example,2024年1月31日,2019/3/1,20251231"
    )
    [agency] = roster(tmp_path, f"{header}\n{row}\n").agencies
    assert agency.id == f"uscc:{CODE}"
    assert agency.aliases == ("县公安局", "昌乐公安")
    assert (agency.deadline, agency.founded, agency.dissolved) == (date(2024, 1, 31), date(2019, 3, 1), date(2025, 12, 31))
    assert (agency.superior, agency.contact, agency.email, agency.website) == ("昌乐县人民政府", "张三", "a@b.example", "https://a.example")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_any_encoding_and_separator_of_an_office_is_read(tmp_path: Path, encoding: str, separator: str) -> None:
    given = roster(tmp_path, f"序号{separator}机构名称{separator}截止日期\r\n1{separator}昌乐县公安局{separator}2024-01-31\r\n", encoding)
    assert [(agency.name, agency.deadline) for agency in given.agencies] == [("昌乐县公安局", date(2024, 1, 31))]


def test_english_headings_are_known(tmp_path: Path) -> None:
    [agency] = roster(tmp_path, "Name,Code,Makes_Regulations\n昌邑市人民政府,,no\n").agencies
    assert agency.makes_regulations is False


def test_a_workbook_with_a_title_above_the_header_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["全县机关名单"],
        [],
        ["机 构 名 称", "截止日期", "规章制定权"],
        ["昌乐县公安局", datetime(2024, 1, 31), "否"],
        [None, None, None],
    ):
        sheet.append(row)
    book.save(tmp_path / "bodies.xlsx")
    given = read_roster(tmp_path / "bodies.xlsx")
    assert [(agency.name, agency.deadline) for agency in given.agencies] == [("昌乐县公安局", date(2024, 1, 31))]
    assert not given.problems


def test_a_workbook_is_known_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["机构名称"])
    book.active.append(["昌乐县公安局"])
    book.save(tmp_path / "bodies.xlsx")
    (tmp_path / "bodies.xlsx").rename(tmp_path / "bodies.csv")
    assert len(read_roster(tmp_path / "bodies.csv").agencies) == 1


def test_what_is_wrong_is_named_by_row_and_never_guessed(tmp_path: Path) -> None:
    given = roster(
        tmp_path,
        "机构名称,统一社会信用代码,机构类型,规章制定权,邮箱,截止日期\n"
        "甲县财政局,91320813MB1234567X,部门,否,,2024-02-31\n"
        "\n"
        "乙县财政局,1.13E+17,衙门,也许,无,1月31日\n"
        ",,部门,,,\n",
    )
    first, second = given.agencies
    assert (first.id, first.deadline) == ("name:甲县财政局", None)
    assert (second.kind, second.makes_regulations, second.email, second.deadline) == ("部门", False, None, None)
    assert [problem.split("：")[0][-5:] for problem in problems(given)] == ["第 2 行"] * 2 + ["第 4 行"] * 5 + ["第 5 行"]


def test_what_somebody_counted_in_the_public_list_of_regulations_is_taken_with_its_day(tmp_path: Path) -> None:
    given = roster(
        tmp_path, "机构名称,规章库规章数,规章库查看日期\n甲市人民政府,１2件,2024年1月8日\n乙市人民政府,约10,2024-01-08\n丙市人民政府,0,\n"
    )
    assert [(a.registered_regulations, a.registered_on) for a in given.agencies] == [
        (12, date(2024, 1, 8)), (None, date(2024, 1, 8)), (0, None),
    ]  # fmt: skip
    assert problems(given) == ["机关名单第 3 行：“规章库规章数”约10 不是件数，没有使用。请写成 12。"]


def test_a_body_given_twice_is_used_once_and_told(tmp_path: Path) -> None:
    given = roster(tmp_path, "机构名称\n洪泽区人民政府\n淮安市洪泽区人民政府\n")
    assert [agency.name for agency in given.agencies] == ["洪泽区人民政府"]
    assert "第 3 行" in problems(given)[0]
    assert "第 2 行" in problems(given)[0]


def test_a_heading_that_is_almost_ours_is_told(tmp_path: Path) -> None:
    given = roster(tmp_path, "机构名称,截至日期,备注\n昌乐县公安局,2024-01-31,\n")
    assert len(given.problems) == 1
    assert "截至日期" in problems(given)[0]


@pytest.mark.parametrize("text", ["", "昌乐县公安局\n", "甲,乙\n1,2\n"])
def test_a_file_without_the_column_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match="机构名称"):
        roster(tmp_path, text)


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04broken", b"\x00\x01\x02\xff\xfe\x00"])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bodies.csv").write_bytes(data)
    with pytest.raises(ConfigError):
        read_roster(tmp_path / "bodies.csv")


def test_a_body_is_found_by_name_alias_and_more_or_less_of_its_place(tmp_path: Path) -> None:
    given = roster(tmp_path, "机构名称,别名\n淮安市洪泽区人民政府,洪泽政府\n昌乐县卫生健康委员会,\n南京市鼓楼区财政局,\n")
    government, health, finance = given.agencies
    assert given.find("洪泽区人民政府") == given.find("江苏省淮安市洪泽区人民政府") == given.find("洪泽政府") == government
    assert given.find("昌乐县 卫健委") == health
    assert given.find("洪泽区人民政府办公室") is None
    assert given.find("徐州市鼓楼区财政局") is None
    assert given.find("鼓楼区财政局") is None
    assert given.find_by_end("鼓楼区财政局") == finance


def test_an_alias_of_two_bodies_finds_neither(tmp_path: Path) -> None:
    given = roster(tmp_path, "机构名称,别名\n甲县财政局,财政局\n乙县财政局,财政局\n")
    assert given.find("财政局") is None
    assert given.find_by_end("财政局") is None


def test_the_check_character_of_a_code_is_checked() -> None:
    assert is_credit_code(CODE)
    assert not is_credit_code(CODE[:-1] + "A")
    assert not is_credit_code("11320813MB123456I7")


def test_every_kind_of_the_column_is_one_that_we_tell_apart() -> None:
    from gouji.agency import KINDS

    assert set(kind_words().values()) == set(KINDS)


def test_two_names_in_two_columns_are_both_aliases_and_names_in_brackets_too(tmp_path: Path) -> None:
    given = roster(
        tmp_path,
        "机构名称,简称,曾用名\n昌乐县生态环境局（原昌乐县环境保护局）,昌乐环境,昌乐县环保局\n昌乐县发展和改革局(加挂昌乐县粮食局牌子),,\n",
    )
    assert [agency.aliases for agency in given.agencies] == [("昌乐环境", "昌乐县环保局", "昌乐县环境保护局"), ("昌乐县粮食局",)]
    assert given.rows == (2, 3)


def test_names_without_their_place_are_told_apart_by_the_body_above(tmp_path: Path) -> None:
    given = roster(tmp_path, "机构名称,上级机关\n财政局,昌乐县人民政府\n财政局,昌邑市人民政府\n柳汀镇人民政府,昌乐县人民政府\n")
    assert [agency.name for agency in given.agencies] == ["昌乐县财政局", "昌邑市财政局", "昌乐县柳汀镇人民政府"]
    assert not given.problems
    assert given.find("昌邑市财政局") == given.agencies[1]
    assert given.find("财政局") is None


def test_two_codes_make_two_bodies_of_one_name_and_that_is_told(tmp_path: Path) -> None:
    given = roster(tmp_path, f"机构名称,信用代码\n昌乐县信访局,{CODE}\n昌乐县信访局,{OTHER_CODE}\n")
    assert [agency.id for agency in given.agencies] == [f"uscc:{CODE}", f"uscc:{OTHER_CODE}"]
    assert "第 2、3 行" in problems(given)[0]
    report = sound_report(agency="昌乐县信访局")
    found = resolve(report, given)
    assert found is not None
    assert not found.sure


def test_a_name_counts_before_an_alias_and_the_void_alias_is_told(tmp_path: Path) -> None:
    given = roster(tmp_path, "机构名称,别名,撤并日期\n昌乐县环境保护局,,2019-03-01\n昌乐县生态环境局,昌乐县环境保护局,\n")
    assert given.find("昌乐县环境保护局") == given.agencies[0]
    [problem] = problems(given)
    assert "第 3 行" in problem


def test_headings_of_groups_sums_notes_and_repeated_headers_are_no_bodies(tmp_path: Path) -> None:
    lines = ["机构名称", "一、县政府工作部门（2个）", "昌乐县公安局", "县直单位", "机构名称", "昌乐县财政局", "合计", "注：以上含派出机构"]
    given = roster(tmp_path, "序号," + "\n,".join(lines) + "\n")
    assert [agency.name for agency in given.agencies] == ["昌乐县公安局", "昌乐县财政局"]
    assert [problem.split("：")[0][-5:] for problem in problems(given)] == ["第 2 行", "第 4 行", "第 7 行", "第 8 行"]


def test_merged_cells_a_header_of_two_rows_and_dates_as_numbers_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    rows: list[list[object]] = [
        ["全县政府信息公开主体名单", None, None, None, None],
        ["单位名称", "上级机关", "联系方式", None, "成立时间"],
        [None, None, "联系人", "邮箱", None],
        ["财政局", "昌乐县人民政府", "张三", "a@b.example", 43525],
        ["水利局", None, "李四", None, "43525"],
    ]
    for row in rows:
        sheet.append(row)
    for span in ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "B4:B5"):
        sheet.merge_cells(span)
    book.save(tmp_path / "bodies.xlsx")
    given = read_roster(tmp_path / "bodies.xlsx")
    assert [(a.name, a.contact, a.email, a.founded) for a in given.agencies] == [
        ("昌乐县财政局", "张三", "a@b.example", date(2019, 3, 1)),
        ("昌乐县水利局", "李四", None, date(2019, 3, 1)),
    ]
    assert given.rows == (4, 5)
    assert not given.problems


def test_a_body_that_is_said_to_have_ended_without_a_date_is_told_and_marked(tmp_path: Path) -> None:
    given = roster(
        tmp_path,
        "机构名称,备注,并入机关,撤并日期\n昌乐县粮食局（已撤销）,,,\n昌乐县旅游局,2024年并入文旅局,,\n昌乐县物价局,,昌乐县发展和改革局,\n"
        "昌乐县文化局,并入文旅局,,2019-03-01\n昌乐县渔业局,,,2025年底\n昌乐县公安局,常设,,\n",
    )
    assert [(agency.name, agency.unclear) for agency in given.agencies] == [
        ("昌乐县粮食局", (("dissolved", "已撤销"),)),
        ("昌乐县旅游局", (("dissolved", "2024年并入文旅局"),)),
        ("昌乐县物价局", (("dissolved", "昌乐县发展和改革局"),)),
        ("昌乐县文化局", ()),
        ("昌乐县渔业局", (("dissolved", "2025年底"),)),
        ("昌乐县公安局", ()),
    ]
    assert [problem.split("：")[0][-5:] for problem in problems(given)] == ["第 2 行", "第 3 行", "第 4 行", "第 6 行"]
