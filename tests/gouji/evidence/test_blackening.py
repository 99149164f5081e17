"""On the picture of a page the middle of a person's number is black; a contact line is not."""

import io
import json

import pypdfium2
import pytest
from PIL import Image

from gouji.codec import to_json
from gouji.evidence import Evidence
from gouji.evidence.asking import request_for, wanted_of
from gouji.evidence.blackening import boxes_of_places, boxes_on_page
from gouji.evidence.drawing import draw
from gouji.evidence.model import NOTHING, Secret, Secrets
from gouji.evidence.sheets import PdfSheets
from gouji.finding import Finding, Severity, Words
from gouji.place import Place
from gouji.reading import read_report
from samples import render, sound
from samples.changes import changed

NUMBER = "340123198705124519"
SAMPLE = changed(sound("青禾县水务局", year=2024), {"preamble": f"申请人张某（公民身份号码{NUMBER}）已答复。如有疑问请拨打13912345678。"})


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render(SAMPLE, "pdf")


def _evidence(data: bytes, name: str) -> Evidence:
    """The picture of the paragraph that holds the number."""
    report = read_report(data, name)
    paragraph = next(p for p in report.narrative() if NUMBER in p.text.replace("\n", ""))
    finding = Finding("basis-superseded", Severity.WARNING, False, Words("", ""), "", (), (paragraph.place,), None, None, "f" * 32)
    request = request_for(report, [wanted_of(report, finding, ())])
    (evidence,) = draw(data, json.dumps(to_json(request)))
    return evidence


def _black(picture: Image.Image, box: tuple[float, float, float, float], scale: float) -> bool:
    inside = picture.crop(tuple(round(side * scale) for side in box))  # type: ignore[arg-type]
    return set(inside.convert("L").tobytes()) == {0}


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_middle_of_the_number_is_black_however_the_page_is_turned(pdf: bytes, turn: int) -> None:
    document = pypdfium2.PdfDocument(pdf)
    document[0].set_rotation(turn)
    turned = io.BytesIO()
    document.save(turned)
    boxes = boxes_on_page(pypdfium2.PdfDocument(turned.getvalue())[0], 1, NOTHING)
    assert len(boxes) == len(NUMBER) - 5
    sheets = PdfSheets(turned.getvalue())
    assert all(_black(sheets.image(1), box, sheets.scale(1)) for box in boxes)
    plain = pypdfium2.PdfDocument(turned.getvalue())[0].render(scale=sheets.scale(1)).to_pil().convert("L")
    ink = [plain.crop(tuple(round(side * sheets.scale(1)) for side in box)).getextrema()[0] for box in boxes]  # type: ignore[arg-type, index]
    assert max(ink) < 128, "something stands where it was made black"


def test_a_picture_cut_from_a_page_is_black_where_the_number_stands(pdf: bytes) -> None:
    picture = Image.open(io.BytesIO(_evidence(pdf, "report.pdf").picture)).convert("L")
    row = max(range(picture.height), key=lambda y: _longest_black(picture, y))
    assert _longest_black(picture, row) > 60


def _longest_black(picture: Image.Image, y: int) -> int:
    signs = "".join("#" if level < 8 else " " for level in picture.crop((0, y, picture.width, y + 1)).tobytes())
    return max(map(len, signs.split()), default=0)


@pytest.mark.parametrize(("shown_as", "name"), [("html", "report.html"), ("text", "report.txt")])
def test_a_paragraph_redrawn_shows_the_ends_of_the_number_only(shown_as: str, name: str) -> None:
    evidence = _evidence(render(SAMPLE, shown_as), name)
    drawn = "".join(part.partition("<")[0] for part in evidence.picture.decode().split(">"))
    assert "340*************19" in evidence.quotes[0].text
    assert NUMBER[3:-2] not in drawn.replace("\n", "") + evidence.quotes[0].text
    assert "13912345678" in evidence.quotes[0].text


def test_a_number_whose_signs_are_not_found_on_the_page_is_black_with_all_its_line() -> None:
    here, elsewhere = Place(page=1, bbox=(50, 80, 300, 95)), Place(page=2, bbox=(0, 0, 9, 9))
    secrets = Secrets((Secret(NUMBER, here), Secret(NUMBER, elsewhere)))
    assert boxes_of_places(1, secrets) == [here.bbox]
    assert boxes_of_places(1, secrets, {NUMBER}) == []
