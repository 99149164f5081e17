"""How the disputes of a sentence stand: upheld, settled, still open."""

import re
from collections.abc import Iterator, Sequence

from gouji.narrative.context.head import DISPUTES
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.stated.everything import THE_REST, of_those_counted
from gouji.narrative.stated.unnumbered import NONE, SOME, Said


def ruled(sentence: Sentence, said: Sequence[Clause], index: int) -> Iterator[Said]:
    """审理中, 已审结, 均维持, said of the disputes of this sentence."""
    clause, token = said[-1], said[-1].tokens[index]
    near = clause.tokens[max(0, index - 1) : index + 2]
    appealed = token.name == "pending" and _AGAIN.search(sentence.text, clause.start, token.end)  # the tables may have the first judgment
    if appealed or any(t.kind == "number" for t in near) or (index and clause.tokens[index - 1].kind == "negation"):
        return
    if [t.kind for t in clause.tokens[index + 1 : index + 3]] == ["dispute", "number"]:
        return  # 尚未审结行政复议0件
    if _numbered_in_turn(clause.tokens[index + 1 :]):
        return  # 其他结果、尚未审结分别为2件、0件
    before = [t for t in clause.tokens[:index] if t.kind in ("each", "all")]
    if before and (THE_REST.search(sentence.text, clause.start, token.start) or of_those_counted(said, before[-1])):
        return  # 尚未审结2件，其余均已维持; 行政复议5件，3件均获维持
    of = _counted(said) if before else tracks(said)
    for name in _ruled_on(of, sentence.text[clause.start : token.start]):
        if token.name == "pending" and _NO_NUMBER.match(sentence.text, token.end):
            yield f"none_pending_{name}", token, NONE
        elif token.name == "pending":
            whole = not _OF_ALL.sub("", sentence.text[clause.start : token.start]) and _counted_only(said, name)
            yield (f"all_pending_{name}", token, NONE) if whole else (f"pending_{name}", token, SOME)
        elif token.name == "settled" and not _SOME_OF_THEM.match(sentence.text, token.end):
            yield f"none_pending_{name}", token, NONE
        elif token.name == "upheld" and before:
            yield f"all_upheld_{name}", token, NONE
        else:
            yield from _of_one_at_least(sentence, said, token, name)


def _numbered_in_turn(after: Sequence[Token]) -> bool:
    """Whether numbers follow one after the other, each of a word before them."""
    kinds = [t.kind for t in after]
    return "each" in kinds and kinds[kinds.index("each") + 1 :][:1] == ["number"]


def _of_one_at_least(sentence: Sentence, said: Sequence[Clause], token: Token, name: str) -> Iterator[Said]:
    clause = said[-1]
    if token.name == "upheld":
        if _RESULT.fullmatch(sentence.text, clause.start, token.end) or _of_the_one(sentence.text, said, token, name):
            yield f"upheld_{name}", token, SOME
    elif sentence.text[token.start : token.end] in _ROWS and _of_the_counted(sentence.text, said, token, name):
        yield f"{name}_{token.name}", token, SOME


# 行政复议1件，为其他结果; 行政诉讼2件，均被纠正: rows of the form by their own names, of which there is one at least.
_ROWS = frozenset(("其他结果", "结果纠正", "纠正", "被纠正", "纠错", "被纠错"))
# 行政复议2件，结果维持; 行政复议2件，结果均为维持
_RESULT = re.compile(".*结果(?:均|都)?[为是](?:予以|被)?维持.*|(?:最终|复议|审理|裁判)*结果(?:予以|被)?维持")
# 正在二审审理中
_AGAIN = re.compile("二审|再审|上诉|申诉|抗诉")
# 尚未审结数为零
_NO_NUMBER = re.compile("(?:的)?(?:案件|案)?(?:数量|件数|总数|数)?(?:均|都)?(?:为|是|:)(?:零|0|无)(?!\\d)")
# 已审结案件中未发生败诉: others may be open.
_SOME_OF_THEM = re.compile("(?:的)?(?:复议|诉讼|行政)*(?:案件)?[中里的]")
# 行政诉讼6件，目前案件正在审理中: all of them.
_OF_ALL = re.compile("目前|现|案件|均|都|全部|尚|仍|该|上述|相关|截至年底|截至年末|至年底")


def _ruled_on(of: Sequence[str], by: str) -> list[str]:
    """Those of these tracks on which whoever is named rules: 复议机关均维持 says nothing of the suits of its sentence."""
    authority, court = _AUTHORITY.search(by), _COURT.search(by)
    if bool(authority) == bool(court):
        return list(of)
    return [name for name in of if (name == "reconsideration") is bool(authority)]


_AUTHORITY, _COURT = re.compile("复议(?:机关|机构|部门|委员会)"), re.compile("法院|法庭")


# 行政诉讼1起，我局胜诉; 行政复议1件，被复议机关维持: whoever ruled on the one, and for whom.
_WHO = "(?:行政)?复议机关|(?:人民)?法院|(?:[我本](?:[局委厅办院镇乡]|机关|单位|街道)|街道办事处)"
_RULED_BY = re.compile(f"(?:{_WHO}|最终|现|已|被|经|由|终审|依法|审理|判决|裁定|决定|予以|结果|后)*")
_RULED_FOR = re.compile("(?:了)?(?:本机关|[我本][局委厅办镇乡]|原|的|所|作出|行政行为|决定|答复|告知)*")


def _of_the_one(text: str, said: Sequence[Clause], token: Token, track: str) -> bool:
    """Whether a clause of its own tells what became of the one dispute that its sentence counts."""
    clause, before = said[-1], said[-2] if len(said) > 1 else None
    if before is None or before.after == "(" or clause.depth or not _counted_only(said, track):
        return False
    if any(t.kind in ("year", "carry") or (t.kind == "time" and t.name != "whole") for t in before.tokens):
        return False  # 上年被提起行政诉讼1件，我局胜诉
    alone = _RULED_BY.fullmatch(text, clause.start, token.start) and _RULED_FOR.fullmatch(text, token.end, clause.end)
    return _ends_with_one(before) and alone is not None


def _ends_with_one(clause: Clause) -> bool:
    number = next((t for t in reversed(clause.tokens) if t.kind == "number"), None)
    return number is not None and number.end == clause.end and number.amount is not None and number.amount.value == 1


# 均为其他结果, 结果为其他结果, 被复议机关纠正: nothing else is said of the cases
_ALL_BY = re.compile(f"(?:{_WHO}|均|都|全部|皆|最终|审理|案件|该案|复议|裁判|已|被|经|由|依法|判决|裁定|决定|予以|结果|[为是系:])*")
_AND_NO_MORE = re.compile("(?:的)?(?:案件|结案|办结|审结)?")


def _of_the_counted(text: str, said: Sequence[Clause], token: Token, track: str) -> bool:
    """Whether a clause of its own tells what became of the dispute that the clause before counts, or of all that it counts."""
    clause, before = said[-1], said[-2] if len(said) > 1 else None
    alone = _ALL_BY.fullmatch(text, clause.start, token.start) and _AND_NO_MORE.fullmatch(text, token.end, clause.end)
    if before is None or clause.depth or before.depth or alone is None:
        return False
    counts = [t for t in before.tokens if t.kind in ("dispute", "number")]
    if len(counts) != _A_TRACK_AND_ITS_NUMBER or counts[0].name != track or counts[1].end != before.end:
        return False
    if any(t.kind == "dispute" and t.name != track for c in said for t in c.tokens):
        return False  # 行政复议3件，行政诉讼1件，被纠正
    if any(t.kind in ("year", "carry", "ruling") or (t.kind == "time" and t.name != "whole") for t in before.tokens):
        return False
    return _ends_with_one(before) or any(t.kind in ("each", "all") for t in clause.tokens if t.start < token.start)


_A_TRACK_AND_ITS_NUMBER = 2


def _counted_only(said: Sequence[Clause], track: str) -> bool:
    """Whether the sentence so far counts this track and nothing else."""
    tokens = [t for c in said for t in c.tokens]
    numbers = [t for t in tokens if t.kind == "number"]
    tracks = {t.name for t in tokens if t.kind == "dispute"}
    return len(numbers) == 1 and tracks == {track} and len([t for t in tokens if t.kind == "ruling"]) == 1


def _counted(said: Sequence[Clause]) -> list[str]:
    """The tracks of a sentence: 被申请行政复议或提起行政诉讼中，行政复议7件，均维持 has but the one that is named again with its number."""
    told = [(t, c) for c in said for t in c.tokens if t.kind == "dispute"]
    named = [(t.name, any(n.kind == "number" and n.start >= t.end for n in c.tokens)) for t, c in told]
    names = [name for name, _ in named if name in DISPUTES]
    counted = {name for name, number in named if number}
    again = any(names.count(name) > 1 and (name, False) in named for name in counted)
    return [name for name in dict.fromkeys(names) if name in counted or not again]


def tracks(said: Sequence[Clause]) -> list[str]:
    """The tracks that the ruling is of: those named in its clause or in the last clause that names any."""
    for clause in reversed(said):
        named = list(dict.fromkeys(token.name for token in clause.tokens if token.kind == "dispute"))
        if named:
            return [name for name in named if name in DISPUTES]
    return []
