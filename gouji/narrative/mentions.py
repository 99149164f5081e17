"""What the text says in passing of years, of the body itself and of its grounds: each mention with what it states.

A mention is what stands there, never whether it is right. What may mean something else is left out or in doubt:
a clause that compares, looks back, quotes or names a title says nothing of the year's work.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from gouji.agencies.naming import cities
from gouji.narrative.sentence.sentences import Sentence
from gouji.recognition.numerals import chinese_number


@dataclass(frozen=True, slots=True)
class Mention:
    """`kind` says what is spoken of, `said` what is stated of it; text[start:end] of sentence number `sentence` are the words."""

    kind: str
    said: str
    sentence: int
    start: int
    end: int
    doubts: tuple[str, ...] = ()


_TITLES = re.compile('《[^》]*》|“[^”]*”|"[^"]*"')
_OPENING = r"(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.]|[一二三四五六七八九十]是)?(?:[^,。:;\d]{2,16}[。:])?"
_SELF = (
    r"(?:我[局委厅镇乡街道办县市区省州旗中心院所站会]{1,2}|本(?:机关|单位|局|委|厅|镇|乡|街道|级|部门|办)|"
    r"全[局委镇乡街道县市区系统]{1,2}|[县市区省镇乡]政府)"
)
_DONE = re.compile(
    rf"^{_OPENING}(?P<year>20\d\d)年度?,?(?P<rest>(?:{_SELF},?)?(?:全年)?(?:累计|共计?|合计|一共|总共|依法|及时|通过[^,。;]{{2,20}}|在[^,。;]{{2,20}})?,?"
    "(?:主动公开|收到|受理|新收|办理|公开|发布|制发|举办|组织|开展|没有收到|未收到|没有发生|未发生|接到|办结|答复))(?!(?:政府信息公开)?(?:申请)?的)"
)
_SUBJECT = re.compile("公开|申请|信息|规范性文件|解读|培训|复议|诉讼")
_LOOKING_BACK = re.compile(
    "较|比|同比|上一?年|去年|往年|历年|以来|至今|至|起|决算|预算|计划|规划|要点|方案|问题|整改|反馈|测评|评估|考核|通报|结转|转结|"
    "年报|年度报告|以前|此前|曾|历史|被评|荣获|修订|施行|印发的|当年|财政年度|学年|持平|增长|下降|上升|减少|增加|分别|近[两三五]年|回顾"
)
_LOOKING_AHEAD = re.compile("将|拟|力争|争取|目标|打算|下一步|继续|进一步|不少于|不低于|确保")
_FIGURE = re.compile(r"\d|[一二三四五六七八九十百千两]+[余多]?[件条次场期篇个项份宗起]|没有|未|零|无")
_YEARS = re.compile(r"(?<!\d)20\d\d(?=年)")
_PLAN = re.compile(
    rf"(?:^|[,:。;]|下一步[,:]?|[一二三四五六七八九十]是)(?:在)?(?P<year>20\d\d)年(?:度|里|中)?,?(?:{_SELF}|我们)?,?"
    "(?P<plan>将(?:进一步|继续|从以下|着力|持续|不断|努力|切实|全力|着重|"
    "(?:加强|加大|加快|完善|强化|提升|健全|优化|推动|推进|深化|开展|围绕|聚焦|抓好|做好|探索)(?![^,。;]{0,12}(?:纳入|作为|列入|写入|报送)))|(?:拟|计划|打算|准备)(?:进一步|继续|从|在|通过|加强|重点|开展|组织)|(?:的)?(?:工作)?(?:打算|计划)是)"
)
_PLANNED_BEFORE = re.compile("提出|承诺|去年|上年|年初|原定|按照.{0,12}(?:计划|要点|方案)|作为|纳入|列入|已|完成|到20|截至")
_OWN_NAME = re.compile("(?<![自])我(?P<kind>局|委|厅|镇|乡|街道)(?![限面部托派村亲音愁土员])")
_DECREE = re.compile(
    r"(?<![省市区])政府信息公开条例》?[(,]?(?:中华人民共和国)?国务院(?:第)?令?,?第?(?P<after>\d{2,4})号|"
    r"国务院(?:第)?令?第?(?P<before>\d{2,4})号[)]?(?:令)?(?:公布|发布)?的?《?(?:中华人民共和国)?政府信息公开条例"
)
_HISTORY = re.compile("2007|2008|修订|修改|原|旧|废止|取代|首次|当时|711")
_NOTICE = re.compile(
    r"《[^》]{0,60}?(?P<year>20\d\d)年度?(?:[^》]{0,6})?(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:报告|年报)[^》]{0,30}通知》"
)
_PARTS = re.compile(
    r"(?:(?:由|分为|分|包括|包含|共|共有|共计|等)[^。;]{0,160}?)(?P<count>[二三四五六七八九十]|\d{1,2})个?(?:大)?部分(?:组成|内容|构成)?(?=[,。;:(]|$)"
)
_SCOPE = re.compile(
    "(?P<scope>全[市县区旗省州]|各单位|各部门)[^。;,]{0,12}?(?:收到|受理|新收)[^。;,\\d]{0,16}申请[^。;,\\d]{0,6}(?P<count>\\d+)[件宗起条]"
)


def mentions(sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """All mentions in the text, in its order."""
    for index, sentence in enumerate(sentences):
        text = sentence.text
        if sentence.part in ("title", "preamble"):
            yield from _title(sentence, index)
        elif sentence.part == "text" and len(text) >= _PROSE:
            yield from _ending(sentences, index)
        for cue, kinds in _BY_CUE:
            if cue in text:
                for kind in kinds:
                    yield from kind(sentences, index)


def _done(sentences: Sequence[Sentence], index: int) -> Iterator[Mention]:
    """The year in which a sentence says that the work was done, only where it opens the sentence and names no other year.

    It is `counted` where the sentence states a figure of that year, or that there was none: a figure of another year may
    be told plainly.
    """
    sentence = sentences[index]
    if sentence.part != "text" or sentence.section == 5 or not (match := _DONE.match(sentence.text)):
        return
    rest = _TITLES.sub("", sentence.text[match.start("rest") :])
    if _LOOKING_BACK.search(rest) or _LOOKING_AHEAD.search(rest) or not _SUBJECT.search(rest) or _YEARS.search(rest):
        return
    doubts = ("years-side-by-side",) if _other_years_near(sentences, index, match["year"]) else ()
    kind = "counted" if _FIGURE.search(rest) else "done"
    yield Mention(kind, match["year"], index, match.start("year"), match.end("rest"), doubts)


def _other_years_near(sentences: Sequence[Sentence], index: int, year: str) -> bool:
    """Whether a sentence beside this one, or in its paragraph, speaks of another year: then the two are told side by side."""
    own = sentences[index].paragraph
    near = [s for i, s in enumerate(sentences) if i != index and (abs(i - index) <= 1 or s.paragraph is own) and s.part == "text"]
    return any(found != year for s in near for found in _YEARS.findall(_TITLES.sub("", s.text)))


def _planned(sentences: Sequence[Sentence], index: int) -> Iterator[Mention]:
    """The year for which section five plans: 将 alone may be 把, so words of intent must stand beside it."""
    sentence = sentences[index]
    if sentence.section != 5 or sentence.part != "text" or not (match := _PLAN.search(sentence.text)):
        return
    rest = _TITLES.sub("", sentence.text)
    years = set(_YEARS.findall(rest))
    if _PLANNED_BEFORE.search(rest) or len(years) != 1:
        return
    yield Mention("planned", match["year"], index, match.start("year"), match.end("plan"))


def _own_name(sentences: Sequence[Sentence], index: int) -> Iterator[Mention]:
    sentence = sentences[index]
    if sentence.part == "title":
        return
    quoted = [match.span() for match in _TITLES.finditer(sentence.text)]
    for match in _OWN_NAME.finditer(sentence.text):
        inside = any(start <= match.start() < end for start, end in quoted)
        yield Mention("own-name", match["kind"], index, *match.span(), ("in-a-quotation",) if inside else ())


def _decree(sentences: Sequence[Sentence], index: int) -> Iterator[Mention]:
    sentence = sentences[index]
    for match in _DECREE.finditer(sentence.text):
        number = match["after"] or match["before"]
        if number == "711" or not _HISTORY.search(sentence.text):
            yield Mention("decree", number, index, *match.span())


def _notice(sentences: Sequence[Sentence], index: int) -> Iterator[Mention]:
    """The year in the title of the notice on compiling reports, where the preamble names one."""
    sentence = sentences[index]
    if sentence.part != "preamble" and not (sentence.part == "text" and sentence.section == 1):
        return
    for match in _NOTICE.finditer(sentence.text):
        if len(set(_YEARS.findall(match.group()))) == 1:
            yield Mention("notice", match["year"], index, *match.span())


def _parts(sentences: Sequence[Sentence], index: int) -> Iterator[Mention]:
    sentence = sentences[index]
    if (
        sentence.part not in ("preamble", "text")
        or sentence.section not in (None, 1)
        or "报告" not in sentence.text
        and "全文" not in sentence.text
    ):
        return
    if match := _PARTS.search(sentence.text):
        count = int(match["count"]) if match["count"].isdecimal() else chinese_number(match["count"])
        if count:
            yield Mention("parts", str(count), index, match.start("count"), match.end())


def _scope(sentences: Sequence[Sentence], index: int) -> Iterator[Mention]:
    sentence = sentences[index]
    if sentence.part != "text":
        return
    for match in _SCOPE.finditer(sentence.text):
        yield Mention("scope", match["count"], index, *match.span(), ("scope-unclear",))


def _title(sentence: Sentence, index: int) -> Iterator[Mention]:
    """The title, or in one of the first lines what is nearly one."""
    nearly = sentence.part == "preamble" and index <= _FIRST_LINES and _nearly_a_title(sentence.text)
    if sentence.part == "title" or nearly:
        yield Mention("title", sentence.text, index, 0, len(sentence.text))


def _nearly_a_title(text: str) -> bool:
    short = len(text) <= _LONGEST_TITLE and not re.search("[,。;:]", text)
    return short and "公开" in text and fuzz.partial_ratio(_USUAL_TITLE, text) >= _NEARLY and bool(_YEARS.search(text))


def _ending(sentences: Sequence[Sentence], index: int) -> Iterator[Mention]:
    """The sign that ends a paragraph of prose before an item with a number of its own, where the sentence is prose of a text."""
    if index + 1 >= len(sentences):
        return
    sentence, following = sentences[index], sentences[index + 1]
    if following.part != "text" or following.paragraph is sentence.paragraph:
        return
    if not re.search("[,、]", sentence.text) or _CONTACT.search(sentence.text):
        return
    if sentence.text[-1].isascii() and sentence.text[-1].isalnum():
        return
    if _ITEM.match(following.text):
        yield Mention("ending", sentence.text[-1], index, max(0, len(sentence.text) - 8), len(sentence.text), ("cut-in-reading",))


def _place(sentences: Sequence[Sentence], index: int) -> Iterator[Mention]:
    """A city whose government or bureau is spoken of as if it were one's own."""
    sentence = sentences[index]
    if sentence.part != "text" or _ELSEWHERE.search(sentence.text):
        return
    for match in _CITY_BODY.finditer(sentence.text):
        start, end = match.span("city")
        first = next((i for i in range(start, end - 2) if sentence.text[i:end] in cities()), None)
        if first is not None:
            yield Mention("place", sentence.text[first:end], index, first, end, ("place-elsewhere",))


_USUAL_TITLE = "政府信息公开工作年度报告"
_FIRST_LINES, _LONGEST_TITLE, _NEARLY = 4, 50, 80
_PROSE = 24
_CONTACT = re.compile("电话|地址|邮编|邮箱|网址|联系")
_ITEM = re.compile(r"[(]?[一二三四五六七八九十\d]{1,2}[)、.]|[一二三四五六七八九十]是")
_CITY_BODY = re.compile("(?P<city>[\u4e00-\u9fff]{2,9}?市)(?=(?:人民)?政府|[\u4e00-\u9fff]{1,8}?局(?:在|的|依|将|共|主|认|积|严|,|。))")
_ELSEWHERE = re.compile("对口|协作|跨省|通办|考察|学习|合作|交流|调研|支援|帮扶|借鉴|先进|区域|联合|公司|法院|路|结对|来访|参观")

# What must stand in a sentence before its patterns are tried at all.
_Finder = Callable[[Sequence[Sentence], int], Iterator[Mention]]
_BY_CUE: tuple[tuple[str, tuple[_Finder, ...]], ...] = (
    ("年", (_done, _planned, _notice)),
    ("我", (_own_name,)),
    ("号", (_decree,)),
    ("部分", (_parts,)),
    ("申请", (_scope,)),
    ("市", (_place,)),
)
