"""A letter written out: subject, text and HTML as they will be sent whenever that is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flows.letters.model import PARTS, Audience, Fault, Item, News
from flows.office import Office
from gouji.clock import CHINA
from gouji.evidence import Excerpt, Quote, Shelf
from gouji.evidence.reading import excerpts_of
from gouji.finding import Words
from gouji.language import Language
from gouji.words import words

CHAT_BYTES = 1800  # WeCom's robots take 2048, those of others more
_CHAT_ITEMS = 8
INDEX = "index.html"
_PICTURES = 12  # a letter of more is a parcel; the pages have them all


def compose(office: Office, audience: Audience, news: News, patrol: int | None) -> dict[str, Any]:
    """What the outbox keeps of the letter; where a picture stands is kept, not the picture."""
    writing = _Writing(office, audience)
    fill = writing.fill(news)
    letter: dict[str, Any] = {"subject": fill["subject"], "date": fill["date"], "patrol": patrol}
    if audience.notice is not None:
        text = office.texts.render("chat.txt", audience.language, fill)
        return {**letter, "notice": audience.notice, "txt": fitting(text, CHAT_BYTES), "html": None}
    texts = {kind: office.texts.render(f"digest.{kind}", audience.language, fill) for kind in ("txt", "html")}
    return {**letter, **texts, "to": list(audience.to), "pictures": writing.pictures}


@dataclass
class _Writing:
    """`pictures` are the pairs of name and path of those that the letter shows."""

    office: Office
    audience: Audience
    pictures: list[list[str]] = field(default_factory=list)
    asked: int = 0

    @property
    def language(self) -> Language:
        return self.audience.language

    def fill(self, news: News) -> dict[str, Any]:
        """All that a template may use."""
        items = [(part, item) for part in PARTS for item in getattr(news, part)]
        parts = [{"name": part, "heading": self.say(f"{part}_heading"), "items": [self._item(i) for i in getattr(news, part)]}
                 for part in PARTS if getattr(news, part)]  # fmt: skip
        return {
            "language": self.language, "subject": self._said(_subject(news)), "say": self.say,
            "date": self.office.now().astimezone(CHINA).date().isoformat(), "to": self.audience.name,
            "intro": "".join(self.say(key) for key in _intros(self.audience.kind, news)),
            "parts": parts, "pages": self._link(INDEX), "machine": self.say("machine" if news.asks else "machine_done"),
            "brief": list(_brief(parts)), "more": max(0, len(items) - _CHAT_ITEMS),
        }  # fmt: skip

    def say(self, key: str, **values: object) -> str:
        return self._said(words(f"digest.{key}", **values))

    def _said(self, sentence: Words) -> str:
        return sentence.get(self.language)

    def _item(self, item: Item) -> dict[str, Any]:
        return {
            "title": self._said(item.title), "sentences": [self._said(sentence) for sentence in item.sentences],
            "findings": [self._finding(fault) for fault in item.faults], "link": self._link(item.page) if item.page else "",
        }  # fmt: skip

    def _finding(self, fault: Fault) -> dict[str, Any]:
        name, tables, quotes = self._picture(fault.fingerprint)
        return {
            "message": self._said(fault.message), "places": [self._said(place) for place in fault.places], "basis": fault.basis,
            "fix": self._said(fault.fix) if fault.fix else "", "picture": name, "tables": tables, "quotes": quotes,
        }  # fmt: skip

    def _picture(self, fingerprint: str) -> tuple[str, Sequence[Excerpt], Sequence[Quote]]:
        """What the evidence of this finding shows: a picture by its name, or what a drawn one says, for few mail programs show SVG."""
        path = Shelf(self.office.pages).find(fingerprint) if self.asked < _PICTURES and self.audience.notice is None else None
        if path is None:
            return "", (), ()
        self.asked += 1
        if path.suffix == ".svg":
            return "", *excerpts_of(path.read_bytes())
        name = f"picture-{self.asked}"
        self.pictures.append([name, path.relative_to(self.office.pages).as_posix()])
        return name, (), ()

    def _link(self, page: str) -> str:
        """The page's address, or its path for the office itself; others have no use for a path on our machine."""
        base = self.office.settings.pages_at
        # The index shows all bodies: it is for the office.
        if base is not None and (page != INDEX or self.audience.kind == "office"):
            return f"{base.url.rstrip('/')}/{page}"
        return str(self.office.pages / page) if self.audience.kind == "office" and self.audience.notice is None else ""


def _intros(kind: str, news: News) -> Iterator[str]:
    if kind != "office":
        yield _intro(kind, news)
    if news.first:
        yield "intro_first"


def _intro(kind: str, news: News) -> str:
    if news.asks:
        return f"intro_{kind}"
    return f"intro_{kind}_retracted" if news.retracted else f"intro_{kind}_done"


def _subject(news: News) -> Words:
    if news.subject is not None:
        return words("digest.subject", news=news.subject)
    items = [item for part in PARTS for item in getattr(news, part)]
    if len(items) == 1 and items[0].headline is not None:
        return words("digest.subject", news=items[0].headline)
    counts = {name: len(getattr(news, name)) for name in PARTS}
    parts = [words(f"digest.{name}_count", count=count) for name, count in counts.items() if count]
    said = Words("，".join(p.zh for p in parts), ", ".join(p.en for p in parts))
    return words("digest.subject", news=words("digest.subject_first", news=said) if news.first else said)


def _brief(parts: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The parts with the first few items in all."""
    left = _CHAT_ITEMS
    for part in parts:
        items = part["items"][:left]
        left -= len(items)
        if items:
            yield {**part, "items": items}


def fitting(text: str, most: int) -> str:
    """The text in so many bytes: of a longer one the first lines, then a sign that some are left out, and the last line."""
    if len(text.encode()) <= most:
        return text
    *lines, last = text.rstrip("\n").split("\n")
    while lines and len("\n".join([*lines, "…", last]).encode()) > most:
        lines.pop()
    whole = "\n".join([*lines, "…", last]) + "\n"
    return whole if len(whole.encode()) <= most + 1 else whole.encode()[:most].decode("utf-8", "ignore")


def kept_at(pages: Path, letter: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    """The names of the letter's pictures, and where each of them is."""
    for name, path in letter.get("pictures") or ():
        yield name, pages / path
