"""Which pictures are one report, by their names."""

import pytest

from gouji.document.bound.runs import runs_of

SHARED = False  # a folder in which other files may lie, or come to lie


def runs(*names: str, whole: bool = SHARED) -> list[list[str]]:
    return [list(run.files) for run in runs_of(names, lambda _: whole)]


@pytest.mark.parametrize(
    ("names", "location"),
    [
        (["县局年报-1.jpg", "县局年报-2.jpg"], "县局年报-*.jpg"),
        (["IMG_0007.JPG", "IMG_0008.JPG", "IMG_0009.JPG"], "IMG_*.JPG"),
        (["第1页.png", "第2页.png"], "第*页.png"),
        (["第一页.png", "第二页.png"], "第*页.png"),
        (["2024年报 (1).jpg", "2024年报 (2).jpg"], "2024年报 (*).jpg"),
        (["第1页共2页.jpg", "第2页共2页.jpg"], "第*页共2页.jpg"),
        (["1.jpg", "2.png"], "*"),
    ],
)
def test_names_that_differ_in_a_running_number_are_one_report(names: list[str], location: str) -> None:
    [run] = runs_of(["roster.xlsx", *reversed(names)], lambda _: SHARED)
    assert (run.location, list(run.files), run.missing) == (location, names, ())


def test_pages_are_in_the_order_of_their_numbers_and_not_of_their_names() -> None:
    names = [f"p{number}.jpg" for number in range(1, 12)]
    assert runs(*sorted(names)) == [names]


@pytest.mark.parametrize(
    "names",
    [
        ["年报2023.jpg", "年报2024.jpg"],
        ["水务局2023年年报.jpg", "水务局2024年年报.jpg"],
        ["1月.jpg", "2月.jpg"],
        ["年报v1.png", "年报v2.png"],
        ["年报修改稿1.png", "年报修改稿2.png"],
        ["水务局1.jpg", "教育局2.jpg"],
        ["年报-1.jpg"],
        ["年报-1.pdf", "年报-2.pdf"],
        ["年报-1.jpg", "年报-9.jpg"],
        ["20250115093012.jpg", "20250115094500.jpg"],
        ["年报.jpg", "年报(1).jpg", "年报(2).jpg"],
    ],
)
def test_what_is_not_surely_one_report_is_not_joined(names: list[str]) -> None:
    assert runs(*names) == []


def test_a_folder_that_holds_nothing_but_numbered_pictures_is_one_report_whatever_they_count() -> None:
    names = ["局/20250115093012.jpg", "局/20250115094500.jpg"]
    assert runs(*names, whole=True) == [names]
    assert runs(*names, "局/说明.txt", whole=True) == []
    assert runs(*names, "局/附件/1.pdf", whole=True) == []


def test_each_year_and_each_body_is_a_run_of_its_own() -> None:
    names = ["2023-1.jpg", "2023-2.jpg", "2024-1.jpg", "2024-2.jpg", "甲/1.jpg", "甲/2.jpg", "乙/1.jpg", "乙/2.jpg"]
    assert runs(*names) == [names[:2], names[2:4], names[4:6], names[6:]]


def test_a_page_kept_in_two_formats_makes_two_renderings() -> None:
    assert runs("1.jpg", "1.png", "2.jpg", "2.png") == [["1.jpg", "2.jpg"], ["1.png", "2.png"]]


@pytest.mark.parametrize(
    ("names", "missing"),
    [
        (["p1.jpg", "p2.jpg", "p4.jpg"], (3,)),
        (["p2.jpg", "p3.jpg"], (1,)),
        (["第1页共4页.jpg", "第2页共4页.jpg"], (3, 4)),
        (["IMG_0417.jpg", "IMG_0418.jpg", "IMG_0420.jpg"], (419,)),
    ],
)
def test_numbers_that_are_missing_are_known(names: list[str], missing: tuple[int, ...]) -> None:
    [run] = runs_of(names)
    assert run.missing == missing
    assert run.counted == (not names[0].startswith("IMG"))


def test_the_pictures_of_a_saved_page_are_no_report() -> None:
    assert runs("年报.html", "年报_files/1.png", "年报_files/2.png", whole=True) == []
