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


def killed(work: Callable[[Checkpoint], object], number: int) -> str:
    """How a child process ended that was killed by SIGKILL at the boundary of this number."""
    child = os.fork()
    if child == 0:
        work(_Killer(number))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else "not killed"


class _Killer:
    """Kills its own process at the boundary of this number."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, boundary: str) -> None:
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1
