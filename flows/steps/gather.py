"""Which publications are one report, whose it is, and which of the reports have to be judged."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from connectors.sources.website.titles import report_year
from flows.kin import asked
from flows.office import Office
from flows.renderings import preference
from flows.steps.compare import basis_of, compare, shared
from flows.steps.dead import dead_among, dead_links
from flows.steps.groups import Document, Group, groups_of
from flows.steps.resolving import resolve_all
from gouji.ledger import shelf, tables
from gouji.ledger.content import digest_of
from gouji.ledger.people import People, people
from gouji.roster.families import Families, families


def gather(office: Office, rules: str, *, every: bool = False) -> list[int]:
    """The reports that are not judged yet as they are now: this version, this reader, last year's report and what persons said of them.

    A report of which only the rules have changed keeps its judgement: what is settled stays settled until somebody has looked at
    what other rules would make of it (`gouji recheck`). With `every` it is due under the rules of today like all others.
    """
    resolve_all(office)
    compare(office)
    known_families = families(office.roster)
    with office.ledger.writing("judge: gathered") as session:
        documents = [Document(p, v) for p, v in shelf.documents(session)]
        groups = list(groups_of(d for d in documents if d.publication.gone_at is None))
        known = {report.publication_id: report for report in shelf.reports(session)}
        for report in known.values():
            report.current = False
        judged, years, said = shelf.judged(session), _by_year(documents, groups), people(session)
        kin, alike = _Kin(known_families, _alone(groups), said), shared(session)
        under = {} if every else shelf.rules_of_results(session)
        dead = dead_links(session, office.rulebook.catalogue)
        for group in groups:
            previous = _previous(group, years)
            row = known.get(group.main.publication.id) or tables.Report(publication_id=group.main.publication.id)
            around = kin.basis(group.main.version), basis_of(alike.get(group.main.version.id))
            now = digest_of(_now(office, group, previous, said), *around, *dead_among(dead, group.main.publication, group.main.version))
            settled = _settled(row, now, rules, under)
            _fill(row, group, previous, row.basis if settled else _basis(now, rules, group.main.version.reader))
            row.result_id = settled or judged.get((row.version_id, row.basis))
            session.add(row)
        session.flush()
        return shelf.to_judge(session)


@dataclass(frozen=True, slots=True)
class _Kin:
    """The reports of other bodies that a judgement rests on; `alone` has the one report of each body and year."""

    families: Families
    alone: Mapping[tuple[str, int], Document]
    said: People

    def basis(self, version: tables.Version) -> list[object]:
        """Plain values that change when one of them does."""
        if not version.sure or version.agency_id is None or version.year is None:
            return []
        names = asked(version.agency_id, version.year, self.families)
        found = [(name, self.alone.get(name)) for name in names]
        return [[name, self._said(document) if document else None] for name, document in found]

    def _said(self, document: Document) -> list[object]:
        return [document.version.content, document.version.reader, *self.said.basis(document.publication, document.version)]


def _alone(groups: Sequence[Group]) -> dict[tuple[str, int], Document]:
    """The report of each body and year, where there is one only."""
    found: dict[tuple[str, int], list[Document]] = defaultdict(list)
    for group in groups:
        version = group.main.version
        if version.sure:
            found[str(version.agency_id), int(version.year or 0)].append(group.main)
    return {name: documents[0] for name, documents in found.items() if len(documents) == 1}


def _by_year(documents: Sequence[Document], groups: Sequence[Group]) -> dict[tuple[str, int], Document]:
    """The report of each agency and year that next year's is compared with: one that speaks now before one that is gone."""
    gone = [d for d in documents if d.publication.gone_at is not None]
    ranked = [d for some in (gone, [group.main for group in groups]) for d in sorted(some, key=_rank) if d.version.sure]
    return {(str(d.version.agency_id), int(d.version.year or 0)): d for d in ranked}


def _rank(document: Document) -> tuple[int, int]:
    """Higher for the better format, then for the later file."""
    return -preference(document.version.format), document.publication.id


def _previous(group: Group, years: dict[tuple[str, int], Document]) -> Document | None:
    version = group.main.version
    return years.get((str(version.agency_id), version.year - 1)) if version.sure and version.year else None


def _fill(row: tables.Report, group: Group, previous: Document | None, basis: str) -> None:
    version = group.main.version
    row.version_id, row.previous_id, row.basis = version.id, previous.version.id if previous else None, basis
    row.agency_id, row.year, row.sure = version.agency_id, version.year, version.sure
    row.renderings, row.current = group.renderings(), True


def _settled(row: tables.Report, now: str, rules: str, under: Mapping[int, str]) -> int | None:
    """The judgement of the report as it is now that other rules have made; None where there is none."""
    made = under.get(row.result_id) if row.result_id is not None else None
    return row.result_id if made not in (None, rules) and row.basis.partition("-")[0] == now else None


def _basis(now: str, rules: str, reader: str) -> str:
    """All that a judgement rests on: how the report is now, and the rules and the reader by which it is judged."""
    return f"{now}-{digest_of(rules, reader)}"


def _now(office: Office, group: Group, previous: Document | None, said: People) -> str:
    """A hash of all that rules may look at."""
    publication, version = group.main.publication, group.main.version
    return digest_of(
        version.content, version.agency, version.year,
        publication.stage, str(publication.published_on), *_listed_as(publication, version), group.renderings(),
        [(d.version.content, d.version.reader) for d in group.others],
        previous.version.content if previous else None, office.roster is not None,
        *(word for one in (group.main, *group.others, previous) if one for word in said.basis(one.publication, one.version)),
    )  # fmt: skip


def _listed_as(publication: tables.Publication, version: tables.Version) -> list[int]:
    """The year under which a list has the report, where it is another than the report's own."""
    named = report_year(publication.listed) if publication.listed else None
    return [named] if named is not None and named != version.year else []
