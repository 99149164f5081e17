"""What people decided in an exported list is taken in: all rows, or none where one is not as it must be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from flows.office import Office
from flows.progress import SILENT, Progress
from flows.steps.act import Done, do, publications
from flows.steps.reconsider import Reconsidered, reconsider, standings
from flows.steps.rows import Decided, decided
from gouji.errors import ConfigError, UsageError
from gouji.finding import Words
from gouji.ledger.listed import Line, lines
from gouji.ledger.said import is_last_word
from gouji.roster.sheet import Row, read_rows
from gouji.ticket import Act, ActKind, TicketStatus
from gouji.words import words

COLUMNS = (
    "id", "agency", "year", "ticket_status", "problem", "basis", "status", "decision", "answer", "until", "assignee", "rule",
    "fingerprint", "mark",
)  # fmt: skip
_NEEDED = {"id", "decision", "fingerprint", "mark"}
_HEADER_WITHIN = 20
_SHOWN = 20

# Each with the number of its row in the file: the cells by column, what is wrong, what is to be done to which ticket.
_Row = tuple[int, Mapping[str, object]]
_Problem = tuple[int, Words]
_Wanted = tuple[int, int, Act]


@dataclass(frozen=True, slots=True)
class Taken:
    """What was done; `already` rows had been carried out before."""

    done: tuple[Done, ...]
    already: int
    reconsidered: Reconsidered


def take(office: Office, path: Path, by: str, progress: Progress = SILENT) -> Taken:
    """What was taken in of the list, and what changed by it; a UsageError that names each row that is wrong."""
    rows = list(_filled_in(path))
    with office.ledger.writing("tickets: list taken in") as session:
        done, already, problems = _take(session, office, rows, by)
        if problems:
            raise UsageError(_told(problems))
        before = standings(session, publications(session, [one.ticket for one in done]))
    return Taken(tuple(done), already, reconsider(office, before, progress) if done else Reconsidered())


def _filled_in(path: Path) -> Iterator[_Row]:
    """The rows under the headings, by column, each with its number in the file."""
    for sheet in read_rows(path, "decisions"):
        for nth, row in enumerate(sheet[:_HEADER_WITHIN]):
            columns = _columns(row)
            if set(columns.values()) >= _NEEDED:
                for one in sheet[nth + 1 :]:
                    yield one.number, {name: one.cells[spot] for spot, name in columns.items() if spot < len(one.cells)}
                return
    raise ConfigError(words("decisions.no-header", path=path))


def _columns(header: Row) -> dict[int, str]:
    known = [(name, words(f"decisions.column-{name}")) for name in COLUMNS]
    known.append(("until", words("decisions.column-until-before")))
    by_label = {label: name for name, said in known for label in (said.zh, said.en)}
    return {spot: by_label[str(cell).strip()] for spot, cell in enumerate(header.cells) if str(cell).strip() in by_label}


def _take(session: Session, office: Office, rows: Sequence[_Row], by: str) -> tuple[list[Done], int, list[_Problem]]:
    """All that can be done is done in this transaction; whoever calls undoes it where there are problems."""
    acts, already, problems = _decided(session, office, rows, by)
    done = []
    for number, ticket_id, act in _once(acts):
        try:
            done.append(do(session, office, ticket_id, act))
        except UsageError as wrong:
            problems.append((number, wrong.words))
    return done, already, sorted(problems, key=lambda problem: problem[0])


def _decided(session: Session, office: Office, rows: Sequence[_Row], by: str) -> tuple[list[_Wanted], int, list[_Problem]]:
    """What the rows ask for, how many of them were carried out before, and what is wrong with others."""
    standing = {(line.ticket_id, line.finding.fingerprint): line for line in lines(session)}
    acts: list[_Wanted] = []
    problems: list[_Problem] = []
    already = 0
    for number, cells in rows:
        try:
            wanted, line = decided(cells, standing)
            new = [act for act in _acts(wanted, line, by) if not is_last_word(session, act, line.finding.fingerprint)]
            already += bool(wanted.kind) and not new
            if new:
                _refuse(wanted, line, office)
            acts += [(number, line.ticket_id, act) for act in new]
        except UsageError as wrong:
            problems.append((number, wrong.words))
    return acts, already, problems


def _refuse(wanted: Decided, line: Line, office: Office) -> None:
    """A UsageError where the day is over, or the ticket is not as the list shows it."""
    if wanted.until and wanted.until < office.today:
        raise UsageError(words("decisions.past", column=words("decisions.column-until"), until=wanted.until))
    if wanted.mark != line.mark:
        raise UsageError(_conflict(line))


def _acts(wanted: Decided, line: Line, by: str) -> Iterator[Act]:
    if wanted.assignee and wanted.assignee != line.assignee:
        yield Act(ActKind.ASSIGN, by, to=wanted.assignee)
    if wanted.kind is ActKind.CLOSE and line.ticket_status is not TicketStatus.CLOSED:
        yield Act(ActKind.CLOSE, by, wanted.reason)
    elif wanted.kind not in (None, ActKind.CLOSE):
        yield Act(wanted.kind, by, wanted.reason, (line.finding.fingerprint,), wanted.until)


def _once(acts: Sequence[_Wanted]) -> list[_Wanted]:
    """What several rows say of a whole ticket is done once, and a ticket is closed after all else."""
    single: dict[tuple[int, Act], _Wanted] = {}
    for number, ticket_id, act in acts:
        single.setdefault((ticket_id, act), (number, ticket_id, act))
    return sorted(single.values(), key=lambda one: (one[2].kind is ActKind.CLOSE, one[0]))


def _conflict(line: Line) -> Words:
    status = words(f"tickets.finding-{line.status}")
    return words("decisions.conflict", id=line.ticket_id, status=status, by=line.changed)


def _told(problems: Sequence[_Problem]) -> Words:
    said = [words("decisions.nothing-taken"), *(words("decisions.row", row=row, why=why) for row, why in problems[:_SHOWN])]
    if len(problems) > _SHOWN:
        said.append(words("decisions.more", count=len(problems) - _SHOWN))
    return Words("\n".join(s.zh for s in said), "\n".join(s.en for s in said))
