"""Requests spoken of again with their number: 上述15件申请, 全年15件政府信息公开申请均……"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.context.head import WHOLES
from gouji.narrative.context.speaker import Speaker
from gouji.narrative.sentence.numbers import COUNTED, NUMBER, amount
from gouji.narrative.sentence.sentences import Sentence

_NUMBER = re.compile(NUMBER)
_N = r"(?:\d{1,5}|[一二两三四五六七八九十百]{1,7})(?:件次|件|宗|起|份|条|项|个|例)"
_REQUESTS = "(?:(?:政府信息公开|依申请公开|信息公开|公开)(?:的)?)?申请(?![人表书者])"
# What was just counted: any of it may be meant.
_THESE = re.compile(rf"(?:上述|以上|前述|这|该)(?P<n>{_N})(?:的)?(?:{_REQUESTS}|(?<=[件宗起次])(?=,?(?:均|全部|都|皆)))")
# Those of the whole year, all of them: 全年8件申请涉及征地 is of some.
_RECEIVED = "(?:所|共|新)*(?:收到|受理|接收|新收|收|接到|登记)?(?:的)?"
_ALL = (
    "(?:,|的(?:办理|答复|登记)?[^,;。\\d]{0,4})?(?:均|全部|都|皆|一律|逐件|件件|无一|未引[发起]|没有引[发起]|悉数)"
    "(?!未(?!引|发生|出现|超|逾)|不予|因|由于)"
)
_BODY = "(?:(?:我|本|全)(?:[局委厅办镇乡院]|机关|单位|街道)|街道办事处)?"
_OF_THE_YEAR = r"(?:全年|本年度?|年内|YEAR年度?)(?:我|本|全)?(?:[局委厅办镇乡院]|机关|单位|街道)?"
_YEARLY = (
    rf"{_OF_THE_YEAR}{_RECEIVED}(?P<n>{_N})(?:的)?{_REQUESTS}{_ALL}",
    # 对全年11件政府信息公开申请办理情况开展自查
    rf"对(?:[了所]|{_OF_THE_YEAR})*(?:{_OF_THE_YEAR}){_RECEIVED}(?P<n>{_N})(?:的)?{_REQUESTS}(?:的|办理|答复|处理|办结|情况|质量|案卷|档案|流程|工作)*"
    "(?:逐件|逐一|逐个|进行|开展|组织|实施|了|全面|集中|全部|系统)+(?:自查|复盘|评查|检查|回头看|梳理|复核|核查|回溯|归档|总结|分析)",
    rf"{_OF_THE_YEAR}{_RECEIVED}{_REQUESTS}(?:总数|总量|数量|件数|数|量)?\((?P<n>{_N})\)(?=均|全部|都|皆|一律|与|和|已|无一)",
)
# 经核实, 截至年底: nothing by which some are chosen.
_CHECKED = (
    "(?:(?:经(?:我局|本局|本机关)?(?:认真|逐一|逐件|全面|反复)?(?:核实|审核|审查|研究|核查|核对|统计|梳理|办理|处理)"
    "|截至(?:目前|年底|年末)|目前|现),?)?"
)
# 收到申请34件。38件申请均已答复: all that came in, where nothing before the number narrows it and no others are counted beside it.
_ANEW = re.compile(
    rf"(?:^|(?<=[,;.])){_CHECKED}对?(?:所有|全部)?(?:{_BODY}{_RECEIVED}的)?(?P<n>{_N})(?:的)?(?:{_REQUESTS}|依申请公开(?:申请)?(?:事项|件)?|(?:依申请公开|(?:政府)?信息公开|信息)?申请人)(?:{_ALL}|[中里](?=,))"
)
_GATE = re.compile("申请|上述|以上|前述|这")
_NARROWED = re.compile("半年|季度|其中|上年|去年|结转|部分|涉及|除|其余|剩余|类|[^每]月")
# What the clause before may choose some of them by, or count besides.
_CHOSEN = re.compile(
    "关于|针对|有关|方面[,:]|属于|复杂|疑难|补正|延期|第三方|撤回|征求|来自|通过[^,;]{2,12}(?:提交|提出|收到|申请)|复议|诉讼|许可|另|还"
)


def again(paragraph: Sequence[Sentence], counted: Sequence[Claim], who: Speaker) -> Iterator[Claim]:
    """The numbers of requests spoken of again that none counted before them in this paragraph makes up."""
    before = ""
    own = [claim for claim in counted if claim.quantity in WHOLES and claim.scope is Scope.OWN and claim.exact]
    for sentence in paragraph:
        if _GATE.search(sentence.text):
            if own:
                yield from _these(sentence, before)
            if any(claim.quantity != "concluded" and "clause-unclear" not in claim.doubts for claim in own):
                yield from _anew(sentence, before, paragraph)
            yield from _of_the_year(sentence, before, who)
        before += sentence.text


def _these(sentence: Sentence, before: str) -> Iterator[Claim]:
    for match in _THESE.finditer(sentence.text):
        numbers = numbers_of(before + sentence.text[: match.start()])
        value = _value(match["n"])
        if numbers and value is not None and value > 1 and not made_of(value, numbers):
            yield _claim(sentence, match)


def _anew(sentence: Sentence, before: str, paragraph: Sequence[Sentence]) -> Iterator[Claim]:
    """The requests counted before, with another number; not some of them, which others beside it would make up."""
    for match in _ANEW.finditer(sentence.text):
        said, value = sentence.text[: match.start("n")], _value(match["n"])
        last = said[: match.start() - 1].rpartition(",")[2]
        told = numbers_of(before + said)
        if not told or value is None or value <= 1 or made_of(value, told) or _NARROWED.search(said) or _CHOSEN.search(last):
            continue
        later = numbers_of("".join([one.text for one in paragraph]).partition(before + said + match.group("n"))[2])
        if not any(total in told for total in accumulate(later, initial=value)):
            yield _claim(sentence, match)


def _of_the_year(sentence: Sentence, before: str, who: Speaker) -> Iterator[Claim]:
    found: set[int] = set()
    for pattern in _YEARLY:
        for match in re.finditer(pattern.replace("YEAR", str(who.year)), sentence.text):
            said = sentence.text[: match.start()].rpartition(";")[2]
            if match.start("n") in found:
                continue
            found.add(match.start("n"))
            if not _NARROWED.search(said) and not made_of(_value(match["n"]), numbers_of(before + sentence.text[: match.start()])):
                yield _claim(sentence, match)


def numbers_of(text: str, unit: str = "") -> list[Decimal]:
    """The numbers of a text with this measure word; without one, those that may count requests."""
    found = [counted for match in _NUMBER.finditer(text) if (counted := amount(match))]
    return [counted.value for counted in found if (counted.unit == unit if unit else counted.unit in COUNTED)]


def made_of(value: Decimal | None, numbers: Sequence[Decimal]) -> bool:
    """Whether it is one of these, the sum of some that stand together, or what two of them leave."""
    runs = (sum(numbers[start:end], Decimal(0)) for start in range(len(numbers)) for end in range(start + 1, len(numbers) + 1))
    return value is None or value in runs or any(value == abs(one - other) for one, other in combinations(numbers, 2))


def _value(printed: str) -> Decimal | None:
    match = _NUMBER.fullmatch(printed)
    counted = amount(match) if match else None
    return counted.value if counted else None


def _claim(sentence: Sentence, match: re.Match[str]) -> Claim:
    value = _value(match["n"]) or Decimal(0)
    printed, place = sentence.within(match.start(), match.end())
    return Claim("again", value, value, value, printed, sentence.printed, place, sentence.paragraph.doubts)
