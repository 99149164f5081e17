"""How well sentences are judged: `python -m tests.narrative_corpus.score SET [--trial] [--show]` prints precision and recall.

`--trial` counts what rules on trial say as if they were in force. `--show` prints what was misjudged, one sentence a template. A
new set is scored before anybody who works on the engine looks at it (docs/claims.md).
"""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from expectations.judging import judge
from gouji.finding import Finding, Severity
from gouji.judgement import Judgement
from tests.narrative_corpus.corpus import Entry, entries
from tests.narrative_corpus.dossiers import dossier

# What may come of an entry. `found`: its own rule accuses; `elsewhere`: only another rule does; `hinted`: its rule speaks
# with doubt, as information or on trial; `silent`: nothing of its rule.
RESULTS = ("found", "elsewhere", "hinted", "silent")


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one entry, the rules that spoke, and whether one accused of which the entry knows nothing."""

    entry: Entry
    what: str
    rules: tuple[str, ...]
    besides: bool = False

    @property
    def unjust(self) -> bool:
        """Whether something was accused that must not be."""
        return self.what in ("found", "elsewhere") and (self.entry.kind != "false" or self.entry.expect == "lenient")

    @property
    def wanted(self) -> bool:
        return self.entry.kind == "false" and self.entry.expect != "lenient"

    @property
    def met(self) -> bool:
        """Whether a false sentence was met as its rule has it: accused, or at least spoken of."""
        return self.what == "found" or (self.what == "hinted" and self.entry.expect == "hint")


@dataclass(slots=True)
class Row:
    """The counts of one quantity."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, result: Result) -> None:
        kind = result.entry.kind
        self.counts["entries"] += 1
        self.counts[f"unjust {kind}"] += result.unjust
        self.counts["accused"] += result.what in ("found", "elsewhere")
        self.counts["justly"] += result.what in ("found", "elsewhere") and not result.unjust
        if kind != "false":
            self.counts["asides"] += result.what == "hinted"
        if result.wanted:
            self.counts["wanted"] += 1
            self.counts["met"] += result.met
            self.counts["besides"] += result.what == "found" and result.besides
            self.counts["elsewhere"] += result.what == "elsewhere"
            self.counts["only hinted"] += result.what == "hinted" and not result.met
            self.counts["missed"] += result.what == "silent"

    @property
    def recall(self) -> float | None:
        return self.counts["met"] / self.counts["wanted"] if self.counts["wanted"] else None

    @property
    def precision(self) -> float | None:
        return self.counts["justly"] / self.counts["accused"] if self.counts["accused"] else None


def score(of: Sequence[Entry], trial: bool = False) -> list[Result]:
    """What the judges of today say of these entries, judged as one batch."""
    judged = judge([dossier(entry) for entry in of])
    return [result(entry, judgement, trial) for entry, judgement in zip(of, judged, strict=True)]


def result(entry: Entry, judgement: Judgement, trial: bool = False) -> Result:
    """What one judgement makes of its entry; `trial`: what rules on trial say accuses too."""
    spoken = [*judgement.findings, *judgement.trial]
    accusing = [f for f in (spoken if trial else judgement.findings) if not f.doubt and f.severity is not Severity.INFO]
    names = tuple(sorted({name for f in spoken for name in _names(f)}))
    just = [f for f in accusing if set(entry.rules) & _names(f)]
    if just:
        return Result(entry, "found", names, besides=len(just) < len(accusing))
    if accusing:
        return Result(entry, "elsewhere", names)
    hinted = any(set(entry.rules) & _names(f) for f in spoken)
    return Result(entry, "hinted" if hinted else "silent", names)


def rows(results: Iterable[Result]) -> Mapping[str, Row]:
    """The counts by quantity, and of all."""
    found: dict[str, Row] = {}
    for one in results:
        for quantity in (one.entry.quantity, "all"):
            found.setdefault(quantity, Row()).add(one)
    return {k: v for k, v in found.items() if k != "all"} | {"all": found["all"]}


_COLUMNS = (
    "entries", "wanted", "met", "besides", "elsewhere", "only hinted", "missed",
    "unjust true", "unjust false", "unjust scoped", "unjust unrelated", "asides",
)  # fmt: skip


def table(by_quantity: Mapping[str, Row]) -> str:
    """The counts as lines. Recall counts false sentences met by their own rule; precision all accusations."""
    lines = [f"{'quantity':20}" + "".join(f"  {c}" for c in _COLUMNS) + "  recall  precision"]
    for quantity, row in by_quantity.items():
        counts = "".join(f"{row.counts[c]:>{len(c) + 2}}" for c in _COLUMNS)
        lines.append(f"{quantity:20}{counts}{_share(row.recall):>8}{_share(row.precision):>11}")
    return "\n".join(lines)


def _names(finding: Finding) -> set[str]:
    return {finding.rule, *finding.also}


def _share(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"


def _faults(results: Iterable[Result]) -> Iterable[str]:
    """The first misjudged sentence of each template and kind, and how many there are like it."""
    wrong = [one for one in results if one.unjust or (one.wanted and not one.met)]
    alike = Counter(_template(one) for one in wrong)
    for template, first in {_template(one): one for one in reversed(wrong)}.items():
        entry = first.entry
        lies = " ".join(f"{name} {truth}->{printed}" for name, (truth, printed) in entry.lies.items())
        yield f"{alike[template]} {first.what:9} {entry.kind:9} {entry.id}: {entry.text} | {lies} | {entry.rule} | {' '.join(first.rules)}"


def _template(one: Result) -> tuple[str, bool]:
    return one.entry.id.rpartition("-")[0], one.unjust


def main(name: str, *options: str) -> None:
    """Prints the table of a set and, where asked, what was misjudged of it."""
    results = score(entries(name), "--trial" in options)
    print(table(rows(results)))  # noqa: T201
    if "--show" in options:
        print("\n".join(_faults(results)))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
