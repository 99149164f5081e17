"""What of a report was not surely read: one question for each figure, table or document in doubt."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from gouji.finding import Words
from gouji.place import Place
from gouji.privacy.masking import masked
from gouji.report import Figure, Report, State
from gouji.words import words
from gouji.words.doubts import doubt_words
from gouji.words.places import figure_in_words, in_a_row, table_in_words

DOCUMENT = "document"
AGENCY, YEAR = "agency", "year"
_UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Question:
    """`subject` is a figure's id, a table's, or `document`; `raw` and `state` are a figure's, as read, a person's
    number in it masked."""

    fingerprint: str
    subject: str
    name: Words
    doubts: tuple[str, ...]
    place: Place | None = None
    raw: str | None = None
    state: State | None = None

    @property
    def table(self) -> str:
        return self.subject.split(".")[0]

    @property
    def is_figure(self) -> bool:
        return "." in self.subject

    @property
    def why(self) -> Words:
        return in_a_row([doubt_words(doubt) for doubt in self.doubts], "；", "; ")

    def as_json(self) -> dict[str, object]:
        return {
            "fingerprint": self.fingerprint, "subject": self.subject, "name": self.name.as_json(),
            "raw": self.raw, "state": str(self.state) if self.state else None, "why": self.why.as_json(),
            "where": self.place.as_json() if self.place else None,
        }  # fmt: skip


def questions(report: Report, sha256: str) -> list[Question]:
    """All questions of a report read from these bytes, the figures' in the form's order."""
    return list(_questions(report, sha256))


def figure_question(report: Report, figure: Figure, sha256: str) -> Question:
    """What is asked of this figure, whether or not it is in doubt."""
    why = figure.doubts or ((_UNREADABLE,) if figure.state is State.UNREADABLE else ())
    name = figure_in_words(report.form, figure.id) if report.form else Words(figure.id, figure.id)
    raw = None if figure.raw is None else masked(figure.raw)
    return Question(question_of(sha256, figure.id), figure.id, name, why, figure.place, raw, figure.state)


def question_of(sha256: str, *subjects: str) -> str:
    """The fingerprint of what is asked of these subjects in these bytes; it stays the same whatever is read there."""
    return hashlib.sha256("\x1f".join(("reading", sha256, *subjects)).encode()).hexdigest()[:32]


def whether_report(sha256: str) -> str:
    """The fingerprint of the question whether these bytes, in which no table was read, are an annual report at all."""
    return question_of(sha256, DOCUMENT, "report")


def unsure(report: Report) -> int:
    """How many questions a report has."""
    return sum(1 for _ in _questions(report, ""))


def _questions(report: Report, sha256: str) -> Iterator[Question]:
    if report.doubts:
        yield Question(question_of(sha256, DOCUMENT), DOCUMENT, words("place.report"), report.doubts)
    for table in report.tables.values():
        if table.doubts:
            yield Question(question_of(sha256, table.id), table.id, table_in_words(table.id), table.doubts, table.place)
    yield from (figure_question(report, figure, sha256) for figure in report.figures.values() if is_unsure(figure))


def is_unsure(figure: Figure) -> bool:
    """Whether a person should look at it."""
    return not figure.sure or figure.state is State.UNREADABLE
