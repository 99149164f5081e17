"""A sample is written in every format, the same bytes each time."""

import re
from pathlib import Path

import pypdfium2
import pytest

from samples import any_sound, demo_set, render, sound, variants, write_all
from samples.demo import demo_roster
from samples.faults import rules as rules_with_samples
from samples.grids import grid
from samples.writing import RENDERERS


@pytest.mark.parametrize("shown_as", RENDERERS)
def test_the_same_sample_gives_the_same_bytes(shown_as: str) -> None:
    assert render(any_sound(3), shown_as) == render(any_sound(3), shown_as)


@pytest.mark.parametrize("seed", range(6))
def test_a_pdf_holds_every_figure_and_the_whole_text(seed: int) -> None:
    sample = any_sound(seed)
    pdf = pypdfium2.PdfDocument(render(sample, "pdf"))
    pages = [page.get_textpage().get_text_range() for page in pdf]
    text = re.sub(r"\s", "", "".join(re.sub(r"- \d+ -", "", page) for page in pages))
    assert len(pages) > 1
    for paragraph in (sample.title, *sample.preamble, *(p for part in sample.parts for p in part.paragraphs)):
        assert re.sub(r"\s", "", paragraph) in text
    for printed in sample.figures.values():
        assert printed in text


def test_table_3_of_a_pdf_goes_on_over_a_page_end() -> None:
    pdf = pypdfium2.PdfDocument(render(sound(year=2023, seed=1), "pdf"))
    pages = [page.get_textpage().get_text_range() for page in pdf]
    first = next(number for number, text in enumerate(pages) if "一、本年新收" in text)
    last = next(number for number, text in enumerate(pages) if "四、结转下年度" in text)
    assert first < last


def test_merged_cells_leave_no_square_of_a_table_open_or_doubly_covered() -> None:
    for seed in range(10):
        sample = any_sound(seed)
        for table in ("disclosure", "applications", "proceedings"):
            shown = grid(sample, table)
            assert shown is not None
            squares = [
                (row, column)
                for cell in shown.cells
                for row in range(cell.row, cell.row + cell.rowspan)
                for column in range(cell.column, cell.column + cell.colspan)
            ]
            assert len(squares) == len(set(squares)) == shown.rows * shown.columns


def test_a_text_row_of_table_3_ends_with_its_seven_figures() -> None:
    sample = sound(year=2023, size="medium", seed=2)
    line = next(line for line in render(sample, "text").decode().splitlines() if "8.属于行政查询事项" in line)
    assert line.split("\t")[-7:] == [text for name, text in sample.figures.items() if ".denied_inquiry." in name]


# One with last year's report beside it, one with another file of the same report, one that is shown in some formats only.
@pytest.mark.parametrize(
    "rules", [("carry-over-continuity", "versions-differ", "disclosure-label"), pytest.param((), marks=pytest.mark.long)]
)
def test_samples_are_written_with_an_index_that_names_them(tmp_path: Path, rules: tuple[str, ...]) -> None:
    paths = write_all(tmp_path, [variant for variant in variants() if variant.rule in rules] if rules else None)
    index = (tmp_path / "INDEX.md").read_text("utf-8")
    assert all(path.exists() for path in paths)
    assert all(path.relative_to(tmp_path).as_posix() in index for path in paths[1:])
    assert {path.parent.name for path in paths if path.parent.parent.name == "faulty"} == set(rules or rules_with_samples())


def test_the_demonstration_has_six_bodies_and_a_file_that_nobody_can_read(tmp_path: Path) -> None:
    paths = demo_set(tmp_path / "inbox")
    roster = demo_roster(tmp_path / "bodies.csv").read_text("utf-8").splitlines()
    assert len(paths) == 8
    assert len(roster) == 1 + 6
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(paths[-1])
