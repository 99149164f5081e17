"""Texts masked and compared by runs of characters."""

from gouji.narrative.shingles import SIZE, characters, masked, share, shingles, without


def test_masking_leaves_neither_numbers_nor_names_nor_punctuation() -> None:
    text = "2023年，样例局共收到申请１，２３４件，\n增长12.5%。  二〇二三年全年"
    assert masked(text, ["样例局"]) == "#年○共收到申请#件\n增长##年全年"


def test_the_share_is_of_the_first_text_in_the_second() -> None:
    assert share("甲乙丙丁戊己", "零甲乙丙丁戊己庚辛壬癸") == 1
    assert share("甲乙丙丁戊己", "甲乙丙丁戊") == 0.5
    assert share("甲乙丙丁", "甲乙丙丁") is None


def test_no_shingle_crosses_the_end_of_a_line() -> None:
    assert shingles("甲乙丙\n丁戊己") == frozenset()


def test_what_is_left_without_common_shingles_has_exactly_the_others() -> None:
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳\n午未申酉戌"
    for common in ({"丁戊己庚辛"}, {"甲乙丙丁戊", "壬癸子丑寅"}, {"午未申酉戌"}, set(), shingles(text)):
        assert shingles(without(text, common)) == shingles(text) - set(common)


def test_characters_are_counted_without_line_ends() -> None:
    assert characters("甲乙\n丙") == 3
    assert SIZE == 5
