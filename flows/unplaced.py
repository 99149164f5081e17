"""Documents that may be the report of a body of which none is known."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gouji.agencies.similar import may_name, speaks_of
from gouji.agency import Agency
from gouji.duty import Candidate
from gouji.ledger import shelf, tables
from gouji.ledger.people import bytes_of
from gouji.publication import Stage
from gouji.recognition.otherwise import surely_no_report

# The year that a title or a file's name gives to its report, not that of a day.
_YEAR = re.compile("(20[0-9]{2})年?度?(?=政府信息公开|信息公开|年度报告|年报|工作报告|报告)")


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A document of which body or year are not known for sure, or whose body the roster does not have (`stranger`).

    `texts` are its title and its file's name; `owners` the bodies that these speak of.
    """

    source: str
    location: str
    texts: tuple[str, ...]
    name: str | None = None
    year: int | None = None
    stranger: bool = False
    publication: int | None = None
    sha256: str | None = None
    owners: frozenset[str] = frozenset()

    def candidate(self, agency: Agency, year: int) -> Candidate | None:
        """What is to be said of it where it may be this body's report on the year."""
        why = self._why(agency) if self._of_year(year) else None
        return Candidate(why, self.source, self.location, self.name, self.publication, self.sha256) if why else None

    def _of_year(self, year: int) -> bool:
        told = {self.year} if self.year else {int(found) for text in self.texts for found in _YEAR.findall(text)}
        return not told or year in told

    def _why(self, agency: Agency) -> str | None:
        if self.name:
            return ("similar" if self.stranger else "unplaced") if may_name(agency, self.name) else None
        if self.owners:
            return "unplaced" if agency.id in self.owners else None
        return "unfetched" if self.publication is None else "nameless"


def unplaced_documents(
    current: Iterable[tuple[tables.Report, tables.Publication, tables.Version]],
    looks: Sequence[tables.SourceLook],
    agencies: Sequence[Agency],
) -> Iterator[Unplaced]:
    """Those among what is published now, and the entries of lists that could never be fetched."""
    listed = {agency.id for agency in agencies}
    for report, publication, version in current:
        placed = report.sure and report.agency_id in listed
        if publication.stage == Stage.PUBLISHED and not (placed or _is_something_else(publication, version)):
            yield _document(publication, version, agencies, stranger=report.sure)
    for look in looks:
        for entry in look.unfetched or ():
            texts = (str(entry["name"]),)
            yield Unplaced(look.name, str(entry["location"]), texts, owners=_owners(texts, agencies))


def _is_something_else(publication: tables.Publication, version: tables.Version) -> bool:
    """A note beside the reports is nobody's report; a file that no reader opens may be anybody's."""
    report = None if version.readable else shelf.report_of(version)
    return report is not None and surely_no_report(report, publication.name)


def _document(publication: tables.Publication, version: tables.Version, agencies: Sequence[Agency], *, stranger: bool) -> Unplaced:
    report = None if stranger else shelf.report_of(version)
    name = str(version.agency["name"]) if version.agency else report.agency.value if report else None
    year = report.report_year if report and report.year.sure else None
    texts = tuple(text for text in (version.title, publication.name) if text)
    return Unplaced(
        publication.source, publication.location, texts, name, version.year if stranger else year, stranger,
        publication.id, bytes_of(publication, version), frozenset() if name else _owners(texts, agencies),
    )  # fmt: skip


def _owners(texts: Sequence[str], agencies: Sequence[Agency]) -> frozenset[str]:
    return frozenset(agency.id for agency in agencies if any(speaks_of(agency, text) for text in texts))
