"""Rows laid out in lines that were printed column by column."""

import re

from tests.gouji.recognition.lines import SAMPLE, line_of, parted, read, row, unsure, written


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


def test_rows_printed_in_pieces_of_unlike_length_are_whole_again() -> None:
    text = written(SAMPLE)
    (upper, places), (lower, _) = (parted(line_of(text, label))[1:] for label in ("1.信访举报投诉", "2.重复申请"))
    joined = close(upper, lower).split("\n")
    at = next(n for n, line in enumerate(joined) if line == " " * places[2] + lower[2])
    both = joined[at].ljust(places[3]) + lower[3]  # the lower row's third and fourth figures on one line, before the upper's fourth
    report = read("\n".join([*joined[:at], both, joined[at + 1], *joined[at + 3 :]]))
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())
