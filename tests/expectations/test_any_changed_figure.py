"""Any single changed figure that a sum covers is found, and the finding names a set of figures that contains it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

import pytest

from expectations.frames.kind import Case
from expectations.frames.operands import operands_of, units
from expectations.judging import judge
from gouji.dossier import Dossier
from gouji.judgement import Judgement
from gouji.narrative import Narrative
from gouji.reading import read_report
from gouji.report import Report
from samples import any_sound, render
from tests.builders import with_figure

_SUMS = {"applications-row-sum", "applications-concluded-sum", "applications-balance", "proceedings-sum"}
_SEEDS = 12
_CHANGES = (1, 2, 9, 10, 97, -1, -3)


@dataclass(frozen=True)
class Change:
    """One figure of a sound report printed as another number."""

    seed: int
    figure: str
    printed: int
    report: Report


def test_a_changed_figure_of_a_sound_report_is_found_and_named() -> None:
    """A sample of every report: a few figures of each table."""
    changes = [change for seed in range(_SEEDS) for change in Random(seed).sample(_changes(seed), 12)]
    assert _missed(changes) == []


@pytest.mark.long
def test_every_covered_figure_of_many_sound_reports_is_found_and_named_when_changed() -> None:
    for seed in range(60):
        assert _missed(_changes(seed)) == []


def _missed(changes: Sequence[Change]) -> list[tuple[int, str, int]]:
    """The changes of which no finding of a broken sum names the figure."""
    judgements = judge([Dossier(change.report) for change in changes], narrative_of=lambda report: Narrative())
    return [(c.seed, c.figure, c.printed) for c, judgement in zip(changes, judgements, strict=True) if not _names(judgement, c.figure)]


def _names(judgement: Judgement, figure: str) -> bool:
    return any(figure in finding.figures and {finding.rule, *finding.also} & _SUMS for finding in judgement.findings)


def _changes(seed: int) -> list[Change]:
    """Each figure that a sum covers, changed once by one of the amounts that slips are made of."""
    report, random = read_report(render(any_sound(seed), "html"), f"{seed}.html"), Random(seed)
    case = Case(Dossier(report))
    found = []
    for name in _covered(case):
        before = int(case.numbers[name])
        after = before + random.choice([by for by in _CHANGES if before + by >= 0])
        found.append(Change(seed, name, after, replace(with_figure(report, name, after), source=f"{seed}-{name}.html")))
    return found


def _covered(case: Case) -> list[str]:
    """The figures that stand in an equality of the form, in this report."""
    sums = [identity for identity in case.form.identities.values() if identity.relation == "equal"]
    operands = [operands_of(case, identity, unit) for identity in sums for unit in units(case, identity)]
    return list(dict.fromkeys(figure.id for o in operands for figure in o.all))
