"""A stretch of work without Python's garbage collector."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """What is made in here lives until its end, or is freed at once: the collector would walk over all of it again and again.

    Of the judging of two thousand reports it took a tenth, of more it takes more. It is left as it was found.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
