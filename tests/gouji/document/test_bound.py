"""Several pictures read as the pages of one document."""

import hashlib
import io
import zipfile

import pytest
from PIL import Image

from gouji.document import read
from gouji.document.bound.binding import bind, unbound
from gouji.document.bound.runs import Run
from gouji.document.formats import format_of
from gouji.document.model import Document
from gouji.errors import UnreadableDocument
from gouji.evidence.sheets import sheets_of
from gouji.place import Place
from gouji.reading import read_report
from gouji.words.places import spot_in_words
from tests.layouts.paper import Paper, seven


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(200, 200))
    return out.getvalue()


def run(*names: str, missing: tuple[int, ...] = (), counted: bool = True) -> Run:
    return Run("年报-*.png", names, missing, counted)


HEADING, TEXT = "一、总体情况", "我局认真做好政府信息公开工作。"
BLANK = png(Image.new("L", (60, 80), 255))


def test_the_same_pictures_are_the_same_bytes_and_each_is_kept_whole_with_its_hash() -> None:
    data = bind([("年报-1.png", BLANK), ("年报-2.png", b"2")], run(missing=(3,)))
    assert data == bind([("年报-1.png", BLANK), ("年报-2.png", b"2")], run(missing=(3,)))
    assert format_of(data) == "bound"
    bound = unbound(data)
    assert [(one.name, one.data) for one in bound.pictures] == [("年报-1.png", BLANK), ("年报-2.png", b"2")]
    assert bound.pictures[0].sha256 == hashlib.sha256(BLANK).hexdigest()
    assert (bound.missing, bound.counted) == ((3,), True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:  # any program can take them out
        assert archive.read("年报-1.png") == BLANK


def test_pictures_that_are_not_those_of_the_list_are_damaged() -> None:
    data = bind([("1.png", b"one")], run()).replace(b"one", b"two")
    with pytest.raises(UnreadableDocument):
        unbound(data)


def test_a_picture_that_is_none_is_named() -> None:
    pytest.importorskip("rapidocr", reason="needs gouji[ocr]")
    for content, why in ((b"<html><p>404</p></html>", "不是图片"), (BLANK[:60], "损坏"), (b"\0\0\0\x18ftypheic" + b"\0" * 40, "HEIC")):
        with pytest.raises(UnreadableDocument) as caught:
            read(bind([("年报-1.png", content)], run()), "年报-*.png")
        assert "年报-1.png" in caught.value.words.zh
        assert why in caught.value.words.zh


def pages(*papers: Paper) -> list[tuple[str, bytes]]:
    from tests.layouts.scans import images_of

    return [(f"年报-{number}.png", png(images_of(paper.pdf(), 200)[0])) for number, paper in enumerate(papers, 1)]


def paper(*lines: str) -> Paper:
    sheet = Paper()
    for number, line in enumerate(lines):
        sheet.write(70, 70 + 30 * number, line, 14)
    return sheet


def document(*papers: Paper, missing: tuple[int, ...] = (), counted: bool = True) -> Document:
    pytest.importorskip("rapidocr", reason="needs gouji[ocr]")
    return read(bind(pages(*papers), run(missing=missing, counted=counted)), "年报-*.png")


def test_pages_follow_each_other_and_each_place_names_page_and_file() -> None:
    first, second = paper("清源县水务局2024年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"), paper()
    seven(130, "一、本年新收申请数量", "0 1 10 11 119 7730.28 1,250", first)
    seven(40, "二、上年结转申请数量", "2 3 4 5 6 7 27", second)
    found = document(first, second)
    assert (found.format, found.pages, found.pictured, found.doubts) == ("image", 2, True, ())
    assert [(file.name, file.page) for file in found.files] == [("年报-1.png", 1), ("年报-2.png", 2)]
    cells = [cell for grid in found.grids() for cell in grid.cells]
    assert [(cell.text, cell.place.page, cell.place.file) for cell in cells if cell.column == 7] == [
        ("1,250", 1, "年报-1.png"),
        ("27", 2, "年报-2.png"),
    ]
    spot = spot_in_words(cells[-1].place)
    assert spot is not None
    assert spot.zh == "第2页，年报-2.png"
    assert {paragraph.place.file for paragraph in found.paragraphs()} == {"年报-1.png"}


def test_missing_numbers_of_pages_are_a_doubt_and_those_of_a_camera_something_unread() -> None:
    assert document(paper(HEADING), missing=(2, 3, 5)).doubts == ("pages-missing:2—3、5",)
    found = document(paper(HEADING), missing=(418,), counted=False)
    assert (found.doubts, found.unread) == ((), ("pages-missing:418",))


@pytest.mark.parametrize("other", ["青禾县教育局2024年政府信息公开工作年度报告", "清源县水务局2023年政府信息公开工作年度报告"])
def test_titles_of_two_bodies_or_two_years_are_two_reports_and_not_joined(other: str) -> None:
    pytest.importorskip("rapidocr", reason="needs gouji[ocr]")
    title = "清源县水务局2024年政府信息公开工作年度报告"
    with pytest.raises(UnreadableDocument) as caught:
        read_report(
            bind(pages(paper(title, HEADING, TEXT), paper("二、主动公开政府信息情况", TEXT), paper(other, HEADING, TEXT)), run()),
            "年报-*.png",
        )
    assert f"{title}（年报-1.png）" in caught.value.words.zh
    assert f"{other}（年报-3.png）" in caught.value.words.zh


def test_pages_are_shown_by_the_number_they_have_in_the_report() -> None:
    data = bind([("1.png", png(Image.new("L", (60, 80), 255))), ("2.png", png(Image.new("L", (90, 70), 128)))], run())
    with sheets_of(data) as sheets:
        assert len(sheets) == 2
        assert sheets.image(2).size == (90, 70)
        assert sheets.image(2).getpixel((5, 5)) == (128, 128, 128)


def test_a_place_without_a_file_is_said_as_before() -> None:
    spot = spot_in_words(Place(page=4))
    assert spot is not None
    assert spot.zh == "第4页"
