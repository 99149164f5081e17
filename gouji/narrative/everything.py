"""What is said of all requests: all made public, all of natural persons, all concluded."""

import re
from collections.abc import Iterator

from gouji.narrative.clauses import PASSED, Clause, gap
from gouji.narrative.passage import Passage
from gouji.narrative.sentences import Sentence
from gouji.narrative.unnumbered import NONE, Said

_ENDED = ("办结", "办理完毕", "办理完结", "办毕", "处理完毕")
ONLY_IN_TIME = re.compile("应办|按期|按时|期限|到期|时限")


def everything(sentence: Sentence, clause: Clause, index: int, passage: Passage) -> Iterator[Said]:
    """全部予以公开, 均已办结, 均获维持."""
    word = clause.tokens[index]
    following = [token for token in clause.tokens[index + 1 :] if token.kind not in PASSED or token.kind == "noise"]
    if not following or passage.topic.attribute or gap(sentence.text, word.end, following[0].start, clause.tokens) not in ("", "获"):
        return
    first = following[0]
    if any(token.kind == "number" for token in following[:2]) or _THE_REST.search(sentence.text, clause.start, word.start):
        return
    said = sentence.text[first.start : first.end]
    if (
        passage.topic.kind == "request"
        and first.kind == "outcome"
        and len(following) == 1
        and passage.last in ("", "received", "handled", "concluded")
        or (
            passage.topic.kind == "request"
            and first.kind == "applicant"
            and word.kind == "each"
            and len({t.name for t in following if t.kind == "applicant"}) == 1
        )
    ):
        yield f"all_{first.name}", first, NONE
    elif (
        passage.topic.kind == "request"
        and not passage.last.startswith(("carried", "applicants", "channel", "denied"))
        and first.kind == "conclude"
        and said in _ENDED
        and not ONLY_IN_TIME.search(sentence.text[clause.start : first.start])
    ):
        yield "all_concluded", first, NONE


_THE_REST = re.compile("其余|其他|其它|剩余|余下|余者")
