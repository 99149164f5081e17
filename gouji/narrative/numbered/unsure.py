"""Why the number of words that count something known may yet count something else."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.narrative.claim import Scope
from gouji.narrative.context.head import DISPUTES, WHOLES, Head
from gouji.narrative.context.speaker import Speaker
from gouji.narrative.sentence.clauses import (
    EVERY_WAY,
    EXCEPT,
    Clause,
    apart_from_ways,
    beside_others,
    unknown,
    unknown_but_ways,
)
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import Amount
from gouji.narrative.stated.everything import THE_REST
from gouji.narrative.whose.not_all import by_the_way_before, narrowed
from gouji.narrative.whose.with_carried import with_some_carried

# A clause of which so many signs say nothing to us may speak of something else.
_UNKNOWN, UNKNOWN_BEFORE = 3, 1

# 收到不属于本机关的申请3件: some of them only.
QUALIFIED = re.compile("不|非|未|属于|涉及|关于|有关|针对|同一|相同|重复|部分|个别|其他|其它|类似|批量|超期|逾期|疑难|复杂")

SAID_OF_ALL = re.compile("(?:法人|公民|自然人|个人|企业)[^,;。]{1,3}其他(?:社会)?组织")

_BY_WAY = re.compile("[^,;。\\d]{0,8}通过(?!各种|各类|多种)[^,;。\\d]{2,24}(?:提交|提出|递交)")


def of_one_way(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] narrows requests to those that came by some channel."""
    return bool(BY_CHANNEL.search(EVERY_WAY.sub("", text[start:end])))


BY_CHANNEL = re.compile("通过|经由|平台|(?<!政府)系统|渠道|窗口|邮箱|直接")

_PERSONS, _OTHERS = re.compile("公民|个人|群众"), re.compile("法人|企业|组织")

_HANDLED, _DECIDED = re.compile("办理|办结|结案|审结|采取|处理(?!决定)"), re.compile("决定")


def _amount_of(number: Token) -> Decimal:
    """What a number says; where none was handled, 办理行政许可0件, none was decided."""
    return number.amount.value if number.amount else Decimal(1)


def of_handling(quantity: str, text: str) -> bool:
    """办理行政许可1116件, 结案9件行政处罚案件, 采取措施24次: what was done need not be what was decided, and the form counts decisions."""
    return quantity.endswith("_made") and bool(_HANDLED.search(text) and not _DECIDED.search(text))


# 行政处罚、行政强制处理决定数量14宗; 制发规章和规范性文件14件
_OF_TWO_POWERS = re.compile(
    "行政(?P<first>许可|处罚|强制)(?:措施)?(?:处理)?(?:决定)?(?:数量|件数)?(?:、|和|及|与|以及|或|/)"
    "(?:行政)?(?!(?P=first))(?:许可|处罚|强制)(?P<last>[^,;。\\d、]*)$"
)
_OF_TWO_KINDS = re.compile("规章(?:、|和|及|与|以及|或|/)(?:行政)?规范性文件(?P<last>[^,;。\\d、]*)$")
_OF_EACH = re.compile("分别|各|依次|均|都")


def of_both(quantity: str, text: str, start: int, amount: Amount | None) -> bool:
    """Whether a number is of two rows together, of which it names the second last."""
    if "+" in quantity:
        return False
    kinds = _OF_TWO_POWERS if quantity.endswith("_made") else _OF_TWO_KINDS if quantity.startswith("normative") else None
    match = kinds.search(text, 0, start) if kinds is not None and amount is not None and amount.value else None
    return match is not None and not _OF_EACH.search(match["last"])


def of_persons_only(text: str, start: int, end: int) -> bool:
    """受理公民提出的申请9件，受理法人提出的申请10件: 公民 is everybody where no others are counted beside them."""
    said = SAID_OF_ALL.sub("", text[start:end])
    return bool(_PERSONS.search(said) and not _OTHERS.search(said) and _OTHERS.search(text, end))


def unsure(text: str, said: Sequence[Clause], number: Token, head: Head, scope: Scope, who: Speaker) -> Iterator[str]:
    """Why a number may not be what it seems."""
    clause = said[-1]
    if scope is Scope.UNCLEAR or in_other_name(text, number.start, head.quantity, who):
        yield "scope-unclear"
    first = min(head.first.start, number.start)
    begun = max(beside_others(text, clause, head.quantity).start, listed_from(said, head, first))
    # 全年审理政府信息公开行政复议6起, of a town, which reviews nobody: others did
    reviewed = who.reviews_nothing and head.quantity.startswith(DISPUTES) and _UNDER_REVIEW.search(text, begun, first)
    names = (*who.names, "审理") if reviewed else who.names
    before = unknown_but_ways(text, clause, begun, first, names)
    if (len(before) > UNKNOWN_BEFORE and not who.is_called(before)) or (
        head.first.start < clause.end  # 2件因超过举证期限，被责令重新答复: the reason narrows nothing
        and (len(unknown(text, clause, number.end, clause.end)) > _UNKNOWN or _of_something_else(text, clause, number, head))
    ):
        yield "clause-unclear"
    elif _of_subjects(text, head):
        pass
    elif head.first.end <= number.start and len(_between(text, clause, head.first.end, number.start)) > UNKNOWN_BEFORE:
        # 收到关于教育方面的申请5件: some of them only; 收到政策兑现申请5件: others.
        yield "clause-unclear"
    if (
        head.quantity in WHOLES
        and head.first.end <= number.start
        and not _of_subjects(text, head)
        and QUALIFIED.search(SAID_OF_ALL.sub("", text[head.first.end : number.start]))
    ):
        yield "clause-unclear"
    ways = [t for t in clause.tokens if t.kind == "channel" and t.start < first] if head.quantity == "received" else []
    channels = bool(ways and apart_from_ways(text, clause.start, first, ways))
    channels = channels or (head.quantity == "received" and by_the_way_before(said))
    if head.quantity == "received" and (channels or of_one_way(text, clause.start, first) or _BY_WAY.match(text, number.end)):
        yield "by-channel"
    if (
        (_amount_of(number) and of_handling(head.quantity, text[clause.start : clause.end]))
        or of_both(head.quantity, text, number.start, number.amount)
        or _drafted(text, number, head, who)
        or _only_said(text, head)
        or _as_content(text, number, head)
        or _by_openness(text, said, number, head)
        or _carried_case(clause, number, head)
        or narrowed(text, said, number, head)
        or _of_those_in_force(text, first, head)
        or (head.quantity == "received" and with_others(text, number.end))
        or (head.quantity not in WHOLES and done_besides(text, clause, number.end))
    ):
        yield "clause-unclear"
    if head.quantity in WHOLES and THE_REST.search(text, clause.start, number.start):
        yield "clause-unclear"  # 除予以公开的13件外，其余申请24件
    if head.quantity == "handled" and with_some_carried(text, number.end):
        yield "with-carried"


_UNDER_REVIEW = re.compile("(?:^|[,;:。年度内共]|[我本](?:镇|乡|街道|街|办|单位|机关)|街道办事处)审理")
# 受理1件，市转办2件: whether the row has those of others too; 收到9件，其中网络3件，协助5件
_PASSED_ON = re.compile(
    r"(?:申请|事项)?,(?:(?:上级|[省市县区州]|政府|信访)[^,;。\d年]{0,4}(?:转办|转来|转送|交办|移送)(?:来)?(?:的)?(?:申请)?"
    r"|其中[^;。]{0,40}?(?:协助|协查|转办|转交|代办)[^,;。\d]{0,8})\d+[件条项份]"
)


def with_others(text: str, end: int) -> bool:
    """Whether requests that others passed on, or in which others were helped, are told beside or within the number that ends there."""
    return _PASSED_ON.match(text, end) is not None


_IN_FORCE = re.compile("(?:现行|继续|仍然?|保留)有效[^;。\\d新年]{1,48}$")


def _of_those_in_force(text: str, first: int, head: Head) -> bool:
    """集中公开现行有效规范性文件，涉及以区政府名义印发的25件: of all that are in force, issued in any year."""
    return head.quantity.endswith("_issued") and "有效" in text and _IN_FORCE.search(text[:first]) is not None


_TO_SOME = re.compile("(?:对|就|针对|为)[^,;。]*$")

_ONES = re.compile("(?:政府信息公开|信息公开|依申请公开)?(?:的)?申请(?:事项|件)?,(?P<what>[^,;。]*)")

_ANSWERING = re.compile("均|都|全部|逐|一律|分别|答复|告知|决定|说明|理由|出具|作出|予以|书面|公开|不予|处理|回复|依法|办[理结]")


def done_besides(text: str, clause: Clause, end: int) -> bool:
    """对不掌握信息的25件申请，协助联系有关部门: for some of them, perhaps, more was done than to answer."""
    ones = _ONES.match(text, end) if _TO_SOME.match(text, clause.start, end) else None
    return ones is not None and not _ANSWERING.search(ones["what"])


_SAID_NO = re.compile("第三方(?:明确|书面)?(?:不同意|拒绝|反对)")

_OWN_NAME = re.compile("[我本其]|全[局委办厅镇乡]")

_NAME = re.compile("以(?P<name>[^,;。]{1,14}?)(?:的)?名义")


def in_other_name(text: str, end: int, quantity: str, who: Speaker) -> bool:
    """以县政府名义制发规范性文件2件, 以县政府名义答复申请12件, of a bureau: its government's."""
    if not quantity.startswith(("normative", "regulations", *WHOLES)) or who.government or who.office or "名义" not in text:
        return False
    match = _NAME.search(text, 0, end)
    return match is not None and not _OWN_NAME.match(match["name"]) and not who.is_called(match["name"])


def _only_said(text: str, head: Head) -> bool:
    """第三方明确不同意公开的8件，本机关依法决定: what the third party said decides nothing."""
    start = head.first.start
    return head.quantity == "denied_third_party" and _SAID_NO.match(text, start) is not None and "不予公开" not in text[start:]


# 主动公开信息数84条，不予公开信息数3条: papers by how open they are
_PAPERS = re.compile("(?:的)?(?:政府)?信息(?:总)?(?:数量|数)(?![件宗])")


def _by_openness(text: str, said: Sequence[Clause], number: Token, head: Head) -> bool:
    if head.first.kind != "outcome" or number.name != "条" or not _PAPERS.match(text, head.first.end):
        return False
    return not any(t.kind in ("request", "ask") for clause in said for t in clause.tokens)


# 从内容看，属信访投诉类8件: what they were about is no reason why they were turned away
_BY_CONTENT = re.compile(
    "(?:内容|类型|领域|诉求|主题|事由)(?:来|上|方面)?(?:看|分|区分|划分)|按(?:照)?[^,;。\\d]{0,6}(?:内容|类型|领域|主题)"
)


def _as_content(text: str, number: Token, head: Head) -> bool:
    return head.quantity == "rejected_petition" and "不予" not in text and _BY_CONTENT.search(text, 0, number.start) is not None


def _carried_case(clause: Clause, number: Token, head: Head) -> bool:
    """上年结转行政诉讼案件2件: perhaps the tables of last year have them."""
    return head.quantity.startswith(DISPUTES) and any(t.kind == "carry" for t in clause.before(clause.tokens.index(number)))


def _drafted(text: str, number: Token, head: Head, who: Speaker) -> bool:
    """制修订《……办法》等4部规章, of a bureau: it drafts what its government makes."""
    titled = "《" in text[head.first.start : number.start]
    return titled and head.quantity.startswith("regulations") and not (who.government or who.office)


# 共收到涉及征地、拆迁等方面的申请7件: a list of subjects that 等 leaves open tells what all that came in were about.
_SUBJECTS = re.compile(
    r"(?:了|到)?(?:主要)?(?:涉及|关于|有关|针对)[^,;。\d]{1,30}、[^,;。\d]{1,24}等(?:领域|方面|内容|事项|信息|问题|类型)+的?"
)


def _of_subjects(text: str, head: Head) -> bool:
    together = text[head.first.start] == "共" or text[: head.first.start].endswith(("共", "共计", "累计"))
    return head.quantity == "received" and together and bool(_SUBJECTS.match(text, head.first.end))


def listed_from(said: Sequence[Clause], head: Head, first: int) -> int:
    """不予公开17件，分别为国家秘密4件、内部事务信息2件: where a row's words begin in a list of reasons of what was counted before."""
    clause, before = said[-1], said[-2] if len(said) > 1 else None
    group = head.quantity.partition("_")[0]
    if before is None or not any(t.kind == "outcome" and t.name == group for t in before.tokens) or before.tokens[-1].kind != "number":
        return clause.start
    known = [t for t in clause.tokens if t.start < first]
    ends = [t.end for t, last in zip(known[1:], known, strict=False) if t.name == "、" and last.kind == "number"]
    return max(ends, default=clause.start)


_AND_LEGAL_PERSONS = re.compile("(?:公民|自然人|个人)(?:、|和|及|与|以及|或者?)法人")


def _between(text: str, clause: Clause, start: int, end: int) -> str:
    """What is unknown there, 公民、法人 being everybody."""
    found = unknown(text, clause, start, end)
    return found.replace("法人", "", 1) if found and _AND_LEGAL_PERSONS.search(text, start, end) else found


# 7起关于政府信息公开的行政诉讼: what the case is about, no noun
_OVER_DISCLOSURE = re.compile("关于(?:政府)?信息公开(?:方面|类|的)*行政(?:复议|诉讼)")


def _of_something_else(text: str, clause: Clause, number: Token, head: Head) -> bool:
    """剩余29个村: a noun that the grammar does not know follows the measure word."""
    end = next((t.start for t in clause.tokens if t.start >= number.end), clause.end)
    if head.quantity in DISPUTES and _OVER_DISCLOSURE.match(text, number.end):
        return False
    rest = unknown(text, clause, number.end, end)
    return rest[:1].isalpha() and text.startswith(rest[0], number.end) and rest not in EXCEPT
