"""Work that goes on at many hosts at once."""

import time
from threading import Lock

import pytest

from connectors.sources.hosts import host_by_host


def host(item: str) -> str:
    return item[0]


def test_results_and_troubles_come_in_the_items_order_whichever_was_done_first() -> None:
    def work(item: str) -> str:
        if item == "b1":
            raise ValueError(item)
        time.sleep(0.01 if item == "a1" else 0)
        return item.upper()

    *before, b1, c1 = host_by_host(["a1", "a2", "b1", "c1"], host, work)
    assert [one() for one in (*before, c1)] == ["A1", "A2", "C1"]
    with pytest.raises(ValueError, match="b1"):
        b1()
    assert list(host_by_host([], host, work)) == []


@pytest.mark.parametrize(("at_once", "room", "most"), [(16, 1000, 3), (2, 1000, 2), (16, 1, 3)])
def test_no_more_is_begun_than_there_is_room_for(at_once: int, room: int, most: int) -> None:
    alone, busy, seen = Lock(), set[str](), list[set[str]]()

    def work(item: str) -> str:
        with alone:
            assert not any(host(other) == host(item) for other in busy)
            busy.add(item)
            seen.append(set(busy))
        time.sleep(0.002)
        with alone:
            busy.discard(item)
        return item

    items = [f"{name}{number}" for number in range(5) for name in "abc"]
    assert [one() for one in host_by_host(items, host, work, weight=len, at_once=at_once, room=room)] == items
    assert max(map(len, seen)) <= most
