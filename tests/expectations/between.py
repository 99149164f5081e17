"""The smallest faults of the rules on publication and between bodies, and their nearest sound neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from gouji.agency import Agency
from gouji.dossier import Dossier
from gouji.duty import Duty
from gouji.likeness import Likeness
from gouji.parts import Above, Part, Parts, Predecessors, Standing
from gouji.place import Place
from gouji.publication import Linked, Listing, Publication, Stage
from gouji.report import Report
from tests.builders import OVERVIEW, agency, dossier, last_years_report, sound_report, with_figures, with_preamble, with_text, without_table
from tests.expectations.faults import Fault, granted_instead, of_body

COUNTY = "临河县人民政府"
OFFICE = "临河县人民政府办公室"
_RECEIVED = "applications.received.total"


def listed(name: str, kind: str, **changes: Any) -> Agency:
    """A body that the roster has."""
    return agency(name, kind=kind, source="roster", **changes)


def publication(**changes: Any) -> Publication:
    """A report published in time, of which nothing else is known."""
    return replace(Publication("town", "report.html", Stage.PUBLISHED, date(2024, 1, 20)), **changes)


def published(report: Report | None = None, body: Agency | None = None, **changes: Any) -> Dossier:
    """A report of a department that the roster has, published so."""
    return dossier(report, agency=body or listed("临河县水务局", "部门"), publication=publication(**changes), roster=True)


def late(body: Agency, day: date, **changes: Any) -> Dossier:
    """Signed the day before the page's date."""
    report = sound_report(agency=body.name, signed_on=day.replace(day=day.day - 1), published_on=day)
    return published(report, body, published_on=day, **changes)


def whole(report: Report | None = None, **parts: Any) -> Dossier:
    """A county's report that sums the whole area, with those of its office and one department."""
    own = with_preamble(report or doubled(), "本报告为全县汇总。")
    return dossier(own, agency=listed(COUNTY, "县"), roster=True, parts=replace(Parts(both(), roster=True), **parts))


def both(office: Report | None = None) -> tuple[Part, ...]:
    """The office's report and a department's, both of the same figures."""
    department = sound_report(sha256="1" * 64)
    reports = office or sound_report(agency=OFFICE, sha256="2" * 64), department
    return Part(reports[0], listed(OFFICE, "县"), Standing.OFFICE), Part(reports[1], listed("临河县水务局", "部门"))


def doubled(**printed: int) -> Report:
    """A report in which each figure is twice that of the sound one."""
    report = sound_report(agency=COUNTY)
    twice = {f.id: str(2 * f.value) for f in report.figures.values() if f.value is not None}
    report = with_figures(report, {**twice, **{name.replace("__", "."): n for name, n in printed.items()}})
    return silent(report)


def silent(report: Report) -> Report:
    """The report without the sentences that say whose figures it gives."""
    return with_text(with_text(report, 1, OVERVIEW + "依申请公开渠道畅通，社会评议满意。"), 4)


def equal_to_office(**parts: Any) -> Dossier:
    """A county's report with the figures of its office, while a department has some of its own."""
    report = silent(with_figures(sound_report(agency=COUNTY), {"disclosure.permits.decisions": 240}))
    report = with_preamble(report, "全县政府信息公开工作平稳推进。")
    office = Part(sound_report(agency=OFFICE, sha256="2" * 64), listed(OFFICE, "县"), Standing.OFFICE)
    return dossier(report, agency=listed(COUNTY, "县"), roster=True, parts=replace(Parts((office, *both()[1:])), **parts))


def regulations(government: int, office: int) -> Dossier:
    """A city's 规章 beside its office's."""
    city, own = listed("岚江省鹤栖市人民政府", "设区的市", makes_regulations=True), "岚江省鹤栖市人民政府办公室"
    name = "disclosure.regulations.in_force"
    part = Part(with_figures(sound_report(agency=own), {name: office}), listed(own, "设区的市"), Standing.OFFICE)
    report = with_figures(sound_report(agency=city.name), {name: government, "applications.received.other": 0})
    return dossier(with_preamble(report, "以上为本级数据。"), agency=city, roster=True, parts=Parts((part,)))


def merged(carried_out: int) -> Dossier:
    """A body into which one was merged that carried out so many, beside its own one."""
    before = last_years_report()
    other = Part(with_figures(before, {"applications.carried_out.total": carried_out}), listed("临河县渔业局", "部门"))
    return dossier(previous=before, agency=listed("临河县水务局", "部门"), roster=True, merged=Predecessors((other,)))


def above(elsewhere: int | None, **printed: int) -> Dossier:
    """A department beside the whole-area report of its county."""
    county = with_preamble(with_figures(sound_report(agency=COUNTY, sha256="3" * 64), dict(printed)), "本报告为全县汇总。")
    return dossier(agency=listed("临河县水务局", "部门"), roster=True, above=Above(county, listed(COUNTY, "县"), elsewhere))


def flattened() -> Report:
    """A page that lays the cells of Table 4 out line by line."""
    report = sound_report()
    lines = {f.id: replace(f, place=Place(line=40 + n)) for n, f in enumerate(report.figures.values()) if f.table == "proceedings"}
    return replace(report, figures={**report.figures, **lines})


def alike(**changes: Any) -> Dossier:
    """A report of which section one is another body's."""
    return dossier(likeness=(replace(Likeness(1, 400, 380, 361, "澜溪县教育局"), **changes),))


def owing(**seen: Any) -> Dossier:
    """A department of which nothing is published so long after its deadline."""
    body = listed("临河县水务局", "部门")
    duty = replace(Duty(body, 2023, date(2024, 1, 31), until=date(2024, 2, 1), sources=("town",)), **seen)
    return dossier(agency=body, roster=True, duty=duty)


FAULTS: Mapping[str, Fault] = {
    "published-late-department": Fault(late(listed("临河县水务局", "部门"), date(2024, 2, 20))),
    "published-late-government": Fault(late(listed(COUNTY, "县"), date(2024, 4, 2))),
    "published-late-local": Fault(late(listed("临河县柳汀镇人民政府", "乡镇", deadline=date(2024, 1, 15)), date(2024, 1, 18))),
    "published-early": Fault(
        published(sound_report(signed_on=date(2023, 12, 27)), published_on=date(2023, 12, 28)), also=("signature-date-wrong",)
    ),
    "date-altered": Fault(published(first_seen=date(2024, 1, 28), absent_on=date(2024, 1, 27)), doubt=True),
    "wrong-column": Fault(published(column="首页>新闻中心>通知公告", listing=Listing(None))),
    "wrong-report-in-list": Fault(
        published(listing=Listing("2022年政府信息公开年度报告", others=((2021, 2021), (2020, 2020), (2019, 2019)))), doubt=True
    ),
    "image-only": Fault(published(sound_report(source="report.pdf", format="scan"), linked=())),
    "publisher-differs": Fault(published(publisher="临河县教育局")),
    "link-broken": Fault(published(linked=(Linked("https://town.example/1.pdf", "附件", (404, 404, 404), 49),))),
    "file-damaged": Fault(published(linked=(Linked("https://town.example/1.pdf", "附件", trouble="damaged", alike=2),)), doubt=True),
    "file-name": Fault(published(sound_report(source="2022年政府信息公开年度报告.html"))),
    "table-lost": Fault(replace(published(flattened()), others=(sound_report(source="report.pdf", format="pdf"),)), doubt=True),
    "aggregate-sum": Fault(whole(doubled(disclosure__permits__decisions=250)), "disclosure.permits.decisions"),
    "aggregate-below-part": Fault(
        whole(doubled(disclosure__permits__decisions=119), missing=("临河县教育局",)), "disclosure.permits.decisions"
    ),
    "aggregate-equals-office": Fault(equal_to_office(), _RECEIVED),
    "part-equals-whole": Fault(above(3), _RECEIVED),
    "aggregate-regulations": Fault(regulations(5, 3), "disclosure.regulations.in_force"),
    "carry-over-of-merged": Fault(merged(2), "applications.carried_in.total"),
    "scope-undeclared": Fault(dossier(doubled(), agency=listed(COUNTY, "县"), roster=True)),
    "text-shared": Fault(alike()),
    "report-missing": Fault(owing()),
}  # fmt: skip

NEIGHBOURS: Mapping[str, Fault] = {
    "published-late-department": Fault(late(listed("临河县水务局", "部门"), date(2024, 1, 31))),
    "published-late-government": Fault(late(listed(OFFICE, "县"), date(2024, 1, 31))),
    "published-late-local": Fault(late(listed("临河县柳汀镇人民政府", "乡镇", deadline=date(2023, 1, 15)), date(2024, 2, 18))),
    "published-early": Fault(published(sound_report(signed_on=date(2024, 1, 1)), published_on=date(2024, 1, 1))),
    "date-altered": Fault(published(first_seen=date(2024, 1, 28), absent_on=date(2024, 1, 20))),
    "wrong-column": Fault(published(column="首页>政府信息公开>通知公告", listing=Listing(None))),
    "wrong-report-in-list": Fault(published(listing=Listing("2023年政府信息公开年度报告"))),
    "image-only": Fault(published(linked=())),
    "publisher-differs": Fault(published(publisher="临河县融媒体中心")),
    "link-broken": Fault(published(linked=(Linked("https://town.example/1.pdf", "附件", (404, 404, 404), 47),))),
    "file-damaged": Fault(published(linked=(Linked("https://town.example/1.pdf", "附件", trouble="damaged", alike=1),))),
    "file-name": Fault(published(sound_report(source="2024年政府信息公开年度报告.html"))),
    "table-lost": Fault(replace(published(), others=(sound_report(source="report.pdf", format="pdf"),))),
    "aggregate-sum": Fault(whole()),
    "aggregate-below-part": Fault(whole(doubled(disclosure__permits__decisions=120), missing=("临河县教育局",))),
    "aggregate-equals-office": Fault(whole()),
    "part-equals-whole": Fault(above(0)),
    "aggregate-regulations": Fault(regulations(5, 0)),
    "carry-over-of-merged": Fault(merged(0)),
    "scope-undeclared": Fault(whole()),
    "text-shared": Fault(alike(shared=341)),
    "report-missing": Fault(owing(publications=1)),
}

# The same operands as above with other values, for whoever looks at what the frames hold.
OTHERWISE: Sequence[Dossier] = (
    published(linked=(Linked("https://town.example/1.pdf", "附件", (503, 503, 503), 49),)),
    published(linked=(Linked("https://town.example/1.pdf", "附件", trouble="encrypted", alike=2),)),
    replace(published(without_table(sound_report(), "proceedings")), others=(sound_report(source="report.pdf", format="pdf"),)),
    alike(shared=200),
    owing(publications=2),
    of_body("临河县教育局", granted_instead("denied_state_secret", 2)).dossier,
    of_body("临河县财政局", granted_instead("denied_inquiry", 2)).dossier,
)
