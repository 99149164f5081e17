"""The smallest fault of each rule in a report otherwise sound, and the nearest report in which the rule holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from gouji.dossier import Dossier
from gouji.narrative import Narrative, narrative
from gouji.narrative.claim import Change, Claim, Listing, Share
from gouji.place import Place
from gouji.report import Report, Settled
from tests.builders import (
    AGENCY,
    agency,
    claim,
    dossier,
    last_years_report,
    period,
    settled,
    sound_report,
    with_figure,
    with_figures,
    with_heading,
    with_label,
    with_more_text,
    with_other_outcomes_merged,
    with_preamble,
    with_sections_in_order,
    with_text,
    without_column,
    without_row,
    without_section,
    without_table,
)

_Change = Callable[[Report], Report]
Printed = dict[str, int | str | None]


@dataclass(frozen=True)
class Fault:
    """A dossier that breaks one rule once; `figure` is among the figures named; `also` is what the same cause breaks.

    `doubt` is set where the rule never accuses, only asks.
    """

    dossier: Dossier
    figure: str | None = None
    also: tuple[str, ...] = ()
    said: Narrative | None = None
    doubt: bool = False


def said_in(fault: Fault | None, report: Report) -> Narrative:
    """What the report says, the fault's claims in place of its own; its sentences stay, for the rules that look for words."""
    own = narrative(report)
    return replace(fault.said, sentences=own.sentences) if fault is not None and fault.said is not None else own


def _report(change: _Change, figure: str | None = None, also: tuple[str, ...] = (), form: str = "2021", year: int = 2023) -> Fault:
    return Fault(dossier(change(sound_report(form, year))), figure, also)


def _said(number: int, text: str, doubt: bool = False, **of_agency: Any) -> Fault:
    """One more paragraph in a section's text."""
    return Fault(dossier(with_more_text(sound_report(), number, text), agency=agency(**of_agency)), doubt=doubt)


def _asked(change: _Change) -> Fault:
    """A fault that is always a question."""
    return Fault(dossier(change(sound_report())), doubt=True)


def _printed(name: str, printed: int | str | None, also: tuple[str, ...] = (), form: str = "2021", year: int = 2023) -> Fault:
    return _report(lambda report: with_figure(report, name, printed), name, also, form, year)


def _both(name: str, printed: int, total: int) -> _Change:
    """The same change in a class of applicants and in 总计, so that the row still adds up."""
    row = name.rsplit(".", 1)[0]
    return lambda report: with_figures(report, {name: printed, f"{row}.total": total})


def _claimed(quantity: str, value: int, figure: str | None = None) -> Fault:
    return Fault(dossier(), figure, said=Narrative(claims=(claim(quantity, value),)))


def _some(quantity: str, figure: str | None, name: str = "", printed: int = 0) -> Fault:
    """The text says without a number that there was some, where the report prints this."""
    least: Claim = replace(claim(quantity, 1), high=Decimal(10**12))
    report = with_figure(sound_report(), name, printed) if name else sound_report()
    return Fault(dossier(report), figure, said=Narrative(claims=(least,)))


def _none_where(quantity: str, figure: str, printed: int) -> Fault:
    """The text says that there was none, where the report prints this."""
    return Fault(dossier(with_figure(sound_report(), figure, printed)), figure, said=Narrative(claims=(claim(quantity, 0),)))


def _shared(per_cent: str) -> Fault:
    """6 of the 9 requests received or carried in, said to be this many per cent."""
    low = Decimal(per_cent)
    share = Share(claim("granted", 5), low - Decimal("0.5"), low + 1, f"5件，占{per_cent}%", _PLACE)
    return Fault(dossier(), said=Narrative(shares=(share,)))


def _listed(kind: str, total: int, *parts: int, many: bool = False) -> Fault:
    """A total said to be made of these parts."""
    number = Decimal(total)
    values = tuple(Decimal(part) for part in parts)
    listing = Listing(kind, number, number, number, values, f"共{total}条", f"共{total}条。", _PLACE, many=many)
    return Fault(dossier(), said=Narrative(listings=(listing,)))


def _twice(first: int, second: int) -> Fault:
    return Fault(dossier(), "applications.received.total", said=Narrative(claims=(claim("received", first), claim("received", second))))


def _changed(direction: int, per_cent: str, prior: int | None, current: int | None, previous: Report | None = None) -> Fault:
    """A change on last year that the text states of the requests received."""
    size = Decimal(per_cent)
    numbers = tuple(None if n is None else Decimal(n) for n in (prior, current))
    change = Change("received", direction, True, size - Decimal("0.5"), size + 1, *numbers, f"变化{per_cent}%", "一句。", _PLACE)
    return Fault(dossier(previous=previous), said=Narrative(changes=(change,)))


_PLACE = Place(paragraph=4, start=3, end=6)


def _year_signs(**signs: str) -> Settled:
    return settled("2023", True, **signs)


def _previous(carried_out: int) -> Report:
    name = "applications.carried_out.natural_person"
    return with_figures(last_years_report(), {name: carried_out, name.replace("natural_person", "total"): carried_out})


def _since(
    last_year: Report, change: _Change = lambda report: report, figure: str | None = None, also: tuple[str, ...] = (), doubt: bool = False
) -> Fault:
    """This year's report, changed, after last year's."""
    return Fault(dossier(change(sound_report()), previous=last_year), figure, also, doubt=doubt)


def of_body(name: str, printed: Printed, kind: str = "部门", source: str = "roster") -> Fault:
    """These figures in the report of a body that a roster knows."""
    body = agency(name, kind=kind, source=source)
    return Fault(replace(dossier(with_figures(sound_report(), printed)), agency=body), list(printed)[-1])


def granted_instead(row: str, number: int) -> Printed:
    """So many natural persons' requests that were granted, in this row instead; every sum still holds."""
    printed: Printed = {}
    for column, granted in (("natural_person", 4), ("total", 5)):
        printed |= {f"applications.granted.{column}": granted - number, f"applications.{row}.{column}": number}
    return printed


_CARRIED_OUT: Printed = {
    "applications.carried_out.natural_person": 5, "applications.carried_out.total": 5,
    "applications.granted.natural_person": 0, "applications.granted.total": 1,
    "applications.concluded_total.natural_person": 2, "applications.concluded_total.total": 4,
}  # fmt: skip
_TEN_MORE: Printed = {
    f"applications.{row}.{column}": number
    for row, numbers in {
        "carried_in": (11, 11),
        "unavailable_unclear": (5, 5),
        "other_uncorrected": (5, 5),
        "concluded_total": (16, 18),
    }.items()
    for column, number in zip(("natural_person", "total"), numbers, strict=True)
}
_NO_REQUESTS: Printed = {name: 0 for name in sound_report().figures if name.startswith("applications.")}


def _track(track: str, upheld: int) -> Printed:
    return {f"proceedings.{track}.upheld": upheld, f"proceedings.{track}.total": upheld}


_NO_DECISIONS: Printed = {f"disclosure.{row}.decisions": 0 for row in ("permits", "penalties", "coercive_measures")}
_AFTER = "litigation_after_reconsideration"
_GRANTED: Printed = {
    "applications.granted.natural_person": 6, "applications.granted.business": 2, "applications.granted.total": 8,
    "applications.partially_granted.natural_person": 0, "applications.partially_granted.total": 0,
    "applications.unavailable_not_held.natural_person": 0, "applications.unavailable_not_held.total": 0,
    "applications.denied_third_party.business": 0, "applications.denied_third_party.total": 0,
}  # fmt: skip
# Long enough to be compared: 240 characters, no two runs alike.
_COPIED = "2023年未收取信息处理费。" + "".join(chr(0x4E00 + 7 * n) for n in range(240))
_NOBODY_ASKED = next(s.text for s in sound_report().sections if s.number == 1).replace(
    "共收到政府信息公开申请8件，均按期答复", "认真做好依申请公开工作"
)
_STOCK = "disclosure.normative_documents.in_force"
_ISSUED = "disclosure.normative_documents.issued"
_ITEMS = "disclosure.permits.items_before"
_PROBLEMS = "公开内容还不够及时，个别栏目更新缓慢，政策解读形式单一，群众参与的渠道也不够多样。下一步将按月检查栏目更新。"


def _repeated(number: int, text: str, rest: str = "") -> Fault:
    """A section's text of last year, this year as well, with `rest` behind it."""
    return _since(with_text(last_years_report(), number, text), lambda r: with_text(r, number, text + rest))


def _twin(name: str, printed: int | str) -> Report:
    """Another file of the sound report, in which one figure is printed so."""
    return with_figure(sound_report(source="report.pdf", format="pdf"), name, printed)


# One of a person, one of an index, one to be called.
_NUMBERS = "申请人张某，身份证号340123198705124519，申请公开材料（索引号340123199001011230）。如有疑问请拨打13812345678。"
_LONG = "主动公开坚持实事求是，围绕群众关心的事项依法依规推进，内容及时更新，公开申请的答复认真负责，发布审核从严把关，网站栏目运行正常，监督渠道保持畅通。"

_OF_PARTS: Mapping[str, Fault] = {
    "title-wording": _report(lambda r: replace(r, title=replace(r.title, text=f"{AGENCY}2023年政府信息公开工作告年度报"))),
    "section-order": _report(lambda r: with_sections_in_order(r, 1, 2, 4, 3, 5, 6)),
    "section-heading": _report(lambda r: with_heading(r, 5, "五、工作中的不足和今后打算")),
    "section-empty": _report(lambda r: without_table(r, "disclosure"), also=("table-missing",)),
    "section-empty-text": _report(lambda r: with_text(r, 5)),
    "overview-aspect-missing": _report(lambda r: with_text(r, 1, "本机关重视这项工作，统筹安排，稳步推进，群众比较满意。" * 8 + "共2次。")),
    "problems-missing": _report(lambda r: with_text(r, 5, "无。")),
    "overview-too-short": _report(lambda r: with_text(r, 1, "2023年收到申请8件，主动公开信息3条，审核从严，网站正常，开展培训2次。")),
    "overview-too-long": Fault(dossier(limits={"overview-too-long": 100})),
    "no-figures-in-text": _report(lambda r: with_text(r, 1, _LONG * 3)),
    "contact-missing": _report(lambda r: replace(r, preamble=(replace(r.preamble[0], text="统计期限为2023年1月1日至2023年12月31日。"),))),
    "signature-missing": _report(
        lambda r: replace(r, signed_on=None, published_on=None, agency=settled(AGENCY, title=AGENCY, preamble=AGENCY))
    ),
    "signature-date-wrong": _report(lambda r: replace(r, signed_on=date(2023, 1, 18))),
    "basis-wrong-year": _report(lambda r: with_preamble(r, "根据《关于做好2022年政府信息公开工作年度报告编制发布的通知》编制。")),
    "announced-parts": _report(lambda r: with_preamble(r, "本报告由总体情况等五个部分组成。")),
    "assessment-missing": Fault(
        dossier(
            with_text(sound_report(), 1, _LONG * 2 + "全年公开信息12条，收到申请8件，组织培训2次。"),
            agency=agency("临河县人民政府", kind="县"),
        )
    ),
    "fee-statement-missing": _report(lambda r: with_text(r, 6, "没有其他需要报告的事项。")),
    "fee-statement-incomplete": _report(lambda r: with_text(r, 6, "全年收取信息处理费400元。")),
    "template-residue": _said(1, "[机关名称]全年组织学习3次。"),
    "generated-residue": _said(1, "围绕具体重大政策名称组织解读3次。"),
    "subheading-numbering": _report(lambda r: with_text(r, 5, "（一）问题不少。", "（二）人手不足。", "（四）加强培训。")),
    "disclosure-label": _report(lambda r: with_label(r, "disclosure", "normative_documents", "规范性文件")),
}

_OF_WORDING: Mapping[str, Fault] = {
    "stale-year": Fault(dossier(with_text(sound_report(), 4, "2024年，我局未收到政府信息公开行政复议申请。"))),
    "plan-year": _said(5, "2023年，我局将继续加强解读。"),
    "foreign-place": _said(1, "扬州市人民政府认真安排公开工作。", doubt=True, superior="淮安市人民政府"),
    "wrong-self-reference": _said(1, "我镇认真做好公开工作。"),
    "stray-latin": _said(5, "公开意识and参与度有待提高。", doubt=True),
    "doubled-word": _said(5, "公开意识公开意识有待提高。", doubt=True),
    "missing-punctuation": _said(1, "全年举办活动3次线下宣传2次。", doubt=True),
    "set-phrase": _said(1, "截止目前没有积压。"),
    "statute-number": _said(1, "落实《中华人民共和国政府信息公开条例》（国务院令第492号）。"),
    "sentence-truncated": _asked(
        lambda r: with_text(r, 5, "（一）公开内容还不够及时，部分栏目更新偏慢，群众查找起来不够方便，", "（二）下一步将按月检查栏目更新。")
    ),
    "scope-contradiction": _said(1, "全县共收到政府信息公开申请8件。", doubt=True),
    "rules-called-regulations": replace(_said(1, "我局制定规章两个。"), also=("narrative-regulations",)),
}

_SOUND_PARTS: Mapping[str, Fault] = {
    "title-wording": _report(lambda r: replace(r, title=replace(r.title, text=f"关于{AGENCY}2023年度政府信息公开年度工作情况的报告"))),
    "section-order": _report(lambda r: with_heading(r, 3, "四、收到和处理政府信息公开申请情况")),
    "section-heading": _report(lambda r: with_heading(r, 4, "四、政府信息公开行政复议 、行政诉讼情况：")),
    "section-empty": _report(lambda r: replace(r, sections=tuple(replace(s, grids=()) for s in r.sections))),
    "section-empty-text": _report(lambda r: with_text(r, 6)),
    "overview-aspect-missing": _report(
        lambda r: with_text(r, 1, "发布信息12条。收到公开申请8件。严格保密审查。政府信息管理及平台建设同步推进。组织领导到位。")
    ),
    "problems-missing": _report(lambda r: with_text(r, 5, "公开内容偏少。", "加强培训。", "无。")),
    "contact-missing": _report(lambda r: with_preamble(r, "电话：0000-2000000。")),
    "signature-date-wrong": _report(lambda r: replace(r, signed_on=date(2024, 1, 1))),
    "basis-wrong-year": _report(
        lambda r: with_preamble(r, "根据《关于做好2023年度政府信息公开工作年度报告编制的通知》（2024年第3号）编制。")
    ),
    "announced-parts": _report(lambda r: with_preamble(r, "本报告由总体情况等六个部分组成。")),
    "assessment-missing": Fault(dossier(with_text(sound_report(), 1, _LONG * 3))),
    "fee-statement-missing": _report(lambda r: with_text(r, 6, "信息公开未发生收费情况。")),
    "fee-statement-incomplete": _report(lambda r: with_text(r, 6, "发出收费通知2件，总金额400元，实际收取400元。")),
    "template-residue": _said(1, "按照【政府信息公开】栏目的模板和示例填报，表格如下，网址http://xxgk.example/CLXXXGK。"),
    "generated-residue": _said(1, "具体数字见下表，各科室根据实际情况制定计划。"),
    "subheading-numbering": _report(lambda r: with_text(r, 5, "（一）问题不少。一是慢，三是少。", "（二）人手不足。", "（三）加强培训。")),
    "disclosure-label": _report(lambda r: with_label(r, "disclosure", "fees", "行政事业性 收费")),
}

_SOUND_WORDING: Mapping[str, Fault] = {
    "stale-year": _said(1, "2022年，我局收到申请5件。"),
    "plan-year": _said(5, "2024年，我局将继续加强解读。"),
    "wrong-self-reference": _said(1, "我县各镇公开工作有序，我局自我局限少。"),
    "stray-latin": _said(1, "系统支持Word和APP两种方式。"),
    "doubled-word": _said(1, "方方面面认认真真，县人民政府政府信息公开栏目更新12次。"),
    "missing-punctuation": _said(1, "4件申请均按期答复，开展活动3次，发布信息2条。"),
    "set-phrase": _said(1, "截至目前没有积压，按规定结转，信息处理费用于国库。"),
    "statute-number": _said(1, "落实《政府信息公开条例》（国务院令第711号），《统计法实施条例》（国务院令第681号）。"),
    "rules-called-regulations": _said(1, "我局制定规章制度3项，落实省政府规章。"),
}


def _lapsed(lapses: int) -> Fault:
    """Requests that lapsed for want of payment, and the text says that nobody was asked to pay."""
    changes = {"natural_person": lapses, "total": lapses}
    more = {f"applications.{row}.{c}": 6 + lapses if c == "natural_person" else 8 + lapses for row in ("concluded_total",) for c in changes}
    figures = {**{f"applications.other_unpaid.{c}": n for c, n in changes.items()}, **more}
    figures |= {"applications.received.natural_person": 6 + lapses, "applications.received.total": 8 + lapses}
    report = with_figures(sound_report(), dict(figures))
    return Fault(
        dossier(report), "applications.other_unpaid.total" if lapses else None, said=Narrative(claims=(claim("no_fee_notice", 0),))
    )


FAULTS: Mapping[str, Fault] = {
    "section-missing": _report(lambda r: without_section(r, 5)),
    "table-missing": _report(lambda r: without_table(r, "proceedings"), "proceedings.reconsideration.total"),
    "form-superseded": Fault(dossier(sound_report("2019", 2023))),
    "title-year": _report(lambda r: replace(r, year=_year_signs(title="2022", period="2023", signature="2023"))),
    "title-agency": _report(lambda r: replace(r, agency=settled(AGENCY, title="青山县林业局", preamble=AGENCY, signature=AGENCY))),
    "period-missing": _report(lambda r: replace(r, period=None)),
    "period-wrong": _report(
        lambda r: replace(r, period=period(2022), year=_year_signs(title="2023", period="2022", signature="2023", text="2023")),
        also=("period-partial",),
    ),
    "period-partial": _report(lambda r: replace(r, period=period(2023, end=date(2023, 12, 30)))),
    "basis-superseded": _report(lambda r: with_preamble(r, "本报告依据《关于政府信息公开工作年度报告有关事项的通知》编制。")),
    "personal-data": Fault(dossier(with_preamble(sound_report(), _NUMBERS)), doubt=True),
    **_OF_PARTS,
    **_OF_WORDING,
    "disclosure-row-missing": _report(lambda r: without_row(r, "disclosure", "fees"), "disclosure.fees.amount"),
    "disclosure-column-missing": _report(lambda r: without_column(r, "disclosure", "repealed"), "disclosure.regulations.repealed"),
    "disclosure-blank": _printed("disclosure.permits.decisions", ""),
    "disclosure-not-a-number": _printed("disclosure.permits.decisions", "/"),
    "disclosure-not-a-count": _printed("disclosure.permits.decisions", -3),
    "documents-issued-over-stock": _printed("disclosure.normative_documents.issued", 11),
    "regulations-without-power": _printed("disclosure.regulations.in_force", 1),
    "applications-row-missing": _report(lambda r: without_row(r, "applications", "rejected_mass"), "applications.rejected_mass.total"),
    "applications-column-missing": _report(lambda r: without_column(r, "applications", "research"), "applications.received.research"),
    "other-outcomes-merged": _report(with_other_outcomes_merged, "applications.other_outcomes.total"),
    "applications-blank": _printed("applications.rejected_mass.research", ""),
    "applications-total-blank": _printed("applications.received.total", "", ("applications-blank",)),
    "applications-not-a-number": _printed("applications.rejected_mass.research", "无"),
    "applications-not-a-count": _printed(
        "applications.granted.natural_person", "4.5", ("applications-row-sum", "applications-concluded-sum")
    ),
    "applications-row-sum": _printed("applications.received.total", 9, ("applications-balance", "narrative-received")),
    "applications-concluded-sum": _report(
        _both("applications.denied_internal.natural_person", 1, 1),
        "applications.concluded_total.natural_person",
        ("partial-counted-twice",),
    ),
    "applications-balance": _report(_both("applications.carried_out.natural_person", 2, 2), "applications.carried_out.natural_person"),
    "proceedings-figure-missing": _printed("proceedings.reconsideration.corrected", None),
    "proceedings-blank": _printed("proceedings.litigation_after_reconsideration.other", ""),
    "proceedings-not-a-number": _printed("proceedings.litigation_after_reconsideration.other", "—"),
    "proceedings-not-a-count": _printed("proceedings.reconsideration.upheld", -1, ("proceedings-sum",)),
    "proceedings-sum": _printed("proceedings.reconsideration.total", 0, ("narrative-reconsideration",)),
    "narrative-received": _claimed("received", 7, "applications.received.total"),
    "narrative-none-received": _claimed("none_received", 0, "applications.received.total"),
    "narrative-carried-in": _claimed("carried_in", 2, "applications.carried_in.total"),
    "narrative-concluded": _claimed("concluded", 6, "applications.concluded_total.total"),
    "narrative-carried-out": _claimed("carried_out", 3, "applications.carried_out.total"),
    "all-concluded-but-carried": _claimed("all_concluded", 0, "applications.carried_out.total"),
    "narrative-outcomes": _claimed("granted", 4, "applications.granted.total"),
    "narrative-applicants": _claimed("all_natural_person", 0, "applications.received.business"),
    "fee-lapse-without-notice": replace(_lapsed(1), also=("fee-statement-incomplete",)),
    "narrative-no-dispute": _claimed("no_reconsideration", 0, "proceedings.reconsideration.total"),
    "narrative-dispute-outcome": _claimed("reconsideration_upheld", 0, "proceedings.reconsideration.upheld"),
    "narrative-documents": _claimed("normative_documents_issued", 3, "disclosure.normative_documents.issued"),
    "narrative-regulations": _claimed("regulations_issued", 1, "disclosure.regulations.issued"),
    "narrative-decisions": _claimed("permits_made", 121, "disclosure.permits.decisions"),
    "documents-zero-but-named": _some("documents_named", _ISSUED, _ISSUED),
    "all-of-none": _some("all_of_none", _ISSUED, _ISSUED),
    "narrative-fees": _none_where("no_admin_fee", "disclosure.fees.amount", 12),
    "fee-unit": _claimed("admin_fee", 12, "disclosure.fees.amount"),
    "rate-over-100-percent-possible": _claimed("rate_possible", 104),
    "narrative-share": _shared("70"),
    "narrative-channels": _listed("channels", 8, 3, 4),
    "narrative-parts": _listed("parts", 80, 30, 40),
    "narrative-unit": _listed("parts", 80_000, 3, 5, many=True),
    "narrative-twice": Fault(
        dossier(), "applications.received.total", ("narrative-received",), Narrative(claims=(claim("received", 8), claim("received", 7)))
    ),
    "narrative-number-missing": _report(lambda r: with_preamble(r, "全年在网站发布信息共条，更新及时。")),
    "change-direction": _changed(-1, "60", 5, 8),
    "change-recomputed": _changed(1, "50", 5, 8),
    "change-against-last-year": _changed(1, "50", None, None, last_years_report()),
    "change-unattainable": _changed(1, "55", None, 8),
    "narrative-reconsideration": _claimed("reconsideration", 2, "proceedings.reconsideration.total"),
    "narrative-litigation": _claimed("litigation", 3, "proceedings.direct_litigation.total"),
    "decrease-over-100-percent": _claimed("decrease", 300),
    "rate-over-100-percent": _claimed("rate", 101),
    "carry-over-continuity": Fault(dossier(previous=_previous(3)), "applications.carried_in.natural_person"),
    "fee-precision": _printed("disclosure.fees.amount", "12.53341"),
    "round-figure": _printed("disclosure.penalties.decisions", "3000"),
    "powers-unused": of_body("临河县交通运输局", _NO_DECISIONS),
    "correction-lapse": _report(lambda r: with_figures(r, _TEN_MORE), "applications.unavailable_unclear.total"),
    "secrecy-ground-at-low-level": of_body("临河县教育局", granted_instead("denied_state_secret", 1)),
    "inquiry-ground-without-register": of_body("临河县财政局", granted_instead("denied_inquiry", 1)),
    "carry-out-large": _report(lambda r: with_figures(r, _CARRIED_OUT), "applications.carried_out.total"),
    "mass-ground-with-few-requests": _report(
        lambda r: with_figures(r, granted_instead("rejected_mass", 1)), "applications.rejected_mass.total"
    ),
    "suit-without-reconsideration": _since(
        last_years_report(_track("reconsideration", 0)),
        lambda r: with_text(with_figures(r, _track("reconsideration", 0) | _track(_AFTER, 1)), 4),
        f"proceedings.{_AFTER}.total",
        also=("suit-after-over-reconsideration",),
    ),
    "suit-after-over-reconsideration": _since(
        last_years_report(), lambda r: with_text(with_figures(r, _track(_AFTER, 3)), 4), f"proceedings.{_AFTER}.total"
    ),
    "direct-suit-over-refusal": _report(lambda r: r, "proceedings.direct_litigation.total", year=2024),
    "disputes-without-requests": _since(
        last_years_report(_NO_REQUESTS),
        lambda r: with_text(with_figures(r, _NO_REQUESTS), 1, _NOBODY_ASKED),
        "proceedings.reconsideration.total",
    ),
    "disputes-though-all-granted": _report(lambda r: with_figures(r, _GRANTED), "proceedings.reconsideration.total"),
    "documents-stock-continuity": _since(last_years_report({_STOCK: 7}), figure=_STOCK),
    "regulations-stock-continuity": Fault(
        dossier(
            with_figure(sound_report(), "disclosure.regulations.in_force", 5),
            agency=agency("临河市人民政府", kind="设区的市", makes_regulations=True),
            previous=last_years_report({"disclosure.regulations.in_force": 4}),
        ),
        "disclosure.regulations.in_force",
    ),
    "documents-repealed-over-stock": _since(
        last_years_report(),
        lambda r: with_figure(r, "disclosure.normative_documents.repealed", 11),
        "disclosure.normative_documents.repealed",
        also=("documents-stock-continuity",),
    ),
    "items-chain-2020": Fault(
        dossier(sound_report("2019", 2020), previous=last_years_report({_ITEMS: 14}, "2019", 2019)), "disclosure.permits.items_before"
    ),
    "pending-continuity": _since(
        last_years_report({"proceedings.direct_litigation.pending": 2, "proceedings.direct_litigation.total": 2}),
        figure="proceedings.direct_litigation.total",
    ),
    "tables-repeated": _since(
        last_years_report({"disclosure.permits.decisions": 120, _STOCK: 9, _ISSUED: 1}),
        lambda r: with_figure(r, _ISSUED, 1),
        "disclosure.permits.decisions",
    ),
    "text-repeated": _repeated(6, _COPIED),
    "problems-repeated": _repeated(5, _PROBLEMS),
    "magnitude-jump": _since(last_years_report({"disclosure.permits.decisions": 12}), figure="disclosure.permits.decisions"),
    "fee-jump": _since(
        last_years_report({"disclosure.fees.amount": 125000}), figure="disclosure.fees.amount", also=("magnitude-jump",), doubt=True
    ),
    "versions-differ": Fault(dossier(others=(_twin("disclosure.permits.decisions", 119),)), "disclosure.permits.decisions"),
}

NEIGHBOURS: Mapping[str, Fault] = {
    "section-missing": _report(lambda r: r),
    "form-superseded": Fault(dossier(sound_report("2019", 2020))),
    "title-year": _report(lambda r: replace(r, year=_year_signs(title="2023", period="2023", signature="2022"))),
    "title-agency": _report(lambda r: replace(r, agency=settled(AGENCY, title="水务局", preamble=AGENCY, signature=AGENCY))),
    "basis-superseded": _report(lambda r: with_preamble(r, "本报告按照国办公开办函〔2021〕30号编制，不再使用2019年的格式。")),
    "personal-data": _report(lambda r: with_preamble(r, "本年度材料序列340123198705124510已归档。")),
    **_SOUND_PARTS,
    **_SOUND_WORDING,
    "disclosure-not-a-count": _printed("disclosure.fees.amount", "0.05"),
    "applications-not-a-count": _printed("applications.rejected_mass.research", "0.0"),
    "documents-issued-over-stock": _printed("disclosure.normative_documents.issued", 10),
    "regulations-without-power": _printed("disclosure.regulations.in_force", 0),
    "narrative-received": _claimed("received", 8),
    "narrative-none-received": _none_where("none_received", "applications.received.total", 0),
    "narrative-carried-in": _claimed("carried_in", 1),
    "narrative-concluded": _claimed("concluded", 8),
    "narrative-carried-out": _claimed("carried_out", 1),
    "all-concluded-but-carried": _none_where("all_concluded", "applications.carried_out.total", 0),
    "narrative-outcomes": _claimed("granted", 5),
    "narrative-applicants": _claimed("applicants_natural_person", 6),
    "fee-lapse-without-notice": _lapsed(0),
    "narrative-no-dispute": _claimed("no_litigation_after_reconsideration", 0),
    "narrative-dispute-outcome": _claimed("reconsideration_upheld", 1),
    "narrative-documents": _claimed("normative_documents_issued", 2),
    "narrative-regulations": _claimed("regulations_issued", 0),
    "narrative-decisions": _claimed("permits_made", 120),
    "documents-zero-but-named": _some("documents_named", None),
    "all-of-none": _some("all_of_none", None),
    "narrative-fees": _claimed("processing_fee", 400),
    "fee-unit": _claimed("admin_fee", 125_000),
    "rate-over-100-percent-possible": _claimed("rate_possible", 100),
    "narrative-share": _shared("62"),
    "narrative-channels": _listed("channels", 7, 3, 4),
    "narrative-parts": _listed("parts", 70, 30, 40),
    "narrative-unit": _listed("parts", 80_000, 30_000, 50_000, many=True),
    "narrative-twice": _twice(8, 8),
    "narrative-number-missing": _report(lambda r: with_preamble(r, "全年在网站发布信息共12条，更新及时。")),
    "change-direction": _changed(1, "60", 5, 8),
    "change-recomputed": _changed(1, "60", 5, 8),
    "change-against-last-year": _changed(0, "0", None, None, sound_report(year=2022)),
    "change-unattainable": _changed(1, "60", None, 8),
    "narrative-reconsideration": _claimed("reconsideration", 1),
    "narrative-litigation": _claimed("direct_litigation", 1),
    "decrease-over-100-percent": _claimed("decrease", 100),
    "rate-over-100-percent": _claimed("rate", 100),
    "carry-over-continuity": Fault(dossier(previous=_previous(1))),
    "versions-differ": Fault(dossier(others=(_twin("disclosure.permits.decisions", "120.0"),))),
    "fee-precision": _printed("disclosure.fees.amount", "12.5334"),
    "round-figure": _printed("disclosure.penalties.decisions", "3100"),
    "powers-unused": of_body("临河县教育局", _NO_DECISIONS),
    "correction-lapse": _report(
        lambda r: with_figures(r, {**granted_instead("unavailable_unclear", 2), "applications.other_uncorrected.total": 2})
    ),
    "secrecy-ground-at-low-level": of_body("临河县公安局", granted_instead("denied_state_secret", 1)),
    "inquiry-ground-without-register": of_body("临河县民政局", granted_instead("denied_inquiry", 1)),
    "mass-ground-with-few-requests": _report(lambda r: with_figures(r, {**_TEN_MORE, "applications.rejected_mass.total": 1})),
    "suit-without-reconsideration": _since(
        last_years_report(_track("reconsideration", 1)),
        lambda r: with_text(with_figures(r, _track("reconsideration", 0) | _track(_AFTER, 1)), 4),
    ),
    "suit-after-over-reconsideration": _since(last_years_report(), lambda r: with_text(with_figures(r, _track(_AFTER, 2)), 4)),
    "direct-suit-over-refusal": _report(lambda r: r),
    "disputes-without-requests": _since(last_years_report(), lambda r: with_text(with_figures(r, _NO_REQUESTS), 1, _NOBODY_ASKED)),
    "documents-stock-continuity": _since(last_years_report()),
    "documents-repealed-over-stock": _since(
        last_years_report(), lambda r: with_figures(r, {"disclosure.normative_documents.repealed": 10, _STOCK: 0})
    ),
    "items-chain-2020": Fault(dossier(sound_report("2019", 2020), previous=last_years_report(form="2019", year=2019))),
    "pending-continuity": _since(last_years_report()),
    "tables-repeated": _since(last_years_report({"disclosure.permits.decisions": 121, _STOCK: 8})),
    "text-repeated": _repeated(6, _COPIED, _COPIED[30:100][::-1]),
    "problems-repeated": _repeated(5, _PROBLEMS, "针对上年度问题，已完成栏目清理。"),
    "magnitude-jump": _since(last_years_report({"disclosure.permits.decisions": 13})),
    "fee-jump": _since(last_years_report({"disclosure.fees.amount": "0.0125"})),
}
