"""What became of those carried in, or of those by one way: of them alone, unless numbers tell that it is of all."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

CARRIED: list[tuple[str, Told]] = [
    ("收到政府信息公开申请40件，去年结转3件，其中予以公开2件，部分公开1件。", [("received", 40), ("carried_in", 3)]),
    ("收到政府信息公开申请54件，办理上年结转2件。其中予以公开1件，不予公开1件。", [("received", 54), ("carried_in", 2)]),
    # More than were carried in: of all.
    (
        "收到政府信息公开申请54件，办理上年结转2件。其中予以公开45件，部分公开4件，不予公开1件。",
        [("received", 54), ("carried_in", 2), ("granted", 45), ("partially_granted", 4), ("denied", 1)],
    ),
    (
        "受理政府信息公开申请240件，2022年结转1件，其中237件已在法定期限内予以答复，剩余4件结转至2024年。",
        [("received", 240), ("carried_in", 1), ("concluded", 237), ("carried_out", 4)],
    ),
    # Those otherwise handled may be concluded too.
    ("共办理回复依申请公开件10件（含上年结转1件），其中8件按规定程序及时答复申请人。", [("handled", 10), ("carried_in", 1)]),
    (
        "共收到政府信息公开申请1641件。共处理政府信息公开申请1717件（包含上年结转76件），1646件已予以答复，71件结转下年答复。",
        [("received", 1641), ("handled", 1717), ("carried_in", 76), ("concluded", 1646), ("carried_out", 71)],
    ),
]
# Table 3 prints ten requests and none carried in.
NARROW: list[tuple[str, Told]] = [
    ("受理自然人政府信息公开申请10件，办结8件，结转下年度2件。", [("applicants_natural_person", 10), ("concluded", 8), ("carried_out", 2)]),
    ("受理自然人政府信息公开申请9件，办结8件，结转下年度1件。", [("applicants_natural_person", 9)]),
    ("收到依申请公开信函申请10件，予以公开7件。", [("channel_letter", 10), ("granted", 7)]),
    ("收到依申请公开信函申请9件，予以公开7件。", [("channel_letter", 9)]),
]
OTHERWISE: list[tuple[str, Told]] = [
    ("线上、线下共收到依申请公开809件，办结802件。", [("received", 809), ("concluded", 802)]),
    ("线上共收到政府信息公开申请20件。", []),
    ("没有收到个人和组织递交的《信息公开申请表》。", [("none_received", 0)]),
    ("没有收到企业递交的《信息公开申请表》。", []),
    (
        "本年度行政规范性文件发布0条，废止数量0条，现行有效数量3条。",
        [("normative_documents_issued", 0), ("normative_documents_repealed", 0), ("normative_documents_in_force", 3)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_what_follows_those_carried_in_is_of_all_where_there_are_more(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize(("text", "expected"), NARROW)
def test_those_by_one_way_are_all_where_the_table_has_no_others(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize(("text", "expected"), OTHERWISE)
def test_other_words_for_all_that_came_in(text: str, expected: Told) -> None:
    assert claimed(text) == expected


def test_a_government_is_asked_by_whatever_way() -> None:
    text = "公众通过邮递、网站、现场申请等途径向县政府提交政府信息公开申请187件，已全部办结。"
    assert claimed(text, name="云溪县人民政府") == [("received", 187), ("all_concluded", 0)]
    assert claimed(text, name="云溪县人民政府办公室") == []
