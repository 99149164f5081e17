"""The figures that a person is asked to compare with the document, in sentences: where each stands, as what it was read, and why."""

from collections.abc import Collection, Iterator

from gouji.finding import Words
from gouji.questions import Question, questions
from gouji.report import Report
from gouji.words import words
from gouji.words.places import with_spot


def asked(report: Report, said: Collection[str] = ()) -> list[Question]:
    """What is in doubt but for the figures already spoken of."""
    return [question for question in questions(report, report.sha256) if question.doubts and question.subject not in said]


def asked_words(question: Question) -> Words:
    named = with_spot(question.name, question.place)
    read = None if question.raw is None else words("read.read-as", raw=question.raw)
    return words("read.doubt", name=named, read=read or Words("", ""), why=question.why)


def first_words(asked: Collection[Question], most: int | None) -> Iterator[Words]:
    """The first of them, all where `most` is None, and how many more there are."""
    for question in list(asked)[:most]:
        yield asked_words(question)
    if most is not None and len(asked) > most:
        yield words("check.more-doubtful", count=len(asked) - most)
