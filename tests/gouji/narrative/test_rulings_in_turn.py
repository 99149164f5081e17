"""How disputes ended, told in turn: 维持、纠正分别为2件、1件."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

SAID: list[tuple[str, Told]] = [
    (
        "政府信息公开行政复议8件，其中维持、纠正、其他结果分别为4件、1件、3件。",
        [
            ("reconsideration", 8),
            ("reconsideration_upheld", 4),
            ("reconsideration_corrected", 1),
            ("reconsideration_other", 3),
        ],
    ),
    (
        "政府信息公开行政复议结果维持、结果纠正、其他结果、尚未审结分别为6件、2件、2件、0件。",
        [
            ("reconsideration_upheld", 6),
            ("reconsideration_corrected", 2),
            ("reconsideration_other", 2),
            ("reconsideration_pending", 0),
        ],
    ),
    ("政府信息公开行政复议、行政诉讼分别维持3件、2件。", [("reconsideration_upheld", 3), ("litigation_upheld", 2)]),
    (
        "政府信息公开行政复议3件，分别为维持2件、纠正1件。",
        [("reconsideration", 3), ("reconsideration_upheld", 2), ("reconsideration_corrected", 1)],
    ),
    ("因政府信息公开被申请行政复议7件，没有被撤销或变更的情况。", [("reconsideration", 7), ("none_corrected_reconsideration", 0)]),
    ("因政府信息公开被申请行政复议7件，未被撤销。", [("reconsideration", 7), ("none_corrected_reconsideration", 0)]),
    ("因政府信息公开被申请行政复议7件，其中2件未被撤销。", [("reconsideration", 7)]),
    ("因政府信息公开被申请行政复议7件，行政许可没有被撤销。", [("reconsideration", 7)]),
    ("因政府信息公开被申请行政复议7件，未撤销。", [("reconsideration", 7)]),
    ("规范性文件没有被撤销或变更的情况。", []),
    # as many numbers as rulings, or none is read
    ("政府信息公开行政复议维持、纠正分别为2件。", []),
    ("政府信息公开行政复议维持、纠正、其他结果分别为2件、1件。", []),
    ("政府信息公开行政复议、行政诉讼案件中，被维持的分别为3件、2件。", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_what_is_told_in_turn(sentence: str, expected: Told) -> None:
    assert claimed(sentence) == expected
