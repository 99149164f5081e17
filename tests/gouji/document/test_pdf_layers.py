"""Layers that are switched off: what stands in them nobody sees, and it never joins a figure."""

import pytest

from gouji.document import doubts, read
from gouji.document.pdf.optional import pages_with_layers_off
from tests.layouts.raw_pdf import one_page, stream

LINES = b"".join(b"BT /F1 12 Tf 70 %d Td (Nothing else is to be told of the year that is reported here.) Tj ET\n" % y for y in (760, 740))
RULES = b"0.5 w 70 700 380 22 re S 250 700 m 250 722 l S\n"
ROW = b"BT /F1 10 Tf 75 706 Td (Decisions) Tj ET BT /F1 10 Tf 255 706 Td (13) Tj ET\n"
SEVEN = b"BT /F1 10 Tf 266.2 706 Td (7) Tj ET\n"  # right behind 13: with it a sound 137
MARKED = LINES + RULES + ROW + b"/OC /L BDC " + SEVEN + b"EMC\n"
BY_MARK, BY_MEMBER = b"/Properties<</L 6 0 R>>", b"/Properties<</L 7 0 R>>"
LAYER = b"<</Type/OCG/Name(draft)>>"
OFF = b"/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>"
ALL_OFF = b"/OCProperties<</OCGs[6 0 R]/D<</BaseState/OFF>>>>"
FOR_PRINT = b"/OCProperties<</OCGs[6 0 R]/D<</AS[<</Event/View/Category[/View]/OCGs[6 0 R]>>]>>>>"
ON = b"/OCProperties<</OCGs[6 0 R]/D<</ON[6 0 R]>>>>"
NOT_SEEN = b"<</Type/OCG/Name(draft)/Usage<</View<</ViewState/OFF>>>>>>"
FORM = stream(SEVEN, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/OC 6 0 R/Resources<</Font<</F1 5 0 R>>>>")

HIDDEN = {
    "marked": one_page(MARKED, LAYER, catalog=OFF, resources=BY_MARK),
    "all off": one_page(MARKED, LAYER, catalog=ALL_OFF, resources=BY_MARK),
    "for print": one_page(MARKED, NOT_SEEN, catalog=FOR_PRINT, resources=BY_MARK),
    "member": one_page(MARKED, LAYER, b"<</Type/OCMD/OCGs[6 0 R]>>", catalog=OFF, resources=BY_MEMBER),
    "expression": one_page(MARKED, LAYER, b"<</Type/OCMD/VE[/Not 6 0 R]>>", catalog=OFF, resources=BY_MEMBER),
    "form": one_page(LINES + RULES + ROW + b"/X Do\n", LAYER, FORM, catalog=OFF, resources=b"/XObject<</X 7 0 R>>"),
}
SEEN = {
    "no layers": one_page(LINES + RULES + ROW),
    "on": one_page(MARKED, LAYER, catalog=ON, resources=BY_MARK),
    "off elsewhere": one_page(LINES + RULES + ROW, LAYER, catalog=OFF),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_a_page_with_a_layer_that_is_off_is_told(how: str) -> None:
    assert pages_with_layers_off(HIDDEN[how], 1) == {1}


@pytest.mark.parametrize("how", SEEN)
def test_a_page_all_of_which_is_shown_has_none(how: str) -> None:
    assert pages_with_layers_off(SEEN[how], 1) == frozenset()


def test_of_a_broken_file_with_layers_no_page_is_sure() -> None:
    assert pages_with_layers_off(HIDDEN["marked"].replace(b"/Root 1 0 R", b""), 3) == {1, 2, 3}


@pytest.mark.parametrize("how", ["marked", "form", "for print"])
def test_a_digit_on_a_layer_that_is_off_is_no_part_of_the_figure_beside_it(how: str) -> None:
    pytest.importorskip("rapidocr", reason="needs gouji[ocr]")
    [grid] = read(HIDDEN[how], "report.pdf").grids()
    assert [cell.text for cell in grid.cells] == ["Decisions", "13"]


def test_where_no_picture_is_read_nothing_of_such_a_page_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gouji.document.pdf.pictures.is_installed", lambda: False)
    assert doubts.HIDDEN_TEXT in read(HIDDEN["marked"], "report.pdf").doubts
    assert read(SEEN["off elsewhere"], "report.pdf").doubts == ()
