"""The record of requests as a WARC file (ISO 28500), which other programs read and replay."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from io import BytesIO
from typing import IO, Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from gouji.archive import Archive, DamagedArchive
from gouji.codec import from_json
from gouji.finding import Words
from gouji.ledger import tables
from gouji.version import version

_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
# What was kept is unpacked, so the length that was announced is not that of what is written.
_AS_SENT = "X-As-Sent-"


@dataclass(slots=True)
class Exported:
    """How many records were written, and of how many requests what came is lost."""

    records: int = 0
    lost: int = 0


@dataclass
class _Export:
    archive: Archive
    writer: Any
    done: Exported = field(default_factory=Exported)
    # By hash, the first record that holds these bytes: its address and time.
    first: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, fetch: tables.Fetch) -> None:
        if fetch.form is not None:
            self._posted(fetch)
        if fetch.status is None and fetch.sha256 is None:
            self._failed(fetch)
        elif fetch.status == HTTPStatus.NOT_MODIFIED:
            self._not_modified(fetch)
        else:
            self._answered(fetch)

    def _answered(self, fetch: tables.Fetch) -> None:
        try:
            body = self.archive.get(fetch.sha256) if fetch.sha256 else b""
        except DamagedArchive:
            self.done.lost += 1
            return
        kind, headers = ("response", _head(fetch, len(body))) if fetch.status is not None else ("resource", None)
        self._write(fetch, kind, body, headers)
        if fetch.sha256:
            self.first.setdefault(fetch.sha256, (fetch.url, _date(fetch)))

    def _not_modified(self, fetch: tables.Fetch) -> None:
        url, at = self.first.get(fetch.sha256 or "", (fetch.url, ""))
        refers = {"WARC-Refers-To-Target-URI": url, "WARC-Refers-To-Date": at} if at else {}
        self._write(fetch, "revisit", b"", _head(fetch, 0), {"WARC-Profile": _NOT_MODIFIED, **refers})

    def _posted(self, fetch: tables.Fetch) -> None:
        line = f"POST {fetch.url} HTTP/1.1"
        head = StatusAndHeaders(line, [("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")], is_http_request=True)
        self._write(fetch, "request", (fetch.form or "").encode(), head)

    def _failed(self, fetch: tables.Fetch) -> None:
        said = from_json(fetch.trouble, Words).en if fetch.trouble else ""
        self._write(fetch, "metadata", f"fetch-failed: {' '.join(said.split())}\r\n".encode(), None)

    def _write(self, fetch: tables.Fetch, kind: str, body: bytes, head: Any, more: dict[str, str] | None = None) -> None:
        told = {"WARC-Date": _date(fetch), **(more or {})}
        record = self.writer.create_warc_record(
            fetch.url, kind, payload=BytesIO(body), length=len(body), warc_headers_dict=told, http_headers=head,
            warc_content_type={"metadata": "application/warc-fields", "resource": "application/octet-stream"}.get(kind, ""),
        )  # fmt: skip
        self.writer.write_record(record)
        self.done.records += 1


def export(fetched: Iterable[tables.Fetch], archive: Archive, file: IO[bytes], *, packed: bool, name: str) -> Exported:
    """What was written of these requests: an answer each, one "not modified" as a revisit, a failure with its reason."""
    writer = WARCWriter(file, gzip=packed, warc_version="1.1")
    told = {
        "software": f"gouji/{version()}",
        "format": "WARC File Format 1.1",
        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "description": "Requests of gouji as recorded. Bodies are as unpacked; of the headers those of interest were kept.",
    }
    writer.write_record(writer.create_warcinfo_record(name, told))
    exporting = _Export(archive, writer)
    for fetch in fetched:
        exporting.add(fetch)
    return exporting.done


def _date(fetch: tables.Fetch) -> str:
    return fetch.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _head(fetch: tables.Fetch, length: int) -> Any:
    status = fetch.status or 0
    phrase = next((known.phrase for known in HTTPStatus if known == status), "")
    kept = [(_AS_SENT + name if name == "content-length" else name, value) for name, value in fetch.headers.items()]
    return StatusAndHeaders(f"{status} {phrase}".strip(), [*kept, ("Content-Length", str(length))], protocol="HTTP/1.1")
