"""Whether a rate names a share of its own whole, so that more than 100 % is impossible whatever it is of."""

import re

from gouji.narrative.context.passage import Passage
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.sentences import Sentence

# What was done of all that was to be done so, or who of all: 答复率, 面商率, 合格率. A target or a plan may be exceeded (完成率), and so
# may what is counted against something else than its own whole: 增长率, 执行率 of a budget, 阅读率, 采用率, 入学率, 征缴率, 结案率.
_DONE = (
    "公开|公布|公示|发布|上网|上报|报送|报备|备案|电子化|标准化|规范化|规范|归档|录入|归集|标注|认定|审核|审查|审签|审批|校对|"
    "受理|答复|回复|回应|应答|响应|反馈|回访|办理|办复|处置|处理|解决|化解|整改|更新|接通|接听|开通|连通|可用|送达|签收|"
    "面商|见面|面复|落实|到位|采纳|参训|覆盖|出庭|应诉|出勤|"
    "[可能]办|网办|即办|可查|可及|[优差]评|好评|评价|满意|合格|及格|达标|优秀|优良|通过|合规|合法|准确|正确|完好|完整|一致|"
    "知晓|知悉|认可|认同|信任|支持|有效|及时|准时|按时|按期|准点|应公开尽公开"
)
# 三审三校执行率 is a share of all that was published, 预算执行率 none.
_RULES = "审(?:三|二|两)?校|审[核查]|制度|规定|流程|程序|规范|纪律|标准"
_IN_TIME = "按时|按期|如期|限时|期限内|时限内|期内|提前|准时|到期|当日|当场"
# Shares of a whole that are not called rates.
_DEGREES = "满意度|知晓度|认可度|好评度|信任度|覆盖面|知晓面|全文电子化(?:程度|水平|比例)?"
_SURE = re.compile(
    rf"(?:(?:{_IN_TIME})(?:办结|结案|审结|完成|完结)|(?:编制|整改|归档|审核|校对|清理|更新)完成|(?:{_DONE})|(?<=解读)关联|(?:{_RULES})[”\"]?(?:制度)?(?:执行|落实|覆盖))率$|(?:{_DEGREES})$"
)
_NAMES = re.compile(f"率|{_DEGREES}")
_EXPLAINED, _CONCLUDED = re.compile("解读率$"), re.compile("办结率$")
# 一件多解: several explanations of one document.
_SEVERAL_EACH = re.compile("一[件文策]多解|多[次元轮]化?解读|多(?:种)?(?:形式|方式|角度|渠道|维度)|平均每")
# 发布解读材料312篇，政策解读率119%: perhaps several of one policy; not 规范性文件解读率.
_EXPLANATIONS = re.compile(r"解读[^,;。\d率]{0,12}\d+\s*[件篇份条个]|\d+\s*[件篇份条个][^,;。\d率]{0,6}解读(?!率)")
_EXCEEDED = re.compile("(?:任务|目标|计划|预算|指标|定额|额度|资金|投资|招商|税收)[^,;。、]{0,6}$")
_STATED = re.compile(
    r"(?:[均都各也已]|分别|全部|已经|全年|本年|继续|始终|稳定|保持|维持|高达|达到?|[为是在至到约近了:“”]|实现|超过?|(?:提[升高]|上升|增[长加]|攀升|升)(?:至|到|为))*"
)
_ENDS = re.compile("[,;。()!?]")
# What is asked for and answered within days, of which nothing is left over for years.
_OF_LETTERS = re.compile("信箱|来信|信件|留言|热线|工单|12345|12348|咨询|来电|问政|网民|网友|建议|提案|议案|诉求|好差评")
_CASES = re.compile("案件|执法|仲裁|诉讼|复议|信访|线索|纠纷|调解|许可|审批")
CARRIED = re.compile(
    "结转|转结|上一?年|去年|往年|历年|存量|积案|积压|跨年|遗留|以前年度|20\\d\\d年[^,;。]{0,6}(?:收到|受理|未办)[^,;。]{0,10}(?:本年|今年)"
)
_ALL_ENDED = re.compile("(?:全部|均已?|都已?|悉数|已全部)[^,;。\\d]{0,12}(?:办结|办理完毕|办理完结|答复|回复|办复|办毕)")
_BOTH = re.compile(
    r"(?:收到?|收件|受理|接收|接到|登记|办理)[^,;。\d]{0,24}?(?P<came>\d{1,9})[件条封个宗份起例次][^;。\d]{0,16}?"
    r"(?:办结|办复|答复|回复|办理完毕)[^,;。\d率]{0,8}?(?P<ended>\d{1,9})[件条封个宗份起例次]"
)


def of_its_whole(sentence: Sentence, clause: Clause, number: Token, passage: Passage) -> Token | None:
    """The word of the rate before this per cent where it surely is a share of all it is counted against."""
    text = sentence.text
    begin = max((match.end() for match in _ENDS.finditer(text, 0, number.start)), default=0)
    end = max((match.end() for match in _NAMES.finditer(text, begin, number.start)), default=0)
    if end <= begin + 1 or not _STATED.fullmatch(text, end, number.start):
        return None
    match = _SURE.search(text, begin, end) or _some_of_which(sentence, begin, end, passage)
    if match is None or match.end() != end or _EXCEEDED.search(text, begin, match.start()):
        return None
    named = next((token for token in clause.tokens if token.kind == "rate" and token.end == end), None)
    return named or Token("rate", "rate", match.start(), end)


def _some_of_which(sentence: Sentence, begin: int, end: int, passage: Passage) -> re.Match[str] | None:
    """解读率 and 办结率, that are counted in two ways, where nothing is left of the other."""
    text = sentence.text
    if match := _EXPLAINED.search(text, begin, end):
        of_documents = text[: match.start()].endswith("文件")
        several = _SEVERAL_EACH.search(sentence.paragraph.text) or (not of_documents and _EXPLANATIONS.search(text))
        return None if several else match
    match = _CONCLUDED.search(text, begin, end)
    if match is None or CARRIED.search(sentence.paragraph.text):
        return None
    both = _BOTH.search(text, 0, match.start())
    if _ALL_ENDED.search(text, 0, match.start()) or (both and int(both["ended"]) <= int(both["came"])):
        return match
    letters = max((found.start() for found in _OF_LETTERS.finditer(text, 0, match.start())), default=-1)
    others = max((found.start() for found in _CASES.finditer(text, 0, match.start())), default=-1)
    asked = max(text.rfind("申请", 0, match.start()), text.rfind("依申请公开", 0, match.start()))
    return match if letters > max(others, asked) else None
