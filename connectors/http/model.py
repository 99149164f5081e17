"""What is asked of the client, and what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from gouji.finding import Words
from gouji.version import version

# What a page is wanted for: to see what a column lists, for itself, or to know a site's wishes.
Purpose = Literal["list", "page", "robots"]
# What an operator may accept of an old server, by the name that stands in the configuration.
Risk = Literal["weak-tls", "gbk-headers", "wrong-content-type"]


@dataclass(frozen=True, slots=True)
class Manners:
    """How the client behaves. Times are in seconds; `allow_hosts` and `risks` are what the operator named."""

    requests_per_second: float = 1.0
    contact: str | None = None
    allow_hosts: tuple[str, ...] = ()
    risks: frozenset[Risk] = frozenset()
    ca: Path | None = None
    max_bytes: int = 100_000_000
    max_seconds: float = 180.0
    idle_seconds: float = 30.0
    longest_rest: float = 120.0
    redirects: int = 10
    attempts: int = 4
    backoff: float = 2.0

    @property
    def user_agent(self) -> str:
        """Who asks, why, and whom to write to."""
        return f"gouji/{version()} (checks annual reports on information disclosure; contact: {self.contact or 'not configured'})"


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server knows the copy we have. They hold for the address that sent them, after all redirects, and for no other.

    `sha256` is that copy's.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None

    def headers(self, url: str) -> dict[str, str]:
        """The conditional headers of a request for `url`."""
        if url != self.url:
            return {}
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request as it went, for the record: `sha256` and `size` are of the body as unpacked; `trouble` where it failed.

    Of an answer "not modified" the hash is that of the copy which is still good. `form` is what was posted.
    """

    url: str
    at: datetime
    purpose: Purpose = "page"
    form: str | None = None
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    size: int = 0
    sha256: str | None = None
    trouble: Words | None = None
    body: bytes = field(default=b"", repr=False)

    @property
    def from_cache(self) -> bool:
        """Whether the server said that the copy we have is still good."""
        return self.status == 304


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave. `url` is where it came from after redirects; `not_modified` means that the known copy is still good."""

    url: str
    at: datetime
    status: int
    headers: Mapping[str, str]
    body: bytes
    sha256: str
    file_name: str | None = None

    @property
    def not_modified(self) -> bool:
        return self.status == 304

    @property
    def validators(self) -> Validators:
        return Validators(self.url, self.headers.get("etag"), self.headers.get("last-modified"), self.sha256)
