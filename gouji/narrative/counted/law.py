"""What a number counts in Table 2: documents made, repealed or in force, decisions, fees."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from gouji.narrative.context.head import Head
from gouji.narrative.sentence.clauses import PASSED, Clause, gap
from gouji.narrative.sentence.lexicon import Token

_BETWEEN = 2
# 省政府规章, 部门规范性文件: another body's.
_OF_OTHERS = re.compile("政府|部门|单位|上级|国务院|党")
# 制定政府规章0件、规范性文件3件: what the form itself calls so, counted first; not 制定市政府规章1件、规范性文件3件
_REGULATIONS_FIRST = re.compile(r"^(?:了)?政府规章(?:[共合总]计|[共为有])?\d+[件部份个](?=[、,和及])")
# 对区政府的规范性文件全面清理
_OF_ANOTHER = re.compile("(?:政府|部门|上级|单位)的(?:行政)?$")
_NOT_YET = re.compile("(?:拟|计划|将|准备|预计|打算|待|应|需|建议|提请|参与|配合|协助|指导)$")
_YUAN = ("元", "万元")
# Verbs with which decisions are announced, listed or asked for, not made.
_NOT_MADE = frozenset(("published", "listed", "handle", "receive", "foreign", "rate"))


def document_head(text: str, said: Sequence[Clause], index: int) -> Head | None:
    """制发行政规范性文件2件, 废止55件, 制发6个规范性文件: the act and the kind of document, from the sentence so far."""
    clause = said[-1]
    number, words = clause.tokens[index], clause.before(index)
    known = [token for token in words if token.kind not in PASSED]
    if not known or known[-1].kind not in ("act", "document") or gap(text, known[-1].end, number.start, words) not in ("", "文"):
        return None
    act = next((token for token in reversed(known) if token.kind == "act"), None)
    if act is None and known[-1].kind == "document":
        act = _leading_act(said, clause, index)
    document = _document(said, clause, index, known)
    if act is None or document is None or any(token.kind == "published" for token in known):
        return None
    if _NOT_YET.search(text[clause.start : act.start]):
        return None
    if document.name == "foreign-document" or any(t.name == "drafted" and not _reviewed(text, t) for t in (act, *known)):
        return None
    if _OF_ANOTHER.search(text[: document.start]) or _only_proposed(text, clause, document):
        return None
    if act.end <= document.start and _OF_OTHERS.search(_REGULATIONS_FIRST.sub("", text[act.end : document.start])):
        return None
    first = min((act, document), key=lambda token: token.start) if document in known else act
    return Head(f"{document.name}_{act.name}", first)


_PROPOSED = re.compile("(?:建议|提请|参与|配合|协助|指导|备案|报备|代)[^,;。]*$")


def _only_proposed(text: str, clause: Clause, document: Token) -> bool:
    """建议废止县政府规范性文件3件，宣布失效2件: what the clause before the act says of its documents."""
    begun = max(text.rfind(sign, 0, document.start) for sign in ",;:。") + 1
    return document.start < clause.start and _PROPOSED.search(text[begun : document.start]) is not None


def _reviewed(text: str, act: Token) -> bool:
    """全面清理后继续有效的50件: what a review left; 审核并印发2件: what was done in the end."""
    return text.startswith("清理后", act.start) or bool(_AND_ISSUED.match(text, act.end))


_AND_ISSUED = re.compile("(?:并|后|、)(?:依法|及时|正式)?(?:制定|制发|出台|印发|发布)")


def _leading_act(said: Sequence[Clause], clause: Clause, index: int) -> Token | None:
    """制定规章1件、行政规范性文件6件: the act before the list."""
    before = clause.tokens[:index]
    found = [token for token in before if token.kind == "act"]
    return found[-1] if found and not any(t.kind == "published" for t in before) else None


def _document(said: Sequence[Clause], clause: Clause, index: int, known: Iterable[Token]) -> Token | None:
    """The kind of document: named beside the number, behind it, or last in the sentence."""
    here = [token for token in known if token.kind == "document"]
    behind = [token for token in clause.behind(index) if token.kind not in PASSED]
    if here:
        return here[-1]
    if behind:
        return behind[0] if behind[0].kind == "document" and behind[0].start - clause.tokens[index].end <= _BETWEEN + 4 else None
    earlier = [t for c in said for t in c.tokens if t.start < clause.tokens[index].start and t.kind in ("document", "foreign", "decision")]
    return earlier[-1] if earlier and earlier[-1].kind == "document" else None


def decision_head(text: str, said: Sequence[Clause], index: int, several: bool) -> Head | None:
    """作出行政处罚决定34件: decisions made, never items on a list or notices put online."""
    clause = said[-1]
    number, words = clause.tokens[index], clause.before(index)
    known = [token for token in words if token.kind not in PASSED]
    # 公开执法信息，作出行政处罚决定34件: what a clause says of its own acts holds whatever was put online before it.
    own = number.name in _CASES and any(t.kind == "own" and t.end <= number.start for t in clause.tokens)
    telling = (
        [clause]
        if own
        or any(t.kind == "decide" and _tells_of_itself(text[t.start : t.end], number) for t in clause.tokens if t.end <= number.start)
        or _decided_in_the_year(text, said, number)
        else said
    )
    if any(t.kind in _NOT_MADE and not _counted_before(t, c, clause) for c in telling for t in c.tokens if t.start < number.start):
        return None
    if any(t.kind == "carry" for t in words):
        return None  # 2021年结转的行政处罚案件3件
    if listed := _listed(text, clause):
        return _of_the_listed(text, clause, index, listed)
    if not known:
        return None
    behind = [token for token in clause.behind(index) if token.kind not in PASSED]
    made = any(t.kind == "decide" or t.kind == "conclude" for c in said for t in c.tokens if t.start < number.start)
    # 作出行政处罚决定34件
    named = _before_its_verbs(known)
    last = known[named]
    apart = "".join(gap(text, one.end, two.start, words) for one, two in pairwise([*known[named:], number])) if named + 1 else ""
    if (
        last.kind == "decision"
        and not (apart or (last is known[-1] and gap(text, last.end, number.start, words)))
        and (made or number.name != "项" or _none_of_them(text, clause, last, number))
    ):
        none = number.amount is not None and not number.amount.value
        dated = own or any(t.kind == "year" or (t.kind, t.name) == ("time", "whole") for t in clause.tokens if t.end <= last.start)
        sure = made or several or none or (dated and number.name in _CASES)
        sure = sure and (made or not _SHOWN.search(text, last.end, number.start)) and not _put_online(text, said, last, number)
        return Head(f"{last.name}_made", last, () if sure else ("bare-word",))
    if last.kind in ("decide", "conclude") and behind and behind[0].kind == "decision":
        return Head(f"{behind[0].name}_made", last) if behind[0].start - number.end <= _BETWEEN else None
    return _led_by_its_kind(text, said, known, number)


def _before_its_verbs(known: Sequence[Token]) -> int:
    """Where the decision is, from the end: 行政处罚决定34件, 行政处罚共作出决定34件; else the last word."""
    for back in (_ONE_VERB, _TWO_VERBS):
        if len(known) > back and known[-1 - back].kind == "decision" and all(t.kind == "decide" for t in known[-back:]):
            return -1 - back
    return -1


_ONE_VERB, _TWO_VERBS = 1, 2


def _led_by_its_kind(text: str, said: Sequence[Clause], known: Sequence[Token], number: Token) -> Head | None:
    """行政处罚方面，全年作出决定15件: the clause before names the kind and nothing besides."""
    lead = said[-2] if len(said) > 1 else None
    if lead is None or [t.kind for t in lead.tokens] != ["decision"] or not _KIND_ALONE.fullmatch(text, lead.start, lead.end):
        return None
    told = all(t.kind == "decide" for t in known) and _MADE.search(text, said[-1].start, number.start) and number.name in _CASES
    return Head(f"{lead.tokens[0].name}_made", known[0]) if told else None


_KIND_ALONE = re.compile("(?:在)?行政(?:许可|处罚|强制)(?:工作)?(?:方面|情况)?")
_MADE = re.compile(
    "(?:^|[,;:。]|年|度|内|共|机关|单位|局|委|镇|乡|街道)(?:[作做]出)(?:处理|处罚|许可)?决定(?:书)?(?:[共合总]计?|为|有|数量?)*$"
)


# 行政许可类信息0条: of what was made public
_SHOWN = re.compile("类|信息")


def _put_online(text: str, said: Sequence[Clause], word: Token, number: Token) -> bool:
    """征地批复22条；行政处罚决定50条: papers, which may be all of what was decided or some of it; not 作出……决定50条."""
    if number.name != "条" or "数" in text[word.start : number.start]:
        return False
    return not any(t.kind in ("decide", "conclude") and t.end <= word.start for clause in said for t in clause.tokens)


def _decided_in_the_year(text: str, said: Sequence[Clause], number: Token) -> bool:
    """加强民生领域信息公开，全年行政许可决定1680件: nothing was counted before, and the clause begins anew with the year."""
    first = next(iter(said[-1].tokens))
    if first.kind != "year" and (first.kind, first.name) != ("time", "whole"):
        return False
    before = [t for clause in said[:-1] for t in clause.tokens]
    return not any(t.kind in _COUNTED for t in before) and _DECISIONS.search(text, said[-1].start, number.start) is not None


_COUNTED = ("number", "decision", "part")
_DECISIONS = re.compile("行政(?:许可|处罚|强制)(?:处理)?决定(?:书)?(?:[共合总]计?|为|有|数量?|件数)*$")


def _none_of_them(text: str, clause: Clause, last: Token, number: Token) -> bool:
    """2023年我局行政许可0项: none was granted; 新增行政许可0项 is said of a list."""
    none = number.amount is not None and not number.amount.value
    dated = any(t.kind in ("year", "own") or (t.kind, t.name) == ("time", "whole") for t in clause.tokens if t.end <= last.start)
    return none and dated and bool(_NONE.fullmatch(text, last.end, number.start)) and not _ITEMS.search(text, clause.start, number.start)


_NONE = re.compile("[共合总]?计?[为有是]?")


def _counted_before(word: Token, its: Clause, clause: Clause) -> bool:
    """作出行政检查45次，行政处罚36件: what an earlier clause has a number for itself is told of."""
    return word.kind == "foreign" and its is not clause and its.tokens[-1].kind == "number"


_JOINED = re.compile("(?:(?:处理)?决定|案件|措施)?(?:书)?(?:数|数量|件数)?(?:、|和|及|与|以及)(?:作出|做出|实施)?(?:的)?")


def _listed(text: str, clause: Clause) -> list[Token]:
    """The kinds of decisions that a clause names one right after the other before its first number."""
    first = next(at for at, token in enumerate(clause.tokens) if token.kind == "number")
    named = [token for token in clause.tokens[:first] if token.kind == "decision"]
    apart = any(not _JOINED.fullmatch(text, one.end, other.start) for one, other in pairwise(named))
    return named if len({token.name for token in named}) > 1 and not apart else []


def _of_the_listed(text: str, clause: Clause, index: int, named: Sequence[Token]) -> Head | None:
    """行政许可和行政处罚决定分别为130件和30件: each number in its turn; 行政许可、行政处罚决定共160件: of all of them."""
    numbers = [token for token in clause.tokens if token.kind == "number"]
    number = clause.tokens[index]
    words = [token for token in clause.tokens if named[-1].end <= token.start < numbers[0].start]
    told = text[named[0].start : numbers[0].start]
    none = len(numbers) == 1 and number.amount is not None and not number.amount.value and number.name in _CASES
    doubts = () if none or "决定" in told or "作出" in text[clause.start : numbers[0].start] else ("bare-word",)
    if none and not _ITEMS.search(text, clause.start, number.start):
        return Head("+".join(f"{token.name}_made" for token in named), named[0], doubts)  # 行政许可、行政强制均为0件
    if any(token.kind == "each" for token in words):
        turn = numbers.index(number)
        return Head(f"{named[turn].name}_made", named[turn], doubts) if len(named) == len(numbers) else None
    if number is numbers[0] and len(numbers) == 1 and any(token.kind == "together" for token in words):
        return Head("+".join(f"{token.name}_made" for token in named), named[0], doubts)
    return None


# 新增行政许可、行政强制事项0件: none on a list.
_ITEMS = re.compile("事项|项目|新增|减少|变化|变动|调整|取消|下放|争议|复议|诉讼|投诉|信息")
# 我局全年行政处罚231件; 行政许可14项 may be items of a list.
_CASES = frozenset(("件", "起", "宗", "例"))


def _tells_of_itself(verb: str, number: Token) -> bool:
    """作出34件, 实施15起; 实施7项 may be items of a list."""
    return verb.endswith(("作出", "做出")) or (verb.endswith(("实施", "下达")) and number.name in _CASES)


# 未收取信息处理费300元, 退还300元, 应缴300元: no money that came in.
_NOT_CHARGED = re.compile(
    "未|没|(?<!有)无(?![线锡为偿论误障])|不(?:再|予|需|用|必|应)?(?:收|征|缴|交|存在|涉及)|免|减收|少收|退[还回费付]|清退|返还|取消|停[征收止]|欠|缓[缴征]|[应拟][收缴交]|预计|计划"
)


def not_charged(text: str, start: int) -> bool:
    """Whether the clause before text[start] says that this money was not taken, or was given back."""
    begun = max(text.rfind(sign, 0, start) for sign in ",;:。(") + 1
    return _NOT_CHARGED.search(text, begun, start) is not None


_AMOUNT = re.compile("(?:总?金额|总?额|收入|收缴|实收|征收|入库|人民币)+")


# 主动公开行政事业性收费项目，全年收费金额总计80万元
_ITEM_OF_THE_LAW = r"\((?:第[^()]{1,6}|单位[^()]{1,6}|[^()]{0,24}第[^()]{1,4}[项条款])\)"  # not (水土保持补偿费)
_ADMIN_FEE = re.compile(rf"行政事业性收费(?:项目|目录|清单|事项|情况|方面|工作)*(?:{_ITEM_OF_THE_LAW})?(?:共|合计|共计)?(?:\d+项)?[,:;]$")
# 行政事业性收费本年收费金额304万元
_NAMED_FIRST = re.compile(
    rf"行政事业性收费(?:项目|情况|方面|的|共|合计|{_ITEM_OF_THE_LAW})*(?:本年度?|全年|年内|今年|年度|当年|实际|共|全部)*$"
)
_CHARGED = re.compile("收费(?:总金额|总额|金额|收入)?(?:总计|合计|共计|累计|共|为|是|达)*")


def fee_head(text: str, clause: Clause, index: int) -> Head | None:
    """收取信息处理费380元, 行政事业性收费12元."""
    number, words = clause.tokens[index], clause.before(index)
    known = [token for token in words if token.kind not in PASSED]
    if number.name not in _YUAN or not known or known[-1].kind != "fee" or not_charged(text, number.start):
        return None
    if (between := gap(text, known[-1].end, number.start, words)) and not _AMOUNT.fullmatch(between):
        return None
    of_all = known[-1].name == "fee" and _CHARGED.fullmatch(text, known[-1].start, number.start)
    asked = "处理费" in text or any(t.kind in ("request", "ask") for t in clause.tokens)
    named = _ADMIN_FEE.search(text, 0, clause.start) or _NAMED_FIRST.search(text, 0, known[-1].start)
    if of_all and not asked and named:
        return Head("admin_fee", known[-1])
    nothing = known[-1].name == "admin_fee" and number.amount is not None and not number.amount.value
    return Head("no_admin_fee" if nothing else known[-1].name, known[-1])
