"""How exactly each format is read: every figure of a corpus whose truth is known, and every doubt, needed or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.beside import beside
from benchmarks.corpus import FAMILIES, Family, Made, corpus
from benchmarks.measured import Measured, processor
from benchmarks.truth import Outcome, outcomes
from gouji.isolation import Job, read_reports

_DOCUMENTS = {"scan": 6}
_USUALLY = 12
_BESIDE = 5
_FIRST_SEED = 7000
_CLEAN_WITH_DOUBTS = 0.02
_SCANS = {"scan-200": 0.995, "scan-150": 0.99}
_HEAD = ("family", "documents", "unread", "figures exact", "", "doubts", "needed", "missed", "clean, doubted", "CPU s each")


@dataclass(frozen=True, slots=True)
class Score:
    """What became of one family's documents."""

    family: Family
    figures: tuple[tuple[Made, tuple[Outcome, ...]], ...]
    seconds: float

    def count(self, what: str) -> int:
        return sum(bool(getattr(outcome, what)) for _, found in self.figures for outcome in found)

    @property
    def printed(self) -> int:
        return sum(outcome.printed is not None for _, found in self.figures for outcome in found)

    @property
    def exact(self) -> int:
        return sum(outcome.exact and outcome.printed is not None for _, found in self.figures for outcome in found)

    @property
    def needed(self) -> int:
        return sum(not outcome.exact for _, found in self.figures for outcome in found)

    @property
    def raised(self) -> int:
        return sum(not outcome.sure for _, found in self.figures for outcome in found)

    @property
    def unread(self) -> int:
        return sum(all(outcome.read is None for outcome in found) for _, found in self.figures)

    @property
    def doubted(self) -> float:
        """The share of the clean documents in which anything was doubted."""
        clean = [found for made, found in self.figures if made.content.clean]
        return sum(any(not outcome.sure for outcome in found) for found in clean) / max(len(clean), 1)


def exactness() -> Iterator[Measured | str]:
    """A line for each family of documents, then the PDFs beside other readers, then the goals."""
    yield _row(_HEAD)
    scores, pdfs = [], []
    for family in FAMILIES.values():
        made = corpus([family.name], seeds(family))
        if not made:
            yield f"{family.name}: not made for want of {' and '.join(family.lacks)}"
            continue
        scores.append(score(made))
        yield _row(_cells(scores[-1]))
        pdfs += made[:_BESIDE] if family.format == "pdf" else []
    yield from beside(pdfs)
    yield from _goals(scores)


def seeds(family: Family) -> range:
    """The seeds whose documents are measured; others than the tests have."""
    return range(_FIRST_SEED, _FIRST_SEED + _DOCUMENTS.get(family.format, _USUALLY))


def score(made: Sequence[Made]) -> Score:
    """These documents of one family read, one at a time, each in a process of its own."""
    jobs = [Job(str(number), one.name, one.data) for number, one in enumerate(made)]
    began = processor()
    readings = {reading.key: reading for reading in read_reports(jobs, workers=1)}
    seconds = (processor() - began) / len(made)
    found = tuple((one, tuple(outcomes(one, readings[str(number)]))) for number, one in enumerate(made))
    return Score(made[0].family, found, seconds)


def _cells(of: Score) -> tuple[str, ...]:
    share = f"{of.exact / of.printed:.2%}" if of.printed else ""
    counts = (of.raised, of.needed, of.count("missed"))
    read = (str(len(of.figures)), str(of.unread), f"{of.exact} / {of.printed}", share)
    return (of.family.name, *read, *map(str, counts), f"{of.doubted:.0%}", f"{of.seconds:.3f}")


def _row(cells: Sequence[str]) -> str:
    widths = (18, 11, 8, 16, 9, 8, 8, 8, 16, 12)
    return cells[0].ljust(widths[0]) + "".join(cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))


def _goals(scores: Sequence[Score]) -> Iterator[Measured]:
    for of in scores:
        share = of.exact / of.printed
        if of.family.format == "scan":
            if least := _SCANS.get(of.family.name):
                yield Measured(f"{of.family.name}: figures exact", f"{share:.2%}", "", "", f">= {least:.1%}", share >= least)
        elif of.family.cells:
            yield Measured(f"{of.family.name}: figures exact", f"{share:.2%}", "", "", "100%", share == 1)
            yield Measured(f"{of.family.name}: clean ones doubted", f"{of.doubted:.0%}", "", "", "<= 2%", of.doubted <= _CLEAN_WITH_DOUBTS)
        yield Measured(f"{of.family.name}: wrong and sure", str(of.count("missed")), "", "", "0", not of.count("missed"))
