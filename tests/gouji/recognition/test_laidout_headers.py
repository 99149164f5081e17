"""Table 4 and headers laid out in lines: pieces out of order, mixed, or alone on a page."""

import pytest

from gouji.report import Report, State
from tests.gouji.recognition.lines import SAMPLE, read, row, unsure, written


def alone_on_a_page(figures: list[str], apart: int) -> Report:
    text = written(SAMPLE)
    line = next(line for line in text.split("\n") if len(line.split()) == 15 and line.split()[0].isdecimal())
    return read(text.replace(line, "\f" + (" " * apart).join(figures)))


def test_table_four_alone_on_a_page_is_sure_where_nothing_was_pushed_and_its_totals_hold() -> None:
    own = [text for name, text in SAMPLE.figures.items() if name.startswith("proceedings.")]
    assert unsure(alone_on_a_page(own, 3)) == set()
    moved = [*own[:4], own[5], own[4], *own[6:]]
    names = {name for name in SAMPLE.figures if name.startswith("proceedings.")}
    assert [unsure(alone_on_a_page(figures, apart)) for figures, apart in ((own, 1), (moved, 3))] == [names, names]


def test_table_four_under_headers_whose_pieces_stand_out_of_order_is_read_in_doubt() -> None:
    text = written(SAMPLE)
    upper = next(line for line in text.split("\n") if line.startswith("结果维持"))
    report = read(text.replace(upper, f"结  维正   {upper[14:]}\n果     结果纠\n持"))
    assert {name: figure.raw for name, figure in report.figures.items()} == SAMPLE.figures
    assert unsure(report) == {name for name in SAMPLE.figures if name.startswith("proceedings.")}
    missing = read(text.replace(upper, f"结  维正   {upper[14:]}\n果     结果\n持"))
    assert missing.figures["proceedings.reconsideration.total"].state is State.ABSENT


def test_headers_of_table_three_whose_lines_are_mixed_are_known_by_their_signs_and_order() -> None:
    text = written(SAMPLE)
    upper = next(line for line in text.split("\n") if "科研机构" in line and "自然人" in line)
    place = upper.index("科研机构")
    lower = " " * place + "机构"
    mixed = text.replace(upper, f"{lower}\n{upper.replace('科研机构', '科研  ')}")
    report = read(mixed)
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())
    swapped = mixed.replace("商业企业", "甲乙丙丁").replace("社会公益", "商业企业").replace("甲乙丙丁", "社会公益")
    assert row("received") <= unsure(read(swapped))


@pytest.mark.parametrize("note", ["（注）", "(含3件"])
def test_a_note_below_the_figures_of_table_four_leaves_the_row_in_doubt(note: str) -> None:
    text = written(SAMPLE)
    *_, line = (line for line in text.split("\n") if len(line.split()) == 15 and line.replace(" ", "").isdecimal())
    report = read(text.replace(line, f"{line}\n{' ' * 20}{note}"))
    assert unsure(report) == {name for name in SAMPLE.figures if name.startswith("proceedings.")}
