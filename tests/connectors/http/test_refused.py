"""What a server will not give, or puts before a page, is told and never taken for the page."""

from pathlib import Path

import pytest

from connectors.http import (
    Challenged,
    Client,
    FetchFailed,
    LoginAsked,
    Manners,
    NotThere,
    Pace,
    Refused,
    RobotsForbid,
)
from tests.connectors.site import Answer, Site, client, serving


@pytest.mark.parametrize(
    ("status", "error"), [(404, NotThere), (410, NotThere), (403, Refused), (401, Refused), (204, Refused), (400, Refused)]
)
def test_what_a_server_will_not_give_is_asked_for_once(site: Site, tmp_path: Path, status: int, error: type[FetchFailed]) -> None:
    site.pages["/a"] = Answer(b"", status)
    with pytest.raises(error, match=str(status)):
        client(tmp_path).get(site.url("/a"))
    assert site.paths() == ["/a"]


SCRIPT = b"<html><script>document.cookie='__jsl_clearance=1';location.reload()</script></html>"
WALLS = [
    (Answer(b"", 412), Challenged),
    (Answer(SCRIPT, 521), Challenged),
    (Answer(b"<html><script>var a=1</script></html>", 202), Challenged),
    (Answer(SCRIPT, 200), Challenged),
    (Answer("<html><title>安全验证</title><body>请完成验证后继续访问</body></html>".encode(), 403), Challenged),
    (Answer("<html><body><h1>统一身份认证平台</h1><input type='password'></body></html>".encode()), LoginAsked),
    (Answer("<!doctype html><body>网站维护中，请稍后访问。</body>".encode("gb18030")), Challenged),
    (Answer("<html><body>您访问的页面不存在</body></html>".encode()), NotThere),
]


@pytest.mark.parametrize(("answer", "error"), WALLS)
def test_what_stands_before_a_page_is_never_taken_for_it(site: Site, tmp_path: Path, answer: Answer, error: type[FetchFailed]) -> None:
    site.pages["/a"] = answer
    with pytest.raises(error) as raised:
        client(tmp_path).get(site.url("/a"))
    assert type(raised.value) is error
    if issubclass(error, Challenged):
        assert "文件夹" in raised.value.words.zh
        assert "owner" in raised.value.words.en
    assert site.paths() == ["/a"]


def test_a_page_that_has_a_login_box_a_captcha_and_such_words_as_well_is_a_page(site: Site, tmp_path: Path) -> None:
    text = "系统维护工作由办公室负责，登录页面设有验证码。" * 40
    site.pages["/a"] = Answer(f"<html><script src='/captcha.js'></script><input type=password><p>{text}</p></html>".encode())
    assert text in client(tmp_path).get(site.url("/a")).body.decode()


def test_a_host_that_is_down_or_unknown_is_told(tmp_path: Path) -> None:
    with serving() as gone:
        url = gone.url("/a")
    with pytest.raises(RobotsForbid, match="cannot be reached"):
        client(tmp_path, attempts=2).get(url)
    with pytest.raises(FetchFailed, match="nowhere.invalid"):
        Client(Manners(attempts=1), Pace(tmp_path)).get("http://nowhere.invalid/")


def test_a_port_where_nobody_listens_is_told_in_words(tmp_path: Path) -> None:
    with serving() as closed:
        address = closed.url("/a")
    with pytest.raises(FetchFailed) as said:
        client(tmp_path, attempts=1).get(address)
    assert "连不上（对方没有开放这个端口或拒绝连接）" in said.value.words.zh
    assert "Errno" not in said.value.words.zh
