"""One request as it is wanted."""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import httpx

from connectors.http.errors import UnsafeTarget
from connectors.http.model import Purpose, Validators
from gouji.words import words


@dataclass(frozen=True, slots=True)
class Ask:
    """A page that is wanted; `known` is the copy we have, `form` what is posted."""

    url: str
    known: Validators | None = None
    purpose: Purpose = "page"
    form: str | None = None

    def at(self, url: str, *, redirected: bool) -> "Ask":
        """The same at this address. Where a redirect leads, what was posted is only asked for, as browsers do."""
        return replace(self, url=url, form=None if redirected else self.form)

    def headers(self) -> dict[str, str]:
        """What only this request says."""
        posted = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"} if self.form is not None else {}
        return {**(self.known.headers(self.url) if self.known else {}), **posted}

    def request(self, headers: dict[str, str], timeout: dict[str, float | None]) -> httpx.Request:
        """The request as it goes out."""
        content = self.form.encode() if self.form is not None else None
        method = "GET" if content is None else "POST"
        return httpx.Request(method, self.url, headers=headers, content=content, extensions={"timeout": timeout})


def sound(url: str) -> str:
    """The address without its fragment, if it is one that may be asked."""
    try:
        urlsplit(url)  # httpx escapes a bracket that nothing closes, and asks for a host of that name
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise UnsafeTarget(words("http.no-address", url=url)) from error
    if parsed.scheme not in ("http", "https") or not parsed.host or parsed.userinfo:
        raise UnsafeTarget(words("http.no-address", url=url))
    return str(parsed.copy_with(fragment=None))
