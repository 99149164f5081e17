"""Markup of lists as the systems behind government sites write it, with invented bodies."""

import json
from typing import Any

# 大汉 jcms: the first entries stand in the page, the rest is posted for; what to post stands in the call of jpage.
JPAGE = """<html><head><title>政府信息公开年报</title></head><body><div id="4383"></div><script type="text/xml"><datastore>
<recordset><record><![CDATA[%(first)s]]></record></recordset></datastore></script><script type="text/javascript">
$(function(){ $("#4383").jpage({ totalRecord : %(total)d, perPage : 15, groupSize : 3, barPosition : 'bottom',
 proxyUrl : '/module/jpage/dataproxy.jsp', openCookies : false, ajaxParam : { dataType : 'xml', data : { col : 1, appid : 1,
 webid : 3185, path : '/', columnid : 1229560650, sourceContentType : 1, unitid : '4728737', webname : "辛市水务局", permissiontype : 0 } } }); });
</script></body></html>"""
JPAGE_FORM = (
    "col=1&appid=1&webid=3185&path=%2F&columnid=1229560650&sourceContentType=1&unitid=4728737"
    "&webname=%E8%BE%9B%E5%B8%82%E6%B0%B4%E5%8A%A1%E5%B1%80&permissiontype=0"
)
JPAGE_MORE = "<datastore><totalrecord>%d</totalrecord><totalpage>%d</totalpage><recordset>%s</recordset></datastore>"
JPAGE_RECORD = "<record><![CDATA[<li><a href='/art/2026/1/9/art_%d.html' title='%s'>%s</a><span>2026-01-09</span></li>]]></record>"

# 大汉's module of annual reports: one page a body and year, which all show the newest year until another is chosen.
ANNUAL_MODULE = """<html><head><title>政府信息公开年度报告</title></head><body><h1>壬市%(body)s%(year)d年政府信息公开工作年度报告</h1>
<select name="fbtime" onchange="go(this.value)"><option value="">请选择年度</option><option value="2025">2025年</option>
<option value="2024">2024年</option></select>
<ul class="dw"><li><a href="xxgkAnnualReport.jsp?area=113700001&amp;fbtime=2025">壬市甲局</a></li>
<li><a href="xxgkAnnualReport.jsp?area=113700002&amp;fbtime=2025">壬市乙局</a></li></ul>
<div class="zw"><p>一、总体情况</p><p>三、收到和处理政府信息公开申请情况</p></div></body></html>"""

# 大汉 jpaas: a box without entries that says where they are; they come as HTML inside JSON.
JPAAS = """<html><head><title>政府信息公开年报</title></head><body><div class="list" url="/api-gateway/jpaas-publish-server/front/page/build/unit"
 querydata="{'parseType':'bulidstatic','webId':'w1','tplSetId':'t1','pageType':'column','tagId':'信息列表','editType':'null','pageId':'p1'}"></div>
<script src="/common/jpaas-unit.js"></script></body></html>"""


def jpaas_address(page: int) -> str:
    """The interface's page, as the page's script asks for it."""
    told = "parseType=bulidstatic&webId=w1&tplSetId=t1&pageType=column&tagId=%E4%BF%A1%E6%81%AF%E5%88%97%E8%A1%A8&editType=null&pageId=p1"
    return f"/api-gateway/jpaas-publish-server/front/page/build/unit?{told}&paramJson=%7B%22pageNo%22%3A{page}%2C%22pageSize%22%3A15%7D"


def jpaas_answer(*titles: str, count: int) -> bytes:
    """Entries as the interface gives them."""
    rows = "".join(
        f"<li><a href='/zfxxgk/art/2026/art_{n}.html' title='{t}'>{t}</a><span class='fr'>2026-01-20</span></li>" for n, t in titled(titles)
    )
    return json.dumps(
        {"success": True, "code": "200", "data": {"html": f"<ul>{rows}</ul><div class='page' count='{count}'></div>"}}
    ).encode()


def titled(titles: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(f"{sum(map(ord, title)):08x}", title) for title in titles]


# 陕西 and others: an interface that gives plain JSON.
JSON_LIST: dict[str, Any] = {
    "code": 0,
    "data": {
        "total": 3,
        "list": [
            {
                "infoTitle": "癸县甲局2025年政府信息公开工作年度报告",
                "infoUrl": "/bmxxgknb/1533676551588134914.html",
                "publishTime": "2026-01-21 09:00:00",
            },
            {"infoTitle": "癸县公开指南", "infoUrl": "/zn.html"},
        ],
    },
}

# 安徽: the column shows one year, the others stand behind links that say nothing but the year.
ANHUI_YEAR = """<html><head><title>政府信息公开年度报告_子县</title></head><body><div class="nd"><a href="?action=list&amp;nd=2025">2025年</a>
<a href="?action=list&amp;nd=2024">2024年</a></div><ul><li><a href="/public/column/%(number)d?action=detail&amp;title=%(year)d&amp;type=3"
 title="子县应急局%(year)d年政府信息公开年度报告">子县应急局…</a><em>%(published)s</em></li></ul></body></html>"""
