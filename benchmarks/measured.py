"""A promise measured, and how it is printed."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measured:
    """One promise: what was measured, as printed, and whether it is kept."""

    what: str
    ours: str
    naive: str
    result: str
    promised: str
    kept: bool

    def __str__(self) -> str:
        kept = "kept" if self.kept else "NOT KEPT"
        return f"{self.what:<42}{self.ours:>12}{self.naive:>12}{self.result:>10}{self.promised:>10}  {kept}"


def processor() -> float:
    """Seconds of one core that this process has used, and all those that it started and that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def ratio(what: str, ours: float, naive: float, promised: float) -> Measured:
    """Seconds of ours against theirs."""
    found = naive / ours
    return Measured(what, f"{ours * 1000:.2f} ms", f"{naive * 1000:.1f} ms", f"{found:.1f}x", f">= {promised:g}x", found >= promised)


def seconds(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """How long the work takes by this clock."""
    began = clock()
    work()
    return clock() - began
