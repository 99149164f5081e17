"""What is written is read again: every figure, in every format."""

import pytest

from gouji.report import Report
from samples import any_sound
from samples.writing import RENDERERS
from tests.samples.reading import misread, read

# Whether the variants are read as written is seen where they are read for their findings (test_findings).


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


def unsure(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    return [(name, figure.doubts) for name, figure in report.figures.items() if not figure.sure]
