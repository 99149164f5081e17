"""Text that nobody sees, twice printed, turned, or in a font that does not say what it is."""

import pytest
from PIL import Image

from gouji.document import read
from gouji.document.model import Cell
from gouji.document.pdf.file import read_pages
from tests.gouji.document.paper_tables import cell, document, grid, sheet
from tests.layouts.paper import HEIGHT, WIDTH, Paper
from tests.layouts.unmapped_font import unmapped_font


class TestUnseen:
    """Text that the file holds and nobody sees never joins a figure; the cell is doubted."""

    def read_cell(self, paper: Paper) -> Cell:
        return grid(paper).row(0)[1]

    def row(self) -> Paper:
        return sheet().row(100, 22, [70, 250, 525], ["行政许可", "13.5"])

    def test_white_digits(self) -> None:
        paper = self.row()
        paper.canvas.setFillGray(1)
        found = self.read_cell(paper.write(275, 114, "99", 10))
        assert (found.text, found.doubts) == ("13.5", ("hidden-text",))

    def test_invisible_digits(self) -> None:
        paper = self.row()
        text = paper.canvas.beginText(275, HEIGHT - 114)
        text.setTextRenderMode(3)
        text.textOut("99")
        paper.canvas.drawText(text)
        found = self.read_cell(paper)
        assert (found.text, found.doubts) == ("13.5", ("hidden-text",))

    @pytest.mark.parametrize("how", ["white", "clear", "faint"])
    def test_what_is_laid_over_a_scanned_page_without_a_colour_to_see(self, how: str) -> None:
        paper = Paper()
        paper.canvas.drawInlineImage(Image.new("L", (60, 84), 255), 0, 0, WIDTH, HEIGHT)
        paper.canvas.setFillGray(1 if how == "white" else 0)
        paper.canvas.setFillAlpha({"white": 1, "clear": 0, "faint": 0.01}[how])
        paper.write(70, 100, "全年新收申请15件")
        [page] = read_pages(paper.pdf())
        assert (page.characters.seen, len(page.characters.unseen)) == ([], 9)

    def test_digits_outside_their_clip(self) -> None:
        paper = self.row()
        paper.canvas.saveState()
        clip = paper.canvas.beginPath()
        clip.rect(300, HEIGHT - 122, 200, 22)
        paper.canvas.clipPath(clip, stroke=0)
        paper.write(275, 114, "99", 10)
        paper.canvas.restoreState()
        found = self.read_cell(paper)
        assert (found.text, found.doubts) == ("13.5", ("clipped-text",))

    def test_white_letters_on_a_coloured_ground_are_seen(self) -> None:
        paper = sheet()
        paper.canvas.setFillColorRGB(0.1, 0.2, 0.6)
        paper.canvas.rect(70, HEIGHT - 122, 455, 22, stroke=0, fill=1)
        paper.canvas.setFillGray(1)
        paper.row(100, 22, [70, 250, 525], ["行政许可", "13"])
        found = self.read_cell(paper)
        assert (found.text, found.doubts) == ("13", ())

    def test_text_outside_the_crop_box_is_dropped(self) -> None:
        paper = sheet().write(70, 700, "页面以外的一行")
        paper.canvas.setCropBox((0, 300, WIDTH, HEIGHT))
        assert "页面以外" not in "".join(p.text for p in document(paper).paragraphs())


def test_bold_made_by_printing_twice_is_read_once() -> None:
    paper = sheet().row(100, 22, [70, 250, 525], ["行政许可", "110"]).write(253.4, 114, "110", 10)
    found = grid(paper).row(0)[1]
    assert (found.text, found.doubts) == ("110", ())


def test_a_shadow_is_read_once_and_doubted() -> None:
    paper = sheet().row(100, 22, [70, 250, 525], ["行政许可", "305"])
    for number, digit in enumerate("305"):
        paper.write(254.5 + 4.58 * number, 115.2, digit, 10)
    found = grid(paper).row(0)[1]
    assert (found.text, found.doubts) == ("305", ("doubled-text",))


def test_a_raised_note_is_no_digit() -> None:
    paper = sheet().row(100, 22, [70, 250, 525], ["行政许可", "12"]).write(265, 109, "2", 5)
    found = grid(paper).row(0)[1]
    assert (found.text, found.doubts) == ("12", ("footnote-mark",))


@pytest.mark.parametrize("turn", [0, 180])
def test_a_page_that_is_shown_upside_down_is_not_read_backwards(turn: int) -> None:
    paper = sheet().row(100, 22, [70, 250, 525], ["行政事业性收费", "13.5"])
    paper.canvas.setPageRotation(turn)
    assert grid(paper).row(0)[1].text == "13.5"


def test_a_landscape_page_is_read_and_placed_as_shown() -> None:
    paper = sheet().next_page()
    paper.canvas.translate(WIDTH, 0)
    paper.canvas.rotate(90)
    paper.canvas.translate(0, WIDTH - HEIGHT)  # so that `HEIGHT - y` counts from the top of the turned page
    paper.row(100, 22, [70, 250, 525], ["行政许可", "41"])
    paper.canvas.setPageRotation(90)
    found = cell(grid(paper), "41")
    assert found.place.bbox == (250.0, 100.0, 525.0, 122.0)


def test_digits_turned_against_the_page_are_doubted() -> None:
    paper = sheet().row(100, 60, [70, 250, 525], ["行政许可", ""])
    paper.canvas.saveState()
    paper.canvas.translate(300, HEIGHT - 150)
    paper.canvas.rotate(90)
    paper.canvas.drawString(0, 0, "17")
    paper.canvas.restoreState()
    assert "turned-text" in grid(paper).row(0)[1].doubts


def test_a_slanted_watermark_is_no_part_of_a_cell() -> None:
    paper = sheet().row(100, 60, [70, 250, 525], ["行政许可", "41"])
    paper.canvas.saveState()
    paper.canvas.translate(300, HEIGHT - 150)
    paper.canvas.rotate(45)
    paper.canvas.drawString(0, 0, "内部资料")
    paper.canvas.restoreState()
    found = grid(paper).row(0)[1]
    assert (found.text, found.doubts) == ("41", ())


@pytest.mark.usefixtures("without_ocr")
def test_digits_of_a_font_that_does_not_say_what_they_are_are_doubted_with_their_table() -> None:
    [found] = read(unmapped_font(), "report.pdf").grids()
    mute, plain = (found.row(number)[1] for number in (0, 1))
    assert (mute.text, plain.text) == ("\ufffd" * 3, "8")
    assert mute.doubts == ("unmapped-font", "replacement-character")
    assert plain.doubts == ("unmapped-font",)
