"""Fetches pages."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import httpx

from connectors.http.addresses import Resolver, resolve
from connectors.http.answer import check_answer, file_name, is_redirect, kept_headers, location, rest_asked
from connectors.http.ask import Ask, sound
from connectors.http.body import ENCODINGS, read_body
from connectors.http.connection import Transport, tls_context
from connectors.http.errors import FetchFailed, Passing, RestAsked, TooSlow, Unreachable
from connectors.http.model import Exchange, Manners, Page, Purpose, Validators
from connectors.http.note import Note
from connectors.http.pace import Pace, Turn, until
from connectors.http.robots import Robots
from connectors.http.weather import weather
from gouji.words import words


class Client:
    """Fetches pages politely and safely. Every request, also one that fails, is handed to `record`.

    Proxies and certificates that the environment names are not used: only what is configured counts.
    """

    def __init__(
        self, manners: Manners, pace: Pace, *, resolver: Resolver = resolve, record: Callable[[Exchange], None] = lambda _: None
    ) -> None:
        self._manners, self._pace, self._resolver, self._record = manners, pace, resolver, record
        self._tls = tls_context(manners)
        self._down: set[str] = set()
        self._robots = Robots(lambda url: self._patiently(Ask(url, purpose="robots")))

    def get(self, url: str, known: Validators | None = None, *, purpose: Purpose = "page", form: str | None = None) -> Page:
        """The page, after redirects; `not_modified` where the copy that `known` came with is still good. Else a FetchFailed.

        With `form` it is posted: some lists give their further pages to nobody else.
        """
        return self._patiently(Ask(url, known, purpose, form))

    def _patiently(self, ask: Ask) -> Page:
        """Bad weather is waited out, a little longer each time; a host that was down through all of it is tried once from then on."""
        host = httpx.URL(sound(ask.url)).host
        for attempt in range(1, 1 if host in self._down else self._manners.attempts):
            try:
                return self._follow(ask)
            except Passing:
                time.sleep(self._manners.backoff * 2 ** (attempt - 1) * random.uniform(0.75, 1.25))
        try:
            page = self._follow(ask)
        except (TooSlow, Unreachable):
            self._down.add(host)
            raise
        self._down.discard(host)
        return page

    def _follow(self, ask: Ask) -> Page:
        """Each step of a redirect is a request of its own: its scheme, the site's wishes and its address are looked at anew."""
        seen: list[str] = []
        here = sound(ask.url)
        while here not in seen and len(seen) <= self._manners.redirects:
            seen.append(here)
            if ask.purpose != "robots":
                self._robots.check(here)
            answer = self._once(ask.at(here, redirected=len(seen) > 1))
            if isinstance(answer, Page):
                return answer
            here = sound(answer)
        raise FetchFailed(words("http.circle", url=ask.url, steps=len(seen)))

    def _once(self, ask: Ask) -> Page | str:
        """The page, or where it says to look instead."""
        url = ask.url
        interval = max(1 / self._manners.requests_per_second, self._robots.delay(url))
        with self._pace.turn(httpx.URL(url).host, interval, self._manners.longest_rest) as turn:
            note = Note(url, ask.purpose, ask.form)
            try:
                with weather(url):
                    return self._asked(ask, turn, note)
            except FetchFailed as error:
                note.trouble = error.words
                raise
            finally:
                self._record(note.exchange())

    def _asked(self, ask: Ask, turn: Turn, note: Note) -> Page | str:
        manners, url = self._manners, ask.url
        with self._opened(ask) as response:
            note.answered(response.status_code, kept_headers(response))
            rest = rest_asked(response, note.at)
            turn.hold(rest)
            if is_redirect(response):
                return location(response, url, manners.risks)
            body = b""
            if response.status_code == 304:
                note.still_good(ask.known.sha256 if ask.known else None)
            else:
                body = read_body(response, url, manners.max_bytes)
                note.came(body)
            if rest > manners.longest_rest:
                raise RestAsked(words("http.rest-asked", host=httpx.URL(url).host, until=until(rest)))
            check_answer(response, url, body, manners.risks)
            return Page(url, note.at, response.status_code, note.headers, body, note.sha256 or "", file_name(response, manners.risks))

    @contextmanager
    def _opened(self, ask: Ask) -> Iterator[httpx.Response]:
        """The answer as it begins. Without httpx's own client, which would judge redirects, unpack and keep cookies by itself."""
        manners = self._manners
        headers = {
            "User-Agent": manners.user_agent,
            "Accept": "*/*",
            "Accept-Encoding": ENCODINGS,
            "Accept-Language": "zh-CN,zh;q=0.9",
            "Connection": "close",
            **ask.headers(),
        }
        timeout = httpx.Timeout(manners.idle_seconds).as_dict()
        with Transport(manners, self._tls, self._resolver) as transport:
            response = transport.handle_request(ask.request(headers, timeout))
            with closing(response):
                yield response
