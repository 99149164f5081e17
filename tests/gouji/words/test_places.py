"""A place is said in the words of the form and of the document."""

import pytest

from gouji.finding import Words
from gouji.form import NAMES, form
from gouji.place import Place
from gouji.words.places import listed, paragraph_in_words, place_in_words, section_number, short_name, spot_in_words, together_in_words
from tests.builders import claim, figure, sound_report


def test_a_figure_is_found_by_table_row_column_and_line() -> None:
    said = place_in_words("2021", figure("proceedings.reconsideration.total", 0, Place(line=89)))
    assert said == Words("表四 · 行政复议 · 总计（第89行）", "Table 4 · reconsideration · total (line 89)")


def test_a_label_of_a_group_is_said_with_its_group() -> None:
    said = place_in_words("2021", figure("applications.denied_internal.other", 1, Place(page=4)))
    assert said.zh == "表三 · （三）不予公开 5.属于三类内部事务信息 · 法人或其他组织 其他（第4页）"


def test_a_figure_without_a_place_is_named_all_the_same() -> None:
    assert place_in_words("2021", figure("disclosure.fees.amount", None)).zh == "表二 · 行政事业性收费 · 本年收费金额"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(page=4, paragraph=7), "第4页"),
        (Place(line=3, paragraph=1), "第3行"),
        (Place(table=2, row=5, column=3), "第2个表第5行第3列"),
        (Place(paragraph=7, start=1, end=4), "第7段"),
    ],
)
def test_people_count_by_what_the_format_has(place: Place, said: str) -> None:
    words = spot_in_words(place)
    assert words is not None
    assert words.zh == said


def test_a_sentence_is_found_by_its_section() -> None:
    assert paragraph_in_words(sound_report(), claim("received", 4).place).zh == "第一部分（第4段）"
    assert paragraph_in_words(sound_report(), Place(paragraph=2)).zh == "前言（第2段）"


def test_sections_are_numbered_as_on_paper() -> None:
    assert [section_number(n).zh for n in (1, 6)] == ["一", "六"]


def test_a_long_list_is_cut_and_counted() -> None:
    said = listed([Words(str(n), str(n)) for n in range(12)], most=2)
    assert (said.zh, said.en) == ("0、1等12处", "0, 1 and others, 12 in all")


def test_figures_that_are_added_are_called_by_their_group() -> None:
    denied = [f"applications.{row.id}.total" for row in form("2021").table("applications").rows() if row.id.startswith("denied_")]
    firms = [f"applications.received.{name}" for name in ("business", "research", "public_interest", "legal_service", "other")]
    suits = ["proceedings.direct_litigation.total", "proceedings.litigation_after_reconsideration.total"]
    mixed = ["applications.granted.total", "applications.partially_granted.total"]
    assert [together_in_words("2021", names).zh for names in (denied, firms, suits, mixed)] == [
        "表三 · （三）不予公开 · 总计（8格合计）",
        "表三 · 一、本年新收政府信息公开申请数量 · 法人或其他组织（5格合计）",
        "表四 · 行政诉讼 · 总计（2格合计）",
        "表三 · （一）予以公开 · 总计、表三 · （二）部分公开 · 总计（2格合计）",
    ]
    assert together_in_words("2021", denied).en == "Table 3 · (3) denied · total (8 cells together)"


@pytest.mark.parametrize("name", NAMES)
def test_every_row_and_column_of_the_form_has_a_short_name(name: str) -> None:
    for table in form(name).tables:
        for row in table.rows():
            assert short_name("row", table.id, row.id).en
            assert all(short_name("column", table.id, column.id).zh for column in table.columns_of(row.id))
