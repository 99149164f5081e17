"""Numbers that by their own words contain the requests carried in: 收到申请78件（含上年结转1件）."""

import re

_WITH_CARRIED = re.compile(
    r"[^,。;(\d]{0,12}[(,](?:其中)?(?:含|包括|包含)[^),。;]{0,12}(?:结转|转结|转来|遗留)(?P<how_many>[^),。;\d]{0,12}\d)?"
)

# 共受理申请33件，其中新收31件，上年结转2件
_NEW_AND_CARRIED = re.compile(
    r"[^,。;(\d]{0,8}[,(](?:其中)?[,:]?(?:本年度?|今年|当年|全年|20\d\d年度?)?新[收受增接][^),。;\d]{0,14}\d+[件宗起份条项个例](?:申请)?[,、;和及]"
    r"[^),。;\d]{0,4}(?:(?:上一?年度?|去年度?|往年)[^),。;\d]{0,6}(?:结转|转结|转来|遗留|转入)|(?:结转|转结)(?:自|于)?(?:上一?年度?|去年度?|往年))[^),。;\d]{0,10}\d"
)


def with_carried(text: str, end: int) -> bool:
    """收到申请78件(含上年结转1件): by its own words it is no number of the new ones alone."""
    return bool(_WITH_CARRIED.match(text, end) or _NEW_AND_CARRIED.match(text, end))


def with_some_carried(text: str, end: int) -> bool:
    """收到申请78件(含上年结转的申请): how many of them is not said."""
    match = _WITH_CARRIED.match(text, end)
    return match is not None and match["how_many"] is None
