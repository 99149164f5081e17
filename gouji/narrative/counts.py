"""The numbers of a sentence that count something known, each with whose number it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.clauses import PASSED, Clause, explanation, unknown
from gouji.narrative.heads import DISPUTES, Head, Topic, head_before, head_behind
from gouji.narrative.law import decision_head, document_head, fee_head
from gouji.narrative.lexicon import Token
from gouji.narrative.numbers import COUNTED
from gouji.narrative.phrases import NOTHING, Phrase, numbered
from gouji.narrative.sentences import Sentence
from gouji.narrative.voice import Speaker, Voice, voice_at

_ABOUT = re.compile("信息公开|公开申请|依申请|政务公开")
_OF_OTHERS = re.compile("行政处罚|征收|征地|拆迁|工伤|国家赔偿|行政执法|劳动")
_ITS_OWN = re.compile("为被申请人|为被告|被申请|被提起|引发|引起|针对本|涉及本|涉本|因")
_FOR_OTHERS = re.compile("(?<!,)复议机关|(?<!为)被申请人|第三人|应诉机关|代理|参与|协助|指导")
_JUDGES = re.compile("(?:审理|受理|办理|承办|处理|审结).{0,8}(?:复议|诉讼)")
_APART = frozenset((*DISPUTES, "received", "handled", "disputes"))


@dataclass(slots=True)
class Passage:
    """What the sentences of a paragraph share: whose numbers, of what, and whether disclosure was spoken of."""

    who: Speaker
    topic: Topic
    section: int | None
    about: bool = False
    voice: Voice = field(default_factory=Voice)
    # The quantity counted last, and whether 中 stood after it.
    last: str = ""
    among: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """A claim with the place of its number in the sentence: which clause, which token, and how its scope came to be."""

    claim: Claim
    clause: int
    token: Token
    voice: Voice


def counts(sentence: Sentence, parts: Sequence[Clause], passage: Passage) -> list[Counted]:
    """What the numbers of a sentence count; leaves in the passage what the next sentence takes up."""
    passage.about = passage.about or bool(_ABOUT.search(sentence.text))
    passage.topic.attribute = _attribute(sentence.text, parts)
    if passage.topic.kind in ("", "foreign") and not passage.topic.attribute and _surely_requests(sentence.text, parts):
        passage.topic.kind = "request"
    passage.topic.several = len({token.name for clause in parts for token in clause.tokens if token.kind == "decision"}) > 1
    found: list[Counted] = []
    told = _told(sentence, parts, passage)
    for position, clause in enumerate(parts):
        used: list[Token] = []
        found += told.pop((position, None), [])
        for index, token in enumerate(clause.tokens):
            _turn(passage.topic, token)
            if token.kind == "number":
                phrased = told.get((position, token.start))
                own = list(_counted(sentence, parts[: position + 1], index, passage, used)) if phrased is None else phrased
                if own:
                    passage.last, passage.among = own[-1].claim.quantity, sentence.text[clause.end - 1 : clause.end] == "中"
                found += own
    if not any(one.claim.quantity == "received" and one.voice.span is Scope.OWN for one in found):
        found += _halves_together(sentence, found)
    if found:
        passage.voice = Voice(found[-1].voice.subject, _lasting(parts), found[-1].voice.collective)
    return found


_ELSEWHERE = re.compile("政务服务|窗口|大厅|许可|审批|补贴|救助|登记|职称|资格|贷款|评优|评审")


def _surely_requests(text: str, parts: Sequence[Clause]) -> bool:
    """新收申请13件, 部分公开4件: in a report on disclosure these words alone speak of requests."""
    tokens = [token for clause in parts for token in clause.tokens]
    kinds = {token.kind for token in tokens}
    if "foreign" in kinds or "number" not in kinds or "dispute" in kinds or _ELSEWHERE.search(text):
        return False
    return ("ask" in kinds and bool(kinds & {"receive", "conclude", "handle", "carry", "outcome", "channel"})) or "outcome" in kinds


def _told(sentence: Sentence, parts: Sequence[Clause], passage: Passage) -> dict[tuple[int, int | None], list[Counted]]:
    """What whole phrasings say of the numbers of a sentence, by clause and token; None for a number that is no token."""
    found: dict[tuple[int, int | None], list[Counted]] = {}
    for phrase in numbered(sentence.text, passage.who.year).values():
        position = next((n for n, clause in enumerate(parts) if clause.start <= phrase.start < clause.end), None)
        if position is None or not fitting(sentence.text, parts[: position + 1], phrase, passage):
            continue
        token = next((t for t in parts[position].tokens if t.kind == "number" and t.start <= phrase.start < t.end), None)
        key = position, token.start if token else None
        own = found.setdefault(key, [])
        if phrase.quantity != NOTHING:
            own.append(_of_phrase(sentence, parts[: position + 1], phrase, token, passage))
    return found


_OF_TABLE_3 = (
    "received",
    "none_received",
    "all_granted",
    "all_unavailable",
    "all_natural",
    "all_concluded",
    "concluded",
    "carried",
    "granted",
    "partially",
    "denied",
    "unavailable",
    "rejected",
    "other_",
    "applicants",
)


def fitting(text: str, said: Sequence[Clause], phrase: Phrase, passage: Passage) -> bool:
    """Whether a phrasing about requests stands where requests for information are spoken of."""
    if phrase.alone and not _alone(text, said, phrase):
        return False
    if passage.topic.attribute and phrase.quantity.startswith(_OF_TABLE_3):
        return False
    if not phrase.quantity.startswith(_OF_TABLE_3) or _ASKED.search(text[phrase.first : phrase.last]):
        return True
    kinds = {token.kind for clause in said for token in clause.tokens if token.start < phrase.start}
    if kinds & {"foreign", "dispute", "document", "decision"} or _ELSEWHERE.search(text, 0, phrase.last):
        return False
    return passage.topic.kind == "request" or bool(_SPOKEN_OF.search(text))


def _alone(text: str, said: Sequence[Clause], phrase: Phrase) -> bool:
    """Whether neither its clause nor the clause before narrows what an outcome's bare name counts."""
    clause = said[-1]
    before = [t for t in clause.tokens if t.start < phrase.first and t.kind not in PASSED | _BESIDE_OUTCOMES]
    if before or unknown(text, clause, clause.start, phrase.first):
        return False
    head = Head(phrase.quantity, Token("phrase", phrase.quantity, phrase.first, phrase.last))
    return _for_a_reason(text, said, head) is head


_BESIDE_OUTCOMES = frozenset(("request", "ask", "conclude", "decide"))
_ASKED = re.compile("公开(?:类|的)*(?:申请|请求)|依申请")
_SPOKEN_OF = re.compile("公开(?:类|的)*申请|依申请|申请|新收|应办|不予公开|部分公开|不予处理|无法提供")


def _of_phrase(sentence: Sentence, said: Sequence[Clause], phrase: Phrase, token: Token | None, passage: Passage) -> Counted:
    clause, counted = said[-1], phrase.amount
    if counted is None:
        raise TypeError("a phrase without its number")
    number = token or Token("number", counted.unit, phrase.start, phrase.end, counted)
    head = Head(phrase.quantity, Token("phrase", phrase.quantity, phrase.first, phrase.end))
    unspoken = [_without_years(each, phrase) for each in said]
    voice = voice_at(passage.who, sentence.text, unspoken, phrase.start, head.first, passage.voice)
    scope = _in_its_year(said, number, passage.who, _scope(sentence, said, head, voice, passage))
    printed, place = sentence.within(max(phrase.first, clause.start), phrase.end)
    doubts = (*sentence.paragraph.doubts, *_unsure_phrase(sentence.text, clause, phrase, scope, passage))
    claim = Claim(
        phrase.quantity, counted.value, counted.low, counted.high, printed, sentence.printed, place, doubts, scope,
        _explained(sentence, phrase.quantity),
    )  # fmt: skip
    return Counted(claim, len(said) - 1, number, voice)


def _without_years(clause: Clause, phrase: Phrase) -> Clause:
    """The clause without the past that belongs to the phrasing itself: 从2022年结转到本年继续办理的."""
    past = [t for t in clause.tokens if t.kind == "year" or (t.kind, t.name) == ("time", "last")]
    kept = tuple(t for t in clause.tokens if not any(t is other for other in past) or not phrase.first <= t.start < phrase.last)
    return replace(clause, tokens=kept)


def _unsure_phrase(text: str, clause: Clause, phrase: Phrase, scope: Scope, passage: Passage) -> Iterator[str]:
    if scope is Scope.UNCLEAR:
        yield "scope-unclear"
    before = unknown(text, clause, clause.start, max(phrase.first, clause.start))
    after = unknown(text, clause, phrase.end, clause.end)
    if (len(before) > _UNKNOWN_BEFORE and not passage.who.is_called(before)) or len(after) > _UNKNOWN_AFTER_PHRASE:
        yield "clause-unclear"
    if phrase.quantity == "received":
        narrowing = {t.kind for t in clause.tokens if t.start < phrase.first} & {"applicant", "channel", "outcome"}
        if narrowing or _BY_CHANNEL.search(text[clause.start : max(phrase.first, clause.start)]):
            yield "by-channel"
        if re.match("[^,。;]{0,4}[(,](?:含|包括|包含)[^)]{0,12}(?:结转|转结)", text[phrase.end :]):
            yield "with-carried"


_UNKNOWN_AFTER_PHRASE = 6


def _lasting(parts: Sequence[Clause]) -> Scope:
    """上半年 holds for the next sentence too; 上年 and 累计 do not."""
    spans = [token.name for clause in parts for token in clause.tokens if token.kind in ("time", "year")]
    return Scope.OTHER if spans and spans[-1] == "half" else Scope.OWN


def _halves_together(sentence: Sentence, found: Sequence[Counted]) -> list[Counted]:
    """上半年收到6件，下半年收到10件: the year's number is their sum."""
    halves = [one for one in found if one.claim.quantity == "received" and one.voice.span is Scope.OTHER and one.claim.exact]
    if len(halves) != 2 or not ("上半年" in sentence.text and "下半年" in sentence.text):
        return []
    first, second = halves
    if first.voice.subject is not Scope.OWN or second.voice.subject is not Scope.OWN:
        return []
    both = first.claim.value + second.claim.value
    printed = sentence.printed[
        sentence.printed.find(first.claim.printed) : sentence.printed.rfind(second.claim.printed) + len(second.claim.printed)
    ]
    claim = replace(first.claim, value=both, low=both, high=both, printed=printed, scope=Scope.OWN)
    return [Counted(claim, second.clause, second.token, Voice())]


_CLASSED = re.compile("公开属性|属性(?:标注|认定|确定|为|是)|标注为|拟制公文")


def _attribute(text: str, parts: Sequence[Clause]) -> bool:
    """Whether 依申请公开 is a property of documents here: 主动公开17条、依申请公开28条."""
    if _CLASSED.search(text):
        return True
    kinds = [token.kind if token.kind != "published" else token.name for clause in parts for token in clause.tokens]
    return "proactive" in kinds and "number" in kinds and not {"receive", "conclude", "carry"} & set(kinds)


def _turn(topic: Topic, token: Token) -> None:
    """The sentence now speaks of this."""
    if token.kind in ("request", "dispute", "document", "decision", "foreign", "fee"):
        topic.kind, topic.name = token.kind, token.name


def _counted(sentence: Sentence, said: Sequence[Clause], index: int, passage: Passage, used: list[Token]) -> Iterator[Counted]:
    clause, text = said[-1], sentence.text
    number = clause.tokens[index]
    amount = number.amount
    if amount is None or (heads := _heads(text, said, index, passage, used)) is None:
        return
    for head, start, end in heads:
        voice = voice_at(passage.who, text, said, number.start, head.first if head.first.start < number.start else number, passage.voice)
        scope = _in_its_year(said, number, passage.who, _scope(sentence, said, head, voice, passage))
        printed, place = sentence.within(start, end)
        doubts = (*sentence.paragraph.doubts, *head.doubts, *_unsure(text, said, number, head, scope, passage.who))
        claim = Claim(
            head.quantity, amount.value, amount.low, amount.high, printed, sentence.printed, place, doubts, scope,
            _explained(sentence, head.quantity),
        )  # fmt: skip
        yield Counted(claim, len(said) - 1, number, voice)


# A clause of which so many signs say nothing to us may speak of something else.
_UNKNOWN, _UNKNOWN_BEFORE = 3, 1
_BY_CHANNEL = re.compile("通过|经由|平台|系统|渠道|窗口|邮箱|直接")


def _unsure(text: str, said: Sequence[Clause], number: Token, head: Head, scope: Scope, who: Speaker) -> Iterator[str]:
    """Why a number may not be what it seems."""
    clause = said[-1]
    if scope is Scope.UNCLEAR:
        yield "scope-unclear"
    first = min(head.first.start, number.start)
    before = unknown(text, clause, clause.start, first)
    if (len(before) > _UNKNOWN_BEFORE and not who.is_called(before)) or len(unknown(text, clause, number.end, clause.end)) > _UNKNOWN:
        yield "clause-unclear"
    elif head.first.end <= number.start and len(unknown(text, clause, head.first.end, number.start)) > _UNKNOWN_BEFORE:
        # 收到关于教育方面的申请5件: some of them only; 收到政策兑现申请5件: others.
        yield "clause-unclear"
    if head.quantity == "received" and _BY_CHANNEL.search(text[clause.start : first]):
        yield "by-channel"
    if head.quantity == "received" and re.match("[^,。;]{0,4}[(,](?:含|包括|包含)[^)]{0,12}(?:结转|转结)", text[number.end :]):
        yield "with-carried"


_Spanned = tuple[Head, int, int]


def _heads(text: str, said: Sequence[Clause], index: int, passage: Passage, used: list[Token]) -> list[_Spanned] | None:
    """What the number counts, mostly one thing, and from where to where that is printed."""
    clause = said[-1]
    number = clause.tokens[index]
    if number.name in ("元", "万元"):
        found = fee_head(text, clause, index)
        return [(found, found.first.start, number.end)] if found else None
    if number.name not in COUNTED and number.name:
        return None
    for head in (document_head(text, said, index), decision_head(text, said, index, passage.topic.several)):
        if head:
            return [(head, head.first.start, number.end)] if number.name else None
    head = head_before(text, clause, index, passage.topic, used)
    return _behind(text, said, index, passage.topic, used) if head is None else _before(text, said, index, head, used)


def _before(text: str, said: Sequence[Clause], index: int, head: Head, used: Sequence[Token]) -> list[_Spanned] | None:
    number, reasoned = said[-1].tokens[index], _for_a_reason(text, said, head)
    if reasoned is None or (not number.name and head.first.kind != "outcome"):
        return None
    return [(each, reasoned.first.start, number.end) for each in _shared(text, said[-1], index, reasoned, used)]


def _behind(text: str, said: Sequence[Clause], index: int, topic: Topic, used: list[Token]) -> list[_Spanned] | None:
    """10件已答复; the nth of several numbers after 分别."""
    clause = said[-1]
    number = clause.tokens[index]
    if not number.name:
        return None
    if turn := _in_turn(clause, index):
        return [(turn, number.start, number.end)]
    behind = head_behind(text, clause, index, topic)
    several = "分别" in text[clause.start : clause.end] and sum(t.kind == "number" for t in clause.tokens) > 1
    if behind is None or several or any(t.kind not in _OPENERS for t in clause.before(index) if t not in used):
        return None
    head = _for_a_reason(text, said, behind[0])
    if head is None:
        return None
    used.append(behind[1])
    return [(head, number.start, behind[1].end)]


_REASON = re.compile(
    "因|由于|依据|根据|按照|属于|涉及|为由|系|存在|经(?!(?:依法|依规|认真|严格)*(?:审查|审核|研究|统计|办理|区分|梳理|核实))"
)
_GROUPS = {"denied": "denied_", "unavailable": "unavailable_", "rejected": "rejected_", "other_outcomes": "other_"}


def _for_a_reason(text: str, said: Sequence[Clause], head: Head) -> Head | None:
    """属于过程性信息，不予公开12件: of the row that the clause before names; of no row where its reason is none of the form's."""
    if head.quantity not in _GROUPS or len(said) < 2 or any(t.kind == "number" for t in said[-2].tokens) or said[-2].after == ":":
        return head
    before = said[-2]
    reasons = {t.name for t in before.tokens if t.kind == "outcome" and t.name.startswith(_GROUPS[head.quantity])}
    if len(reasons) == 1:
        return Head(reasons.pop(), head.first, head.doubts)
    told = _REASON.search(text[before.start : before.end]) or len(unknown(text, before, before.start, before.end)) > _UNKNOWN
    return None if reasons or told else head


# What may stand before a number whose word comes after it: 其中10件已答复, 另有2件结转下年.
_OPENERS = frozenset(
    [
        "part",
        "own",
        "time",
        "year",
        "together",
        "all",
        "each",
        "sign",
        "quoted",
        "open",
        "area",
        "others",
        "behalf",
        "office",
        "noise",
        "applicant",
    ]
)


def _shared(text: str, clause: Clause, index: int, head: Head, used: Sequence[Token]) -> list[Head]:
    """复议、诉讼均为0件 says it of each, 分别为2件、1件 one after the other, 共3件 of both together."""
    words = [token for token in clause.before(index) if token not in used]
    kind = head.first.kind
    named = list(dict.fromkeys(token.name for token in words if token.kind == kind)) if kind in ("dispute", "outcome") else []
    if turn := _in_turn(clause, index):
        return [turn]
    if len(named) > 1 and kind == "outcome" and any(token.kind == "together" for token in words) and "several" in head.doubts:
        # 不予公开和无法提供的合计34件
        return [Head("+".join(named), next(t for t in words if t.kind == kind))]
    if len(named) < 2 or kind != "dispute":
        return [head]
    if after := _after_review(text, words):
        return [Head(after, head.first, head.doubts)]
    if any(token.kind == "each" for token in words):
        return [Head(name, head.first, head.doubts) for name in named]
    return (
        [Head("disputes", next(t for t in words if t.kind == "dispute"), head.doubts)]
        if {"reconsideration", "litigation"} <= set(named)
        else []
    )


def _after_review(text: str, words: Sequence[Token]) -> str:
    """对复议决定不服提起诉讼, 复议后又起诉; 未经复议直接向法院起诉."""
    first, second = [token for token in words if token.kind == "dispute"][:2]
    if re.search("[未不]经$", text[: first.start]):
        return "direct_litigation"
    return "litigation_after_reconsideration" if re.search("后|不服", text[first.end : second.start]) else ""


def _in_turn(clause: Clause, index: int) -> Head | None:
    """The nth of the words before 分别 for the nth number after it; None where their counts differ."""
    first = next(i for i, token in enumerate(clause.tokens) if token.kind == "number")
    if not any(token.kind == "each" for token in clause.tokens[:first]):
        return None
    names = [token for token in clause.tokens[:first] if token.kind in ("dispute", "outcome")]
    numbers = [token for token in clause.tokens[first:] if token.kind == "number"]
    if len(names) < 2 or len(names) != len(numbers) or any(t.kind == names[0].kind for t in clause.tokens[first:]):
        return None
    name = names[numbers.index(clause.tokens[index])]
    return Head(name.name, name)


def _in_its_year(said: Sequence[Clause], number: Token, who: Speaker, scope: Scope) -> Scope:
    """2022年、2023年收到申请分别为28件和68件: each number is of its own year."""
    before = [t for t in said[-1].tokens if t.start < number.start]
    years = [t for t in before if t.kind == "year"]
    if len({t.name for t in years}) < 2 or not any(t.kind == "each" for t in before):
        return scope
    at = sum(t.kind == "number" for t in before)
    return scope if at < len(years) and who.year is not None and int(years[at].name) == who.year else Scope.OTHER


def _scope(sentence: Sentence, said: Sequence[Clause], head: Head, voice: Voice, passage: Passage) -> Scope:
    clause, quantity = said[-1], head.quantity
    if quantity.endswith("_in_force") and any(t.name == "cumulative" for t in clause.tokens):
        return voice.subject  # a stock is of all years
    if quantity in _APART or quantity.endswith(("_issued", "_repealed", "_in_force", "_made")):
        new = head.first.name == "new"
        parted = [t for c in said for t in c.tokens if t.start < head.first.start and (t.name == "part" or t.kind == "own")]
        # 其中我镇收到37件 may be the report's own after all.
        if not new and len(parted) > 1 and parted[-1].kind == "own" and any(t.name == "part" for t in parted):
            return max(Scope.UNCLEAR, voice.scope, key=list(Scope).index)
        if not new and (clause.depth or (parted and parted[-1].name == "part")):
            return Scope.OTHER
    if _of_a_part(said, quantity, passage):
        return max(Scope.UNCLEAR, voice.scope, key=list(Scope).index)
    if quantity.startswith(DISPUTES) or quantity == "disputes":
        return of_dispute(sentence, voice.scope, passage)
    return voice.scope


_WHOLES = ("received", "handled", "concluded")


def _of_a_part(said: Sequence[Clause], quantity: str, passage: Passage) -> bool:
    """上年结转5件，其中2件予以公开: some of a number that is not all requests."""
    last = passage.last
    if not last or last in _WHOLES or quantity.startswith((last.split("_")[0], *DISPUTES)):
        return False
    return any(token.name == "part" for token in said[-1].tokens) or (len(said) > 1 and passage.among)


def of_dispute(sentence: Sentence, scope: Scope, passage: Passage) -> Scope:
    """Disputes over something else, and those that a reviewing body decides, are not the form's."""
    in_sentence = bool(_ABOUT.search(sentence.text))
    if not in_sentence and (passage.section != 4 and not passage.about or _OF_OTHERS.search(sentence.text)):
        return Scope.OTHER
    judged = _JUDGES.search(sentence.text) and not (in_sentence and _ITS_OWN.search(sentence.text))
    if (judged or _FOR_OTHERS.search(sentence.text)) and scope is Scope.OWN:
        return Scope.UNCLEAR
    return scope


def _explained(sentence: Sentence, quantity: str) -> str:
    family = "documents" if quantity.startswith(("regulations", "normative")) else "decisions" if quantity.endswith("_made") else "requests"
    if not explanation(family).search(sentence.paragraph.text):
        return ""
    return next((piece for piece in re.split("[，,。；;]", sentence.paragraph.text) if explanation(family).search(piece)), "").strip()
