"""Whether there was no dispute of any kind, and so none over disclosure: 我局无行政复议、行政诉讼."""

import re
from collections.abc import Sequence

from gouji.narrative.context.passage import Passage
from gouji.narrative.sentence.clauses import Clause, unknown
from gouji.narrative.sentence.sentences import Sentence

_RAISED = "(?:被|任何(?:形式|方式)?的?|发生|产生|提起|提出|引发|引起|申请|出现|涉及|有)*"
_NONE = "(?:(?:数量|总数|件数|均|都|皆|共|各|为|是|:)*[0零][件起例宗])?"
_ONE_KIND = f"{_RAISED}(?:进入)?(?:政府)?(?:行政)?(?:复议|诉讼)(?:程序)?(?:的)?(?:案件|案|件)?{_NONE}"
# 无投诉、举报、行政复议和行政诉讼等情况: what else there was none of.
_NOR_OTHERS = "(?:(?:信访|上访|投诉|举报|申诉)+(?:事项|案件|件)?(?:、|和|及|与|或者?|以及))*"
_DISPUTES_ALONE = re.compile(
    f"{_NOR_OTHERS}(?:{_RAISED}(?:(?:政府)?信息公开|公开)?(?:的)?)?{_ONE_KIND}(?:(?:、|和|及|与|以及|或|或者|,)?{_ONE_KIND})?"
    "等?(?:的)?(?:情况|情形|事项|案件|数量|也|均|都|皆|:)*(?:未发生|没有发生|未产生|未出现|没有|无|为零|零)?(?:发生|产生|情况)*"
)
_OTHER_BUSINESS = re.compile(
    "执法|依法行政|决策|处罚|许可|强制|征收|征迁|拆迁|信访|调解|行政行为|法治|应诉|合法性|劳动|工伤|败诉|市场监管|案件办理"
)
# 未受理行政复议案件: a reviewing body received none, and may all the same have been reviewed by others
_DECIDED_BY_IT = re.compile("受理|审理|办理|处理|承办|审结|立案")
# What a clause before may say besides: that applicants were content, that disputes were avoided.
_OF_NO_BUSINESS = re.compile(
    "(?<!复议)(?<!诉讼)申请人(?:对[^,;。]{0,8}(?:答复|回复|办理)[^,;。]{0,4})?(?:均|都|全部|普遍|较为|非常)*(?:表示|感到)?(?:满意|认可|接受|无异议)"
    "|(?:有效|切实|进一步|尽力|努力|从源头上?)*(?:降低|减少|防范|规避|避免|化解|预防)(?:了|因)?[^,;。]{0,16}(?:风险|隐患|发生|矛盾|纠纷|争议)"
)


def none_of_any_kind(sentence: Sentence, said: Sequence[Clause], begun: int, passage: Passage) -> bool:
    """Whether from `begun` on the clause speaks of all disputes; not where other business was spoken of."""
    text, clause = sentence.text, said[-1]
    if (
        _OTHER_BUSINESS.search(sentence.paragraph.text)
        or passage.topic.kind not in ("", "request", "dispute", "fee")
        or passage.topic.other
        or not _DISPUTES_ALONE.fullmatch(text, begun, clause.end)
    ):
        return False
    # What there was none of besides: 投诉, 举报
    tokens = [t for c in said for t in c.tokens if not (t.kind == "foreign" and begun <= t.start < clause.end)]
    if any(t.kind in ("decision", "foreign", "document", "others") or (t.kind == "area" and t.name != passage.who.level) for t in tokens):
        return False
    if _DECIDED_BY_IT.search(text, clause.start, begun) and not passage.who.reviews_nothing:
        return False
    before = unknown(text, clause, clause.start, begun, passage.who.names)
    begun_at = max((n for n, c in enumerate(said) if c.after == "."), default=0)  # a full stop of Latin print
    return not before and not any(_of_business(text, c, passage) for c in said[begun_at:-1])


def _of_business(text: str, clause: Clause, passage: Passage) -> bool:
    """Whether a clause before says anything that may narrow the disputes."""
    return bool(
        unknown(text, clause, clause.start, clause.end, passage.who.names) and not _OF_NO_BUSINESS.fullmatch(text, clause.start, clause.end)
    )
