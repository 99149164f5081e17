"""The numbers of a sentence that count something known, each with whose number it is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gouji.narrative.claim import Scope
from gouji.narrative.context.head import DISPUTES, WHOLES, Topic
from gouji.narrative.context.passage import Counted, Passage
from gouji.narrative.context.voice import Speaker, Voice
from gouji.narrative.counted.another import turned
from gouji.narrative.counted.fitting import ELSEWHERE, OF_TABLE_3
from gouji.narrative.counted.one_row import of_one_row
from gouji.narrative.numbered.phrased import counted_by, phrased_numbers
from gouji.narrative.numbered.worded import worded
from gouji.narrative.sentence.clauses import Clause, unknown
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.whose.of_some import OUTCOMES, of_some_disputes, of_some_requests, of_those_carried, with_parts_closed
from gouji.narrative.whose.own import ABOUT
from gouji.narrative.whose.some_cases import of_those_counted


def counts(sentence: Sentence, parts: Sequence[Clause], passage: Passage) -> list[Counted]:
    """What the numbers of a sentence count; leaves in the passage what the next sentence takes up."""
    passage.about = passage.about or bool(ABOUT.search(sentence.text)) or _over_requests(sentence.text, parts, passage.topic)
    passage.topic.attribute = _attribute(sentence.text, parts, passage.topic.attribute and passage.goes_on)
    passage.elsewhere = passage.elsewhere and not any(token.kind == "request" for clause in parts for token in clause.tokens)
    if passage.topic.kind in ("", "foreign") and not passage.topic.attribute and _surely_requests(sentence.text, parts, passage):
        passage.topic.kind = "request"
    decisions = {token.name for clause in parts for token in clause.tokens if token.kind == "decision"}
    passage.topic.several = len(decisions) > 1 or bool(decisions and _LISTED.search(sentence.paragraph.text))
    passage.of_both, passage.among_carried = False, None
    passage.turns = turned(sentence.text, parts, passage.topic.other, passage.elsewhere)
    found: list[Counted] = []
    told = phrased_numbers(sentence, parts, passage)
    if passage.topic.kind == "" and any(one.phrase.quantity.startswith(OF_TABLE_3) for own in told.values() for one in own):
        passage.topic.kind = "request"
    for position, clause in enumerate(parts):
        used: list[Token] = []
        passage.parted = passage.last
        content = passage.topic.kind == "request" and _of_content(sentence.text, clause)
        found += [counted_by(sentence, parts, one, passage) for one in told.pop((position, None), [])]
        for index, token in enumerate(clause.tokens):
            _reach(passage, token, content)
            if token.kind == "number":
                phrased = told.get((position, token.start))
                own = (
                    list(worded(sentence, parts[: position + 1], index, passage, used, found))
                    if phrased is None
                    else [counted_by(sentence, parts, one, passage) for one in phrased]
                )
                own = [one for one in own if not of_those_counted(sentence, one, found)]
                own = [one for one in own if not _carried_cases(one, found, parts, passage.last)]
                own = [_of_some(sentence.text, _beside_unclear(one, found, parts), found, parts) for one in own]
                own = [of_those_carried(one, passage, found) for one in own]
                if own:
                    passage.of_both = passage.of_both or own[-1].claim.quantity == "disputes"
                _remember(passage, own, sentence.text[clause.end - 1 : clause.end] == "中")
                passage.topic.received = passage.topic.received or any(_told_received(one) for one in own)
                passage.topic.concluded = passage.topic.concluded or any(_told_concluded(one) for one in own)
                _back_to(passage.topic, own, found)
                found += own
    found = [one for one in found if not _ended_all_the_same(sentence.text, one)]
    found = [_out_of_its_year(sentence.text, parts, one, passage.who.year) for one in found]
    found = [_told_wholly(one, found, sentence.text) for one in found]
    found = [_beside_its_rows(one, found, parts) for one in with_parts_closed(found)]
    if not any(one.claim.quantity == "received" and one.voice.span is Scope.OWN for one in found):
        found += _halves_together(sentence, found)
    found += _in_brackets(sentence, parts, found)
    found = of_one_row(sentence, found)
    if found:
        passage.voice = Voice(found[-1].voice.subject, _lasting(sentence.text, parts, passage.who), found[-1].voice.collective)
    return found


# 我局均按期答复申请，未发生行政复议; 全年办理的申请件中，涉及行政复议4件: under a heading on requests, disputes over these.
_CAME_OF_IT = (
    r"[^;。]{0,24}?(?:(?:引发|引起|产生|发生|提起|被|未|无|没有)[^,;。\d]{0,8}(?:复议|诉讼)"
    r"|涉及(?:行政)?(?:复议|诉讼)(?:案件)?\d+[件起宗],[^,;。]{0,4}(?:维持|纠|撤|驳))"
)
_ANSWERED = re.compile(
    f"(?:(?:答复|办理|办结|受理|收到)(?:了|的|各类|全部|所有)*申请(?!执行|许可|仲裁|鉴定)|申请(?:人|件|事项|均|都|已|全部)*[^,;。]{{0,8}}(?:答复|办结)){_CAME_OF_IT}"
)


def _over_requests(text: str, parts: Sequence[Clause], topic: Topic) -> bool:
    if topic.kind != "request" or topic.other or ELSEWHERE.search(text) or _ANSWERED.search(text) is None:
        return False
    return not any(token.kind in _OTHER_MATTERS for clause in parts for token in clause.tokens)


_OTHER_MATTERS = frozenset(("foreign", "decision", "document"))


_GROUPED = {"denied": "denied_", "unavailable": "unavailable_", "rejected": "rejected_", "other_outcomes": "other_"}
_BESIDE_ROWS = frozenset(("outcome", "own", "noise", "each", "all"))


def _in_brackets(sentence: Sentence, parts: Sequence[Clause], found: Sequence[Counted]) -> list[Counted]:
    """其他处理4件(申请人逾期不补正): the one row that the bracket behind an outcome's number names, and nothing besides."""
    told: list[Counted] = []
    for one in found:
        inside = parts[one.clause + 1] if one.clause + 1 < len(parts) else None
        row = _row_in(sentence.text, parts[one.clause], inside, one) if inside is not None else ""
        if inside is not None and row:
            printed, place = sentence.within(one.token.start, inside.end)
            told.append(replace(one, claim=replace(one.claim, quantity=row, printed=printed, place=place)))
    return told


def _row_in(text: str, clause: Clause, inside: Clause, one: Counted) -> str:
    group = _GROUPED.get(one.claim.quantity)
    names = {t.name for t in inside.tokens if t.kind == "outcome"}
    closed = inside.after == "(" and inside.depth == clause.depth + 1 and text.startswith(")", inside.end)
    closed = closed and clause.end - one.token.end <= len("申请")
    if group is None or not closed or len(names) != 1 or any(t.kind not in _BESIDE_ROWS for t in inside.tokens):
        return ""
    name = next(iter(names))
    return name if name.startswith(group) and not unknown(text, inside, inside.start, inside.end) else ""


_PUT_ONLINE = re.compile(r"(?:公开|发布|公示|推送|上传)(?:了)?(?:各类|各项)?(?:政府|政务|有关|相关)?(?:信息|文件)(?:共|共计|合计)?\d")


def _surely_requests(text: str, parts: Sequence[Clause], passage: Passage) -> bool:
    """新收申请13件, 部分公开4件: in a report on disclosure these words alone speak of requests."""
    tokens = [token for clause in parts for token in clause.tokens]
    kinds = {token.kind for token in tokens}
    if passage.elsewhere or "foreign" in kinds or "number" not in kinds or "dispute" in kinds or ELSEWHERE.search(text):
        return False
    if _PUT_ONLINE.search(text) and not kinds & {"ask", "request"}:
        return False  # 网站公开信息9条，经审查予以公开3条
    # 反映问题20件，其中属于信访投诉事项8件: no word of requests
    decided = any(token.kind == "outcome" and token.name != "rejected_petition" for token in tokens)
    return ("ask" in kinds and bool(kinds & {"receive", "conclude", "handle", "carry", "outcome", "channel"})) or decided


def _beside_unclear(one: Counted, found: Sequence[Counted], parts: Sequence[Clause]) -> Counted:
    """局属单位收到申请3件，予以公开3件: whose the first number is nobody knows, and so of the second, unless it names its own body."""
    unclear = [other for other in found if "clause-unclear" in other.claim.doubts]
    of_others = found[:1] == unclear[:1] and found and found[0].claim.quantity.startswith("carried") and not _asked_for(parts, one)
    if not of_others and not any(other.claim.quantity in WHOLES for other in unclear):
        return one
    if any(token.kind == "own" for token in parts[one.clause].tokens) or "clause-unclear" in one.claim.doubts:
        return one
    return replace(one, claim=replace(one.claim, doubts=(*one.claim.doubts, "clause-unclear")))


def _of_some(text: str, one: Counted, found: Sequence[Counted], parts: Sequence[Clause]) -> Counted:
    """The counted in doubt where it follows the number of some requests or of some disputes alone."""
    if "clause-unclear" in one.claim.doubts or not (of_some_requests(text, parts, one, found) or of_some_disputes(one, found)):
        return one
    return replace(one, claim=replace(one.claim, doubts=(*one.claim.doubts, "clause-unclear")))


def _carried_cases(one: Counted, found: Sequence[Counted], parts: Sequence[Clause], last: str) -> bool:
    """行政复议9件（含上一年度结转1件）: right behind cases, cases were carried over, in the next sentence too where it names nothing."""
    if not one.claim.quantity.startswith("carried") or any(t.kind in ("request", "ask") for t in parts[one.clause].tokens):
        return False
    if found:
        return found[-1].claim.quantity.startswith(_CASES)
    return last.startswith(_CASES) and not any(t.kind in _ITS_OWN for clause in parts for t in clause.tokens)


_ITS_OWN = frozenset(("request", "ask", "receive", "conclude", "handle"))
_CASES = (*DISPUTES, "disputes")


def _asked_for(parts: Sequence[Clause], one: Counted) -> bool:
    """Whether requests are named before this number: not in 督查事项上年结转6件，办结3件."""
    return any(t.kind in ("request", "ask") for clause in parts[: one.clause + 1] for t in clause.tokens)


_LATE = re.compile("逾期|超期|延期|未按[期时]|未能按|超时")


def _told_wholly(one: Counted, found: Sequence[Counted], text: str) -> Counted:
    """收到22件，按时办结12件，4件结转: beside what came in and what was left, those answered in time are all that were answered.

    So are those of 办理561件（含上年结转12件），按时办结555件，结转下年度6件, those of 按期办结24件，其余4件转入2024年办理, and
    those of 收到24件，公开答复22件，2件结转, where no outcome is counted besides.
    """
    doubt = next((doubt for doubt in ("in-time", "bare-word") if doubt in one.claim.doubts), None)
    if one.claim.quantity != "concluded" or doubt is None or _LATE.search(text):
        return one
    own = [other for other in found if other.claim.exact and other.claim.scope is Scope.OWN]
    told = {other.claim.quantity for other in own}
    the_rest = doubt == "in-time" and any(_carried_as_the_rest(text, other) and other.clause == one.clause + 1 for other in own)
    if (
        "carried_out" not in told
        or not (the_rest or told & {"received", "handled"})
        or (doubt == "bare-word" and any(t.startswith(OUTCOMES) for t in told))
    ):
        return one
    return replace(one, claim=replace(one.claim, doubts=tuple(each for each in one.claim.doubts if each != doubt)))


def _out_of_its_year(text: str, parts: Sequence[Clause], one: Counted, year: int | None) -> Counted:
    """2022年度结转下年办理4件, in the report of 2023: they were carried in; out of any other year, they are none of its numbers."""
    if one.claim.quantity != "carried_out" or year is None:
        return one
    told = _OUT_OF.search(text, parts[one.clause].start, one.token.end)
    if told is None or int(told["year"]) == year:
        return one
    if int(told["year"]) == year - 1:
        return replace(one, claim=replace(one.claim, quantity="carried_in"))
    return replace(one, claim=replace(one.claim, scope=Scope.OTHER))


_OUT_OF = re.compile(r"(?P<year>20\d\d)年(?:度|底|末)?(?:结转|转结|转入|转至|转到|转下|顺延|延续|跨入)")


def _as_the_rest(text: str, one: Counted) -> bool:
    """其余4件转入2024年办理: all those that were not told of before."""
    return one.claim.quantity == "carried_out" and _REST.search(text, 0, one.token.start) is not None


def _carried_as_the_rest(text: str, one: Counted) -> bool:
    """Whether it is told surely that the rest was carried over: not 其余2件按规定处理."""
    return _as_the_rest(text, one) and _LEFT.match(text, one.token.end) is not None


_LEFT = re.compile(r"(?:(?!撤)[^;。\d])*?(?:结转|转结|转[入至到为]?\d|转[入至到为]?[下次来明]|顺延|延至|跨年)")


def _ended_all_the_same(text: str, one: Counted) -> bool:
    """余下2件因不掌握无法提供, 剩余2件按要求作撤销处理: what is left besides those told, and carried nowhere."""
    return _as_the_rest(text, one) and _ENDED.match(text, one.token.end) is not None


_REST = re.compile("(?:其余|剩余|余下|剩下|(?<!其)余)(?:的)?$")
_ENDED = re.compile(
    "[^,;。将待拟尚正未仍需]{0,24}?(?:撤[回销消件]|终止|无法提供|不予|予以|不掌握|不存在|不属于|非本|告知|转[交送办]|移[交送]|合并|补正|不再|注销|"
    "(?:已|均|都|全部)[^,;。将待]{0,8}(?:办结|办理完[毕成结]|答复|处理完[毕成]))"
)
_OWN_ROWS = ("other_uncorrected", "other_unpaid")


def _beside_its_rows(one: Counted, found: Sequence[Counted], parts: Sequence[Clause]) -> Counted:
    """逾期不补正3件，其他处理10件: beside rows of it what is called so may be the rest, and no more of them all."""
    if one.claim.quantity != "other_outcomes":
        return one
    rows = [other for other in found if other.claim.quantity in _OWN_ROWS and other.claim.value]
    depth = parts[one.clause].depth
    beside = [r for r in rows if parts[r.clause].depth == depth and not any(t.kind == "part" for t in parts[r.clause].tokens[:1])]
    return replace(one, claim=replace(one.claim, quantity="other_misc")) if beside else one


def _told_received(one: Counted) -> bool:
    return one.claim.quantity == "received" and one.claim.scope is Scope.OWN


def _told_concluded(one: Counted) -> bool:
    return one.claim.quantity == "concluded" and one.claim.scope is Scope.OWN


# 行政许可：48件；行政处罚：20件: one line or sentence each.
_LISTED = re.compile(r"行政(?:许可|处罚|强制)\D{0,8}\d+\s*件\s*[;；。]\s*行政(?:许可|处罚|强制)\D{0,8}\d")
_CLASSED = re.compile(
    "公开属性|栏目发布|(?:公开|保密|发布前)审查(?:信息|各类信息|政府信息)?[共计]*\\d|公开[^,;。\\d申]{0,6}(?:档案|决议|资料|材料|公文)\\d|决议公开\\d|属性(?:标注|认定|确定|为|是)|标注(?:为|不予公开|依申请公开)|公文|(?:不予|部分|予以|同意|准予|免予|依申请)公开(?:的|类)*(?:文件|发文|会议纪要|材料)|拟公开(?:的)?(?:文件|信息)"
    "|(?:制发|印发|下发|发布|审查|清理)[^,。;申]{0,6}(?:文件|发文)(?:中|里)|(?:信用|处罚|许可|案件|执法)信息(?:中)?,?(?:予以|不予|部分)公开|(?:发布|公布|上传|产生|形成|制作)(?:属|属于)?依申请公开(?:类|的)*(?:政府)?(?:信息|文件)"
    # 依申请公开2条，免予公开0条: properties of papers
    r"|依申请公开(?:的|类|政府|政务|信息|公文|文件)*\d+[条份件]?[,、;][^。;申]{0,12}免[予于]公开"
    # 公开20件，依申请公开3件，不予公开2件; 公开信息20条，部分公开3条; 村务公开20件，依申请公开1件
    r"|(?<!申请)公开\d+[件份条篇项],(?:部分公开\d+[件份条篇项],)?依申请公开\d+[件份条篇项]"
    r"|(?<!申请)(?<!申请的)(?<!依法)(?:公开|发布)(?:各类|各项)?(?:政府|政务)?信息[共计]*\d+条,(?:其中)?(?:部分公开|不予公开|依申请公开)\d"
    r"|(?:村务|党务|财务|居务|校务|院务)公开(?:信息)?\d+[件份条篇项]"
    # 制发文件86件（公开62件、依申请公开18件、不公开6件）
    r"|公开[类的共计为]*\d+[件条份个项篇][、,;](?:属|属于)?依申请公开[类的共计为]*\d+[件条份个项篇][、,;]?(?:属|属于)?(?:不予?公开|免予公开)"
    # 共制作、获取政府信息47条，其中不予公开31条
    r"|(?:制作|(?<!已)获取|产生|形成|生成|保存)(?:(?:、|和|或者?|及|并|与)(?:制作|获取|产生|形成|保存))*(?:的|了)?(?:各类)?(?:政府|政务)信息[共总合计数量为是有达]*\d"
)


# 予以主动公开的4件，不掌握15件，撤回6件: no document is taken back, nor not held.
_OF_REQUESTS = re.compile(r"(?:撤[回销](?:了)?申请|不掌握|第三方合法权益|不补正)[^,;。]{0,12}\d+[件宗份起]")
# 不予公开信息17条，均经定密审查
_KEPT_BACK = re.compile("(?:不予|部分)公开(?:的)?(?:政府|政务)?信息[共计为有]*\\d+条[^。]*(?:定密|保密|审查|属性)")


# 清理历史文件，予以公开5件，不予公开2件; 审查公开信息20条，不予公开2条; not 经核查信息不存在5件
_SORTED_OUT = re.compile(
    "(?<!经)(?<!经过)(?:清理|梳理|审查|审核|核查|评估|排查|转化|筛查|复核|普查)(?:了|各类|历史|历年|存量|以往|主动|拟|已|公开|发布|发文|政府|政务|全部|所有|的)*"
    "(?:文件|公文|档案|资料|材料|政策|信息(?!不存在|公开))"
)


def _attribute(text: str, parts: Sequence[Clause], before: bool) -> bool:
    """Whether 依申请公开 is a property of documents here: 主动公开17条、依申请公开28条; `before` tells that a list of these goes on."""
    if _CLASSED.search(text) or ("申请" not in text and (_KEPT_BACK.search(text) or _SORTED_OUT.search(text))):
        return True
    if _OF_REQUESTS.search(text):
        return False
    kinds = [token.kind if token.kind != "published" else token.name for clause in parts for token in clause.tokens]
    return (before or "proactive" in kinds) and "number" in kinds and not {"receive", "conclude", "carry"} & set(kinds)


# 申请内容主要集中在物业收费、项目备案等方面: what was asked for, and nothing that is spoken of now.
_CONTENT = re.compile(
    "(?:上述|这些|所|其|从)?(?:申请|公开)?(?:的)?(?:公开)?(?:内容|事项|领域|主题|诉求|需求|信息|类型|方向|热点)(?:看|来看|上|分布)?,?(?:主要|大多|多|均|都|重点|比较|较为|相对|较)*"
    "(?:集中|涉及|围绕|关于|包括|包含|涵盖|聚焦|为|是|有)|(?:主要|大多|多|均|都|内容)*(?:集中[在于]|涉及|围绕|涵盖|聚焦)(?!政府信息公开|信息公开)"
)


def _of_content(text: str, clause: Clause) -> bool:
    return _CONTENT.match(text, clause.start, clause.end) is not None and not any(token.kind == "number" for token in clause.tokens)


def _turn(topic: Topic, token: Token, content: bool) -> None:
    """The sentence now speaks of this; in a clause that only tells the `content` of requests, of nothing but requests."""
    if content and token.kind != "request":
        return
    if token.name == "document-word" and topic.kind in ("request", "dispute"):
        return  # 印发告知书15件: what requests were answered with; 2件被撤销答复书，3件正在审理中
    if token.kind in ("request", "dispute", "document", "decision", "foreign", "fee"):
        topic.kind, topic.name = token.kind, token.name


def _reach(passage: Passage, token: Token, content: bool) -> None:
    """What is spoken of from this word on."""
    _turn(passage.topic, token, content)
    passage.topic.other = passage.of_another(token.start)
    if token.name == "part":
        passage.parted, passage.among_carried = passage.last, passage.carried


def _remember(passage: Passage, own: Sequence[Counted], among: bool) -> None:
    """What was counted last; none carried over is no whole of what follows."""
    if not own:
        return
    last = own[-1].claim
    passage.carried = last.value if last.quantity == "carried_in" else None
    if last.value or not last.quantity.startswith("carried"):
        passage.last, passage.among = last.quantity, among


_TRACKS = ("reconsideration", "litigation")


def _back_to(topic: Topic, own: Sequence[Counted], found: Sequence[Counted]) -> None:
    """复议7件，诉讼0件，维持4件: of the track that there were any of; 复议7件，诉讼3件，维持4件: of neither."""
    if own and own[-1].claim.quantity == "disputes":
        topic.name = ""  # 复议、诉讼共20件，维持15件: of both
    tracks = [one.claim for one in (*found[-1:], *own[-1:]) if one.claim.quantity in _TRACKS]
    if len(tracks) == 2 and own and tracks[0].quantity != tracks[1].quantity:
        left = [claim.quantity for claim in tracks if claim.value]
        topic.name = left[0] if len(left) == 1 else ""


def _lasting(text: str, parts: Sequence[Clause], who: Speaker) -> Scope:
    """上半年 holds for the next sentence too; 上年 and 累计 do not, another year's name perhaps."""
    spans = [token.name for clause in parts for token in clause.tokens if token.kind in ("time", "year")]
    if spans and spans[-1] == "half":
        return Scope.OTHER
    return Scope.UNCLEAR if _ends_in_another_year(text, parts, who) else Scope.OWN


def _ends_in_another_year(text: str, parts: Sequence[Clause], who: Speaker) -> bool:
    """2022年度，我局收到申请12件。予以公开8件: the sentence began in another year, for its own sake, and named no other."""
    spans = [token for clause in parts for token in clause.tokens if token.kind == "year" or (token.kind, token.name) == ("time", "whole")]
    # 2022年全年: of that year still
    years = [t for n, t in enumerate(spans) if t.kind == "year" or not n or t.start != spans[n - 1].end]
    if len(years) != 1 or years[0].kind != "year" or who.year is None or int(years[0].name) == who.year:
        return False
    first = next(token for clause in parts for token in clause.tokens)
    return years[0] is first and not text[: first.start].endswith(("比", "较", "与", "同", "和", "从", "由", "自"))


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
