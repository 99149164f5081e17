"""Whose number a claim is: the report's own, perhaps, or that of another body or another span of time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from gouji.narrative.claim import Scope
from gouji.narrative.context.called import LEVELS, level_of, may_be, short_names
from gouji.narrative.context.units import acts
from gouji.narrative.sentence.clauses import Clause, elsewhere
from gouji.narrative.sentence.lexicon import Token
from gouji.report import Report

_BODY = re.compile(
    r"[一-龥]{2,16}?(?:局|委|办|厅|镇|乡|街道|中心|政府|大队|支队|办事处|委员会|管委会|集团|公司|学校|医院|法院|检察院|公安|部|所|站|科|股|处|队|分局|县|市|区|省|旗|州)$|(?:省|市|县|区|州|旗|镇|乡|上级)(?:人民政府|政府|局|厅|委|府办)$"
)
_AROUND = re.compile(
    r"(?:\d{4}年度?|(?:政府)?信息公开类?|全年|本年度?|年度内|今年|年内|截至.*日|共|总共|累计|合计|新|已|还|也|又|均|\d+|、|期间|以来|机关"
    r"|(?:承办|牵头|承接|负责|办理|受理|收到|答复|接收|作出|做出|实施|下达|制定|制发|印发|出台|办结|准予|核发)的?)+$"
)
_OWN = re.compile(r"(?:我|本|全|各|该|其)(?:局|委|办|厅|镇|乡|街道|街|中心|大队|支队|办事处|部|所|站|科|区|县|市)$|单位$|机关$|部门$")
_SUBJECTS = frozenset(("area", "others", "behalf", "office", "own"))
_COLLECTIVE = frozenset(("area", "behalf", "office"))
_TOWNS = ("镇", "乡", "苏木")
# 清沐经济开发区管理委员会: it runs its zone as a government does; that of a park or of waters has other work, and lies in another 区.
_OF_A_ZONE = re.compile("(?<![景胜护假灌库林矿校社小])区(?:管理委员会|管委会)$")
_LEVELS = {"市": "市", "县": "县", "区": "区", "省": "省", "州": "州", "旗": "旗", "盟": "盟", "镇": "镇", "乡": "乡", "木": "苏木"}


@dataclass(frozen=True)
class Speaker:
    """Who reports: the body's name, whether the report is a whole government's or an office's, and the year.

    `both`: an office's that is its government's own too, without the other bodies of its area.
    """

    name: str
    year: int | None
    both: bool = False

    @cached_property
    def government(self) -> bool:
        return self.name.endswith(("政府", "盟行政公署"))

    @cached_property
    def office(self) -> bool:
        return self.name.endswith(("政府办公室", "政府办公厅", "府办公室", "政府办"))

    @cached_property
    def office_of(self) -> str:
        """The levels of which its office may be called: 区 of 播州区人民政府办公室, any of what is no office."""
        place = re.sub("(?:人民政府|政府|府)办(?:公[室厅])?$", "", self.name)
        return place[-1:] if self.office and place[-1:] in LEVELS else "".join(LEVELS)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What this body may be called for short, the longest first: 云溪县柳汀镇人民政府, 云溪县柳汀镇, 柳汀镇."""
        return short_names(self.name) if not self.both else (*short_names(self.name), *self._of_its_government)

    @cached_property
    def _of_its_government(self) -> tuple[str, ...]:
        return short_names(re.sub("办公?[室厅]$", "", self.name)) if self.both else ()

    def of_its_whole(self, voice: "Voice") -> bool:
        """Whether a voice may be of more than the tables: of a government's whole area with all bodies in it, or of several years.

        A town has no bodies that report apart.
        """
        return voice.running or (self.over_others and voice.collective and voice.subject is Scope.OWN)

    @cached_property
    def over_others(self) -> bool:
        """Whether this is a government, or a zone's committee, with bodies below it that report apart."""
        return self.level not in ("", *_TOWNS)

    @cached_property
    def reviews_nothing(self) -> bool:
        """Whether this is a town's or a sub-district's office, over which others review."""
        return self.level in _TOWNS or self.name.endswith(("街道", "街道办事处", *_TOWNS))

    @cached_property
    def level(self) -> str:
        """全市 is a city government's own: the last sign of the place before 人民政府; 我区 is that of a zone's committee."""
        if _OF_A_ZONE.search(self.name):
            return "区"
        place = self.name.removesuffix("行政公署").removesuffix("政府").removesuffix("人民")
        return _LEVELS.get(place[-1:], "") if self.government else ""

    @cached_property
    def _places(self) -> re.Pattern[str] | None:
        """The places in the body's name, where a text speaks of them and of no body in them."""
        zone = self.name.removesuffix("委员会").removesuffix("管理")
        places = re.findall(r"[一-龥]{1,6}?(?:市|县|区|省|州|旗)", self.name)
        if zone != self.name:
            places = [place for place in places if not zone.endswith(place)]  # 深汕特别合作区共收到, of its committee
        if not places:
            return None
        names = "|".join(re.escape(place) for place in sorted({*places, "".join(places)}, key=len, reverse=True))
        return re.compile(
            rf"(?:{names})(?!人民政府|政府(?!信息|系统)|县|市|区|[^,。;]{{0,10}}?(?:局|委|厅|办(?!理|结|复|件)|处(?!理|罚)|镇|乡|街道|所(?!有|收)|中心|队))"
        )

    def places_in(self, text: str, start: int, end: int) -> list[Token]:
        """A place named alone, as a word for all of it: 松陂县共收到……"""
        if self._places is None:
            return []
        found = self._places.finditer(text, start, end)
        return [Token("area", match.group()[-1], match.start(), match.end()) for match in found]

    def is_named(self, text: str) -> bool:
        """Whether a text names this body in full."""
        return bool(self.name) and self.name in text

    def is_called(self, name: str) -> bool:
        """Whether a short name may be this body's: its signs in their order, the last one the same."""
        return may_be(self.name, name) or name in self._of_its_government


# 播州区人民政府（区人民政府办公室）
_BOTH = re.compile("(?P<government>.+政府)[(（](?:[^()（）]*政府办|[^()（）]*府办)(?:公[室厅])?[)）]")


def speaker(report: Report) -> Speaker:
    """Who speaks in a report."""
    name = report.agency.value or ""
    both = _BOTH.fullmatch(name)
    return Speaker(f"{both['government']}办公室" if both else name, report.report_year, both is not None)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose numbers follow, and of which span of time. `collective`: a government, an area or an office speaks, no named body.

    `running`: 累计 without a word on since when, which may be more than one year.
    """

    subject: Scope = Scope.OWN
    span: Scope = Scope.OWN
    collective: bool = False
    running: bool = False

    @property
    def scope(self) -> Scope:
        return max(self.subject, self.span, key=_RANKS.index)


# 比2022年, 较2022年, 相比于2022年: another year for a moment only.
_THAN = ("比", "较", "与", "同", "和", "相比于", "相较于", "对比于", "较之")
_RANKS = (Scope.OWN, Scope.UNCLEAR, Scope.OTHER)


def voice_at(who: Speaker, text: str, said: Sequence[Clause], at: int, head: Token | None, before: Voice) -> Voice:
    """Whose number stands in the last of these clauses at this position; `before` is what the sentences before have said."""
    first = max((index for index, clause in enumerate(said) if clause.after == "."), default=0)  # a full stop of Latin print
    if first and any(token.kind == "number" for clause in said[:first] for token in clause.tokens):
        earlier = voice_at(who, text, said[:first], said[first].start, None, before)
        before = Voice(earlier.subject, before.span, earlier.collective)
    words = [
        (n, token) for n, clause in enumerate(said) if n >= first for token in clause.tokens if token.start < at or token.kind == "office"
    ]
    own = len(said) - 1
    words += [(n, token) for n, c in enumerate(said) if n >= first for token in who.places_in(text, c.start, min(c.end, at))]
    words = sorted((w for w in words if not _of_a_town(who, text, w[1])), key=lambda word: word[1].start)
    subject, collective = _subject(who, text, words, own, said, before)
    if elsewhere().search(text, said[first].start, at):
        subject = Scope.UNCLEAR if subject is Scope.OWN and any(token.kind == "own" for _, token in words) else Scope.OTHER
    if head is not None and (named := _named(who, text, said[-1], head)) is not None:
        subject = max(subject, named, key=_RANKS.index)
    elif subject is Scope.OWN and (
        _BRACKETED.search(text, 0, said[-1].start) or acts(text, said[-1].start, at, who.is_called) or _goes_on(who, text, said[first:], at)
    ):
        subject = Scope.UNCLEAR
    span = _span(who, text, words, said, before)
    running = span is not Scope.OWN and before.span is Scope.OWN and _since_unsaid(text, words)
    return Voice(subject, Scope.OWN if running else span, collective, running)


def of_its_level(who: Speaker, text: str, token: Token) -> bool:
    """未收到本级依申请公开事项, of a bureau: its own; 本级收到, 收到县本级 may be told beside others."""
    return token.name == "level" and not who.over_others and _OBJECT.search(text[: token.start]) is not None


_OBJECT = re.compile("(?:收到|接到|受理|接收|办理)(?:对|向|涉及)?(?:[我本全](?:局|委|厅|办|院|镇|乡|街道|机关|单位|部门))?$")


def _of_a_town(who: Speaker, text: str, token: Token) -> bool:
    """柳汀镇人民政府办公室: the office of a town reports nothing apart from it."""
    return token.kind == "office" and who.level in _TOWNS and text[: token.start].removesuffix("人民").endswith(_TOWNS)


# 全县各级行政机关, 全区各部门、镇街: all bodies of an area, which is as much as the area itself.
_EVERYBODY = re.compile(
    "(?:政府)?(?:系统)?(?:内)?(?:各级|各?行政机关|各机关|政府系统|各?(?:职能|直属|有关|政府)?(?:部门|单位)(?:、|和|及|以及)*各?(?:乡镇|镇街|街镇|镇|乡|街道|县区|区县|园区)"
    "|各?(?:乡镇|镇街|街镇|镇|乡|街道|县区|区县)(?:、|和|及|以及)*各?(?:职能|直属|有关|政府)?(?:部门|单位))"
)


def _of_everybody(who: Speaker, text: str, marks: Sequence[tuple[int, Token]]) -> bool:
    """Whether the last of these words names all bodies of the government's own area."""
    area = next((token for _, token in reversed(marks) if token.kind != "others"), None)
    if area is None or area.kind != "area" or not who.over_others or area.name != who.level:
        return False
    return bool(_EVERYBODY.match(text, area.end))


def _subject(
    who: Speaker, text: str, words: list[tuple[int, Token]], own: int, said: Sequence[Clause], before: Voice
) -> tuple[Scope, bool]:
    marks = [(index, token) for index, token in words if token.kind in _SUBJECTS and not _no_subject(who, text, token)]
    to_another = (
        _TO_ITS_GOVERNMENT.search(text, said[0].start, said[own].end) if "政府" in text and not (who.government or who.both) else None
    )
    if to_another and not any(token.start >= to_another.end() for _, token in marks):
        return Scope.OTHER, True
    if not marks:
        return before.subject, before.collective
    index, token = marks[-1]
    if token.kind == "others" and _of_everybody(who, text, marks):
        return Scope.OWN, True
    scope = Scope.OWN if of_its_level(who, text, token) else _whose(who, token)
    if token.kind == "office" and _level_before(text, token) in LEVELS - set(who.office_of):
        scope = Scope.OTHER  # 市政府办公室, of a district's
    if any(token.kind == "behalf" for i, token in marks if i == index):
        scope = Scope.OTHER
    near = index == own or any(t.kind == "number" for clause in said[index:own] for t in clause.tokens if t.start > token.start)
    return (scope if near or scope is Scope.OWN else Scope.UNCLEAR), token.kind in _COLLECTIVE


# 以市政府为被申请人的申请, 向市政府提出的申请, 市政府本级申请: its government's, not an office's or a bureau's.
_TO_ITS_GOVERNMENT = re.compile(
    "(?:以[^,。;()办]{0,8}政府(?:本级)?为被申请|向[^,。;()办]{0,8}政府(?:本级)?(?:提[出交]|递交|申请)|[省市县区州]政府本级(?![、和及与]))"
)


# 征求相关部门意见后, 与各科室会商后: who was asked answers for nothing that is counted.
_WHO = "(?:各|相关|有关|涉及|所涉|相应|责任|承办|主管|业务|职能|成员|法制|法律|保密|科室|部门|单位|镇街|机构|人员|律师|顾问|[、和及与])*"
_TO_ASK = "(?:征求|征询|听取|咨询|函询|请示|商请|提请|报请|沟通|协调|对接|联系|会商|协商|督促|转请|商|与|同|和|向|请|经)(?:了|过)?"
_ANSWER = "(?:意见|核实|核查|沟通|会商|协商|研究|确认|反馈|审核|审查|了解|协调|对接|讨论|查询|查找|征询|座谈)"
_ASKING, _ASKED = re.compile(f"{_TO_ASK}{_WHO}$"), re.compile(f"{_WHO}(?:的)?{_ANSWER}")
# 强化部门会商, 建立部门联动机制: how a body works with others, whose numbers do not follow.
_TO_STRENGTHEN = (
    "(?:强化|加强|密切|深化|注重|健全|完善|建立|构建|推动|推进|促进|落实|做好|优化|畅通|增强|坚持|形成|加大|提升)"
    "(?:了|起|与|和|同|跨|多|各|[、和及与])*"
)
_TOGETHER = (
    f"{_WHO}(?:间|之间|相互|内部|横向|上下|的)*(?:会商|协商|协调|协作|协同|联动|配合|沟通|衔接|合作|联合|对接|联系|协办|共享|信息共享)"
)
_STRENGTHENING, _TOGETHER_WITH = re.compile(f"{_TO_STRENGTHEN}{_WHO}$"), re.compile(_TOGETHER)
_TURNED_IN = re.compile(r"(?:(?:上一?|去|前一?|往)(?:年度?|报告年度)|(?P<year>20\d\d)年度?)(?:末|底)?(?:由|从|的|因|继续|依法)?$")


# 通过云溪县政府信息依申请公开系统收到11件: the place is in a platform's name.
_BY_MEANS = re.compile("(?:通过|依托|利用|经由?|借助)[^,;。的]{0,6}$")
_OF_A_PLATFORM = re.compile("(?:人民)?政府(?:门户|信息|政务)[^,;。\\d]{0,14}(?:系统|平台|网站|网|栏目|邮箱|渠道)")


# 本级机关不掌握等原因无法提供: the body itself, whatever it reports for.
_HELD = re.compile("(?:均|并|确|也|都)?(?:不|未|没有|尚未)(?:掌握|制作|保存|获取|存在|持有|产生|形成|留存)")


def _no_subject(who: Speaker, text: str, token: Token) -> bool:
    """Others who were only asked: 征求相关部门意见后; 上年转办, 2022年转办: carried over, and on nobody's behalf."""
    before = text[max(0, token.start - 16) : token.start]
    if token.kind == "behalf":
        turned = _TURNED_IN.search(before) if text.startswith("转办", token.start) else None
        return turned is not None and (turned["year"] is None or (who.year is not None and int(turned["year"]) < who.year))
    if token.name == "level" and _HELD.match(text, token.end):
        return True
    if token.kind == "area" and _BY_MEANS.search(before) and _OF_A_PLATFORM.match(text, token.end):
        return True
    if token.kind != "others":
        return False
    consulted = _ASKING.search(before) and _ASKED.match(text, token.end)
    joined = _STRENGTHENING.search(before) and _TOGETHER_WITH.match(text, token.end)
    return _within_its_name(who, text, token) or bool(consulted or joined)


def _within_its_name(who: Speaker, text: str, token: Token) -> bool:
    """安镇街道: 镇街 are no others here."""
    longest = max(map(len, who.names), default=0)
    near = text[max(0, token.start - longest) : token.end + longest]
    return any(name in near and text[token.start : token.end] in name for name in who.names)


def _level_before(text: str, office: Token) -> str:
    """市 of 市政府办公室 and of 朔州市府办."""
    first = text[office.start]
    return first if first in LEVELS else text[: office.start].removesuffix("人民")[-1:]


def _whose(who: Speaker, token: Token) -> Scope:
    match token.kind:
        case "own":
            return Scope.OWN
        case "area":
            return Scope.OWN if who.level and token.name in (who.level, "here") else Scope.OTHER
        case "office":
            return Scope.OWN if who.office else Scope.OTHER
        case "others" if who.government:
            return Scope.UNCLEAR
        case _:
            return Scope.OTHER


def _span(who: Speaker, text: str, words: list[tuple[int, Token]], said: Sequence[Clause], before: Voice) -> Scope:
    """What 上半年, 累计, 上年 or another year's name make of it; a year's name within 结转2026年度 belongs to that word."""
    found = before.span
    for index, token in words:
        compared = token.kind == "year" and text[max(0, token.start - 3) : token.start].endswith(_THAN)
        if (token.name == "cumulative" and _this_year(who, text, words, token)) or _of_the_requests(text, token):
            continue
        scope = None if compared and index != len(said) - 1 else _of_time(who, token, index == len(said) - 1, said[index])
        if scope is not None:
            found = scope
    return found


# 办理因2022年度政府信息公开申请引发的行政复议3件: the year is that of the requests, not that of the cases.
_CAUSE = re.compile("(?:政府)?信息公开(?:的)?(?:申请|工作|答复|事项)*(?:而)?(?:引发|引起|产生|导致|提起)")


def _of_the_requests(text: str, year: Token) -> bool:
    return year.kind == "year" and text[year.start - 1 : year.start] in ("因", "由", "就", "对") and bool(_CAUSE.match(text, year.end))


def _since_unsaid(text: str, words: Sequence[tuple[int, Token]]) -> bool:
    """累计收到8件, where no year and no span is named."""
    spans = [token for _, token in words if token.kind in ("time", "year")]
    return len(spans) == 1 and text[spans[0].start : spans[0].end] == "累计"


def _this_year(who: Speaker, text: str, words: list[tuple[int, Token]], cumulative: Token) -> bool:
    """2023年，本单位累计收到: of this year alone; 截至2023年底累计, 自2019年以来累计 are of all years."""
    if text[cumulative.start : cumulative.end] != "累计":
        return False
    spans = [t for _, t in words if t.end <= cumulative.start and (t.kind == "year" or t.name in ("whole", "last", "half", "cumulative"))]
    if not spans or text[max(0, spans[-1].start - 2) : spans[-1].start].endswith(("至", "到", "自", "从", "止")):
        return False
    if text[spans[-1].start : spans[-1].end] == "以来" and len(spans) == 2 and spans[0].end == spans[1].start:
        spans.pop()  # 今年以来，累计收到
    return spans[-1].name == "whole" or (spans[-1].kind == "year" and who.year is not None and int(spans[-1].name) == who.year)


def _of_time(who: Speaker, token: Token, here: bool, clause: Clause) -> Scope | None:
    match token.kind, token.name:
        case "time", "whole" if _of_the_time_named(token, clause):
            return None
        case "time", "whole":
            return Scope.OWN
        case "time", "half":
            return Scope.OTHER
        case "time", "last" if any(t.end == token.start and t.kind == "year" for t in clause.tokens):
            return None  # 2022年同期: of that year
        case "time", "cumulative" if any(t.end == token.start and (t.kind == "year" or t.name == "whole") for t in clause.tokens):
            return None
        case "time", "cumulative" if not here and not any(t.kind in ("number", "change") for t in clause.tokens):
            return Scope.UNCLEAR  # 自条例施行以来，受理申请24件
        case "time", "last" | "cumulative" if not here and _tells_of(clause, token):
            return Scope.UNCLEAR
        case "time", "cumulative" | "last":
            return Scope.OTHER if here else Scope.OWN
        case "year", _ if not _of_a_carry(token, clause) and who.year is not None:
            return Scope.OWN if int(token.name) == who.year else Scope.OTHER
    return None


def _of_the_time_named(whole: Token, clause: Clause) -> bool:
    """截至6月底，今年以来; 去年全年, 2022年全年: of the time that is named beside it."""
    return any(
        (t.name == "cumulative" and t.start == whole.end) or (t.end == whole.start and (t.kind == "year" or t.name == "last"))
        for t in clause.tokens
    )


def _tells_of(clause: Clause, last: Token) -> bool:
    """上年收到申请20件，答复20件; 上年发生的复议案件，纠正9件: the clause begins with last year, and the next may still be of it."""
    kinds = {t.kind for t in clause.tokens if t.start >= last.end}
    opening = all(t.kind in ("time", "year") for t in clause.tokens if t.start <= last.start)  # 截至2023年底累计收到
    counted = "receive" in kinds and "number" in kinds
    named = bool(kinds & {"request", "dispute"}) and not kinds & {"number", "carry"}
    return opening and (counted or named) and "change" not in kinds


def _of_a_carry(token: Token, clause: Clause) -> bool:
    # 2022年未转结: the sign of the denial stands between
    return any(t.kind == "carry" and (t.end == token.start or 0 <= t.start - token.end <= 1) for t in clause.tokens)


def _named(who: Speaker, text: str, clause: Clause, head: Token) -> Scope | None:
    """What another body's name before the verb makes of it: 其中城南镇收到3件; None where nobody is named."""
    before = text[clause.start : head.start]
    on_a_site = before.endswith(("网站", "平台")) or (text.startswith("政府", head.start) and before[-1:] in LEVELS)
    if head.kind == "channel" and on_a_site:
        return None  # 在县政府网站在线申请3件: the way by which they came
    said = _AROUND.sub("", before)
    if said.endswith("所") and text.startswith("收", head.start):
        before = _AROUND.sub("", said[:-1])
        if not before or _OWN.search(before):
            return None  # 全年所收到的申请, 我局所收到的
    match = _BODY.search(said[-18:])
    if match is None or _OWN.search(said) or (_is_ruled(head) and _by_its_reviewer(who, said)):
        return None
    if head.kind == "channel" and _THROUGH.search(text, clause.start, head.start):
        return None
    return Scope.OWN if any(who.is_called(name) for name in _tails(match.group(), level_of(who.name))) else Scope.OTHER


# 通过市政府网站在线申请9件: whose website it is says nothing of whose requests these are.
_THROUGH = re.compile("(?:通过|依托|利用|借助)[^,;。、\\d到悉理转交]{0,14}$")


def _is_ruled(head: Token) -> bool:
    return head.kind == "ruling" or head.name.startswith("all_upheld")


_REVIEWER = re.compile(
    r"(?P<by>被|由|经)?(?P<name>[^均都被由经\W]{0,8}?(?:政府|复议机关|法院|司法[局厅]))(?:复议|审理|审查|决定|裁定|判决|依法)*$"
)


def _by_its_reviewer(who: Speaker, said: str) -> bool:
    """被申请行政复议4件，均被市政府维持: who upholds it has no part in whose case it is; a government may review others' itself."""
    reviewer = _REVIEWER.search(said)
    if reviewer is None or who.is_called(reviewer["name"]):
        return False
    return reviewer["by"] is not None or reviewer["name"].endswith("法院") or not (who.government or who.office)


# 村(居)未收到, 乡镇(街道)收到
_BRACKETED = re.compile("(?:村|乡镇|镇街|镇|乡|部门|单位|街道|科室|区|县)\\([^()\\d]{1,8}\\)$")
_ACTING = re.compile(
    r"(?:(?<!网)站|[局委办厅镇乡道心府队处会团司校院察安部所科股县市区省旗州])(?:全年|本年度?|年内|今年|\d{4}年度?|没有|[共计总又也新已还均未都从尚暂])*(?:承办|收到|受理|办理|办结|答复|接收|接到|作出|收悉|登记|发生)"
)
_ANEW = frozenset(("own", "area", "office"))


def _goes_on(who: Speaker, text: str, said: Sequence[Clause], at: int) -> bool:
    """信息中心收到申请12件，已全部办结: whether a clause before tells what another body did, and this one names nobody anew."""
    acting = next(reversed([*_ACTING.finditer(text, said[0].start, said[-1].start)]), None)
    if acting is None:
        return False
    clause = next(clause for clause in said if clause.start <= acting.start() < clause.end)
    verb = Token("verb", "", acting.start() + 1, acting.end())
    if _named(who, text, clause, verb) is not Scope.OTHER or clause.depth > said[-1].depth:
        return False
    since = [t for c in said for t in c.tokens if acting.end() <= t.start < at]
    return not any(t.kind in _ANEW or (t.kind, t.name) == ("time", "whole") or t.kind == "year" for t in since)


def _tails(name: str, level: str) -> Iterator[str]:
    """A name with what may stand before it taken off, sign by sign: 其中区水务局, 区水务局, 水务局; never the place of another level."""
    others = LEVELS - {level} if level else frozenset()
    yield from (name[start:] for start in range(max(1, len(name) - 2)) if not start or name[start - 1] not in others)
