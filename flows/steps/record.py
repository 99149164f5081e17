"""Every request to a source is on record: what came lies in the archive, the rest in the ledger."""

from dataclasses import dataclass, field
from threading import Lock

from connectors.http import Exchange
from flows.office import Office
from gouji.codec import to_json
from gouji.ledger import tables
from gouji.ledger.storable import storable

_AT_ONCE = 100


@dataclass
class Recorder:
    """Hears of the requests to one source in whatever thread; `flush` puts them into the ledger in the thread that calls it."""

    office: Office
    source: str
    patrol_id: int
    _heard: list[tables.Fetch] = field(default_factory=list)
    _alone: Lock = field(default_factory=Lock)

    def __call__(self, exchange: Exchange) -> None:
        if exchange.body:
            self.office.archive.put(exchange.body)
        row = tables.Fetch(
            at=exchange.at, patrol_id=self.patrol_id, source=self.source, purpose=exchange.purpose, url=storable(exchange.url),
            form=exchange.form, status=exchange.status, headers={name: storable(value) for name, value in exchange.headers.items()},
            size=exchange.size, sha256=exchange.sha256 if exchange.body or exchange.from_cache else None,
            trouble=to_json(exchange.trouble) if exchange.trouble else None,
        )  # fmt: skip
        with self._alone:
            self._heard.append(row)

    def flush(self, *, all_of_it: bool = True) -> None:
        """What was heard is in the ledger; without `all_of_it` only where it has become much."""
        with self._alone:
            if not self._heard or (len(self._heard) < _AT_ONCE and not all_of_it):
                return
            heard, self._heard = self._heard, []
        with self.office.ledger.writing("discover: requests") as session:
            session.add_all(heard)
