"""Whether a denial says that no request was received at all."""

import re
from collections.abc import Sequence

from gouji.narrative.context.passage import Passage
from gouji.narrative.sentence.clauses import Clause, unknown
from gouji.narrative.sentence.lexicon import Token

_RECEIVED = frozenset([
    "未收到", "没有收到", "未接到", "没有接到", "未受理", "没有受理", "未接收到", "未接收", "未发生", "没有发生", "未产生", "没有产生",
    "无", "没有", "未有", "暂无", "并无", "未出现", "没有出现", "未申请", "未共收到", "尚无", "未曾", "未涉及", "未提起", "从未",
    "不存在", "未办理", "未接受", "未新收到", "没有新收到", "未新接到", "没有新接到", "未新受理", "没有新受理",
])  # fmt: skip
# None of this kind, none by this way, none that went wrong: never none at all.
_NARROWED = re.compile(
    "关于|涉及|有关|针对|逾期|超期|超时|不满|争议|纠纷|责任|泄密|违规|引发|引起|导致|问题|不当|错误|延期|不及时|投诉|举报|重复|同一|批量|恶意|疑难|败诉|纠错|变更|撤销|违法|跨年|超出|不属于|异议|意见|方面的"
)
# 以口头方式提出的, 当场提出的: none by this way; not where several ways are listed.
_BY_ONE_WAY = re.compile(
    "(?:以|通过|用|采取|采用)(?!任何|各种|各类|多种|一切|其他)[^,。;、和或及与]{1,8}(?:方式|形式|渠道|途径)(?:提|递|申请|的)"
    "|(?<![、或和及与])(?:口头|当场)(?![、或和及与])"
)
# 未收到书面或其他形式的申请, 未收到任何通过网络、来信等方式提出的申请
_WHATEVER_WAY = re.compile(
    "(?:以|通过|采取|采用|用)?[^,;。]{1,32}(?:或者?|和|及|与|、|以及)(?:其他|其它)(?:任何|各种|各类)?(?:形式|方式|途径|渠道)(?:提交|提出|递交|来)?(?:的)?(?:申请)?"
    "|任何(?:以|通过|采取|采用|用)[^,;。等]{1,24}、[^,;。等]{1,12}等(?:各种|各类|多种)?(?:形式|方式|途径|渠道)(?:提交|提出|递交)?(?:的)?(?:相关)?"
)
# Ways of applying where ways are listed; otherwise things of their own.
_WAYS = frozenset(["来信", "来函", "来电", "来访"])
# 结转下年度继续办理的政府信息公开申请数量为零: of those that the words before 的 choose.
_CHOSEN = re.compile("(?<!收到)(?<!受理)(?<!新收)(?<!接到)(?<!接收)(?<!收取)(?<!提出)(?<!提交)(?<!办理)的(?:政府|政务)?(?:信息公开|信息)?$")
# 依申请公开平台未收到申请, 受理点没有接到申请: none there; 各平台均未收到: none at all.
_AT_ONE_PLACE = re.compile(
    r"(?:平台|(?:公开|申请|办理)系统|网站|门户|网上|线上|渠道|途径|邮箱|信箱|窗口|受理点|受理处|专栏|栏目|大厅)(?:上|中|内|里|处)?"
    r"(?:20\d\d年度?|本年度?|今年|全年|年内|至今|目前|尚|暂|也)*$"
)
_EVERYWHERE = re.compile("各|所有|全部|等|线上(?:、|和|及|与)?线下|[、和及与]")
_OF_NEXT_OR_LAST = re.compile("结转|转结|转入|遗留|下一?年|上一?年|继续办理")
_OF_ANOTHER_THING = re.compile(
    "(?:的|类|方面|工作|相关|有关|信息|情况)*(?:案例|典型案例|咨询|建议|意见|投诉|举报|信访|申诉|争议|纠纷|反馈|评价|催办|更正|补正|通报|批评|差评)"
)
# 公民 may be everybody, 自然人 is not.
_ANYBODY = ("公民", "公民申请")
_NEAR_NOUN = 42
_NEAR_BARE = 8


_IN_A_TIME = re.compile("(?<!报告)(?<!统计)(?<!年度)(?<!工作)期间,$")


def of_chosen_requests(text: str, clause: Clause, start: int) -> bool:
    """Whether the requests of which a phrasing says that there are none are chosen by the words before it."""
    before = text[clause.start : start]
    if _at_one_place(before):
        return True
    if before.endswith("的") and _OF_NEXT_OR_LAST.search(before):
        return True
    if _IN_A_TIME.search(text[: clause.start]):
        return True
    return _CHOSEN.search(before) is not None or _BY_ONE_WAY.search(text, start, clause.end) is not None


def _narrowed(text: str, start: int, request: Token, end: int) -> bool:
    """Whether the words around the request choose some; not those of its name: 依申请公开方面的诉求."""
    around = _NARROWED.search(text, start, request.start) or _NARROWED.search(text, request.end, end)
    return bool(around or _BY_ONE_WAY.search(text, start, end))


def whatever_way(text: str, start: int, end: int) -> bool:
    """书面或其他形式的: by any way."""
    return _WHATEVER_WAY.fullmatch(text, start, end) is not None


def _at_one_place(before: str) -> bool:
    """Whether the words before a denial name one place alone at which requests may come in."""
    return _AT_ONE_PLACE.search(before) is not None and not _EVERYWHERE.search(before[-_NEAR_PLACE:])


_NEAR_PLACE = 16


def none_received(text: str, objects: Sequence[Token], clause: Clause, index: int, passage: Passage) -> str:
    """Which quantity 未收到政府信息公开申请 denies; "" where it is on one subject, from one kind of applicant or in time."""
    denial = clause.tokens[index]
    word = text[denial.start : denial.end]
    kinds = [token.kind for token in objects]
    request = next(
        (token for token in objects if token.kind == "request" or (token.kind == "ask" and passage.topic.kind == "request")), None
    )
    if request is None or word not in _RECEIVED or _narrowed(text, denial.end, request, clause.end) or clause.depth:
        return ""
    if whatever_way(text, denial.end, request.start):
        objects = [t for t in objects if t.kind != "channel" and text[t.start : t.end] not in _WAYS]
        kinds = [token.kind for token in objects]
    beyond = set(kinds) - {"request", "ask", "receive", "handle", "applicant", "published", "foreign"}
    if beyond or "noise" in kinds or _at_one_place(text[clause.start : denial.start]):
        return ""
    whom = {token.name for token in objects if token.kind == "applicant"}
    anybody = len(whom) == 1 and any(text[t.start : t.end] in _ANYBODY for t in objects if t.kind == "applicant")
    if whom and not anybody and (len(whom) == 1 or "natural_person" not in whom):
        return ""  # 未收到企业提出的申请: perhaps others applied
    if any(t.kind in ("foreign", "published") and t.name != "proactive" and t.start < request.start for t in objects):
        return ""
    if _OF_ANOTHER_THING.match(text, request.end):
        return ""  # 未收到依申请公开咨询
    if _IN_A_TIME.search(text[: clause.start]):
        return ""  # 在国庆假期期间，未收到
    if _of_a_kind(text, clause, denial, request, passage):
        return ""  # 没有收到政策兑现申请, 未收到涉密信息公开申请, 无上级转办的信息公开申请
    distance = request.start - denial.end
    if distance > (_NEAR_BARE if word in ("无",) else _NEAR_NOUN):
        return ""
    return "none_from_citizens" if anybody else "none_received"


# 未收到过任何公民、法人和其他组织提出的申请
_ANY_KIND = re.compile("过|任何|其[他它]|法人|组织|主动|政务|行政机关|[或人及]")
_MOST_BEHIND = 2


def _of_a_kind(text: str, clause: Clause, denial: Token, request: Token, passage: Passage) -> bool:
    """Whether words that the grammar does not know choose some requests, before them or behind: 一件申请多次补正."""
    before = unknown(text, clause, denial.end, request.start, passage.who.names)
    if request.kind == "ask" and before:
        return True
    behind = unknown(text, clause, request.end, clause.end)
    if "除外" in behind:
        return False
    turned = any(t.name == "proactive" and t.start >= request.end for t in clause.tokens)  # 依申请公开转为主动公开
    return turned or len(_ANY_KIND.sub("", before)) > 1 or len(behind.replace("政府网", "")) > _MOST_BEHIND
