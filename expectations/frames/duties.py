"""One row a body that the roster has and a year: what has been found of its report, and how long after the deadline it was looked for."""

from collections.abc import Iterator, Sequence

from expectations.frames.kind import NUMBER, Case, Cell, NotJudged, Record, Told
from expectations.frames.plain import PlainFrame
from expectations.rule import Rule
from gouji.duty import RULE, Candidate, Duty
from gouji.finding import Words
from gouji.words import words
from gouji.words.days import day_in_words
from gouji.words.evidence import lists_in_words, unnamed_in_words
from gouji.words.places import listed

_SHOWN = 3


class DutiesFrame(PlainFrame):
    """`days` counts from the deadline to the last day on which all lists where the report would stand were read whole."""

    name = "duties"
    columns = {"publications": NUMBER, "days": NUMBER}
    offers = frozenset({"agency", "year", "printed", "expected", "difference", "sources"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        duty = case.dossier.duty
        if duty is None:
            if not case.dossier.roster:
                yield NotJudged(RULE, "no-roster")
        elif duty.reason:
            yield NotJudged(RULE, duty.reason)
        elif duty.days is not None and not duty.excused:
            yield float(duty.publications), float(duty.days)

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        duty = case.dossier.duty
        return tuple(dict.fromkeys(f"{candidate.why}-document" for candidate in duty.candidates)) if duty else ()

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        duty = case.dossier.duty
        assert duty is not None
        assert duty.due is not None
        assert duty.until is not None
        name, sources = duty.agency.name, duty.sources
        values = {
            "agency": Words(name, name),
            "year": str(duty.year),
            "printed": day_in_words(duty.until),
            "expected": day_in_words(duty.due),
            "difference": (duty.until - duty.due).days,
            "sources": Words("、".join(sources), ", ".join(sources)),
        }
        return Told(values, duty.due.isoformat(), tail=_tail(duty), evidence=duty.lists)


def _tail(duty: Duty) -> tuple[Words, ...]:
    """Which documents may be the report; without any, which lists do not have it."""
    if not duty.candidates:
        return lists_in_words("judging.lists-without", duty.lists)
    documents = listed([_named(c) for c in duty.candidates], most=_SHOWN)
    return words("judging.candidates", documents=documents), *unnamed_in_words(duty.lists)


def _named(candidate: Candidate) -> Words:
    where = f"{candidate.source}: {candidate.location}"
    return words("judging.candidate", where=where, name=candidate.name) if candidate.name else Words(where, where)
