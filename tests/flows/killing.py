"""A process that is killed at one boundary after another, whatever it does."""

import os
import signal
from collections.abc import Callable

Checkpoint = Callable[[str], None]


def boundaries_of(work: Callable[[Checkpoint], object]) -> list[str]:
    """Every boundary that the undisturbed work passes, in order."""
    passed: list[str] = []
    work(passed.append)
    return passed


def killed(work: Callable[[Checkpoint], object], at: int | str) -> str:
    """How a child process ended that was killed by SIGKILL at the boundary of this number, or at the first one of this name."""
    child = os.fork()
    if child == 0:
        work(_Killer(at))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else "not killed"


class _Killer:
    """Kills its own process at the boundary of this number or name."""

    def __init__(self, at: int | str) -> None:
        self.at = at
        self.passed = 0

    def __call__(self, boundary: str) -> None:
        if self.at in (self.passed, boundary):
            os.kill(os.getpid(), signal.SIGKILL)
        self.passed += 1
