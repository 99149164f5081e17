"""Trackers are brought up to the tickets of the ledger, and what persons did there is read back."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from connectors.trackers import tracker_for
from connectors.trackers.filing import Desk, is_of_the_tracker
from connectors.trackers.model import Entry, FilingFailed, Kind
from flows.entries import entry_of
from flows.office import Office
from flows.steps.readback import read_back
from gouji.errors import UsageError
from gouji.finding import Words
from gouji.ledger import filings, outbox, tables
from gouji.words import words

_PATIENCE = 180.0  # seconds that one delivery spends in pauses that trackers ask for
_ENOUGH = 3  # tickets that fail one after another: then the tracker does, and is left alone until the next delivery

Pause = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Filed:
    """How many tickets were brought to trackers; `troubles` are told once each, however many tickets they met."""

    sent: int = 0
    troubles: tuple[Words, ...] = ()


def file_tickets(office: Office, pause: Pause = time.sleep) -> Filed:
    """Every ticket that waits was tried once in every tracker that can be reached."""
    total = Filed()
    for setting, name in zip(office.settings.trackers, office.settings.tracker_names, strict=True):
        total = _added(total, _Delivery(office, Desk(tracker_for(setting, name)), pause, evidence=setting.evidence).run())
    return _added(total, Filed(troubles=tuple(_left_behind(office))))


class _Delivery:
    """One tracker's turn."""

    def __init__(self, office: Office, desk: Desk, pause: Pause, *, evidence: bool) -> None:
        self.office, self.desk, self.pause, self.name, self.evidence = office, desk, pause, desk.tracker.name, evidence
        self.patience = _PATIENCE
        self.troubles: list[Words] = []

    def run(self) -> Filed:
        with self.office.ledger.reading() as session:
            messages = filings.waiting(session, self.name)
            paused = filings.paused(session, self.name, self.office.now())
            known = bool(filings.of(session, self.name))
        if paused:
            return Filed(troubles=(paused,))
        try:
            if known:
                read_back(self.office, self.desk)
        except FilingFailed as failed:
            self._failed(messages, failed)
            return Filed(troubles=tuple(self.troubles))
        except UsageError as exc:  # a token that is not there
            return self._without_a_key(messages, exc)
        return self._send(messages)

    def _send(self, messages: list[tables.Message]) -> Filed:
        sent = in_a_row = 0
        for position, message in enumerate(messages):
            try:
                self._file(message)
            except FilingFailed as failed:
                in_a_row += 1
                rest = messages[position:] if is_of_the_tracker(failed) or in_a_row == _ENOUGH else [message]
                self._failed(rest, failed)
                if len(rest) > 1:
                    break
            except UsageError as exc:
                return replace(self._without_a_key(messages[position:], exc), sent=sent)
            else:
                sent, in_a_row = sent + 1, 0
        pictures = [words("trackers.picture-not-taken", name=self.name, why=failed.words) for failed in self.desk.refused[:1]]
        return Filed(sent, tuple(dict.fromkeys((*self.troubles, *pictures))))

    def _file(self, message: tables.Message) -> None:
        ticket = _ticket(message)
        with self.office.ledger.reading() as session:
            entry = entry_of(session, self.office, ticket)
            filing = filings.of(session, self.name).get(ticket)
        if not self.evidence:
            entry = replace(entry, pictures=())
        if entry.open is False and not (filing and filing.key) and entry.key not in self.desk.list():
            # Mended before the tracker ever heard of it: there is nobody to tell.
            with self.office.ledger.writing("file: over") as session:
                outbox.sent(session, message.id, self.office.now())
            return
        with self.office.ledger.writing("file: meant") as session:
            filings.meant(session, self.name, ticket, _state(entry.open))
        id, url = self._patiently(entry, filing.key if filing else None)
        self.office.checkpoint("file: done there")
        with self.office.ledger.writing("file: filed") as session:
            filings.filed(session, message.id, id, url, _state(entry.open), self.office.now())

    def _patiently(self, entry: Entry, id: str | None) -> tuple[str, str | None]:
        """As it was asked for, after the pause that the tracker wanted, where that is short."""
        try:
            held = self.desk.file(entry, id, self._step)
        except FilingFailed as failed:
            if failed.kind is not Kind.WAIT or failed.after is None or failed.after > self.patience:
                raise
            self.patience -= failed.after
            self.pause(failed.after)
            self.desk.forget()
            held = self.desk.file(entry, id, self._step)
        return held.id, held.url

    def _step(self, what: str) -> None:
        self.office.checkpoint(f"file: {what}")

    def _failed(self, messages: list[tables.Message], failed: FilingFailed) -> None:
        self.desk.forget()
        self.troubles.append(failed.words)
        now = self.office.now()
        permanent = failed.kind in (Kind.NEVER, Kind.GONE)
        with self.office.ledger.writing("file: failed") as session:
            if failed.kind is Kind.WAIT and failed.after:
                filings.pause(session, self.name, now + timedelta(seconds=failed.after), failed.words)
            for message in messages:
                outbox.failed(session, message.id, now, failed.words, permanent=permanent)

    def _without_a_key(self, messages: list[tables.Message], exc: UsageError) -> Filed:
        self._failed(messages, FilingFailed(exc.words, Kind.OPERATOR))
        return Filed(troubles=(exc.words,))


def _ticket(message: tables.Message) -> int:
    assert message.ticket_id is not None
    return message.ticket_id


def _state(open: bool | None) -> str | None:
    return None if open is None else filings.OPEN if open else filings.CLOSED


def _left_behind(office: Office) -> list[Words]:
    """Trackers that are no longer configured although tickets wait for them."""
    with office.ledger.reading() as session:
        names = [m.tracker for m in outbox.waiting(session) if m.kind == outbox.TICKET and m.tracker not in office.settings.tracker_names]
    return [words("trackers.not-configured", name=name, count=names.count(name)) for name in sorted({n for n in names if n})]


def _added(total: Filed, one: Filed) -> Filed:
    return Filed(total.sent + one.sent, (*total.troubles, *one.troubles))
