"""Parts of a part, that stand in a list without a bracket: 信息200条，其中网站140条，具体为政策80条、动态60条；公众号60条."""

import re
from collections.abc import Sequence
from decimal import Decimal

from gouji.narrative.listed.overlap import without_parts

# What opens the parts of the part before it; not where the list itself is opened so, 其中涉及教育10条，涉及医疗20条.
_OPENS = re.compile(
    "(?P<word>具体(?:为|是|有|包括|涉及)?|即|分别(?:为|是|有|包括)|主要(?:为|是|有|包括|涉及)|涉及|涵盖|囊括|(?:其|该)中(?:的)?|有(?!效|关)(?=[^\\d,;。]{1,12}\\d))"
    "|(?:按(?:照)?[^\\d,;。]{1,8}(?:分|划分)(?:为)?)"
)


def opens_parts(said: str, opening: str) -> bool:
    """Whether what is said in a list opens the parts of the part before it; `opening` is how the list begins."""
    match = _OPENS.match(said)
    if match is None:
        return False
    return match["word"] is None or match["word"] not in _UP_TO_A_NUMBER.split(opening, maxsplit=1)[0]


_UP_TO_A_NUMBER = re.compile(r"\d")
# 预决算2条，工作计划1条，工作总结1条 make the number before them by chance.
_NO_CHANCE = Decimal(10)


def without_theirs(values: Sequence[Decimal], whole: Decimal) -> Sequence[int]:
    """Where the numbers stand that are no parts of one before them, where only with those they are more than the whole."""
    if sum(values) <= whole:
        return range(len(values))
    tops = without_parts(values, _NO_CHANCE)
    return tops if len(tops) > 1 and sum(values[at] for at in tops) <= whole else range(len(values))
