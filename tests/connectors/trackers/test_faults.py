"""A tracker that fails: nothing double, nothing lost, and what is to be done next is known by the kind of failure."""

import json
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from connectors.trackers.filing import Desk
from connectors.trackers.model import FilingFailed, Kind
from connectors.trackers.understood import Understood
from tests.connectors.trackers.forges import Issues
from tests.connectors.trackers.house import KEY, NOTE, entry, filed
from tests.connectors.trackers.houses import SERVERS, server
from tests.connectors.trackers.server import TOKEN, Fault

HTML = "<html><body><h1>Log in</h1> to continue</body></html>"


@pytest.fixture(params=sorted(SERVERS))
def house(request: pytest.FixtureRequest) -> Iterator[Issues]:
    with server(request.param) as found:
        yield found


def failed(house: Issues, fault: Fault) -> FilingFailed:
    house.faults.append(fault)
    with pytest.raises(FilingFailed) as caught:
        filed(house, entry())
    return caught.value


@pytest.mark.parametrize(("status", "text"), [(502, "<html>Bad gateway</html>"), (0, ""), (200, HTML), (504, ""), (201, '{"cut')])
def test_a_ticket_made_although_the_answer_was_lost_is_found_in_the_list_at_once(house: Issues, status: int, text: str) -> None:
    house.faults.append(Fault(house.create_op, status, text, after=True))
    held = filed(house, entry())
    assert [record.id for record in house.records()] == [held.id]
    assert house.asked.count(house.create_op) == 1


def test_where_the_list_fails_too_the_next_delivery_looks_before_it_makes_anything(house: Issues) -> None:
    house.faults.append(Fault(house.create_op, 502, after=True))
    steps: list[str] = []
    desk = Desk(house.tracker)
    desk.list()
    house.faults.append(Fault(house.list_op, 500))
    with pytest.raises(FilingFailed) as caught:
        desk.file(entry(), None, steps.append)
    assert (caught.value.kind, caught.value.unanswered, steps) == (Kind.LATER, True, ["create: before"])
    filed(house, entry())
    assert (len(house.records()), house.asked.count(house.create_op)) == (1, 1)


def test_a_comment_whose_answer_was_lost_is_not_written_twice(house: Issues) -> None:
    held = filed(house, entry())
    house.faults.append(Fault(house.comment_op, 502, after=True))
    with pytest.raises(FilingFailed):
        filed(house, entry(notes=(NOTE,)), held.id)
    filed(house, entry(notes=(NOTE,)), held.id)
    assert [len(record.comments) for record in house.records()] == [1]


@pytest.mark.parametrize(
    ("status", "headers", "kind"),
    [
        (401, {}, Kind.OPERATOR), (403, {}, Kind.OPERATOR), (404, {}, Kind.OPERATOR), (409, {}, Kind.LATER), (422, {}, Kind.NEVER),
        (429, {"Retry-After": "17"}, Kind.WAIT), (403, {"Retry-After": "17"}, Kind.WAIT), (500, {}, Kind.LATER),
        (503, {"Retry-After": "17"}, Kind.WAIT), (200, {}, Kind.LATER), (0, {}, Kind.AWAY),
    ],
)  # fmt: skip
def test_each_kind_of_answer_says_what_is_to_be_done(house: Issues, status: int, headers: dict[str, str], kind: Kind) -> None:
    began = time.monotonic()
    found = failed(house, Fault(house.create_op, status, HTML if status == 200 else '{"message": "no", "errors": ["no"]}', headers))
    assert (found.kind, found.after) == (kind, 17.0 if kind is Kind.WAIT else None)
    assert found.unanswered is (status in (0, 200, 500))
    assert house.records() == []
    # The library tried once and did not wait by itself.
    assert (house.asked.count(house.create_op), time.monotonic() - began < 15) == (1, True)


def test_a_limit_without_a_time_is_waited_for_a_minute(house: Issues) -> None:
    text = '{"message": "You have exceeded a secondary rate limit."}'
    found = failed(house, Fault(house.create_op, 403, text))
    assert (found.kind, found.after) == (Kind.WAIT, 60.0)


def test_what_a_server_repeats_of_the_token_is_not_told(house: Issues) -> None:
    for status in (401, 403, 422, 500):
        found = failed(house, Fault(house.create_op, status, f'{{"message": "no {TOKEN}", "errors": ["no {TOKEN}"]}}'))
        assert TOKEN not in found.words.zh + found.words.en + str(found) + repr(found.__cause__)


def test_a_server_that_is_not_there_is_away(house: Issues) -> None:
    house.port = 9  # discard: nobody listens there
    with pytest.raises(FilingFailed) as caught:
        house.tracker.read("1", KEY)
    assert caught.value.kind is Kind.AWAY


@pytest.mark.parametrize("emptied", ["{}", "[]", "null", '[{"id": 1}]', '{"issues": [{"id": 1}], "issue": {}, "total_count": 1}'])
def test_an_answer_without_what_it_must_hold_is_a_failure_of_the_tracker_alone(house: Issues, emptied: str) -> None:
    house.faults.append(Fault(house.create_op, 201, emptied))
    with suppress(FilingFailed):  # some vendors' answers need no more than a number
        Desk(Understood(house.tracker)).file(entry(), None, str)
    held = filed(house, entry())
    assert [record.id for record in house.records()] == [held.id]


def test_a_ticket_that_is_listed_without_its_state_makes_the_list_wait_until_it_is_whole_again() -> None:
    with server("redmine") as house:
        held = filed(house, entry())
        body = f"<!-- {KEY} text:0123456789ab -->"
        house.faults.append(
            Fault(house.list_op, 200, json.dumps({"issues": [{"id": int(held.id), "description": body}], "total_count": 1}))
        )
        desk = Desk(Understood(house.tracker))
        with pytest.raises(FilingFailed) as caught:
            desk.list()
        assert (caught.value.kind, "status" in caught.value.words.zh) == (Kind.LATER, True)
        assert list(desk.list()) == [KEY]
