"""A tracker's answers, sorted by what is to be done."""

import contextlib
import email.utils
import re
import time
from collections.abc import Mapping

from connectors.lines import why_no_connection
from connectors.trackers.model import FilingFailed, Kind
from connectors.trackers.neutral import one_line
from gouji.words import words

_RATE = re.compile(r"rate limit|abuse detection|too many requests|secondary limit", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]{0,200}>")
_LONGEST = 3600.0


def refused(name: str, status: int, headers: Mapping[str, str], body: str, *, secret: str = "", of_ticket: bool = False) -> FilingFailed:
    """What an answer with this status means. `of_ticket`: it was about one ticket that was there before."""
    lower = {key.lower(): value for key, value in headers.items()}
    said = shown(f"{status} {_TAGS.sub(' ', body)}", secret)
    if status == 429 or (status == 403 and _is_rate_limit(lower, body)) or (status == 503 and "retry-after" in lower):
        after = _pause(lower)
        return FilingFailed(words("trackers.busy", name=name, seconds=round(after)), Kind.WAIT, after=after)
    if status in (404, 410) and of_ticket:
        return FilingFailed(words("trackers.gone", name=name), Kind.GONE)
    if status in (400, 413, 415, 422):
        return FilingFailed(words("trackers.not-taken", name=name, answer=said), Kind.NEVER)
    if status in (408, 409, 423, 425):
        return FilingFailed(words("trackers.conflict", name=name, answer=said), Kind.LATER)
    if status >= 500:
        return FilingFailed(words("trackers.server-error", name=name, answer=said), Kind.LATER, unanswered=True)
    key = {401: "not-known", 403: "not-allowed", 404: "no-project", 410: "no-project"}.get(status, "refuses")
    return FilingFailed(words(f"trackers.{key}", name=name, answer=said), Kind.OPERATOR)


def nonsense(name: str, body: str, secret: str = "") -> FilingFailed:
    """An answer that is none: HTML of a proxy or a log-in page, JSON without what it must hold."""
    return FilingFailed(words("trackers.nonsense", name=name, answer=shown(_TAGS.sub(" ", body), secret)), Kind.LATER, unanswered=True)


def unreachable(name: str, error: Exception) -> FilingFailed:
    """Nothing came back, or not all of it."""
    return FilingFailed(words("trackers.unreachable", name=name, reason=why_no_connection(error)), Kind.AWAY, unanswered=True)


def shown(text: str, secret: str) -> str:
    """The beginning of what was answered, on one line, without the secret that some servers and libraries repeat."""
    hidden = text.replace(secret, "•••") if secret else text
    return one_line(hidden, 160)


def _is_rate_limit(headers: Mapping[str, str], body: str) -> bool:
    return "retry-after" in headers or headers.get("x-ratelimit-remaining") == "0" or bool(_RATE.search(body))


def _pause(headers: Mapping[str, str]) -> float:
    """How long to wait: as said in Retry-After, else until the limit is lifted, else a minute as GitHub asks."""
    said = headers.get("retry-after", "")
    if said.strip().isdigit():
        return min(float(said), _LONGEST)
    with contextlib.suppress(TypeError, ValueError):
        return min(max(email.utils.parsedate_to_datetime(said).timestamp() - time.time(), 1.0), _LONGEST)
    reset = headers.get("x-ratelimit-reset") or headers.get("ratelimit-reset") or ""
    if reset.isdigit():
        return min(max(float(reset) - time.time(), 1.0), _LONGEST)
    return 60.0
