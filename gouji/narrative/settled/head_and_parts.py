"""A body's own number told beside that of its parts: 政府新收6件，部门新收787件."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.context.passage import Counted
from gouji.narrative.context.speaker import Speaker
from gouji.narrative.settled.anchors import OUTCOMES, ROWS

# 局本级受理20件，二级机构受理10件
_AT_HEAD = re.compile("本级|(?<!本)[局委厅办镇县区市]机关")


def beside_its_parts(claims: Sequence[Claim], who: Speaker, counted: Sequence[Counted]) -> list[Claim]:
    """政府新收6件，予以公开6件；部门新收787件: whether the tables have the head's own requests or all of them is not said."""
    own = (claim for claim in claims if claim.scope is Scope.OWN and (who.over_others or _AT_HEAD.search(claim.sentence)))
    told_apart = {claim.sentence for claim in own if _told_of_others(claim, counted)}
    return [_asked(claim) if claim.sentence in told_apart and _of_requests(claim) else claim for claim in claims]


def _told_of_others(claim: Claim, counted: Sequence[Counted]) -> bool:
    goes_on = claim.sentence.endswith((";", "；"))
    beside = (one for one in counted if one.claim.quantity == claim.quantity and (goes_on or one.claim.sentence == claim.sentence))
    return any(one.voice.subject is not Scope.OWN and one.voice.span is Scope.OWN for one in beside)


def _of_requests(claim: Claim) -> bool:
    return claim.scope is Scope.OWN and "scope-unclear" not in claim.doubts and claim.quantity in (*ROWS, *OUTCOMES)


def _asked(claim: Claim) -> Claim:
    return replace(claim, doubts=(*claim.doubts, "scope-unclear"))
