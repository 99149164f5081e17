"""One row a published report: what its page says of itself, and what the lists of annual reports say of it."""

import re
from collections.abc import Iterator, Sequence

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, plain_number, text, value
from expectations.frames.names import same_body
from expectations.frames.plain import PlainFrame, not_judged, published
from expectations.rule import Rule
from gouji.agencies.naming import normalised, parse
from gouji.finding import Words
from gouji.publication import Linked, Listing, Publication
from gouji.recognition.titles import title_parts
from gouji.report import Report
from gouji.words import words

_COLUMN, _LIST, _IMAGE, _PUBLISHER = _RULES = ("wrong-column", "wrong-report-in-list", "image-only", "publisher-differs")
_FROM_IMAGES = frozenset({"scan", "image"})
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|年度|\D|$)")
# A list of fewer other entries shows no custom of its own.
_ENTRIES_OF_A_CUSTOM = 3
_OFFICE = re.compile("办公[室厅]$")
# Media centres and whole sites publish for everybody of their place.
_FOR_OTHERS = re.compile("融媒|新闻|传媒|日报|广播|电视|网|信息中心|大数据|政务公开|政务服务|本站|原创|互联网")


class PagesFrame(PlainFrame):
    name = "pages"
    columns = {
        "column": TEXT, "in_list": TEXT, "entry_year": NUMBER, "opened_year": NUMBER, "others": NUMBER, "others_off": NUMBER,
        "format": TEXT, "text_version": TEXT, "publisher": TEXT, "author": TEXT,
    }  # fmt: skip
    offers = frozenset({"where", "printed", "expected"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        publication = published(case)
        if publication is None:
            yield from not_judged(_RULES, "not-published")
            return
        listing = publication.listing
        entry, opened = _entry_year(listing), _opened_year(case.report)
        publisher, author = _publisher(case, publication), _author(case)
        yield (
            publication.column, _in_list(listing), _n(entry), _n(opened), _n(len(listing.others)) if listing else None,
            _n(sum(one != other for one, other in listing.others)) if listing else None, case.report.format, _text_version(case),
            publisher, author,
        )  # fmt: skip
        if publication.column is None or _in_list(listing) is None:
            yield NotJudged(_COLUMN, "no-column" if listing else "no-list")
        if entry is None or opened is None:
            yield NotJudged(_LIST, "no-year-in-list" if listing else "no-list")
        if publisher is None:
            yield NotJudged(_PUBLISHER, "no-publisher")

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        if rule.name == _LIST:
            return ("list-by-publication",)
        publication = published(case)
        if rule.name == _IMAGE and (publication is None or publication.linked is None):
            return ("links-unknown",)
        if rule.name == _PUBLISHER and not case.report.agency.sure:
            return ("agency",)
        return ()

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        """Whether the list is not consistent in itself; asked only where it opens another year."""
        others, off = value(records[0], "others"), value(records[0], "others_off")
        return "list-inconsistent" if (others or 0) < _ENTRIES_OF_A_CUSTOM or off else None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        where, printed, expected = _TELLING[rule.name](records[0])
        values = {"where": where, "printed": printed, "expected": expected}
        return Told(values, expected.zh, printed.zh, spot=f"{rule.name}|{printed.zh}")


def _column(record: Record) -> tuple[Words, Words, Words]:
    printed = text(record, "column")
    return words("judging.the-page"), Words(printed, printed), words("judging.annual-column")


def _list(record: Record) -> tuple[Words, Words, Words]:
    opened, entry = (plain_number(value(record, name)) for name in ("opened_year", "entry_year"))
    return words("judging.the-list"), Words(opened, opened), Words(entry, entry)


def _image(record: Record) -> tuple[Words, Words, Words]:
    return words("judging.the-page"), words("judging.whole-report"), words("judging.text-version")


def _two_names(record: Record) -> tuple[Words, Words, Words]:
    publisher, author = text(record, "publisher"), text(record, "author")
    return words("judging.the-page"), Words(publisher, publisher), Words(author, author)


_TELLING = {_COLUMN: _column, _LIST: _list, _IMAGE: _image, _PUBLISHER: _two_names}


def _in_list(listing: Listing | None) -> str | None:
    """yes or no, as lists read to their ends have it."""
    if listing is None or (listing.title is None and not listing.whole):
        return None
    return "no" if listing.title is None else "yes"


def _entry_year(listing: Listing | None) -> int | None:
    match = _YEAR.search(listing.title) if listing and listing.title else None
    return int(match[1]) if match else None


def _opened_year(report: Report) -> int | None:
    """The year that title and statistics period both say."""
    years = {sign.value for kind in ("title", "period") for sign in report.year.signs if sign.kind == kind}
    kinds = {sign.kind for sign in report.year.signs}
    return int(years.pop()) if len(years) == 1 and {"title", "period"} <= kinds else None


def _text_version(case: Case) -> str | None:
    """The first file of the report that is text, by its source; None where all are images."""
    reports = (case.report, *case.dossier.others)
    found = next((report.source for report in reports if report.format not in _FROM_IMAGES and not _recognised(report)), None)
    return found or next((link.address for link in _linked(case) if title_parts(link.text)[1]), None)


def _recognised(report: Report) -> bool:
    """Whether the figures of a file were taken from a picture."""
    return any("ocr" in figure.doubts for figure in report.figures.values())


def _linked(case: Case) -> Sequence[Linked]:
    publication = published(case)
    return (publication.linked or ()) if publication else ()


def _author(case: Case) -> str | None:
    agency = case.dossier.agency
    return agency.name if agency else case.report.agency.value


def _publisher(case: Case, publication: Publication) -> str | None:
    """The publisher as the page names it; the author where it is the author's superior, office, government or a media centre."""
    author, printed = _author(case), publication.publisher
    if printed is None or author is None:
        return None
    return author if _speaks_for(case, normalised(printed), normalised(author)) else printed


def _speaks_for(case: Case, publisher: str, author: str) -> bool:
    agency = case.dossier.agency
    known = (agency.superior, *agency.aliases) if agency else ()
    names = [author, *(normalised(name) for name in known if name)]
    if any(same_body(_OFFICE.sub("", one), _OFFICE.sub("", publisher)) for one in names) or _FOR_OTHERS.search(publisher):
        return True
    parsed = parse(publisher)
    # A name that has no body's ending names a site; a government, or its office, publishes for all below it.
    return bool(re.search("人民政府(?:办公[室厅])?$", publisher)) or not parsed.body or len(parsed.body) < 2


def _n(number: int | None) -> float | None:
    return None if number is None else float(number)
