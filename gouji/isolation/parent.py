"""A child process that does not outlive its parent, however the parent ends."""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def die_with(parent: int) -> None:
    """From now on the kernel kills this process when `parent`, which started it, is gone; at once if it is gone already.

    Only Linux does this, also while we hang in C code; elsewhere the closed connection ends the server, and its limits a reader.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
