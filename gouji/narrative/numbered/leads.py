"""What the words and numbers of a sentence lead the next ones to be taken for."""

import re
from collections.abc import Sequence

from gouji.narrative.context.head import Topic
from gouji.narrative.context.passage import Counted, Passage
from gouji.narrative.counted.fitting import ELSEWHERE
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token

# 我局均按期答复申请，未发生行政复议; 全年办理的申请件中，涉及行政复议4件: under a heading on requests, disputes over these.
_CAME_OF_IT = (
    r"[^;。]{0,24}?(?:(?:引发|引起|产生|发生|提起|被|未|无|没有)[^,;。\d]{0,8}(?:复议|诉讼)"
    r"|涉及(?:行政)?(?:复议|诉讼)(?:案件)?\d+[件起宗],[^,;。]{0,4}(?:维持|纠|撤|驳))"
)

_ANSWERED = re.compile(
    f"(?:(?:答复|办理|办结|受理|收到)(?:了|的|各类|全部|所有)*申请(?!执行|许可|仲裁|鉴定)|申请(?:人|件|事项|均|都|已|全部)*[^,;。]{{0,8}}(?:答复|办结)){_CAME_OF_IT}"
)


def over_requests(text: str, parts: Sequence[Clause], topic: Topic) -> bool:
    """Whether a sentence under a heading on requests tells what came of them, so that its disputes are over disclosure."""
    if topic.kind != "request" or topic.other or ELSEWHERE.search(text) or _ANSWERED.search(text) is None:
        return False
    return not any(token.kind in _OTHER_MATTERS for clause in parts for token in clause.tokens)


_OTHER_MATTERS = frozenset(("foreign", "decision", "document"))

_PUT_ONLINE = re.compile(r"(?:公开|发布|公示|推送|上传)(?:了)?(?:各类|各项)?(?:政府|政务|有关|相关)?(?:信息|文件)(?:共|共计|合计)?\d")


def surely_requests(text: str, parts: Sequence[Clause], passage: Passage) -> bool:
    """新收申请13件, 部分公开4件: in a report on disclosure these words alone speak of requests."""
    tokens = [token for clause in parts for token in clause.tokens]
    kinds = {token.kind for token in tokens}
    if passage.elsewhere or "foreign" in kinds or "number" not in kinds or "dispute" in kinds or ELSEWHERE.search(text):
        return False
    if _PUT_ONLINE.search(text) and not kinds & {"ask", "request"}:
        return False  # 网站公开信息9条，经审查予以公开3条
    # 反映问题20件，其中属于信访投诉事项8件: no word of requests
    decided = any(token.kind == "outcome" and token.name != "rejected_petition" for token in tokens)
    return ("ask" in kinds and bool(kinds & {"receive", "conclude", "handle", "carry", "outcome", "channel"})) or decided


_CLASSED = re.compile(
    "公开属性|栏目发布|(?:公开|保密|发布前)审查(?:信息|各类信息|政府信息)?[共计]*\\d|公开[^,;。\\d申]{0,6}(?:档案|决议|资料|材料|公文)\\d|决议公开\\d|属性(?:标注|认定|确定|为|是)|标注(?:为|不予公开|依申请公开)|公文|(?:不予|部分|予以|同意|准予|免予|依申请)公开(?:的|类)*(?:文件|发文|会议纪要|材料)|拟公开(?:的)?(?:文件|信息)"
    "|(?:制发|印发|下发|发布|审查|清理)[^,。;申]{0,6}(?:文件|发文)(?:中|里)|(?:信用|处罚|许可|案件|执法)信息(?:中)?,?(?:予以|不予|部分)公开|(?:发布|公布|上传|产生|形成|制作)(?:属|属于)?依申请公开(?:类|的)*(?:政府)?(?:信息|文件)"
    # 依申请公开2条，免予公开0条: properties of papers
    r"|依申请公开(?:的|类|政府|政务|信息|公文|文件)*\d+[条份件]?[,、;][^。;申]{0,12}免[予于]公开"
    # 公开20件，依申请公开3件，不予公开2件; 公开信息20条，部分公开3条; 村务公开20件，依申请公开1件
    r"|(?<!申请)公开\d+[件份条篇项],(?:部分公开\d+[件份条篇项],)?依申请公开\d+[件份条篇项]"
    r"|(?<!申请)(?<!申请的)(?<!依法)(?:公开|发布)(?:各类|各项)?(?:政府|政务)?信息[共计]*\d+条,(?:其中)?(?:部分公开|不予公开|依申请公开)\d"
    r"|(?:村务|党务|财务|居务|校务|院务)公开(?:信息)?\d+[件份条篇项]"
    # 制发文件86件（公开62件、依申请公开18件、不公开6件）
    r"|公开[类的共计为]*\d+[件条份个项篇][、,;](?:属|属于)?依申请公开[类的共计为]*\d+[件条份个项篇][、,;]?(?:属|属于)?(?:不予?公开|免予公开)"
    # 共制作、获取政府信息47条，其中不予公开31条
    r"|(?:制作|(?<!已)获取|产生|形成|生成|保存)(?:(?:、|和|或者?|及|并|与)(?:制作|获取|产生|形成|保存))*(?:的|了)?(?:各类)?(?:政府|政务)信息[共总合计数量为是有达]*\d"
)

# 予以主动公开的4件，不掌握15件，撤回6件: no document is taken back, nor not held.
_OF_REQUESTS = re.compile(r"(?:撤[回销](?:了)?申请|不掌握|第三方合法权益|不补正)[^,;。]{0,12}\d+[件宗份起]")

# 不予公开信息17条，均经定密审查
_KEPT_BACK = re.compile("(?:不予|部分)公开(?:的)?(?:政府|政务)?信息[共计为有]*\\d+条[^。]*(?:定密|保密|审查|属性)")

# 清理历史文件，予以公开5件，不予公开2件; 审查公开信息20条，不予公开2条; not 经核查信息不存在5件
_SORTED_OUT = re.compile(
    "(?<!经)(?<!经过)(?:清理|梳理|审查|审核|核查|评估|排查|转化|筛查|复核|普查)(?:了|各类|历史|历年|存量|以往|主动|拟|已|公开|发布|发文|政府|政务|全部|所有|的)*"
    "(?:文件|公文|档案|资料|材料|政策|信息(?!不存在|公开))"
)


def attribute_here(text: str, parts: Sequence[Clause], before: bool) -> bool:
    """Whether 依申请公开 is a property of documents here: 主动公开17条、依申请公开28条; `before` tells that a list of these goes on."""
    if _CLASSED.search(text) or ("申请" not in text and (_KEPT_BACK.search(text) or _SORTED_OUT.search(text))):
        return True
    if _OF_REQUESTS.search(text):
        return False
    kinds = [token.kind if token.kind != "published" else token.name for clause in parts for token in clause.tokens]
    return (before or "proactive" in kinds) and "number" in kinds and not {"receive", "conclude", "carry"} & set(kinds)


# 申请内容主要集中在物业收费、项目备案等方面: what was asked for, and nothing that is spoken of now.
_CONTENT = re.compile(
    "(?:上述|这些|所|其|从)?(?:申请|公开)?(?:的)?(?:公开)?(?:内容|事项|领域|主题|诉求|需求|信息|类型|方向|热点)(?:看|来看|上|分布)?,?(?:主要|大多|多|均|都|重点|比较|较为|相对|较)*"
    "(?:集中|涉及|围绕|关于|包括|包含|涵盖|聚焦|为|是|有)|(?:主要|大多|多|均|都|内容)*(?:集中[在于]|涉及|围绕|涵盖|聚焦)(?!政府信息公开|信息公开)"
)


def of_content(text: str, clause: Clause) -> bool:
    """Whether a clause tells what requests were about, and not what became of them."""
    return _CONTENT.match(text, clause.start, clause.end) is not None and not any(token.kind == "number" for token in clause.tokens)


def _turn(topic: Topic, token: Token, content: bool) -> None:
    """The sentence now speaks of this; in a clause that only tells the `content` of requests, of nothing but requests."""
    if content and token.kind != "request":
        return
    if token.name == "document-word" and topic.kind in ("request", "dispute"):
        return  # 印发告知书15件: what requests were answered with; 2件被撤销答复书，3件正在审理中
    if token.kind in ("request", "dispute", "document", "decision", "foreign", "fee"):
        topic.kind, topic.name = token.kind, token.name


def reach(passage: Passage, token: Token, content: bool) -> None:
    """What is spoken of from this word on."""
    _turn(passage.topic, token, content)
    passage.topic.other = passage.of_another(token.start)
    if token.name == "part":
        passage.parted, passage.among_carried = passage.last, passage.carried


def remember(passage: Passage, own: Sequence[Counted], among: bool) -> None:
    """What was counted last; none carried over is no whole of what follows."""
    if not own:
        return
    last = own[-1].claim
    passage.carried = last.value if last.quantity == "carried_in" else None
    if last.value or not last.quantity.startswith("carried"):
        passage.last, passage.among = last.quantity, among


_TRACKS = ("reconsideration", "litigation")


def back_to(topic: Topic, own: Sequence[Counted], found: Sequence[Counted]) -> None:
    """复议7件，诉讼0件，维持4件: of the track that there were any of; 复议7件，诉讼3件，维持4件: of neither."""
    if own and own[-1].claim.quantity == "disputes":
        topic.name = ""  # 复议、诉讼共20件，维持15件: of both
    tracks = [one.claim for one in (*found[-1:], *own[-1:]) if one.claim.quantity in _TRACKS]
    if len(tracks) == 2 and own and tracks[0].quantity != tracks[1].quantity:
        left = [claim.quantity for claim in tracks if claim.value]
        topic.name = left[0] if len(left) == 1 else ""
