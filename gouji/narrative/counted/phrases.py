"""Whole phrasings that say what a number counts, from data: they are read before the grammar of heads and numbers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from gouji.data import data_file
from gouji.narrative.counted.law import not_charged
from gouji.narrative.sentence.numbers import SPOKEN, Amount, amount

_SLOT = re.compile(r"\{([\w+]+)\}")
_WORD = re.compile("<([a-z]+)>")
_NUMBER = (
    r"(?<![\d.])(?:约为|大约|将近|接近|约|近|超过|超|逾|不足|不到)?"
    r"(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|[零〇一二两三四五六七八九十百千]{1,9})"
    r"(?:万|亿)?(?:余|多)?(?:件次|万元|元|件|起|宗|份|封|条|项|个|例|次|部(?![分门委长队署]))?(?:左右|上下|以上(?![述各])|以下|以内)?(?!(?<![件起宗份条])\d|%|\.\d|个?百分点|年|月|日|万元|人(?!次)|名|家|天|周|岁|小时|分钟)"
)
# Two sentences in three have none: 一是, 统一 and 第一 are no numbers of anything.
_ANY_NUMBER = re.compile("[0-9]|[零〇一二两三四五六七八九十百千](?:余|多)?[件起宗份条项个例次部元万亿]")
NOTHING = "nothing"
# Each begins with one sign, by which a search leaps to where it may stand.
_DENIES_OR_SAYS_ALL = re.compile(
    r"零|为空|百分之?百|100%|未|没|无|不存在|不涉及|均|全[部数]|都|皆|悉数|一律|件件|逐件|除|信函|邮寄|0(?<![\d.]0)(?![\d%]|\.\d)|,全?[为是](?:自然人|公民)"
    "|申请(?:主体|人|者)(?:的)?(?:身份|类型|类别|情况|性质)?[为是系]"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrasing says: a quantity, its number where it has one, from where to where, and where the phrasing begins and ends.

    One that stands `alone` means what it says only where nothing before it narrows it.
    """

    quantity: str
    start: int
    end: int
    first: int
    last: int
    amount: Amount | None = None
    alone: bool = False


def numbered(text: str, year: int | None) -> dict[int, Phrase]:
    """What phrasings make of the numbers of a sentence, by where the number begins: the first phrasing that fits."""
    found: dict[int, Phrase] = {}
    if not _ANY_NUMBER.search(text):
        return found
    present = {word for word in _whens() if word in text}
    for when, alone, patterns in _numbered(year):
        if when.isdisjoint(present):
            continue
        for pattern, quantities, cue in patterns:
            if cue not in text:
                continue
            for match in pattern.finditer(text):
                for phrase in _of(match, quantities, alone):
                    found.setdefault(phrase.start, phrase)
    return found


def plain(text: str, year: int | None) -> list[Phrase]:
    """What phrasings say without a number."""
    if not _DENIES_OR_SAYS_ALL.search(text):
        return []
    found: list[Phrase] = []
    some = _NONE_OR_CARRIED.search(text) is not None
    for quantity, cue, pattern in _plain(year) if some else _said_of_all(year):
        match = pattern.search(text) if cue in text else None
        # What two phrasings say of the same words is said once.
        if match and not any(p.quantity == quantity and p.first < match.end() and match.start() < p.last for p in found):
            # A search from the sentence's beginning on names where the phrasing itself begins: what stands before it may be of 上半年.
            first = match.start("SAID") if "SAID" in pattern.groupindex else match.start()
            found.append(Phrase(quantity, first, match.end(), first, match.end()))
    return found


def _of(match: re.Match[str], quantities: tuple[str, ...], alone: bool) -> Iterator[Phrase]:
    for group, quantity in enumerate(quantities, 1):
        spoken = SPOKEN.fullmatch(match.group(group)) if match.group(group) else None
        counted = amount(spoken) if spoken else None
        if counted is None or (quantity != NOTHING and not _counts(counted, quantity, match.string, match.start(group))):
            continue
        yield Phrase(quantity, match.start(group), match.end(group), match.start(), match.end(), counted, alone)


def _counts(counted: Amount, quantity: str, text: str, start: int) -> bool:
    """Whether the number may be of this quantity: yuan are of fees only, and the number of a point or an article of none."""
    of_fees = quantity.endswith("_fee")
    return counted.unit.endswith("元") == of_fees and not no_number(text, start) and not (of_fees and not_charged(text, start))


_NOT_ONE = re.compile("(?:无|没有|未有)(?:任何)?$")
_TENS = re.compile("(?<![总件量人次个])数$")
_ONE_ITEM = re.compile(
    "[一1](?:项|类|栏)(?:[为是共有计]|的)"
    "|[两二三四2-4](?:项|者|类|种)(?:结果|情形|申请|答复)?(?:合计|共计|总计|合共|之和|总和|相加|加总|加起来)"
)


def no_number(text: str, start: int) -> bool:
    """无一件予以公开; “予以公开”一项为3件; 予以公开与部分公开两项合计; 收到申请数十件."""
    before = text[max(0, start - 4) : start]
    return bool(_NOT_ONE.search(before) or _ONE_ITEM.match(text, start) or (text[start] in "十百千" and _TENS.search(before)))


@cache
def _data() -> Any:
    return data_file("gouji.narrative.counted", "phrases.yaml")


@cache
def _whens() -> tuple[str, ...]:
    """The words by which groups of phrasings are tried, each looked for once a sentence though several groups share it."""
    return tuple(dict.fromkeys(word for group in _data()["numbers"] for word in group["when"]))


@cache
def _numbered(year: int | None) -> tuple[tuple[frozenset[str], bool, tuple[tuple[re.Pattern[str], tuple[str, ...], str], ...]], ...]:
    return tuple(
        (
            frozenset(group["when"]),
            group.get("alone", False),
            tuple((*_compiled(pattern, year), needed_signs(pattern)) for pattern in group["says"]),
        )
        for group in _data()["numbers"]
    )


@cache
def _plain(year: int | None) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (quantity, _cue(quantity, pattern), _compiled(pattern, year)[0])
        for quantity, patterns in _data()["plain"].items()
        for pattern in patterns
    )


# Without these no sentence denies that requests came in or were carried over: most that say 均 or 全部 have none.
_NONE_OR_CARRIED = re.compile("[未没无零0空存]")
_DENYING = ("none_received", "carried_in", "carried_out")


@cache
def _said_of_all(year: int | None) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(one for one in _plain(year) if one[0] not in _DENYING)


# What a sentence must say before phrasings of this quantity are tried at all.
_CUES = {
    "reconsideration": "复议", "litigation": "诉", "all_of_none": "规范性文件",
    "coercive": "强制", "permits": "许可", "penalties": "处罚", "admin_fee": "收费",
    "concluded": "申请", "granted": "公开", "denied": "不予公开",
    "rejected": "不予处理", "unavailable_not_held": "不", "unavailable": "无法提供",
}  # fmt: skip


def _cue(quantity: str, pattern: str) -> str:
    return next(
        (cue for cue in _OWN_CUES if cue in pattern), next((cue for name, cue in _CUES.items() if name in quantity), needed_signs(pattern))
    )


# Disputes spoken of by another word.
_OWN_CUES = ("行政争议", "为被告")


# What may be missing of a pattern: an escaped sign, a set, a group, a word of `words`, a slot, a sign that may be left out.
_MISSING = (
    re.compile(r"\\."),
    re.compile(r"\[[^\]]*\](?:[?*+]|\{[\d,]+\})?"),
    re.compile(r"\([^()]*\)(?:[?*+]|\{[\d,]+\})?"),
    re.compile(r"<\w+>[?*]?|\{[^{}]*\}|.[?*]"),
)
_SIGNS = re.compile("[\u4e00-\u9fff]+")


def needed_signs(pattern: str) -> str:
    """The longest run of signs without which the pattern fits nowhere: asking for it first spares most sentences the pattern."""
    for missing in _MISSING:
        while missing.search(pattern):
            pattern = missing.sub(" ", pattern)
    return max(_SIGNS.findall(pattern), key=len, default="") if "|" not in pattern else ""


def _compiled(pattern: str, year: int | None) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The pattern with its words and the years around this one filled in, and what its slots count."""
    spelled = _spelled(pattern, _data()["words"])
    for name, number in (("LAST", -1), ("THIS", 0), ("NEXT", 1)):
        spelled = spelled.replace(name, str(year + number) if year is not None else r"(?!)")
    return re.compile(_SLOT.sub(lambda _: f"({_NUMBER})", spelled)), tuple(_SLOT.findall(spelled))


def _spelled(pattern: str, words: Mapping[str, str]) -> str:
    while _WORD.search(pattern):
        pattern = _WORD.sub(lambda match: words[match[1]], pattern)
    return pattern
