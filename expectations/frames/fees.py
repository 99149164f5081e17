"""What a report says of fees for information, and whether it tells all that is asked of one that was charged."""

import re
from collections.abc import Iterator

from expectations.frames.kind import Case, Cell, NotJudged
from gouji.report import State

_UNPAID = "applications.other_unpaid.total"
_COLLECTED = re.compile(
    r"(?:收取|收到|收缴|缴纳|收)(?P<kind>[^。,;未没无\n]{0,24}?)费[^。,;未没无\n]{0,12}?(?!0(?:\.0+)?万?元)\d+(?:\.\d+)?万?元"
)
_NOTICES = re.compile(r"(?:发出|出具|制发)[^。,;未没无\n]{0,8}收费通知[^。,;未没无\n]{0,6}[1-9]\d*[件份]")
_NONE_COLLECTED = re.compile(
    r"(?:没有|没|未|无|不)(?:曾|有|再|实际|向[^。,;\n]{1,12})?(?:收取|收到|收缴|缴纳|产生|发生|收)(?P<kind>[^。,;\d\n]{0,24}?)费(?!用?减免)"
)
# 收取水资源费320万元 and 收到经费30万元 are no fee for information; a fee without a name may be one.
_FOR_INFORMATION = re.compile("信息|公开|申请|检索|复制|复印|邮寄|工本|成本")
_NAMELESS = re.compile("(?:了|过|任何|相关|有关|各类|各项|一定|的|收|用)*")
# Charged by law for services, not for information.
_ADMINISTRATIVE = "行政事业性收费"
_FEE_PARTS = {
    "notices": re.compile(r"收费通知.{0,12}\d+[件份张]|\d+[件份张].{0,8}收费通知"),
    "charged": re.compile(r"(?:总金额|应收|通知.{0,8}金额|涉及.{0,4}金额|共计).{0,10}\d"),
    "collected": re.compile(r"(?:实际收取|实收|收取|收到|缴纳|收缴).{0,24}\d+(?:\.\d+)?万?元"),
}


def of_fees(case: Case) -> str:
    """The sentences that speak of a fee: few, so the long patterns are tried on these only."""
    return "\n".join(s.text for s in case.sentences if s.part in ("preamble", "text") and ("费" in s.text or "减免" in s.text))


def fee_parts(case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
    """What belongs to a fee's report, once one was charged; a statement that there was none is whole."""
    unpaid = case.figure(_UNPAID)
    lapsed = unpaid.state is State.NUMBER and bool(unpaid.value) and unpaid.sure
    said = of_fees(case)
    if not _is_to_be_told(said.replace(_ADMINISTRATIVE, ""), lapsed=lapsed):
        yield NotJudged("fee-statement-incomplete", "no-fee")
        return
    for name, pattern in _FEE_PARTS.items():
        found = pattern.search(said)
        yield "fee-part", name, found.group() if found else None, None


def _is_to_be_told(said: str, *, lapsed: bool) -> bool:
    """Whether a fee for information was taken or a notice issued, or one lapsed and the text does not say that none was taken."""
    taken, denied = ([match["kind"] or "" for match in pattern.finditer(said)] for pattern in (_COLLECTED, _NONE_COLLECTED))
    if any(map(_FOR_INFORMATION.search, taken)) or _NOTICES.search(said):
        return True
    none = any(_FOR_INFORMATION.search(kind) or _NAMELESS.fullmatch(kind) for kind in denied)
    return not none and (lapsed or any(map(_NAMELESS.fullmatch, taken)))
