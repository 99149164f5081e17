"""Words, orders and brackets of authors whose sentences came last: what they tell of requests, and what is none of it."""

import pytest

from tests.gouji.narrative.test_claims import Told, claimed

WORDED: list[tuple[str, Told]] = [
    # outcomes by other names
    ("收到申请9件，其他答复处理3件，部分准予公开4件。", [("received", 9), ("other_outcomes", 3), ("partially_granted", 4)]),
    ("收到申请9件，准予公开和部分准予公开5件。", [("received", 9), ("granted_or_partial", 5)]),
    ("收到申请9件，批准公开2件，拒绝公开1件，不能提供3件。", [("received", 9), ("granted", 2), ("denied", 1), ("unavailable", 3)]),
    ("办结9件申请，其中公开3件，部分公开2件。", [("concluded", 9), ("granted_at_all", 3), ("partially_granted", 2)]),
    ("收到申请9件，非我局制作或保存的4件无法提供。", [("received", 9), ("unavailable_not_held", 4)]),
    ("收到申请9件，因不属于本局信息无法提供4件。", [("received", 9), ("unavailable_not_held", 4)]),
    ("收到申请9件，告知不在我单位公开职责范围内4件。", [("received", 9), ("unavailable_not_held", 4)]),
    ("收到申请9件，未检索到相关信息的4件。", [("received", 9), ("unavailable_not_held", 4)]),
    ("收到申请9件，需要加工制作而无法提供的4件。", [("received", 9), ("unavailable_needs_creation", 4)]),
    ("收到申请9件，因信访投诉举报不予处理4件。", [("received", 9), ("rejected_petition", 4)]),
    ("不予公开的政府信息公开申请中，属于机关内部事务文件的4件。", [("denied_internal", 4)]),
    ("本机关被确定为国家秘密而对政府信息公开申请不予公开的4件。", [("denied_state_secret", 4)]),
    ("收到申请9件，不予公开7件，分别为国家秘密4件、内部管理信息3件。", [("received", 9), ("denied", 7), ("denied_state_secret", 4), ("denied_internal", 3)]),
    ("收到申请9件，2件因第三方不同意公开而不予公开。", [("received", 9), ("denied_third_party", 2)]),
    # the one row that a bracket names
    ("收到申请9件，其他处理4件（申请人逾期不补正）。", [("received", 9), ("other_outcomes", 4), ("other_uncorrected", 4)]),
    ("收到申请9件，无法提供4件（均为本机关不掌握）。", [("received", 9), ("unavailable", 4), ("unavailable_not_held", 4)]),
    ("收到申请9件，不予公开4件（内部事务信息、过程性信息）。", [("received", 9), ("denied", 4)]),
    # all of them
    ("收到申请9件，均无法提供。", [("received", 9), ("all_unavailable", 0)]),
    ("收到申请9件，答复意见均为同意公开。", [("received", 9), ("all_granted", 0)]),
    ("收到申请9件，征求承办部门意见后，均依法予以公开。", [("received", 9), ("all_granted", 0)]),
    ("收到申请9件，因所申请的信息不存在，全部答复本机关不掌握。", [("received", 9), ("all_unavailable_not_held", 0)]),
    ("收到申请9件，不予公开4件，原因均为保护第三方合法权益。", [("received", 9), ("denied", 4), ("only_denied_third_party", 0)]),
    # who applied
    ("收到申请9件，7件属自然人申请，其余2件属法人或其他组织申请。", [("received", 9), ("applicants_natural_person", 7), ("applicants_legal_persons", 2)]),
    ("收到申请9件，7件来自自然人，2件来自商业企业。", [("received", 9), ("applicants_natural_person", 7), ("applicants_business", 2)]),
    ("收到申请9件，均为自然人提交，无法人或其他组织提交。", [("received", 9), ("all_natural_person", 0), ("applicants_legal_persons", 0)]),
    # what came in, and what was left
    ("全年本机关办理政府信息公开申请29，均按法定时限答复。", [("handled", 29)]),
    ("收到依申请公开件（含网络和信函）9件。", [("received", 9)]),
    ("依申请公开事项共9件，其中不予公开3件。", [("received", 9), ("denied", 3)]),
    ("各科室共收到政府信息公开申请9件。", [("received", 9)]),
    ("收到申请9件，上一年度转办2件，已办结11件。", [("received", 9), ("carried_in", 2), ("concluded", 11)]),
    ("收到申请9件，其中已按规定答复申请人7件。", [("received", 9), ("concluded", 7)]),
    ("收到申请9件，办结7件，2件将在2024年答复。", [("received", 9), ("concluded", 7), ("carried_out", 2)]),
    ("收到申请9件，办结7件，2件延至2024年办结。", [("received", 9), ("concluded", 7), ("carried_out", 2)]),
    ("收到申请9件，办结7件，未办结2件。", [("received", 9), ("concluded", 7), ("carried_out", 2)]),
    ("收到申请9件，7件已答复，2件在办。", [("received", 9), ("concluded", 7), ("carried_out", 2)]),
    ("收到申请9件，其中1件经沟通后申请人主动撤回。", [("received", 9), ("withdrawn", 1)]),
    ("2023年未收到依申请公开信息、函件、电话等。", [("none_received", 0)]),
    ("2023年未收到书面或电子形式的政府信息公开申请。", [("none_received", 0)]),
    ("2023年没有公民个人、法人和其他组织要求本机关公开政府信息。", [("none_received", 0)]),
    ("2023年未收到群众、企业等主体提交的依申请公开申请。", [("none_received", 0)]),
    ("2023年，依申请公开为0。", [("none_received", 0)]),
    ("云溪县水务局2023年共收到依申请公开9件。", [("received", 9)]),
    ("2023年，县水务局收到政府信息公开申请9件。", [("received", 9)]),
    ("2023年，共有9件政府信息公开申请，均已答复。", [("received", 9)]),
    ("收到线上申请和线下申请共9件。", [("received", 9)]),
    ("2023年没有收到涉及本单位的政府信息公开申请。", [("none_received", 0)]),
    ("2023年未收到政府信息公开申请相关信函或邮件。", [("none_received", 0)]),
    ("收到申请9件，均已答复并办结。", [("received", 9), ("all_concluded", 0)]),
    ("收到申请9件，办理完毕9件，无未办结申请。", [("received", 9), ("concluded", 9), ("all_concluded", 0)]),
    ("收到申请9件，部分公开（区分处理的，只计这一情形，不计其他情形）2件。", [("received", 9), ("partially_granted", 2)]),
    ("收到申请9件，已提供所申请信息3件。", [("received", 9), ("granted_at_all", 3)]),
    ("收到申请9件，4件因本机关不存在该信息无法提供。", [("received", 9), ("unavailable_not_held", 4)]),
    ("收到申请9件，申请人未按期补正4件。", [("received", 9), ("other_uncorrected", 4)]),
    ("收到申请9件，其他处理方式4件。", [("received", 9), ("other_outcomes", 4)]),
    ("收到申请9件，办结8件，结转1件。", [("received", 9), ("concluded", 8), ("carried_out", 1)]),
    ("收到申请9件，办结8件，1件于2024年1月办结。", [("received", 9), ("concluded", 8), ("carried_out", 1)]),
    ("收到申请9件，办结8件，2024年继续办理1件。", [("received", 9), ("concluded", 8), ("carried_out", 1)]),
    ("收到申请9件，已办8件。", [("received", 9), ("concluded", 8)]),
    ("收到申请9件，办结9件，无结转件。", [("received", 9), ("concluded", 9), ("carried_out", 0)]),
    ("收到申请9件，信访类申请4件不予处理。", [("received", 9), ("rejected_petition", 4)]),
    # nothing of the kind
    ("收到信访类申请4件，均已转办。", []),
    ("收到申请9件，审查国家秘密文件3件。", [("received", 9)]),
    ("收到申请9件，办结10件，其中结转1件。", [("received", 9), ("concluded", 10)]),
    ("收到申请9件，告知申请人向有关单位申请4件。", [("received", 9)]),
    ("向市政府提供政务信息3条，没有现成材料无法提供。", []),
    ("没有相关信息公开申请。", [("none_received", 0)]),
    ("收到信访投诉举报35件。", []),
    ("主动公开信息9件，公开3件，部分公开2件。", []),
    ("开展定密工作，产生国家秘密3件。", []),
    ("定密审查文件948件，确定为国家秘密25件。", []),
    ("依申请公开事项9项，其中含租赁经营备案、任职资格公示等。", []),
    ("收到建议提案9件，未办结3件。", []),
    ("收到申请9件，其中上年未办结3件。", [("received", 9), ("carried_in", 3)]),
    ("收到不属于本机关的政府信息公开申请3件。", []),
    ("征求相关部门意见后，下属单位收到政府信息公开申请3件。", []),
    ("收到申请9件，局属单位转办3件。", [("received", 9)]),
    ("收到申请12件，已答复申请人9件，延至2024年答复3件。", [("received", 12), ("concluded", 9), ("carried_out", 3)]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), WORDED)
def test_authors_of_other_reports_are_understood(sentence: str, expected: Told) -> None:
    assert claimed(sentence) == expected
