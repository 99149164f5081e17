"""PDFs whose fonts are not in the file: read alike on every machine, and drawn with the machine's own fonts as ever."""

import subprocess
import sys
from contextlib import closing

from pypdfium2 import PdfDocument

from gouji.document import read
from gouji.document.pdf.file import read_pages
from tests.layouts.paper import Paper

TEXT = "政府信息公开 8 件，不予公开 0 件。"
DRAW = """
import hashlib, sys
from contextlib import closing
from pypdfium2 import PdfDocument
with closing(PdfDocument(sys.stdin.buffer.read())) as pdf:
    print(hashlib.sha256(pdf[0].render(scale=1).to_pil().tobytes()).hexdigest())
"""


def without_fonts() -> bytes:
    paper = Paper()
    paper.write(70, 100, TEXT)
    return paper.pdf()


def drawn(pdf: bytes) -> bytes:
    with closing(PdfDocument(pdf)) as document:
        return bytes(document[0].render(scale=1).to_pil().tobytes())


def test_what_font_a_machine_has_does_not_decide_where_a_character_stands() -> None:
    (page,) = read_pages(without_fonts())

    chinese = [char for char in page.characters.seen if "一" <= char.text <= "龥"]
    assert "".join(char.text for char in chinese) == "政府信息公开件不予公开件"
    (shape,) = {(round(char.x1 - char.x0, 2), round(char.base - char.top, 2), round(char.bottom - char.base, 2)) for char in chinese}
    width, above, below = shape
    assert 0.85 * width < above < width
    assert 0 < below < 0.1 * width


def test_text_without_its_fonts_is_read_to_the_blank() -> None:
    (paragraph,) = read(without_fonts(), "report.pdf").paragraphs()

    assert "".join(paragraph.text.split()) == "".join(TEXT.split())
    assert paragraph.doubts == ()


def test_a_page_that_was_read_is_drawn_with_the_machines_fonts() -> None:
    pdf = without_fonts()
    before = drawn(pdf)

    read_pages(pdf)

    assert drawn(pdf) == before


def test_where_reading_came_first_pages_are_drawn_as_in_a_process_that_read_nothing() -> None:
    read_first = (
        "from gouji.document import read\nfrom tests.gouji.document.test_pdf_fonts import without_fonts\nread(without_fonts(), '')\n"
    )

    alone, after = (
        subprocess.run([sys.executable, "-c", code], input=without_fonts(), capture_output=True, check=True).stdout
        for code in (DRAW, read_first + DRAW)
    )

    assert alone == after


def test_an_accented_letter_beside_chinese_signs_is_what_a_font_says_falsely() -> None:
    paper = Paper()
    paper.write(70, 100, "é五é不予处理政府信息公开申请情况")
    paper.write(70, 150, "Café 12")
    (page,) = read_pages(paper.pdf())

    accented = [(char.text, char.fault) for char in page.characters.seen[:3]]
    assert accented == [("\ufffd", "unmapped-font"), ("五", ""), ("\ufffd", "unmapped-font")]


def test_an_accented_letter_among_letters_is_one() -> None:
    (page,) = read_pages(Paper().write(70, 150, "Café 12").pdf())

    assert [(char.text, char.fault) for char in page.characters.seen] == [(sign, "") for sign in "Café12"]
