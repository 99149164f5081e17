"""A letter with everything in it, by which an office's own templates are tried before they are needed."""

from typing import Any

from gouji.evidence import Excerpt, ExcerptCell, Quote
from gouji.place import Place
from gouji.words import words


def sample(language: str) -> dict[str, Any]:
    """What a template of any of the names may use."""

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
