"""What the rules find in the samples, beside what they found when somebody last looked: `make corpus`.

`python -m benchmarks.rules` shows what is new, gone and changed by rule and exits 1 where anything is; with --write the committed
summary (benchmarks/rules.json) says what is found now. Samples are judged as the text that they print.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gouji.dossier import Dossier
from gouji.judgement import Judgement
from samples import Sample, any_sound, render, variants

SUMMARY = Path(__file__).parent / "rules.json"
_SOUND = 200
_EXAMPLES = 3
_SHOWN_AS = ("text", "report.txt")

# By rule: how many findings of each kind, and by report the kinds and figures of its findings, so that what changed can be named.
Found = dict[str, dict[str, list[str]]]


def main(arguments: Sequence[str]) -> int:
    """0 where the samples give what the summary says, or it has just been written."""
    found = summary(judged(list(_named())))
    if "--write" in arguments:
        SUMMARY.write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
        return 0
    kept: Found = json.loads(SUMMARY.read_text("utf-8"))
    lines = list(differences(kept, found))
    print("\n".join(lines) if lines else f"{len(found)} rules find in the samples what they found before.")  # noqa: T201 - this script's output
    return int(bool(lines))


def _named() -> Iterator[tuple[str, Sample, Sample | None]]:
    """The reports by name: sound ones of any kind, and every variant of every rule."""
    yield from ((f"sound-{seed}", any_sound(seed), None) for seed in range(_SOUND))
    yield from ((f"{v.rule}-{v.name}", v.sample, v.previous) for v in variants() if _SHOWN_AS[0] in v.formats)


def judged(named: Sequence[tuple[str, Sample, Sample | None]]) -> dict[str, Judgement]:
    """The judgement of each, all in one batch."""
    from expectations.judging import judge

    dossiers = [_dossier(sample, previous) for _, sample, previous in named]
    return dict(zip((name for name, _, _ in named), judge(dossiers), strict=True))


def _dossier(sample: Sample, previous: Sample | None) -> Dossier:
    from gouji.agencies import resolve
    from gouji.reading import read_report

    shape, name = _SHOWN_AS
    report = read_report(render(sample, shape), name)
    before = read_report(render(previous, shape), name) if previous else None
    return Dossier(report, agency=resolve(report, None), previous=before)


def summary(judgements: Mapping[str, Judgement]) -> Found:
    """By rule and report what was found."""
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for name, judgement in judgements.items():
        for finding in (*judgement.findings, *judgement.trial):
            kind = "trial" if finding.trial else "doubt" if finding.doubt else str(finding.severity)
            found[finding.rule].setdefault(name, []).append(f"{kind}: {finding.actual or ''}→{finding.expected or ''}")
    return {rule: dict(sorted(reports.items())) for rule, reports in sorted(found.items())}


def differences(before: Found, after: Found) -> Iterator[str]:
    """A line for each rule that finds something else now, and a few examples under it."""
    for rule in sorted(before.keys() | after.keys()):
        old, new = before.get(rule, {}), after.get(rule, {})
        kinds = {"new": sorted(new.keys() - old.keys()), "gone": sorted(old.keys() - new.keys())}
        kinds["changed"] = sorted(name for name in old.keys() & new.keys() if old[name] != new[name])
        counts = Counter({kind: len(names) for kind, names in kinds.items() if names})
        if not counts:
            continue
        yield f"{rule}: " + ", ".join(f"{kind} {count}" for kind, count in counts.items())
        for kind, names in kinds.items():
            yield from (f"  {kind} in {name}: {' | '.join(new.get(name) or old[name])}" for name in names[:_EXAMPLES])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
