"""The ledger keeps what it is told, whole or not at all."""

import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

import gouji.ledger
from gouji.errors import UsageError
from gouji.finding import Verdict
from gouji.judgement import Judgement
from gouji.ledger import Ledger, events, facts, open_ledger, patrols, rehearse, shelf, tables
from gouji.ledger.migrations import HEAD
from tests.gouji.findings import finding

NOW = datetime(2024, 3, 1, 8, 0, tzinfo=UTC)


def test_the_newest_step_is_the_one_that_the_code_names() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(gouji.ledger.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_the_steps_make_the_tables_that_the_code_uses(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.Base.metadata) == []


def test_a_ledger_is_opened_again_with_what_it_held(url: str) -> None:
    first = open_ledger(url)
    with first.writing("test") as session:
        name = facts.ledger_id(session)
    first.close()
    again = open_ledger(url)
    with again.reading() as session:
        assert facts.ledger_id(session) == name
    again.close()


def test_two_that_open_a_new_ledger_at_once_both_get_it(url: str) -> None:
    opened: list[Ledger] = []
    threads = [threading.Thread(target=lambda: opened.append(open_ledger(url))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 4
    for ledger in opened:
        ledger.close()


def test_a_transaction_that_fails_leaves_nothing(ledger: Ledger) -> None:
    with pytest.raises(IntegrityError), ledger.writing("test") as session:
        session.add_all(tables.Event(key="same", at=NOW, kind="waiting", body={"n": n}) for n in range(2))
    with ledger.reading() as session:
        assert events.since(session, 0) == []


def test_every_commit_is_a_boundary(ledger: Ledger) -> None:
    heard: list[str] = []
    ledger.checkpoint = heard.append
    with ledger.writing("thing") as session:
        patrols.begin(session, NOW)
    assert heard == ["thing: before commit", "thing: committed"]


def test_writers_wait_for_each_other(ledger: Ledger) -> None:
    with ledger.writing("test") as session:
        facts.state(session, "count", {"n": 0})

    def add() -> None:
        for _ in range(10):
            with ledger.writing("test") as session:
                row = session.get_one(tables.Fact, "count", with_for_update=True)
                row.value = {"n": row.value["n"] + 1}

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with ledger.reading() as session:
        assert facts.fact(session, "count") == {"n": 40}


def test_moments_keep_their_zone(ledger: Ledger) -> None:
    beijing = NOW.astimezone(timezone(timedelta(hours=8)))
    with ledger.writing("test") as session:
        patrols.begin(session, beijing)
    with ledger.reading() as session:
        assert session.scalar(select(tables.Patrol.started_at)) == NOW


def test_an_event_is_recorded_once(ledger: Ledger) -> None:
    with ledger.writing("test") as session:
        assert events.record(session, "one", "waiting", NOW, body={"n": 1})
        assert not events.record(session, "one", "waiting", NOW, body={"n": 2})
    with ledger.reading() as session:
        assert session.scalar(select(func.count()).select_from(tables.Event)) == 1


def test_a_judgement_comes_back_with_and_without_its_evidence(ledger: Ledger) -> None:
    judgement = Judgement(Verdict.FAIL, (finding(),), (), held={"a": 1}, results=({"success": False},))
    with ledger.writing("test") as session:
        version = _version(session)
        row = tables.Result(
            version_id=version, basis="b", catalogue="c", reader="r", tool="t", judged_at=NOW, **shelf.result_of(judgement)
        )  # fmt: skip
        session.add(row)
        session.flush()
        number = row.id
    with ledger.reading() as session:
        kept = session.get_one(tables.Result, number)
        assert shelf.judgement_of(kept, with_evidence=True) == judgement
        assert shelf.judgement_of(kept).results == ()
        assert (kept.errors, kept.doubts, kept.counts) == (1, 0, {"error": 1, "doubt": 0, "warning": 0, "info": 0})


def test_a_rehearsal_sees_the_ledger_and_leaves_it_as_it_was(url: str, tmp_path: Path) -> None:
    real = open_ledger(url)
    with real.writing("test") as session:
        patrols.begin(session, NOW)
    (tmp_path / "rehearsal").mkdir()
    rehearsal = rehearse(url, tmp_path / "rehearsal")
    for number in (2, 3):
        with rehearsal.writing("test") as session:
            assert patrols.begin(session, NOW) == number
    with rehearsal.reading() as session:
        assert patrols.current(session) == 3
    rehearsal.close()
    with real.reading() as session:
        assert patrols.current(session) == 1
    real.close()


def test_a_ledger_of_a_newer_gouji_is_refused(url: str) -> None:
    ledger = open_ledger(url)
    with ledger.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    ledger.close()
    with pytest.raises(UsageError, match="newer gouji"):
        open_ledger(url)


def test_a_ledger_that_cannot_be_reached_is_one_sentence_without_the_password() -> None:
    with pytest.raises(UsageError, match="cannot be opened") as refused:
        open_ledger("postgresql+psycopg://clerk:verysecret@127.0.0.1:1/gouji")
    assert "verysecret" not in refused.value.words.zh + refused.value.words.en


@pytest.mark.parametrize("address", ["mysql://somewhere/x", "nonsense", "sqlite+nothing:///x"])
def test_an_address_that_is_none_is_one_sentence(address: str) -> None:
    with pytest.raises(UsageError, match="database address"):
        open_ledger(address)


def test_a_folder_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(UsageError, match="cannot be opened"):
        open_ledger(f"sqlite:///{tmp_path / 'home' / 'ledger.sqlite'}")


def test_a_file_that_is_no_ledger_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"a letter, not a ledger" * 100)
    with pytest.raises(UsageError, match="cannot be opened"):
        open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")


def _version(session: Session) -> int:
    publication = tables.Publication(
        source="s", location="l", name="l", stage="published", size=1, modified=1.0, sha256="0" * 64,
        fetched_at=NOW, first_seen=NOW, last_seen=NOW,
    )  # fmt: skip
    session.add(publication)
    session.flush()
    version = tables.Version(
        publication_id=publication.id, number=1, content="c", sha256="0" * 64, read_at=NOW, reader="r", readable=True, sure=False
    )  # fmt: skip
    session.add(version)
    session.flush()
    return version.id
