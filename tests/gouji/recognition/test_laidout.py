"""Tables laid out in lines are read where every word of them is accounted for, and each figure surely where its place leaves no question."""

import re
from dataclasses import replace

import pytest

from gouji.reading import read_report
from gouji.report import Report, State
from samples import sound
from samples.sample import Sample
from tests.layouts.flattened import as_text
from tests.layouts.laidout import laid_out

SAMPLE = sound(year=2024, size="medium", seed=3)
OLD = sound(year=2020, size="medium", seed=4)


def read(text: str) -> Report:
    return read_report(text.encode(), "report.txt")


def written(sample: Sample) -> str:
    return as_text(sample, laid_out).decode()


def line_of(text: str, label: str) -> str:
    return next(line for line in text.split("\n") if label in line and line.split()[-1].isdecimal())


def unsure(report: Report) -> set[str]:
    return {name for name, figure in report.figures.items() if not figure.sure}


def row(name: str) -> set[str]:
    return {figure for figure in SAMPLE.figures if figure.startswith(f"applications.{name}.")}


@pytest.mark.parametrize("sample", [SAMPLE, OLD])
def test_labels_torn_over_lines_are_read_as_printed(sample: Sample) -> None:
    report = read(written(sample))
    assert {name: figure.raw for name, figure in report.figures.items()} == sample.figures
    assert unsure(report) == set()
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


def test_a_figure_says_on_which_line_it_stands() -> None:
    text = written(SAMPLE)
    figure = read(text).figures["applications.granted.total"]
    assert figure.place
    assert text.split("\n")[(figure.place.line or 0) - 1] == line_of(text, "予以公开")


def test_the_end_of_a_page_is_no_line_and_its_number_no_figure() -> None:
    head, tail = written(SAMPLE).split("（三）不予公开", 1)
    report = read(f"{head.rstrip(' ')}\n    - 1 -\n\f（三）不予公开{tail}\n    - 2 -\n")
    assert {name: figure.raw for name, figure in report.figures.items()} == SAMPLE.figures
    assert unsure(report) == set()


def test_a_blank_cell_is_known_by_what_stands_above_and_below() -> None:
    sample = replace(SAMPLE, figures={**SAMPLE.figures, "applications.rejected_repeat.research": ""})
    report = read(written(sample))
    assert report.figures["applications.rejected_repeat.research"].state is State.BLANK
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (sample.figures, set())


def test_a_figure_that_stands_between_two_columns_leaves_the_row_in_doubt() -> None:
    text = written(SAMPLE)
    line = line_of(text, "2.重复申请")
    _, business, research = [place for place, sign in enumerate(line) if sign.isdecimal()][1:4]
    moved = f"{line[:business]}     0 {line[research + 1 :]}"
    assert unsure(read(text.replace(line, moved))) == row("rejected_repeat")


def test_a_number_on_two_lines_leaves_its_row_in_doubt() -> None:
    text = written(SAMPLE)
    line = line_of(text, "2.重复申请")
    assert unsure(read(text.replace(line, f"{line}\n{' ' * (len(line) - 1)}3"))) == row("rejected_repeat") | row("rejected_publication")


def slipped(upper: str, lower: str, text: str) -> str:
    """The text with the upper row's figures on the line of the lower row's label, and the lower's on the next."""
    digits = upper.index("类申请") + 3 if "类申请" in upper else len(upper) - 46
    return text.replace(upper, upper[:digits].rstrip()).replace(
        lower, lower[:digits] + upper[digits:] + "\n" + " " * digits + lower[digits:]
    )


def test_a_row_whose_figures_slipped_to_the_next_label_is_not_blank() -> None:
    text = written(SAMPLE)
    upper, lower = line_of(text, "1.信访举报投诉"), line_of(text, "2.重复申请")
    report = read(slipped(upper, lower, text))
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())
    wrong = text.replace(upper, upper.replace("17", "18"))
    report = read(slipped(upper.replace("17", "18"), lower, wrong))
    assert row("rejected_petition") | row("rejected_repeat") <= unsure(report)


def test_a_label_that_is_not_the_forms_leaves_the_table_to_the_other_readers() -> None:
    text = written(SAMPLE)
    report = read(text.replace("2.重复申请", "2.反复提出"))
    assert row("rejected_repeat") <= unsure(report)


def test_columns_in_another_order_are_not_taken_for_the_forms() -> None:
    text = written(SAMPLE)
    report = read(text.replace("商业企业", "甲乙丙丁").replace("科研机构", "商业企业").replace("甲乙丙丁", "科研机构"))
    assert row("received") <= unsure(report)


def test_what_is_long_and_no_table_takes_no_time() -> None:
    lines = ["结 果 结 果 维 持 其 他 总 总 计"] * 500
    text = (
        written(replace(SAMPLE, figures={}))
        + "\n四、政府信息公开行政复议、行政诉讼情况\n"
        + "\n".join(lines)
        + "\n五、存在的主要问题及改进情况\n"
    )
    assert all(figure.state is State.ABSENT for figure in read(text).figures.values())


def test_a_label_with_a_sign_too_few_is_taken_as_in_any_other_format() -> None:
    report = read(written(SAMPLE).replace("2.重复申请", "2.重复性申请"))
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())


def test_a_pages_own_number_stands_in_no_row() -> None:
    head, tail = written(SAMPLE).split("            （七）总计", 1)
    report = read(f"{head.rstrip(' ')}\n            -3-\n\f            （七）总计{tail}")
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())


def parted(line: str) -> tuple[str, list[str], list[int]]:
    """The label of a line, its figures, and where each stands."""
    label = line.split()[0]
    behind = line.index(label) + len(label)
    found = [match.start() for match in re.finditer(r"\d+", line[behind:])]
    return line[:behind], line[behind:].split(), [behind + place for place in found]


def column_by_column(*rows: list[str], places: list[int]) -> list[str]:
    """Figures of rows that stand close, one a line: the first column's from top to bottom, then the second's."""
    return [" " * place + figure for place, *figures in zip(places, *rows, strict=True) for figure in figures]


def close(upper: list[str], lower: list[str]) -> str:
    """The text with these figures of 1.信访举报投诉类 and 2.重复申请 column by column below both labels."""
    text = written(SAMPLE)
    above, below = line_of(text, "1.信访举报投诉"), line_of(text, "2.重复申请")
    start = text.index(above)
    stop = text.index(below) + len(below)
    labels = [parted(above)[0], text[start:stop].split("\n")[1], parted(below)[0]]
    return text[:start] + "\n".join([*labels, *column_by_column(upper, lower, places=parted(above)[2])]) + text[stop:]


def test_rows_printed_column_by_column_are_whole_again_where_each_adds_up() -> None:
    upper, lower = (parted(line_of(written(SAMPLE), label))[1] for label in ("1.信访举报投诉", "2.重复申请"))
    report = read(close(upper, lower))
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())


def test_rows_printed_column_by_column_stay_in_doubt_where_one_does_not_add_up_or_another_has_none() -> None:
    upper, lower = (parted(line_of(written(SAMPLE), label))[1] for label in ("1.信访举报投诉", "2.重复申请"))
    both = row("rejected_petition") | row("rejected_repeat")
    assert both <= unsure(read(close([*upper[:-1], "18"], lower)))
    text = close(upper, lower)
    blank = line_of(text, "3.要求提供")
    assert both <= unsure(read(text.replace(blank, parted(blank)[0])))
    noted = next(line for line in text.split("\n") if line.strip() == upper[0])
    assert both <= unsure(read(text.replace(noted, f"{noted}\n{' ' * len(noted)}件", 1)))


def test_rows_printed_column_by_column_are_in_doubt_where_the_first_figures_stand_beside_their_labels() -> None:
    lines = [parted(line_of(written(SAMPLE), label)) for label in ("1.信访举报投诉", "2.重复申请")]
    (upper, places), (lower, _) = ((figures, places) for _, figures, places in lines)
    text = close([*upper[:-1], "18"], lower)
    for label, (figure, *_), _ in lines:
        text = re.sub(rf"\n +{figure}(?=\n)", "", text, count=1).replace(label, f"{label.ljust(places[0])}{figure}")
    assert unsure(read(text)) == row("rejected_petition") | row("rejected_repeat") | row("rejected_publication")


@pytest.mark.parametrize(("above", "below"), [("15（其中修订3", "件）"), ("15（其中修订3件", "）"), ("15", "（其中修订3件）")])
def test_a_note_on_two_lines_leaves_all_rows_of_its_page_in_doubt(above: str, below: str) -> None:
    text = written(SAMPLE)
    line = line_of(text, "2.重复申请")
    label, figures, (place, *_) = parted(line)
    torn = f"{' ' * place}{above}\n{label.ljust(place)}{below}{line[place + len(figures[0]) :]}"
    report = read(text.replace(line, torn))
    assert {name for name in SAMPLE.figures if name.startswith("applications.")} == unsure(report)


@pytest.mark.parametrize("piece", ["6,0", "6,", "6,01", "16,016,7"])
def test_a_number_broken_off_behind_its_separator_leaves_its_row_in_doubt_wherever_its_rest_stands(piece: str) -> None:
    text = written(SAMPLE)
    line = line_of(text, "2.重复申请")
    label, _, (place, *_) = parted(line)
    torn = f"{label.ljust(place - 2)}  {piece.ljust(3)}{line[place + 3 :]}"
    assert unsure(read(text.replace(line, torn))) == row("rejected_repeat")


def test_figures_on_two_lines_of_their_label_are_one_row_where_they_add_up() -> None:
    text = written(SAMPLE)
    line = line_of(text, "1.信访举报投诉")
    label, figures, places = parted(line)
    for first in (1, 2, 6):
        torn = f"{label}{'  '.join(['', *figures[:first]])}\n{' ' * places[first]}{line[places[first] :]}"
        report = read(text.replace(line, torn))
        assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())
        wrong = text.replace(line, torn.replace("16", "15", 1))
        assert row("rejected_petition") <= unsure(read(wrong))


def test_rows_between_two_whole_ones_have_their_figures_in_order_and_their_blanks_by_column() -> None:
    sample = replace(SAMPLE, figures={**SAMPLE.figures, "applications.rejected_repeat.research": ""})
    text = written(sample)
    above, below = line_of(text, "1.信访举报投诉"), line_of(text, "2.重复申请")
    (first, _, _), (second, _, _) = parted(above), parted(below)
    figures = [" " * len(label) + line[len(label) :] for label, line in ((first, above), (second, below))]
    text = text.replace(above, first).replace(below, "\n".join([second, *figures]))
    report = read(text)
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (sample.figures, set())


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


def test_a_number_that_its_cell_broke_over_lines_is_one_where_its_row_adds_up() -> None:
    text = written(SAMPLE)
    line = line_of(text, "1.信访举报投诉")
    place = line.index("17")
    broken = f"{line[:place]}1\n{' ' * place}7"
    report = read(text.replace(line, broken))
    assert report.figures["applications.rejected_petition.total"].raw == "1\n7"
    assert unsure(report) == set()
    assert row("rejected_petition") <= unsure(read(text.replace(line, broken.replace("16", "15"))))


def test_a_row_alone_on_its_page_is_sure_where_its_figures_are_alike_or_stand_far_apart() -> None:
    text = written(SAMPLE)
    table_two = next(line for line in text.split("\n") if line.split()[0:1] == ["行政规范性文件"])
    assert unsure(read(text.replace(table_two, f"\f{table_two}"))) == set()
    zeros = text.replace(line_of(text, "四、结转下年度"), f"\f四、结转下年度继续办理 {' '.join('0000000')}")
    assert not row("carried_out") & unsure(read(zeros))


def test_a_figure_that_was_pushed_is_of_the_one_column_left_between_those_beside_it() -> None:
    text = written(replace(SAMPLE, figures={**SAMPLE.figures, "applications.rejected_repeat.research": ""}))
    line = line_of(text, "2.重复申请")
    pushed = f"{line[: line.rindex('0') + 1]} 3"
    assert unsure(read(text.replace(line, pushed))) == set()
    assert unsure(read(text.replace(line, re.sub(r"0 +0 +3$", "0 3", line)))) == row("rejected_repeat")


def test_a_figure_that_ran_into_its_label_is_not_lost_without_a_doubt() -> None:
    text = written(OLD)
    line = next(line for line in text.split("\n") if "行政强制" in line)
    label, figures, _ = parted(line)
    report = read(text.replace(line, f"{label}{figures[0]}{line[len(label) + len(figures[0]) :].replace(figures[0], ' ', 1)}"))
    assert {f"disclosure.coercive_measures.{c}" for c in ("items_before", "items_change", "decisions")} <= unsure(report)


def test_as_many_figures_as_columns_are_in_doubt_where_one_is_torn_and_others_run_together() -> None:
    text = written(SAMPLE)
    line = line_of(text, "一、本年新收")
    label, figures, places = parted(line)  # 314 25 3 2 11 9 364
    torn = f"{label}{' ' * (places[0] - len(label))}3  14 253 2 11 9 364"
    assert row("received") <= unsure(read(text.replace(line, torn)))
    wrong = text.replace(line, line.replace("364", "365"))  # a total that the office got wrong stays sure where all stand in their columns
    assert not row("received") & unsure(read(wrong))


def test_a_piece_that_may_be_of_either_of_two_numbers_leaves_its_row_in_doubt() -> None:
    text = written(SAMPLE)
    line = line_of(text, "1.信访举报投诉")
    label, _, places = parted(line)
    pieces = " " * places[0] + "4" + " " * 12 + "6"
    for own in ("1 1 0 0 0 1 1", "1  1  0 0 0 1 1"):  # 14 and 1, or 1 and 14: both make 16
        assert row("rejected_petition") <= unsure(read(text.replace(line, f"{label} {own}\n{pieces}")))
    clear = line.replace("16", "1 ").replace(" 0 ", " 1 ", 1).replace("17", "1 ")
    report = read(text.replace(line, f"{clear}\n{pieces[: places[0] + 1]}{' ' * (places[6] - places[0] - 1)}6"))
    assert [report.figures[f"applications.rejected_petition.{c}"].raw for c in ("natural_person", "business", "total")] == [
        "1\n4",
        "1",
        "1\n6",
    ]


def test_a_total_that_fails_stays_sure_where_no_figures_torn_or_run_together_would_make_it_hold() -> None:
    text = written(SAMPLE)
    line = line_of(text, "一、本年新收")
    label, figures, places = parted(line)
    pushed = f"{label}{' ' * (places[0] - len(label))}{' '.join([*figures[:-1], '365'])}"
    assert not row("received") & unsure(read(text.replace(line, pushed)))


def test_rows_printed_in_pieces_of_unlike_length_are_whole_again() -> None:
    text = written(SAMPLE)
    (upper, places), (lower, _) = (parted(line_of(text, label))[1:] for label in ("1.信访举报投诉", "2.重复申请"))
    joined = close(upper, lower).split("\n")
    at = next(n for n, line in enumerate(joined) if line == " " * places[2] + lower[2])
    both = joined[at].ljust(places[3]) + lower[3]  # the lower row's third and fourth figures on one line, before the upper's fourth
    report = read("\n".join([*joined[:at], both, joined[at + 1], *joined[at + 3 :]]))
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())


def test_a_total_that_fails_is_in_doubt_where_it_may_have_changed_places_or_had_its_lines_mixed() -> None:
    text = written(SAMPLE)
    line = line_of(text, "1.信访举报投诉")
    label, figures, places = parted(line)  # 16 0 0 0 0 1 17
    start = f"{label}{' ' * (places[0] - len(label))}"
    assert row("rejected_petition") <= unsure(read(text.replace(line, f"{start}{' '.join([*figures[:-1], '71'])}")))
    moved = text.replace(line, f"{line[: places[4] + 1]} {figures[6]}   {figures[5]}")
    assert row("rejected_petition") <= unsure(read(moved))


def without_others(*kept: str) -> Sample:
    """The sample with the column 其他 blank but in these rows; what was counted there is taken from the totals."""
    figures = dict(SAMPLE.figures)
    for name in [name for name in figures if name.startswith("applications.") and name.endswith(".other")]:
        if name.split(".")[1] not in kept:
            total = name.removesuffix("other") + "total"
            figures |= {name: "", total: str(int(figures[total] or 0) - int(figures[name] or 0))}
    return replace(SAMPLE, figures=figures)


def test_the_total_of_rows_with_blanks_is_known_by_what_it_is_where_no_whole_row_shows_its_column() -> None:
    sample = without_others("received")
    text = written(sample)
    line = line_of(text, "一、本年新收")
    label, figures, places = parted(line)
    pushed = text.replace(line, f"{line[: places[4]]}{' '.join(figures[4:])}")  # the last two columns of the one whole row are pushed
    report = read(pushed)
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (sample.figures, set())
    wrong = line_of(pushed, "（七）总计")
    total = wrong.split()[-1]
    assert row("concluded_total") <= unsure(read(pushed.replace(wrong, wrong.replace(total, f"{int(total) + 1}"))))


def test_a_blank_in_every_row_of_a_page_without_headers_is_in_doubt() -> None:
    sample = without_others()
    head, tail = written(sample).split("（三）不予公开", 1)
    report = read(f"{head.rstrip(' ')}\f（三）不予公开{tail}")
    assert row("denied_internal") <= unsure(report)
    assert not row("received") & unsure(report)


@pytest.mark.parametrize(
    ("printed", "met"),
    [
        ("1.信访举报投诉类", "信访举报投诉类1."),  # the ordinal's font sits on another line
        ("（二）部分公开（区分处理的，只计这一情形，", "果（二）部分公开（区分处理的，只计这一情形，"),
    ],
)
def test_a_label_that_ran_together_with_what_stands_beside_it_is_read(printed: str, met: str) -> None:
    text = written(SAMPLE)
    if met.startswith("果"):
        text = text.replace("三、本年度办理结果", "         ").replace("（一）予以公开", "三、本年度办理结 （一）予以公开", 1)
    report = read(text.replace(printed, met))
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())


def test_a_row_that_has_all_words_of_a_part_is_not_its_heading() -> None:
    text = written(SAMPLE)
    line = next(line for line in text.split("\n") if "机关不再处理其政府" in line)
    report = read(text.replace("三、本年度办理结果", "         ").replace(line, f"三、本年度办理结果  {line.strip()}"))
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


def test_zeros_that_ran_together_with_the_next_figure_are_figures_of_their_own() -> None:
    text = written(SAMPLE)
    line = line_of(text, "3.要求提供")
    label, figures, places = parted(line)
    report = read(text.replace(line, f"{line[: places[5]]}{figures[5]}{figures[6]}"))
    assert figures[5] == "0"
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())


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
