"""The paragraphs of a PDF, and files that are no readable PDF."""

import io
from contextlib import closing

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from gouji.document import read
from gouji.document.model import Document, Grid, Paragraph
from gouji.document.pdf.page import has_usable_text, read_page
from gouji.errors import UnreadableDocument
from tests.layouts.paper import Paper
from tests.layouts.unmapped_font import unmapped_font

LINE = "全年通过门户网站和政务新媒体公开各类信息，内容涵盖规划计划和财政预决算，全部"  # fills the width
END = "按期公开。"


def document(paper: Paper) -> Document:
    return read(paper.pdf(), "report.pdf")


def texts(paper: Paper) -> list[str]:
    return [paragraph.text for paragraph in document(paper).paragraphs()]


def page(paper: Paper, *lines: tuple[float, str], top: float = 100) -> Paper:
    """Lines one under the other, each with its indent in characters."""
    for number, (indent, text) in enumerate(lines):
        paper.write(70 + 12 * indent, top + 24 * number, text)
    return paper


def test_lines_join_without_blanks_and_an_indent_begins_a_paragraph() -> None:
    paper = page(Paper(), (2, LINE[:-2]), (0, LINE), (0, END), (2, LINE[:-2]), (0, END))
    assert texts(paper) == [LINE[:-2] + LINE + END, LINE[:-2] + END]


def test_a_heading_stands_alone() -> None:
    paper = page(Paper(), (0, "一、总体情况"), (0, LINE), (0, END), (0, "（一）主动公开"), (0, LINE), (0, END))
    assert texts(paper) == ["一、总体情况", LINE + END, "（一）主动公开", LINE + END]


def test_a_line_left_short_by_a_number_is_not_an_end() -> None:
    paper = page(Paper(), (0, LINE), (0, LINE[:-4]), (0, "2023年" + LINE[:-3]), (0, END), (0, LINE), (0, LINE))
    assert texts(paper)[0] == LINE + LINE[:-4] + "2023年" + LINE[:-3] + END


def test_a_number_pushed_off_a_line_behind_a_colon_belongs_to_it() -> None:
    paper = page(Paper(), (0, LINE), (0, LINE[:-4] + "："), (0, "0000-7654321）" + END), (2, LINE[:-2]))
    assert texts(paper)[0] == LINE + LINE[:-4] + "：0000-7654321）" + END


def test_a_paragraph_goes_on_over_the_page_and_is_placed_where_it_begins() -> None:
    paper = page(Paper(), (2, LINE[:-2]), (0, LINE), top=700)
    found = document(page(paper.next_page(), (0, LINE), (0, END), top=100))
    [paragraph] = found.paragraphs()
    assert paragraph.text == LINE[:-2] + LINE + LINE + END
    assert (paragraph.place.page, paragraph.place.paragraph) == (1, 1)
    assert paragraph.place.bbox is not None
    assert paragraph.place.bbox[3] > 720


def test_page_numbers_and_running_heads_are_no_text() -> None:
    paper = Paper()
    for number in (1, 2, 3):
        page(paper.write(70, 40, "某某县年度报告").write(290, 810, f"— {number} —"), (2, LINE[:-2]), (0, END))
        if number < 3:
            paper.next_page()
    assert texts(paper) == [LINE[:-2] + END] * 3


def test_a_sentence_that_is_a_number_stays_where_it_stands_in_the_text() -> None:
    assert "12" in texts(page(Paper(), (2, LINE[:-2]), (0, END), (2, "12"), (2, LINE[:-2]), (0, END)))


def test_paragraphs_and_tables_come_in_reading_order() -> None:
    paper = page(Paper(), (0, "二、主动公开"), (0, LINE), (0, END)).row(200, 22, [70, 250, 525], ["行政许可", "5"])
    page(paper, (0, "三、收到和处理"), top=260)
    kinds = [block.text if isinstance(block, Paragraph) else "表" for block in document(paper).blocks]
    assert kinds == ["二、主动公开", LINE + END, "表", "三、收到和处理"]


def test_two_numbers_apart_on_a_line_stay_two() -> None:
    paper = page(Paper(), (0, "维持"), (0, LINE)).write(200, 172, "10").write(240, 172, "0")
    assert texts(paper)[-1] == "10 0"


def test_a_doubt_of_hidden_text_stands_on_its_paragraph() -> None:
    paper = page(Paper(), (2, LINE[:-2]), (0, END), (2, "全年收到申请件。"), (2, LINE[:-2]), (0, END))
    paper.canvas.setFillGray(1)
    paper.write(150, 148, "9")
    doubted = [paragraph.text for paragraph in document(paper).paragraphs() if paragraph.doubts == ("hidden-text",)]
    assert doubted == ["全年收到申请件。"]


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read(data, "report.pdf")
    assert caught.value.words.en
    return caught.value.words.zh


def scan(pages: int = 1, stamp: str = "") -> bytes:
    image = ImageReader(Image.new("L", (200, 300), 230))
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(pages):
        canvas.drawImage(image, 0, 0, 595, 842)
        canvas.drawString(280, 20, stamp)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.usefixtures("without_ocr")
def test_a_scan_says_that_it_is_one_and_what_to_hand_in() -> None:
    assert 'pip install "gouji[ocr]"' in refused(scan())
    assert "扫描件" in refused(scan(3, stamp="- 1 -"))


@pytest.mark.usefixtures("without_ocr")
def test_one_scanned_page_among_others_is_a_doubt_about_the_whole() -> None:
    paper = page(Paper(), *[(0, LINE)] * 5).next_page()
    paper.canvas.drawImage(ImageReader(Image.new("L", (200, 300), 230)), 0, 0, 595, 842)
    assert document(paper).doubts == ("pages-without-text",)


def test_a_password_a_cut_and_an_empty_file_each_have_their_sentence() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret"))
    canvas.drawString(100, 100, "x")
    canvas.save()
    assert "密码" in refused(out.getvalue())
    whole = page(Paper(), *[(0, LINE)] * 5).pdf()
    assert "损坏" in refused(whole[: len(whole) // 2])
    assert "空" in refused(b"")
    assert "没有可见的文字" in refused(Paper().pdf())


def test_more_pages_than_a_report_has_are_refused() -> None:
    paper = Paper()
    for _ in range(60):
        paper.write(70, 100, LINE).next_page()
    assert "61" in refused(paper.write(70, 100, LINE).pdf())


def test_the_kind_is_told_by_content_and_not_by_name() -> None:
    found = read(page(Paper(), *[(0, LINE)] * 5).pdf(), "report.html")
    assert found.format == "pdf"
    assert not any(isinstance(block, Grid) for block in found.blocks)


@pytest.mark.usefixtures("without_ocr")
def test_a_page_of_outlines_or_of_fonts_without_characters_is_not_read_as_if_it_were_text() -> None:
    paper = Paper()
    for number in range(300):
        outline = paper.canvas.beginPath()
        outline.ellipse(70 + 15 * (number % 30), 700 - 20 * (number // 30), 8, 10)
        paper.canvas.drawPath(outline, stroke=0, fill=1)
    assert "已转成图形" in refused(paper.pdf())
    assert "字体没有文字对照" in refused(unmapped_font(mute_rows=40))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_text_turned_in_the_file_is_read_in_its_own_direction(turn: int) -> None:
    paper = Paper()
    paper.canvas.translate(297, 421)
    paper.canvas.rotate(turn)
    paper.canvas.translate(-297, -421)
    assert "全年收到申请13.5件。" in "".join(texts(page(paper, (0, LINE[:20]), (0, "全年收到申请13.5件。"), (0, LINE[:20]), top=200)))


def test_pages_without_usable_text_are_told_from_the_others() -> None:
    paper = page(Paper(), *[(0, LINE)] * 5).next_page()
    paper.canvas.drawImage(ImageReader(Image.new("L", (200, 300), 230)), 0, 0, 595, 842)
    with closing(PdfDocument(paper.write(280, 820, "- 2 -").pdf())) as pdf:
        assert [has_usable_text(read_page(pdf, index)) for index in (0, 1)] == [True, False]


def test_a_portfolio_says_that_the_files_in_it_were_not_read() -> None:
    page = Paper().write(70, 100, "请用阅读器打开作品集中的文件。").pdf()
    with closing(PdfDocument(page)) as pdf:
        pdf.new_attachment("report.pdf").set_data(page)
        out = io.BytesIO()
        pdf.save(out)
    assert read(page, "report.pdf").unread == ()
    assert read(out.getvalue(), "report.pdf").unread == ("attachment-not-read",)
