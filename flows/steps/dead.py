"""Files that a report's page links and that are not there, long enough to be said against it."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from expectations.catalogue import Catalogue
from flows.published import addresses
from gouji.ledger import fetches, patrols, shelf, tables

_RULE = "link-broken"


def dead_links(session: Session, catalogue: Catalogue) -> frozenset[str]:
    """The addresses of which the rule has seen enough: that nothing is there was answered so often, over so many hours."""
    if _RULE not in catalogue.names():
        return frozenset()
    where = catalogue.rule(_RULE).where
    found = fetches.dead_in(session, patrols.current(session))
    return frozenset(url for url in found if _is_enough(fetches.answers_of(session, url), where))


def dead_among(dead: frozenset[str], publication: tables.Publication, version: tables.Version) -> list[str]:
    """Those that the publication's page links; looked for only where there are any at all."""
    if not dead or not publication.location.startswith(("http://", "https://")):
        return []
    report = shelf.report_of(version)
    linked = addresses([file.href for file in report.attachments], publication.location) if report else []
    return sorted(dead.intersection(linked))


def _is_enough(answers: fetches.Answers, where: Mapping[str, object]) -> bool:
    seen = {"times": float(len(answers.statuses)), "hours": answers.hours}
    return all(seen[name] > asked["above"] for name, asked in where.items() if name in seen and isinstance(asked, Mapping))
