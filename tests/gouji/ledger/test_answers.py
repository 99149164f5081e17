"""A person's reading: asked for by a fingerprint, written down beside what was read, and bound to the bytes."""

import threading
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from gouji.errors import UsageError
from gouji.ledger import Ledger, tables
from gouji.ledger.answers import Answer, Recorded, record
from gouji.ledger.people import people
from gouji.ledger.tickets import waiting_list
from gouji.ledger.waiting import Waiting
from gouji.report import Figure, Report, State
from tests.builders import sound_report, with_doubt, with_unreadable
from tests.gouji.findings import finding
from tests.gouji.ledger.doubtful import NOW, put

NEW = "applications.received.natural_person"
TOTAL = "applications.received.total"
SCAN = replace(with_doubt(sound_report(), NEW), format="pdf")


def answered(ledger: Ledger, fingerprint: str, value: str | None = None, **more: Any) -> Recorded:
    with ledger.writing("test") as session:
        return record(session, Answer(fingerprint, more.pop("by", "王芳"), value, **more), NOW, lambda report: True)


def stored(ledger: Ledger, report: Report, *findings: Any, **how: Any) -> None:
    with ledger.writing("test") as session:
        put(session, report, *findings, **how)


def seen(ledger: Ledger, name: str = NEW) -> Figure:
    """The figure as it is judged now."""
    with ledger.reading() as session:
        publication, version = session.scalars(select(tables.Publication)).one(), session.scalars(select(tables.Version)).one()
        report = people(session).report(publication, version)
    assert report is not None
    return report.figures[name]


def only(ledger: Ledger) -> Waiting:
    [item] = waiting_list(ledger)
    return item


def refused(ledger: Ledger, fingerprint: str, value: str | None = None, **more: Any) -> str:
    with pytest.raises(UsageError) as raised:
        answered(ledger, fingerprint, value, **more)
    return raised.value.words.zh


def test_a_figure_in_doubt_that_no_finding_speaks_of_waits_under_a_fingerprint_of_its_own(ledger: Ledger) -> None:
    stored(ledger, SCAN)
    [question] = only(ledger).questions
    said = only(ledger).as_json()
    assert (question.subject, question.raw, question.doubts) == (NEW, "6", ("ocr",))
    assert said["fingerprint"] == question.fingerprint
    assert said["readings"] == [question.as_json()]
    assert "把握不足" in question.why.zh


def test_what_a_person_reads_takes_the_place_of_the_doubt_and_what_was_read_stays_beside_it(ledger: Ledger) -> None:
    stored(ledger, SCAN)
    answered(ledger, only(ledger).questions[0].fingerprint, "8", reason="放大看过")
    figure = seen(ledger)
    assert (figure.raw, figure.state, figure.value, figure.sure) == ("8", State.NUMBER, 8, True)
    assert figure.read_by is not None
    assert (figure.read_by.word.by, figure.read_by.word.at, figure.read_by.word.reason) == ("王芳", NOW, "放大看过")
    assert (figure.read_by.raw, figure.read_by.doubts) == ("6", ("ocr",))
    assert waiting_list(ledger) == []


@pytest.mark.parametrize(("value", "state"), [("", State.BLANK), ("/", State.MARK), ("１２", State.NUMBER)])
def test_a_blank_a_mark_and_a_number_stay_three_things(ledger: Ledger, value: str, state: State) -> None:
    stored(ledger, SCAN)
    answered(ledger, only(ledger).questions[0].fingerprint, value)
    assert (seen(ledger).raw, seen(ledger).state) == (value, state)


def test_without_a_value_it_is_as_it_was_read(ledger: Ledger) -> None:
    stored(ledger, SCAN)
    answered(ledger, only(ledger).questions[0].fingerprint[:6])
    figure = seen(ledger)
    assert (figure.raw, figure.value, figure.sure) == ("6", 6, True)


def test_figures_of_one_table_can_be_confirmed_together(ledger: Ledger) -> None:
    stored(ledger, with_doubt(SCAN, TOTAL))
    item = only(ledger)
    assert [question.subject for question in item.questions] == [NEW, TOTAL]
    assert item.fingerprint is not None
    answered(ledger, item.fingerprint)
    assert waiting_list(ledger) == []


def test_what_was_not_read_cannot_be_confirmed_as_read(ledger: Ledger) -> None:
    stored(ledger, with_unreadable(sound_report(), NEW))
    mark = only(ledger).questions[0].fingerprint
    assert "--value" in refused(ledger, mark)
    answered(ledger, mark, "6")
    assert seen(ledger).value == 6


def test_other_bytes_are_asked_about_again(ledger: Ledger) -> None:
    stored(ledger, SCAN)
    answered(ledger, only(ledger).questions[0].fingerprint, "8")
    with ledger.writing("test") as session:
        publication = session.scalars(select(tables.Publication)).one()
        publication.sha256 = publication.read_sha256 = "b" * 64
    assert (seen(ledger).raw, only(ledger).questions[0].subject) == ("6", NEW)


def test_a_page_that_still_says_the_same_is_not_asked_about_again(ledger: Ledger) -> None:
    stored(ledger, replace(SCAN, format="html"))
    answered(ledger, only(ledger).questions[0].fingerprint, "8")
    with ledger.writing("test") as session:
        publication = session.scalars(select(tables.Publication)).one()
        publication.sha256 = publication.read_sha256 = "b" * 64
    assert (seen(ledger).raw, waiting_list(ledger)) == ("8", [])


def test_a_person_may_think_better_of_it_and_both_words_are_kept(ledger: Ledger) -> None:
    stored(ledger, SCAN)
    mark = only(ledger).questions[0].fingerprint
    answered(ledger, mark, "8")
    answered(ledger, mark, "9", by="李明")
    with ledger.reading() as session:
        assert [(row.by, row.said["raw"]) for row in session.scalars(select(tables.PersonReading).order_by(tables.PersonReading.id))] == [
            ("王芳", "8"), ("李明", "9")
        ]  # fmt: skip
    assert seen(ledger).raw == "9"


def test_a_doubt_that_is_confirmed_is_bound_to_the_bytes(ledger: Ledger) -> None:
    doubt = finding(figures=(NEW, TOTAL), doubt=True, fingerprint="d" * 32)
    stored(ledger, SCAN, doubt)
    assert [(item.fingerprint, [q.subject for q in item.questions]) for item in waiting_list(ledger)] == [("d" * 32, [NEW])]
    answered(ledger, "dddddd")
    assert (waiting_list(ledger), seen(ledger).sure) == ([], True)
    with ledger.writing("test") as session:
        said = people(session)
        publication, version = session.scalars(select(tables.Publication)).one(), session.scalars(select(tables.Version)).one()
        assert list(said.words(publication, version)) == ["d" * 32]
        publication.read_sha256 = "b" * 64
        assert list(said.words(publication, version)) == []
    assert only(ledger).fingerprint == "d" * 32


def test_a_value_for_a_doubt_goes_to_its_only_figure_in_doubt(ledger: Ledger) -> None:
    stored(ledger, SCAN, finding(figures=(NEW, TOTAL), doubt=True, fingerprint="d" * 32))
    answered(ledger, "d" * 32, "8")
    assert (seen(ledger).raw, seen(ledger, TOTAL).raw) == ("8", "8")
    assert seen(ledger, TOTAL).read_by is None


def test_where_several_figures_may_be_meant_they_are_named(ledger: Ledger) -> None:
    stored(ledger, with_doubt(SCAN, TOTAL), finding(figures=(NEW, TOTAL), doubt=True, fingerprint="d" * 32))
    said = refused(ledger, "d" * 32, "8")
    assert all(question.fingerprint[:12] in said for question in only(ledger).questions)
    assert "disclosure.fees.amount" in refused(ledger, "d" * 32, "8", figure="disclosure.fees.amount")
    answered(ledger, "d" * 32, "9", figure=TOTAL)
    assert (seen(ledger).raw, seen(ledger, TOTAL).raw) == ("6", "9")


def test_a_fingerprint_that_says_nothing_is_one_sentence(ledger: Ledger) -> None:
    stored(
        ledger,
        SCAN,
        finding(figures=(TOTAL,), doubt=True, fingerprint="d" * 31 + "0"),
        finding(figures=(), doubt=True, fingerprint="d" * 31 + "1"),
    )
    assert "不是指纹" in refused(ledger, "ddddd")
    assert "不是指纹" in refused(ledger, "hello!")
    assert "没有指纹" in refused(ledger, "0" * 32)
    assert "不止一项" in refused(ledger, "dddddd")
    assert "不会是这一格" in refused(ledger, waiting_list(ledger)[-1].questions[0].fingerprint, "见附件说明")
    assert "不能用 --value" in refused(ledger, "d" * 31 + "1", "8")
    assert "--agency" in refused(ledger, "d" * 31 + "1", agency="临河县水务局")


def test_a_question_of_a_report_that_changed_no_longer_stands(ledger: Ledger) -> None:
    stored(ledger, SCAN)
    mark = only(ledger).questions[0].fingerprint
    answered(ledger, mark, "8")
    with ledger.writing("test") as session:
        publication = session.scalars(select(tables.Publication)).one()
        publication.sha256 = publication.read_sha256 = "b" * 64
    assert "不再存疑" in refused(ledger, mark, "9")


def test_a_table_and_a_document_in_doubt_are_settled_for_the_doubts_that_were_asked(ledger: Ledger) -> None:
    report = sound_report(doubts=("pages-without-text",))
    stored(ledger, report)
    item = only(ledger)
    assert item.fingerprint is not None
    assert "不能用 --value" in refused(ledger, item.fingerprint, "1")
    answered(ledger, item.fingerprint)
    assert waiting_list(ledger) == []


def test_whose_report_it_is_can_be_told(ledger: Ledger) -> None:
    report = replace(sound_report(), agency=replace(sound_report().agency, value=None, sure=False))
    stored(ledger, report, sure=False)
    mark = only(ledger).fingerprint
    assert mark is not None
    assert "--agency" in refused(ledger, mark)
    answered(ledger, mark, agency="临河县水务局")
    with ledger.reading() as session:
        publication, version = session.scalars(select(tables.Publication)).one(), session.scalars(select(tables.Version)).one()
        told = people(session).report(publication, version)
        assert version.resolved_under is None
    assert told is not None
    assert (told.agency.value, told.agency.sure, told.agency.signs[0].kind) == ("临河县水务局", True, "given")


def test_a_name_that_tells_no_body_for_sure_is_refused(ledger: Ledger) -> None:
    stored(ledger, sound_report(), sure=False)
    mark = only(ledger).fingerprint
    with pytest.raises(UsageError, match="水务局"), ledger.writing("test") as session:
        record(session, Answer(str(mark), "王芳", agency="水务局"), NOW, lambda report: False)
    with ledger.reading() as session:
        assert session.scalars(select(tables.PersonReading)).all() == []


def test_two_who_answer_at_once_are_both_kept(ledger: Ledger) -> None:
    stored(ledger, SCAN)
    mark = only(ledger).questions[0].fingerprint
    threads = [threading.Thread(target=answered, args=(ledger, mark, str(n))) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with ledger.reading() as session:
        assert sorted(row.said["raw"] for row in session.scalars(select(tables.PersonReading))) == ["0", "1", "2", "3"]


def test_an_answer_cut_off_before_its_commit_leaves_nothing(ledger: Ledger) -> None:
    stored(ledger, SCAN, finding(figures=(NEW,), doubt=True, fingerprint="d" * 32))

    def cut(boundary: str) -> None:
        raise KeyboardInterrupt(boundary)

    ledger.checkpoint = cut
    with pytest.raises(KeyboardInterrupt):
        answered(ledger, "d" * 32, "8")
    ledger.checkpoint = lambda boundary: None
    assert (seen(ledger).raw, only(ledger).fingerprint) == ("6", "d" * 32)
