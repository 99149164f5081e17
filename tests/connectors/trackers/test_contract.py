"""What every tracker that can be asked does: one ticket however often it is tried, and what persons do there comes back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from connectors.trackers.filing import Desk
from connectors.trackers.model import FilingFailed, Kind
from tests.connectors.trackers.house import KEY, NOTE, PICTURE, PNG, House, entry, filed, mended
from tests.connectors.trackers.houses import HOUSES


@pytest.fixture(params=sorted(HOUSES))
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    with HOUSES[request.param](tmp_path) as found:
        yield found


def test_a_ticket_is_there_with_its_text_and_labels(house: House) -> None:
    held = filed(house, entry())
    [record] = house.records()
    assert (record.id, record.open) == (held.id, True)
    assert "41" in record.shown
    assert {"年报核对", "建议核改"} <= record.labels
    assert dict(house.tracker.listed())[KEY].id == held.id


def test_however_often_it_is_filed_there_is_one_ticket_one_comment_and_one_picture(house: House) -> None:
    wanted = entry(notes=(NOTE,), pictures=(PICTURE,))
    first = filed(house, wanted)
    filed(house, wanted)
    filed(house, wanted, first.id)
    [record] = house.records()
    assert [text for text in record.comments if "已更正1处" in text] == [record.comments[0]] or len(record.comments) == 2
    assert sum("已更正1处" in text for text in record.comments) == 1
    assert record.pictures == (PNG,)


def test_nothing_is_written_where_all_is_there(house: House) -> None:
    wanted = entry(notes=(NOTE,), pictures=(PICTURE,))
    held = filed(house, wanted)
    steps: list[str] = []
    Desk(house.tracker).file(wanted, held.id, steps.append)
    assert steps == []


def test_a_mended_report_is_told_labelled_and_closed_and_a_relapse_opens_the_same_ticket(house: House) -> None:
    held = filed(house, entry())
    filed(house, mended(), held.id)
    [closed] = house.records()
    assert (closed.open, "已更正" in closed.labels, "建议核改" in closed.labels) == (False, True, False)
    assert any("已更正1处" in text for text in closed.comments)
    filed(house, entry(notes=(NOTE,)), held.id)
    [again] = house.records()
    assert (again.id, again.open) == (held.id, True)


def test_what_a_person_did_is_read_back(house: House) -> None:
    held = filed(house, entry())
    before = dict(house.tracker.listed())[KEY]
    house.say(held.id, "已联系经办人核实")
    house.close(held.id)
    after = dict(house.tracker.listed())[KEY]
    assert (before.open, after.open, after.changed != before.changed) == (True, False, True)
    read = house.tracker.read(held.id, KEY)
    assert read.open is False
    assert any("已联系经办人核实" in said.text for said in read.said)


def test_our_own_comments_are_no_persons(house: House) -> None:
    held = filed(house, entry(notes=(NOTE,), pictures=(PICTURE,)))
    assert house.tracker.read(held.id, KEY).said == ()


def test_the_ticket_is_found_among_hundreds_of_others(house: House) -> None:
    house.crowd(230)
    held = filed(house, entry())
    assert dict(house.tracker.listed()).keys() == {KEY}
    assert filed(house, entry()).id == held.id
    assert len(house.records()) == 1


def test_a_ticket_that_is_not_there_is_gone(house: House) -> None:
    filed(house, entry())
    with pytest.raises(FilingFailed) as caught:
        house.tracker.read("99999", "gouji:0a1b2c:99999")
    assert caught.value.kind is Kind.GONE


def test_a_ticket_whose_state_is_left_alone_stays_as_the_person_left_it(house: House) -> None:
    held = filed(house, entry())
    house.close(held.id)
    filed(house, replace(entry(notes=(NOTE,)), open=None), held.id)
    assert [record.open for record in house.records()] == [False]
