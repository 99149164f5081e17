"""One number for several words, and several numbers for several words in their turn."""

import re
from collections.abc import Sequence

from gouji.narrative.context.head import DISPUTES, Head
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token


def of_several(text: str, clause: Clause, index: int, head: Head, used: Sequence[Token]) -> list[Head]:
    """复议、诉讼均为0件 says it of each, 分别为2件、1件 one after the other, 共3件 of both together."""
    words = [token for token in clause.before(index) if token not in used]
    kind = head.first.kind
    named = list(dict.fromkeys(token.name for token in words if token.kind == kind)) if kind in ("dispute", "outcome") else []
    track = head.quantity.removesuffix(f"_{head.first.name}") if kind == "ruling" else ""
    if turn := in_turn(clause, index, track):
        return [turn]
    if kind == "ruling" and text.startswith("分别", next((t.start for t in words if t.kind == "each" and t.start >= head.first.end), -1)):
        return []  # 维持、纠正分别为2件; 复议、诉讼中，被维持的分别为3件、2件
    if len(named) > 1 and kind == "outcome" and any(token.kind == "together" for token in words) and "several" in head.doubts:
        # 不予公开和无法提供的合计34件
        return [Head("+".join(named), next(t for t in words if t.kind == kind))]
    if len(named) > 1 and kind == "outcome" and "several" in head.doubts and _joined(text, [t for t in words if t.kind == kind]):
        # 无法提供及不予处理9件
        return [Head("+".join(named), next(t for t in words if t.kind == kind))]
    if len(named) < 2 or kind != "dispute":
        return [head]
    if after := after_review(text, words):
        return [Head(after, head.first, head.doubts)]
    if any(token.kind == "each" for token in words):
        return [Head(name, head.first, head.doubts) for name in named]
    return (
        [Head("disputes", next(t for t in words if t.kind == "dispute"), head.doubts)]
        if {"reconsideration", "litigation"} <= set(named)
        else []
    )


_AND = re.compile("(?:申请|答复|决定|情形|的)*(?:和|及|与|或|或者|以及)")


def _joined(text: str, outcomes: Sequence[Token]) -> bool:
    """Whether words for and join the outcomes: the last two, and the others by 、."""
    *others, last = [text[one.end : two.start] for one, two in zip(outcomes, outcomes[1:], strict=False)]
    return bool(_AND.fullmatch(last)) and all(_AND.fullmatch(between) or between == "、" for between in others)


def after_review(text: str, words: Sequence[Token]) -> str:
    """Which of the two tracks of suits is meant: 对复议决定不服提起诉讼, 复议后又起诉; 未经复议直接向法院起诉."""
    first, second = [token for token in words if token.kind == "dispute"][:2]
    if re.search("[未不]经$", text[: first.start]):
        return "direct_litigation"
    return "litigation_after_reconsideration" if re.search("后|不服|又|再", text[first.end : second.start]) else ""


def in_turn(clause: Clause, index: int, track: str = "") -> Head | None:
    """The nth of the words before 分别 for the nth number after it; None where their counts differ. Rulings are of this track."""
    first = next(i for i, token in enumerate(clause.tokens) if token.kind == "number")
    each = next((token for token in clause.tokens[:first] if token.kind == "each"), None)
    numbers = [token for token in clause.tokens[first:] if token.kind == "number"]
    if each is None or len(numbers) < _PAIR:
        return None
    before, at = clause.tokens[:first], numbers.index(clause.tokens[index])
    ruled = [token for token in before if token.kind == "ruling"]
    if ruled:
        return _ruled_in_turn(clause, before, at, len(numbers), track)
    names = [token for token in before if token.kind in ("dispute", "outcome")]
    if len(names) != len(numbers) or any(t.kind == names[0].kind for t in clause.tokens[first:]):
        return None
    return Head(names[at].name, names[at])


def _ruled_in_turn(clause: Clause, before: Sequence[Token], at: int, count: int, track: str) -> Head | None:
    """复议结果维持、纠正分别为3件、1件: each ruling of the one track; 复议、诉讼分别维持3件、2件: the one ruling of each track."""
    ruled, cases = [t for t in before if t.kind == "ruling"], [t for t in before if t.kind == "dispute"]
    if any(t.kind in ("ruling", "dispute") for t in clause.tokens[len(before) :]) or any(t.name == "settled" for t in ruled):
        return None
    named = {t.name for t in cases} or {track}
    if len(ruled) == count and len(named) == 1 and (only := named.pop()) in DISPUTES:
        return Head(f"{only}_{ruled[at].name}", ruled[at])
    if len(ruled) == 1 and len(cases) == count and cases[at].name in DISPUTES:
        return Head(f"{cases[at].name}_{ruled[0].name}", ruled[0])
    return None


_PAIR = 2

_TOGETHER = re.compile("(?:以上|上述|这)?(?P<count>[两二三四2-4])(?:项|者|类)(?:结果|情形|申请)?(?:合计|共计|总计|合共|共)(?:为|有)?$")
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "2": 2, "3": 3, "4": 4}


def together(text: str, clause: Clause, index: int, counted: Sequence[str]) -> Head | None:
    """予以公开15件，部分公开16件，两项合计31件: the quantities counted last, added up."""
    number = clause.tokens[index]
    match = _TOGETHER.search(text[clause.start : number.start])
    if match is None:
        return None
    own = counted[-_COUNTS[match["count"]] :]
    if len(own) < _COUNTS[match["count"]] or len(set(own)) < len(own) or not all(name.startswith(_OUTCOMES) for name in own):
        return None
    return Head("+".join(own), Token("phrase", "together", clause.start + match.start(), number.start))


_OUTCOMES = ("granted", "partially", "denied", "unavailable", "rejected", "other_", "withdrawn")
