"""What services answered while Apprise spoke with them, for Apprise itself says only whether it worked.

WeCom, DingTalk and Feishu take a wrong key or a robot that is switched off with HTTP 200, and Apprise takes that for success.
"""

import json
import logging
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from gouji.data import data_file

_LOUD = ("apprise", "urllib3")  # both write addresses, keys and all, into logs
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` is None where there was no answer at all, and `error` then names the kind of failure."""

    status: int | None = None
    body: bytes = b""
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text was not taken: what the other side said, whether it will never take it, and whether it was reached at all."""

    said: str
    permanent: bool
    reached: bool = True


@contextmanager
def listening() -> Iterator[list[Answer]]:
    """All answers that come while the block runs; nothing is logged meanwhile."""
    import requests

    heard: list[Answer] = []
    original = requests.Session.send

    def send(self: requests.Session, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        try:
            answer = original(self, request, **kwargs)
        except requests.RequestException as exc:
            heard.append(Answer(error=type(exc).__name__))  # its text holds the address
            raise
        heard.append(Answer(answer.status_code, answer.content))
        return answer

    with _silence():
        requests.Session.send = send  # type: ignore[method-assign]  # Apprise's plugins offer no other place to listen
        try:
            yield heard
        finally:
            requests.Session.send = original  # type: ignore[method-assign]


@contextmanager
def _silence() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in _LOUD]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def refusal_of(schemes: Collection[str], worked: bool, heard: Sequence[Answer]) -> Refusal | None:
    """Why the text was not taken; None where it was."""
    if not worked:
        return _by_status(heard[-1]) if heard else Refusal("?", permanent=False, reached=False)
    known = next((service for scheme, service in _services().items() if scheme in schemes), None)
    refusals = [found for answer in heard if known and (found := _in_the_body(known, answer))]
    return refusals[-1] if refusals else None


def _by_status(answer: Answer) -> Refusal:
    if answer.status is None:
        return Refusal(answer.error or "?", permanent=False, reached=False)
    # 400, 413, 414, 415 and 422 are about this text; a wrong key, a missing robot or a busy server is not.
    return Refusal(f"HTTP {answer.status}", permanent=answer.status in (400, 413, 414, 415, 422))


def _in_the_body(known: Mapping[str, Any], answer: Answer) -> Refusal | None:
    if answer.status is None or answer.status >= 300:
        return None
    try:
        said = json.loads(answer.body)
    except ValueError:
        said = None
    if not isinstance(said, dict) or known["code"] not in said:
        # A page in HTML, or nothing: a gateway in between, and nobody knows whether the text went through.
        return Refusal("HTTP 200, ?", permanent=False)
    code = said[known["code"]]
    if code == 0:
        return None
    return Refusal(f"{code} {str(said.get(known['said'], ''))[:_SHOWN]}".strip(), permanent=code in known["refused"])


@cache
def _services() -> dict[str, dict[str, Any]]:
    data: dict[str, dict[str, Any]] = data_file(__package__, "answers.yaml")
    return data
