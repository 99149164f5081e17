"""What was just counted, spoken of again with another number: 收到网民留言836条。以上831条留言均……"""

import re
from collections.abc import Iterator, Sequence

from gouji.narrative.again import made_of, numbers_of
from gouji.narrative.claim import Claim
from gouji.narrative.numbers import NUMBER, amount
from gouji.narrative.sentences import Sentence

_UNITS = "条次|条|篇|件|份|场|期|宗|起"
# Requests are compared with the tables too (again.py); 这两项工作 counts nothing.
_AGAIN = re.compile(
    rf"(?:上述|以上|前述|这)(?P<n>\d{{1,6}}|[一二两三四五六七八九十百]{{1,7}})(?P<unit>{_UNITS})(?:的)?"
    r"(?!政府信息公开|依申请|信息公开申请|公开申请|申请)(?P<what>[\u4e00-\u9fff]{2})"
)
_NUMBER = re.compile(NUMBER)
_PIECE = re.compile("[^,;。:]+")
_ELSEWHERE = re.compile("上年|去年|上半年|季度|计划|目标|同比|增|减")


def these(sentences: Sequence[Sentence]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs: what a paragraph counted once, and the other number by which it speaks of that again."""
    for at, sentence in enumerate(sentences):
        if sentence.part != "text" or not ("述" in sentence.text or "以上" in sentence.text or "这" in sentence.text):
            continue
        before = [one for one in sentences[max(0, at - _NEAR) : at] if one.paragraph is sentence.paragraph]
        for match in _AGAIN.finditer(sentence.text):
            first = _counted(before, sentence, match)
            if first is not None:
                yield first, _claim(sentence, match.start(), match.end(), match["n"] + match["unit"])


_NEAR = 20


def _counted(before: Sequence[Sentence], own: Sentence, again: re.Match[str]) -> Claim | None:
    """The one statement of the same thing in the same unit, where the other number is made of nothing that was counted."""
    found: dict[str, Claim] = {}
    for sentence in (*before, own):
        text = sentence.text if sentence is not own else own.text[: again.start()]
        for piece in _PIECE.finditer(text):
            numbers = [match for match in _NUMBER.finditer(text, *piece.span()) if match["unit"] == again["unit"]]
            if again["what"] not in piece.group() or not numbers:
                continue
            if len(numbers) > 1 or _ELSEWHERE.search(piece.group()) or numbers[0]["about"] or numbers[0]["more"] or numbers[0]["many"]:
                return None
            found[numbers[0].group()] = _claim(sentence, *numbers[0].span(), numbers[0].group())
    spoken = _NUMBER.fullmatch(again["n"] + again["unit"])
    said = amount(spoken) if spoken else None
    told = "".join([sentence.text for sentence in before]) + own.text[: again.start()]
    if len(found) != 1 or said is None or said.value <= 1 or made_of(said.value, numbers_of(told, again["unit"])):
        return None
    return next(iter(found.values()))


def _claim(sentence: Sentence, start: int, end: int, number: str) -> Claim:
    match = _NUMBER.fullmatch(number)
    counted = amount(match) if match else None
    if counted is None:
        raise TypeError("a number that is none")
    printed, place = sentence.within(start, end)
    return Claim("said", counted.value, counted.low, counted.high, printed, sentence.printed, place, sentence.paragraph.doubts)
