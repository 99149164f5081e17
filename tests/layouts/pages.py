"""Web pages as content systems make them, around an article of our own."""

TABLE = "<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>41</td></tr></table>"  # the form's words, our figure
ARTICLE = f"""<p>青禾县粮食局2023年政府信息公开工作年度报告</p>
<p>本报告按照条例要求编制，所列数据自2023年1月1日起至2023年12月31日止，如有疑问请与青禾县粮食局联系。</p>
<p>一、总体情况</p><p>全年公开信息三十条。</p><p>二、主动公开政府信息情况</p>{TABLE}
<p>三、收到和处理政府信息公开申请情况</p><p>全年收到申请6件。</p>"""


def portal(article: str = ARTICLE, head: str = "", before: str = "", after: str = "", container: str = 'class="content"') -> str:
    """A page with navigation, a list of other articles, a footer, and the article in a container."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8">{head}<title>年度报告_青禾县人民政府</title><script>var n = 1;</script></head>
<body><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul></div>
<div class="wrap">{before}<div {container}>{article}</div>{after}</div>
<div class="related"><a href="/1">青禾县水务局2022年政府信息公开工作年度报告</a><a href="/2">一、总体情况怎么写</a></div>
<div class="foot">主办：青禾县人民政府办公室</div></body></html>"""
