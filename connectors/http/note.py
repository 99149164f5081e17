"""What is noted of a request while it goes on."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from connectors.http.model import Exchange
from gouji.finding import Words


@dataclass(slots=True)
class Note:
    """Filled in as the answer comes, so that a request that breaks off is on record as far as it came."""

    url: str
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    size: int = 0
    sha256: str | None = None
    trouble: Words | None = None

    def answered(self, status: int, headers: Mapping[str, str]) -> None:
        self.status, self.headers = status, headers

    def came(self, body: bytes) -> None:
        self.size, self.sha256 = len(body), hashlib.sha256(body).hexdigest()

    def exchange(self) -> Exchange:
        """The request as it went."""
        return Exchange(self.url, self.at, self.status, self.headers, self.size, self.sha256, self.trouble)
