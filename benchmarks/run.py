"""Measures what was promised, ours beside what a user would do without us, and exits 1 where a promise is not kept.

`make bench`, or `python -m benchmarks.run [judging|reading|starting|exactness]`. Files are made afresh and kept nowhere.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

from benchmarks.exactness import exactness
from benchmarks.judging import judging
from benchmarks.measured import Measured
from benchmarks.reading import reading
from benchmarks.starting import starting

# What a measure yields is printed as it comes; what is only told, and not promised, is text.
MEASURES: Mapping[str, Callable[[], Iterator[Measured | str] | Iterator[Measured]]] = {
    "judging": judging,
    "reading": reading,
    "starting": starting,
    "exactness": exactness,
}


def main(names: Sequence[str]) -> int:
    """Prints the table; 1 where a promise is not kept."""
    measured = []
    for name in names or MEASURES:
        for line in MEASURES[name]():
            measured.append(line)
            print(line, flush=True)  # noqa: T201 - the table is this script's output
    return 0 if all(line.kept for line in measured if isinstance(line, Measured)) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
