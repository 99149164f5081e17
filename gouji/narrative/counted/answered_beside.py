"""Whether those answered are told beside others that ended otherwise, so that they are perhaps not all that were concluded."""

import re

from gouji.narrative.sentence.clauses import Clause

# 2封申请人主动撤销申请，5封均已办结: of those taken back perhaps nothing is told here
_TAKEN_BACK = re.compile(r"\d[件宗起份封条][^\d,;。]{0,10}撤[回销消件][^\d,;。]{0,6}[,、;]$")

# 1件申请公开的内容由县教育局负责，另2件均进行了回复: of those told of before, too, something may have been answered.
_OTHERS_BEFORE = re.compile(r"(?:^|[,;:。])(?:其中|另有?|另外|有|共有|[,:])*\d+[件宗起份封条个项](?P<told>[^\d,;。]{2,40})[,、;]$")

_LEFT_OPEN = re.compile("结转|转结|转入|正在|尚在|继续|尚未|未办结|未到期|待|办理中|下一?年|次年|来年")

# 9件为网上申请，4件为信函申请，12件已答复: by whatever way and whoever asked, these are of all.
_HOW_OR_WHO = re.compile(
    "(?:均|都|则)?(?:为|是|系|来自|属于|通过|由|以)?(?:网上|网络|网站|线上|线下|信函|来信|邮寄|邮件|当面|现场|传真|平台|自然人|公民|个人|群众|企业|商业企业|法人|组织|其他"
    "|[、和及或])+(?:的)?(?:申请|提交|提出|递交|渠道|方式|收到|受理|接收)*"
)

# 73件申请中，71件已答复: among those just counted.
_OF_ALL_THESE = re.compile("(?:(?:政府)?信息公开|依申请公开)?(?:的)?(?:申请)?(?:事项|件)?(?:当?中|里)")

_ALSO = re.compile(r"(?:另|另有|另外)(?:的)?\d")


def beside_others_before(text: str, clause: Clause) -> bool:
    """Whether those answered are told beside others of which it was told what became, or that were taken back, and not carried over."""
    if _TAKEN_BACK.search(text, 0, clause.start):
        return True
    before = _OTHERS_BEFORE.search(text, 0, clause.start)
    if before is None:
        return _ALSO.match(text, clause.start) is not None and not _LEFT_OPEN.search(text, 0, clause.start)
    told = before["told"]
    return not (_LEFT_OPEN.search(told) or _HOW_OR_WHO.fullmatch(told) or _OF_ALL_THESE.fullmatch(told))


# 答复3宗(另有2宗撤销申请), 办结3件(不含逾期未补正2件): ended otherwise, perhaps among the concluded; not (另有2件顺延到下年度答复).
_OTHERS_BEHIND = re.compile(
    r"[^,;。()\d]{0,6}\((?:另有?|另外|不含|不包括|不计|未含|未计|除|扣除)(?![^)]{0,16}(?:结转|转结|顺延|转入|下一?年|次年|正在|尚未|尚在|继续|上一?年))[^)]{0,12}\d"
)


def beside_others_behind(text: str, end: int) -> bool:
    """答复3宗(另有2宗撤销申请): the same in the bracket behind their number."""
    return _OTHERS_BEHIND.match(text, end) is not None
