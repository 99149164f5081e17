"""What one vendor does otherwise than the others, by its documentation: how it pages, and which search it still has."""

import pytest

from tests.connectors.trackers.desks import JiraCloudHouse
from tests.connectors.trackers.house import KEY, NOTE, entry, filed
from tests.connectors.trackers.houses import SERVERS, served, server

MANY = 130  # more than any vendor gives at once


@pytest.mark.parametrize("name", sorted(SERVERS))
def test_of_many_comments_each_is_read_once_and_the_oldest_first(name: str) -> None:
    with server(name) as house:
        held = filed(house, entry(notes=(NOTE,)))
        for number in range(MANY):
            house.say(held.id, f"第{number}句")
        assert [said.text for said in house.tracker.read(held.id, KEY).said] == [f"第{number}句" for number in range(MANY)]
        filed(house, entry(notes=(NOTE,)), held.id)
        assert sum("已更正1处" in text for text in house.records()[0].comments) == 1


def test_a_jira_that_atlassian_runs_is_looked_through_by_its_own_search() -> None:
    with served(JiraCloudHouse()) as house:
        house.crowd(230)
        held = filed(house, entry())
        assert filed(house, entry()).id == held.id
        assert {key: found.id for key, found in house.tracker.listed()} == {KEY: held.id}
        assert "GET /rest/api/2/search" not in house.asked
