"""The letters and notices that tell people what changed, each composed once and kept until it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.letters.audiences import audiences
from flows.letters.composing import compose
from flows.letters.deadlines import dues, news_of_due
from flows.letters.model import Audience, News
from flows.letters.operator import has_operator, tell_operator
from flows.office import Office
from flows.steps.brake import too_much
from flows.steps.news import news_of
from flows.steps.standing import standing_news
from gouji.ledger import events, facts, outbox, patrols, tables
from gouji.ledger.content import digest_of
from gouji.words import words

TOLD = "told"
LETTER, NOTICE = "letter", "notice"  # kinds of messages beside the office's own `digest`
_FILE = "file"  # the key of those who read the digest beside the pages
_BY_DEADLINE = ("before-deadline", "after-deadline")


def tell(office: Office, *, patrol: bool = True) -> None:
    """Whoever is to be told by now has a message that waits. Without `patrol` those alone who are told by the calendar.

    After a patrol that was cut off, the next one tells of both: what each was told last is a mark in the ledger.
    """
    everybody = audiences(office)
    if patrol:
        _brake(office, looked_through=not any(audience.is_everyday for audience in everybody))
    with office.ledger.reading() as session:
        past = _past(session)
        # Most have no news: that is found out without holding the ledger's only pen.
        due = [audience for audience in everybody if _is_due(session, office, audience, past, patrol)]
        begun = [a for a in everybody if patrol and not past.events and _is_new(a, facts.fact(session, a.mark))]
    for audience in begun:
        # They were there from the first: whatever comes is news to them.
        with office.ledger.writing("tell: begun") as session:
            facts.state(session, audience.mark, _told(audience, past))
    for audience in due:
        with office.ledger.writing("tell: letter") as session:
            _tell(session, office, audience, past)


def tell_anew(session: Session, office: Office) -> None:
    """Letters that were taken back are composed as things stand now."""
    past = _past(session)
    for audience in audiences(office):
        if audience.when not in _BY_DEADLINE and _is_due(session, office, audience, past, patrol=True):
            _tell(session, office, audience, past)


@dataclass(frozen=True)
class _Past:
    """All that happened, oldest first, to whose ticket, and to which body's publication."""

    events: Sequence[tables.Event]
    whose: Mapping[int, str]
    published: Mapping[int, str]

    @cached_property
    def by_body(self) -> Mapping[str, Sequence[tables.Event]]:
        found: dict[str, list[tables.Event]] = {}
        for event in self.events:
            if agency_id := self._agency_of(event):
                found.setdefault(agency_id, []).append(event)
        return found

    def _agency_of(self, event: tables.Event) -> str | None:
        if event.kind == "recorded":
            return self.published.get(event.publication_id or 0)
        return self.whose.get(event.ticket_id or 0)

    @property
    def through(self) -> int:
        return self.events[-1].id if self.events else 0


def _past(session: Session) -> _Past:
    whose = session.execute(select(tables.Ticket.id, tables.Ticket.agency_id))
    report = tables.Report
    placed = session.execute(select(report.publication_id, report.agency_id).where(report.sure, report.agency_id.is_not(None)))
    theirs = {publication_id: agency_id for publication_id, agency_id in placed if agency_id}
    return _Past(events.since(session, 0), {ticket_id: agency_id for ticket_id, agency_id in whose}, theirs)


def _is_due(session: Session, office: Office, audience: Audience, past: _Past, patrol: bool) -> bool:
    if audience.when in _BY_DEADLINE:
        return any(not _is_told(session, _key_of_day(session, audience, due.day)) for due in dues(office, audience))
    if audience.when == "patrol" and not patrol:
        return False
    known = facts.fact(session, audience.mark)
    if _is_new(audience, known):
        return bool(past.events)
    mark = known or {}
    if mark.get("at") and not _is_another_time(audience, office, datetime.fromisoformat(mark["at"])):
        return False
    return bool(_happened(mark, audience, past))


def _is_another_time(audience: Audience, office: Office, before: datetime) -> bool:
    then, now = (moment.astimezone(office.settings.zone).date() for moment in (before, office.now()))
    if audience.when == "daily":
        return then < now
    return audience.when != "weekly" or then.isocalendar()[:2] < now.isocalendar()[:2]


def _tell(session: Session, office: Office, audience: Audience, past: _Past) -> None:
    if audience.when in _BY_DEADLINE:
        _tell_of_days(session, office, audience)
        return
    mark = facts.fact(session, audience.mark)
    if _is_new(audience, mark) and patrols.any_whole(session):
        # To those who were never told anything what stands now is news, not what was mended long ago.
        news = standing_news(session, audience, _happened({}, audience, past))
    else:
        news = news_of(session, _happened(mark or {}, audience, past), own=audience.kind == "body")
    if has_operator(office.settings):
        news = replace(news, sources=())  # whoever runs the patrols hears of them by a message of their own
    if _has_letters_of_days(office, audience):
        news = replace(news, reminders=())
    if news:
        name = ("digest-first" if news.first else "digest") if audience.is_everyday else audience.mark
        since = {"mark": audience.mark, "told": mark}
        _put(session, office, audience, f"{name}-{past.through}@{facts.ledger_id(session)}", news, since=since)
    facts.state(session, audience.mark, {**_told(audience, past), "at": office.now().isoformat()})


def _is_new(audience: Audience, mark: Mapping[str, Any] | None) -> bool:
    """Whether nobody was ever told by this way: mail that was configured later follows the file beside the pages."""
    return mark is None or (audience.is_everyday and mark.get("way", audience.key) != audience.key and audience.key != _FILE)


def _has_letters_of_days(office: Office, audience: Audience) -> bool:
    """Whether who reads this letter gets one of each deadline before it comes."""
    mail = office.settings.mail
    return mail is not None and audience.kind == "office" and audience.notice is None and "before-deadline" in mail.when


def _told(audience: Audience, past: _Past) -> dict[str, Any]:
    """The mark of those who know all until now."""
    told: dict[str, Any] = {"through": past.through, **({"way": audience.key} if audience.is_everyday else {})}
    return told if audience.scope is None else {**told, "agencies": sorted(audience.scope)}


def _happened(mark: Mapping[str, Any], audience: Audience, past: _Past) -> Sequence[tables.Event]:
    """What happened since they were told last, and what they may hear of it."""
    after = mark.get("through", 0)
    if audience.scope is None:
        return [event for event in past.events if event.id > after]
    # A body that was not among theirs before is told of as it stands now, whenever it came to stand so.
    known = set(mark.get("agencies", ()))
    theirs = [
        event for agency_id in audience.scope for event in past.by_body.get(agency_id, ()) if event.id > after or agency_id not in known
    ]
    return sorted(theirs, key=lambda event: event.id)


def _tell_of_days(session: Session, office: Office, audience: Audience) -> None:
    """Each deadline once, and only where something is not as it should be."""
    for due in dues(office, audience):
        news = news_of_due(session, office, audience, due)
        if news:
            _put(session, office, audience, _key_of_day(session, audience, due.day), news)


def _put(session: Session, office: Office, audience: Audience, key: str, news: News, **more: object) -> None:
    kind = NOTICE if audience.notice is not None else "digest" if audience.kind == "office" else LETTER
    patrol = patrols.current(session)
    outbox.put(session, key, kind, {**compose(office, audience, news, patrol), **more}, office.now(), patrol)


def _key_of_day(session: Session, audience: Audience, day: object) -> str:
    return f"{audience.when}-{day}-{digest_of(audience.key)[:32]}@{facts.ledger_id(session)}"


def _is_told(session: Session, key: str) -> bool:
    return session.scalar(select(tables.Message.id).where(tables.Message.key == key)) is not None


def _brake(office: Office, *, looked_through: bool) -> None:
    """Too much at once is more likely our fault than theirs: nothing goes out until a person has looked.

    `looked_through`: nobody is told of each patrol, so that what happened until now counts as seen here.
    """
    with office.ledger.reading() as session:
        happened = events.since(session, (facts.fact(session, TOLD) or {"through": 0})["through"])
        reason = too_much(session, office, happened) if happened else None
    if not (reason or (happened and looked_through)):
        return
    with office.ledger.writing("tell: brake") as session:
        if reason:
            facts.hold(session, reason, office.now())
            tell_operator(session, office, f"braked-{happened[-1].id}", words("operator.braked"), (reason, words("operator.braked-how")))
        if looked_through:
            facts.state(session, TOLD, {"through": happened[-1].id})
