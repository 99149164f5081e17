"""Pages as the content systems of government sites make them, around any article."""

from collections.abc import Mapping

TITLE = "青禾县粮食局2023年政府信息公开工作年度报告"
NAVIGATION = '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/nb">政府信息公开年报</a></li></ul></div>'
FOOTER = (
    '<div class="foot">主办：青禾县人民政府办公室</div><div class="rel"><p>相关链接：</p>'
    '<a href="/a">青禾县水务局2022年政府信息公开工作年度报告</a></div>'
)
CRUMBS = '<div>当前位置：<a href="/">首页</a> &gt; <a href="/x">政府信息公开</a> &gt; 正文</div>'
LINE = (
    "<div>发布时间：2024-01-20 09:11　来源：青禾县粮食局　【字体：<a>大</a> <a>中</a> <a>小</a>】 浏览次数：<span>12</span></div>"
    '<div>分享到：<a href="#">微信</a></div>'
)
CARD = (
    "<table><tr><td>索 引 号：</td><td>014349/2024-7</td><td>发布机构：</td><td>青禾县粮食局</td></tr>"
    "<tr><td>发 文 日 期：</td><td>2024-01-20</td><td>主题分类</td><td></td></tr></table>"
)
CONTENTS = "<ul><li>一、总体情况</li><li>二、主动公开政府信息情况</li><li>三、收到和处理政府信息公开申请情况</li></ul>"
NARROW = "<style>.mobile { display: none } @media (max-width: 700px) { .pc { display: none } .mobile { display: block } }</style>"


def systems(article: str) -> Mapping[str, str]:
    """What stands in the body of each system's page."""
    return {
        "TRS": f"{CRUMBS}{CARD}<h1>{TITLE}</h1>{LINE}<div class=TRS_Editor><div class=Custom_UnionStyle>{article}</div></div>",
        "TRS, in tables": f"<table><tr><td>{CRUMBS}</td></tr><tr><td><table><tr><td>{TITLE}</td></tr><tr><td>{LINE}</td></tr>"
        f'<tr><td id="td_DocContent">{article}</td></tr></table></td></tr></table>',
        "ucap": f'<div id="zoom"><div id="font"><UCAPTITLE>{TITLE}</UCAPTITLE>{LINE}<UCAPCONTENT>{article}</UCAPCONTENT></div></div>',
        "ucap, small letters": f'<div id="zoomcon"><ucaptitle>{TITLE}</ucaptitle><ucapcontent>{article}</ucapcontent></div>',
        "jcms": f"<table><tr><td>{TITLE}</td></tr><tr><td>{LINE}</td></tr><tr><td><div id=zoom><!--ZJEG_RSS.content.begin-->"
        f"{article}<!--ZJEG_RSS.content.end--></div></td></tr></table>",
        "jpaas": f'{CRUMBS}<h2>{TITLE}</h2>{LINE}<div class="neirong">{article}</div>',
        "annual report module": f'<div class="xxgk"><div class="tit">{TITLE}</div><table><tr><td>{article}</td></tr></table></div>',
        "VSB": f'<form name="_newscontent_fromname"><h2>{TITLE}</h2>{LINE}<div id="vsb_content_502"><div class="v_news_content">{article}</div></div></form>',
        "gkmlpt": f'<div class="content-box">{CARD}<h1>{TITLE}</h1><div class="article-content">{article}</div></div>',
        "openness": f'<div class="wzcon"><div class="j-fontContent">{article}</div></div>',
        "unknown, with a table of contents": f'<div class="l">{CONTENTS}</div><div class="r">{CRUMBS}{LINE}<div class="xyz">{article}</div></div>',
        "another print for telephones": f'<div class="pc">{LINE}<div>{article}</div></div><div class="mobile">{LINE}<div>{article}</div></div>',
        "another print, not shown": f'{NARROW}<div class="pc">{article}</div><div class="mobile">{article}</div>',
        "all in a table": f"<table><tr><td><table><tr><td>{article}</td></tr></table></td><td>边栏</td></tr></table>",
    }


def whole(body: str, head: str = "") -> str:
    """The page with its navigation and footer."""
    title = "<title>年度报告_青禾县人民政府</title>"
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}{title}</head><body>{NAVIGATION}{body}{FOOTER}</body></html>'
