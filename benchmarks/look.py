"""One family's documents made, read, and what was read otherwise than printed told: `python -m benchmarks.look FAMILY SEED... [FOLDER]`.

With a folder, each document that was not read exactly is left there, with its figures as JSON beside it.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corpus import FAMILIES, Made, corpus
from benchmarks.truth import Outcome, outcomes
from gouji.isolation import Job, read_reports

_SHOWN = 4


def main(arguments: Sequence[str]) -> None:
    """Prints a line a document, and a few lines for one that was not read exactly."""
    family, *rest = arguments or [""]
    if family not in FAMILIES or not rest:
        sys.exit(f"python -m benchmarks.look FAMILY SEED... [FOLDER], where FAMILY is one of: {', '.join(FAMILIES)}")
    folder = None if rest[-1].isdecimal() else Path(rest.pop())
    for made, found in looked_at(corpus([family], [int(seed) for seed in rest])):
        print("\n  ".join(told(made, found)), flush=True)  # noqa: T201 - this is what the command is for
        if folder and any(not outcome.exact for outcome in found):
            _keep(made, folder)


def looked_at(made: Sequence[Made]) -> Iterator[tuple[Made, list[Outcome]]]:
    """Each document with what became of its figures, in the order in which they are read."""
    jobs = (Job(str(number), one.name, one.data) for number, one in enumerate(made))
    for reading in read_reports(jobs, workers=1 if any(one.family.format == "scan" for one in made) else 2):  # one scan uses all cores
        one = made[int(reading.key)]
        yield one, outcomes(one, reading)


def told(made: Made, found: Sequence[Outcome]) -> list[str]:
    """The document in a line, then some of its figures: wrong and sure first, wrong and doubted, doubted for nothing."""
    missed = [outcome for outcome in found if outcome.missed]
    marked = [outcome for outcome in found if not outcome.exact and not outcome.sure]
    needless = [outcome for outcome in found if outcome.exact and not outcome.sure]
    kind = f"form {made.content.sample.form}{'' if made.content.clean else ', not clean'}"
    head = f"{made.name} ({kind}): {len(missed)} wrong and sure, {len(marked)} wrong and doubted, {len(needless)} doubted"
    return [head, *map(str, (*missed[:_SHOWN], *marked[:_SHOWN], *needless[:2]))]


def _keep(made: Made, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / made.name).write_bytes(made.data)
    (folder / f"{made.name}.json").write_text(json.dumps(made.content.truth, ensure_ascii=False, indent=0), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
