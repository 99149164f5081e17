"""What a report must have: its title, period and basis, its sections and what stands in them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from gouji.report import Settled
from tests.builders import (
    AGENCY,
    agency,
    dossier,
    period,
    settled,
    sound_report,
    with_heading,
    with_label,
    with_preamble,
    with_sections_in_order,
    with_text,
    without_section,
    without_table,
)
from tests.expectations.faults.builders import LONG, Fault, of_report, of_text

# One of a person, one of an index, one to be called.
_NUMBERS = "申请人张某，身份证号340123198705124519，申请公开材料（索引号340123199001011230）。如有疑问请拨打13812345678。"


def _year_signs(**signs: str) -> Settled:
    return settled("2023", True, **signs)


FAULTS: Mapping[str, Fault] = {
    "section-missing": of_report(lambda r: without_section(r, 5)),
    "table-missing": of_report(lambda r: without_table(r, "proceedings"), "proceedings.reconsideration.total"),
    "form-superseded": Fault(dossier(sound_report("2019", 2023))),
    "basis-superseded": of_report(lambda r: with_preamble(r, "本报告依据《关于政府信息公开工作年度报告有关事项的通知》编制。")),
    "title-wording": of_report(lambda r: replace(r, title=replace(r.title, text=f"{AGENCY}2023年政府信息公开工作告年度报"))),
    "section-order": of_report(lambda r: with_sections_in_order(r, 1, 2, 4, 3, 5, 6)),
    "section-heading": of_report(lambda r: with_heading(r, 5, "五、工作中的不足和今后打算")),
    "section-empty": of_report(lambda r: without_table(r, "disclosure"), also=("table-missing",)),
    "section-empty-text": of_report(lambda r: with_text(r, 5)),
    "overview-aspect-missing": of_report(
        lambda r: with_text(r, 1, "本机关重视这项工作，统筹安排，稳步推进，群众比较满意。" * 8 + "共2次。")
    ),
    "problems-missing": of_report(lambda r: with_text(r, 5, "无。")),
    "overview-too-short": of_report(lambda r: with_text(r, 1, "2023年收到申请8件，主动公开信息3条，审核从严，网站正常，开展培训2次。")),
    "overview-too-long": Fault(dossier(limits={"overview-too-long": 100})),
    "contact-missing": of_report(lambda r: replace(r, preamble=(replace(r.preamble[0], text="统计期限为2023年1月1日至2023年12月31日。"),))),
    "signature-missing": of_report(
        lambda r: replace(r, signed_on=None, published_on=None, agency=settled(AGENCY, title=AGENCY, preamble=AGENCY))
    ),
    "signature-date-wrong": of_report(lambda r: replace(r, signed_on=date(2023, 1, 18))),
    "basis-wrong-year": of_report(lambda r: with_preamble(r, "根据《关于做好2022年政府信息公开工作年度报告编制发布的通知》编制。")),
    "announced-parts": of_report(lambda r: with_preamble(r, "本报告由总体情况等五个部分组成。")),
    "assessment-missing": Fault(
        dossier(
            with_text(sound_report(), 1, LONG * 2 + "全年公开信息12条，收到申请8件，组织培训2次。"),
            agency=agency("临河县人民政府", kind="县"),
        )
    ),
    "fee-statement-missing": of_report(lambda r: with_text(r, 6, "没有其他需要报告的事项。")),
    "fee-statement-incomplete": of_report(lambda r: with_text(r, 6, "全年收取信息处理费400元。")),
    "template-residue": of_text(1, "[机关名称]全年组织学习3次。"),
    "generated-residue": of_text(1, "围绕具体重大政策名称组织解读3次。"),
    "subheading-numbering": of_report(lambda r: with_text(r, 5, "（一）问题不少。", "（二）人手不足。", "（四）加强培训。")),
    "disclosure-label": of_report(lambda r: with_label(r, "disclosure", "normative_documents", "规范性文件")),
    "title-year": of_report(lambda r: replace(r, year=_year_signs(title="2022", period="2023", signature="2023"))),
    "title-agency": of_report(lambda r: replace(r, agency=settled(AGENCY, title="青山县林业局", preamble=AGENCY, signature=AGENCY))),
    "period-missing": of_report(lambda r: replace(r, period=None)),
    "period-wrong": of_report(
        lambda r: replace(r, period=period(2022), year=_year_signs(title="2023", period="2022", signature="2023", text="2023")),
        also=("period-partial",),
    ),
    "period-partial": of_report(lambda r: replace(r, period=period(2023, end=date(2023, 12, 30)))),
    "personal-data": Fault(dossier(with_preamble(sound_report(), _NUMBERS)), doubt=True),
}

NEIGHBOURS: Mapping[str, Fault] = {
    "section-missing": of_report(lambda r: r),
    "form-superseded": Fault(dossier(sound_report("2019", 2020))),
    "basis-superseded": of_report(
        lambda r: with_preamble(r, "本报告按照国办公开办函〔2019〕60号、《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。")
    ),
    "title-wording": of_report(lambda r: replace(r, title=replace(r.title, text=f"关于{AGENCY}2023年度政府信息公开年度工作情况的报告"))),
    "section-order": of_report(lambda r: with_heading(r, 3, "四、收到和处理政府信息公开申请情况")),
    "section-heading": of_report(lambda r: with_heading(r, 4, "四、政府信息公开行政复议 、行政诉讼情况：")),
    "section-empty": of_report(lambda r: replace(r, sections=tuple(replace(s, grids=()) for s in r.sections))),
    "section-empty-text": of_report(lambda r: with_text(r, 6)),
    "overview-aspect-missing": of_report(
        lambda r: with_text(r, 1, "发布信息12条。收到公开申请8件。严格保密审查。政府信息管理及平台建设同步推进。组织领导到位。")
    ),
    "problems-missing": of_report(lambda r: with_text(r, 5, "公开内容偏少。", "加强培训。", "无。")),
    "contact-missing": of_report(lambda r: with_preamble(r, "电话：0000-2000000。")),
    "signature-date-wrong": of_report(lambda r: replace(r, signed_on=date(2024, 1, 1))),
    "basis-wrong-year": of_report(
        lambda r: with_preamble(r, "根据《关于做好2023年度政府信息公开工作年度报告编制的通知》（2024年第3号）编制。")
    ),
    "announced-parts": of_report(lambda r: with_preamble(r, "本报告由总体情况等六个部分组成。")),
    "assessment-missing": Fault(dossier(with_text(sound_report(), 1, LONG * 3))),
    "fee-statement-missing": of_report(lambda r: with_text(r, 6, "信息公开未发生收费情况。")),
    "fee-statement-incomplete": of_report(lambda r: with_text(r, 6, "发出收费通知2件，总金额400元，实际收取400元。")),
    "template-residue": of_text(1, "按照【政府信息公开】栏目的模板和示例填报，表格如下，网址http://xxgk.example/CLXXXGK。"),
    "generated-residue": of_text(1, "具体数字见下表，各科室根据实际情况制定计划。"),
    "subheading-numbering": of_report(
        lambda r: with_text(r, 5, "（一）问题不少。一是慢，三是少。", "（二）人手不足。", "（三）加强培训。")
    ),
    "disclosure-label": of_report(lambda r: with_label(r, "disclosure", "fees", "行政事业性 收费")),
    "title-year": of_report(lambda r: replace(r, year=_year_signs(title="2023", period="2023", signature="2022"))),
    "title-agency": of_report(lambda r: replace(r, agency=settled(AGENCY, title="水务局", preamble=AGENCY, signature=AGENCY))),
    "personal-data": of_report(lambda r: with_preamble(r, "本年度材料序列340123198705124510已归档。")),
}
