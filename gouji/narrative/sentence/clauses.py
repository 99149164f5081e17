"""A sentence as its clauses, each with what the grammar knows of it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from typing import Any

from gouji.data import data_file
from gouji.narrative.sentence.lexicon import Token

_ENDS = frozenset(",;:。()!?.")
# Kinds that stand between a number and its word without changing what it counts.
PASSED = frozenset([
    "time", "year", "own", "together", "all", "part", "each", "open", "area", "others", "behalf", "office", "quoted", "noise", "sign",
    "negation",
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """The words and numbers between two signs; 、 parts nothing. `depth` counts the brackets around it."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    depth: int
    after: str

    def before(self, index: int) -> list[Token]:
        """What stands between the number before and the token of this index."""
        found: list[Token] = []
        for token in reversed(self.tokens[:index]):
            if token.kind == "number":
                break
            found.append(token)
        return found[::-1]

    def behind(self, index: int) -> list[Token]:
        """What stands after the token of this index, up to the next number or 、."""
        found: list[Token] = []
        for token in self.tokens[index + 1 :]:
            if token.kind == "number" or token.name == "、":
                break
            found.append(token)
        return found


def clauses(known: Iterable[Token], text: str) -> list[Clause]:
    """The clauses of the sentence with this text."""
    found: list[Clause] = []
    own: list[Token] = []
    start, depth, after = 0, 0, ""
    known = _unwrapped(list(known), text)
    for token, following in zip_longest(known, known[1:]):
        if token.kind != "sign" or token.name not in _ENDS or (token.name == ":" and _numbered(own, token, following)):
            own.append(token)
            continue
        if own or token.start > start:
            found.append(Clause(tuple(own), start, token.start, depth, after))
        depth = max(0, depth + {"(": 1, ")": -1}.get(token.name, 0))
        own, start, after = [], token.end, token.name
    if own or len(text) > start:
        found.append(Clause(tuple(own), start, len(text), depth, after))
    return found


# Words that a bracket may follow with their number, 予以公开(3件), or with another name, 撤回复议申请(其他结果)4件.
_COUNTED = frozenset(["outcome", "dispute", "ruling", "applicant", "channel", "request", "ask", "document", "decision", "carry"])
_COMPARED = frozenset(["change", "share"])
_NUMBERED = frozenset(["", "数", "量", "数量", "总数", "总量", "件数", "的", "类", "的数量", "情况", "答复", "决定"])


def _unwrapped(known: list[Token], text: str) -> list[Token]:
    """The tokens with such brackets made part of their clause: their signs end nothing."""
    brackets = [at for at, token in enumerate(known) if token.kind == "sign" and token.name == "("]
    found = list(known)
    for at in brackets:
        if any(token.kind in _COMPARED or (token.kind, token.name) == ("time", "last") for token in known[:at]):
            break
        end = next((n for n in range(at + 1, len(known)) if known[n].kind == "sign" and known[n].name in "()"), None)
        before = known[at - 1] if at else None
        if end is None or before is None or before.kind not in _COUNTED or known[end].name == "(":
            continue
        if text[before.end : known[at].start] not in _NUMBERED:
            continue
        inside, after = known[at + 1 : end], known[end + 1] if end + 1 < len(known) else None
        if _is_a_point(text, known[at].start):
            continue
        if len(inside) == 1 and inside[0].kind == "number" and (inside[0].start, inside[0].end) == (known[at].end, known[end].start):
            found[at], found[end] = (replace(known[n], kind="noise") for n in (at, end))
        elif after and after.kind == "number" and after.start == known[end].end and _apart(text, before, known[at], inside):
            found[at : end + 1] = [Token("noise", "", known[at].start, known[end].end)] * (end + 1 - at)
        elif (
            after
            and after.kind == "number"
            and text[known[end].end : after.start] in _NUMBERED
            and text[known[end].end - 1] == ")"
            and (reason := _reason_of(text, before, inside)) is not None
        ):
            found[at : end + 1] = [Token("noise", "", known[n].start, known[n].end) for n in range(at, end + 1)]
            found[at - 1] = Token("outcome", reason.name, before.start, known[end].end)
    return found


_POINT_INSIDE = re.compile(r"\((\d{1,2})\)(?=[\u4e00-\u9fff])(?![件宗起份条个项例])")


def _is_a_point(text: str, at: int) -> bool:
    """不予公开（1）属于国家秘密0（2）…: points of a list, one after another."""
    match = _POINT_INSIDE.match(text, at)
    return match is not None and any(f"({int(match[1]) + step})" in text for step in (1, -1))


def _another_name(word: Token, inside: Sequence[Token]) -> bool:
    """Whether the bracket only says the same otherwise."""
    named = [token for token in inside if token.kind not in PASSED]
    return bool(named) and all((token.kind, token.name) == (word.kind, word.name) for token in named)


def _apart(text: str, word: Token, opening: Token, inside: Sequence[Token]) -> bool:
    """Whether the bracket changes nothing of what the number after it counts."""
    return _another_name(word, inside) or _whatever(text, word, opening, inside)


_WHATEVER = re.compile("(?:含|包括|包含|线上|线下|网络|网上|信函|书面|当面|邮寄)")


def _whatever(text: str, word: Token, opening: Token, inside: Sequence[Token]) -> bool:
    """依申请公开件(含网络和信函)9件: by whatever way."""
    counted = any(token.kind in ("number", "carry", "negation") for token in inside)
    return word.kind in ("request", "ask") and not counted and bool(_WHATEVER.match(text, opening.end))


_REASONED = frozenset((("outcome", "denied"), ("outcome", "unavailable"), ("outcome", "rejected"), ("outcome", "other_outcomes")))
# 其他处理(申请人撤回)2件
_REST = re.compile(r"\((?:申请人)?(?:主动|自行|自愿)?(?:撤回|撤销)(?:申请)?\)|\(其[他它](?:情形|原因|情况)?\)")


def _reason_of(text: str, word: Token, inside: Sequence[Token]) -> Token | None:
    """不予公开（内部事务信息）29件: the one row that the bracket names of this outcome, and nothing besides."""
    named = [token for token in inside if token.kind not in PASSED]
    if word.name == "other_outcomes" and (rest := _REST.match(text, word.end)):
        return Token("outcome", "other_misc", word.start, rest.end())
    if (word.kind, word.name) not in _REASONED or not named or any(t.kind == "open" for t in inside):
        return None
    first = named[0]
    left = gap(text, word.end + 1, first.start, inside) + gap(text, named[-1].end, inside[-1].end, inside)
    same = all(token.kind == "outcome" and token.name == first.name for token in named)
    return first if same and not left and first.name.startswith(f"{word.name.removesuffix('_outcomes')}_") else None


def _numbered(said: Sequence[Token], colon: Token, following: Token | None) -> bool:
    """不予公开：38件: a colon right before the first number parts nothing; 答复11件：4件予以公开 begins a list."""
    if following is None or following.kind != "number" or following.start != colon.end:
        return False
    return not any(token.kind == "number" for token in said)


def gap(text: str, start: int, end: int, between: Sequence[Token] = ()) -> str:
    """What is left of text[start:end] without these tokens and without words that mean nothing there."""
    left, position = [], start
    for token in between:
        if start <= token.start and token.end <= end and token.kind in PASSED:
            left.append(text[position : token.start])
            position = token.end
    left.append(text[position:end])
    return _fillers().sub("", "".join(left))


def unknown(text: str, clause: Clause, start: int, end: int, besides: Sequence[str] = ()) -> str:
    """The signs of text[start:end] that neither are words that the grammar knows nor mean nothing nor make one of the names `besides`."""
    for name in besides:
        if (at := text.find(name, start, end)) >= 0:
            return unknown(text, clause, start, at) + unknown(text, clause, at + len(name), end)
    left, position = [], start
    if start == clause.start and (point := _POINT.match(text, start, end)):
        position = point.end()
    for token in clause.tokens:
        if position <= token.start < end:
            left.append(text[position : token.start])
            position = token.end
    return _meaningless().sub("", "".join([*left, text[position:end]]))


_POINT = re.compile("[一二三四五六七八九十]{1,2}是")  # 一是依法办理申请62件


# Words in a clause that may make its number one of something smaller.
_NARROWING = frozenset(["share", "rate", "change", "channel", "applicant", "foreign", "published"])


def nothing_else(
    text: str, clause: Clause, start: int, end: int, who: Sequence[str] = (), called: Callable[[str], bool] | None = None
) -> bool:
    """Whether a clause says nothing but text[start:end] of the body that is so called: all around it is known, nothing narrows."""
    before, after = unknown_but_ways(text, clause, clause.start, start, who), unknown(text, clause, end, clause.end)
    if called and len(before) > 1 and called(before):
        before = ""
    if before == "除" and after in EXCEPT:
        before = after = ""  # 除予以公开的18件外
    if before or (after and not _OF_EACH.match(text, end)):
        return False
    narrowing = [token for index, token in enumerate(clause.tokens) if token.start < start and _narrows(clause, index)]
    return not narrowing or not apart_from_ways(text, clause.start, start, narrowing)


def unknown_but_ways(text: str, clause: Clause, start: int, end: int, besides: Sequence[str] = ()) -> str:
    """What is unknown there, less the lists of ways by which requests may come: 公众以邮递、网站等途径."""
    found = unknown(text, clause, start, end, besides)
    if len(found) < _A_WAY:
        return found
    left, at = "", start
    for way in EVERY_WAY.finditer(text, start, end):
        left += unknown(text, clause, at, way.start(), besides)
        at = way.end()
    return left + unknown(text, clause, at, end, besides) if at > start else found


_A_WAY = 2


def beside_others(text: str, clause: Clause, quantity: str) -> Clause:
    """除4件结转下年外; 4件结转下年外，其他: the words around those carried over only set them apart."""
    if not quantity.startswith("carried"):
        return clause
    apart = _SET_APART.match(text, clause.start, clause.end)
    outer = text.startswith("外", clause.end - 1)
    if apart:
        return replace(clause, start=apart.end(), end=clause.end - outer)
    some = any(token.kind in _NARROWING for token in clause.tokens)  # 自然人申请7件结转下年外，其余
    left = _BUT_FOR.search(text, clause.start) if outer and not some else None
    return replace(clause, end=left.start()) if left and left.end() > clause.end else clause


_BUT_FOR = re.compile("[之以]?外,(?=其[他它余]|剩余|余下)")


_SET_APART = re.compile("除[去开掉]?(?!上述|其中|此)|扣除|减去|剔除|去除|不计|不含|加上|连同")
_A_WAY_BY_NAME = "网站|网络|网上|线上|互联网|平台|信函|邮寄|书面|当面|现场|窗口|传真|电子邮件|邮件|(?:在线|电子)?邮箱|来信"
_NAMED_WAY = f"(?:政府|门户|政务)?(?:{_A_WAY_BY_NAME})(?:申请|提交|递交|方式|渠道|途径)?"
# 通过网络、信函等方式, 通过网站、信函、当面: by whatever way.
EVERY_WAY = re.compile(
    r"(?:通过|以|经由?|采用|利用)(?:[^,;。\d]{2,40}?[、和及与或][^,;。\d]{1,30}?等|各种|各类|多种|不同)"
    "(?:各种|各类|多种|多个|不同|公开|申请|线上线下)*(?:渠道|方式|途径|形式|平台)"
    "|线上[、和及与]?线下"
    rf"|(?:通过|以|经由?){_NAMED_WAY}(?:(?:[、和及与]|以及){_NAMED_WAY}){{2,}}"
    "|线上(?:、|和|及|与)?线下(?:渠道|途径|方式)?(?=(?:合计|总计|累计|共))"
)


def apart_from_ways(text: str, start: int, end: int, tokens: Sequence[Token]) -> list[Token]:
    """These tokens less those in which text[start:end] lists the ways by which requests may come."""
    ways = [match.span() for match in EVERY_WAY.finditer(text, start, end)]
    return [
        token
        for token in tokens
        if token.kind not in ("channel", "published") or not any(first <= token.start < last for first, last in ways)
    ]


EXCEPT = ("外", "之外", "以外")
# 77件申请逐件集体研究: said of all of them.
_OF_EACH = re.compile("(?:均|都|全部|逐[件一个份宗]|一律)")


def _narrows(clause: Clause, index: int) -> bool:
    """Whether a word narrows what comes after it: not where a number of its own follows, 自然人9件、企业8件."""
    if clause.tokens[index].kind not in _NARROWING:
        return False
    # 自然人申请15件 too
    following = next((t for t in clause.tokens[index + 1 :] if t.kind not in PASSED | {"request", "ask"} or t.name == "、"), None)
    return following is None or following.kind != "number"


def explanation(family: str) -> re.Pattern[str]:
    """What shows that a sentence explains a difference in figures of this family."""
    return _explanations()[family]


@cache
def elsewhere() -> re.Pattern[str]:
    """What shows, wherever it stands before a number, that the number may not be of this body in this role."""
    return re.compile("|".join(_data()["elsewhere"]))


@cache
def _data() -> Any:
    return data_file("gouji.narrative.sentence", "fillers.yaml")


@cache
def _fillers() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(_data()["fillers"], key=len, reverse=True)))


@cache
def _meaningless() -> re.Pattern[str]:
    words = {*_data()["colourless"], *_data()["fillers"]}
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


@cache
def _explanations() -> dict[str, re.Pattern[str]]:
    return {family: re.compile(pattern) for family, pattern in _data()["explained"].items()}
