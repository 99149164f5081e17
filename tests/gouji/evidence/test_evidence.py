"""What a person is shown of a document: the place outlined, its heads and its label beside it, and nothing that could do harm."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from gouji.codec import to_json
from gouji.evidence import Evidence, Shelf
from gouji.evidence.asking import request_for, wanted_figures, wanted_of
from gouji.evidence.drawing import draw
from gouji.evidence.isolated import Task, draw_evidence
from gouji.evidence.sheets import PdfSheets
from gouji.evidence.svg import COLOURS
from gouji.finding import Finding
from gouji.narrative import narrative
from gouji.place import Place
from gouji.reading import read_report
from gouji.report import Figure, Report
from samples import render, sound
from tests.gouji.findings import finding
from tests.layouts.paper import Paper, seven

SAMPLE = sound("青禾县水务局", year=2024)
TOTAL = "applications.received.total"
ROW = tuple(f"applications.received.{name}" for name in ("natural_person", "business", "research", "total"))
COLUMN = tuple(f"applications.{row}.natural_person" for row in ("granted", "rejected_repeat", "concluded_total"))
RED = tuple(int(COLOURS["error"][0][n : n + 2], 16) for n in (1, 3, 5))


def drawn(data: bytes, *findings: Finding, spoken: frozenset[str] = frozenset()) -> dict[str, Evidence]:
    report = read_report(data, "report")
    request = request_for(report, [wanted_of(report, one, spoken or set(one.figures)) for one in findings])
    return {one.fingerprint: one for one in draw(data, json.dumps(to_json(request)))}


def one(data: bytes, *figures: str, **how: frozenset[str]) -> Evidence:
    [evidence] = drawn(data, finding(figures=figures), **how).values()
    return evidence


def picture(evidence: Evidence) -> Image.Image:
    return Image.open(BytesIO(evidence.picture)).convert("RGB")


def reds(image: Image.Image) -> int:
    return sum(count for count, colour in image.getcolors(1 << 24) or [] if _near(colour))


def _near(colour: object) -> bool:
    return isinstance(colour, tuple) and all(abs(a - b) < 24 for a, b in zip(colour, RED, strict=True))


def test_a_pdf_is_cut_to_the_row_with_its_heads_and_the_figure_is_outlined() -> None:
    cut = picture(one(render(SAMPLE, "pdf"), "applications.rejected_repeat.total"))
    assert cut.width > 800
    assert cut.height < cut.width
    assert reds(cut) > 200


def test_what_takes_part_is_outlined_thinner_than_what_is_spoken_of() -> None:
    data = render(SAMPLE, "pdf")
    thin, thick = (reds(picture(one(data, *ROW, spoken=frozenset(names)))) for names in ((TOTAL,), ROW))
    assert thin < thick


def test_a_sum_down_the_pages_shows_each_page_on_which_a_part_of_it_stands() -> None:
    data = render(SAMPLE, "pdf")
    report = read_report(data, "report")
    assert len({report.figures[name].place.page for name in COLUMN if report.figures[name].place}) == 2  # type: ignore[union-attr]
    assert picture(one(data, *COLUMN)).height > picture(one(data, COLUMN[0])).height + 100


def test_the_same_bytes_give_the_same_picture() -> None:
    for form in ("pdf", "html"):
        data = render(SAMPLE, form)
        assert one(data, *ROW).picture == one(data, *ROW).picture


def test_only_the_pages_that_are_shown_are_drawn() -> None:
    data = render(SAMPLE, "pdf")
    pages = PdfSheets(data)
    assert len(pages) > 2
    pages.image(2)
    assert list(pages.drawn) == [2]
    pages.close()


def test_a_page_of_any_size_takes_no_more_than_so_many_pixels() -> None:
    paper = Paper()
    paper.canvas.setPageSize((200, 14_000))
    seven(13_000, "一、本年新收政府信息公开申请数量", "1 0 0 0 0 0 1", paper)
    pages = PdfSheets(paper.pdf())
    assert pages.image(1).width * pages.image(1).height < 6_100_000
    pages.close()


def test_an_image_file_is_cut_by_its_own_pixels() -> None:
    data = render(SAMPLE, "pdf")
    report = read_report(data, "report")
    figure = report.figures["applications.received.total"]
    assert figure.place is not None
    pages = PdfSheets(data)
    file = BytesIO()
    pages.image(figure.place.page or 0).save(file, "PNG")
    times = pages.scale(figure.place.page or 0)
    pages.close()
    placed = {name: _moved(f, times) for name, f in report.figures.items() if f.place and f.place.page == figure.place.page}
    request = request_for(replace(report, figures=placed), [wanted_figures(replace(report, figures=placed), "q" * 32, [TOTAL])])
    [scan] = draw(file.getvalue(), json.dumps(to_json(request)))
    from_pdf = one(data, TOTAL)
    assert (abs(scan.width - from_pdf.width) < 4, abs(scan.height - from_pdf.height) < 8) == (True, True)


def _moved(figure: Figure, times: float) -> Figure:
    """The figure as an image of its page has it: on page 1, in pixels."""
    assert figure.place is not None
    assert figure.place.bbox is not None
    x0, top, x1, bottom = (side * times for side in figure.place.bbox)
    return replace(figure, place=Place(page=1, bbox=(x0, top, x1, bottom)))


def test_the_words_of_a_claim_are_marked_where_they_stand() -> None:
    for form in ("pdf", "html", "text"):
        data = render(SAMPLE, form)
        claim = narrative(read_report(data, "report")).claims[0]
        assert claim.place is not None
        [evidence] = drawn(data, finding(figures=(TOTAL,), where=(claim.place,))).values()
        if form == "pdf":
            assert reds(picture(evidence)) > 300
        else:
            [quote] = evidence.quotes
            assert quote.text[quote.start : quote.end] == claim.printed


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_table_is_redrawn_with_its_heads_the_rows_beside_it_and_the_cell_marked(form: str) -> None:
    sample = SAMPLE.with_figures(applications__received__total="777", applications__received__research="")
    [table] = one(render(sample, form), *ROW, spoken=frozenset({TOTAL})).excerpts
    cells = [cell for row in table.rows for cell in row]
    assert [cell.text for cell in cells if cell.role == "spoken"] == ["777"]
    assert len([cell for cell in cells if cell.role == "part"]) == 3
    said = " ".join(cell.text for cell in cells)
    assert all(head in said for head in ("自然人", "总计", "一、本年新收", "二、上年结转"))
    assert len(table.rows) < 9


def test_rows_left_out_are_said_to_be() -> None:
    [table] = one(render(SAMPLE, "html"), "applications.rejected_repeat.total").excerpts
    assert len(table.gaps) == 1


def test_a_text_whose_rows_have_blanks_before_their_figures_is_marked_in_the_right_column() -> None:
    data = render(SAMPLE.with_figures(applications__granted__business="888"), "text")
    [table] = one(data, "applications.granted.business").excerpts
    assert [cell.text for row in table.rows for cell in row if cell.role] == ["888"]


def test_markup_of_a_report_stays_text_in_the_picture() -> None:
    data = render(SAMPLE.with_figures(applications__received__business="&lt;script&gt;alert(1)&lt;/script&gt;\u202e7"), "html")
    evidence = one(data, *ROW)
    root = etree.fromstring(evidence.picture, etree.XMLParser(resolve_entities=False))
    assert {etree.QName(node).localname for node in root.iter()} <= {"svg", "rect", "text"}
    assert b"\xe2\x80\xae" not in evidence.picture


def test_without_a_place_nothing_is_drawn() -> None:
    assert drawn(render(SAMPLE, "html"), finding(figures=()), finding(figures=(), where=(Place(page=1),))) == {}


def test_figures_in_doubt_are_shown_under_their_question() -> None:
    data = render(SAMPLE, "pdf")
    report: Report = read_report(data, "report")
    request = request_for(report, [wanted_figures(report, "q" * 32, ROW)])
    [drawings] = draw_evidence([Task("one", data, request)])
    assert (list(drawings.by_fingerprint), drawings.by_fingerprint["q" * 32].tone) == (["q" * 32], "doubt")


def test_a_document_that_cannot_be_drawn_costs_only_itself() -> None:
    data = render(SAMPLE, "pdf")
    report = read_report(data, "report")
    request = request_for(report, [wanted_figures(report, "q" * 32, ROW)])
    made = {one.key: one for one in draw_evidence([Task("broken", data[:900], request), Task("whole", data, request)])}
    assert made["broken"].by_fingerprint == {}
    assert made["broken"].trouble is not None
    assert "损坏" in made["broken"].trouble.zh
    assert list(made["whole"].by_fingerprint) == ["q" * 32]


def test_pictures_that_nothing_points_at_are_gone(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for sha256, mark in (("a", "1"), ("a", "2"), ("b", "1"), ("b", "3")):
        shelf.put(sha256, Evidence(mark, "error", b"picture", "png", 1, 1))
    shelf.prune("a", {"1"})
    shelf.prune_others({"a"}, {"3"})
    assert [str(path.relative_to(shelf.pages)) for path in sorted(shelf.pages.rglob("*.png"))] == ["evidence/a/1.png", "evidence/b/3.png"]
    assert shelf.find("3") == shelf.pages / "evidence/b/3.png"
    assert shelf.find("2") is None
