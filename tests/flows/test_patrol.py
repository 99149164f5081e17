"""A patrol through Prefect: the same ledger as without it, whatever happens on the way, and nobody else is told."""

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows.server import ServerFailed, api_server
from samples import sound
from tests.flows.outside import PATIENCE, Api, Outside, first_start, soon, tables_for_all
from tests.flows.town import FAULTY, OTHER, Town

REPORTS = {
    "faulty": FAULTY,
    "sound": sound(OTHER, year=2024),
    "doubtful": sound("青禾县交通运输局", year=2024).with_figures(applications__received__total="几件"),
}

EVERY_FIVE_MINUTES = '[schedule]\ncron = ["*/5 * * * *"]\n'
AUDITED = str(Path(__file__).with_name("audited.py"))


def _filled(place: Outside) -> Outside:
    for name, sample in REPORTS.items():
        place.town.put(name, sample)
    return place


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The addresses that were asked for by what is audited here."""
    return tmp_path_factory.mktemp("audit") / "asked"


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory, asked: Path) -> Iterator[Api]:
    """A server that somebody else runs, audited, with all its services."""
    folder, tables = tmp_path_factory.mktemp("api") / "prefect", tables_for_all(tmp_path_factory.getbasetemp())
    with first_start(folder, tables, interface=True, python=(sys.executable, AUDITED, str(asked))) as server:
        yield Api(server.url)


@pytest.fixture(scope="module")
def prefect_tables(api: Api, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As that server has left them."""
    return tables_for_all(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Outside:
    """A town after an undisturbed patrol without Prefect."""
    place = _filled(Outside(Town.found(tmp_path_factory.mktemp("plain") / "town")))
    place.run("--plain")
    return place


@pytest.fixture(scope="module")
def patrolled(tmp_path_factory: pytest.TempPathFactory, prefect_tables: Path) -> Outside:
    """A town after its first patrol through Prefect, in a folder named as people name folders."""
    place = _filled(Outside.found(tmp_path_factory.mktemp("prefect") / "办公室 (一)", prefect_tables))
    place.run()
    return place


def test_a_patrol_through_prefect_ends_in_the_same_ledger_as_a_plain_one(patrolled: Outside, plain: Outside) -> None:
    assert [status for _, _, status in patrolled.town.tickets()] == ["open"]
    assert patrolled.town.kept() == plain.town.kept()
    assert patrolled.left() == []


def test_a_second_patrol_finds_nothing_new_and_tells_nobody_but_the_configured_server(patrolled: Outside, api: Api, asked: Path) -> None:
    before = patrolled.town.kept()
    config = str(patrolled.town.folder / "gouji.toml")
    proxies = {"HTTP_PROXY": "http://192.0.2.1:9", "ALL_PROXY": "http://192.0.2.1:9"}
    process = patrolled.python(AUDITED, str(asked), "flows.cli.main", "run", "--config", config, PREFECT_API_URL=api.url, **proxies)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (0, "")
    assert "未变 3" in out
    assert patrolled.town.kept() == before
    assert [run["state_type"] for run in api.runs() if run["deployment_id"] is None] == ["COMPLETED"]
    assert {"127.0.0.1"} == {address for address in re.findall(r"[\d.]{7,}|[\w-]+\.\w+", asked.read_text("utf-8"))}


# Where it is killed while it reads, it has a server and readers of its own that would be left.
@pytest.mark.parametrize("moments", [("reading",), pytest.param(("starting", "reading", "filing"), marks=pytest.mark.long)])
def test_a_patrol_killed_again_and_again_gives_the_same_tickets_and_leaves_no_process(
    tmp_path: Path, prefect_tables: Path, api: Api, plain: Outside, moments: tuple[str, ...]
) -> None:
    place = _filled(Outside.found(tmp_path / "town", prefect_tables))
    if "starting" in moments:
        _killed_when(place, lambda: (place.prefect / "server.log").exists())
    if "reading" in moments:
        _killed_when(place, lambda: place.count("SELECT count(*) FROM versions"))
    if "filing" in moments:
        _killed_when(place, lambda: place.count("SELECT count(*) FROM tickets"), PREFECT_API_URL=api.url)
    place.run(PREFECT_API_URL=api.url)
    assert place.town.tickets() == plain.town.tickets()
    assert place.town.kept() == plain.town.kept()


def _killed_when(place: Outside, moment: Callable[[], object], **environment: str) -> None:
    process = place.gouji("run", **environment)
    assert soon(lambda: moment() or process.poll() is not None)
    assert process.poll() is None, process.communicate()
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=PATIENCE)
    assert place.left() == []


def test_what_goes_wrong_is_the_same_sentence_as_without_prefect(tmp_path: Path, prefect_tables: Path, api: Api) -> None:
    place = _filled(Outside.found(tmp_path / "town", prefect_tables))
    (place.town.folder / "home" / "ledger.sqlite").write_bytes(b"no database at all, but a text of some length")
    said = [_trouble(place, "run", "--plain"), _trouble(place, "run", PREFECT_API_URL=api.url)]
    assert said[0] == said[1]
    assert said[0][0] == 2


def _trouble(place: Outside, *arguments: str, **environment: str) -> tuple[int, str]:
    process = place.gouji(*arguments, **environment)
    out, err = process.communicate(timeout=PATIENCE)
    assert (out, len(err.splitlines())) == ("", 1), err
    return process.returncode, err


def test_a_server_that_does_not_start_is_a_sentence_that_names_its_log(tmp_path: Path) -> None:
    (tmp_path / "prefect.db").write_bytes(b"no database at all, but a text of some length")
    with api_server(tmp_path) as server, pytest.raises(ServerFailed, match=re.escape(str(tmp_path / "server.log"))):
        server.wait_until_ready()
    assert "file is not a database" in server.log.read_text("utf-8")


# That a schedule is kept depends on versions of packages that Prefect does not bound: with SQLAlchemy 2.1 no run is ever due.
def test_a_cron_deployment_really_gets_scheduled_runs(tmp_path: Path, api: Api) -> None:
    place = Outside(Town.found(tmp_path / "town", EVERY_FIVE_MINUTES))
    api.ask("work_pools/", name="office", type="process")
    deploying = place.python("-m", "flows.deploy", str(place.town.folder / "gouji.toml"), "office", PREFECT_API_URL=api.url)
    assert deploying.communicate(timeout=PATIENCE)[0:2] == ("", "")
    assert soon(lambda: len(api.runs("SCHEDULED")) >= 10, 90)
    [deployment] = api.deployments()
    assert (deployment["entrypoint"], deployment["work_pool_name"]) == ("flows.patrol.patrol", "office")
    assert {run["expected_start_time"][15:16] for run in api.runs("SCHEDULED")} <= {"0", "5"}
