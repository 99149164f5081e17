"""What the words around a number make of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.clauses import (
    EVERY_WAY,
    EXCEPT,
    PASSED,
    Clause,
    apart_from_ways,
    beside_others,
    nothing_else,
    unknown,
    unknown_but_ways,
)
from gouji.narrative.everything import THE_REST
from gouji.narrative.fitting import of_an_object_behind, of_things_behind
from gouji.narrative.head import DISPUTES, WHOLES, Head, Topic
from gouji.narrative.heads import head_before, head_behind, quashed, ruled_for_a_reason
from gouji.narrative.law import decision_head, document_head, fee_head
from gouji.narrative.lexicon import Token
from gouji.narrative.none_of_any_kind import none_of_any_kind
from gouji.narrative.not_all import by_the_way_before, in_a_row, narrowed
from gouji.narrative.numbers import COUNTED
from gouji.narrative.outcomes import for_a_reason
from gouji.narrative.passage import Counted, Passage
from gouji.narrative.phrases import no_number
from gouji.narrative.sentences import Sentence
from gouji.narrative.told_before import named_before, summed_before
from gouji.narrative.turns import in_turn, of_several, together
from gouji.narrative.voice import Speaker, voice_at
from gouji.narrative.whose import explained_by, in_its_year, of_a_year_before, scope_of


def worded(
    sentence: Sentence, said: Sequence[Clause], index: int, passage: Passage, used: list[Token], found: Sequence[Counted] = ()
) -> Iterator[Counted]:
    """What the number of this index counts, where its clause names it; `used` are the words that other numbers took."""
    clause, text = said[-1], sentence.text
    number = clause.tokens[index]
    amount = number.amount
    heads = _heads(text, said, index, passage, used) if amount is not None else None
    if amount is not None and (both := together(text, clause, index, [one.claim.quantity for one in found])):
        heads = [(both, both.first.start, number.end)]
    if amount is None or heads is None or INCREMENT.search(text[clause.start : number.start]) or no_number(text, number.start):
        return
    if in_a_row(text, clause.start, number.start, number.end):
        return
    for named, start, end in heads:
        head = _with_carried(text, number.end, _of_persons(text, clause, number, named))
        voice = voice_at(passage.who, text, said, number.start, head.first if head.first.start < number.start else number, passage.voice)
        none = not amount.value and head.quantity in DISPUTES and none_of_any_kind(sentence, said, start, passage)  # 行政复议0件
        scope = in_its_year(said, number, passage.who, voice.scope if none else scope_of(sentence, said, head, voice, passage))
        if head.quantity.startswith(DISPUTES) and of_a_year_before(clause, index, passage.who):
            scope = Scope.OTHER
        printed, place = sentence.within(start, end)
        doubts = (*sentence.paragraph.doubts, *head.doubts, *_unsure(text, said, number, head, scope, passage.who))
        claim = Claim(
            head.quantity, amount.value, amount.low, amount.high, printed, sentence.printed, place, doubts, scope,
            explained_by(sentence, head.quantity), _plain(text, said, head, start, end, passage.who),
            not (head.quantity.startswith("regulations") and passage.who.government) and passage.who.of_its_whole(voice),
        )  # fmt: skip
        yield Counted(claim, len(said) - 1, number, voice)


def _of_persons(text: str, clause: Clause, number: Token, head: Head) -> Head:
    """受理公民提出的申请13件，受理法人和其他组织提出的申请2件: the first is of natural persons."""
    if not head.quantity.startswith("received") or not of_persons_only(text, clause.start, number.end):
        return head
    return Head("applicants_natural_person", head.first, head.doubts)


_WITH_CARRIED = re.compile(
    r"[^,。;(\d]{0,12}[(,](?:其中)?(?:含|包括|包含)[^),。;]{0,12}(?:结转|转结|转来|遗留)(?P<how_many>[^),。;\d]{0,12}\d)?"
)


# 共受理申请33件，其中新收31件，上年结转2件
_NEW_AND_CARRIED = re.compile(
    r"[^,。;(\d]{0,8}[,(](?:其中)?[,:]?(?:本年度?|今年|当年|全年|20\d\d年度?)?新[收受增接][^),。;\d]{0,14}\d+[件宗起份条项个例](?:申请)?[,、;和及]"
    r"[^),。;\d]{0,4}(?:(?:上一?年度?|去年度?|往年)[^),。;\d]{0,6}(?:结转|转结|转来|遗留|转入)|(?:结转|转结)(?:自|于)?(?:上一?年度?|去年度?|往年))[^),。;\d]{0,10}\d"
)


def with_carried(text: str, end: int) -> bool:
    """收到申请78件(含上年结转1件): by its own words it is no number of the new ones alone."""
    return bool(_WITH_CARRIED.match(text, end) or _NEW_AND_CARRIED.match(text, end))


def with_some_carried(text: str, end: int) -> bool:
    """收到申请78件(含上年结转的申请): how many of them is not said."""
    match = _WITH_CARRIED.match(text, end)
    return match is not None and match["how_many"] is None


def _with_carried(text: str, end: int, head: Head) -> Head:
    # 处理1717件(包含上年结转76件), where those received were told before: of all that there was to do
    whole = head.quantity == "received" or (head.quantity == "concluded" and head.first.kind == "handle")
    return replace(head, quantity="handled") if whole and with_carried(text, end) else head


# 比上年多答复55件, 同比少收到8件, 净增加受理3件: what changed, not the number itself.
INCREMENT = re.compile(
    "(?:(?<![大至最诸许众很不])[多少]|(?<!新)增加?|减少?)(?:了)?(?:收到?|新收|受理|接收|接到|办结|办理|办复|答复|回复|公开|不予|予以|部分|无法|处理|发生|作出|制发|结转)"
    "[^,。;:\\d]{0,16}$"
)


def _plain(text: str, said: Sequence[Clause], head: Head, start: int, end: int, who: Speaker) -> bool:
    """Whether the clause says this of its number and nothing else: 办结5件, not 作出部分公开答复5件."""
    begun = max(_listed_from(said, head, min(head.first.start, start)), _behind_its_reasons(text, said[-1], head))
    clause = replace(said[-1], start=begun, tokens=tuple(t for t in said[-1].tokens if t.start >= begun))
    rest = _REST_UNNUMBERED.search(text, end, clause.end)
    clause = replace(clause, end=rest.start()) if rest else clause
    kinds = {t.kind for t in clause.tokens if t.start < end}
    dated = any(t.kind == "number" and t.start < min(start, head.first.start) for t in clause.tokens)  # 10日内答复5件
    if head.quantity in WHOLES and (kinds & {"outcome", "carry"} or dated):
        return False
    if head.first.kind == "carry" and head.first.name in ("left", "plain") and not kinds & {"request", "ask"} and not _of_next(clause, who):
        return False
    return nothing_else(text, beside_others(text, clause, head.quantity), start, end, who.names, who.is_called)


# 属于过程性信息13件、其余为其他法定情形: what became of the others narrows nothing.
_REST_UNNUMBERED = re.compile("、(?:其余|其他|其它|剩余|余下)(?:的)?(?:均|都|皆|则)?(?:为|是|系|属于?)[^\\d、]*$")


def _of_next(clause: Clause, who: Speaker) -> bool:
    """剩余15件将在2024年答复: the year after names the carrying over."""
    return who.year is not None and any(t.kind == "year" and int(t.name) == who.year + 1 for t in clause.tokens)


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


def amount_of(number: Token) -> Decimal:
    """What a number says; where none was handled, 办理行政许可0件, none was decided."""
    return number.amount.value if number.amount else Decimal(1)


def of_handling(quantity: str, text: str) -> bool:
    """办理行政许可1116件, 结案9件行政处罚案件, 采取措施24次: what was done need not be what was decided, and the form counts decisions."""
    return quantity.endswith("_made") and bool(_HANDLED.search(text) and not _DECIDED.search(text))


def of_persons_only(text: str, start: int, end: int) -> bool:
    """受理公民提出的申请9件，受理法人提出的申请10件: 公民 is everybody where no others are counted beside them."""
    said = SAID_OF_ALL.sub("", text[start:end])
    return bool(_PERSONS.search(said) and not _OTHERS.search(said) and _OTHERS.search(text, end))


def _unsure(text: str, said: Sequence[Clause], number: Token, head: Head, scope: Scope, who: Speaker) -> Iterator[str]:
    """Why a number may not be what it seems."""
    clause = said[-1]
    if scope is Scope.UNCLEAR or in_other_name(text, number.start, head.quantity, who):
        yield "scope-unclear"
    first = min(head.first.start, number.start)
    begun = max(beside_others(text, clause, head.quantity).start, _listed_from(said, head, first))
    before = unknown_but_ways(text, clause, begun, first, who.names)
    if (len(before) > UNKNOWN_BEFORE and not who.is_called(before)) or (
        head.first.start < clause.end  # 2件因超过举证期限，被责令重新答复: the reason narrows nothing
        and (len(unknown(text, clause, number.end, clause.end)) > _UNKNOWN or _of_something_else(text, clause, number))
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
        (amount_of(number) and of_handling(head.quantity, text[clause.start : clause.end]))
        or _drafted(text, number, head, who)
        or _only_said(text, head)
        or _carried_case(clause, number, head)
        or narrowed(text, said, number, head)
        or (head.quantity not in WHOLES and done_besides(text, clause, number.end))
    ):
        yield "clause-unclear"
    if head.quantity in WHOLES and THE_REST.search(text, clause.start, number.start):
        yield "clause-unclear"  # 除予以公开的13件外，其余申请24件
    if head.quantity == "handled" and with_some_carried(text, number.end):
        yield "with-carried"


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
    """以县政府名义制发规范性文件2件, of a bureau: its government's."""
    if not quantity.startswith(("normative", "regulations")) or who.government or who.office or "名义" not in text:
        return False
    match = _NAME.search(text, 0, end)
    return match is not None and not _OWN_NAME.match(match["name"]) and not who.is_called(match["name"])


def _only_said(text: str, head: Head) -> bool:
    """第三方明确不同意公开的8件，本机关依法决定: what the third party said decides nothing."""
    start = head.first.start
    return head.quantity == "denied_third_party" and _SAID_NO.match(text, start) is not None and "不予公开" not in text[start:]


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


def _listed_from(said: Sequence[Clause], head: Head, first: int) -> int:
    """不予公开17件，分别为国家秘密4件、内部事务信息2件: where a row's words begin in a list of reasons of what was counted before."""
    clause, before = said[-1], said[-2] if len(said) > 1 else None
    group = head.quantity.partition("_")[0]
    if before is None or not any(t.kind == "outcome" and t.name == group for t in before.tokens) or before.tokens[-1].kind != "number":
        return clause.start
    known = [t for t in clause.tokens if t.start < first]
    ends = [t.end for t, last in zip(known[1:], known, strict=False) if t.name == "、" and last.kind == "number"]
    return max(ends, default=clause.start)


def _behind_its_reasons(text: str, clause: Clause, head: Head) -> int:
    """信访举报投诉类申请及重复申请等不予处理17件: rows of an outcome that 等 leaves open, before its own name, narrow nothing."""
    before = [t for t in clause.tokens if t.end <= head.first.start and t.kind not in PASSED]
    rows = [t for t in before if t.kind == "outcome" and t.name.startswith(f"{head.quantity}_")]
    such = len(rows) >= _SEVERAL_ROWS and len(rows) == len(before) and text[: head.first.start].endswith("等")
    return head.first.start if such else clause.start


_SEVERAL_ROWS = 2
_AND_LEGAL_PERSONS = re.compile("(?:公民|自然人|个人)(?:、|和|及|与|以及|或者?)法人")


def _between(text: str, clause: Clause, start: int, end: int) -> str:
    """What is unknown there, 公民、法人 being everybody."""
    found = unknown(text, clause, start, end)
    return found.replace("法人", "", 1) if found and _AND_LEGAL_PERSONS.search(text, start, end) else found


def _of_something_else(text: str, clause: Clause, number: Token) -> bool:
    """剩余29个村: a noun that the grammar does not know follows the measure word."""
    end = next((t.start for t in clause.tokens if t.start >= number.end), clause.end)
    rest = unknown(text, clause, number.end, end)
    return rest[:1].isalpha() and text.startswith(rest[0], number.end) and rest not in EXCEPT


_Spanned = tuple[Head, int, int]


def _heads(text: str, said: Sequence[Clause], index: int, passage: Passage, used: list[Token]) -> list[_Spanned] | None:
    """What the number counts, mostly one thing, and from where to where that is printed."""
    clause = said[-1]
    number = clause.tokens[index]
    if number.name in ("元", "万元"):
        found = fee_head(text, clause, index)
        return [(found, found.first.start, number.end)] if found else None
    if number.name not in COUNTED and number.name or _from_which_it_changed(text, clause, number):
        return None
    topic = passage.topic
    for head in (document_head(text, said, index), decision_head(text, said, index, topic.several), quashed(text, said, index, topic)):
        if head:
            return [(head, head.first.start, number.end)] if number.name or _counts_without_unit(text, clause, number) else None
    if passage.topic.kind == "request" and (added := summed_before(text, said, index)) is not None:
        return [(added, added.first.start, number.end)]
    if "涉及" in text[clause.start : number.start] and (told := named_before(text, said, index, passage.topic)) is not None:
        return [(told, told.first.start, number.end)]
    if (only := _only_these(text, clause, index, passage.topic)) is not None:
        used = [*used, *only]
        return _behind(text, said, index, passage.topic, used)
    head = head_before(text, clause, index, passage.topic, used)
    if head is not None:
        return _before(text, said, index, head, used)
    if (told := named_before(text, said, index, passage.topic)) is not None:
        return [(told, told.first.start, number.end)]
    return _behind(text, said, index, passage.topic, used)


_CHANGED_TO = re.compile(r"(?:\([^()]*\))?(?:大幅|逐年|进一步|逐步)?(?:增|升|上升|涨|提高|提升|扩|降|减|下降|跌|回落|变)")


def _from_which_it_changed(text: str, clause: Clause, number: Token) -> bool:
    """行政许可决定由260件增至594件: the first is last year's."""
    return text[clause.start : number.start].endswith(("由", "从")) and _CHANGED_TO.match(text, number.end) is not None


_ONLY_SO_MANY = re.compile("(?:仅|只)有?$|[中里]有?$")


def _only_these(text: str, clause: Clause, index: int, topic: Topic) -> list[Token] | None:
    """申请仅13件不予公开, 申请中5件予以公开: the words for requests, where the number is of the outcome after it."""
    number, before = clause.tokens[index], [t for t in clause.before(index) if t.kind not in PASSED]
    if topic.kind != "request" or not before or any(t.kind not in ("request", "ask") for t in before):
        return None
    if not _ONLY_SO_MANY.search(text[clause.start : number.start]) or any(t.kind == "number" for t in clause.tokens[index + 1 :]):
        return None
    behind = next((t for t in clause.behind(index) if t.kind not in PASSED or t.kind in ("each", "all")), None)
    return before if behind is not None and behind.kind == "outcome" else None


def _before(text: str, said: Sequence[Clause], index: int, head: Head, used: Sequence[Token]) -> list[_Spanned] | None:
    number, reasoned = said[-1].tokens[index], for_a_reason(text, said, head)
    if reasoned is None or (not number.name and head.first.kind != "outcome" and not _counts_without_unit(text, said[-1], number)):
        return None
    if head.first.kind == "conclude" and of_an_object_behind(text, said[-1], number):
        return None
    if head.first.kind == "carry" and of_things_behind(text, said[-1], number.end):
        return None
    return [(each, min(each.first.start, reasoned.first.start), number.end) for each in of_several(text, said[-1], index, reasoned, used)]


_COUNTED_AS = re.compile("(?:数量|件数|总数|总量|数|量)[共合总计]*(?:为|是|有|达|:)$")


# 受理政府信息公开申请29，
_ASKED_FOR = re.compile(
    "(?:收到?|接到|受理|接受|接收|办理|办结|答复|回复)[^,;。\\d]{0,20}(?:申请|依申请公开)(?:公开)?(?:政府信息|信息)?(?:事项|办件|件|总数|总量)?[共计为是:]*$"
)
_CLOSED = re.compile("[,;。)]|$")


def _counts_without_unit(text: str, clause: Clause, number: Token) -> bool:
    """申请行政复议的数量为3: a whole number that words before it call one."""
    whole = number.amount is not None and number.amount.value == int(number.amount.value)
    before = text[clause.start : number.start]
    return whole and bool(_COUNTED_AS.search(before) or (_CLOSED.match(text, number.end) and _ASKED_FOR.search(before)))


# What may stand before a number whose word comes after it: 其中10件已答复, 另有2件结转下年.
_OPENERS = frozenset([
    "part", "own", "time", "year", "together", "all", "each", "sign", "quoted", "open", "area", "others", "behalf", "office", "noise",
    "applicant", "decide",
])  # fmt: skip


# 因政府信息公开引发3件行政复议、1件行政诉讼, 因信息公开申请而产生的4件行政诉讼案件已全部审结
_ARISEN = re.compile("(?:(?:引发|引起|产生|导致)[了的]?|(?:发生|收到|提起|涉及)了?)$")
_OF_DISCLOSURE = frozenset(("published", "request", "ask", "receive"))


def _behind(text: str, said: Sequence[Clause], index: int, topic: Topic, used: list[Token]) -> list[_Spanned] | None:
    """10件已答复; the nth of several numbers after 分别."""
    clause = said[-1]
    number = clause.tokens[index]
    if not number.name:
        return None
    if turn := in_turn(clause, index):
        return [(turn, number.start, number.end)]
    behind = ruled_for_a_reason(text, number, topic) or head_behind(text, clause, index, topic)
    several = "分别" in text[clause.start : clause.end] and sum(t.kind == "number" for t in clause.tokens) > 1
    arisen = behind is not None and behind[0].quantity in DISPUTES and _ARISEN.search(text, clause.start, number.start)
    openers = _OPENERS | _OF_DISCLOSURE if arisen else _OPENERS
    if behind is None or several or any(t.kind not in openers for t in clause.before(index) if t not in used):
        return None
    head = for_a_reason(text, said, behind[0])
    if head is None:
        return None
    used.append(behind[1])
    return [(head, number.start, behind[1].end)]
