"""Disputes or their causes that are less than all: of one work, for one reason, begun in another year."""

import re
from collections.abc import Sequence

from gouji.narrative.context.head import DISPUTES
from gouji.narrative.context.passage import Counted
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.sentences import Sentence

_NARROWING = frozenset(("outcome", "carry", "channel", "applicant", "fee", "foreign", "act"))
_EVERY = frozenset(("each", "all"))
# 主动公开方面，未引发……; 不予公开的申请，未引发……: the clause before says of what alone.
_ALONE = re.compile("[^,;。]{0,20}(?:方面|[中里]|的(?:申请|答复|决定|信息|事项|文件))")


def of_some_matters(text: str, said: Sequence[Clause], first: Token) -> bool:
    """主动公开工作未引发行政复议, 不予公开的申请未引起诉讼: whether the subject is less than all that disputes may come of."""
    clause = said[-1]
    words = [t for t in clause.tokens if t.end <= first.start]
    begun = max((t.end for t in words if t.kind == "negation" or t.name == "、"), default=clause.start)
    words = [t for t in words if begun <= t.start and t.name != "natural_person"]  # 公民 may be everybody
    if len(said) > 1 and clause.after == "," and _ALONE.fullmatch(text, said[-2].start, said[-2].end):
        words = [*said[-2].tokens, *words]
    every = next((t.start for t in words if t.kind in _EVERY), len(text))  # 均予以公开且未引发
    words = [t for t in words if t.start < every]
    if _BY_FAULT.search(text, begun, first.start) or _THE_REST.search(text, clause.start, first.start):
        return True
    return any(t.kind in _NARROWING or (t.kind == "published" and text[t.start : t.end] not in ("公开", "目录")) for t in words)


# 其余申请均未引发行政复议
_THE_REST = re.compile("其余|剩余|余下|其[他它](?:的)?申请(?!人)")
_BY_FAULT = re.compile("不予受理|逾期|超期|延期|未按")


_CARRIED = re.compile("结转|转结|遗留|跨年|滚存|承接|上一?年(?:度)?未|去年未|转入")
_BEGUN = re.compile("受理|提起|发生|收到|引发|未")


def begun_before(text: str, said: Sequence[Clause]) -> bool:
    """上年结转的行政复议2件, 结转至下年的行政复议2件, 上年提起、本年审结的诉讼1件: perhaps no number of this year's cases."""
    for clause in said:
        named = next((t for t in clause.tokens if t.kind == "dispute"), None)
        if named is None:
            continue
        own = [t for t in clause.tokens if t.start < named.start and not (t.kind == "number" and t.end == named.start)]  # 2件行政复议
        if any(t.kind in ("request", "ask", "negation", "number") for t in own):
            continue
        years = [t for t in clause.tokens if t.start < named.start and (t.kind == "year" or t.name in ("last", "whole"))]
        earlier = len(years) > 1 and years[0].name != "whole" and _BEGUN.search(text, years[0].end, years[1].start)
        if earlier or _CARRIED.search(text, clause.start, named.start):
            return True
    return False


def of_those_counted(sentence: Sentence, one: Counted, found: Sequence[Counted]) -> bool:
    """发生行政诉讼6件，4件诉讼法院驳回诉讼请求: fewer, told before their word, are some of those that the sentence has counted."""
    claim, (_, place) = one.claim, sentence.within(one.token.start, one.token.end)
    if claim.quantity not in DISPUTES or claim.place.start != place.start or "另" in sentence.text[: one.token.start]:
        return False
    return any(other.claim.quantity == claim.quantity and other.claim.value > claim.value for other in found)


_BECAUSE = re.compile("因(?!此)|由于|不服|对|就")
_FAULT = re.compile("不存在|不掌握|无法提供|补正|逾期|超期|延期|未按|未在|未能")
_ONE_KIND = frozenset(("business", "research", "public_interest", "legal_service"))


def for_one_reason(text: str, clause: Clause, named: Token) -> bool:
    """因逾期答复被申请信息公开行政复议, 因部分公开引发的行政复议, 企业就信息公开申请行政复议: some of the disputes over disclosure."""
    because = _BECAUSE.search(text, clause.start, named.start)
    if because is None:
        return False
    reasons = [t for t in clause.tokens if because.end() <= t.start < named.start]
    applied = {t.name for t in clause.tokens if t.kind == "applicant" and t.start < because.start()}
    reasoned = any(t.kind == "outcome" or t.name == "proactive" for t in reasons) or _FAULT.search(text, because.end(), named.start)
    return bool(reasoned) or (len(applied) == 1 and applied <= _ONE_KIND)
