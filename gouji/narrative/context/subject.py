"""Whose number a sentence names: the body's own, its area's, that of others."""

import re
from collections.abc import Sequence

from gouji.narrative.claim import Scope
from gouji.narrative.context.called import LEVELS
from gouji.narrative.context.speaker import Speaker, Voice
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token

_SUBJECTS = frozenset(("area", "others", "behalf", "office", "own"))

_COLLECTIVE = frozenset(("area", "behalf", "office"))


def of_its_level(who: Speaker, text: str, token: Token) -> bool:
    """未收到本级依申请公开事项, of a bureau: its own; 本级收到, 收到县本级 may be told beside others."""
    return token.name == "level" and not who.over_others and _OBJECT.search(text[: token.start]) is not None


_OBJECT = re.compile("(?:收到|接到|受理|接收|办理)(?:对|向|涉及)?(?:[我本全](?:局|委|厅|办|院|镇|乡|街道|机关|单位|部门))?$")

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


def subject_of(
    who: Speaker, text: str, words: list[tuple[int, Token]], own: int, said: Sequence[Clause], before: Voice
) -> tuple[Scope, bool]:
    """The scope that the words before a number give it, and whether they name all of an area or of an office's government."""
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
