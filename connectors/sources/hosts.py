"""Work on many hosts at once, on each of them one thing after the other."""

import heapq
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

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
    desk = _Desk(items, host_of, work, weight, at_once, room)
    for turn in range(len(items)):
        yield desk.done(turn).result


class _Desk(Generic[T, R]):
    """Who is at which item: `waiting` by host, `idle` hosts with their next item, `begun` work and the hosts that are `running` it."""

    def __init__(
        self, items: Sequence[T], host_of: Callable[[T], str], work: Callable[[T], R], weight: Callable[[R], int], at_once: int, room: int
    ) -> None:
        self._items, self._work, self._weight, self._at_once, self._room = items, work, weight, at_once, room
        self._waiting = _by_host(items, host_of)
        self._idle = [(queue[0], host) for host, queue in self._waiting.items()]
        heapq.heapify(self._idle)
        self._ended: SimpleQueue[int] = SimpleQueue()
        self._begun: dict[int, Future[R]] = {}
        self._running: dict[int, str] = {}
        self._held = 0

    def done(self, turn: int) -> "Future[R]":
        """The work on the item whose turn it is, ended; meanwhile that on others goes on."""
        while turn not in self._begun or turn in self._running:
            # The host of the item whose turn it is is idle or at it: all before it are done.
            while self._idle and len(self._running) < self._at_once and (self._held < self._room or self._idle[0][0] == turn):
                self._begin(*heapq.heappop(self._idle))
            self._end(self._ended.get())
        one = self._begun.pop(turn)
        self._held -= self._weight_of(one)
        return one

    def _begin(self, index: int, host: str) -> None:
        self._waiting[host].popleft()
        self._running[index], self._begun[index] = host, Future()
        # A daemon, unlike a pool's: whoever breaks off does not wait for a slow server.
        what = (self._begun[index], partial(self._work, self._items[index]), index, self._ended)
        Thread(target=_do, args=what, name="host", daemon=True).start()

    def _end(self, index: int) -> None:
        self._held += self._weight_of(self._begun[index])
        host = self._running.pop(index)
        if self._waiting[host]:
            heapq.heappush(self._idle, (self._waiting[host][0], host))

    def _weight_of(self, one: "Future[R]") -> int:
        return 0 if one.exception() else self._weight(one.result())


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
