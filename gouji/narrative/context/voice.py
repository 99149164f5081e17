"""Whose number a claim is: the report's own, perhaps, or that of another body or another span of time."""

from collections.abc import Sequence

from gouji.narrative.claim import Scope
from gouji.narrative.context.others import BRACKETED, goes_on, named_before
from gouji.narrative.context.span import since_unsaid, span_of
from gouji.narrative.context.speaker import RANKS, TOWNS, Speaker, Voice
from gouji.narrative.context.subject import subject_of
from gouji.narrative.context.units import acts
from gouji.narrative.sentence.clauses import Clause, elsewhere
from gouji.narrative.sentence.lexicon import Token


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
    subject, collective = subject_of(who, text, words, own, said, before)
    if elsewhere().search(text, said[first].start, at):
        subject = Scope.UNCLEAR if subject is Scope.OWN and any(token.kind == "own" for _, token in words) else Scope.OTHER
    if head is not None and (named := named_before(who, text, said[-1], head)) is not None:
        subject = max(subject, named, key=RANKS.index)
    elif subject is Scope.OWN and (
        BRACKETED.search(text, 0, said[-1].start) or acts(text, said[-1].start, at, who.is_called) or goes_on(who, text, said[first:], at)
    ):
        subject = Scope.UNCLEAR
    span = span_of(who, text, words, said, before)
    running = span is not Scope.OWN and before.span is Scope.OWN and since_unsaid(text, words)
    return Voice(subject, Scope.OWN if running else span, collective, running)


def _of_a_town(who: Speaker, text: str, token: Token) -> bool:
    """柳汀镇人民政府办公室: the office of a town reports nothing apart from it."""
    return token.kind == "office" and who.level in TOWNS and text[: token.start].removesuffix("人民").endswith(TOWNS)
