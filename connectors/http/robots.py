"""What a site asks of programs (robots.txt, RFC 9309)."""

from collections.abc import Callable
from threading import Lock
from urllib.parse import urlsplit

from protego import Protego

from connectors.http.errors import LoginAsked, NotThere, Passing, Refused, RobotsForbid
from connectors.http.model import Page
from gouji.words import words

# The name by which a robots.txt addresses us.
AGENT = "gouji"
# RFC 9309 asks for at least 500 KiB to be read; what stands behind is left out.
_READ = 512_000
_LONGEST_DELAY = 60.0


class Robots:
    """The robots.txt of each site, asked for once."""

    def __init__(self, fetch: Callable[[str], Page]) -> None:
        self._fetch = fetch
        self._known: dict[str, Protego] = {}
        self._unread: dict[str, RobotsForbid] = {}
        self._alone: dict[str, Lock] = {}

    def check(self, url: str) -> None:
        """RobotsForbid where the site keeps programs from this address, or where its robots.txt cannot be had this time."""
        if not self._of(url).can_fetch(url, AGENT):
            raise RobotsForbid(words("http.robots-forbid", url=url))

    def delay(self, url: str) -> float:
        """How many seconds the site wants between two requests; 0 where it is not known to want anything."""
        known = self._known.get(_site(url))
        return min(float(known.crawl_delay(AGENT) or 0.0), _LONGEST_DELAY) if known else 0.0

    def _of(self, url: str) -> Protego:
        site = _site(url)
        if site not in self._known:
            with self._alone.setdefault(site, Lock()):  # of several threads at one site one asks
                self._ask(site)
        return self._known[site]

    def _ask(self, site: str) -> None:
        if site in self._unread:
            raise self._unread[site]
        if site not in self._known:
            self._known[site] = Protego.parse(self._text(site))

    def _text(self, site: str) -> str:
        """A site that has no robots.txt, or refuses it, asks for nothing; one that cannot answer now is left alone (RFC 9309, 2.3.1)."""
        try:
            return self._fetch(f"{site}/robots.txt").body[:_READ].decode("utf-8-sig", "replace")
        except (NotThere, Refused, LoginAsked):
            return ""
        except Passing as error:
            self._unread[site] = RobotsForbid(words("http.robots-unread", site=site, reason=error.words))
            raise self._unread[site] from error


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
