"""What the report's text says: its sentences, and what they claim."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from gouji.narrative.changed.changes import changes
from gouji.narrative.changed.changes_apart import apart
from gouji.narrative.changed.last_year import told_last_year
from gouji.narrative.claim import Change, Claim, Listing, Scope, Share
from gouji.narrative.context.head import WHOLES, Topic
from gouji.narrative.context.passage import Counted, Passage
from gouji.narrative.context.speaker import Speaker, speaker
from gouji.narrative.listed.difference_told import with_difference_told
from gouji.narrative.listed.lists import listings
from gouji.narrative.listed.nearly import nearly_sums
from gouji.narrative.listed.published import published
from gouji.narrative.listed.sums import across
from gouji.narrative.listed.ways import by_ways
from gouji.narrative.numbered.counts import counts
from gouji.narrative.percent.portions import portions
from gouji.narrative.percent.rates import rates
from gouji.narrative.percent.shares import shares
from gouji.narrative.percent.shares_told import shares_told
from gouji.narrative.percent.unsized import unsized
from gouji.narrative.retold.again import again
from gouji.narrative.retold.repeated import repeated
from gouji.narrative.retold.these import these
from gouji.narrative.sentence.clauses import clauses
from gouji.narrative.sentence.lexicon import tokens
from gouji.narrative.sentence.sentences import Sentence, joined, sentences
from gouji.narrative.settled.anchors import anchored
from gouji.narrative.settled.closed_beside import with_closed_beside
from gouji.narrative.settled.head_and_parts import beside_its_parts
from gouji.narrative.stated.single import became
from gouji.narrative.stated.statements import statements
from gouji.narrative.whose.of_some import told_of_all
from gouji.report import Report

# A sentence without any of these claims nothing that the rules know.
_WORTH = re.compile(
    "申请|复议|诉讼|起诉|规范性|规章|行政许可|行政处罚|行政强制|收费|处理费|结转|转结|办结|答复|率|下降|减少|降|其中|:|\\(|受理|收到|公开|下滑|回落|审理|审结|维持|缩减|自然人|满意|幅|占[总比约\\d]|[增升]至|(?:增加|增长|上升|提高|上涨)[到至为]|[万亿][件条人篇份次场元]|[合共总]计|,共[\\d一二三四五六七八九十]|线上线下|缩短|压缩|翻[了一两]|电子化|覆盖面|知晓|认可度|好评度|信任度"
)
_SAYS = re.compile("[0-9一二三四五六七八九十两]|未|没有|不存在|不涉及|无|全部|百分|均|零|审|维持|都|[该此][件申]|结果[为是:]|为空")
# Half of these have a numeral that counts nothing (一是, 统一, 进一步): they say what is spoken of, and no number of it.
_COUNTS_OR_DENIES = re.compile(
    "[0-9]|[一二三四五六七八九十两半](?:[十百千万亿余多]|[件起宗份条项个例次部元成半倍番场期篇类种家人名]|分之|至|、)"
    "|[增升涨降减跌落缩翻超]|持平|相[当同]|一致|未|没|不存在|不涉及|无|空|全|百分|均|零|审|维持|都|皆|悉数|一律|逐件|件件|[该此][件申]|结果[为是:]|[为是系](?:自然人|公民)"
)
_DIGIT = re.compile("[0-9]")
_KEPT = frozenset(("request", "dispute", "document", "decision"))
_TWO_CLAIMS = "two-statements"
_TOPICS = {3: "request", 4: "dispute"}


@dataclass(frozen=True, slots=True)
class Narrative:
    """All that rules may look at of a text: its sentences, and the claims, shares, changes, lists and repetitions in them."""

    sentences: tuple[Sentence, ...] = ()
    claims: tuple[Claim, ...] = ()
    shares: tuple[Share, ...] = ()
    changes: tuple[Change, ...] = ()
    listings: tuple[Listing, ...] = ()
    # Two statements of one thing that no table gives, with different numbers.
    repeated: tuple[tuple[Claim, Claim], ...] = ()
    # Requests spoken of again with a number: 上述15件申请.
    again: tuple[Claim, ...] = ()


def narrative(report: Report) -> Narrative:
    """What the report's text says, in its order. Two statements that give one quantity different numbers are both in doubt."""
    said = tuple(sentences(report))
    who = speaker(report)
    found = _Found()
    in_words = (sentence for sentence in said if sentence.part in ("text", "preamble"))
    lead, section, heading = "", None, ""
    for _, own in groupby(in_words, key=lambda sentence: id(sentence.paragraph)):
        paragraph = list(own)
        first = paragraph[0]
        if first.section != section or _POINT.match(first.text):
            lead, section = _led_by(first.text), first.section
        _read(paragraph, report, who, found, _TOPICS.get(section or 0, lead), heading)
        heading = first.text if len(paragraph) == 1 else ""
    claims, others = tuple(_doubted(found.claims)), (tuple(found.shares), tuple(found.changes), tuple(found.listings))
    return Narrative(said, claims, *others, _of_each_once((*repeated(said, who), *these(said))), tuple(found.again))


def _of_each_once(pairs: Sequence[tuple[Claim, Claim]]) -> tuple[tuple[Claim, Claim], ...]:
    """The pairs without those of the same two numbers at the same place, found in two ways."""
    found: dict[tuple[Decimal, Decimal], tuple[Claim, Claim]] = {}
    for one, other in pairs:
        found.setdefault((one.value, other.value), (one, other))
    return tuple(found.values())


@dataclass
class _Found:
    claims: list[Claim] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)
    again: list[Claim] = field(default_factory=list)


# A numbered point begins; what it is about holds for the paragraphs under it.
_POINT = re.compile(r"(?:[(第]?[一二三四五六七八九十]+[)、.是]|[(]?\d{1,2}[)、.](?!\d))")


def _led_by(text: str) -> str:
    if _OF_REQUESTS.search(text[:_LEAD]):
        return "request"
    return "dispute" if re.search("复议|诉讼", text[:_LEAD]) else ""


_LEAD = 24


def _read(paragraph: Sequence[Sentence], report: Report, who: Speaker, found: _Found, kind: str, heading: str) -> None:
    """What one paragraph claims."""
    elsewhere = _of_other_business(heading)
    topic = Topic("" if elsewhere else kind, year=who.year, other=elsewhere)
    passage = Passage(who, topic, paragraph[0].section, heading=heading, elsewhere=elsewhere)
    counted: list[Counted] = []
    said: list[Claim] = []
    shared: list[tuple[Share, Claim]] = []
    begun = len(found.listings)
    for sentence in paragraph:
        if not (_SAYS.search(sentence.text) and (passage.topic.kind in _KEPT or _WORTH.search(sentence.text))):
            _glance(sentence.text, passage)
            passage.goes_on, passage.heading = sentence.text.endswith(";"), sentence.text
            continue
        parts = clauses(tokens(sentence.text), sentence.text)
        voice = passage.voice
        own = counts(sentence, parts, passage)
        counted += own
        if _COUNTS_OR_DENIES.search(sentence.text):
            after, passage.voice = passage.voice, voice
            said += told_of_all([*statements(sentence, parts, passage), *rates(sentence, parts, passage)], own)
            found.changes += [*changes(sentence, parts, own, passage)] or told_last_year(sentence, parts, own, passage)
            passage.voice = after
            shared += [(share, share.claim) for share in shares(sentence, parts, own)]
            found.shares += unsized(sentence, parts, own, passage)
            found.listings += listings(sentence, parts, own)
        said += became(sentence, parts, counted, passage)
        passage.goes_on, passage.heading = sentence.text.endswith(";"), sentence.text
    own_base = _read_whole(joined(paragraph), who, found, begun) if any(_DIGIT.search(one.text) for one in paragraph) else []
    if len(found.listings) > begun:
        found.listings[begun:] = with_difference_told(joined(paragraph), found.listings[begun:])
    settled = beside_its_parts(anchored(report, counted), who, counted)
    settled = with_closed_beside(paragraph[0].paragraph.text, settled)
    by_id = {id(one.claim): claim for one, claim in zip(counted, settled, strict=True)}
    found.claims += sorted([*settled, *said], key=lambda claim: claim.place.start or 0)
    found.again += again(paragraph, settled, who)
    taken = {share.place.end for share in own_base}
    read = taken | {share.place.end for share, _ in shared}
    told = shares_told(joined(paragraph)) if any("%" in one.text for one in paragraph) else ()
    found.shares += [*own_base, *(share for share in told if share.place.end not in read)]
    found.shares += [replace(share, claim=by_id.get(id(claim), claim)) for share, claim in shared if share.place.end not in taken]


def _read_whole(whole: Sentence, who: Speaker, found: _Found, begun: int) -> list[Share]:
    """What a paragraph as a whole claims, all of it in digits: its lists, since those of its sentences, its changes, and its shares."""
    found.listings[begun:] = published(whole, found.listings[begun:])
    found.listings += by_ways(whole, found.listings[begun:])
    found.listings += nearly_sums(whole, found.listings[begun:])
    found.listings += across(whole, found.listings[begun:])
    known = {(change.prior, change.current) for change in found.changes}
    found.changes += [change for change in apart(whole, who) if (change.prior, change.current) not in known]
    return list(portions(whole))


# 信访工作：, 政务服务方面，网上办件1.2万件。: a paragraph of one sentence that tells what the next one is about.
_OTHER_BUSINESS = re.compile("政务服务|便民服务|行政许可|行政处罚|行政执法|不动产|档案利用|查档|仲裁|调解|招生|入学|救助|公租房|低保")


def _of_other_business(heading: str) -> bool:
    named = _SOMETHING_ELSE.search(heading) or _OTHER_BUSINESS.search(heading)
    return named is not None and not _ABOUT_REQUESTS.search(heading)


_ABOUT_REQUESTS = re.compile("申请公开|公开申请|信息公开|政务公开|复议|诉讼")


def _glance(text: str, passage: Passage) -> None:
    """A sentence without claims may still say what the next ones are about."""
    if _SOMETHING_ELSE.search(text):
        passage.topic.other = True
    elif "依申请公开" in text or "公开申请" in text:
        passage.topic.kind, passage.about, passage.topic.other = "request", True, False


# What a sentence without numbers may name so that a bare number in the next one is of it: 热情接听咨询电话。共受理129件。
_SOMETHING_ELSE = re.compile("信箱|来信|信件|留言|问政|工单|热线|12345|提案|议案|建议|咨询|来电|来访|信访|投诉")
_OF_REQUESTS = re.compile("依申请公开|公开申请")


def _doubted(claims: Sequence[Claim]) -> list[Claim]:
    values: dict[str, set[Decimal]] = {}
    for claim in claims:
        if claim.scope is Scope.OWN and claim.exact and not _of_what_unknown(claim):
            values.setdefault(claim.quantity, set()).add(claim.value)
    return [
        replace(claim, doubts=(*claim.doubts, _TWO_CLAIMS))
        if claim.quantity not in RATES
        and len(values.get(claim.quantity, set()) | ({claim.value} if _of_what_unknown(claim) else set())) > 1
        else claim
        for claim in claims
    ]


def _of_what_unknown(claim: Claim) -> bool:
    """办理挖掘城市道路申请件759件: nobody knows of which requests, so it contradicts no plain number of them."""
    return claim.quantity in WHOLES and "clause-unclear" in claim.doubts


RATES = frozenset(("decrease", "rate", "rate_possible", "rate_of_requests"))
