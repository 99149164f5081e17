"""What is said without a number: none received, no dispute, all made public, all concluded, all upheld."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.clauses import PASSED, Clause, gap, unknown
from gouji.narrative.counts import Passage, fitting, of_dispute
from gouji.narrative.heads import DISPUTES
from gouji.narrative.lexicon import Token
from gouji.narrative.numbers import UNBOUNDED
from gouji.narrative.phrases import NOTHING, Phrase, plain
from gouji.narrative.sentences import Sentence
from gouji.narrative.voice import voice_at

_NONE, _SOME = (Decimal(0), Decimal(0)), (Decimal(1), UNBOUNDED)
# None of this kind, none by this way, none that went wrong: never none at all.
_NARROWED = re.compile(
    "关于|涉及|有关|针对|逾期|超期|超时|不满|争议|纠纷|责任|泄密|违规|引发|引起|导致|问题|不当|错误|延期|不及时|投诉|举报|败诉|纠错|变更|撤销|违法"
)
_NOT_DISPUTED = re.compile("纠错|败诉|撤销|变更|违法|纠正|责令|问题|责任")
_ENDED = ("办结", "办理完毕", "办理完结", "办毕", "处理完毕")
_ONLY_IN_TIME = re.compile("应办|按期|按时|期限|到期|时限")
_RECEIVED = frozenset(
    [
        "未收到",
        "没有收到",
        "未接到",
        "没有接到",
        "未受理",
        "没有受理",
        "未接收到",
        "未接收",
        "未发生",
        "没有发生",
        "未产生",
        "没有产生",
        "无",
        "没有",
        "未有",
        "暂无",
        "并无",
        "未出现",
        "没有出现",
        "未申请",
        "未共收到",
        "尚无",
        "未曾",
        "未涉及",
        "未提起",
        "从未",
        "均无",
        "不存在",
        "未办理",
        "未接受",
    ]
)
# What may stand between a denial and the dispute: 没有因政府信息公开工作被申请……; not 没有因延期答复引起的…….
_BESIDES = re.compile(
    "政府信息依申请公开|依申请公开|政府信息公开|政务公开|信息公开|公开政府信息|政府信息|申请人|申请|工作|办理|领域|方面|事项|答复|处理|行为|本机关|我[局委镇厅]|"
    "有关|相关|涉及|针对|关于|由于|引发|引起|导致|产生|提起|提出|发生|收到|因此|出现|"
    "任何|各类|一起|一件|1件|1起|而|被|因|对|就|与|向|由|的|等|类|在|也|及|和|为|[、“”《》]|(?:本|全)年度?"
)
_MAKING = ("制定", "出台", "制发", "印发")
_ONE_SIDE = re.compile("在[^,。;]{1,8}(?<!信息公开)(?<!公开工作)方面$|(?:就|对)[^,。;]{1,10}(?:事项|问题|方面)$")
_UNKNOWN_BEFORE, _UNKNOWN_AFTER = 1, 4
_NEAR_NOUN = 42
_NEAR_BARE = 8


def statements(sentence: Sentence, parts: Sequence[Clause], passage: Passage) -> Iterator[Claim]:
    """The claims that a sentence makes without numbers."""
    phrases = plain(sentence.text, passage.who.year)
    phrased = list(_phrased(sentence, parts, phrases, passage))
    yield from phrased
    known = {claim.quantity for claim in phrased}
    denied = [phrase for phrase in phrases if phrase.quantity == NOTHING]
    for position, clause in enumerate(parts):
        for index, token in enumerate(clause.tokens):
            if any(phrase.first <= token.start < phrase.last or phrase.first <= token.end - 1 < phrase.last for phrase in denied):
                continue
            found = _said(sentence, parts[: position + 1], index, token, passage)
            for quantity, last, bounds in found:
                if quantity in known:
                    continue
                yield _claim(sentence, parts[: position + 1], quantity, token, last, bounds, passage)


def _phrased(sentence: Sentence, parts: Sequence[Clause], phrases: Sequence[Phrase], passage: Passage) -> Iterator[Claim]:
    """What whole phrasings say; said of requests only where requests are spoken of."""
    for phrase in phrases:
        said = [clause for clause in parts if clause.start < phrase.last]
        apart = any(other.quantity == NOTHING and other.first < phrase.last and phrase.first < other.last for other in phrases)
        if phrase.quantity == "all_concluded" and said and _ONLY_IN_TIME.search(sentence.text, said[-1].start, phrase.last):
            continue
        if phrase.quantity == NOTHING or apart or not said or not fitting(sentence.text, said, phrase, passage):
            continue
        within = next((c for c in said if c.start <= phrase.first < c.end), said[-1])
        first = Token("phrase", phrase.quantity, phrase.first, phrase.last)
        bounds = _SOME if phrase.quantity.startswith("pending") else _NONE
        yield _claim(sentence, said[: said.index(within) + 1], phrase.quantity, first, first, bounds, passage)


_Said = tuple[str, Token, tuple[Decimal, Decimal]]


def _said(sentence: Sentence, said: Sequence[Clause], index: int, token: Token, passage: Passage) -> Iterator[_Said]:
    clause = said[-1]
    match token.kind:
        case "negation":
            yield from _none(sentence, said, index, passage)
        case "all" | "each":
            yield from _all(sentence, clause, index, passage)
        case "ruling":
            yield from _ruled(sentence, said, index)
        case "act" if token.name == "issued":
            yield from _document_named(clause, index)
        case "applicant" if passage.topic.kind == "request" and re.search("类型为$", sentence.text[clause.start : token.start]):
            if sum(t.kind == "applicant" for t in clause.tokens) == 1:
                yield f"all_{token.name}", token, _NONE


def _none(sentence: Sentence, said: Sequence[Clause], index: int, passage: Passage) -> Iterator[_Said]:
    """未收到申请, 没有发生复议诉讼, 无下年度结转, 无行政事业性收费."""
    clause = said[-1]
    word = sentence.text[clause.tokens[index].start : clause.tokens[index].end]
    objects = [token for token in _until_negated(clause, index) if token.kind not in PASSED or token.kind in ("noise", "each")]
    if not objects or any(token.kind == "number" for token in objects):
        return
    rest = sentence.text[clause.tokens[index].end : clause.end]
    named = list(dict.fromkeys(token.name for token in objects if token.kind == "dispute"))
    if named:
        asked = next(t for t in objects if t.kind == "dispute")
        if _BESIDES.sub("", sentence.text[clause.tokens[index].end : asked.start]):
            return
        if not (_NOT_DISPUTED.search(rest) or any(t.kind == "ruling" for t in objects) or word == "未收取"):
            yield from ((f"no_{name}", next(t for t in reversed(objects) if t.kind == "dispute"), _NONE) for name in named)
    else:
        yield from _none_of(word, rest, objects, sentence.text, said, index, passage)


def _none_of(
    word: str, rest: str, objects: Sequence[Token], text: str, said: Sequence[Clause], index: int, passage: Passage
) -> Iterator[_Said]:
    """What is denied where no dispute is named."""
    clause, first = said[-1], objects[0]
    of_requests = passage.topic.kind == "request" and not passage.topic.attribute
    if first.kind in ("document", "decision") or (first.kind == "act" and len(objects) > 1 and objects[1].kind == "document"):
        yield from _none_made(word, objects, rest)
    elif first.kind == "outcome" and of_requests and len(objects) == 1 and _CASES.match(text[first.end : clause.end]):
        yield first.name, first, _NONE
    elif any(t.kind == "fee" for t in objects):
        yield from _no_fee(word, objects, text[clause.start : clause.end])
    elif first.kind == "ruling" and first.name == "corrected":
        yield from ((f"none_corrected_{name}", first, _NONE) for name in _tracks(said))
    elif first.kind == "carry" and first.name in ("in", "out"):
        yield f"carried_{first.name}", objects[-1], _NONE
    elif _none_received(text, objects, clause, index, passage):
        yield "none_received", next(t for t in objects if t.kind in ("request", "ask")), _NONE


_CASES = re.compile("(?:的)?(?:情形|情况|件|申请)?$")


def _none_made(word: str, objects: Sequence[Token], rest: str) -> Iterator[_Said]:
    """未制定行政规范性文件, 未作出行政处罚决定, 无行政强制."""
    first = objects[0]
    if re.search("信息|事项|公开|被|备案|清理|不当|违法|审查|解读", rest) or any(
        t.kind in ("published", "handle", "receive") for t in objects
    ):
        return
    if first.kind == "decision" and word in ("无", "没有", "未作出", "未做出", "没有作出", "未实施", "未发生", "没有发生"):
        yield from ((f"{t.name}_made", t, _NONE) for t in objects if t.kind == "decision")
    document = next((t for t in objects if t.kind == "document"), None)
    if document is None or document.name == "foreign-document" or re.search("政府|部门|上级|党", rest[: document.start - first.start]):
        return
    if word.endswith(_MAKING) or (first.kind == "act" and first.name == "issued"):
        yield f"{document.name}_issued", document, _NONE
    elif word in ("未废止", "没有废止") or (first.kind == "act" and first.name == "repealed"):
        yield f"{document.name}_repealed", document, _NONE


def _until_negated(clause: Clause, index: int) -> list[Token]:
    found: list[Token] = []
    for token in clause.tokens[index + 1 :]:
        if token.kind == "negation":
            break
        found.append(token)
    return found


def _none_received(text: str, objects: Sequence[Token], clause: Clause, index: int, passage: Passage) -> bool:
    denial = clause.tokens[index]
    word, rest = text[denial.start : denial.end], text[denial.end : clause.end]
    kinds = [token.kind for token in objects]
    request = next(
        (token for token in objects if token.kind == "request" or (token.kind == "ask" and passage.topic.kind == "request")), None
    )
    if request is None or word not in _RECEIVED or _NARROWED.search(rest) or clause.depth:
        return False
    if set(kinds) - {"request", "ask", "receive", "handle", "applicant", "published", "foreign"} or "noise" in kinds:
        return False
    whom = {token.name for token in objects if token.kind == "applicant"}
    if whom and (len(whom) == 1 or "natural_person" not in whom):
        return False  # 未收到企业提出的申请: perhaps others applied
    if any(t.kind in ("foreign", "published") and t.name != "proactive" and t.start < request.start for t in objects):
        return False
    if request.kind == "ask" and unknown(text, clause, denial.end, request.start):
        return False  # 没有收到政策兑现申请
    distance = request.start - denial.end
    return distance <= (_NEAR_BARE if word in ("无", "均无") else _NEAR_NOUN)


def _no_fee(word: str, objects: Sequence[Token], text: str) -> Iterator[_Said]:
    for token in objects:
        if token.name == "admin_fee" and word in ("无", "没有", "未收取", "没有收取", "未发生", "没有发生"):
            yield "no_admin_fee", token, _NONE
        notice = "收费通知" in text or "缴费通知" in text
        if token.name == "fee" and (notice or ("收费" in text and word in ("未发生", "没有发生", "无", "没有", "未产生", "没有产生"))):
            yield "no_fee_notice", token, _NONE
            return


def _all(sentence: Sentence, clause: Clause, index: int, passage: Passage) -> Iterator[_Said]:
    """全部予以公开, 均已办结, 均获维持."""
    word = clause.tokens[index]
    following = [token for token in clause.tokens[index + 1 :] if token.kind not in PASSED or token.kind == "noise"]
    if not following or passage.topic.attribute or gap(sentence.text, word.end, following[0].start, clause.tokens) not in ("", "获"):
        return
    first = following[0]
    if any(token.kind == "number" for token in following[:2]) or _THE_REST.search(sentence.text, clause.start, word.start):
        return
    said = sentence.text[first.start : first.end]
    if (
        passage.topic.kind == "request"
        and first.kind == "outcome"
        and len(following) == 1
        and passage.last in ("", "received", "handled", "concluded")
        or (
            passage.topic.kind == "request"
            and first.kind == "applicant"
            and word.kind == "each"
            and len({t.name for t in following if t.kind == "applicant"}) == 1
        )
    ):
        yield f"all_{first.name}", first, _NONE
    elif (
        passage.topic.kind == "request"
        and not passage.last.startswith(("carried", "applicants", "channel", "denied"))
        and first.kind == "conclude"
        and said in _ENDED
        and not _ONLY_IN_TIME.search(sentence.text[clause.start : first.start])
    ):
        yield "all_concluded", first, _NONE


_THE_REST = re.compile("其余|其他|其它|剩余|余下|余者")


def _ruled(sentence: Sentence, said: Sequence[Clause], index: int) -> Iterator[_Said]:
    """审理中, 已审结, 均维持, said of the disputes of this sentence."""
    clause, token = said[-1], said[-1].tokens[index]
    near = clause.tokens[max(0, index - 1) : index + 2]
    if any(t.kind == "number" for t in near) or (index and clause.tokens[index - 1].kind == "negation"):
        return
    before = [t for t in clause.tokens[:index] if t.kind in ("each", "all")]
    tracks = list(dict.fromkeys(name for clause in said for name in _tracks([clause]))) if before else _tracks(said)
    for name in tracks:
        if token.name == "pending":
            whole = not _OF_ALL.sub("", sentence.text[clause.start : token.start]) and _counted_only(said, name)
            yield (f"all_pending_{name}", token, _NONE) if whole else (f"pending_{name}", token, _SOME)
        elif token.name == "settled":
            yield f"none_pending_{name}", token, _NONE
        elif token.name == "upheld" and before:
            yield f"all_upheld_{name}", token, _NONE
        elif token.name == "upheld" and re.search("结果(?:均)?为$", sentence.text[clause.start : token.start]):
            yield f"upheld_{name}", token, _SOME


# 行政诉讼6件，目前案件正在审理中: all of them.
_OF_ALL = re.compile("目前|现|案件|均|都|全部|尚|仍|该|上述|相关|截至年底|截至年末|至年底")


def _counted_only(said: Sequence[Clause], track: str) -> bool:
    """Whether the sentence so far counts this track and nothing else."""
    tokens = [t for c in said for t in c.tokens]
    numbers = [t for t in tokens if t.kind == "number"]
    tracks = {t.name for t in tokens if t.kind == "dispute"}
    return len(numbers) == 1 and tracks == {track} and len([t for t in tokens if t.kind == "ruling"]) == 1


def _tracks(said: Sequence[Clause]) -> list[str]:
    """The tracks that the ruling is of: those named in its clause or in the last clause that names any."""
    for clause in reversed(said):
        named = list(dict.fromkeys(token.name for token in clause.tokens if token.kind == "dispute"))
        if named:
            return [name for name in named if name in DISPUTES]
    return []


def _document_named(clause: Clause, index: int) -> Iterator[_Said]:
    """制定行政规范性文件《…》: a title of a document that is called one."""
    following = clause.tokens[index + 1 : index + 4]
    document = next((t for t in following if t.kind == "document" and t.name == "normative_documents"), None)
    title = next((t for t in following if t.kind == "quoted"), None)
    drafted = any(t.kind in ("act", "behalf", "published", "foreign", "area") and t.name != "issued" for t in clause.tokens)
    if document and title and not drafted and abs(title.start - document.end) <= 2 and not any(t.kind == "number" for t in following):
        yield "documents_named", title, _SOME


def _claim(
    sentence: Sentence, said: Sequence[Clause], quantity: str, first: Token, last: Token, bounds: tuple[Decimal, Decimal], passage: Passage
) -> Claim:
    start, end = min(first.start, last.start), max(first.end, last.end)
    printed, place = sentence.within(start, end)
    scope = voice_at(passage.who, sentence.text, said, first.start, first, passage.voice).scope
    if _ONE_SIDE.search(sentence.text[said[-1].start : first.start]):
        scope = Scope.OTHER
    later = [t for t in said[-1].tokens if first.start < t.start and t.kind in ("channel", "others", "office")]
    if later or said[-1].depth:
        scope = Scope.OTHER
    if any(name in quantity for name in DISPUTES):
        scope = of_dispute(sentence, scope, passage)
    doubts = (*sentence.paragraph.doubts, *(("scope-unclear",) if scope is Scope.UNCLEAR else ()))
    clause = said[-1]
    before, rest = (unknown(sentence.text, clause, *ends) for ends in ((clause.start, start), (start, clause.end)))
    before = "" if passage.who.is_called(before) else before
    if (
        quantity.startswith(("none", "no_", "all_concluded"))
        and (len(before) > _UNKNOWN_BEFORE or len(rest) > _UNKNOWN_AFTER)
        and not passage.who.is_named(sentence.text[clause.start : start])
    ):
        doubts = (*doubts, "clause-unclear")
    if quantity.startswith("none_pending") and re.search("截至|截止|目前|现已|现均", sentence.text):
        # Decided when the text was written, perhaps still open on 31 December.
        doubts = (*doubts, "writing-day")
    return Claim(quantity, bounds[0], *bounds, printed, sentence.printed, place, doubts, scope)
