"""Falls and rates in per cent, whatever they are of."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.narrative.claim import Claim
from gouji.narrative.context.passage import Passage
from gouji.narrative.percent.ratios import CARRIED, of_its_whole
from gouji.narrative.sentence.clauses import PASSED, Clause, gap
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import Amount
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.stated.everything import ONLY_IN_TIME, of_other_things, of_some

_MAY_BE_NEGATIVE = re.compile("余额|结余|赤字|利润|差额|顺差|逆差|收支")
_WHOLE = 100
_DOCUMENTS = re.compile("规范性文件|重要文件|重要政策|政策性?文件")


def rates(sentence: Sentence, parts: Sequence[Clause], passage: Passage) -> Iterator[Claim]:
    """Falls and rates in per cent: decrease, rate, rate_possible, rate_of_requests; all_of_none, all_concluded at 100 %."""
    for clause in parts:
        for index, token in enumerate(clause.tokens):
            if token.kind == "number" and token.name == "%" and token.amount:
                yield from _rate(sentence, clause, index, token.amount, passage)


def _rate(sentence: Sentence, clause: Clause, index: int, amount: Amount, passage: Passage) -> Iterator[Claim]:
    number, words = clause.tokens[index], clause.before(index)
    if amount.low > _WHOLE and (first := of_its_whole(sentence, clause, number, passage)) is not None:
        yield _per_cent("rate", sentence, first, number, amount)
        return
    known = [token for token in words if token.kind not in PASSED]
    # Several rates may share their number: 公开率、解读率均为100%.
    if not known or gap(sentence.text, known[-1].end, number.start, words):
        return
    last = known[-1]
    if last.kind == "change" and last.name == "down" and not _level(sentence.text, clause, index):
        yield _per_cent("decrease", sentence, last, number, amount)
    for token in [token for token in known if token.kind == "rate"] if last.kind == "rate" else []:
        quantity = {"rate": "rate", "rate_possible": "rate_possible"}.get(token.name)
        if quantity and amount.low > _WHOLE and _of_requests_alone(sentence, token, passage):
            quantity = "rate_of_requests"
        if quantity and (amount.low <= _WHOLE or quantity != "rate"):
            yield _per_cent(quantity, sentence, token, number, amount)
        if amount.value == _WHOLE and amount.exact:
            yield from _whole(sentence, clause, token, number, amount, passage)


def _level(text: str, clause: Clause, index: int) -> bool:
    """由12%下降 speaks of a rate, and what may be negative can fall by more than all."""
    before = text[clause.start : clause.tokens[index].start]
    return bool(re.search(r"[由从][\d.]+%", before) or _MAY_BE_NEGATIVE.search(before))


def _whole(sentence: Sentence, clause: Clause, token: Token, number: Token, amount: Amount, passage: Passage) -> Iterator[Claim]:
    said = sentence.text[token.start : token.end]
    if said in ("公开率", "解读率", "解读比例", "公开比例") and _DOCUMENTS.search(sentence.text, 0, token.start):
        yield _made("all_of_none", sentence, token, number, Decimal(1), Decimal(10) ** 12)
    if (
        said == "办结率"
        and _of_requests(sentence, token, passage)
        and not ONLY_IN_TIME.search(sentence.text, clause.start, token.start)
        and not _DUE.search(sentence.text, 0, token.start)
        and not of_some(sentence.text, clause, token.start)
        and not _CARRIED_OUT.search(sentence.paragraph.text)
    ):
        yield _made("all_concluded", sentence, token, number, Decimal(0), Decimal(0))


# 结转下年度继续办理3件。……办结率100%: of those that were due.
_CARRIED_OUT = re.compile(r"结转(?:至|到|入)?(?:下|次|明)(?:一)?年(?:度)?[^,;。，；\d]{0,10}[1-9１-９][0-9０-９]*\s*[件宗起条份个项]")
# 应办结25件，实际办结25件，办结率100%
_DUE = re.compile(r"(?<![供相对反回适])(?:应|需|须)[^,。;\d]{0,10}(?:答复|办结|办理|办复)[^,。;\d]{0,8}\d")


def _of_requests(sentence: Sentence, rate: Token, passage: Passage) -> bool:
    """Whether a rate is of the requests for information, which were spoken of last."""
    return passage.topic.kind == "request" and not passage.of_another(rate.start) and not of_other_things(sentence.text, rate.start)


def _of_requests_alone(sentence: Sentence, rate: Token, passage: Passage) -> bool:
    """依申请公开办结率129.8%: more than all, unless some were carried in."""
    concluded = sentence.text.startswith("办结率", rate.start)
    return concluded and _of_requests(sentence, rate, passage) and not CARRIED.search(sentence.paragraph.text)


def _per_cent(quantity: str, sentence: Sentence, first: Token, number: Token, amount: Amount) -> Claim:
    return _made(quantity, sentence, first, number, amount.low, amount.high, amount.value)


def _made(quantity: str, sentence: Sentence, first: Token, last: Token, low: Decimal, high: Decimal, value: Decimal | None = None) -> Claim:
    printed, place = sentence.within(first.start, last.end)
    doubts = sentence.paragraph.doubts
    return Claim(quantity, low if value is None else value, low, high, printed, sentence.printed, place, doubts)
