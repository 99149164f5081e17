"""Shares in per cent beside the number of requests that they are of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.claim import Claim, Scope, Share
from gouji.narrative.context.passage import Counted
from gouji.narrative.context.speaker import Voice
from gouji.narrative.sentence.clauses import Clause, gap, unknown
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import COUNTED, room
from gouji.narrative.sentence.sentences import Sentence


def shares(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted]) -> Iterator[Share]:
    """258件，占33.9%: numbers of requests beside their share."""
    for position, clause in enumerate(parts):
        for index, token in enumerate(clause.tokens):
            amount = token.amount
            if token.name == "%" and amount and (of := _of_share_or_rate(sentence, parts, position, index, counted)):
                low, high = room(replace(amount, about=amount.about or of[2]))
                printed, place = sentence.within(of[1].start, token.end)
                own = _by_its_way(sentence.text, parts, of[0], counted)
                totals = _larger(parts, own.value) if own.quantity == "part" else _counted_larger(sentence.text, counted, of[0])
                yield Share(own, low, high, printed, place, totals)


def _counted_larger(text: str, counted: Sequence[Counted], own: Counted) -> tuple[Decimal, ...]:
    """自然人申请1387件，占95.9%，法人申请60件，占4.1%: neither is what the other is a share of."""
    return tuple(c.claim.value for c in counted if c.claim.exact and c.claim.value > own.claim.value and not _beside(text, c, own))


def _beside(text: str, one: Counted, own: Counted) -> bool:
    """Whether two of a list stand beside each other, neither within the other."""
    alike = any(all(c.claim.quantity in kinds or c.claim.quantity.startswith(kinds[0]) for c in (one, own)) for kinds in _SIDE_BY_SIDE)
    return alike and not _WITHIN.search(text, one.token.end, own.token.start)


_SIDE_BY_SIDE = (
    ("applicants",),
    ("channel",),
    ("granted", "partially_granted", "denied", "unavailable", "rejected", "other_outcomes"),
)
_WITHIN = re.compile(r"其中|\(|包括|含")


def _by_its_way(text: str, parts: Sequence[Clause], one: Counted, counted: Sequence[Counted]) -> Claim:
    """收到73件，其中通过网络收到申请32件，占比59%: of all that came in, told right before it, those by the one way."""
    claim, clause = one.claim, parts[one.clause]
    ways = [t for t in clause.tokens if t.kind == "channel" and t.end <= one.token.start]
    before = next((c for c in reversed(counted) if c.token.end <= clause.start), None)
    if claim.quantity != "received" or claim.doubts != ("by-channel",) or len(ways) != 1 or before is None:
        return claim
    whole = before.claim.quantity == "received" and before.claim.scope is Scope.OWN and not before.claim.doubts and before.claim.exact
    among = whole and before.token.end == parts[before.clause].end and _AMONG_THEM.match(text, before.token.end)
    if not among or among.end() != ways[0].start or before.claim.value < claim.value:
        return claim
    return replace(claim, quantity=f"channel_{ways[0].name}", scope=Scope.OWN, doubts=())


_AMONG_THEM = re.compile("(?:申请)?[,(]其中[,:]?(?:通过|以|经由?)")


def _larger(parts: Sequence[Clause], value: Decimal) -> tuple[Decimal, ...]:
    numbers = [t.amount.value for c in parts for t in c.tokens if t.kind == "number" and t.amount and t.name in COUNTED]
    return tuple(number for number in numbers if number > value)


def _of_share_or_rate(
    sentence: Sentence, parts: Sequence[Clause], position: int, index: int, counted: Sequence[Counted]
) -> tuple[Counted, Token, bool] | None:
    rated = _rated(sentence.text, parts, position, index, counted)
    return (rated, rated.token, False) if rated else _of_share(sentence, parts, position, index, counted)


def _of_share(
    sentence: Sentence, parts: Sequence[Clause], position: int, index: int, counted: Sequence[Counted]
) -> tuple[Counted, Token, bool] | None:
    """The number that a share is of: the last one before it, in the same clause or the one before."""
    clause = parts[position]
    if (turn := _in_turn(clause, index, counted)) is not None:
        return (turn, turn.token, False) if _of_requests(turn.claim.quantity) else None
    words = clause.before(index)
    if any(token.kind == "each" for token in words):
        return None
    marks = (
        [token for token in words if token.kind == "share"]
        or _bracketed(parts, position, index)
        or _as_a_ratio(sentence.text, parts, position, index)
    )
    end = clause.tokens[index].start
    if not marks and (based := _on_a_number(sentence.text, clause, index)):
        marks, words = based
        end = clause.tokens[index - 1].start
    if not marks or any(t.kind in _OTHER_BASES and sentence.text[t.start : t.end] not in _OWN for t in words if t.start > marks[-1].start):
        return None
    base = _BASE.sub("", gap(sentence.text, marks[-1].end, end, words))
    if len(base) > 1:  # 占信息发布总量的: a part of what was made public, no requests
        told = len(_MADE_PUBLIC.sub("", base)) == 0 and marks[-1].kind == "share"
        published = _among(sentence, parts, position, marks[-1]) if told else None
        return (published, published.token, sentence.text[: marks[-1].start].endswith("约")) if published else None
    if (both := _both(sentence, clause, marks[-1], counted)) is not None:
        return both, both.token, False
    if (after := _told_after(sentence.text, parts, position, counted)) is not None:
        return (after, marks[-1], False) if _of_requests(after.claim.quantity) else None
    before = [c for c in counted if c.token.start < marks[-1].start and position - c.clause <= 1]
    numbers = [t for c in parts[: position + 1] for t in c.tokens if t.kind == "number" and t.start < marks[-1].start]
    about = sentence.text[: marks[-1].start].endswith("约")
    if before and before[-1].token is numbers[-1] and _of_something_else(sentence.text, parts, position, before[-1], marks[-1]):
        return None
    if before and before[-1].token is numbers[-1]:
        # 复议1件，占…: only shares of requests have a base that the tables give.
        return (before[-1], before[-1].token, about) if _of_requests(before[-1].claim.quantity) else None
    part = _among(sentence, parts, position, marks[-1]) if marks[-1].kind == "share" else None
    return (part, part.token, about) if part else None


# 应办结 and in-time rates have other bases, and so may 100 %.
_OF_THOSE_DUE = re.compile("应办|按[期时]|到期|期限|时限|如期|信箱|留言|热线|工单|来信|提案|建议")


def _rated(text: str, parts: Sequence[Clause], position: int, index: int, counted: Sequence[Counted]) -> Counted | None:
    """收到10件，办结数5件，办结率63.2%: the rate is that of those concluded, told just before it."""
    clause, number = parts[position], parts[position].tokens[index]
    rate = clause.tokens[index - 1] if index else None
    if rate is None or rate.kind != "rate" or text[rate.start : rate.end] not in ("办结率", "办复率", "答复率"):
        return None
    if (whole := _with_the_rest(parts, position, counted)) is not None and number.amount and number.amount.value < _ALL:
        return whole if not _LETTERS.search(text) and len(_BASE.sub("", text[rate.end : number.start])) <= 1 else None
    if _OF_THOSE_DUE.search(text):
        return None
    if number.amount is None or number.amount.value >= _ALL or len(_BASE.sub("", text[rate.end : number.start])) > 1:
        return None
    before = [c for c in counted if c.token.end <= clause.start]
    last = before[-1] if before else None
    numbers = [t for c in parts[:position] for t in c.tokens if t.kind == "number"]
    if last is None or last.claim.quantity != "concluded" or last.clause != position - 1 or numbers[-1] is not last.token:
        return None
    return last if any(c.claim.quantity in ("received", "handled") for c in before) else None


_LETTERS = re.compile("信箱|留言|热线|工单|来信|提案|建议|应办|到期")


def _with_the_rest(parts: Sequence[Clause], position: int, counted: Sequence[Counted]) -> Counted | None:
    """收到47件，已按时办结42件，5件结转，办结率76.3%: those concluded, where with what was left they are all that came in."""
    own = [c for c in counted if c.token.end <= parts[position].start and c.claim.exact]
    told = {c.claim.quantity: c for c in own}
    if len(own) != len(told) or set(told) != {"received", "concluded", "carried_out"}:
        return None
    received, concluded, left = (told[name].claim.value for name in ("received", "concluded", "carried_out"))
    return told["concluded"] if received and received == concluded + left else None


_ALL = 100
_OWN = frozenset(("我镇", "我乡", "我街道"))


_SUM = re.compile("(?:以上|上述|这)?(?P<count>两|二|三)(?:项|者|类)(?:结果|情形|申请)?(?:合计|共计|总计|合共|共|之和)?$")
_COUNTS = {"两": 2, "二": 2, "三": 3}


def _both(sentence: Sentence, clause: Clause, mark: Token, counted: Sequence[Counted]) -> Counted | None:
    """予以公开37件、部分公开27件，两项合计占74.1%: the sum of those counted last."""
    match = _SUM.fullmatch(sentence.text, clause.start, mark.start)
    own = list(counted)[-_COUNTS[match["count"]] :] if match else []
    if not match or len({c.claim.quantity for c in own}) < _COUNTS[match["count"]] or not all(_of_requests(c.claim.quantity) for c in own):
        return None
    last = own[-1]
    if any(c.claim.quantity in _WHOLES or not c.claim.exact or c.claim.doubts or c.claim.scope is not last.claim.scope for c in own):
        return None
    value = sum((c.claim.value for c in own), Decimal(0))
    claim = replace(last.claim, quantity="+".join(c.claim.quantity for c in own), value=value, low=value, high=value)
    return replace(last, claim=claim)


def _on_a_number(text: str, clause: Clause, index: int) -> tuple[list[Token], list[Token]] | None:
    """占收到申请78件的57.4%: the base stands between the mark and the per cent; with the words before that base."""
    base = clause.tokens[index - 1] if index else None
    if base is None or base.kind != "number" or base.name not in COUNTED or text[base.end : clause.tokens[index].start] not in ("的", ""):
        return None
    words = clause.before(index - 1)
    marks = [token for token in words if token.kind == "share"]
    return (marks, words) if marks else None


def _told_after(text: str, parts: Sequence[Clause], position: int, counted: Sequence[Counted]) -> Counted | None:
    """予以公开占全部办结件的35.9%，合计42件: no number before the share, and one of it in the clause after."""
    if any(t.kind == "number" and t.name in COUNTED for c in parts[max(0, position - 1) : position + 1] for t in c.tokens):
        return None
    after = [c for c in counted if c.clause == position + 1 and c.token.end == parts[position + 1].end]
    return next((c for c in after if _IN_ALL.fullmatch(text, parts[position + 1].start, c.token.start)), None)


_IN_ALL = re.compile("(?:[合共总]计|一共|总共|[共计])(?:为|有)?")


_NAMING = frozenset(("outcome", "applicant", "channel", "dispute", "foreign", "carry", "document", "decision"))


def _of_something_else(text: str, parts: Sequence[Clause], position: int, one: Counted, mark: Token) -> bool:
    """收到94件，征地拆迁类占13.2%; 98件答复中，予以公开的占19.39%: the share is of what stands between."""
    near = parts[one.clause : position + 1]
    between = [t for c in near for t in c.tokens if one.token.end <= t.start < mark.start]
    if any(t.kind in _NAMING and t.name not in one.claim.quantity for t in between):
        return True
    return any(len(unknown(text, c, max(c.start, one.token.end), min(c.end, mark.start))) > 1 for c in near)


def _in_turn(clause: Clause, index: int, counted: Sequence[Counted]) -> Counted | None:
    """予以公开18件、不予处理100件，占比分别为15.3%、84.7%: the nth share is that of the nth number."""
    each = next((t for t in clause.tokens if t.kind == "each"), None)
    shares = [t for t in clause.tokens if t.name == "%" and each is not None and t.start > each.start]
    before = [c for c in counted if each is not None and c.token.end <= each.start]
    if len(shares) < 2 or clause.tokens[index] not in shares or len(before) != len(shares):
        return None
    if any(t.kind in ("change", "rate") for t in clause.tokens):
        return None  # 收到30件，办结28件，同比分别增长20%、15%
    return before[shares.index(clause.tokens[index])]


def _bracketed(parts: Sequence[Clause], position: int, index: int) -> list[Token]:
    """93件（45.8%）: the bracket holds nothing but the share."""
    clause = parts[position]
    alone = (
        position
        and clause.after == "("
        and len(clause.tokens) == 1
        and clause.end - clause.start == clause.tokens[0].end - clause.tokens[0].start
    )
    last = parts[position - 1].tokens[-1:] if alone else ()
    return [clause.tokens[index]] if last and last[0].kind == "number" and last[0].name in COUNTED else []


def _as_a_ratio(text: str, parts: Sequence[Clause], position: int, index: int) -> list[Token]:
    """予以公开17件，比例为20.5%: right behind the one number of what may have a share of all requests."""
    clause, before = parts[position], parts[position - 1] if position else None
    if before is None or clause.after != "," or not _RATIO.fullmatch(text, clause.start, clause.tokens[index].start):
        return []
    last = before.tokens[-1:]
    named = [t for t in before.tokens if t.kind in ("outcome", "applicant", "channel")]
    counted = last and last[0].kind == "number" and last[0].name in COUNTED and last[0].end == before.end
    return [Token("share", "share", clause.start, clause.start + len("比例"))] if counted and len(named) == 1 else []


_RATIO = re.compile("(?:比例|比重)(?:约?[为达是])?")


def _among(sentence: Sentence, parts: Sequence[Clause], position: int, mark: Token) -> Counted | None:
    """公开信息2015条，其中政策文件730条，占36.2%: a part of a total that stands in the same sentence, whatever both count."""
    tokens = [(n, t) for n, c in enumerate(parts[: position + 1]) for t in c.tokens if t.start < mark.start]
    numbers = [(n, t) for n, t in tokens if t.kind == "number"]
    if len(numbers) < 2:
        return None
    (place, part), totals, amount = numbers[-1], numbers[:-1], numbers[-1][1].amount
    after = [t.start for _, t in tokens if (t.kind, t.name) == ("part", "part")]
    apart = bool(after) or _a_kind(sentence.text, parts, place, totals[-1][1], part) or _mainly(sentence.text, totals[-1][1], part, mark)
    whole = [
        t
        for _, t in totals
        if t.amount and t.amount.exact and t.name == part.name and apart and t.end <= (after[0] if after else part.start)
    ]
    if position - place > 1 or len(whole) != 1 or len(totals) != 1 or part.name not in COUNTED or amount is None or not amount.exact:
        return None
    value = amount.value
    printed, spot = sentence.within(part.start, part.end)
    claim = Claim("part", value, value, value, printed, sentence.printed, spot, sentence.paragraph.doubts)
    return Counted(claim, place, part, Voice())


_MADE_PUBLIC = re.compile("主动|公开|发布|公布|信息|政府|政务|各类|全部|所有")
_INFORMATION = re.compile(r"(?:公开|发布|推送|更新)(?:了)?(?:各类|政府|政务|的)*信息(?:[共总合]计|共|总数|数|为)*$")
_A_KIND = re.compile(r"[^\d]{1,16}(?:类|类信息|信息)$")


def _a_kind(text: str, parts: Sequence[Clause], place: int, total: Token, part: Token) -> bool:
    """发布信息471条，政务动态类166条，占35.2%: a kind told right after all that was made public."""
    before, clause = parts[place - 1] if place else None, parts[place]
    beside = before is not None and before.tokens[-1:] == (total,) and before.end == total.end
    return beside and bool(_INFORMATION.search(text[: total.start]) and _A_KIND.fullmatch(text, clause.start, part.start))


# 公开信息734条，主要包括政策文件630条，占比85.8%: the one thing named of all that was made public just before.
_MAINLY = re.compile(r",(?:内容)?主要(?:包括|包含|是|为|有|涉及|涵盖)[^,;。、:()\d和及与]{2,16}")
_BY_ITSELF = re.compile(r",?(?:占比|占)[约为达]*(?=\d)")


def _mainly(text: str, total: Token, part: Token, mark: Token) -> bool:
    """Whether the part is the only one named, right behind its whole, and its share of nothing else."""
    named = _INFORMATION.search(text[: total.start]) and _MAINLY.fullmatch(text, total.end, part.start)
    return bool(named) and _BY_ITSELF.match(text, part.end) is not None and mark.start - part.end <= 1


# 占全县申请总量的: of what the tables do not give.
_OTHER_BASES = frozenset(("area", "others", "office", "outcome", "foreign", "dispute", "ruling", "rate"))
# What a share may be of: 占办结申请的比例为, 占收到申请数的.
_BASE = re.compile("办结|办理|答复|办复|收到|新收|受理|全部|全年|申请|总|数|量|的|比例|比重|百分比|件|约|为|达|街道办事处")
_OUTCOMES = ("granted", "partially", "denied", "unavailable", "rejected", "other_", "applicants", "channel")
_WHOLES = ("received", "concluded", "carried_in", "carried_out")


def _of_requests(quantity: str) -> bool:
    return quantity.startswith(_OUTCOMES) or quantity in _WHOLES
