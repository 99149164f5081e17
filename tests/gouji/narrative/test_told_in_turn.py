"""What stands beside what: outcomes joined by 、 after 其中, what was handled and what was left, the rest and why, a year and its check."""

import pytest

from tests.gouji.narrative.telling import Told, claimed, told

SAID: list[tuple[str, Told]] = [
    # parts of one number, joined by 、
    (
        "答复申请44件，其中予以公开12件、部分公开20件、无法提供19件。",
        [("concluded", 44), ("granted", 12), ("partially_granted", 20), ("unavailable", 19)],
    ),
    ("收到申请44件，其中不予公开12件、不予处理20件。", [("received", 44), ("denied", 12), ("rejected", 20)]),
    ("上年结转5件，其中予以公开2件、部分公开1件、不予公开2件。", [("carried_in", 5)]),
    ("收到申请44件，自然人申请20件，其中予以公开3件、不予公开4件。", [("received", 44), ("applicants_natural_person", 20)]),
    # those answered in time, beside what was handled and what was left
    (
        "办理政府信息公开依申请561件（含上年结转12件），按时办结555件，结转下年度继续办理6件。",
        [("handled", 561), ("carried_in", 12), ("concluded", 555), ("carried_out", 6)],
    ),
    ("办理依申请公开561件，按时办结550件，逾期办结5件，结转下年度6件。", [("handled", 561), ("carried_out", 6)]),
    ("其他处理5件，均为申请人主动撤回申请。", [("other_misc", 5)]),
    ("从办理结果来看，公开28件，区分处理部分公开28件，不予公开3件。", [("granted_at_all", 28), ("partially_granted", 28), ("denied", 3)]),
    ("从公开情况来看，公开28件，其中图片8件。", []),
    (
        "不予公开42件，其中18件因涉及第三方合法权益，17件属于政府内部事务信息。",
        [("denied", 42), ("denied_third_party", 18), ("denied_internal", 17)],
    ),
    ("我委严格依照《条例》第十四条、第十五条、第十六条规定，全年不予公开12件，均书面说明理由。", [("denied", 12)]),
    ("本局依据《条例》第十六条规定，不予公开5件。", []),
    ("2023年本局共收到政府信息申请公开件123件。", [("received", 123)]),
    (
        "收到申请20件。全部申请均按部分公开答复，共11件。",
        [("received", 20), ("all_of_no_requests", 1), ("partially_granted", 11)],
    ),
    ("收到申请20件，自然人申请均不予公开，共11件。", [("received", 20)]),
    (
        "因政府信息公开问题被申请行政复议有6件，其中，2件被复议机关撤销答复书，3件正在复议机关审理中。",
        [("reconsideration", 6), ("reconsideration_pending", 3)],
    ),
    ("处理行政许可决定78件，已在规定时间内向社会公示。", [("permits_made", 78)]),
    ("本局处理行政处罚决定书18份。", [("penalties_made", 18)]),
    ("处理行政许可投诉78件。", []),
    ("全年查办案件并作出行政处罚决定40件，均按相关要求及时进行公示。", [("penalties_made", 40)]),
    ("本局查处违法案件后依法作出行政处罚决定12件。", [("penalties_made", 12)]),
    ("公开查办案件并作出行政处罚决定40件信息。", []),
    ("主动公开行政事业性收费项目，2023年收费金额总计80万元。", [("admin_fee", 800_000)]),
    ("公开行政事业性收费目录，办理申请收费80元。", [("fee", 80)]),
    ("主动公开行政事业性收费项目，2023年投入经费80万元。", []),
]
AGAIN = [
    ("全年收到政府信息公开申请7件。对全年11件政府信息公开申请办理情况开展自查，未发现问题。", [11]),
    ("全年收到政府信息公开申请17件。对本年度所收到的15件申请逐件进行复盘。", [15]),
    ("全年收到政府信息公开申请7件。对全年7件政府信息公开申请办理情况开展自查。", []),
    ("全年收到政府信息公开申请7件。对全年5件政府信息公开申请开展抽查。", []),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_number_is_what_it_is_told_beside(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize(("text", "numbers"), AGAIN)
def test_the_requests_of_the_year_that_were_looked_through_again_are_all(text: str, numbers: list[int]) -> None:
    assert [int(one.value) for one in told(text).again] == numbers
