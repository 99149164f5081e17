"""Two statements of one thing that no table gives: 发布信息1597条 and later 全年发布的1593条信息."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from gouji.data import data_file
from gouji.narrative.claim import Claim
from gouji.narrative.context.speaker import Speaker
from gouji.narrative.sentence.numbers import NUMBER, Amount, amount
from gouji.narrative.sentence.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Said:
    """A counted thing: the words before its number and after it without what names only the body, the year and the way of counting.

    It is `marked` where its own sentence says that it is of the year.
    """

    before: str
    after: str
    amount: Amount
    marked: bool
    sentence: Sentence
    start: int
    end: int

    @property
    def named(self) -> str:
        return self.before + self.after


def repeated(sentences: Sequence[Sentence], who: Speaker) -> tuple[tuple[Claim, Claim], ...]:
    """The pairs of statements that say the same of the same and give it different numbers."""
    said = [one for sentence in sentences if sentence.part == "text" for one in _said(sentence, who)]
    if len(said) < 2:
        return ()
    found: dict[str, list[Said]] = {}
    for first in dict.fromkeys(one.named for one in said if len(one.named) >= _SHORTEST and _worded().verbs.search(one.named)):
        alike = [one for one in said if _same(one, first)]
        if len({one.amount.value for one in alike}) == 2 and sum(one.named == first for one in alike):
            found[first] = alike
    return tuple(pair for alike in found.values() if (pair := _pair(alike)))


_SHORTEST = 4


def _same(one: Said, named: str) -> bool:
    """Whether it is of what is named so: 发布 + 信息均经审核 is of 发布信息, 全年 + 政策解读均 of 制作政策解读."""
    spelled = one.named
    if not one.before and one.marked and (verb := _worded().verbs.match(named)):
        named = named[verb.end() :]
    if not named or len(one.before) > len(named) or not spelled.startswith(named):
        return False
    rest = spelled[len(named) :]
    return not rest or bool(_worded().goes_on.match(rest))


def _pair(alike: Sequence[Said]) -> tuple[Claim, Claim] | None:
    """The first two that cannot both be right, one of them surely of the whole year; both where it is of events."""
    for one, other in combinations(alike, 2):
        if one.amount.unit != other.amount.unit or (
            one.sentence is other.sentence and not _STOP.search(one.sentence.text, one.end, other.start)
        ):
            continue
        marked = one.marked and other.marked if one.amount.unit in _EVENTS else one.marked or other.marked
        apart = one.amount.high < other.amount.low or other.amount.high < one.amount.low
        if marked and apart:
            return _claim(one), _claim(other)
    return None


_EVENTS = frozenset(("场", "次", "期", "场次", "人次", "人", "个", "名", "家", "天"))


def _claim(one: Said) -> Claim:
    printed, place = one.sentence.within(one.start, one.end)
    counted = one.amount
    return Claim("said", counted.value, counted.low, counted.high, printed, one.sentence.printed, place, one.sentence.paragraph.doubts)


def _said(sentence: Sentence, who: Speaker) -> Iterator[Said]:
    """What a sentence counts for the body's whole year; nothing where its words narrow it."""
    text = sentence.text
    if not _COUNTS.search(text):
        return
    words = _worded()
    for match in _NUMBER.finditer(text):
        counted = amount(match)
        if counted is None or counted.unit not in _UNITS or counted.about:
            continue
        first = max(text.rfind(sign, 0, match.start()) for sign in ",:;()。") + 1
        end = next((at for at in range(match.end(), len(text)) if text[at] in ",:;()。!?" or _STOP.match(text, at)), len(text))
        begun = max((stop.end() for stop in _STOP.finditer(text, 0, match.start())), default=0)
        first = max(first, begun)
        if words.tabled.search(text, first, end) or _narrowed(sentence, begun, first, match.start(), who):
            continue
        marked = bool(words.year.search(text, begun, match.start()) or (who.year and f"{who.year}年" in text[begun : match.start()]))
        before, after = _bare(text[first : match.start()], who), _bare(text[match.end() : end], who)
        if marked:
            before, after = _in_one_word(before, after, counted)
        yield Said(before, after, counted, marked, sentence, first, end)


def _in_one_word(before: str, after: str, counted: Amount) -> tuple[str, str]:
    """The same for what is called in several ways: 主动发布政务信息 and 主动公开信息, 开展培训 and 组织培训."""
    if _PUBLISHED.match(before):
        return _INFORMATION.sub("信息", _PUBLISHED.sub("主动公开", before)), _INFORMATION.sub("信息", after)
    return (_HELD.sub("举办", before), after) if counted.unit in _EVENTS else (before, after)


_HELD = re.compile("^(?:组织召开|组织开展|组织举办|组织|开展|召开|举行)(?!了?参加|了?参训)")
_PUBLISHED = re.compile("^主动(?:公开|发布|公布)")
_INFORMATION = re.compile("(?:政府|政务)信息")
# A full stop of Latin print ends no sentence for others, since it may be a decimal point.
# A semicolon begins anew where the year is named again: …17次；全年召开…27次.
_STOP = re.compile(r"\.(?!\d)|;(?=全年|本年|今年|年内|20\d\d年)")


def _narrowed(sentence: Sentence, begun: int, first: int, start: int, who: Speaker) -> bool:
    """Whether the words before a number make it one of a part, of another time or of another year."""
    words, text = _worded(), sentence.text
    if (
        text[first - 1 : first] == "("
        or words.narrowed.search(text, begun, start)
        or words.apart.search(_without_site(_without_year(text[begun:first], who), text[first:start], who))
    ):
        return True
    return _another_year(text[begun:start], who) or _of_some(sentence)


_NUMBER = re.compile(NUMBER)
_UNITS = frozenset(("条", "篇", "件", "份", "个", "场", "次", "期", "条次", "场次", "人次", "部", "项", "人", "名", "家", "天"))
_COUNTS = re.compile(r"[\d一二两三四五六七八九十百千万余](?:条|篇|件|份|个|场|次|期|部|项|人|名|家|天)")
_YEARS = re.compile(r"20\d\d年")


def _another_year(text: str, who: Speaker) -> bool:
    return any(who.year is None or year != f"{who.year}年" for year in _YEARS.findall(text))


def _without_year(text: str, who: Speaker) -> str:
    """Without the year, and without the day that ends it where the year is named behind: 截至12月31日，全年……."""
    return _BY_ITS_END.sub("", text.replace(f"{who.year}年", ""))


def _without_site(before: str, own: str, who: Speaker) -> str:
    """Without the sites spoken of before, where what is counted begins anew with the year and names the same site.

    优化门户网站版面，2023年通过门户网站公开616条; not 优化门户网站版面，公开616条.
    """
    anew = re.match(f"(?:全年度?|本年度?|今年|{who.year}年(?:全年|度)?)", own)
    return _SITE.sub(lambda site: "" if anew and site.group() in own else site.group(), before)


_SITE = re.compile("(?:政府|门户|官方)*网站|(?:官方)?(?:微信)?公众号")
_BY_ITS_END = re.compile("(?:从|自)?(?:1月1日)?(?:截[至止]到?|至|到)12月(?:31日|底),?(?=[^,;。]{0,8}(?:全年|本年|年内|$))")


def _of_some(sentence: Sentence) -> bool:
    """Whether the paragraph opens with what it is about, a heading of one field: （二）重点领域信息公开。"""
    opening, stop, _ = sentence.paragraph.text[:_OPENING].partition("。")
    if not stop:  # 2023年，本镇召开专题会议17次 is no heading
        first = re.split("[,，:：;；]", opening)[0]
        return not re.search(r"\d(?:场|次|期|条|篇|件|份)", first) and bool(_worded().field.search(first))
    return bool(_worded().field.search(opening))


_OPENING = 24


def _bare(text: str, who: Speaker) -> str:
    """Without the body, the year and the way of counting."""
    for name in (who.name, f"{who.year}年度", f"{who.year}年"):
        text = text.replace(name, "") if name else text
    return _worded().nothing.sub("", text)


@dataclass(frozen=True, slots=True)
class _Worded:
    verbs: re.Pattern[str]
    nothing: re.Pattern[str]
    year: re.Pattern[str]
    narrowed: re.Pattern[str]
    apart: re.Pattern[str]
    field: re.Pattern[str]
    goes_on: re.Pattern[str]
    tabled: re.Pattern[str]


@cache
def _worded() -> _Worded:
    data: Any = data_file("gouji.narrative.retold", "repeated.yaml")
    return _Worded(**{name: re.compile("|".join(sorted(data[name], key=len, reverse=True))) for name in _Worded.__slots__})
