"""Whether disputes are over the body's disclosure, decided about it and not by it, and all of them."""

import re
from collections.abc import Sequence

from gouji.narrative.claim import Scope
from gouji.narrative.context.passage import Passage
from gouji.narrative.context.speaker import Speaker
from gouji.narrative.sentence.clauses import Clause, unknown
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.whose.some_cases import begun_before, for_one_reason

ABOUT = re.compile(
    "不服答复|获取(?:政府|政务)信息的?(?:合法)?权|因政府信息|信息公开|公开申请|依申请|政务公开|政府信息(?:类|方面|领域)?(?:的)?(?:行政)?(?:复议|诉讼)"
)

_OF_OTHERS = re.compile("行政处罚|征收|征地|拆迁|工伤|国家赔偿|行政执法|劳动")

_ITS_OWN = re.compile(
    "复议答复(?!书|通知)|为被申请人|为被告|被申请|被提起|引发|引起|针对本|涉及本|涉本|因|(?:导致|产生|造成)(?:了|的|被|申请|提起|提出)*(?:行政)?(?:复议|诉讼)"
)

# 复议机关审理 tells of what that body did, of whomever's matters; 配合复议机关, 复议机关维持3件 tell nothing of the kind.
_FOR_OTHERS = re.compile(
    "(?<!在)(?<!由)复议机关[^,。;]{0,4}(?:收到|受理|审理|办理|审结|承办|立案|接收|处理)(?![^,。;]{0,8}(?:以|针对|不服|涉及?)(?:我|本|全|街道))|(?:我|本)[县市区局级]?(?:行政)?复议机关"
    "|(?<!为)(?<!以)(?<!履行)被申请人|第三人|应诉机关|(?<!律师)(?<!顾问)代理|(?<!顾问)(?<!律师)(?<!全程)参与(?!应诉|诉讼|庭审|出庭|权)|协助|指导"
)

_NOT_ABOUT = re.compile("信息公开(?:工作|事项)?(?:无关|以外|之外|外)|非(?:政府)?信息公开")

_AGAINST = re.compile("[以由](?![我本])(?P<whom>[^,;。]{2,16}?)(?:作)?为被(?:申请人|告)")

# 均不属于政府信息公开案件, 无一涉及政府信息公开: said of disputes that were counted.
_NONE_ABOUT = re.compile(
    "(?:不|并?非|未)(?:曾|再|得)?(?:涉及|属于|属|含有|含|包含|包括|是|因|系|关乎|牵涉)(?:[^,。;]{0,4})(?:信息公开|政务公开)(?![^,。;]{0,8}(?:被|而|引[发起]|导致|产生|提起|发生|申请|涉诉|成讼|行政争议))"
    "|(?:无|没有|无一|没有一)[件起宗]?(?:案件)?(?:涉及|属于?|因|与|系|为)[^,。;]{0,6}(?:信息公开|政务公开)(?![^,。;]{0,12}(?:复议|诉讼|起诉|费|支出|举报|投诉|信访))"
    "|(?:无|没有)(?:一[件起宗])?(?:政府)?信息公开(?:类|方面)?(?:的)?案件(?![^,。;]{0,6}(?:被|败|纠|撤))"
)

# 行政许可类复议案件, 不服投诉举报处理的复议: of a kind that is not the form's.
_OF_A_KIND = frozenset(("decision", "foreign", "document", "applicant", "fee"))

SOME_ABOUT = re.compile("其中[^。;]{0,12}(?:信息公开|政务公开)")

# Nobody but a court judges suits: 办理行政诉讼 is to answer one; towns review nothing either.
_JUDGES = re.compile("(?:审理|受理|审结)[^.,。;\\d]{0,8}(?:复议|诉讼)|(?:办理|承办|处理)[^.,。;\\d]{0,8}复议")

# 办理信息公开行政复议1件、行政诉讼5件: a department that handles both answers both.
_HANDLES_BOTH = re.compile(
    "(?:办理|承办|处理)(?:涉及?)?(?:政府)?信息公开(?:类|方面|工作|领域|引发|引起)*(?:的)?(?:行政)?复议(?:案件|案)?[^。;复]{0,8}[、,和及][^。;,复]{0,6}诉讼"
)

_HANDLES = re.compile("(?:办理|承办|处理)[^.,。;\\d]{0,8}诉讼")

_LAWYERS = re.compile("司法|法院|法制|检察")


def of_dispute(sentence: Sentence, said: Sequence[Clause], scope: Scope, passage: Passage) -> Scope:
    """Disputes over something else, and those that a reviewing body decides, are not the form's."""
    in_sentence = bool(ABOUT.search(sentence.text))
    against = _AGAINST.search(sentence.text)
    if against and not (passage.who.is_called(against["whom"]) or against["whom"] in ("街道办事处", "全局", "全委")):
        return Scope.OTHER
    if _NOT_ABOUT.search(sentence.text) or _about_none(sentence.text, said):
        return Scope.OTHER
    if _of_another_kind(sentence.text, said, passage.who) or begun_before(sentence.text, said):
        scope = max(Scope.UNCLEAR, scope, key=list(Scope).index)
    before = sentence.text.partition("其中")[0]
    if before and len(before) >= said[-1].end and SOME_ABOUT.search(sentence.text) and not ABOUT.search(before):
        return max(Scope.UNCLEAR, scope, key=list(Scope).index)  # 行政复议3件，其中涉及政府信息公开1件
    if not in_sentence and (passage.section != 4 and not passage.about or _OF_OTHERS.search(sentence.text)):
        return Scope.OTHER
    if not in_sentence and passage.section != 4 and _all_cases(sentence.text, said):
        return max(Scope.UNCLEAR, scope, key=list(Scope).index)
    if _every_kind(sentence.text, said[-1]):
        return max(Scope.UNCLEAR, scope, key=list(Scope).index)
    judged = _judged(sentence.text, passage.who) and not (in_sentence and _ITS_OWN.search(sentence.text))
    if (judged or _FOR_OTHERS.search(sentence.text)) and scope is Scope.OWN:
        return Scope.UNCLEAR
    return scope


def _judged(text: str, who: Speaker) -> bool:
    """Whether this body may have decided the disputes itself."""
    if "信息公开" in text and (who.reviews_nothing or (_HANDLES_BOTH.search(text) and not (who.government or who.office))):
        return False
    return bool(_JUDGES.search(text) or (_LAWYERS.search(who.name) and _HANDLES.search(text)))


# 未涉及政府信息公开行政复议: denies these; 复议案件3件，均未涉及政府信息公开: of other matters.
_CASES_NEXT = re.compile("(?:类|方面|工作|申请)?(?:行政)?(?:复议|诉讼)")


def _about_none(text: str, said: Sequence[Clause]) -> bool:
    match = _NONE_ABOUT.search(text)
    if match is None:
        return False
    named = any(t.kind == "dispute" and t.start < match.start() for clause in said for t in clause.tokens)
    return named or text[match.start()] not in "未没" or not _CASES_NEXT.match(text, match.end())


# 本机关被诉讼的案件共计3件, after a sentence on requests: perhaps all cases of the body, of whatever kind.
_CASES = re.compile("(?:诉讼|复议)的?案件[共总合]计|被诉(?:讼)?的?案件")


def _all_cases(text: str, said: Sequence[Clause]) -> bool:
    return bool(_CASES.search(text, 0, said[-1].end))


# 全部行政复议案件19件 beside those over disclosure; 行政应诉15件，涉及工伤9件、信息公开2件
_EVERY_KIND = re.compile("(?:全部|所有|各类|各种)(?:的)?(?:行政)?(?:复议|诉讼|应诉)")

_BY_KINDS = re.compile(
    r"\d+[件起宗](?:[,(:]|其中|涉及|包括)[^。;]*?(?<!关于)(?<!涉及)(?:政府)?信息公开(?:类|方面|领域)?(?:的)?(?:案件)?\d+[件起宗]"
)


def _every_kind(text: str, clause: Clause) -> bool:
    """Whether a clause that names no disclosure counts cases of all kinds, which may be listed behind it."""
    if ABOUT.search(text, clause.start, clause.end):
        return False
    return bool(_EVERY_KIND.search(text, clause.start, clause.end) or _BY_KINDS.search(text, clause.start))


# 未发生投诉举报、行政复议、行政诉讼: none of these, each for itself; not 无投诉举报处理的复议.
_BESIDE_COMPLAINTS = re.compile(
    "(?:(?:被|网络|群众)?(?:举报|投诉|信访|上访|申诉|检举)(?:案件|事件|事项|情况)?(?:、|和|及|与|或者?|以及)?)+(?<=[、和及与或者])"
)


def _denied_beside(text: str, clause: Clause, named: Token) -> int:
    """Where the words before a dispute end that may narrow it: before the complaints of which there were none either."""
    denial = next((t for t in clause.tokens if t.kind == "negation" and t.end <= named.start), None)
    beside = _BESIDE_COMPLAINTS.fullmatch(text, denial.end, named.start) if denial else None
    return denial.end if denial and beside else named.start


def _of_another_kind(text: str, said: Sequence[Clause], who: Speaker) -> bool:
    """Whether words that the grammar does not know, or of other business, narrow the disputes where they are named."""
    first = max((at for at, clause in enumerate(said) if clause.after == "."), default=0)  # …诉讼情况.2023年没有收到…
    for clause in said[first:]:
        named = next((t for t in clause.tokens if t.kind == "dispute"), None)
        if named is None:
            continue
        if for_one_reason(text, clause, named):
            return True
        if ABOUT.search(text, clause.start, clause.end):
            continue
        begun = _denied_beside(text, clause, named)
        kinds = {t.kind for t in clause.tokens if t.start < begun}
        before = unknown(text, clause, clause.start, begun)
        if kinds & _OF_A_KIND or (len(before) > 1 and not who.is_called(before)):
            return True
    return False
