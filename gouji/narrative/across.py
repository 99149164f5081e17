"""Totals whose parts are told in the next sentences: 公开信息820条。其中，……；……。"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.claim import Listing
from gouji.narrative.clauses import clauses
from gouji.narrative.lexicon import tokens
from gouji.narrative.lists import BY_MEDIA, listings
from gouji.narrative.sentences import Sentence

_TOTAL = re.compile(r"(?:公开|发布|制作|更新|推送|公布|发布信息)[^,;。\d]{0,24}\d+(?:,\d{3})*(?:条次|条|篇|件|个|份|项)(?:次)?[。;.]$")
# 公开信息980条，其中：机构类信息2条；文件类信息25条；……
_OPENED = re.compile(r"(?:公开|发布|制作|更新|推送|公布)[^,;。\d]{0,24}\d+(?:条|篇|件|个|份|项)[,:]其中:[^;。]{0,200};$")
# 其中; 在主动公开的信息中，
_AMONG = re.compile(r"其中|在[^,;。\d]{0,14}(?:信息|文件|内容)(?:当)?中[,:]?")
_NOT_OF_INFORMATION = re.compile("申请|受理|收到|办结|答复|复议|诉讼|处罚|许可|规范性文件")
_POINT = re.compile(r"(?<=[,:;])[(]?\d{1,2}[.、)](?!\d)")
# What may stand between a total and its parts says nothing with a number.
_NUMBERED = re.compile(r"\d")
_MOST = 12


def across(paragraph: Sequence[Sentence]) -> Iterator[Listing]:
    """The lists of a paragraph of which the total stands in a sentence before the parts."""
    for at, sentence in enumerate(paragraph[:-1]):
        opened = _OPENED.search(sentence.text)
        if not (opened or _TOTAL.search(sentence.text)) or _NOT_OF_INFORMATION.search(sentence.text):
            continue
        first = at + 1
        if opened:
            yield from _of(sentence, paragraph[first : _last(paragraph, at) + 1], opened.end())
            continue
        if first + 1 < len(paragraph) and not _NUMBERED.search(paragraph[first].text):
            first += 1  # 公开信息709条。工作运行正常。在公开的信息中，……
        if not _AMONG.match(paragraph[first].text):
            continue
        # 公开信息642条；其中……；……: what follows the next ；may be no part any more.
        last = first if sentence.text.endswith(";") else _last(paragraph, first)
        yield from _of(sentence, paragraph[first : last + 1], len(sentence.text))


def _last(paragraph: Sequence[Sentence], first: int) -> int:
    """The last sentence of a list that goes on over ；."""
    last = first
    while paragraph[last].text.endswith(";") and last + 1 < len(paragraph) and last - first < _MOST:
        last += 1
    return last


def _of(sentence: Sentence, following: Sequence[Sentence], begun: int) -> Iterator[Listing]:
    """The list that a sentence with a total and those that follow make together; its parts begin there."""
    joined = _joined([sentence, *following])
    for listing in listings(joined, clauses(tokens(joined.text), len(joined.text), joined.text), ()):
        overlapping = bool(BY_MEDIA.search(joined.text, begun)) and "may-overlap" not in listing.doubts
        # The parts need not be all of it.
        yield replace(listing, low=Decimal(0), doubts=(*listing.doubts, *(("may-overlap",) if overlapping else ())))


def _joined(sentences: Sequence[Sentence]) -> Sentence:
    """These sentences as one, its parts in one list; each sign keeps its place."""
    total, *following = sentences
    text = f"{total.text[:-1]},"
    opening = _AMONG.match(following[0].text) if total.text[-1] in "。." else None
    said = "".join(f"{one.text[:-1]}," if one is not following[-1] else one.text for one in following)
    length = opening.end() if opening else 0
    text += "其中".ljust(length, ",") + said[length:] if opening else said
    text = _POINT.sub(lambda point: "," * len(point.group()), text)
    origin = tuple(place for one in sentences for place in one.origin)
    printed = total.paragraph.text[origin[0] : origin[-1] + 1]
    return replace(total, text=text, printed=printed, origin=origin)
