"""What a frame says of its rows where they speak of no figures: the answers that most frames give."""

from collections.abc import Sequence

from expectations.frames.kind import Case, NotJudged, Record
from expectations.rule import Rule
from gouji.agency import Agency
from gouji.publication import Publication, Stage


class PlainFrame:
    """Rows that speak of no figure, of no section, and that nothing lowers."""

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        return ()

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None


def published(case: Case) -> Publication | None:
    """Where the report appeared; None for a draft, of which rules about publication say nothing."""
    publication = case.dossier.publication
    return publication if publication and publication.stage is Stage.PUBLISHED else None


def not_judged(rules: Sequence[str], reason: str) -> list[NotJudged]:
    """None of these rules was asked, for the same reason."""
    return [NotJudged(rule, reason) for rule in rules]


def known_agency(case: Case) -> Agency | None:
    """The body as the roster has it; None where its kind and level are only guessed from its name."""
    agency = case.dossier.agency
    return agency if agency and agency.source == "roster" and agency.sure else None
