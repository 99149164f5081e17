"""A ticket as trackers show it: composed from the ledger when it is about to go out."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from sqlalchemy.orm import Session

from connectors.trackers.model import Entry, Note, Picture, Text
from connectors.trackers.neutral import in_markdown, in_plain, in_title
from flows.letters.addresses import shown_as
from flows.office import Office
from gouji.clock import CHINA
from gouji.duty import RULE as MISSING
from gouji.evidence import Shelf
from gouji.finding import Finding, Words
from gouji.ledger import desk, events, facts, shelf, tables
from gouji.privacy.masking import masked
from gouji.privacy.shown import shown
from gouji.report import Report
from gouji.ticket import HOLDING, FindingStatus, TicketFinding, TicketStatus
from gouji.words import words
from gouji.words.places import table_in_words

MOST = 40  # findings written out in one ticket; the page has them all
# How a ticket, a finding or a step is called where there is or was no report.
_OF_MISSING = {"open": "missing", "reopened": "missing", "resolved": "appeared", "fixed": "appeared"}
_MEDIA = {".png": "image/png", ".svg": "image/svg+xml"}
_TOLD = ("opened", "updated", "resolved", "reopened", "waived", "unpublished", "retracted", "closed")


def entry_of(session: Session, office: Office, ticket_id: int) -> Entry:
    """The ticket as it stands in the ledger, numbers of persons masked."""
    row = session.get_one(tables.Ticket, ticket_id)
    ticket = desk.ticket_of(session, row.agency_id, row.year)
    assert ticket is not None
    key = f"gouji:{facts.ledger_id(session)}:{ticket_id}"
    found = [TicketFinding(shown(f.finding), f.status) for f in ticket.findings]
    composer = _Composer(office, row, found, _read(session, row), _location(session, row), _page(session, office, row))
    text = Text(composer.text("ticket.md"), composer.text("ticket.txt"))
    labels = composer.say("label"), composer.say(composer.named("label"))
    return Entry(
        key, composer.title(), text, ticket.status is TicketStatus.OPEN, labels, _own_labels(office.language), composer.notes(key, session),
        tuple(composer.pictures()), composer.fields(), tuple(composer.rows(key)),
    )  # fmt: skip


def _own_labels(language: str) -> frozenset[str]:
    """All that say how a ticket stands, in this language; the year and the name of the kind are never taken away."""
    states = [*TicketStatus, *_OF_MISSING.values()]
    return frozenset(words(f"trackers.label-{state}").get(language) for state in states) | {words("trackers.label").get(language)}


class _Composer:
    """All texts of one ticket in the office's language."""

    def __init__(
        self, office: Office, row: tables.Ticket, found: Sequence[TicketFinding], report: Report | None, location: str, page: str
    ) -> None:
        self.office, self.row, self.found, self.report, self.location, self.page = office, row, found, report, location, page
        # There is no report, or there was none: of that nothing is to be corrected, and no figure is wrong.
        self.missing = bool(found) and all(f.finding.rule == MISSING for f in found if f.status is not FindingStatus.RECORDED)

    def named(self, kind: str, state: str | None = None) -> str:
        """The key of a word on how the ticket stands, which is another one where there is or was no report."""
        state = state or self.row.status
        return f"{kind}-{_OF_MISSING.get(state, state) if self.missing else state}"

    def say(self, key: str, **values: object) -> str:
        return words(f"trackers.{key}", **values).get(self.office.language)

    def said(self, sentence: Words | None) -> str:
        return masked(sentence.get(self.office.language)) if sentence else ""

    def title(self) -> str:
        standing = sum(f.status in HOLDING for f in self.found) or len(self.found)
        state = self.say(self.named("state"))
        key = "title-missing" if self.missing else "title"
        return in_title(self.say(key, agency=masked(self.row.agency), year=self.row.year, state=state, count=standing))

    def text(self, name: str) -> str:
        """By the office's own template of this name, or ours."""
        standing = [self._paragraph(f) for f in self.found if f.status in HOLDING]
        done = [self._paragraph(f) for f in self.found if f.status not in HOLDING]
        fill = {
            "language": self.office.language, "say": self.say, "intro": self._intro(), "missing": self.missing,
            "unpublished": not (self.row.published or self.missing),
            "report": shown_as("code", name, self.location) if self.location else "", "page": shown_as("link", name, self.page),
            "standing": standing[:MOST], "done": done[:MOST], "more": max(0, len(standing) - MOST) + max(0, len(done) - MOST),
            "agency": masked(self.row.agency), "year": str(self.row.year), "ticket": str(self.row.id),
        }  # fmt: skip
        return self.office.texts.render(name, self.office.language, fill)

    def _paragraph(self, found: TicketFinding) -> dict[str, object]:
        """The headline says where; the sentence need not begin with it again."""
        row = self._row(found)
        message = row["message"].removeprefix(row["place"]).lstrip("：: ")
        bare = {"printed": "", "expected": ""} if self.missing else {}
        return {**row, **bare, "message": message, "doubt": found.finding.doubt and found.status is FindingStatus.OPEN}

    def _intro(self) -> str:
        special = self.named("intro") if self.row.status in ("resolved", "retracted") or self.missing else "intro"
        return self.say(special, agency=masked(self.row.agency), year=self.row.year)

    def fields(self) -> dict[str, str]:
        return {
            "agency": masked(self.row.agency), "agency_id": self.row.agency_id, "year": str(self.row.year), "ticket": str(self.row.id),
            "link": self.page, "opened": _day(self.row.opened_at), "updated": _day(self.row.updated_at),
        }  # fmt: skip

    def rows(self, key: str) -> Iterator[dict[str, str]]:
        """For lists: one a finding."""
        for f in self.found:
            path = self._picture(f)
            own = {"fingerprint": f.fingerprint, "key": f"{key}:{f.fingerprint[:12]}", "picture": _name(f, path) if path else ""}
            yield {**self.fields(), **self._row(f), **own, "notes": "", "evidence": ""}

    def _row(self, found: TicketFinding) -> dict[str, str]:
        finding = found.finding
        return {
            "rule": finding.rule, "severity": str(finding.severity), "title": self._title(finding.rule),
            "message": self.said(finding.message),
            "basis": finding.basis, "fix": self.said(finding.fix), "status": self.say(self.named("finding", found.status)),
            "printed": finding.actual or "", "expected": finding.expected or "", "part": self._part(finding), "place": self._place(finding),
        }  # fmt: skip

    def _title(self, rule: str) -> str:
        from expectations.data_docs.titles import rule_title

        return self.said(rule_title(rule, self.office.rulebook.titles()))

    def _part(self, finding: Finding) -> str:
        if finding.figures:
            return self.said(table_in_words(finding.figures[0].split(".")[0]))
        return self._title(finding.rule)

    def _place(self, finding: Finding) -> str:
        """表四 · 行政复议 · 总计（第89行）, as every other page says it."""
        from flows.cli.formats.naming import spot_words

        return self.said(spot_words(finding, self.report)) if self.report else self._title(finding.rule)

    def notes(self, key: str, session: Session) -> tuple[Note, ...]:
        """One a step of the ticket that concerns whoever has to mend the report."""
        return tuple(self._notes(key, session))

    def _notes(self, key: str, session: Session) -> Iterator[Note]:
        for number, event in enumerate(events.of_ticket(session, self.row.id), start=1):
            if event.kind not in _TOLD or event.kind == "opened":
                continue
            counts = {name: len(event.body.get(name, ())) for name in ("news", "fixed")}
            counts["withdrawn"] = len(event.body.get("withdrawn") or event.body.get("findings", ()))
            said = self.say(self.named("note", event.kind), date=_day(event.at), **counts)
            yield Note(f"{key.removeprefix('gouji:')}:{number}", Text(in_markdown(said), in_plain(said)))

    def pictures(self) -> Iterator[Picture]:
        """The places of what stands, where a picture was made of them: of paper as PNG, of a page's or document's own text as SVG."""
        for f in self.found:
            path = self._picture(f) if f.status in HOLDING else None
            if path is not None:
                caption = self.say("picture", place=self._place(f.finding) or self._title(f.finding.rule))
                yield Picture(_name(f, path), in_plain(caption), path.read_bytes(), _MEDIA[path.suffix])

    def _picture(self, found: TicketFinding) -> Path | None:
        path = Shelf(self.office.pages).find(found.fingerprint)
        return path if path is not None and path.suffix in _MEDIA else None


def _name(found: TicketFinding, path: Path) -> str:
    return f"{found.fingerprint[:12]}{path.suffix}"


def _day(moment: datetime) -> str:
    return moment.astimezone(CHINA).date().isoformat()


def _read(session: Session, row: tables.Ticket) -> Report | None:
    speaking = shelf.speaking_for(session, row.agency_id, row.year)
    report = shelf.report_of(session.get_one(tables.Version, speaking[0].version_id)) if speaking else None
    return shown(report) if report else None


def _location(session: Session, row: tables.Ticket) -> str:
    """Where the report lies: an address, or the file's name."""
    speaking = shelf.speaking_for(session, row.agency_id, row.year)
    return session.get_one(tables.Publication, speaking[0].publication_id).location if speaking else ""


def _page(session: Session, office: Office, row: tables.Ticket) -> str:
    """The address of the review page, or its path where the pages are shown nowhere."""
    speaking = shelf.speaking_for(session, row.agency_id, row.year)
    page = next((report.page for report in speaking if report.page), None)
    if office.settings.pages_at:
        return f"{office.settings.pages_at.url.rstrip('/')}/{quote(page or 'index.html')}"
    return str(office.pages / (page or Path("index.html")))
