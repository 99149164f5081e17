"""Chat texts, sent by Apprise to a real HTTP server on this machine."""

import json
import logging
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from apprise.plugins.dingtalk import NotifyDingTalk
from apprise.plugins.feishu import NotifyFeishu
from apprise.plugins.slack import NotifySlack
from apprise.plugins.wecombot import NotifyWeComBot

from connectors.notifiers import Chat, DeliveryFailed, Message, neutral
from gouji.settings import Secret

NEWS = Message("k", "年报检查：1份建议核改", "年报检查：1份建议核改\n· 青禾县水务局2024年度报告：1处")
KEY = "K3Y-planted-9f8e7d6c5b4a"


@dataclass
class Robot:
    """A chat service: keeps what it was asked, answers as told."""

    status: int = 200
    body: str = '{"errcode": 0, "code": 0, "ok": true}'
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    port: int = 0


@pytest.fixture
def robot() -> Iterator[Robot]:
    robot = Robot()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            robot.asked.append((self.path, json.loads(body)))
            self.send_response(robot.status)
            self.end_headers()
            self.wfile.write(robot.body.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    robot.port = server.server_port
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield robot
    server.shutdown()
    server.server_close()


@pytest.fixture
def services(robot: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real plugins of Apprise, each with its own path, at this machine instead of its vendor's."""
    here = f"http://127.0.0.1:{robot.port}"
    monkeypatch.setattr(NotifyWeComBot, "notify_url", f"{here}/cgi-bin/webhook/send?key={{key}}")
    monkeypatch.setattr(NotifyDingTalk, "notify_url", f"{here}/robot/send?access_token={{token}}")
    monkeypatch.setattr(NotifyFeishu, "notify_url", f"{here}/open-apis/bot/v2/hook/{{token}}/")
    monkeypatch.setattr(NotifySlack, "webhook_url", f"{here}/services")


def chat(address: str) -> Chat:
    os.environ["GOUJI_TEST_CHAT"] = address
    return Chat(Secret(env="GOUJI_TEST_CHAT"), "科室群")


ADDRESSES = {
    "wecombot": f"wecombot://{KEY}",
    "wecom, as WeCom itself prints it": f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={KEY}",
    "dingtalk": f"dingtalk://{KEY.replace('-', '')}",
    "feishu": f"feishu://{KEY}",
    "slack": "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#office",
}


@pytest.mark.usefixtures("services")
@pytest.mark.parametrize("name", ADDRESSES)
def test_each_service_gets_the_text_as_its_own_robot_takes_it(robot: Robot, name: str) -> None:
    robot.body = "ok" if name == "slack" else robot.body
    assert chat(ADDRESSES[name]).send(NEWS).refused == ()
    [(_, asked)] = robot.asked
    said = json.dumps(asked, ensure_ascii=False)
    assert "青禾县水务局2024年度报告：1处" in said
    assert asked.get("at", {"isAtAll": False})["isAtAll"] is False


def test_a_service_of_ones_own_gets_json(robot: Robot) -> None:
    chat(f"json://127.0.0.1:{robot.port}/hook").send(NEWS)
    [(path, asked)] = robot.asked
    assert (path, asked["title"], asked["message"]) == ("/hook", NEWS.subject, NEWS.text)


@pytest.mark.usefixtures("services")
@pytest.mark.parametrize(
    ("name", "body", "permanent"),
    [
        ("wecombot", '{"errcode": 93000, "errmsg": "invalid webhook url"}', False),
        ("wecombot", '{"errcode": 45009, "errmsg": "api freq out of limit"}', False),
        ("wecombot", '{"errcode": 45002, "errmsg": "content size out of limit"}', True),
        ("dingtalk", '{"errcode": 310000, "errmsg": "keywords not in content"}', False),
        ("dingtalk", '{"errcode": 430102, "errmsg": "text not allowed"}', True),
        ("feishu", '{"code": 19001, "msg": "param invalid: incoming webhook access token invalid"}', False),
        ("feishu", '{"code": 9499, "msg": "Bad Request"}', True),
        ("wecombot", "<html>Bad gateway</html>", False),
        ("wecombot", "[]", False),
    ],
)
def test_a_refusal_that_comes_with_200_is_a_refusal_all_the_same(robot: Robot, name: str, body: str, permanent: bool) -> None:
    robot.body = body
    with pytest.raises(DeliveryFailed) as caught:
        chat(ADDRESSES[name]).send(NEWS)
    assert caught.value.permanent is permanent
    assert "科室群" in caught.value.words.zh


@pytest.mark.parametrize(
    ("status", "permanent"),
    [
        (400, True),
        (401, False),
        (403, False),
        (404, False),
        (409, False),
        (413, True),
        (422, True),
        (429, False),
        (500, False),
        (502, False),
    ],
)
def test_a_status_tells_whether_to_try_again(robot: Robot, status: int, permanent: bool) -> None:
    robot.status = status
    with pytest.raises(DeliveryFailed, match=str(status)) as caught:
        chat(f"json://127.0.0.1:{robot.port}/hook").send(NEWS)
    assert caught.value.permanent is permanent
    assert len(robot.asked) == 1, "a text is never sent twice within one try"


def test_a_service_that_is_down_leaves_the_message_waiting_and_its_key_untold(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(DeliveryFailed, match="cannot be reached") as caught:
        chat(f"json://user:{KEY}@127.0.0.1:1/{KEY}?+Token={KEY}").send(NEWS)
    assert not caught.value.permanent
    told = caught.value.words.zh + caught.value.words.en + caplog.text + "".join(capfd.readouterr())
    assert KEY not in told


@pytest.mark.parametrize("address", [f"nonsense://{KEY}", KEY, f"wecombot://{KEY}!!", f"json://{KEY} {KEY}"])
def test_an_address_that_apprise_does_not_know_is_told_by_its_place(address: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DeliveryFailed, match="科室群") as caught:
        chat(address).send(NEWS)
    assert not caught.value.permanent
    assert KEY not in caught.value.words.zh + "".join(capfd.readouterr())


def test_a_service_that_repeats_the_key_in_its_answer_does_not_spread_it(robot: Robot, services: None) -> None:
    robot.body = json.dumps({"errcode": 93000, "errmsg": f"invalid webhook url, key={KEY}, hint: [1]"})
    with pytest.raises(DeliveryFailed) as caught:
        chat(ADDRESSES["wecombot"]).send(NEWS)
    assert KEY not in caught.value.words.zh + caught.value.words.en


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("@all @所有人 @here", "＠all ＠所有人 ＠here"),
        ('<!channel> <@U012> <at user_id="all">', '＜!channel＞ ＜＠U012＞ ＜at user＿id="all"＞'),
        ("[点这里](https://evil.example) www.evil.example", "［点这里］(https：//evil.example) www．evil.example"),
        ("*粗* `x` ~~y~~ # 标题", "＊粗＊ ｀x｀ ～～y～～ ＃ 标题"),
        ("一行\r\n另一行\u2028三", "一行 另一行 三"),
        ("甲\u202e乙\u200b丙\x00丁\udce4", "甲乙丙丁?"),
        ("填 12.5，相差 -1（万元）", "填 12.5，相差 -1（万元）"),
    ],
)
def test_text_of_a_report_calls_nobody_and_links_nowhere(hostile: str, shown: str) -> None:
    assert neutral(hostile) == shown
