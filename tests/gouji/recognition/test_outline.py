"""How offices number the six parts, and what stands within them."""

import pytest

from gouji.form import form
from gouji.recognition.sections import split_sections

from .tables import document, grid

PARTS = [section.heading for section in form("2021").sections]
# Each with the numbers of the six parts; below the level of a part others are used.
NUMBERED = {
    "第{}部分 ": "一二三四五六", "第{}部分  ": "123456", "【第{}部分】": "一二三四五六", "第{}章 ": "一二三四五六",
    "{}、": "ⅠⅡⅢⅣⅤⅥ", "{}. ": ["I", "II", "III", "IV", "V", "VI"], "{} ": "ⅠⅡⅢⅣⅤⅥ", "PART {} ": "123456",
    "{}、 ": "壹贰叁肆伍陆", "{}": "⒈⒉⒊⒋⒌⒍", "0{} ": "123456", "{}）": "123456", "{} - ": "一二三四五六",
    "（{}）": "一二三四五六", "({}) ": "一二三四五六", " {}": "㈠㈡㈢㈣㈤㈥", "（{}） ": "123456", "■ {}、": "一二三四五六", "": "",
}  # fmt: skip


def split(*blocks: object) -> list[tuple[int | None, str]]:
    _, sections = split_sections(document(*blocks).blocks, form("2021"))
    return [(section.number, section.heading) for section in sections]


def headings(shape: str, numerals: str | list[str] = "一二三四五六") -> list[str]:
    return [shape.format(numeral) + part for numeral, part in zip(numerals or [""] * 6, PARTS, strict=True)]


def numbers(found: list[tuple[int | None, str]]) -> list[int | None]:
    return [number for number, _ in found]


@pytest.mark.parametrize("shape", NUMBERED)
@pytest.mark.parametrize("items", ["（{}）", "{}、", "{}是", "1.{}"])
def test_the_parts_are_known_however_they_and_their_items_are_numbered(shape: str, items: str) -> None:
    one, *rest = headings(shape, NUMBERED[shape])
    under = [
        items.format(numeral) + words for numeral, words in zip("一二三四", ("主动公开", "依申请公开", "信息管理", "平台建设"), strict=True)
    ]
    blocks = [one, *under, *(block for heading in rest for block in (heading, "全年依法公开，没有发生其他情形。"))]
    assert [part for part in split(*blocks) if part[0]] == list(enumerate([one, *rest], 1))


@pytest.mark.parametrize("shape", ["（{}）", "{}.", "{}、", "### "])
def test_items_of_section_one_with_the_words_of_parts_open_none(shape: str) -> None:
    numerals = "123" if shape == "{}." else "一二三"
    items = [shape.format(n) + words for n, words in zip(numerals, ("总体情况", "主动公开政府信息情况", "依申请公开情况"), strict=True)]
    one, *rest = headings("第{}部分 " if shape == "{}、" else "{}、")
    assert split(one, *items, *rest) == list(enumerate([one, *rest], 1))


def test_parts_numbered_below_a_chapter_are_the_parts() -> None:
    parts = headings("（{}）")
    for chapter in ("一、2023年度政府信息公开工作情况", "一、总体情况"):
        assert split(chapter, *parts, "二、附件") == list(enumerate(parts, 1))


def test_items_numbered_as_the_parts_are_do_not_end_the_first() -> None:
    one, *rest = headings("{}、")
    found = split(one, "一、主动公开情况", "二、依申请公开情况", *rest)
    assert [number for number in numbers(found) if number] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("odd", "heading"), [(6, "（六）其他需要报告的事项"), (3, "3.收到和处理申请情况"), (2, "第二部分 主动公开政府信息情况"), (4, PARTS[3])]
)
def test_one_part_numbered_otherwise_in_its_place_is_the_part(odd: int, heading: str) -> None:
    parts = headings("{}、")
    parts[odd - 1] = heading
    assert split(*parts) == list(enumerate(parts, 1))


def test_a_list_that_begins_with_its_first_item_does_not_stand_in_for_a_missing_part() -> None:
    one, _, *rest = headings("{}、")
    assert numbers(split(one, "（一）概述", "（二）主动公开政府信息情况", "（三）平台建设", *rest)) == [1, 3, 4, 5, 6]


def test_a_number_of_two_levels_is_no_parts_own() -> None:
    one, _, *rest = headings("{}、")
    assert numbers(split(one, "2.1主动公开政府信息情况", "2.2主动公开政府信息情况", *rest)) == [1, 3, 4, 5, 6]


def test_a_part_numbered_otherwise_out_of_its_place_is_none() -> None:
    *parts, _ = headings("{}、")
    assert numbers(split("6.其他需要报告的事项", *parts)) == [1, 2, 3, 4, 5]


def test_contents_numbered_otherwise_are_no_parts() -> None:
    parts = headings("第{}部分 ")
    contents = [f"{heading}……{n}" for n, heading in enumerate(headings("{}、"), 1)]
    body = [block for heading in parts for block in (heading, grid([["甲", "乙"]]))]
    assert split("目录", *contents, *body) == list(enumerate(parts, 1))
