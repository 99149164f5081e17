"""Work on many hosts at once, on each of them one thing after the other."""

import heapq
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Most of the time is waiting for somebody else's server.
_AT_ONCE = 16
# What was done before its turn is kept at hand; with more than this nothing further is begun out of turn.
_ROOM = 64_000_000


def host_by_host(
    items: Sequence[T],
    host_of: Callable[[T], str],
    work: Callable[[T], R],
    weight: Callable[[R], int] = lambda _: 0,
    at_once: int = _AT_ONCE,
    room: int = _ROOM,
) -> Iterator[Callable[[], R]]:
    """For each item in turn what gives its result or raises what its work raised: the same as if they had been done one by one.

    Items of one host are done in their order, one at a time. `weight` says how many bytes a result keeps at hand.
    """
    waiting = _by_host(items, host_of)
    idle = [(queue[0], host) for host, queue in waiting.items()]
    heapq.heapify(idle)
    ended: SimpleQueue[int] = SimpleQueue()
    begun: dict[int, Future[R]] = {}
    running: dict[int, str] = {}
    held = 0
    for turn in range(len(items)):
        while turn not in begun or turn in running:
            # The host of the item whose turn it is is idle or at it: all before it are done.
            while idle and len(running) < at_once and (held < room or idle[0][0] == turn):
                index, host = heapq.heappop(idle)
                waiting[host].popleft()
                running[index], begun[index] = host, Future()
                # A daemon, unlike a pool's: whoever breaks off does not wait for a slow server.
                Thread(target=_do, args=(begun[index], partial(work, items[index]), index, ended), name="host", daemon=True).start()
            index = ended.get()
            held += _weight(begun[index], weight)
            host = running.pop(index)
            if waiting[host]:
                heapq.heappush(idle, (waiting[host][0], host))
        one = begun.pop(turn)
        held -= _weight(one, weight)
        yield one.result


def _by_host(items: Sequence[T], host_of: Callable[[T], str]) -> dict[str, deque[int]]:
    found: dict[str, deque[int]] = defaultdict(deque)
    for index, item in enumerate(items):
        found[host_of(item)].append(index)
    return found


def _do(future: "Future[R]", work: Callable[[], R], index: int, ended: "SimpleQueue[int]") -> None:
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 - handed to who waits for the item, and raised there
        future.set_exception(error)
    ended.put(index)


def _weight(one: "Future[R]", weight: Callable[[R], int]) -> int:
    return 0 if one.exception() else weight(one.result())
