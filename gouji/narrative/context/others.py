"""Whether another body is named right before what is told."""

import re
from collections.abc import Iterator, Sequence

from gouji.narrative.claim import Scope
from gouji.narrative.context.called import LEVELS, level_of
from gouji.narrative.context.speaker import Speaker
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token

_BODY = re.compile(
    r"[一-龥]{2,16}?(?:局|委|办|厅|镇|乡|街道|中心|政府|大队|支队|办事处|委员会|管委会|集团|公司|学校|医院|法院|检察院|公安|部|所|站|科|股|处|队|分局|县|市|区|省|旗|州)$|(?:省|市|县|区|州|旗|镇|乡|上级)(?:人民政府|政府|局|厅|委|府办)$"
)

_AROUND = re.compile(
    r"(?:\d{4}年度?|(?:政府)?信息公开类?|全年|本年度?|年度内|今年|年内|截至.*日|共|总共|累计|合计|新|已|还|也|又|均|\d+|、|期间|以来|机关"
    r"|(?:承办|牵头|承接|负责|办理|受理|收到|答复|接收|作出|做出|实施|下达|制定|制发|印发|出台|办结|准予|核发)的?)+$"
)

_OWN = re.compile(r"(?:我|本|全|各|该|其)(?:局|委|办|厅|镇|乡|街道|街|中心|大队|支队|办事处|部|所|站|科|区|县|市)$|单位$|机关$|部门$")


def named_before(who: Speaker, text: str, clause: Clause, head: Token) -> Scope | None:
    """What another body's name before the verb makes of it: 其中城南镇收到3件; None where nobody is named."""
    before = text[clause.start : head.start]
    on_a_site = before.endswith(("网站", "平台")) or (text.startswith("政府", head.start) and before[-1:] in LEVELS)
    if head.kind == "channel" and on_a_site:
        return None  # 在县政府网站在线申请3件: the way by which they came
    said = _AROUND.sub("", before)
    if said.endswith("所") and text.startswith("收", head.start):
        before = _AROUND.sub("", said[:-1])
        if not before or _OWN.search(before):
            return None  # 全年所收到的申请, 我局所收到的
    match = _BODY.search(said[-18:])
    if match is None or _OWN.search(said) or (_is_ruled(head) and _by_its_reviewer(who, said)):
        return None
    if head.kind == "channel" and _THROUGH.search(text, clause.start, head.start):
        return None
    return Scope.OWN if any(who.is_called(name) for name in _tails(match.group(), level_of(who.name))) else Scope.OTHER


# 通过市政府网站在线申请9件: whose website it is says nothing of whose requests these are.
_THROUGH = re.compile("(?:通过|依托|利用|借助)[^,;。、\\d到悉理转交]{0,14}$")


def _is_ruled(head: Token) -> bool:
    return head.kind == "ruling" or head.name.startswith("all_upheld")


_REVIEWER = re.compile(
    r"(?P<by>被|由|经)?(?P<name>[^均都被由经\W]{0,8}?(?:政府|复议机关|法院|司法[局厅]))(?:复议|审理|审查|决定|裁定|判决|依法)*$"
)


def _by_its_reviewer(who: Speaker, said: str) -> bool:
    """被申请行政复议4件，均被市政府维持: who upholds it has no part in whose case it is; a government may review others' itself."""
    reviewer = _REVIEWER.search(said)
    if reviewer is None or who.is_called(reviewer["name"]):
        return False
    return reviewer["by"] is not None or reviewer["name"].endswith("法院") or not (who.government or who.office)


# 村(居)未收到, 乡镇(街道)收到
BRACKETED = re.compile("(?:村|乡镇|镇街|镇|乡|部门|单位|街道|科室|区|县)\\([^()\\d]{1,8}\\)$")

_ACTING = re.compile(
    r"(?:(?<!网)站|[局委办厅镇乡道心府队处会团司校院察安部所科股县市区省旗州])(?:全年|本年度?|年内|今年|\d{4}年度?|没有|[共计总又也新已还均未都从尚暂])*(?:承办|收到|受理|办理|办结|答复|接收|接到|作出|收悉|登记|发生)"
)

_ANEW = frozenset(("own", "area", "office"))


def goes_on(who: Speaker, text: str, said: Sequence[Clause], at: int) -> bool:
    """信息中心收到申请12件，已全部办结: whether a clause before tells what another body did, and this one names nobody anew."""
    acting = next(reversed([*_ACTING.finditer(text, said[0].start, said[-1].start)]), None)
    if acting is None:
        return False
    clause = next(clause for clause in said if clause.start <= acting.start() < clause.end)
    verb = Token("verb", "", acting.start() + 1, acting.end())
    if named_before(who, text, clause, verb) is not Scope.OTHER or clause.depth > said[-1].depth:
        return False
    since = [t for c in said for t in c.tokens if acting.end() <= t.start < at]
    return not any(t.kind in _ANEW or (t.kind, t.name) == ("time", "whole") or t.kind == "year" for t in since)


def _tails(name: str, level: str) -> Iterator[str]:
    """A name with what may stand before it taken off, sign by sign: 其中区水务局, 区水务局, 水务局; never the place of another level."""
    others = LEVELS - {level} if level else frozenset()
    yield from (name[start:] for start in range(max(1, len(name) - 2)) if not start or name[start - 1] not in others)
