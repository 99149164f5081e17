"""Sound reports made in memory, and the smallest changes to them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from gouji.agency import Agency
from gouji.document.model import Paragraph
from gouji.dossier import Dossier
from gouji.form import form as form_named
from gouji.form.model import Form, FormTable
from gouji.narrative.claim import Claim
from gouji.place import Place
from gouji.report import Figure, Period, Report, Section, Settled, Sign, State, TableReading

AGENCY = "临河县水务局"

# What is not named is 0. Columns and totals are reckoned from these, so that every identity of the form holds.
_APPLICATIONS: Mapping[str, Mapping[str, int]] = {
    "natural_person": {"received": 6, "carried_in": 1, "granted": 4, "partially_granted": 1, "unavailable_not_held": 1, "carried_out": 1},
    "business": {"received": 2, "granted": 1, "denied_third_party": 1},
}
_PROCEEDINGS: Mapping[str, int] = {"reconsideration.upheld": 1, "direct_litigation.pending": 1}
# What the form asks of section one beside the requests, long enough to be no stub.
OVERVIEW = (
    "全年主动公开信息126条，内容涉及机构职能、办事指南、财政资金和招标结果，群众关心的事项随时产生、随时更新。"
    "信息发布实行分级审核，先审后发，对失效内容按季清理并标注。网站公开专栏运行正常，每月检查链接和栏目，发现错链当日修复。"
    "明确一名负责人分管，全年组织培训2次，把公开工作列入年度考核，对更新迟缓的科室当面提醒并跟踪改正，没有发生责任追究情形。"
)
_DISCLOSURE: Mapping[str, Mapping[str, str]] = {
    "2021": {
        "normative_documents.issued": "2", "normative_documents.repealed": "1", "normative_documents.in_force": "9",
        "permits.decisions": "120", "penalties.decisions": "34", "coercive_measures.decisions": "5", "fees.amount": "12.5",
    },
    "2019": {
        "normative_documents.made": "2", "normative_documents.newly_public": "2", "normative_documents.public_total": "9",
        "permits.items_before": "12", "permits.items_change": "-1", "permits.decisions": "120", "penalties.decisions": "34",
        "procurement.items": "3", "procurement.amount": "251000",
    },
}  # fmt: skip


def sound_report(form: str = "2021", year: int = 2023, agency: str = AGENCY, **changes: Any) -> Report:
    """A report in which every rule of this form holds, with these fields changed."""
    f = form_named(form)
    sections = _sections(f, year)
    report = Report(
        source="report.html", sha256="0" * 64, format="html", form=form,
        title=Paragraph(f"{agency}{year}年政府信息公开工作年度报告", Place(paragraph=1)),
        agency=settled(agency, title=agency, preamble=agency, signature=agency),
        year=settled(str(year), title=str(year), period=str(year), signature=str(year)),
        published_on=date(year + 1, 1, 20), signed_on=date(year + 1, 1, 18), period=period(year),
        preamble=(Paragraph(f"本报告所列数据的统计期限自{period(year).printed}。联系电话：0000-2000000。", Place(paragraph=2)),),
        sections=sections, tables={t.id: _table(t) for t in f.tables}, figures=dict(_figures(form)),
    )  # fmt: skip
    return replace(report, **changes)


def last_years_report(printed: Mapping[str, int | str | None] | None = None, form: str = "2021", year: int = 2022) -> Report:
    """A report after which the sound report of the next year joins, and from which nothing was copied; with these other figures."""
    report = sound_report(form, year, sha256="1" * 64)
    own = {name: n for name, n in _LAST_YEAR.items() if name in report.figures}
    return with_figures(report, {**own, **(printed or {})})


_LAST_YEAR: Mapping[str, int | str | None] = {
    "disclosure.normative_documents.in_force": 8,
    "disclosure.permits.decisions": 97,
    "disclosure.permits.items_before": 13,
    "applications.granted.natural_person": 5,
    "applications.granted.total": 6,
    "applications.received.natural_person": 7,
    "applications.received.total": 9,
    "applications.concluded_total.natural_person": 7,
    "applications.concluded_total.total": 9,
}


def with_figure(report: Report, name: str, printed: int | str | None, *, doubts: tuple[str, ...] = ()) -> Report:
    """The report with this printed in the figure's cell: "" is a blank, None an absent cell, "/" a mark."""
    old = report.figures.get(name)
    place = old.place if old else None
    return replace(report, figures={**report.figures, name: figure(name, printed, place, doubts)})


def with_figures(report: Report, printed: Mapping[str, int | str | None]) -> Report:
    """The report with all of these printed in their cells."""
    for name, text in printed.items():
        report = with_figure(report, name, text)
    return report


def with_preamble(report: Report, text: str) -> Report:
    """The report with one more paragraph before its first heading."""
    return replace(report, preamble=(*report.preamble, Paragraph(text, Place(paragraph=3))))


def with_text(report: Report, number: int, *texts: str) -> Report:
    """The report with these paragraphs as a section's text; none leaves its heading alone."""
    paragraphs = tuple(Paragraph(text, Place(paragraph=200 + 10 * number + i)) for i, text in enumerate(texts))
    return replace(report, sections=tuple(replace(s, paragraphs=paragraphs) if s.number == number else s for s in report.sections))


def with_more_text(report: Report, number: int, *texts: str) -> Report:
    """The report with these paragraphs at the end of a section."""
    own = next(s for s in report.sections if s.number == number)
    return with_text(report, number, *(p.text for p in own.paragraphs), *texts)


def with_heading(report: Report, number: int, heading: str) -> Report:
    """The report with these words over a section."""
    return replace(report, sections=tuple(replace(s, heading=heading) if s.number == number else s for s in report.sections))


def with_sections_in_order(report: Report, *numbers: int) -> Report:
    """The report with its sections in this order."""
    return replace(report, sections=tuple(next(s for s in report.sections if s.number == n) for n in numbers))


def with_label(report: Report, table: str, row: str, label: str) -> Report:
    """The report with this label over a row of a table."""
    reading = report.tables[table]
    changed = replace(reading, rows={**reading.rows, row: label})
    return replace(report, tables={**report.tables, table: changed})


def with_unreadable(report: Report, name: str) -> Report:
    """The report with ink in the cell that nobody could read."""
    broken = Figure(name, "�", State.UNREADABLE, None, report.figures[name].place, ("unreadable",))
    return replace(report, figures={**report.figures, name: broken})


def with_doubt(report: Report, name: str, doubt: str = "ocr") -> Report:
    """The report with the same figure, read unsurely."""
    return replace(report, figures={**report.figures, name: replace(report.figures[name], doubts=(doubt,))})


def without_row(report: Report, table: str, row: str) -> Report:
    """The report with this row of a table not found."""
    reading = report.tables[table]
    columns = {k: v for k, v in reading.columns.items() if not k.startswith(f"{row}.")}
    changed = replace(reading, rows={k: v for k, v in reading.rows.items() if k != row}, columns=columns)
    return _absent(replace(report, tables={**report.tables, table: changed}), lambda f: (f.table, f.row) == (table, row))


def without_column(report: Report, table: str, column: str) -> Report:
    """The report with this column of a table not found."""
    reading = report.tables[table]
    changed = replace(reading, columns={k: v for k, v in reading.columns.items() if k != column})
    return _absent(replace(report, tables={**report.tables, table: changed}), lambda f: (f.table, f.column) == (table, column))


def without_table(report: Report, table: str) -> Report:
    """The report without this table at all."""
    gone = report.tables[table].grids
    tables = {k: v for k, v in report.tables.items() if k != table}
    sections = tuple(replace(s, grids=tuple(g for g in s.grids if g not in gone)) for s in report.sections)
    return _absent(replace(report, tables=tables, sections=sections), lambda f: f.table == table)


def without_section(report: Report, number: int) -> Report:
    """The report without this section's heading; its text stays."""
    return replace(report, sections=tuple(s for s in report.sections if s.number != number))


def with_other_outcomes_merged(report: Report, **printed: int) -> Report:
    """The report of the 2021 form with （六）其他处理 as one row, not split into its three items."""
    items = ("other_uncorrected", "other_unpaid", "other_misc")
    columns = [column.id for column in form_named("2021").table("applications").columns_of("received")]
    sums = {c: sum(int(report.figures[f"applications.{i}.{c}"].value or 0) for i in items) for c in columns}
    for item in items:
        report = without_row(report, "applications", item)
    reading = report.tables["applications"]
    merged = replace(reading, rows={**reading.rows, "other_outcomes": "（六）其他处理"})
    report = replace(report, tables={**report.tables, "applications": merged})
    return with_figures(report, {f"applications.other_outcomes.{c}": printed.get(c, sums[c]) for c in columns})


def figure(name: str, printed: int | str | None, place: Place | None = None, doubts: tuple[str, ...] = ()) -> Figure:
    """One figure as read from what is printed."""
    if printed is None:
        return Figure(name, None, State.ABSENT, None, None, doubts)
    text = str(printed)
    if not text.strip():
        return Figure(name, text, State.BLANK, None, place, doubts)
    if re.fullmatch(r"[-+]?\d+(\.\d+)?", text):
        return Figure(name, text, State.NUMBER, Decimal(text), place, doubts)
    return Figure(name, text, State.MARK, None, place, doubts)


def settled(value: str | None, sure: bool = True, **signs: str) -> Settled:
    """What signs of these kinds mostly say."""
    return Settled(value, sure, tuple(Sign(kind, said, said, Place(paragraph=n)) for n, (kind, said) in enumerate(signs.items(), 1)))


def period(year: int, start: date | None = None, end: date | None = None) -> Period:
    """A statistics period, the whole year where not said otherwise."""
    start, end = start or date(year, 1, 1), end or date(year, 12, 31)
    said = f"{start.year}年{start.month}月{start.day}日起至{end.year}年{end.month}月{end.day}日止"
    return Period(start, end, said, Place(paragraph=2, start=13, end=13 + len(said)))


def claim(quantity: str, value: int | str, *, printed: str | None = None, width: int = 0, doubts: tuple[str, ...] = ()) -> Claim:
    """The text claiming this much of a quantity; `width` is how much more it may be (余)."""
    number = Decimal(value)
    said = printed or f"{value}{'%' if quantity in ('decrease', 'rate') else '件'}"
    return Claim(
        quantity, number, number, number + width, said, f"本句写有{said}。", Place(paragraph=4, start=3, end=3 + len(said)), doubts
    )


def agency(name: str = AGENCY, *, makes_regulations: bool | None = False, **changes: Any) -> Agency:
    """A body of a county, which has no power to make regulations."""
    return replace(Agency(name, name, kind="部门", makes_regulations=makes_regulations), **changes)


def dossier(report: Report | None = None, **changes: Any) -> Dossier:
    """A report with its agency, nothing else known."""
    return replace(Dossier(report or sound_report(), agency()), **changes)


def _sections(form: Form, year: int) -> tuple[Section, ...]:
    said = {
        1: f"{year}年，本机关共收到政府信息公开申请8件，均按期答复。" + OVERVIEW,
        4: f"{year}年，因政府信息公开工作被申请行政复议1件，被提起行政诉讼1件。",
        5: "公开内容还不够及时。下一步将按月检查栏目更新。",
        6: f"{year}年未收取信息处理费。",
    }
    tables = {t.section: (n,) for n, t in enumerate(form.tables, 1)}
    return tuple(
        Section(
            s.number, s.heading, Place(paragraph=2 * s.number + 1), _text(said.get(s.number), 2 * s.number + 2), tables.get(s.number, ())
        )
        for s in form.sections
    )


def _text(text: str | None, paragraph: int) -> tuple[Paragraph, ...]:
    return (Paragraph(text, Place(paragraph=paragraph)),) if text else ()


def _table(table: FormTable) -> TableReading:
    rows = {row.id: row.label for row in table.rows() if not row.instead_of}
    if table.id == "proceedings":
        columns = {f"{row.id}.{c.id}": c.label for row in table.rows() for c in table.columns_of(row.id)}
    else:
        columns = {c.id: c.label for block in table.blocks for c in block.columns}
    return TableReading(table.id, (table.section - 1,), Place(table=table.section - 1), rows, columns)


@cache
def _figures(name: str) -> Mapping[str, Figure]:
    form = form_named(name)
    printed = _printed(form)
    return {name: figure(name, printed.get(name, 0), _cell(form, name)) for name in form.figure_ids()}


def _printed(form: Form) -> dict[str, int | str]:
    printed: dict[str, int | str] = {f"disclosure.{k}": v for k, v in _DISCLOSURE[form.name].items()}
    for column, figures in _APPLICATIONS.items():
        concluded = sum(n for row, n in figures.items() if row not in ("received", "carried_in", "carried_out"))
        for row, n in {**figures, "concluded_total": concluded}.items():
            printed[f"applications.{row}.{column}"] = n
            printed[f"applications.{row}.total"] = int(printed.get(f"applications.{row}.total", 0)) + n
    for name, n in _PROCEEDINGS.items():
        printed |= {f"proceedings.{name}": n, f"proceedings.{name.split('.')[0]}.total": n}
    return printed


def _cell(form: Form, name: str) -> Place:
    table, row, column = name.split(".")
    t = form.table(table)
    rows = [r.id for r in t.rows()]
    columns = [c.id for c in t.columns_of(row)]
    return Place(table=t.section - 1, row=rows.index(row) + 2, column=columns.index(column) + 2)


def _absent(report: Report, which: Callable[[Figure], bool]) -> Report:
    figures = {name: Figure(name, None, State.ABSENT) if which(f) else f for name, f in report.figures.items()}
    return replace(report, figures=figures)
