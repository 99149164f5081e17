"""More time for a document that honestly needs it: recognising print takes seconds a page."""

import resource
import signal

SECONDS_A_PAGE = 10  # a page of print takes 2 to 3 s on two idle cores


def more_time(seconds: int) -> None:
    """Moves this process's own limits of time, where it has any, by so many seconds; never above what the system allows."""
    left, _ = signal.getitimer(signal.ITIMER_REAL)
    if left > 0:
        signal.setitimer(signal.ITIMER_REAL, left + seconds)
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY:
        wanted = soft + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
