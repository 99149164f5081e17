"""Pages that are pictures: what is read is what is printed, and what is not surely read says so."""

import io
import subprocess
import sys
from collections.abc import Callable
from functools import cache

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from gouji.document import read
from gouji.document.formats import format_of
from gouji.document.model import Cell, Document
from gouji.errors import UnreadableDocument
from tests.layouts.paper import EDGES, Paper, seven

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from tests.layouts.scans import CLEAN, DIRTY, WHITE, Spoiling, images_of, mixed, scanned

UNREAD = "\ufffd"
ROWS = {
    "一、本年新收申请数量": "0 1 10 11 119 7730.28 1,250",
    "二、上年结转申请数量": "_ / - 8 — 1.5 307",
    "三、结转下年度办理": "6 9 4 5 2 3 100",
}


def table(figures: dict[str, str] = ROWS, y: float = 100, paper: Paper | None = None) -> bytes:
    """A page with a heading and a table of these rows."""
    paper = (paper or Paper()).write(70, 70, "三、收到和处理申请情况", 14)
    for number, (label, row) in enumerate(figures.items()):
        seven(y + 22 * number, label, row, paper)
    return paper.pdf()


def document(data: bytes) -> Document:
    return read(data, "scan.pdf")


def rows(found: Document) -> list[list[Cell]]:
    [grid] = found.grids()
    return [grid.row(number) for number in grid.row_numbers()]


def texts(found: Document) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows(found)]


def printed(figures: dict[str, str] = ROWS) -> list[list[str]]:
    return [[label, *("" if figure == "_" else figure for figure in row.split())] for label, row in figures.items()]


def test_cells_are_read_as_printed_and_only_odd_ones_doubted() -> None:
    found = document(scanned(table(), 200, DIRTY))
    assert texts(found) == printed()
    assert [cell.text for row in rows(found) for cell in row[1:] if cell.doubts] == ["/", "-", "—"]
    assert [p.text for p in found.paragraphs()] == ["三、收到和处理申请情况"]
    assert (found.format, found.pages, found.doubts, found.unread) == ("pdf", 1, (), ())


def test_a_change_printed_with_its_sign_is_as_plain_a_number_as_any() -> None:
    changes = {"一、本年新收申请数量": "+3 +1 -2 +10 0 +21 5"}
    found = document(scanned(table(changes), 150))
    assert texts(found) == printed(changes)
    assert not any(cell.doubts for row in rows(found) for cell in row[1:])


def test_grey_paper_uneven_light_and_a_bent_page_change_nothing() -> None:
    spoiling = Spoiling(skew=-1.2, noise=5, paper=(215, 210, 190), shade=0.3, bend=6)
    assert texts(document(scanned(table(), 200, spoiling))) == printed()


@cache
def turned(turn: int) -> list[list[Cell]]:
    return rows(document(scanned(table(), 200, Spoiling(turn=turn))))


# A page takes seconds, hence one of each kind on every run.
@pytest.mark.parametrize("turn", [1, pytest.param(2, marks=pytest.mark.long), pytest.param(3, marks=pytest.mark.long)])
def test_a_page_on_its_side_is_read_and_its_places_are_those_of_the_page_as_shown(turn: int) -> None:
    assert [[cell.text for cell in row] for row in turned(turn)] == printed()
    x0, top, x1, bottom = turned(0)[0][7].place.bbox or ()
    shown = {
        1: (top, 595 - x1, bottom, 595 - x0),
        2: (595 - x1, 842 - bottom, 595 - x0, 842 - top),
        3: (842 - bottom, x0, 842 - top, x1),
    }
    assert turned(turn)[0][7].place.bbox == pytest.approx(shown[turn], abs=1.5)


def test_a_seal_is_a_doubt_about_the_figures_that_it_covers_and_about_no_other() -> None:
    found = rows(document(scanned(table(), 200, Spoiling(stamps=((1, 0.83, 0.1),)))))
    stamped = [
        (cell.text, figure)
        for row, line in zip(found, printed(), strict=True)
        for cell, figure in zip(row, line, strict=True)
        if "stamp" in cell.doubts
    ]
    assert ("307", "307") in stamped
    assert all(text in (figure, UNREAD) for text, figure in stamped)
    clear = [
        (cell.text, figure)
        for row, line in zip(found, printed(), strict=True)
        for cell, figure in zip(row, line, strict=True)
        if "stamp" not in cell.doubts
    ]
    assert len(clear) > 12
    assert all(text == figure for text, figure in clear)


def test_below_150_dots_an_inch_every_figure_is_doubtful() -> None:
    found = document(scanned(table(), 110))
    assert texts(found)[2] == printed()[2]
    assert all("low-resolution" in cell.doubts for cell in rows(found)[2])


def test_print_too_pale_to_read_is_not_a_blank() -> None:
    paper = Paper()
    paper.canvas.setFillGray(0.78)
    figures = rows(document(scanned(table({"一、本年新收申请数量": "1 2 3 4 5 6 7"}, paper=paper), 200)))[0][1:]
    assert all(cell.text and cell.doubts for cell in figures)


@pytest.mark.parametrize("dashes", [(8, 2), pytest.param((3, 2), marks=pytest.mark.long), (0.8, 0.8)])
def test_rules_of_dashes_or_dots_part_cells_as_whole_ones_do(dashes: tuple[float, float]) -> None:
    paper = Paper()
    paper.canvas.setDash(*dashes)
    found = document(scanned(table(paper=paper), 200, Spoiling(skew=0.2)))
    assert texts(found) == printed()


@pytest.mark.parametrize("dashes", [pytest.param((), marks=pytest.mark.long), (8, 2)])
def test_a_column_of_ones_is_no_rule(dashes: tuple[float, ...]) -> None:
    paper = Paper()
    paper.canvas.setDash(*dashes)
    ones = {f"属于行政查询事项{number}": "1 1 1 1 1 1 1" for number in "一二三四五六七八"}
    for number, (label, row) in enumerate(ones.items()):
        paper.row(100 + 20 * number, 20, EDGES, [label, *row.split()])
    assert texts(document(scanned(paper.pdf(), 200))) == printed(ones)


def test_two_figures_without_a_rule_between_are_not_one() -> None:
    paper = Paper().row(100, 22, [70, 200, 300, 400, 525], ["一、本年新收申请数量", "3", "1          0", "4"])
    [row] = rows(document(scanned(paper.pdf(), 200)))
    assert [cell.text for cell in row] == ["一、本年新收申请数量", "3", "1 0", "4"]
    assert row[2].doubts


def test_a_number_broken_over_the_lines_of_a_narrow_cell_is_read_whole_and_doubted() -> None:
    label = "一、本年新收政府信息公开申请数\n量和上年结转政府信息公开申请数"
    paper = Paper().row(100, 62, [70, 230, 250, 275, 400], [label, "6\n8\n2\n3", "12\n80", "3\n\n10"])
    [row] = rows(document(scanned(paper.pdf(), 200)))
    assert [cell.text for cell in row[1:]] == ["6823", "1280", "3\n10"]
    assert all("ocr" in cell.doubts for cell in row[1:])


def test_a_sign_whose_halves_do_not_touch_is_one_sign_where_each_line_has_one() -> None:
    edges = [70, 100, 130, 525]
    paper = Paper().row(100, 66, edges, ["社\n会\n公\n益", "总\n会\n云\n计", ""]).row(166, 22, edges, ["10", "11", "12"])
    assert [cell.text for cell in rows(document(scanned(paper.pdf(), 150)))[0]] == ["社\n会\n公\n益", "总\n会\n云\n计", ""]


def test_scanned_pages_among_pages_of_text_stand_in_order_and_a_table_goes_on_over_both() -> None:
    paper = Paper().write(70, 60, "二、主动公开政府信息情况", 14)
    for line in range(4):
        paper.write(70, 90 + 20 * line, "本年度没有需要另行说明的其他事项，各项工作按计划推进。")
    labels = list(ROWS)
    for number, label in enumerate(labels[:2]):
        seven(740 + 22 * number, label, ROWS[label], paper)
    paper.next_page()
    seven(60, labels[2], ROWS[labels[2]], paper)
    paper.write(70, 120, "四、行政复议和行政诉讼情况", 14)
    pdf = paper.pdf()
    found = document(mixed(pdf, scanned(pdf, 200), [2]))
    assert texts(found) == printed()
    assert [row[1].place.page for row in rows(found)] == [1, 1, 2]
    assert [p.text for p in found.paragraphs()][-1] == "四、行政复议和行政诉讼情况"


def guessed(*, painted_first: bool) -> bytes:
    """A scan with a text of other figures: invisible over the image, or painted and then covered by it."""
    [image] = images_of(table(), 200, CLEAN)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    text = canvas.beginText(70, 700)
    text.setTextRenderMode(0 if painted_first else 3)
    for _ in range(20):
        text.textLine("999 888 777 666 555 444 333")
    if painted_first:
        canvas.drawText(text)
    canvas.drawImage(ImageReader(image), 0, 0, 595, 842)
    if not painted_first:
        canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("painted_first", [False, True])
def test_text_that_somebody_guessed_under_the_image_is_not_believed(painted_first: bool) -> None:
    found = document(guessed(painted_first=painted_first))
    assert texts(found) == printed()
    assert not any("999" in p.text for p in found.paragraphs())


def test_an_image_file_of_two_pages_is_a_document_with_places_in_its_pixels() -> None:
    first, second = images_of(table(), 300)[0], images_of(Paper().write(70, 70, "五、存在的主要问题", 14).pdf(), 300)[0]
    out = io.BytesIO()
    first.convert("L").save(out, "TIFF", save_all=True, append_images=[second.convert("L")], dpi=(300, 300), compression="tiff_deflate")
    found = document(out.getvalue())
    assert (found.format, found.pages) == ("image", 2)
    assert texts(found) == printed()
    assert rows(found)[0][0].place.bbox == pytest.approx([70 * 300 / 72, 100 * 300 / 72, 230 * 300 / 72, 122 * 300 / 72], abs=6)
    assert [(p.text, p.place.page) for p in found.paragraphs()][-1] == ("五、存在的主要问题", 2)


@pytest.mark.parametrize(("down", "rough"), [pytest.param(196, False, marks=pytest.mark.long), (98, True)])
def test_a_fax_has_more_dots_across_than_down(down: int, rough: bool) -> None:
    [page] = images_of(table(), 204)
    out = io.BytesIO()
    fax = page.convert("L").resize((page.width, page.height * down // 204), Image.Resampling.BOX).point(lambda grey: 255 * (grey > 150))
    fax.convert("1").save(out, "TIFF", dpi=(204, down), compression="group4")
    found = document(out.getvalue())
    assert [row[1:] for row in texts(found)] == [row[1:] for row in printed()]
    assert {"low-resolution" in cell.doubts for row in rows(found) for cell in row[1:] if cell.text} == {rough}
    assert rows(found)[0][0].place.bbox == pytest.approx([70 * 204 / 72, 100 * down / 72, 230 * 204 / 72, 122 * down / 72], abs=6)


def test_a_picture_without_print_says_so_in_every_image_format() -> None:
    for kind in ("PNG", "JPEG", "BMP", "GIF", "WEBP"):
        out = io.BytesIO()
        Image.new("RGB", (60, 80), WHITE).save(out, kind)
        assert format_of(out.getvalue()) == "image"
    with pytest.raises(UnreadableDocument) as caught:
        read(out.getvalue(), "report.pdf")
    assert "没有认出文字" in caught.value.words.zh


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: (whole := png(images_of(table(), 100)[0]))[: len(whole) // 2], "损坏"),
        (lambda: b"\x89PNG\r\n\x1a\n" + bytes(40), "损坏"),
        (lambda: png(Image.new("1", (12_000, 12_000))), "百万像素"),
    ],
)
def test_damaged_and_boundless_images_have_their_sentence(made: Callable[[], bytes], said: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(made(), "scan.png")
    assert said in caught.value.words.zh


@pytest.mark.usefixtures("without_ocr")
def test_without_the_extra_an_image_says_what_to_install() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(b"\x89PNG\r\n\x1a\n" + bytes(40), "scan.png")
    assert 'pip install "gouji[ocr]"' in caught.value.words.en


NO_NETWORK = """
import sys
calls = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg")
sys.addaudithook(lambda event, _: sys.exit(f"{event} was called") if event in calls else None)
from gouji.document import read
print(len(list(read(sys.stdin.buffer.read(), "scan.pdf").grids())))
"""


def test_nothing_is_asked_of_the_network_while_a_scan_is_read() -> None:
    ended = subprocess.run([sys.executable, "-c", NO_NETWORK], input=scanned(table(), 150), capture_output=True, check=False)
    assert (ended.stdout.decode().strip(), ended.returncode) == ("1", 0), ended.stderr.decode()


def test_the_strokes_of_large_print_are_no_table() -> None:
    paper = Paper().write(60, 80, "青禾县2023年政府信息公开", 36).write(60, 130, "工作年度报告目目皿", 36)
    found = document(scanned(table(y=300, paper=paper), 200))
    assert "".join(p.text for p in found.paragraphs()).startswith("青禾县2023年政府信息公开工作年度报告目目皿")
    assert texts(found) == printed()
