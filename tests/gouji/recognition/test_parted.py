"""A number on two lines of its cell: one number where a sum says so, else a question."""

from gouji.recognition import recognise
from gouji.recognition.parted import with_whole_numbers
from tests.gouji.recognition.tables import application_rows, document, grid

RECEIVED, CARRIED_IN, GRANTED, DENIED = 1, 2, 3, 5  # rows of Table 3; column 1 is natural persons, 7 the total


def doubted(*printed: tuple[int, int, str]) -> dict[str, tuple[str, ...]]:
    """The doubts of Table 3 with these texts at their rows and columns."""
    rows = application_rows()
    for row, column, text in printed:
        rows[row][column] = text
    report = with_whole_numbers(recognise(document(grid(rows))))
    return {name.removeprefix("applications."): figure.doubts for name, figure in report.figures.items() if figure.doubts}


def test_a_number_on_two_lines_is_sure_where_a_sum_holds_with_it() -> None:
    assert doubted((RECEIVED, 7, "1\n0")) == {}  # along its row
    assert doubted((RECEIVED, 1, "1\n0"), (RECEIVED, 7, "1\n0"), (GRANTED, 1, "1\n0"), (GRANTED, 7, "1\n0")) == {}  # down its column


def test_it_stays_in_doubt_where_no_sum_holds_or_another_figure_of_the_sum_is_in_doubt() -> None:
    split = ("split-digits",)
    assert doubted((GRANTED, 1, "1\n1")) == {"granted.natural_person": split}
    assert doubted((RECEIVED, 1, "1\n0"), (RECEIVED, 2, "0*"), (CARRIED_IN, 1, "0*"))["received.natural_person"] == split
    assert doubted((RECEIVED, 7, "1 0")) == {"received.total": split}  # side by side they may be two columns


def test_two_rows_without_a_rule_between_them_are_not_one_though_their_digits_add_up() -> None:
    merged = doubted((DENIED, 1, "1\n2"), (DENIED, 2, "3\n4"), (DENIED, 7, "4\n6"))
    assert [name.split(".")[1] for name in merged] == ["natural_person", "business", "total"]


def test_digits_on_lines_that_do_not_add_up_by_themselves_are_no_two_rows() -> None:
    row = ((GRANTED, 1, "9\n2"), (GRANTED, 2, "15"), (GRANTED, 3, "4\n6"), (GRANTED, 4, "3\n4"))
    assert doubted(*row, (GRANTED, 7, "187")) == {}
    assert doubted(*row, (GRANTED, 7, "1\n8\n7")) == {}
    assert set(doubted(*row, (GRANTED, 7, "188")).values()) == {("split-digits",)}
    assert set(doubted(*row[1:], (GRANTED, 1, "9\n2件"), (GRANTED, 7, "187")).values()) == {("split-digits",)}
    alone = doubted((DENIED, 1, "1\n2"), (DENIED, 2, "3\n4"), (DENIED, 3, "3"), (DENIED, 7, "4\n9"))  # 3 may stand in the lower row
    assert set(alone) == {"denied_state_secret." + column for column in ("natural_person", "business", "total")}
