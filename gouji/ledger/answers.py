"""A person's answer to a question: found by its fingerprint, held against what is asked, and written down whole."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from gouji.errors import UsageError
from gouji.finding import Words
from gouji.form import form
from gouji.ledger import shelf, tables
from gouji.ledger.asked import Asked, asked
from gouji.ledger.people import SPOKE_FOR, said_of
from gouji.privacy.masking import masked
from gouji.questions import AGENCY, YEAR, Question
from gouji.recognition.figures import looks_like_figure
from gouji.recognition.numbers import read_number
from gouji.report import Figure, Report, State
from gouji.ticket import FindingStatus
from gouji.words import words

# Whether this report, with the agency and year as told, is surely somebody's.
IsSure = Callable[[Report], bool]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said. Without `value` what was read is right; "" is a blank. `figure` says which of several is meant."""

    fingerprint: str
    by: str
    value: str | None = None
    reason: str | None = None
    figure: str | None = None
    agency: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """One thing written down: what it is about, what had been read, and what the person read there, or that it is no report.

    `taken_back`: the name says whose word, and of when, counts no longer.
    """

    name: Words
    was: str | None
    said: str | None
    no_report: bool = False
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written down, and the publications whose reports it touches."""

    fingerprint: str
    publications: tuple[int, ...]
    taken: tuple[Taken, ...]


def record(session: Session, answer: Answer, now: datetime, is_sure: IsSure) -> Recorded:
    """The answer stands in the ledger, or a UsageError says why it cannot."""
    standing = asked(session, answer.fingerprint)
    taken: list[Taken] = []
    for one in standing:
        taken += _take(session, one, answer, now, is_sure)
    ids = tuple(dict.fromkeys(one.publication.id for one in standing))
    return Recorded(standing[0].fingerprint, ids, tuple(dict.fromkeys(taken)))


def _take(session: Session, one: Asked, answer: Answer, now: datetime, is_sure: IsSure) -> list[Taken]:
    if one.whose:
        return _take_whose(session, one, answer, now, is_sure)
    if answer.agency is not None or answer.year is not None:
        raise UsageError(words("ledger.not_whose", given=answer.fingerprint))
    if one.unread is not None:
        return [_none(session, one, answer, now)]
    if answer.value is not None:
        return [_corrected(session, one, answer, now)]
    return _confirmed(session, one, answer, now)


def _corrected(session: Session, one: Asked, answer: Answer, now: datetime) -> Taken:
    """The figure that is meant is what the person read."""
    value = answer.value or ""
    question = _meant(one, answer)
    read = read_as(one.report, question.subject, value)
    _write(session, one, question, said_of(read), answer, now)
    if one.finding is not None:
        _decide(session, one, answer, now, "corrected")
    return Taken(question.name, question.raw, masked(value))


def _none(session: Session, one: Asked, answer: Answer, now: datetime) -> Taken:
    """The document is no annual report."""
    if answer.value is not None:
        raise UsageError(words("ledger.no_value_here", given=answer.fingerprint))
    _decide(session, one, answer, now, FindingStatus.CONFIRMED)
    return Taken(Words(location := one.publication.location, location), None, None, no_report=True)


def _confirmed(session: Session, one: Asked, answer: Answer, now: datetime) -> list[Taken]:
    """All that is asked is as it was read."""
    for question in one.questions:
        if question.state is State.UNREADABLE:
            raise UsageError(words("ledger.say_what_is_printed", name=question.name))
    for question in one.questions:
        said = said_of(one.report.figures[question.subject]) if question.is_figure else {"doubts": list(question.doubts)}
        _write(session, one, question, said, answer, now)
    if one.finding is not None:
        _decide(session, one, answer, now, FindingStatus.CONFIRMED)
    return [Taken(q.name, q.raw, q.raw) for q in one.questions] or [
        Taken(one.finding.message if one.finding else Words("", ""), None, None)
    ]


def _take_whose(session: Session, one: Asked, answer: Answer, now: datetime, is_sure: IsSure) -> list[Taken]:
    """Whose report it is and on which year stands as told; what the person left out is as read."""
    if answer.value is not None:
        raise UsageError(words("ledger.no_value_here", given=answer.fingerprint))
    agency = answer.agency or one.report.agency.value
    year = str(answer.year) if answer.year else one.report.year.value
    if not agency or not year:
        raise UsageError(words("ledger.say_whose", given=answer.fingerprint))
    told = replace(one.report, agency=one.report.agency.given(agency), year=one.report.year.given(year))
    if not is_sure(told):
        raise UsageError(words("ledger.still_unsure", agency=agency))
    taken = []
    for subject, value, was in ((AGENCY, agency, one.report.agency.value), (YEAR, year, one.report.year.value)):
        question = Question(one.fingerprint, subject, words(f"ledger.fact_{subject}"), (), raw=was)
        _write(session, one, question, {"value": value}, answer, now)
        taken.append(Taken(question.name, was, value))
    # Whose a version is was settled when it was read; it is to be settled again.
    one.version.resolved_under = None
    return taken


def read_as(report: Report, name: str, value: str) -> Figure:
    """The figure as it is read from what a person saw printed; a UsageError where no figure's cell prints that."""
    column = form(report.form or "").line(name)[1]
    printed = read_number(value, column)
    if printed.state is State.UNREADABLE or not looks_like_figure(value):
        raise UsageError(words("ledger.not_a_figure", value=value))
    return replace(report.figures[name], raw=value, state=printed.state, value=printed.value, doubts=())


def _meant(one: Asked, answer: Answer) -> Question:
    """The one figure that a value is given for: the one named, the only one in doubt, or the only one there is."""
    figures = [question for question in one.figures if question.is_figure]
    if not figures:
        raise UsageError(words("ledger.no_value_here", given=answer.fingerprint))
    names = ", ".join(f"{q.subject} ({q.fingerprint[:12]})" for q in figures)
    if answer.figure is not None:
        named = [question for question in figures if question.subject == answer.figure]
        if not named:
            raise UsageError(words("ledger.no_such_figure", given=answer.fingerprint, figure=answer.figure, figures=names))
        return named[0]
    doubtful = [question for question in one.questions if question.is_figure]
    for few in (doubtful, figures):
        if len(few) == 1:
            return few[0]
    said = dict(given=answer.fingerprint, count=len(figures), value=answer.value, figures=names)
    raise UsageError(words("ledger.which_figure", **said))


def _write(session: Session, one: Asked, question: Question, said: dict[str, Any], answer: Answer, now: datetime) -> None:
    was: dict[str, Any] = {"raw": question.raw, "state": str(question.state) if question.state else None, "doubts": list(question.doubts)}
    if one.whose:
        was[SPOKE_FOR] = shelf.spoken_for(session, one.publication.id)
    session.add(
        tables.PersonReading(
            at=now,
            by=answer.by,
            sha256=one.version.sha256 if one.whose else one.sha256,
            subject=question.subject,
            question=question.fingerprint,
            said=said,
            was=was,
            reason=answer.reason,
        )  # fmt: skip
    )


def _decide(session: Session, one: Asked, answer: Answer, now: datetime, kind: str) -> None:
    """The word on the finding itself; it is bound to the bytes where the finding rests on how they were read."""
    bound = one.sha256 if one.unread or (one.finding and (one.finding.doubt or one.finding.confirmed)) else None
    session.add(
        tables.Decision(
            at=now,
            by=answer.by,
            kind=str(kind),
            fingerprint=one.fingerprint,
            value=answer.value,
            reason=answer.reason,
            sha256=bound,
        )  # fmt: skip
    )
