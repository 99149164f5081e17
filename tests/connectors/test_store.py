"""Buckets of an object store, asked over its own protocol."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from connectors.http import Exchange
from connectors.sources import Found, SourceFailed
from connectors.sources.store import StoreSource
from connectors.sources.store.bucket import Bucket
from gouji.document.bound.binding import unbound
from gouji.errors import ConfigError
from gouji.settings import ObjectStoreSetting, Secret, load
from tests.connectors.packs import pack
from tests.connectors.stores import Store, storing


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with storing("reports", "many", "changing", "packed", "pictured") as store:
        yield store


def source(store: Store, folder: Path, bucket: str, prefix: str = "", **how: object) -> StoreSource:
    return StoreSource("store", Bucket(bucket, prefix, store.endpoint, key="k", secret="s"), folder / "memory", **how)  # type: ignore[arg-type]


def test_what_lies_under_the_prefix_is_found_in_all_its_folders_and_nothing_else(store: Store, tmp_path: Path) -> None:
    held = {"2025/甲局/年报.docx": b"one", "2025/乙局.pdf": b"%PDF", "2025-old/x.pdf": b"", "2025/~$乙局.pdf": b"", "2025/.git/config": b""}
    for key, data in {**held, "2025/empty folder/": b"", "2025/kept.txt": b""}.items():
        store.files.call_s3("put_object", Bucket="reports", Key=key, Body=data)
    found = list(source(store, tmp_path, "reports", "2025/").look())
    assert [(one.location, one.name, one.size) for one in found] == [
        ("kept.txt", "kept.txt", 0),
        ("乙局.pdf", "乙局.pdf", 4),
        ("甲局/年报.docx", "年报.docx", 3),
    ]
    assert [one.fetch() for one in found] == [b"", b"%PDF", b"one"]
    survey = source(store, tmp_path, "reports", "2025/", max_bytes=3).survey()
    assert [item.location for item in survey.items] == ["kept.txt", "甲局/年报.docx"]
    assert [(aside.location, aside.doubt) for aside in survey.asides] == [(".git/config", False), ("~$乙局.pdf", False), ("乙局.pdf", True)]


def test_a_bucket_of_more_than_one_page_is_listed_to_its_end_unless_it_has_none(store: Store, tmp_path: Path) -> None:
    for number in range(7):
        store.files.call_s3("put_object", Bucket="many", Key=f"{number:04}.txt", Body=b"x")
    many = source(store, tmp_path, "many")
    assert len(list(replace(many, bucket=replace(many.bucket, at_once=2)).look())) == 7
    with pytest.raises(SourceFailed, match="more than 5 objects"):
        list(replace(many, bucket=replace(many.bucket, at_once=2, most=5)).look())


def test_an_object_is_known_by_its_tag_until_its_content_changes(store: Store, tmp_path: Path) -> None:
    def look(data: bytes) -> Found:
        store.files.call_s3("put_object", Bucket="changing", Key="a.txt", Body=data)
        (one,) = source(store, tmp_path, "changing").look()
        return one

    first = look(b"one")
    assert first.sha256 is None
    first.fetch()
    again = look(b"one")
    assert again.sha256 is not None
    other = look(b"two")
    assert other.sha256 is None
    look(b"six")
    with pytest.raises(SourceFailed):
        other.fetch()


def test_the_files_in_an_archive_are_found_in_its_place_and_fetched_once(store: Store, tmp_path: Path) -> None:
    packed = pack({"甲局.pdf": b"%PDF-1", "深/乙局.docx": b"PK"})
    for key, data in {"a.txt": b"x", "all.zip": packed, "cut.zip": packed[:40]}.items():
        store.files.call_s3("put_object", Bucket="packed", Key=key, Body=data)
    exchanges: list[Exchange] = []
    packs = source(store, tmp_path, "packed", record=exchanges.append)
    for _ in range(2):
        found = list(packs.look())
        assert [one.location for one in found] == ["a.txt", "all.zip!/甲局.pdf", "all.zip!/深/乙局.docx", "cut.zip"]
        assert [one.name for one in found[1:3]] == ["甲局.pdf", "乙局.docx"]
        assert [one.fetch() for one in found[1:3]] == [b"%PDF-1", b"PK"]
    # Once to know what is in it; and once more in the second look, where somebody asked for what is in it again.
    assert [one.url for one in exchanges].count("s3://packed/all.zip") == 2
    with pytest.raises(SourceFailed, match="max_megabytes"):
        list(source(store, tmp_path / "new", "packed", max_bytes=50).look())


def test_pictures_that_are_one_report_are_found_as_one_also_in_an_archive(store: Store, tmp_path: Path) -> None:
    packed = pack({"页/1.png": b"one", "页/2.png": b"two", "c.pdf": b"%PDF"})
    for key, data in {"局/p1.jpg": b"1", "局/p2.jpg": b"2", "all.zip": packed}.items():
        store.files.call_s3("put_object", Bucket="pictured", Key=key, Body=data)
    pictured = source(store, tmp_path, "pictured")
    for _ in range(2):  # the second time what is in the archive is remembered
        found = {one.location: one for one in pictured.look()}
        assert list(found) == ["all.zip!/页/*.png", "all.zip!/c.pdf", "局/p*.jpg"]
        assert [one.data for one in unbound(found["局/p*.jpg"].fetch()).pictures] == [b"1", b"2"]
        data = found["all.zip!/页/*.png"].fetch()
        assert [(one.name, one.data) for one in unbound(data).pictures] == [("1.png", b"one"), ("2.png", b"two")]
        assert found["all.zip!/页/*.png"].sha256 == sha256(data).hexdigest()
    assert [item.location for item in pictured.survey().items] == ["all.zip", "局/p*.jpg"]


def test_an_object_over_the_limit_is_there_and_is_not_fetched(store: Store, tmp_path: Path) -> None:
    store.files.call_s3("put_object", Bucket="changing", Key="a.txt", Body=b"12345678")
    (one,) = source(store, tmp_path, "changing", max_bytes=7).look()
    with pytest.raises(SourceFailed, match="max_megabytes"):
        one.fetch()


def test_what_a_store_refuses_is_said_in_words(store: Store, tmp_path: Path) -> None:
    missing = source(store, tmp_path, "nobodys")
    assert "has no s3://nobodys/" in missing.survey().troubles[0].en
    down = replace(missing, bucket=replace(missing.bucket, endpoint="http://127.0.0.1:9"))
    with pytest.raises(SourceFailed, match="could not be read"):
        list(down.look())


def test_access_denied_names_key_and_secret(store: Store, tmp_path: Path) -> None:
    denied = source(store, tmp_path, "changing")
    with store.asking_whose_key_it_is(), pytest.raises(SourceFailed, match="key and secret"):
        list(denied.look())


def test_a_bucket_is_configured_with_its_keys_outside_the_file(tmp_path: Path) -> None:
    text = '[[sources]]\nname = "s"\ntype = "object-store"\nbucket = "reports"\nkey = { env = "K" }\nsecret = { file = "s" }\n'
    (tmp_path / "gouji.toml").write_text(text, "utf-8")
    (setting,) = load(tmp_path / "gouji.toml").sources
    assert isinstance(setting, ObjectStoreSetting)
    assert (setting.key, setting.secret) == (Secret(env="K"), Secret(file=tmp_path / "s"))
    (tmp_path / "gouji.toml").write_text(text.replace('{ env = "K" }', '"AKIA-plain"'), "utf-8")
    with pytest.raises(ConfigError) as refused:
        load(tmp_path / "gouji.toml")
    assert "AKIA" not in refused.value.words.zh
    assert "第 5 行" in refused.value.words.zh
