"""Points of a list behind a word, （1）…（2）…, are no numbers of it; a number in brackets is."""

from tests.gouji.narrative.telling import claimed


def test_points_one_after_another_count_nothing() -> None:
    text = "（二）依申请公开。办理结果：予以公开8件；不予公开（1）属于国家秘密0件（2）其他法律行政法规禁止公开0件；无法提供7件。"
    assert "denied" not in [name for name, _ in claimed(text)]


def test_a_number_in_brackets_counts() -> None:
    assert claimed("收到政府信息公开申请9件，予以公开（3件）、不予公开（6件）。")[1:] == [("granted", 3), ("denied", 6)]
    assert claimed("收到政府信息公开申请9件，予以公开（3）不予公开（6）。")[1:] == [("granted", 3), ("denied", 6)]
