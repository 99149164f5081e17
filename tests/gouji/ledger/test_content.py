"""What counts as a change of a report."""

from dataclasses import replace
from datetime import date

from gouji.document.model import Paragraph
from gouji.ledger.content import content_of
from gouji.place import Place
from gouji.report import Report
from tests.builders import sound_report, with_doubt, with_figure

SOUND = sound_report()


def said(text: str) -> Report:
    return replace(SOUND, preamble=(Paragraph(text, Place(paragraph=2)),))


def test_bytes_places_and_names_of_files_do_not_count() -> None:
    moved = {name: replace(figure, place=Place(page=3)) for name, figure in SOUND.figures.items()}
    assert content_of(replace(SOUND, sha256="1" * 64, source="other.html", figures=moved)) == content_of(SOUND)


def test_a_figure_counts() -> None:
    assert content_of(with_figure(SOUND, "applications.received.total", 9)) != content_of(SOUND)


def test_a_blank_is_not_a_nought() -> None:
    name = "applications.granted.research"
    assert content_of(with_figure(SOUND, name, "")) != content_of(with_figure(SOUND, name, "0"))


def test_a_doubt_counts() -> None:
    assert content_of(with_doubt(SOUND, "applications.received.total")) != content_of(SOUND)


def test_a_date_counts() -> None:
    assert content_of(replace(SOUND, signed_on=date(2024, 2, 2))) != content_of(SOUND)


def test_a_sentence_counts() -> None:
    assert content_of(said("收到申请3件。")) != content_of(said("收到申请4件。"))


def test_a_visit_counter_does_not_count() -> None:
    counters = ["浏览次数：12", "浏览次数：1,345次", "访问量[ 7 ]", "阅读：88"]
    assert len({content_of(said(f"发布日期：2024-01-20 {counter}")) for counter in counters}) == 1


def test_what_only_looks_like_a_counter_counts() -> None:
    assert content_of(said("全年网站访问量12次。")) != content_of(said("全年网站访问量13次。"))
