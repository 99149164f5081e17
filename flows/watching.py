"""In which sources a body's report would stand, and until when all of them were read whole."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from gouji.agency import Agency
from gouji.clock import CHINA
from gouji.ledger import tables
from gouji.publication import Stage
from gouji.settings import SourceSetting, WebsiteSetting


@dataclass(frozen=True)
class Watch:
    """The sources of what is published, the hosts of those that are web sites, and the day on which each was last read whole.

    `shown` has the bodies whose reports a source ever had, `roster` the bodies whose own site is on a host.
    """

    sources: tuple[str, ...]
    hosts: Mapping[str, str]
    shown: Mapping[str, frozenset[str]]
    whole: Mapping[str, date]
    roster: Mapping[str, frozenset[str]]

    def of(self, agency: Agency) -> tuple[str, ...]:
        """Where its report may stand: not in what is plainly another body's own site."""
        return tuple(name for name in self.sources if self._may_hold(name, agency))

    def until(self, sources: Sequence[str]) -> date | None:
        """The last day on which all of these had been read whole; None where one never was."""
        days = [self.whole.get(name) for name in sources]
        return min((day for day in days if day), default=None) if None not in days else None

    def sees(self, agency: Agency) -> bool:
        """Whether its report would be met at all: where sites are watched, its own or one that had its reports must be among them."""
        host = _host(agency.website or "")
        if not host or not self.hosts or any(agency.id in shown for shown in self.shown.values()):
            return True
        return any(_site(host) == _site(other) for other in self.hosts.values())

    def only_site_of(self, agency: Agency) -> str | None:
        """The one watched column in which its report must appear; None where it may as well stand elsewhere."""
        sites = [name for name in self.of(agency) if name in self.hosts]
        own = _host(agency.website or "")
        elsewhere = any(agency.id in shown for name, shown in self.shown.items() if name not in sites[:1])
        if len(sites) != 1 or elsewhere or (own and _site(own) != _site(self.hosts[sites[0]])):
            return None
        return sites[0]

    def _may_hold(self, name: str, agency: Agency) -> bool:
        shown, owners = self.shown.get(name, frozenset()), self.roster.get(self.hosts.get(name, ""), frozenset())
        anothers = len(owners) == 1 and agency.id not in owners and shown <= owners
        return not anothers


def watch_of(
    sources: Sequence[SourceSetting],
    looks: Sequence[tables.SourceLook],
    documents: Sequence[tuple[tables.Publication, tables.Version]],
    agencies: Sequence[Agency],
) -> Watch:
    """What is watched, from the configuration, the last looks and what was ever found."""
    shown: dict[str, set[str]] = defaultdict(set)
    for publication, version in documents:
        if version.sure and version.agency_id:
            shown[publication.source].add(version.agency_id)
    roster: dict[str, set[str]] = defaultdict(set)
    for agency in agencies:
        if host := _host(agency.website or ""):
            roster[host].add(agency.id)
    published = [setting for setting in sources if setting.stage is Stage.PUBLISHED]
    hosts = {setting.name: _host(setting.url) for setting in published if isinstance(setting, WebsiteSetting)}
    whole = {look.name: look.whole_at.astimezone(CHINA).date() for look in looks if look.whole_at}
    return Watch(tuple(s.name for s in published), hosts, _frozen(shown), whole, _frozen(roster))


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(ids) for name, ids in found.items()}


def _host(address: str) -> str:
    try:
        return urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:  # a roster's cell may hold anything
        return ""


def _site(host: str) -> str:
    """The part of a host's name that one owner has: county.gov.cn of www.county.gov.cn."""
    labels = host.split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and labels[-1] == "cn" and len(labels[-2]) <= 3 else labels[-2:])
