"""gouji archive: every request is on record, what came is verified, and both leave as WARC."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.cli import main as warcio

from flows.office import open_office, patrolling
from flows.steps.discover import discover
from gouji.archive import Archive
from gouji.ledger.fetches import list_at
from tests.connectors.site import Answer, Site, serving
from tests.connectors.website.columns import honest, trs
from tests.flows.calling import gouji
from tests.flows.test_cli_sources import WEB
from tests.flows.town import Town


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.pages |= {path: honest(page) for path, page in trs().items()}
        yield site


def looked(folder: Path, site: Site, times: int) -> Town:
    """A town whose column was looked at so often."""
    town = Town.found(folder, WEB.format("county", site.url("/ndbg/")))
    for _ in range(times):
        look(town)
    return town


def look(town: Town) -> None:
    with open_office(town.settings) as office, patrolling(office):
        discover(office)


def test_every_request_is_on_record_and_a_second_look_confirms_what_the_first_kept(tmp_path: Path, site: Site) -> None:
    town = looked(tmp_path / "town", site, 2)
    archive = Archive(town.settings.archive)
    ledger = town.ledger()
    with ledger.reading() as session:
        first, second = list_at(session, "county", datetime.now(UTC))
        assert list_at(session, "county", datetime(2024, 1, 1, tzinfo=UTC)) == ()
        assert list_at(session, "inbox", datetime.now(UTC)) == ()
    ledger.close()
    assert (first.address, second.address) == (site.url("/ndbg/"), site.url("/ndbg/index_1.html"))
    assert "甲县水务局2025年政府信息公开工作年度报告".encode() in archive.get(first.sha256)
    ended = gouji("archive", "verify", "--config", town.folder / "gouji.toml")
    assert ended.status == 0
    assert f"请求记录 {len(site.asked)} 条" in ended.out


def test_what_is_missing_or_damaged_is_named_and_fetched_again(tmp_path: Path, site: Site) -> None:
    town = looked(tmp_path / "town", site, 1)
    config, archive = town.folder / "gouji.toml", Archive(town.settings.archive)
    gone, damaged = (
        next(sha for sha in archive if page.body == archive.get(sha)) for page in (trs()["/ndbg/202601/P1.docx"], trs()["/ndbg/"])
    )  # type: ignore[union-attr]
    (town.settings.archive / gone[:2] / gone).unlink()
    (town.settings.archive / damaged[:2] / damaged).write_bytes(b"something else")
    (town.settings.archive / gone[:2] / "notes.txt").write_text("ours")
    ended = gouji("archive", "verify", "--config", config)
    assert ended.status == 1
    assert "缺失 1 件，损坏 1 件" in ended.out
    assert f"缺失  {gone}\n    county：{site.url('/ndbg/202601/P1.docx')}（取于" in ended.out
    assert "notes.txt" in ended.out
    told = json.loads(gouji("archive", "verify", "--format", "json", "--config", config).out)
    assert [(one["sha256"], one["kind"]) for one in told["lost"]] == [(damaged, "damaged"), (gone, "missing")]
    (town.settings.archive / damaged[:2] / damaged).unlink()
    look(town)
    assert gouji("archive", "verify", "--config", config).status == 0


def test_the_record_leaves_as_a_warc_file_that_others_read(tmp_path: Path, site: Site) -> None:
    site.pages["/ndbg/202601/t20260120_2.html"] = Answer("<title>页面不存在</title>".encode(), 404)
    town = looked(tmp_path / "town", site, 2)
    config, path = town.folder / "gouji.toml", tmp_path / "county.warc.gz"
    ended = gouji("archive", "export", "--warc", path, "--source", "county", "--config", config)
    assert (ended.status, f"写出 {len(site.asked)} 条记录" in ended.out) == (0, True)
    with path.open("rb") as file:
        records = [
            (
                r.rec_type,
                r.rec_headers.get_header("WARC-Target-URI"),
                r.http_headers and r.http_headers.get_statuscode(),
                r.content_stream().read(),
            )
            for r in ArchiveIterator(file)
        ]
    assert ("response", site.url("/ndbg/"), "200", trs()["/ndbg/"].body) in records  # type: ignore[union-attr]
    assert ("revisit", site.url("/ndbg/"), "304", b"") in records
    assert ("response", site.url("/ndbg/202601/t20260120_2.html"), "404", "<title>页面不存在</title>".encode()) in records
    with pytest.raises(SystemExit) as checked:
        warcio(["check", str(path)])
    assert checked.value.code == 0
    assert gouji("archive", "export", "--warc", path, "--config", config).status == 2
    assert gouji("archive", "export", "--warc", tmp_path / "b.warc", "--source", "nobody", "--config", config).status == 2


def test_a_request_that_failed_stands_in_the_record_with_its_reason(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", WEB.format("down", "http://10.0.0.8/ndbg/"))
    with open_office(town.settings) as office, patrolling(office):
        look = discover(office)[0]
    assert not look.ok
    path = tmp_path / "down.warc"
    assert gouji("archive", "export", "--warc", path, "--config", town.folder / "gouji.toml").status == 0
    with path.open("rb") as file:
        said = [record.content_stream().read() for record in ArchiveIterator(file) if record.rec_type == "metadata"]
    assert said
    assert b"fetch-failed: 10.0.0.8 leads to 10.0.0.8" in said[0]
