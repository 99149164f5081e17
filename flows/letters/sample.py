"""A letter and a ticket with everything in them, by which an office's own templates are tried before they are needed."""

from typing import Any

from flows.letters.addresses import shown_as
from gouji.evidence import Excerpt, ExcerptCell, Quote
from gouji.place import Place
from gouji.words import words


def sample(language: str, name: str = "digest.txt") -> dict[str, Any]:
    """What the template of this name may use."""
    return _ticket(language, name) if name.startswith("ticket") else _letter(language)


def _ticket(language: str, name: str) -> dict[str, Any]:
    def say(key: str, **values: object) -> str:
        return words(f"trackers.{key}", **values).get(language)

    found = {
        "message": "填0，而1＋0＋0＋0＝1，相差1。", "place": "表四 · 总计（第4页）", "title": "表四各列之和", "part": "表四",
        "printed": "0", "expected": "1", "basis": "国办公开办函〔2021〕30号", "fix": "核对后改正。", "status": say("finding-open"),
        "rule": "proceedings-sum", "severity": "error", "doubt": False,
    }  # fmt: skip
    bare = {**found, "printed": "", "expected": "", "fix": "", "doubt": True}
    return {
        "language": language, "say": say, "intro": say("intro", agency="青禾县水务局", year=2024), "missing": False, "unpublished": True,
        "standing": [found, bare], "done": [{**found, "status": say("finding-fixed")}], "more": 2,
        "agency": "青禾县水务局", "year": "2024", "ticket": "1",
        "report": shown_as("code", name, "https://report.example/1.html"), "page": shown_as("link", name, "https://pages.example/1.html"),
    }  # fmt: skip


def _letter(language: str) -> dict[str, Any]:
    def say(key: str, **values: object) -> str:
        return words(f"digest.{key}", **values).get(language)

    finding = {
        "message": "填0，而1＋0＋0＋0＝1，相差1。", "places": ["表四 · 总计（第4页）"],
        "basis": "国办公开办函〔2021〕30号", "fix": "核对后改正。",
        "picture": "picture-1", "tables": [Excerpt(((ExcerptCell("总计", head=True), ExcerptCell("0", role="spoken")),))],
        "quotes": [Quote(Place(), "下降300%", 0, 2)],
    }  # fmt: skip
    bare = {**finding, "basis": "", "fix": "", "places": [], "picture": "", "tables": [], "quotes": []}
    items = [
        {
            "title": "青禾县水务局2024年度报告",
            "sentences": ["一句话。"],
            "findings": [finding, bare],
            "link": "https://pages.example/1.html",
        },
        {"title": "青禾县教育局2024年度报告", "sentences": [], "findings": [], "link": ""},
    ]
    parts = [{"name": "failed", "heading": say("failed_heading"), "items": items}]
    return {
        "language": language, "subject": "年报检查", "say": say, "date": "2025-03-03", "to": "青禾县水务局", "intro": say("intro_body"),
        "parts": parts, "brief": parts, "more": 2, "pages": "https://pages.example/index.html", "machine": say("machine"),
        "at": "2025-03-03 12:00", "host": "gouji", "sentences": ["一句话。"], "about": "一句话。",
    }  # fmt: skip
