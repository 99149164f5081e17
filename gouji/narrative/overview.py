"""What belongs to a report's preamble wherever it stands: its basis, period and contact."""

import re

_PREAMBLE = re.compile(
    "统计(?:期限|时限|时间|周期)|年度报告.{0,12}(?:由|分为|包括|共)|(?:编制|撰写|形成).{0,20}(?:年度报告|本报告|年报)|"
    "(?:根据|按照|依照|依据).{0,80}(?:年度报告|本报告|年报)|(?:本|对)(?:年度)?报告.{0,20}(?:疑问|建议|不明)|现(?:予|将).{0,20}公布"
)
# One of these is in whatever the pattern fits.
_ANCHORS = ("统计", "报告", "年报", "公布")
_LONGEST = 400


def of_the_preamble(text: str) -> bool:
    """Whether a paragraph, without its blanks, is a preamble's: what it rests on, its period, its parts, whom to ask."""
    return len(text) <= _LONGEST and any(anchor in text for anchor in _ANCHORS) and bool(_PREAMBLE.search(text))
