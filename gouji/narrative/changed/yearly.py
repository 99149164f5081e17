"""Two years' numbers of one thing in one sentence, and the direction that the sentence gives between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.narrative.context.speaker import Speaker
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import COUNTED

_UNITS = COUNTED | {"", "篇", "人次", "条次", "场次", "场", "期"}
_LAST = re.compile("上一?年度?|去年度?|(?:上年|去年)?同期")
# Words of which a sentence that sets two years side by side has none: its numbers may be of other things, or of some only.
_OTHERWISE = frozenset(["part", "share", "others", "behalf", "office", "applicant", "rate", "outcome", "carry", "negation"])
_THINGS = frozenset(["request", "ask", "foreign", "dispute", "document", "decision", "fee", "published"])
_SAME_THING = {"request": "request", "ask": "request", "published": "published"}
# 减少了, 有所减少, 呈下降趋势, 增长态势明显: what may stand around the word of change.
_AROUND_CHANGE = re.compile(
    "街道办事处|的|了|继续|持续|稳步|连续|不断|有所|略有|呈现出?|呈|出现|保持|大幅度?|小幅|明显|显著|较大|较多|较快|较为|比较|逐年|总体|整体|态势|趋势|势头|走势|幅度|一定|"
    "数量|总量|件数|量|数|同比|相比|相较于?|对比|比|较|与|和|由|从|自|而|则|为|年|,|、|约|达"
)


@dataclass(frozen=True, slots=True)
class TwoYears:
    """Last year's number and this year's, and a word of change that tells nothing but the direction between them."""

    prior: Token
    current: Token
    word: Token
    position: int
    by: Token | None


def two_years(text: str, parts: Sequence[Clause], who: Speaker) -> Iterator[TwoYears]:
    """2022年收到49件，2021年为40件，有所减少: only where the sentence counts one thing, once a year, and changes it one way."""
    known = [token for clause in parts for token in clause.tokens]
    last = max((token.end for token in known if token.kind in ("number", "change")), default=0)
    known = [token for token in known if token.end <= last]
    changes = [token for token in known if token.kind == "change"]
    year = who.year
    if year is None or not changes or len({token.name.partition("_")[0] for token in changes}) > 1 or changes[0].name in ("same", "point"):
        return
    pair = _pair(text, parts, year, changes) if _of_one_thing(text, known, who) else None
    if pair is None:
        return
    for position, clause in enumerate(parts):
        for word in clause.tokens:
            if word.kind == "change" and _direction_only(text, clause, word):
                yield TwoYears(*pair, word, position, _amount_of(text, clause, word))


def _of_one_thing(text: str, known: Sequence[Token], who: Speaker) -> bool:
    if any(
        token.kind in _OTHERWISE
        or (token.kind == "area" and token.name != who.level)
        or token.name == "half"
        or (token.name == "cumulative" and not text.startswith("近两年", token.start))
        for token in known
    ):
        return False
    if any((t.kind, t.name) == ("time", "last") and not _LAST.fullmatch(text[t.start : t.end]) for t in known):
        return False
    numbers = [token for token in known if token.kind == "number"]
    if not numbers or (_BODY.search(_unknown_before(text, known, numbers[-1].start)) and not who.is_named(text)):
        return False  # 岚屿市收到837件，……，本机关上年为22件
    kinds = {token.kind for token in known}
    if "channel" in kinds and kinds & {"request", "ask"}:
        return False  # 网站发布信息608条 is one thing, 网络申请 are some of several
    things = {_SAME_THING.get(token.kind, text[token.start : token.end]) for token in known if token.kind in _THINGS}
    return len(things - {"published"} or things) <= 1  # 公开行政许可结果237条


_BODY = re.compile("[市县区省州旗镇乡局委厅]|街道(?!办事处)|部门|单位|中心")


def _unknown_before(text: str, known: Sequence[Token], end: int) -> str:
    left, at = [], 0
    for token in known:
        if token.start < end:
            left.append(text[at : token.start])
            at = token.end
    return "".join([*left, text[at:end]])


def _pair(text: str, parts: Sequence[Clause], year: int, changes: Sequence[Token]) -> tuple[Token, Token] | None:
    """The two numbers, each with its year before it or in brackets after it."""
    found: dict[int, list[Token]] = {year - 1: [], year: []}
    now: int = year
    measure = False
    for position, clause in enumerate(parts):
        if measure and not clause.depth:
            now, measure = year, False  # 较上年增长29.2%，清理654条
        for token in clause.tokens:
            named = _year_of(token, year)
            if named is not None:
                now, measure = named, text[token.start - 1 : token.start] in _THAN
            elif token.kind == "number" and not _tells_change(text, token, changes):
                if token.name not in _UNITS or token.amount is None or not token.amount.exact or token.amount.many:
                    return None
                found.setdefault(_bracketed(parts, position, token, year) or now, []).append(token)
        if clause.depth and clause.after == "(":
            now = year
    if set(found) != {year - 1, year} or any(len(numbers) != 1 for numbers in found.values()):
        return None
    prior, current = found[year - 1][0], found[year][0]
    return (prior, current) if prior.name == current.name and prior.name else None


# 较上年, 与2021年: what the change is measured by.
_THAN = frozenset("较比与同和跟")


def _year_of(token: Token, year: int) -> int | None:
    match token.kind, token.name:
        case "year", name:
            return int(name)
        case "time", "last":
            return year - 1
        case "time", "whole":
            return year
    return None


def _bracketed(parts: Sequence[Clause], position: int, number: Token, year: int) -> int | None:
    """48件（2021年）: the year of a bracket that holds nothing else."""
    following = parts[position + 1] if position + 1 < len(parts) else None
    if following is None or following.after != "(" or following.start != number.end + 1 or len(following.tokens) != 1:
        return None
    return _year_of(following.tokens[0], year)


def _tells_change(text: str, number: Token, changes: Sequence[Token]) -> bool:
    """减少25件, 增长242.2%."""
    return number.name == "%" or any(
        word.end <= number.start and not _AROUND_CHANGE.sub("", text[word.end : number.start]) and not word.name.endswith("_to")
        for word in changes
    )


def _amount_of(text: str, clause: Clause, word: Token) -> Token | None:
    following = next((t for t in clause.tokens if t.start >= word.end and t.kind == "number"), None)
    if word.name.endswith("_to"):
        return None
    return following if following and not _AROUND_CHANGE.sub("", text[word.end : following.start]) else None


_PASSED = frozenset(
    ["time", "year", "own", "area", "number", "request", "ask", "foreign", "noise", "receive", "change", "together", "sign"]
)


def _direction_only(text: str, clause: Clause, word: Token) -> bool:
    """Whether the clause says no more than that it is of more or fewer: not 增幅收窄, 增长放缓, 未见减少."""
    at = max((t.end for t in clause.tokens if t.kind == "number" and t.end <= word.start), default=clause.start)
    left = []
    for token in clause.tokens:
        if token.start >= at and token.kind in _PASSED:
            left.append(text[at : token.start])
            at = token.end
    return not _AROUND_CHANGE.sub("", "".join([*left, text[at : clause.end]]))
