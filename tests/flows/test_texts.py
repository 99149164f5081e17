"""Letters in an office's own words."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from flows.letters.composing import fitting
from flows.letters.sample import sample
from flows.letters.texts import NAMES, Texts
from gouji.errors import ConfigError
from tests.flows.calling import gouji
from tests.flows.town import FAULTY, Town

HOSTILE = "<script>alert(1)</script>\r\n@all [x](https://evil.example) \u202e甲"


def with_title(title: str, language: str = "zh") -> Mapping[str, Any]:
    """The sample letter with this as the first thing told."""
    fill = sample(language)
    fill["parts"][0]["items"][0]["title"] = title
    return fill


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_ours_can_be_filled_in(name: str, language: str) -> None:
    text = Texts().render(name, language, sample(language, name))
    assert ("填0" if name.startswith("ticket") else "年报检查") in text
    assert "{" not in text.split("</style>")[-1]


def test_what_a_report_says_stays_text_in_an_offices_own_ticket(tmp_path: Path) -> None:
    for name in ("ticket.md", "ticket.txt"):
        (tmp_path / name).write_text("{% for f in standing %}请核：{{ f.message }}｜{{ page }}\n{% endfor %}", "utf-8")
    texts = Texts(tmp_path)
    texts.check(sample)
    fill = sample("zh", "ticket.md") | {"standing": [{"message": HOSTILE}]}
    assert texts.render("ticket.md", "zh", fill).startswith(
        "请核：&lt;script&gt;alert(1)&lt;/script&gt; @\u200ball \\[x\\](https:\u200b//evil.example)"
    )
    assert "<https://pages.example/1.html>" in texts.render("ticket.md", "zh", fill)
    assert "请核：<\u200bscript>alert(1)" in texts.render(
        "ticket.txt", "zh", sample("zh", "ticket.txt") | {"standing": [{"message": HOSTILE}]}
    )


@pytest.mark.parametrize("name", ["ticket.md", "ticket.txt"])
def test_a_broken_ticket_is_told_at_the_start_with_file_and_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("一\n{{ finding.message }}", "utf-8")
    with pytest.raises(ConfigError, match=rf"{name} is wrong at line 2"):
        Texts(tmp_path).check(sample)


def test_what_a_report_says_stays_text_in_every_text() -> None:
    html, text, chat = (Texts().render(name, "zh", with_title(HOSTILE)) for name in ("digest.html", "digest.txt", "chat.txt"))
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; @all" in html
    assert "- <script>alert(1)</script> @all [x](https://evil.example) 甲\n" in text
    assert "· ＜script＞alert(1)＜/script＞ ＠all ［x］(https：//evil.example) 甲\n" in chat


def test_an_office_puts_its_own_text_in_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "digest.txt").write_text("致{{ to }}：{% for part in parts %}{{ part.heading }}{% endfor %}", "utf-8")
    (tmp_path / "en" / "digest.txt").write_text("To {{ to }}", "utf-8")
    texts = Texts(tmp_path)
    texts.check(sample)
    assert texts.render("digest.txt", "zh", sample("zh")) == "致青禾县水务局：建议核改"
    assert texts.render("digest.txt", "en", sample("en")) == "To 青禾县水务局"
    assert "<h1>年报检查</h1>" in texts.render("digest.html", "zh", sample("zh"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("一\n{% for part in parts %}\n{{ part.heading }}\n", 3),
        ("一\n二\n{{ recipient }}", 3),
        ("一\n{{ parts[0].title }}", 2),
        ("{{ ''.__class__.__mro__ }}", 1),
        ("一\n{{ say.__globals__ }}", 2),
        ("一\n\n{{ say('no_such_sentence') }}", 3),
        ("{{ parts + 1 }}", 1),
    ],
)
def test_a_broken_text_is_told_at_the_start_with_file_and_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "digest.txt").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        Texts(tmp_path).check(sample)
    assert str(tmp_path / "digest.txt") in caught.value.words.zh
    assert f"第 {line} 行" in caught.value.words.zh


def test_a_text_under_a_name_that_nothing_uses_is_told(tmp_path: Path) -> None:
    (tmp_path / "digset.html").write_text("x", "utf-8")
    with pytest.raises(ConfigError, match=r"digset\.html"):
        Texts(tmp_path).check(sample)


def test_a_patrol_writes_in_the_offices_words_and_begins_with_no_broken_one(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", '[templates]\npath = "texts"\n')
    own = town.folder / "texts" / "digest.txt"
    own.parent.mkdir()
    own.write_text("{% for part in parts %}{% for item in part['items'] %}请核：{{ item.title }}{% endfor %}{% endfor %}", "utf-8")
    town.put("water", FAULTY)
    town.patrol()
    [letter] = town.letters()
    assert letter.read_text("utf-8") == "请核：青禾县水务局2024年度报告：1处（工单1）"
    own.write_text("{% if %}", "utf-8")
    ended = gouji("run", "--plain", "--config", town.folder / "gouji.toml")
    assert (ended.status, f"{own} 第 1 行" in ended.err) == (2, True)


@pytest.mark.parametrize("lines", [1, 30, 300])
def test_a_chat_text_is_cut_at_whole_lines_and_keeps_its_end(lines: int) -> None:
    text = (
        "\n".join([*(f"第{number}行，青禾县水务局2024年度报告" for number in range(lines)), "https://pages.example.org/index.html"]) + "\n"
    )
    short = fitting(text, 1800)
    assert len(short.encode()) <= 1801
    assert short.endswith("https://pages.example.org/index.html\n")
    assert set(short.split("\n")) <= {*text.split("\n"), "…"}
