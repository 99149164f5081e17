"""A table wider than its pages, printed in strips as a workbook is: no column that stands on a later page is missing for sure."""

import io
from dataclasses import replace

import pypdfium2
import pytest

from gouji.reading import read_report
from gouji.report import Figure, Report, State
from samples import Sample, any_sound, render

WHOLE = 595.0
# Between the columns of the samples' Table 3 from its right side: before 总计, before 其他, before 法律服务机构.
CUTS = (497.7, 462.5, 427.3)


def in_strips(sample: Sample, *cuts: float) -> bytes:
    """The sample's PDF, each page as wide as from one cut to the next; all that stands left comes before what stands right."""
    source, strips = pypdfium2.PdfDocument(render(sample, "pdf")), pypdfium2.PdfDocument.new()
    for left, right in zip((0.0, *cuts), (*cuts, WHOLE), strict=True):
        strips.import_pages(source)
        for index in range(len(strips) - len(source), len(strips)):
            page = strips[index]
            _, bottom, _, top = page.get_mediabox()
            page.set_mediabox(left, bottom, right, top)
            page.set_cropbox(left, bottom, right, top)
    buffer = io.BytesIO()
    strips.save(buffer)
    return buffer.getvalue()


def missing_for_sure(sample: Sample, report: Report) -> list[Figure]:
    """The figures that are printed, and read as absent with nobody told."""
    doubted = {name for name, table in report.tables.items() if table.doubts}
    found = (report.figures[name] for name in sample.figures)
    return [f for f in found if f.state is State.ABSENT and f.sure and f.table not in doubted]


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_columns_on_a_strip_of_their_own_are_not_missing_for_sure(seed: int, cut: float) -> None:
    sample = any_sound(seed)
    report = read_report(in_strips(sample, cut), "report.pdf")
    assert report.figures["applications.received.natural_person"].state is State.NUMBER
    assert report.figures["applications.received.total"].state is State.ABSENT
    assert missing_for_sure(sample, report) == []


def test_a_column_that_the_report_leaves_out_is_missing_for_sure() -> None:
    sample = any_sound(1)
    kept = {name: text for name, text in sample.figures.items() if not name.endswith(".total")}
    report = read_report(in_strips(replace(sample, figures=kept)), "report.pdf")
    assert report.figures["applications.received.total"].state is State.ABSENT
    assert not report.tables["applications"].doubts
