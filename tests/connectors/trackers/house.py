"""What the contract asks of the other side of a tracker: to be looked at, and to have people in it."""

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from connectors.trackers.filing import Desk
from connectors.trackers.model import Entry, Held, Note, Picture, Text, Tracker

KEY = "gouji:0a1b2c:7"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fea35a2c1f0000000049454e44ae426082"
)
PICTURE = Picture("aa11bb22cc33.png", "原文位置：表四", PNG)
NOTE = Note("0a1b2c:7:2", Text("2025-03-04 报告有新版本：已更正1处。", "2025-03-04 报告有新版本：已更正1处。"))
OWN = frozenset({"年报核对", "建议核改", "已更正"})


def entry(**changes: Any) -> Entry:
    """A ticket with one finding, as flows compose it."""
    ticket = {"agency": "青禾县水务局", "agency_id": "a1", "year": "2024", "ticket": "7", "link": "https://pages.example/1.html"}
    row = {
        "fingerprint": "aa11bb22cc33dd44", "key": f"{KEY}:aa11bb22cc33", "picture": PICTURE.name, "message": "表四 · 行政复议 · 总计填41，而分项之和为3，相差38。",
        "basis": "国办公开办函〔2021〕30号表式", "fix": "改正分项或总计。", "status": "建议核改", "part": "表四", "place": "表四 · 行政复议 · 总计",
        "title": "行政复议各项之和", "rule": "proceedings-sum", "printed": "41", "expected": "3", "severity": "error", "notes": "", "evidence": "",
        "opened": "2025-03-03", "updated": "2025-03-03", **ticket,
    }  # fmt: skip
    said = Text("总计填41，而分项之和为3。\n\n- 依据 国办公开办函〔2021〕30号", "总计填41，而分项之和为3。")
    new = Entry(KEY, "青禾县水务局 2024年度：建议核改（1处）", said, True, ("年报核对", "建议核改"), OWN, fields=ticket, rows=(row,))
    return replace(new, **changes)


def mended() -> Entry:
    """The same ticket after a corrected version: other text and labels, a comment, closed."""
    row = {**entry().rows[0], "status": "已更正"}
    said = Text("均已更正。", "均已更正。")
    return entry(
        title="青禾县水务局 2024年度：已更正（1处）", text=said, labels=("年报核对", "已更正"), notes=(NOTE,), open=False, rows=(row,)
    )


@dataclass(frozen=True)
class Record:
    """A ticket as it stands in the tracker's own records."""

    id: str
    open: bool
    shown: str
    labels: frozenset[str] = frozenset()
    comments: tuple[str, ...] = ()
    pictures: tuple[bytes, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


class House(Protocol):
    """The other side of one tracker."""

    @property
    def tracker(self) -> Tracker: ...

    def records(self) -> list[Record]:
        """Our tickets there, oldest first."""
        ...

    def close(self, id: str) -> None:
        """A person closes the ticket."""
        ...

    def say(self, id: str, text: str) -> None:
        """A person writes into the ticket."""
        ...

    def crowd(self, count: int) -> None:
        """So many tickets of other people stand in the list."""
        ...


def filed(house: House, wanted: Entry, id: str | None = None) -> Held:
    """As a new delivery files it."""
    steps: list[str] = []
    return Desk(house.tracker).file(wanted, id, steps.append)
