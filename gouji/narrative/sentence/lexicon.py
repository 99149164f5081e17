"""A sentence cut into what the grammar knows: its words by kind, its numbers, its signs."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, product
from typing import Any

from gouji.data import data_file
from gouji.narrative.sentence.numbers import NUMBER, Amount, amount

# Titles and quoted words say nothing of their own.
_QUOTED = r"《[^《》]*》|“[^“”]{0,60}”|\"[^\"]{0,60}\"|「[^「」]*」"
# Years, articles, paragraphs and numbered points are no amounts.
_NO_AMOUNT = (
    r"第[\d一二三四五六七八九十百]+[条款项次届期号批位名]|[\d一二三四五六七八九十]+(?:大|号文)"
    r"|\d{4}[-—~至]\d{4}年|1月?[-—至~到]12月|\d+:\d+"
)
# 不属于本局公开职责范围, 非我镇制作或保存的信息: of all that a body does not hold, by whatever name it calls itself.
_HOLDING = "(?:制作|保存|获取|掌握|公开|产生|持有|负责|受理)"
_NO_SUCH = r"(?:没有|无|不存在|未(?:制作|保存|获取|留存|存有|形成|产生|生成))(?:过)?(?:该|此|相关|所?申请)(?:的)?(?:政府)?信息(?!公开)"
_NOT_OURS = (
    r"(?:不属于?|不在|不是|非)(?:由)?(?:(?:本|我)(?:行政)?(?:机关|单位|部门|局|委|办|厅|镇|乡|街道|院|校|级政府|级(?:行政)?机关|级单位|级|中心|处|支队|大队|队|分局)"
    r"(?:的)?(?:(?:法定|工作|公开|行政|主管|业务)?(?:职责|职能|职权|权限|管辖|管理|主管|事权)(?:权限)?(?:的)?(?:范围|范畴|内容|事项)?内?"
    rf"|{_HOLDING}(?:(?:或者?|和|及|、)?{_HOLDING})*(?:的)?(?:政府信息|信息|范围|事项|内容)?|(?:政府)?信息(?!公开)|(?=[,;。、)无告答\d]|$))"
    r"|(?:法定|工作)?(?:职责|职能|职权|管辖|管理)(?:权限)?(?:范围|范畴|内容|事项)?内?)"
    rf"|{_NO_SUCH}"
)
_OURS = re.compile(_NOT_OURS)
# 征求相关部门意见后: what others thought of a request is no other matter.
_ASKED = r"(?:征求|征询|听取|函询)[^,;。\d]{0,18}?意见(?=后|之后|的?基础上|并|[,、]|程序|环节)"
_YEAR = r"(?P<year>20[0-3]\d)年度?"
# 12月 in 截至2023年12月 ends the year and cuts nothing off.
_THE_END = r"(?:(?<=截至)|(?<=截止)|(?<=截至20\d\d年)|(?<=截止20\d\d年)|(?<=到20\d\d年))12月"
# 自5月15日起, 截至12月20日: no day at which a year begins or ends.
_A_DAY = r"(?<!\d)(?!1月1日|12月3[01]日)\d{1,2}月\d{1,2}日"
_UNTIL = (
    r"(?P<until>\d{1,2}月?[-—至~到]\d{1,2}月份?|截至(?:\d{4}年)?(?!12月)\d{1,2}月"
    rf"|(?<!\d)(?!{_THE_END})\d{{1,2}}月份?(?!\d|底|末)|{_A_DAY})"
)
# “县长信箱”案件18个: what came there is counted, and no requests.
_BOX = re.compile("信箱|热线|12345|留言|问政|直通车|民声")
_COUNTED = re.compile("(?:来件|来信|信件|案件|事项|办件|件)?(?:共|约)?\\d")
_QUOTED_FIRST = '《“"「'
# An outcome in quotation marks is that outcome.
_MARKS = (("“", "”"), ('"', '"'))
_CHOICES = re.compile("[{}]")
_BUNCH = 16
# A full stop of Latin print ends a clause, a decimal point does not.
_SIGNS = r"(?P<sign>[,、;:。()!?]|\.(?!\d)|(?<!\d)\.)"


@dataclass(frozen=True, slots=True)
class Token:
    """A known word, number or sign of a sentence, text[start:end]. `name` says which of its kind."""

    kind: str
    name: str
    start: int
    end: int
    amount: Amount | None = None


def tokens(text: str) -> list[Token]:
    """What the grammar knows of a text, in its order."""
    return [token for match in _scanner().finditer(text) if (token := _token(match))]


def words_of(kind: str) -> Mapping[str, list[str]]:
    """The words of one kind by name."""
    found: Mapping[str, list[str]] = _words()[kind]
    return found


def _token(match: re.Match[str]) -> Token | None:
    start, end = match.span()
    match match.lastgroup:
        case "word":
            kind, name = _kinds()[match["word"]]
            return Token(kind, name, start, end)
        case "sign":
            return Token("sign", match["sign"], start, end)
        case "nought":
            return Token("negation", "none", start, end)
        case "dated":
            return Token("year", match["year"], start, end)
        case "not_ours":
            return Token("outcome", "unavailable_not_held", start, end)
        case "asked":
            return Token("noise", "noise", start, end)
        case "cut":
            return Token("time", "half", start, end)
        case "quoted":
            return Token(*_quoted(match), start, end)
        case "number":
            found = amount(match)
            return Token("number", found.unit, start, end, found) if found else None
        case _:
            return None


def _quoted(match: re.Match[str]) -> tuple[str, str]:
    """What is quoted: “不属于本机关信息”8件 names an outcome."""
    if _OURS.fullmatch(match["quoted"][1:-1]):
        return "outcome", "unavailable_not_held"
    kind = "foreign" if _COUNTED.match(match.string, match.end()) and _BOX.search(match["quoted"]) else "quoted"
    return kind, kind


@cache
def _words() -> Any:
    return data_file("gouji.narrative.sentence", "lexicon.yaml")


@cache
def _kinds() -> Mapping[str, tuple[str, str]]:
    known = [(kind, name, word) for kind, names in _words().items() for name, words in names.items() for word in words]
    quoted = [(kind, name, f"{first}{word}{last}") for kind, name, word in known if kind == "outcome" for first, last in _MARKS]
    return {spelled: (kind, name) for kind, name, word in (*known, *quoted) for spelled in _spellings(word)}


def _spellings(word: str) -> list[str]:
    """What a word with choices stands for: {予以|}公开 is 予以公开 and 公开."""
    parts = [part.split("|") for part in _CHOICES.split(word)]
    return ["".join(chosen) for chosen in product(*parts)]


@cache
def _scanner() -> re.Pattern[str]:
    guarded = (
        ("word", "", _alternatives()),  # before what is quoted: “予以公开” is the outcome
        ("nought", "零", "零(?![件起宗例份次项部条个])"),  # 零件 is a number with its measure word
        ("quoted", _QUOTED_FIRST, _QUOTED),
        ("none", r"第\d一二三四五六七八九十", _NO_AMOUNT),
        ("dated", "2", _YEAR),
        ("cut", r"截\d", _UNTIL),
        ("number", r"约大将接近超逾不\d零〇一二两三四五六七八九十百千", NUMBER),
    )
    parts = [f"{f'(?=[{first}])' if first else ''}(?P<{name}>{pattern})" for name, first, pattern in guarded]
    # before the words, of which these begin with some
    first = rf"(?=[不非没无未征听函])(?:(?P<not_ours>{_NOT_OURS})|(?P<asked>{_ASKED}))"
    return re.compile("|".join([first, *parts, _SIGNS]))


def _alternatives() -> str:
    """All words, by their first sign, the longest first.

    In bunches behind a set of first signs: what begins no word is passed over eight times faster (measured).
    """
    groups = _by_first(_kinds())
    bunches = [groups[start : start + _BUNCH] for start in range(0, len(groups), _BUNCH)]
    return "|".join(f"(?=[{''.join(re.escape(first) for first, _ in bunch)}])(?:{_branches(bunch)})" for bunch in bunches)


def _branches(groups: Sequence[tuple[str, list[str]]]) -> str:
    return "|".join(f"{re.escape(first)}{_rest(rest)}" for first, rest in groups)


def _rest(words: Sequence[str]) -> str:
    """What may follow a beginning that these words share, shared beginnings once: 公开(?:申请)?."""
    longer = [word for word in words if word]
    if len(longer) == 1:
        return f"(?:{re.escape(longer[0])}){'?' if '' in words else ''}"
    return f"(?:{_branches(_by_first(longer))}){'?' if '' in words else ''}" if longer else ""


def _by_first(words: Iterable[str]) -> list[tuple[str, list[str]]]:
    return [(first, [word[1:] for word in own]) for first, own in groupby(sorted(set(words)), key=lambda word: word[0])]
