"""PDFs made to do harm."""

import io
import zlib
from collections.abc import Callable, Iterator

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.hostile.harness import Aftermath, listening, readers
from tests.layouts.raw_pdf import CATALOG, FONT, TEXT, one_page, raw_pdf, stream

Read = Callable[[bytes, str], Aftermath]


@pytest.fixture(scope="module")
def read() -> Iterator[Read]:
    with readers() as reader:
        yield reader


def encrypted(user: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, ownerPassword="of the office"))
    canvas.drawString(100, 100, "A report of our own")
    canvas.save()
    return out.getvalue()


def pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>"
    return raw_pdf(CATALOG, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), stream(TEXT), FONT, *[page] * count)


def nested_forms(wide: int, deep: int) -> bytes:
    """Each form draws the next one several times."""
    forms = []
    for level in range(deep):
        inside = b"/X Do " * wide if level < deep - 1 else b"0 0 m 9 9 l S"
        resources = b"/Resources<</XObject<</X %d 0 R>>>>" % (7 + level)
        forms.append(stream(inside, b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]" + resources))
    return one_page(TEXT + b" /X Do", *forms, resources=b"/XObject<</X 6 0 R>>")


def image(pixels: int) -> bytes:
    """A page that is one picture of one bit a pixel."""
    packer = zlib.compressobj(9)
    row = b"\0" * (pixels // 8)
    packed = b"".join(packer.compress(row) for _ in range(pixels)) + packer.flush()
    head = b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode/Length %d>>"
    picture = head % (pixels, pixels, len(packed)) + b"stream\n" + packed + b"\nendstream"
    return one_page(b"595 0 0 842 0 0 cm /I Do", picture, resources=b"/XObject<</I 6 0 R>>")


def test_a_password_is_asked_for_in_one_sentence(read: Read) -> None:
    read(encrypted("secret"), "report.pdf").refused("需要密码")


def test_a_password_of_the_owner_alone_keeps_nobody_from_reading(read: Read) -> None:
    read(encrypted(""), "report.pdf").was_read()


def test_a_file_cut_off_is_damaged(read: Read) -> None:
    whole = pages(3)
    read(whole[: len(whole) // 2], "report.pdf").refused("损坏")


def test_an_empty_file_is_empty(read: Read) -> None:
    read(b"", "report.pdf").refused("空")


def test_a_page_under_the_name_of_a_pdf_is_read_as_what_it_is(read: Read) -> None:
    assert read("<html><body><p>一、总体情况</p></body></html>".encode(), "report.pdf").was_read().format == "html"


def test_a_page_tree_that_holds_itself_is_damaged(read: Read) -> None:
    read(raw_pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"), "report.pdf").refused("损坏")


def test_a_form_that_draws_itself_is_drawn_once(read: Read) -> None:
    itself = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X 6 0 R>>>>")
    read(one_page(TEXT + b" /X Do", itself, resources=b"/XObject<</X 6 0 R>>"), "report.pdf").was_read()


def test_a_page_as_large_as_pages_get_is_read(read: Read) -> None:
    read(one_page(TEXT, box=(14_400, 14_400)), "report.pdf").was_read()


def test_a_picture_of_nine_hundred_million_pixels_is_a_scan(read: Read) -> None:
    read(image(30_000), "report.pdf").refused("扫描件")


def test_more_pages_than_a_report_has_are_counted_and_not_read(read: Read) -> None:
    after = read(pages(2_000), "report.pdf")
    after.refused("2000 页")
    assert after.seconds < 10


def test_what_a_pdf_wants_done_is_not_done(read: Read) -> None:
    with listening() as server:
        url = server.url.encode()
        wishes = (
            b"<</Type/Action/S/JavaScript/JS(app.launchURL\\('%s/js'\\); this.submitForm\\('%s/form'\\);)>>" % (url, url),
            b"<</Type/Action/S/Launch/F(/bin/true)/Next<</S/URI/URI(%s/uri)>>>>" % url,
            b"<</Length 0/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
            b"/F<</Type/Filespec/FS/URL/F(%s/image)>>>>stream\n\nendstream" % url,
            b"<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A<</S/GoToR/F<</FS/URL/F(%s/other.pdf)>>/D[0/Fit]>>>>" % url,
        )
        after = read(
            one_page(
                TEXT + b" q 99 0 0 99 0 0 cm /I Do Q",
                *wishes,
                catalog=b"/OpenAction 6 0 R/Names<</JavaScript<</Names[(a) 6 0 R]>>>>/AcroForm<</XFA(%s/xfa)/Fields[]>>" % url,
                page=b"/AA<</O 7 0 R>>/Annots[9 0 R]",
                resources=b"/XObject<</I 8 0 R>>",
            ),
            "report.pdf",
        )
        after.was_read()
        assert server.heard == []


def test_lines_beyond_counting_are_said_to_be_too_many(read: Read) -> None:
    read(one_page(b"0 0 m 9 9 l S\n" * 120_000), "report.pdf").refused("100000")


@pytest.mark.long
def test_five_hundred_thousand_lines(read: Read) -> None:
    read(one_page(b"0 0 m 9 9 l S\n" * 500_000), "report.pdf").refused("100000")


@pytest.mark.long
@pytest.mark.parametrize(
    ("content", "times"),
    [(b" ", 300 << 20), (b"0 0 m 9 9 l S\n", 300 << 16), (b"BT /F1 9 Tf (12) Tj ET ", 300 << 15)],
    ids=["blanks", "lines", "text"],
)
def test_three_hundred_megabytes_in_one_page(read: Read, content: bytes, times: int) -> None:
    read(one_page(content * times), "report.pdf").refused("")


@pytest.mark.long
def test_forms_in_forms_without_end(read: Read) -> None:
    read(nested_forms(10, 10), "report.pdf").refused("")


@pytest.mark.long
def test_a_hundred_thousand_pieces_of_text(read: Read) -> None:
    read(one_page(b"BT /F1 9 Tf 1 1 Td (1) Tj ET\n" * 100_001), "report.pdf").was_read()
