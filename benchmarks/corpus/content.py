"""What a document of the corpus prints: a sample's figures, changed as published reports change them, and so the truth about it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from benchmarks.corpus.figures import figures
from benchmarks.corpus.tables import tables
from gouji.form import form
from samples import Sample, any_sound, variants
from samples.grids import SampleGrid
from samples.sample import Part

_FAULTY = 0.25


@dataclass(frozen=True, slots=True)
class Content:
    """One report to be set in some layout. `truth` maps each figure's id to the text printed, None where it has no cell.

    `clean` says that every figure is printed as a number, a blank or a mark, with nothing beside it: there is no reason to doubt any.
    """

    seed: int
    sample: Sample
    tables: Mapping[str, SampleGrid]
    truth: Mapping[str, str | None]
    clean: bool

    def table_of(self, part: Part) -> SampleGrid | None:
        """The table that closes this part, if any."""
        return self.tables.get(part.table) if part.table else None


def content(seed: int) -> Content:
    """The report of this seed; the same seed gives the same."""
    random = Random(f"content {seed}")
    sample = random.choice(_faulty()) if random.random() < _FAULTY else any_sound(seed)
    printed, clean = figures(sample, random)
    sample = replace(sample, figures=printed)
    return Content(seed, sample, tables(sample, random), _truth(sample), clean)


def _truth(sample: Sample) -> dict[str, str | None]:
    names = dict.fromkeys([*form(sample.form).figure_ids(), *sample.figures])
    return {name: sample.figures.get(name) for name in names}


@cache
def _faulty() -> tuple[Sample, ...]:
    """The smallest faults and their neighbours, but for those whose tables are images."""
    return tuple(variant.sample for variant in variants() if not variant.sample.layout.pictures)
