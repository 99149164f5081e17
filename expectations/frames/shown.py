"""What names and pages show beside what the report is: the year and body in a file's name, the tables that only a file has."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from expectations.frames.kind import TEXT, Case, Cell, NotJudged, Record, Told, text
from expectations.frames.names import same_body
from expectations.frames.plain import PlainFrame, not_judged, published
from expectations.rule import Rule
from gouji.agencies.naming import normalised
from gouji.finding import Words
from gouji.publication import Linked
from gouji.recognition.titles import title_parts
from gouji.report import Report
from gouji.words import words
from gouji.words.places import table_in_words

_NAME, _LOST = "file-name", "table-lost"
_YEAR = re.compile(r"(?<!\d)(20\d\d)年?度?(?=政府信息公开|政务公开|信息公开|工作|年报|年度报告|报告)")


class FileNamesFrame(PlainFrame):
    """One row a year or body in the name of a file of the report, or in the words of its link, beside the title's."""

    name = "file_names"
    columns = {"file": TEXT, "what": TEXT, "named": TEXT, "titled": TEXT}
    offers = frozenset({"where", "printed", "expected"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        if published(case) is None:
            yield from not_judged((_NAME,), "not-published")
            return
        found = [row for name in _names(case) for row in _said(case, name)]
        yield from found
        if not found:
            yield NotJudged(_NAME, "name-says-nothing")

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        file, titled = text(records[0], "file"), text(records[0], "titled")
        values = {"where": words("judging.the-file"), "printed": file, "expected": titled}
        return Told(values, titled, file, spot=file)


class PageTablesFrame(PlainFrame):
    """One row a statutory table that a file of the report has, beside how its page shows it: table, flattened, or not at all."""

    name = "page_tables"
    columns = {"table": TEXT, "on_page": TEXT, "file": TEXT}
    offers = frozenset({"where", "printed", "expected"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        reports = (case.report, *case.dossier.others)
        page = next((report for report in reports if report.format == "html"), None)
        files = [report for report in reports if report.format != "html"]
        if published(case) is None or page is None or not files:
            yield NotJudged(_LOST, "not-published" if published(case) is None else "no-page-with-file")
            return
        for table in case.form.tables:
            file = next((report for report in files if table.id in report.tables), None)
            if file is not None:
                yield table.id, _on_page(page, table.id), file.source

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        return ("drawn-by-script",)

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        tables = [text(record, "table") for record in records]
        shown = words(f"judging.table-{records[0]['on_page']}")
        file = PurePath(text(records[0], "file")).name
        values = {"where": table_in_words(tables[0]), "printed": shown, "expected": Words(file, file)}
        return Told(values, file, shown.zh, spot="|".join(tables))


def _on_page(page: Report, table: str) -> str:
    if table not in page.tables:
        return "absent"
    return "flattened" if any(f.place and f.place.line is not None for f in page.figures.values() if f.table == table) else "table"


def _names(case: Case) -> list[str]:
    """The names of the report's files, and the words of the link to its one attachment; of several some are other reports."""
    publication = published(case)
    linked: Sequence[Linked] = (publication.linked or ()) if publication else ()
    linked = linked if len(linked) == 1 else ()
    stems = [PurePath(report.source.rstrip("/")).stem for report in (case.report, *case.dossier.others)]
    return list(dict.fromkeys(_flat(name) for name in (*stems, *(link.text for link in linked)) if name))


def _said(case: Case, name: str) -> Iterator[tuple[Cell, ...]]:
    """What of title's year and body the name says, beside the title's. The year after the report's is that of publication."""
    title = case.report.title.text if case.report.title else ""
    body, year = title_parts(_flat(title))
    match = _YEAR.search(name)
    if match and year and int(match[1]) != year + 1:
        yield name, "year", match[1], str(year)
    named = title_parts(name)[0]
    author = (case.dossier.agency.name if case.dossier.agency else case.report.agency.value) or body
    if named and author and case.report.agency.sure:
        same = any(same_body(normalised(named), normalised(one)) for one in (author, body, *_aliases(case)) if one)
        yield name, "body", author if same else named, author


def _aliases(case: Case) -> tuple[str, ...]:
    return case.dossier.agency.aliases if case.dossier.agency else ()


def _flat(name: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", name))
