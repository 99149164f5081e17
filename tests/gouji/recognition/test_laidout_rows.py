"""Rows laid out in lines whose figures slipped, were broken or pushed."""

import re
from dataclasses import replace

import pytest

from samples.sample import Sample
from tests.gouji.recognition.lines import OLD, SAMPLE, line_of, parted, read, row, unsure, written


def test_a_number_on_two_lines_leaves_its_row_in_doubt() -> None:
    text = written(SAMPLE)
    line = line_of(text, "2.重复申请")
    assert unsure(read(text.replace(line, f"{line}\n{' ' * (len(line) - 1)}3"))) == row("rejected_repeat") | row("rejected_publication")


def test_a_piece_of_a_number_above_the_middle_of_a_row_may_be_of_the_row_before() -> None:
    text = written(SAMPLE)
    above, line = line_of(text, "（一）予以公开"), line_of(text, "（二）部分公开")
    place = parted(above)[2][6]
    short = f"{above[:place]}{above[place:].replace('171', '17 ')}"
    start = line.index("（二）")
    torn = f"{line[: start + 7]}{line[start + 7 :].partition('，   ')[2].rjust(len(line) - start - 7)}\n{' ' * place}1\n{' ' * start}（区分处理的，只计这一情形，"
    assert row("granted") <= unsure(read(text.replace(above, short).replace(line, torn)))


def test_a_label_whose_bracket_stands_on_the_next_line_is_as_it_should_be() -> None:
    text = written(SAMPLE)
    line = line_of(text, "（七）总计")
    label, figures, places = parted(line)
    torn = f"{label.replace('（七）', ' 七)')}\n{label.replace('（七）总计', '(')}{' ' * 4}{line[len(label) :]}"
    report = read(text.replace(line, torn))
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())


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


def test_a_number_that_its_cell_broke_over_lines_is_one_where_its_row_adds_up() -> None:
    text = written(SAMPLE)
    line = line_of(text, "1.信访举报投诉")
    place = line.index("17")
    broken = f"{line[:place]}1\n{' ' * place}7"
    report = read(text.replace(line, broken))
    assert report.figures["applications.rejected_petition.total"].raw == "1\n7"
    assert unsure(report) == set()
    assert row("rejected_petition") <= unsure(read(text.replace(line, broken.replace("16", "15"))))


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


def test_zeros_that_ran_together_with_the_next_figure_are_figures_of_their_own() -> None:
    text = written(SAMPLE)
    line = line_of(text, "3.要求提供")
    label, figures, places = parted(line)
    report = read(text.replace(line, f"{line[: places[5]]}{figures[5]}{figures[6]}"))
    assert figures[5] == "0"
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())


def test_items_that_are_not_made_out_are_absent_in_doubt_where_the_row_that_may_stand_for_them_is_in_doubt() -> None:
    text = written(SAMPLE)
    before, _, rest = text.partition(" " * 24 + "1.申请人无正当理")
    torn = [f"{'（六）':>15}   1.申请", "            其他处理 人无     3      1      0             0       1      5", f"{'正当':>22}"]
    report = read("\n".join([before.rstrip(" \n"), *torn, " " * 12 + "（七）总计" + rest.partition("（七）总计")[2]]))
    assert report.figures["applications.other_outcomes.total"].doubts
    assert row("other_uncorrected") | row("other_unpaid") | row("other_misc") <= unsure(report)
