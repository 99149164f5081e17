"""More of the words in which clerks tell who applied, what came in, what came of it and that all was done."""

import pytest

from tests.gouji.narrative.telling import Told, claimed, told

WORDED: list[tuple[str, Told]] = [
    (
        "本局受理公民提出的政府信息公开申请9件，受理法人和其他组织提出的政府信息公开申请10件。",
        [("applicants_natural_person", 9), ("applicants_legal_persons", 10)],
    ),
    ("收到的7件政府信息公开申请，申请主体全部是企业。", [("received", 7), ("all_business", 0)]),
    ("收到的政府信息公开申请无法人和其他组织申请，全部来自个人。", [("all_natural_person", 0), ("applicants_legal_persons", 0)]),
    ("16件政府信息公开申请，涵盖执法、审批、补贴等方面，均为本机关2023年内新收。", [("received", 16)]),
    ("本机关2023年政府信息公开申请受理登记簿共登记9件，较好保障了群众知情权。", [("received", 9)]),
    ("2023年，本机关通过网络、信函、当面等渠道接收政府信息公开申请共计159件。", [("received", 159)]),
    ("通过网络接收政府信息公开申请共计159件。", []),
    ("收到以网络、信函等形式提出的政府信息公开申请262件。", [("received", 262)]),
    ("市政府颁布政府规章10件，并对2件规章予以废止。", [("regulations_issued", 10), ("regulations_repealed", 2)]),
    ("共收到信函、当面、网络等各类政府信息公开申请5件。", [("received", 5)]),
    ("政府信息公开申请“本年度办理结果”总计72件，与台账一致。", [("concluded", 72)]),
    ("收到政府信息公开申请13件，年底前全部答复到位，未留积案。", [("received", 13), ("all_concluded", 0)]),
    ("对全年政府信息公开申请，我局已全部作出答复。", [("all_concluded", 0)]),
    ("收到政府信息公开申请7件，件件办结、事事回复。", [("received", 7), ("all_concluded", 0)]),
    ("收到政府信息公开申请7件，均已按期答复。", [("received", 7)]),
    ("2023年收到的政府信息公开申请均作部分公开处理，已向申请人说明理由。", [("all_partially_granted", 0)]),
    ("不予公开的政府信息公开申请均因公开会损害第三方合法权益，我局已告知申请人。", [("only_denied_third_party", 0)]),
    ("经补正申请内容仍不明确的政府信息公开申请六件，我局无法提供。", [("unavailable_unclear", 6)]),
    ("同一申请人就相同内容提出的重复申请6件，我局按照政府信息公开有关规定不予处理。", [("rejected_repeat", 6)]),
    ("政府信息公开申请人无正当理由逾期不补正的16件，本机关不再处理。", [("other_uncorrected", 16)]),
    ("2023年，本机关制发的行政规范性文件均已主动公开，并同步发布解读。", [("all_of_none", 1)]),
    ("本机关制发的行政规范性文件均已主动公开。", []),
    ("能够作区分处理的政府信息公开申请，本机关依法予以部分公开，全年共5件。", [("partially_granted", 5)]),
    ("收到政府信息公开申请16件，申请人以自然人为主，共22件。", [("received", 16)]),
    ("政府信息公开申请中，对申请人书面告知，共22件。", []),
    ("2023年本机关行政强制0件。", [("coercive_measures_made", 0)]),
    ("2023年本机关行政强制7件。", [("coercive_measures_made", 7)]),
    ("行政强制7件。", []),
]  # fmt: skip
SHARES = [
    ("办结政府信息公开申请197件。予以公开占比最高，共127件，占84%。", ("granted", 127)),
    ("我局予以公开和部分公开的政府信息公开申请占全部办结件的35.9%，合计42件。", ("granted_or_partial", 42)),
    ("企业提出的政府信息公开申请38件，占全局收到申请78件的57.4%。", ("applicants_business", 38)),
    ("部分公开的政府信息公开申请16件，占我镇答复总数的23.83%。", ("partially_granted", 16)),
    ("企业申请政府信息公开83件，占收到申请总数的48.8%，个人申请87件。", ("applicants_business", 83)),
    ("办结政府信息公开申请127件，予以公开37件、部分公开27件，两项合计占74.1%。", ("granted+partially_granted", 64)),
]


@pytest.mark.parametrize(("text", "expected"), WORDED)
def test_more_words_say_the_same(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_a_share_is_of_the_number_that_its_words_name(text: str, expected: tuple[str, int]) -> None:
    assert [(share.claim.quantity, int(share.claim.value)) for share in told(text).shares] == [expected]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("新收政府信息公开申请73起，网络渠道40件，信函渠道34件，当面申请和传真申请均为0件。", [40, 34, 0]),
        ("收到政府信息公开申请23件，按照申请渠道划分：网上申请17件，邮寄申请6件，现场申请8件，传真申请2件。", [17, 6, 8, 2]),
        ("收到政府信息公开申请81件，其中网络平台收到62件，线下邮件收到24件，现场提交26件。", [62, 24, 26]),
    ],
)
def test_requests_by_their_ways_add_up_whatever_their_measure_words_and_verbs(text: str, parts: list[int]) -> None:
    assert [[int(part) for part in listing.parts] for listing in told(text).listings] == [parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("承接上年未办结政府信息公开申请2件。", [("carried_in", 2)]),
        ("年末在办政府信息公开申请3件，将于2024年办结。", [("carried_out", 3)]),
        ("截至2023年12月31日，尚未办结的政府信息公开申请3件。", [("carried_out", 3)]),
        ("截至2023年6月30日，尚未办结的政府信息公开申请3件。", []),
        ("有3件政府信息公开申请因年末收到需转至2024年办理。", [("carried_out", 3)]),
        ("全年作出政府信息公开答复31件。", [("concluded", 31)]),
        ("以内部事务信息为由答复不予公开政府信息公开申请2件。", [("denied_internal", 2)]),
        ("经区分处理后提供部分内容的政府信息公开申请3件。", [("partially_granted", 3)]),
        ("政府信息公开复议案件收案3件，未审结1件。", [("reconsideration", 3), ("reconsideration_pending", 1)]),
        ("现有行政规范性文件30件。", [("normative_documents_in_force", 30)]),
    ],
)  # fmt: skip
def test_and_more_words(text: str, expected: Told) -> None:
    assert [claim for claim in claimed(text) if claim[0] != "pending_reconsideration"] == expected
