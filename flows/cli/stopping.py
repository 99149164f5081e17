"""Being told to stop: by Ctrl-C, by SIGTERM, by a terminal that was closed. All unwind alike, so that nothing is left behind."""

import signal
from types import FrameType


class ToldToStop(KeyboardInterrupt):
    """Stopped by another signal than that of Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def stop_when_told() -> None:
    """From now on these signals end what is going on as Ctrl-C does; what the caller has us ignore (`nohup`) stays ignored."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def status_of(stopped: BaseException) -> int:
    """The exit status by which shells know that a signal ended a process."""
    return 128 + (stopped.number if isinstance(stopped, ToldToStop) else signal.SIGINT)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise ToldToStop(number)
