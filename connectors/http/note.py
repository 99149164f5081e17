"""What is noted of a request while it goes on."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from connectors.http.model import Exchange, Purpose
from gouji.finding import Words


@dataclass(slots=True)
class Note:
    """Filled in as the answer comes, so that a request that breaks off is on record as far as it came."""

    url: str
    purpose: Purpose = "page"
    form: str | None = None
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    size: int = 0
    sha256: str | None = None
    trouble: Words | None = None
    body: bytes = field(default=b"", repr=False)

    def answered(self, status: int, headers: Mapping[str, str]) -> None:
        self.status, self.headers = status, headers

    def came(self, body: bytes) -> None:
        self.body, self.size, self.sha256 = body, len(body), hashlib.sha256(body).hexdigest()

    def still_good(self, sha256: str | None) -> None:
        """The server said that the copy of this hash is still what it would send."""
        self.sha256 = sha256

    def exchange(self) -> Exchange:
        """The request as it went."""
        return Exchange(
            self.url, self.at, self.purpose, self.form, self.status, self.headers, self.size, self.sha256, self.trouble, self.body
        )  # fmt: skip


def noted(url: str, body: bytes, purpose: Purpose) -> Exchange:
    """What came by another way than HTTP, for the same record."""
    note = Note(url, purpose)
    note.came(body)
    return note.exchange()
