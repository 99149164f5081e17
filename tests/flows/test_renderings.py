"""Which file speaks for a report, and which are its renderings."""

from flows.renderings import Print, parted, print_of, print_of_kept
from gouji.codec import to_json
from tests.builders import sound_report, with_doubt, with_figure

NAMES = ("a.b.c", "a.b.d")


def printed(kind: str, legible: int = 2, **said: int) -> Print:
    return Print(kind, legible, dict(zip(NAMES, (said.get("c", 1), said.get("d", 1)), strict=True)))


def groups(*prints: Print) -> list[tuple[int, ...]]:
    return parted(prints, lambda i, j: prints[i].said == prints[j].said)


def test_the_file_that_was_read_most_completely_speaks() -> None:
    assert groups(printed("html", 1), printed("text", 2), printed("pdf", 1)) == [(1, 0, 2)]


def test_of_files_read_alike_the_page_speaks_then_pdf_then_word_then_text() -> None:
    assert groups(printed("text"), printed("docx"), printed("pdf"), printed("html")) == [(3, 2, 1, 0)]
    assert groups(printed("text"), printed("docx")) == [(1, 0)]


def test_another_file_of_the_speaking_ones_format_that_says_something_else_speaks_for_itself() -> None:
    assert groups(printed("html"), printed("html", c=5), printed("html")) == [(0, 2), (1,)]


def test_a_file_of_another_format_belongs_to_the_one_that_it_differs_least_from() -> None:
    assert groups(printed("html"), printed("html", c=5, d=5), printed("pdf", c=5), printed("pdf", c=5, d=5)) == [(0, 2), (1, 3)]


def test_a_report_taken_from_the_ledger_prints_what_it_printed_when_it_was_read() -> None:
    report = with_doubt(with_figure(sound_report(), "disclosure.fees.amount", None), "disclosure.permits.decisions")
    assert print_of_kept(to_json(report)) == print_of(report)
    assert print_of(report).legible == 198
