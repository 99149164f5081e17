"""Work on many hosts at once, on each of them one thing after the other."""

import heapq
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Most of the time is waiting for somebody else's server.
_AT_ONCE = 16
# What was done before its turn is kept at hand; with more than this nothing further is begun out of turn.
_ROOM = 64_000_000


@dataclass(frozen=True, slots=True)
class _Done(Generic[R]):
    """How one item went: its result, or what it raised."""

    index: int
    result: R | None = None
    error: BaseException | None = None


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
    answers: SimpleQueue[_Done[R]] = SimpleQueue()
    done: dict[int, _Done[R]] = {}
    running: dict[int, str] = {}
    held = 0
    for turn in range(len(items)):
        while turn not in done:
            # The host of the item whose turn it is is idle or at it: all before it are done.
            while idle and len(running) < at_once and (held < room or idle[0][0] == turn):
                index, host = heapq.heappop(idle)
                waiting[host].popleft()
                running[index] = host
                Thread(target=_do, args=(index, items[index], work, answers), name="host", daemon=True).start()
            one = answers.get()
            done[one.index] = one
            held += _weight(one, weight)
            host = running.pop(one.index)
            if waiting[host]:
                heapq.heappush(idle, (waiting[host][0], host))
        one = done.pop(turn)
        held -= _weight(one, weight)
        yield lambda one=one: _given(one)  # type: ignore[misc]  # mypy takes the default for a parameter


def _by_host(items: Sequence[T], host_of: Callable[[T], str]) -> dict[str, deque[int]]:
    found: dict[str, deque[int]] = defaultdict(deque)
    for index, item in enumerate(items):
        found[host_of(item)].append(index)
    return found


def _do(index: int, item: T, work: Callable[[T], R], answers: "SimpleQueue[_Done[R]]") -> None:
    try:
        answers.put(_Done(index, work(item)))
    except BaseException as error:  # noqa: BLE001 - handed to who waits for the item, and raised there
        answers.put(_Done(index, error=error))


def _weight(one: _Done[R], weight: Callable[[R], int]) -> int:
    return weight(one.result) if one.result is not None else 0


def _given(one: _Done[R]) -> R:
    if one.error is not None:
        raise one.error
    result: R = one.result  # type: ignore[assignment]  # None only where the work gave it
    return result
