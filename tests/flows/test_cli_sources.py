"""gouji sources: what is configured, what it would collect, and what an address would give."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from gouji.settings import load
from tests.connectors.site import Answer, Site, serving
from tests.connectors.website.columns import trs
from tests.flows.calling import gouji

WEB = '[[sources]]\nname = "{}"\ntype = "website"\nurl = "{}"\nrequests_per_second = 1000\nallow_hosts = ["127.0.0.1"]\n'
ROSTER = "机构名称\n甲县水务局\n甲县人民政府\n甲县教育局\n甲县撤并局\n"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.pages |= trs()
        yield site


def configured(folder: Path, site: Site, more: str = "") -> Path:
    (folder / "inbox").mkdir()
    (folder / "bodies.csv").write_text(ROSTER, "utf-8")
    config = folder / "gouji.toml"
    web = WEB.format("county", site.url("/ndbg/")) + "from_year = 2021\n"
    folders = '[[sources]]\nname = "inbox"\ntype = "folder"\npath = "inbox"\nstage = "draft"\n'
    config.write_text(f'home = "home"\nlanguage = "zh"\n{web}{folders}{more}[roster]\npath = "bodies.csv"\n', "utf-8")
    return config


def test_the_configured_sources_are_listed_in_words_and_for_programs(tmp_path: Path, site: Site) -> None:
    config = configured(tmp_path, site)
    out = gouji("sources", "--config", config).out
    assert f"county  网站栏目 {site.url('/ndbg/')}（已公开，2021 年度起）" in out
    assert f"inbox   文件夹 {tmp_path / 'inbox'}（公开前送审）" in out
    listed = json.loads(gouji("sources", "--format", "json", "--config", config).out)["sources"]
    assert [(one["name"], one["type"], one["stage"]) for one in listed] == [
        ("county", "website", "published"),
        ("inbox", "folder", "draft"),
    ]
    assert site.asked == []


def test_check_says_what_would_be_collected_and_what_not_and_why_and_takes_nothing(tmp_path: Path, site: Site) -> None:
    config = configured(tmp_path, site)
    (tmp_path / "inbox" / "甲县2024.docx").write_bytes(b"PK")
    (tmp_path / "inbox" / "~$甲县2024.docx").write_bytes(b"")
    ended = gouji("sources", "check", "--config", config)
    assert (ended.status, ended.err) == (0, "")
    assert "拓尔思（TRS），列表 2 页；会收集 3 份：2025 年度 2 份，2024 年度 1 份" in ended.out
    assert "2025  甲县水务局2025年政府信息公开工作年度报告  2026-01-28" in ended.out
    assert "甲县教育局2020年政府信息公开工作年度报告（2020 年度的，配置只要 2021 年度起的）" in ended.out
    assert "一图读懂甲县2025年政府信息公开工作年度报告（标题含“一图读懂”，不是年报本身）" in ended.out
    assert "2024  甲县2024.docx" in ended.out
    assert "~$甲县2024.docx（隐藏、临时或锁定文件）" in ended.out
    assert site.paths() == ["/ndbg/", "/ndbg/index_1.html"]
    assert not (tmp_path / "home" / "ledger.sqlite").exists()


def test_check_asks_only_the_sources_named(tmp_path: Path, site: Site) -> None:
    config = configured(tmp_path, site)
    (one,) = json.loads(gouji("sources", "check", "inbox", "--format", "json", "--config", config).out)["sources"]
    assert (one["name"], one["ok"], one["reports"], site.asked) == ("inbox", True, [], [])
    ended = gouji("sources", "check", "nobody", "--config", config)
    assert (ended.status, "county, inbox" in ended.err) == (2, True)


def test_titles_that_may_be_reports_are_put_before_a_person(tmp_path: Path, site: Site) -> None:
    links = "<a href='/1.html'>甲县水务局政府信息公开年度报告</a><a href='/2.html'>甲县2023至2024年政府信息公开年度报告</a>"
    site.pages["/plain/"] = Answer(f"<title>通知</title><ul>{links}<a href='/'>政府信息公开年报</a></ul>".encode())
    config = configured(tmp_path, site, WEB.format("plain", site.url("/plain/")))
    (one,) = json.loads(gouji("sources", "check", "plain", "--format", "json", "--config", config).out)["sources"]
    assert [(aside["title"], aside["doubt"], aside["reason"]["zh"]) for aside in one["left_out"]] == [
        ("甲县水务局政府信息公开年度报告", True, "标题没有写明年度"),
        ("甲县2023至2024年政府信息公开年度报告", True, "标题写了几个年度"),
    ]


def test_check_says_who_of_the_roster_is_not_there_and_whose_report_may_hide_behind_a_title(tmp_path: Path, site: Site) -> None:
    titles = {"1": "甲县教育局政府信息公开年度报告", "2": "甲县水务局2025年政府信息公开年度报告"}
    links = "".join(f"<li><a href='/{path}.html'>{title}</a></li>" for path, title in titles.items())
    site.pages["/ndbg/"] = Answer(
        f"<title>政府信息公开年报</title><ul>{links}<li><a href='/24/'>2024年政府信息公开年报</a></li></ul>".encode()
    )
    site.pages["/24/"] = Answer("<ul><li><a href='/3.html'>甲县2024年政府信息公开年报</a></li></ul>".encode())
    ended = gouji("sources", "check", "county", "--config", configured(tmp_path, site))
    assert ended.status == 0
    for line in (
        "2024年政府信息公开年报（是栏目，不是一份年报；已往下看）",
        "按标题看，名单 4 个机关中，2025 年度已有 1 个。",
        "没有看到 2 个：甲县人民政府、甲县撤并局",
        "“甲县教育局政府信息公开年度报告”没写年度，打开才知道是不是甲县教育局的2025年度报告。",
    ):
        assert line in ended.out


def test_a_newcomer_gets_the_family_who_is_missing_and_lines_that_load(tmp_path: Path, site: Site) -> None:
    config = configured(tmp_path, site)
    ended = gouji("sources", "try", site.url("/ndbg/"), "--config", config)
    assert ended.status == 0
    assert "拓尔思（TRS），列表 2 页；会收集 4 份" in ended.out
    assert "名单 4 个机关中，2025 年度已有 2 个" in ended.out
    assert "没有看到 2 个：甲县教育局、甲县撤并局" in ended.out
    lines = ended.out[ended.out.index("[[sources]]") :]
    (tmp_path / "pasted.toml").write_text(lines, "utf-8")
    (pasted,) = load(tmp_path / "pasted.toml").sources
    assert (pasted.name, pasted.type) == ("website", "website")
    assert f'url = "{site.url("/ndbg/")}"\nfrom_year = 2021\nallow_hosts = ["127.0.0.1"]\n' in lines


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(b"", 412), "脚本或验证码拦截（状态 412）"),
        (Answer(b"", 521), "脚本或验证码拦截（状态 521）"),
        (Answer(b"<html><script>location.reload()</script></html>", 202), "脚本或验证码拦截（状态 202）"),
        (Answer("<html><title>系统维护中</title><body>请稍后再来</body></html>".encode()), "网站维护的通知"),
        (Answer(b"<html><body><input type='password'></body></html>"), "要求登录"),
    ],
)
def test_what_stands_before_a_column_ends_in_its_own_sentence(tmp_path: Path, site: Site, answer: Answer, said: str) -> None:
    site.pages["/ndbg/"] = answer
    ended = gouji("sources", "try", site.url("/ndbg/"), "--config", configured(tmp_path, site))
    assert (ended.status, said in ended.out.replace("\n  ", ""), "[[sources]]" in ended.out) == (1, True, False)


def test_a_ban_and_an_inner_address_end_in_their_own_sentences(tmp_path: Path, site: Site) -> None:
    site.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /ndbg/\n", headers={"Content-Type": "text/plain"})
    banned = gouji("sources", "try", site.url("/ndbg/"), "--config", configured(tmp_path, site))
    assert (banned.status, "robots.txt 不允许程序读取" in banned.out) == (1, True)
    assert site.paths() == []
    inside = gouji("sources", "try", "http://10.0.0.8/ndbg/", "--config", tmp_path / "none.toml", "--lang", "en")
    assert (inside.status, 'allow_hosts = ["10.0.0.8:80"]' in inside.out, "--allow-host 10.0.0.8:80" in inside.out) == (1, True, True)
    assert gouji("sources", "try", "county.example/ndbg").status == 2


@pytest.mark.parametrize("address", ["abc", "ftp://county.example/", "http://", "http://[x/", "http://a b/", "http://u:p@county.example/"])
def test_what_no_configuration_would_take_is_no_address(address: str) -> None:
    ended = gouji("sources", "try", address)
    assert (ended.status, ended.err) == (2, f"{address} 不是可以访问的网址（只用 http 和 https，不含用户名）。\n")
