"""What is said without a number: none received, no dispute, all made public, all concluded, all upheld."""

import re
from collections.abc import Iterator, Sequence

from gouji.narrative.claim import Claim
from gouji.narrative.context.passage import Passage
from gouji.narrative.counted.fitting import fitting
from gouji.narrative.counted.phrases import NOTHING, Phrase, plain
from gouji.narrative.sentence.clauses import Clause, unknown
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import UNBOUNDED
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.stated.denials import denials
from gouji.narrative.stated.everything import everything, of_some, only_in_time
from gouji.narrative.stated.nothing_received import of_chosen_requests
from gouji.narrative.stated.rulings import ruled
from gouji.narrative.stated.unnumbered import NONE, SOME, Said, claimed


def statements(sentence: Sentence, parts: Sequence[Clause], passage: Passage) -> Iterator[Claim]:
    """The claims that a sentence makes without numbers."""
    phrases = plain(sentence.text, passage.who.year)
    phrased = list(_phrased(sentence, parts, phrases, passage))
    yield from phrased
    known = {claim.quantity for claim in phrased}
    if _BARE_DENIAL.fullmatch(sentence.text) and _OF_REQUESTS.fullmatch(passage.heading):
        denial = next(token for token in parts[-1].tokens if token.kind == "negation")
        yield claimed(sentence, parts, "none_received", denial, denial, NONE, passage)
        return
    denied = [phrase for phrase in phrases if phrase.quantity == NOTHING]
    for position, clause in enumerate(parts):
        for index, token in enumerate(clause.tokens):
            if any(phrase.first <= token.start < phrase.last or phrase.first <= token.end - 1 < phrase.last for phrase in denied):
                continue
            found = _said(sentence, parts[: position + 1], index, token, passage)
            for quantity, last, bounds in found:
                if quantity in known or (quantity == "all_granted_or_partial" and "all_granted" in known):
                    continue
                yield claimed(sentence, parts[: position + 1], quantity, token, last, bounds, passage)


# （二）依申请公开。无。: the whole text under a heading.
_BARE_DENIAL = re.compile(
    "(?:本年度?|全年|年内)?,?(?:本机关|本单位|[我本][局委镇乡厅]|[我本]街道)?(?:均|暂)?(?:暂无|没有|无)(?:此类|该类|相关)?(?:申请|情况|事项|内容)?[。;.]?"
)
_OF_REQUESTS = re.compile(
    r"(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.]*)?(?:政府信息)?依申请公开(?:政府信息|信息)?(?:工作|办理)?(?:情况)?[。:;]?"
)


def _phrased(sentence: Sentence, parts: Sequence[Clause], phrases: Sequence[Phrase], passage: Passage) -> Iterator[Claim]:
    """What whole phrasings say; said of requests only where requests are spoken of."""
    for phrase in phrases:
        said = [clause for clause in parts if clause.start < phrase.last]
        apart = any(other.quantity == NOTHING and other.first < phrase.last and phrase.first < other.last for other in phrases)
        if phrase.quantity == "all_concluded" and said and only_in_time(sentence.text, said[-1].start, phrase.last):
            continue
        if phrase.quantity == NOTHING or apart or not said or not fitting(sentence.text, said, phrase, passage):
            continue
        within = next((c for c in said if c.start <= phrase.first < c.end), said[-1])
        if phrase.quantity in _OF_ALL and of_some(sentence.text, within, phrase.first):
            continue
        if phrase.quantity == "none_received" and of_chosen_requests(sentence.text, within, phrase.first):
            continue
        first = Token("phrase", phrase.quantity, phrase.first, phrase.last)
        bounds = SOME if phrase.quantity.startswith(("pending", "all_of_no")) else NONE
        yield claimed(sentence, said[: said.index(within) + 1], phrase.quantity, first, first, bounds, passage)


# What is said of all requests: not of those carried over, 上年结转12件均为自然人申请.
_OF_ALL = frozenset(("all_concluded", "all_natural_person", "all_granted", "all_unavailable_not_held"))


def _said(sentence: Sentence, said: Sequence[Clause], index: int, token: Token, passage: Passage) -> Iterator[Said]:
    clause = said[-1]
    match token.kind:
        case "negation":
            yield from denials(sentence, said, index, passage)
        case "all" | "each":
            yield from everything(sentence, said, index, passage)
        case "ruling":
            yield from ruled(sentence, said, index)
        case "carry" if token.name == "out":
            yield from _all_carried(sentence.text, said, token)
        case "act" if token.name == "issued":
            yield from _document_named(clause, index)
        case "applicant" if passage.topic.kind == "request" and re.search("类型为$", sentence.text[clause.start : token.start]):
            counted = any(t.kind == "number" for t in clause.tokens[index:])  # 申请人类型为自然人的37件
            if sum(t.kind == "applicant" for t in clause.tokens) == 1 and not counted:
                yield f"all_{token.name}", token, NONE


def _all_carried(text: str, said: Sequence[Clause], carried: Token) -> Iterator[Said]:
    """收到申请一件，结转下年办理: all that came in, at least, was carried over."""
    clause, before = said[-1], said[-2] if len(said) > 1 else None
    numbers = [t for t in before.tokens if t.kind == "number"] if before is not None else []
    if before is None or clause.after != "," or clause.depth or before.depth or len(numbers) != 1 or numbers[0].end != before.end:
        return
    kinds = {t.kind for t in before.tokens}
    alone = all(t.kind in _BESIDE_CARRIED or t is carried for t in clause.tokens) and not unknown(text, clause, clause.start, clause.end)
    amount = numbers[0].amount
    if alone and amount and amount.exact and "receive" in kinds and kinds <= _COUNTING:
        yield "carried_out", carried, (amount.value, UNBOUNDED)


_BESIDE_CARRIED = frozenset(("each", "all", "handle", "conclude", "year", "own", "request", "ask"))
_COUNTING = frozenset(("receive", "number", "request", "ask", "time", "year", "own", "together"))


def _document_named(clause: Clause, index: int) -> Iterator[Said]:
    """制定行政规范性文件《…》: a title of a document that is called one."""
    following = clause.tokens[index + 1 : index + 4]
    document = next((t for t in following if t.kind == "document" and t.name == "normative_documents"), None)
    title = next((t for t in following if t.kind == "quoted"), None)
    drafted = any(t.kind in ("act", "behalf", "published", "foreign", "area") and t.name != "issued" for t in clause.tokens)
    if document and title and not drafted and abs(title.start - document.end) <= 2 and not any(t.kind == "number" for t in following):
        yield "documents_named", title, SOME
