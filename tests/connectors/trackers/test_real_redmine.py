"""The contract, and the answers that get lost, with a Redmine that is one.

It needs Debian's packages: apt-get install redmine redmine-sqlite puma (a database that they ask for may be declined). Passed with
Redmine 5.0.4 on SQLite in November 2026.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from connectors.trackers.filing import Desk
from connectors.trackers.model import FilingFailed, Kind
from connectors.trackers.redmine import Redmine
from gouji.settings import TrackerSetting
from tests.connectors.trackers import test_contract, test_faults
from tests.connectors.trackers.forges import ENV, SECRET
from tests.connectors.trackers.house import KEY, NOTE, PICTURE, PNG, entry, filed, mended
from tests.connectors.trackers.houses import served
from tests.connectors.trackers.redmine_house import RealRedmineHouse
from tests.connectors.trackers.redmine_instance import DEVELOPER, OURS, REPORTER, missing, running

pytestmark = [pytest.mark.long, pytest.mark.timeout(1200)]

# The same tests as for the imitation, with the `house` of this module.
globals().update({name: test for module in (test_contract, test_faults) for name, test in vars(module).items() if name.startswith("test_")})


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if why := missing():
        pytest.skip(why)
    with running(tmp_path_factory.mktemp("redmine")) as url:
        yield url


@pytest.fixture
def house(server: str) -> Iterator[RealRedmineHouse]:
    with served(RealRedmineHouse(server)) as found:
        yield found


def test_of_many_comments_each_is_read_once_and_the_oldest_first(house: RealRedmineHouse) -> None:
    held = filed(house, entry(notes=(NOTE,)))
    for number in range(60):
        house.say(held.id, f"第{number}句")
    assert [said.text for said in house.tracker.read(held.id, KEY).said] == [f"第{number}句" for number in range(60)]
    assert {said.by for said in house.tracker.read(held.id, KEY).said} == {"王芳 科"}


def test_what_persons_wrote_into_the_ticket_stays_there(house: RealRedmineHouse) -> None:
    held = filed(house, entry())
    before = house.whole(held.id)["description"]
    house.edit(held.id, {"description": before.replace("建议核改", "建议核改, 急件") + "已转办公室\n请王芳跟进"})
    filed(house, mended(), held.id)
    filed(house, entry(), held.id)
    assert house.records()[0].labels == {"年报核对", "建议核改", "急件"}
    assert house.whole(held.id)["description"].endswith(f"{KEY} text:{house.tracker.read(held.id, KEY).shows}\r\n已转办公室\r\n请王芳跟进")


def test_a_ticket_that_a_person_took_away_is_gone(house: RealRedmineHouse) -> None:
    held = filed(house, entry())
    house.delete(held.id)
    with pytest.raises(FilingFailed) as caught:
        filed(house, mended(), held.id)
    assert (caught.value.kind, dict(house.tracker.listed())) == (Kind.GONE, {})


def test_where_the_workflow_knows_no_way_back_nothing_is_tried_and_it_is_told(server: str) -> None:
    with served(RealRedmineHouse(server, DEVELOPER)) as house:
        held = filed(house, mended())
        assert [record.open for record in house.records()] == [False]
        writes = house.asked.count(house.comment_op)
        with pytest.raises(FilingFailed) as caught:
            filed(house, entry(notes=(NOTE,)), held.id)
        assert (caught.value.kind, "流程" in caught.value.words.zh) == (Kind.NEVER, True)
        assert house.asked.count(house.comment_op) == writes


def test_an_account_that_may_only_report_is_the_operators_to_mend(server: str) -> None:
    with served(RealRedmineHouse(server, REPORTER)) as house:
        held = filed(house, entry(notes=(NOTE,), pictures=(PICTURE,)))
        assert (len(house.records()[0].comments), house.records()[0].pictures) == (1, (PNG,))
        with pytest.raises(FilingFailed) as caught:
            filed(house, mended(), held.id)
        assert caught.value.kind is Kind.OPERATOR


def test_a_kind_of_ticket_is_found_by_its_name(house: RealRedmineHouse) -> None:
    filed(house, entry())
    made = Redmine(house.tracker._setting.model_copy(update={"kind": "支持"}), "redmine").create(replace(entry(), key="gouji:0a1b2c:8"))
    assert house.whole(made.id)["tracker"]["name"] == "支持"


@pytest.mark.parametrize(("project", "key"), [("no-such-project", OURS), ("", "0d" * 20)])
def test_a_wrong_project_or_key_is_the_operators_to_mend(
    house: RealRedmineHouse, project: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting = TrackerSetting(type="redmine", project=project or house.project, url=house.real, token=SECRET)
    monkeypatch.setenv(ENV, key)
    with pytest.raises(FilingFailed) as caught:
        Desk(Redmine(setting, "redmine")).file(entry(), None, lambda _: None)
    assert caught.value.kind is Kind.OPERATOR
