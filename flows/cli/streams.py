"""The three standard streams of the command, whatever the caller left of them."""

import os
import sys
from io import TextIOWrapper
from typing import TextIO


def settle() -> None:
    """Standard output and error are there and take every character; one that the caller closed (`>&-`, some schedulers) takes nothing."""
    # A closed one leaves its number free, and the next file opened, the ledger perhaps, would be written to as if it were that stream.
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(descriptor, True)
    os.close(descriptor)
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows a stand-in for it rather than no answer at all.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def drop_the_rest() -> None:
    """What standard output did not take is not tried again when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")
