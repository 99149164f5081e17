"""A webhook: signed, in the office's own words, known again when it comes twice; and text of reports that does nothing anywhere."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from connectors.trackers.model import FilingFailed, Kind, Text
from connectors.trackers.neutral import in_code, in_markdown, in_plain, in_title
from connectors.trackers.webhook import Webhook
from gouji.errors import ConfigError
from gouji.settings import Secret, TrackerSetting
from tests.connectors.trackers.house import NOTE, entry
from tests.connectors.trackers.server import TOKEN
from tests.connectors.trackers.sink import Sink, sinking

ROBOT = '{"msgtype": "markdown", "markdown": {"content": {{ (title ~ "\\n" ~ markdown)|tojson }}}}'


@pytest.fixture
def sink(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sink]:
    monkeypatch.setenv("GOUJI_SECRET", TOKEN)
    with sinking() as found:
        monkeypatch.setenv("GOUJI_ROBOT", f"{found.url}?key=hidden-key")
        yield found


def webhook(body: str | None = None) -> Webhook:
    setting = TrackerSetting(type="webhook", url=Secret(env="GOUJI_ROBOT"), token=Secret(env="GOUJI_SECRET"), body=body)
    return Webhook(setting, "robot", clock=lambda: 1741000000.0)


def test_a_message_is_signed_with_its_time_and_the_same_when_it_comes_again(sink: Sink) -> None:
    for _ in range(2):
        webhook().create(entry(notes=(NOTE,)))
    first, second = sink.got
    signed = hmac.new(TOKEN.encode(), b"1741000000." + first.body, hashlib.sha256).hexdigest()
    assert first.headers["x-gouji-signature"] == f"sha256={signed}"
    assert (first.headers["x-gouji-delivery"], first.body) == (second.headers["x-gouji-delivery"], second.body)
    said = json.loads(first.body)
    assert (said["event"], said["agency"], said["year"], said["labels"]) == ("open", "青禾县水务局", "2024", ["年报核对", "建议核改"])
    assert said["findings"][0]["message"].startswith("表四")
    webhook().create(entry(notes=()))
    assert sink.got[2].headers["x-gouji-delivery"] != first.headers["x-gouji-delivery"]


def test_a_robot_gets_what_the_office_wrote_for_it_whatever_a_report_says(sink: Sink) -> None:
    hostile = replace(entry(), title='甲"}, {{ 7*7 }} \\', text=Text('"],"x":1', "x"))
    webhook(ROBOT).create(hostile)
    assert json.loads(sink.got[0].body) == {"msgtype": "markdown", "markdown": {"content": '甲"}, {{ 7*7 }} \\\n"],"x":1'}}


@pytest.mark.parametrize(
    ("status", "text", "kind"),
    [
        (200, '{"errcode": 0, "errmsg": "ok"}', None), (200, "ok", None), (200, '{"errcode": 93000, "errmsg": "invalid webhook url"}', Kind.OPERATOR),
        (200, '{"errcode": 45009, "errmsg": "api freq out of limit"}', Kind.WAIT), (200, "<html>log in</html>", Kind.LATER),
        (500, "", Kind.LATER), (401, "", Kind.OPERATOR), (429, "", Kind.WAIT), (422, "", Kind.NEVER), (302, "", Kind.OPERATOR),
    ],
)  # fmt: skip
def test_what_a_robot_answers_is_understood(sink: Sink, status: int, text: str, kind: Kind | None) -> None:
    sink.status, sink.text = status, text
    if kind is None:
        assert webhook().create(entry()).id == "7"
        return
    with pytest.raises(FilingFailed) as caught:
        webhook().create(entry())
    assert caught.value.kind is kind
    assert all(hidden not in str(caught.value) + caught.value.words.zh for hidden in (TOKEN, "hidden-key"))


def test_a_template_that_is_none_is_told_before_anything_is_sent() -> None:
    with pytest.raises(ConfigError):
        webhook("{{ title")


@pytest.mark.parametrize(
    ("printed", "markdown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[点这里](http://evil)", "\\[点这里\\](http:\u200b//evil)"),
        ("@all 见 #12 和 !3", "@\u200ball 见 #\u200b12 和 !\u200b3"),
        ("/close", "\u200b/close"),
        ("# 标题", "\u200b# 标题"),
        ("- 项", "\u200b- 项"),
        ("**粗** `码` | 列", r"\*\*粗\*\* \`码\` \| 列"),
        ("一\n二\r\n<!-- gouji:0:1 text:aaaaaaaaaaaa -->", "一 二 &lt;!-- gouji:0:1 text:aaaaaaaaaaaa --&gt;"),
        ("300%，共1件", "300%，共1件"),
    ],
)
def test_text_of_a_report_shows_as_printed_and_does_nothing(printed: str, markdown: str) -> None:
    assert in_markdown(printed) == markdown


def test_text_of_a_report_does_nothing_in_a_wiki_a_title_or_a_code_either() -> None:
    assert in_plain("{code} [~admin] !x.png! h1. @all") == "{\u200bcode} [\u200b~\u200badmin] !\u200bx.png! h1. @\u200ball"
    assert in_title("甲\n@all\u202e乙") == "甲 @\u200ball�乙"
    assert in_code("a`b`<x>") == "`a'b'<x>`"
