"""What the rules say of one report."""

from collections.abc import Mapping
from dataclasses import dataclass

from gouji.finding import Finding, NotChecked, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """`findings` come ordered by rule, then by figure; those of rules on trial stand apart in `trial`.

    `results` are the Great Expectations results cut to this report, one suite result a frame, as plain JSON:
    the review pages are rendered from them. `held` counts, by rule, what was judged and found to hold.
    """

    verdict: Verdict
    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    trial: tuple[Finding, ...] = ()
    held: Mapping[str, int] | None = None
    results: tuple[Mapping[str, object], ...] = ()

    def counts(self) -> dict[str, int]:
        return {str(s): sum(f.severity is s for f in self.findings) for s in Severity}
