"""A child process that does not outlive its parent, however the parent ends."""

import ctypes
import os
import signal
import sys
import threading
import time

_PR_SET_PDEATHSIG = 1


def die_with(parent: int) -> None:
    """From now on this process is killed when `parent`, which started it, is gone; at once if it is gone already.

    On Linux the kernel does it (also while we hang in C code); elsewhere a thread looks once a second.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    else:
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    _leave_if_orphaned(parent)


def _watch(parent: int) -> None:
    while True:
        _leave_if_orphaned(parent)
        time.sleep(1)


def _leave_if_orphaned(parent: int) -> None:
    if os.getppid() != parent:
        os._exit(1)
