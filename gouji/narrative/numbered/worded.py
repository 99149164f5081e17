"""What the words around a number make of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.context.head import DISPUTES, WHOLES, Head
from gouji.narrative.context.passage import Counted, Passage
from gouji.narrative.context.speaker import Speaker
from gouji.narrative.context.voice import voice_at
from gouji.narrative.counted.phrases import no_number
from gouji.narrative.counted.turns import together
from gouji.narrative.counted.words_around import heads_of
from gouji.narrative.numbered.unsure import listed_from, of_persons_only, unsure
from gouji.narrative.sentence.clauses import (
    PASSED,
    Clause,
    beside_others,
    nothing_else,
)
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.stated.none_of_any_kind import none_of_any_kind
from gouji.narrative.whose.not_all import in_a_row
from gouji.narrative.whose.own import explained_by, in_its_year, of_a_year_before, scope_of
from gouji.narrative.whose.with_carried import with_carried


def worded(
    sentence: Sentence, said: Sequence[Clause], index: int, passage: Passage, used: list[Token], found: Sequence[Counted] = ()
) -> Iterator[Counted]:
    """What the number of this index counts, where its clause names it; `used` are the words that other numbers took."""
    clause, text = said[-1], sentence.text
    number = clause.tokens[index]
    amount = number.amount
    heads = heads_of(text, said, index, passage, used) if amount is not None else None
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
        doubts = (*sentence.paragraph.doubts, *head.doubts, *unsure(text, said, number, head, scope, passage.who))
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
    begun = max(listed_from(said, head, min(head.first.start, start)), _behind_its_reasons(text, said[-1], head))
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


def _behind_its_reasons(text: str, clause: Clause, head: Head) -> int:
    """信访举报投诉类申请及重复申请等不予处理17件: rows of an outcome that 等 leaves open, before its own name, narrow nothing."""
    before = [t for t in clause.tokens if t.end <= head.first.start and t.kind not in PASSED]
    rows = [t for t in before if t.kind == "outcome" and t.name.startswith(f"{head.quantity}_")]
    such = len(rows) >= _SEVERAL_ROWS and len(rows) == len(before) and text[: head.first.start].endswith("等")
    return head.first.start if such else clause.start


_SEVERAL_ROWS = 2
