"""What one vendor does otherwise than the others, by its documentation: how it pages, and which search it still has."""

import pytest

from connectors.trackers.model import FilingFailed, Kind
from tests.connectors.trackers.desks import JiraCloudHouse, RedmineHouse
from tests.connectors.trackers.house import KEY, NOTE, entry, filed, mended
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


@pytest.mark.parametrize("tells_ways", [True, False])
def test_a_redmine_whose_workflow_has_no_way_back_is_told_of_and_its_other_closed_state_is_taken(tells_ways: bool) -> None:
    with served(RedmineHouse()) as house:
        house.tells_ways, house.refuses = tells_ways, {1, 2, 3, 4, 5}
        held = filed(house, mended())
        assert [record.open for record in house.records()] == [False]
        with pytest.raises(FilingFailed) as caught:
            filed(house, entry(notes=(NOTE,)), held.id)
        assert (caught.value.kind, "流程" in caught.value.words.zh) == (Kind.NEVER, True)


def test_a_redmine_account_that_may_only_comment_is_the_operators_to_mend() -> None:
    with served(RedmineHouse()) as house:
        held = filed(house, entry())
        house.may_edit = False
        with pytest.raises(FilingFailed) as caught:
            filed(house, mended(), held.id)
        assert caught.value.kind is Kind.OPERATOR


def test_what_persons_wrote_into_a_redmine_ticket_stays_there() -> None:
    with served(RedmineHouse()) as house:
        held = filed(house, entry())
        [issue] = house.issues
        issue["description"] = issue["description"].replace("建议核改", "建议核改, 急件") + "已转办公室\r\n请王芳跟进"
        filed(house, mended(), held.id)
        text = issue["description"]
        assert house.records()[0].labels == {"年报核对", "已更正", "急件"}
        assert text.endswith("已转办公室\r\n请王芳跟进")
