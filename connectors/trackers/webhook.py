"""A signed message to an address that the office names: a robot of 政务微信, 浙政钉 or 粤政易, or the office's own program.

The header X-Gouji-Signature is `sha256=` and the HMAC of "TIMESTAMP.BODY" under the token, TIMESTAMP that of X-Gouji-Timestamp.
X-Gouji-Delivery is the same for the same message however often it comes: a receiver drops the second.
"""

import hashlib
import hmac
import json
import time
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from connectors.trackers.failing import nonsense, refused, unreachable
from connectors.trackers.marks import shown_by
from connectors.trackers.model import Entry, Held, Listed, Note, Picture
from gouji.errors import ConfigError
from gouji.settings import TrackerSetting
from gouji.words import words

DEFAULT_BODY = """
{"event": {{ event|tojson }}, "key": {{ key|tojson }}, "title": {{ title|tojson }}, "markdown": {{ markdown|tojson }},
 "text": {{ text|tojson }}, "open": {{ open|tojson }}, "labels": {{ labels|tojson }}, "agency": {{ agency|tojson }},
 "year": {{ year|tojson }}, "ticket": {{ ticket|tojson }}, "link": {{ link|tojson }}, "notes": {{ notes|tojson }},
 "findings": {{ findings|tojson }}}
"""


class Webhook:
    """Sends each ticket as it is now; it cannot be asked what it got."""

    reads_back = False

    def __init__(self, setting: TrackerSetting, name: str, clock: Callable[[], float] = time.time) -> None:
        assert setting.url is not None
        self.name, self._setting, self._clock = name, setting, clock
        self._template = _template(setting.body or DEFAULT_BODY)

    def listed(self) -> Iterator[tuple[str, Listed]]:
        return iter(())

    def create(self, entry: Entry) -> Held:
        import httpx

        secret, address = self._setting.password, self._setting.address
        body = self._body(entry)
        try:
            with httpx.Client(timeout=self._setting.timeout, verify=_trust(self._setting), follow_redirects=False) as client:
                answer = client.post(address, content=body, headers=self._headers(entry, body, secret))
        except httpx.TransportError as exc:  # its text names the host at most, never the address
            raise unreachable(self.name, exc) from None
        if not answer.is_success:
            raise refused(self.name, answer.status_code, answer.headers, answer.text, secret=secret)
        self._refuse_a_robots_no(answer.text, secret)
        return Held(entry.key.rpartition(":")[2], None, bool(entry.open), shown_by(entry))

    def _refuse_a_robots_no(self, text: str, secret: str) -> None:
        """Robots of 企业微信, 钉钉 and 飞书 answer 200 whatever becomes of the message; errcode or code says what did."""
        try:
            said = json.loads(text)
        except ValueError:
            if text.lstrip()[:1] == "<":
                raise nonsense(self.name, text, secret) from None
            return
        code = next((said[key] for key in ("errcode", "code") if isinstance(said, dict) and isinstance(said.get(key), int)), 0)
        if code in (0, 200):
            return
        # 45009 企业微信, 130101 钉钉 and 9499 飞书: too many messages a minute.
        raise refused(self.name, 429 if code in (45009, 130101, 9499, 11232) else 403, {}, text, secret=secret)

    def _body(self, entry: Entry) -> bytes:
        notes = [note.text.plain for note in entry.notes]
        said = self._template.render(
            event="open" if entry.open else "closed", key=entry.key, title=entry.title, markdown=entry.text.markdown,
            text=entry.text.plain, open=bool(entry.open), labels=list(entry.labels), notes=notes,
            findings=[dict(row) for row in entry.rows], **{k: entry.fields.get(k, "") for k in ("agency", "year", "ticket", "link")},
        )  # fmt: skip
        return str(said).strip().encode("utf-8", "replace")

    def _headers(self, entry: Entry, body: bytes, secret: str) -> dict[str, str]:
        now = str(int(self._clock()))
        delivery = hashlib.sha256("\x1f".join((entry.key, shown_by(entry), *(n.key for n in entry.notes))).encode()).hexdigest()[:32]
        headers = {"Content-Type": "application/json; charset=utf-8", "X-Gouji-Delivery": delivery, "X-Gouji-Timestamp": now}
        if secret:
            signed = hmac.new(secret.encode(), f"{now}.".encode() + body, hashlib.sha256).hexdigest()
            headers["X-Gouji-Signature"] = f"sha256={signed}"
        return headers

    def read(self, id: str, key: str) -> Held:
        return Held(id, None, True, None)

    def update(self, held: Held, entry: Entry) -> None:
        _cannot()

    def comment(self, held: Held, entry: Entry, note: Note) -> None:
        _cannot()

    def label(self, held: Held, entry: Entry) -> None:
        _cannot()

    def attach(self, held: Held, entry: Entry, picture: Picture) -> None:
        _cannot()

    def close(self, held: Held, entry: Entry) -> None:
        _cannot()

    def reopen(self, held: Held, entry: Entry) -> None:
        _cannot()


def _cannot() -> NoReturn:
    raise TypeError("a webhook takes whole tickets only")


def _trust(setting: TrackerSetting) -> Any:
    import ssl

    return ssl.create_default_context(cafile=setting.ca)


def _template(text: str) -> Any:
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    try:
        return SandboxedEnvironment(undefined=StrictUndefined, autoescape=False).from_string(text)
    except TemplateError as exc:
        raise ConfigError(words("settings.tracker-body", path="gouji.toml", line="?", reason=exc)) from exc
