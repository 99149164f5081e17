"""Recognises what stands in front of a page instead of it."""

from functools import cache
from typing import Any, Literal

from selectolax.lexbor import LexborHTMLParser

from gouji.data import data_file

Kind = Literal["challenge", "login", "maintenance", "missing"]
# Walls are small; a page of this size is looked at no further.
_LARGEST = 300_000


def what_stands_before(status: int, body: bytes) -> Kind | None:
    """The kind of page that was served in place of the one asked for; None where it is that page, or an error as any other."""
    signs = _signs()
    if status in signs["challenge"]["statuses"]:
        return "challenge"
    if len(body) > _LARGEST or not looks_like_html(body):
        return None
    return _in_page(status, _decoded(body))


def looks_like_html(body: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    head = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<script", b"<meta", b"<body", b"<!--", b"<title", b"<div"))


def _in_page(status: int, page: str) -> Kind | None:
    tree = LexborHTMLParser(page)
    said = _visible(tree)
    challenge, login = _signs()["challenge"], _signs()["login"]
    scripted = any(sign in page for sign in challenge["scripts"])
    if len(said) <= challenge["at_most"] and (scripted or _says("challenge", said)):
        return "challenge"
    if status in challenge["statuses_with_script"] and "<script" in page.lower() and not said:
        return "challenge"
    if len(said) <= login["at_most"] and (tree.css_first(login["inputs"]) or _says("login", said)):
        return "login"
    if _says("maintenance", said):
        return "maintenance"
    return "missing" if _says("missing", said) else None


def _says(kind: Kind, said: str) -> bool:
    signs = _signs()[kind]
    return len(said) <= signs["at_most"] and any("".join(sign.split()) in said for sign in signs["said"])


def _visible(tree: LexborHTMLParser) -> str:
    """What a reader sees, title included, without spaces."""
    title = tree.css_first("title")
    heading = title.text() if title else ""
    for node in tree.css("script, style, noscript, head"):
        node.decompose()
    return "".join((heading + (tree.body.text(separator=" ") if tree.body else "")).split())


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("gb18030", "replace")


@cache
def _signs() -> dict[str, dict[str, Any]]:
    signs: dict[str, dict[str, Any]] = data_file(__package__, "signs.yaml")
    return signs
