"""Where a person finds a figure or a sentence, in words."""

import re
from collections.abc import Iterable, Sequence

from gouji.finding import Words
from gouji.form import form, lines_of
from gouji.form.model import Line
from gouji.place import Place
from gouji.report import Figure, Report
from gouji.words import words

_ASIDE = re.compile(r"（(?:区分|单位)[^）]*）")


def place_in_words(form_name: str, figure: Figure) -> Words:
    """表四 · 行政复议 · 总计（第89行）: the labels are the form's own."""
    return with_spot(figure_in_words(form_name, figure.id), figure.place)


def figure_in_words(form_name: str, figure_id: str) -> Words:
    """表四 · 行政复议 · 总计, without the spot in the document."""
    table, row, column = figure_id.split(".")
    lines = lines_of(form_name, figure_id)
    return _joined(table_in_words(table), *(_long(kind, table, line) for kind, line in zip(("row", "column"), lines, strict=True)))


def line_in_words(form_name: str, kind: str, table: str, name: str) -> Words:
    """A whole row or column: 表三 · 自然人. `kind` is row or column."""
    return _joined(table_in_words(table), label_in_words(form_name, kind, table, name))


def label_in_words(form_name: str, kind: str, table: str, name: str) -> Words:
    """A row's or column's label as the form prints it, with its group."""
    t = form(form_name).table(table)
    lines = t.rows() if kind == "row" else [column for row in t.rows() for column in t.columns_of(row.id)]
    return _long(kind, table, next(line for line in lines if line.id == name))


def short_name(kind: str, table: str, name: str) -> Words:
    """A row's or column's name short enough for a sum written out."""
    return words(f"place.{kind}.{table}.{name}")


def table_in_words(table: str) -> Words:
    return words(f"place.table.{table}")


def paragraph_in_words(report: Report, place: Place | None) -> Words:
    """第一部分（第17行）: the part of the report in which this place of the text lies."""
    return with_spot(_part(report, place), place)


def with_spot(subject: Words, place: Place | None) -> Words:
    """The subject and, where known, the page, line or cell: 表三（第4页）."""
    spot = spot_in_words(place)
    if spot is None:
        return subject
    end = words("place.spot", spot=spot)
    return Words(subject.zh + end.zh, subject.en + end.en)


def spot_in_words(place: Place | None) -> Words | None:
    """第4页, 第89行, 第2个表第5行第3列 or 第3段: what a person counts by in this format."""
    if place is None:
        return None
    if place.page is not None and place.file is not None:
        return words("place.page-of-file", page=place.page, file=place.file)
    for name in ("page", "line"):
        if (number := getattr(place, name)) is not None:
            return words(f"place.{name}", **{name: number})
    if place.table is not None and place.row is not None:
        return words("place.cell", table=place.table, row=place.row, column=place.column)
    if place.table is not None:
        return words("place.grid", table=place.table)
    return words("place.paragraph", paragraph=place.paragraph) if place.paragraph is not None else None


def in_a_row(items: Iterable[Words], zh: str = "、", en: str = ", ") -> Words:
    """Several words as one: 甲、乙、丙."""
    said = list(items)
    return Words(zh.join(w.zh for w in said), en.join(w.en for w in said))


def _part(report: Report, place: Place | None) -> Words:
    for section in report.sections:
        if place is not None and any(_same(p.place, place) for p in section.paragraphs):
            if section.number is None:
                return words("place.section-unnumbered", heading=section.heading)
            return words("place.section", number=section_number(section.number))
    if place is not None and any(_same(p.place, place) for p in report.preamble):
        return words("place.preamble")
    return words("place.narrative")


def section_number(number: int) -> Words:
    """Sections are numbered 一 to 六 on paper."""
    return Words("一二三四五六"[number - 1], str(number))


def _same(whole: Place, part: Place) -> bool:
    return (whole.paragraph, whole.line, whole.page) == (part.paragraph, part.line, part.page)


def _long(kind: str, table: str, line: Line) -> Words:
    label = _ASIDE.sub("", line.label)
    zh = f"{line.group} {label}" if line.group else label
    return Words(zh, short_name(kind, table, line.id).en)


def _joined(*parts: Words) -> Words:
    return in_a_row(parts, " · ", " · ")


def together_in_words(form_name: str, figure_ids: Sequence[str]) -> Words:
    """Figures that are added: 表三 · （三）不予公开 · 总计（8项合计） where they are a group's rows, else each by its name."""
    if len(figure_ids) == 1:
        return figure_in_words(form_name, figure_ids[0])
    tables, rows, columns = zip(*(name.split(".") for name in figure_ids), strict=True)
    lines = [lines_of(form_name, name) for name in figure_ids]
    count = words("judging.together", count=len(figure_ids))
    if len({*tables}) == 1:
        row, column = lines[0]
        groups = {r.group for r, _ in lines}, {c.group for _, c in lines}
        if len({*columns}) == 1 and len(groups[0]) == 1 and row.group:
            return _with(_joined(table_in_words(tables[0]), _group(row), _long("column", tables[0], column)), count)
        if len({*rows}) == 1 and len(groups[1]) == 1 and column.group:
            return _with(_joined(table_in_words(tables[0]), _long("row", tables[0], row), _group(column)), count)
    return _with(listed([figure_in_words(form_name, name) for name in figure_ids], most=3), count)


def _with(subject: Words, end: Words) -> Words:
    return Words(subject.zh + end.zh, subject.en + end.en)


def _group(line: Line) -> Words:
    return words(f"place.group.{line.group}")


def listed(items: Sequence[Words], most: int = 8) -> Words:
    """Several words as one, the rest counted where there are too many to read."""
    if len(items) <= most:
        return in_a_row(items)
    return words("judging.and-more", items=in_a_row(items[:most]), count=len(items))
