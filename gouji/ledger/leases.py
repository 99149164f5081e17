"""Who works alone on what. A lease ends by itself, and at once where its holder is a dead process of this machine."""

import os
import platform
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from gouji.clock import shown
from gouji.errors import GoujiError, UsageError
from gouji.ledger import tables
from gouji.words import words

LASTS = timedelta(minutes=15)


class Held(UsageError):
    """Somebody else who still lives works on it."""


class LeaseLost(GoujiError):
    """Our lease ran out and somebody else took it: what was begun is not ours to end."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A process, told apart from an earlier one with the same number by when it was born. `name` is one holder in that process."""

    host: str
    pid: int
    born: str
    name: str

    @classmethod
    def this(cls, name: str) -> "Holder":
        return cls(platform.node(), os.getpid(), born(os.getpid()) or "", name)

    @property
    def lives(self) -> bool | None:
        """Whether the process still runs; None where it runs on a machine that we cannot see."""
        if self.host != platform.node():
            return None
        now = born(self.pid)
        return now is not None and (now == self.born or not now)


def take(session: Session, lease: str, holder: Holder, now: datetime) -> None:
    """The lease is the holder's. Whoever holds it and is not known to be dead keeps it until it runs out."""
    row = session.get(tables.Lease, lease, with_for_update=True)
    if row is None:
        row = tables.Lease(name=lease)
        session.add(row)
    elif _of(row) != holder and row.expires_at > now and _of(row).lives is not False:
        raise Held(words("ledger.held", host=row.host, pid=row.pid, since=shown(row.taken_at)))
    row.host, row.pid, row.born, row.holder = holder.host, holder.pid, holder.born, holder.name
    row.taken_at, row.expires_at = now, now + LASTS


def taken(session: Session, lease: str, now: datetime) -> bool:
    """Whether somebody works on it: a process that lives or, on a machine that we cannot see, one whose lease lasts."""
    row = session.get(tables.Lease, lease)
    if row is None:
        return False
    lives = _of(row).lives
    return row.expires_at > now if lives is None else lives


def keep(session: Session, lease: str, holder: Holder, now: datetime) -> None:
    """The lease lasts from now on anew, if it is still the holder's."""
    row = session.get(tables.Lease, lease, with_for_update=True)
    if row is None or _of(row) != holder:
        raise LeaseLost(words("ledger.lease_lost"))
    if row.expires_at - now < LASTS * 2 / 3:
        row.expires_at = now + LASTS


def give_back(session: Session, lease: str, holder: Holder) -> None:
    """The lease is free, if it was the holder's."""
    row = session.get(tables.Lease, lease, with_for_update=True)
    if row is not None and _of(row) == holder:
        session.delete(row)


def born(pid: int) -> str | None:
    """When the process was born, as the machine counts; None where there is none, "" where the machine does not tell."""
    stat = Path(f"/proc/{pid}/stat")
    if not Path("/proc/self/stat").exists():
        return "" if _answers(pid) else None
    try:
        # The name in parentheses may hold anything, so count from its end: state is field 3, start time 22.
        fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    if fields[0] in "ZX":
        return None
    return f"{_boot()}:{fields[19]}"


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""


def _answers(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _of(row: tables.Lease) -> Holder:
    return Holder(row.host, row.pid, row.born, row.holder)
