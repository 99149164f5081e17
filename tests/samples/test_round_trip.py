"""What is written is read again: every figure, in every format."""

import pytest

from gouji.form import form
from gouji.reading import read_report
from gouji.report import Figure, Report, State
from samples import Sample, Variant, any_sound, render, variants
from samples.writing import RENDERERS

# The page tables that stand as an image, and rows of one text that begin or end blank, are the readers' own tests.
# In PDF and DOCX, which take longer, the sound reports and a fault of each kind of rule (test_findings) are read on every run.
ALL = [
    pytest.param(
        variant, shown_as, id=f"{variant.rule}-{variant.name}-{shown_as}", marks=[] if shown_as in ("html", "text") else [pytest.mark.long]
    )
    for variant in variants()
    for shown_as in variant.formats
]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("shown_as", RENDERERS)
def test_a_sound_report_is_read_as_it_was_written(shown_as: str, seed: int) -> None:
    sample = any_sound(seed)
    report = read(sample, shown_as)
    assert misread(sample, report) == []
    assert unsure(report) == []
    assert (report.agency.value, report.agency.sure) == (sample.agency, True)
    assert (report.report_year, report.year.sure) == (sample.year, True)
    assert report.signed_on == sample.signed_on
    assert report.period is not None
    assert (report.period.start.year, report.period.end.month, report.period.end.day) == (sample.year, 12, 31)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("shown_as", RENDERERS)
def test_the_text_of_every_part_is_read_as_it_was_written(shown_as: str, seed: int) -> None:
    sample = any_sound(seed)
    report = read(sample, shown_as)
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    for section, part in zip(report.sections, sample.parts, strict=True):
        assert section.heading == part.heading
        assert [p.text for p in section.paragraphs][: len(part.paragraphs)] == list(part.paragraphs)


def test_a_page_gives_its_publication_date() -> None:
    sample = any_sound(1)
    assert read(sample, "html").published_on == sample.published_on


@pytest.mark.parametrize(("variant", "shown_as"), ALL)
def test_a_variant_is_read_as_it_was_written(variant: Variant, shown_as: str) -> None:
    assert misread(variant.sample, read(variant.sample, shown_as)) == []


def read(sample: Sample, shown_as: str) -> Report:
    return read_report(render(sample, shown_as), f"report.{RENDERERS[shown_as][1]}")


def misread(sample: Sample, report: Report) -> list[tuple[str, str | None, str | None, str]]:
    """The figures that were read otherwise than printed: id, printed, read, state."""
    names = [*form(sample.form).figure_ids(), *(name for name in sample.figures if "other_outcomes" in name)]
    shown = [name for name in names if name.split(".")[0] not in sample.layout.pictures]
    pairs = [(name, sample.figures.get(name), report.figures.get(name)) for name in shown]
    return [
        (name, printed, figure and figure.raw, str(figure and figure.state)) for name, printed, figure in pairs if not same(printed, figure)
    ]


def same(printed: str | None, figure: Figure | None) -> bool:
    if printed is None:
        return figure is None or (figure.raw, figure.state) == (None, State.ABSENT)
    if figure is None or figure.raw is None or "".join(figure.raw.split()) != printed:  # a narrow cell breaks its text
        return False
    return figure.state == (State.BLANK if not printed else State.NUMBER if printed.isdecimal() else figure.state)


def unsure(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    return [(name, figure.doubts) for name, figure in report.figures.items() if not figure.sure]
