"""What makes a reading as a whole doubtful, in sentences: the document, its tables, rows that the form does not know."""

from collections.abc import Iterator

from gouji.document.doubts import PAGES_MISSING
from gouji.finding import Words
from gouji.report import Report, Stranger
from gouji.words import words
from gouji.words.doubts import doubt_words
from gouji.words.places import in_a_row, table_in_words, with_spot


def reasons(report: Report) -> Iterator[Words]:
    """A sentence for the document in doubt or without some pages, one for each table in doubt; none where only figures are."""
    missing = [code for code in report.unread if code.startswith(PAGES_MISSING)]
    subjects = [(words("place.report"), [*report.doubts, *missing]), *((table_in_words(t.id), t.doubts) for t in report.tables.values())]
    for name, doubts in subjects:
        if doubts:
            yield words("check.doubtful-whole", name=name, why=in_a_row(map(doubt_words, doubts), "；", "; "))


def strangers(report: Report) -> Iterator[Words]:
    """A sentence for each row of figures that the form does not know."""
    for table in report.tables.values():
        for row in table.strange:
            label = words("check.strange-row", label=row.label) if row.label else words("check.strange-nameless")
            yield words("check.strange", name=with_spot(table_in_words(table.id), row.place), label=label, printed=_printed(row))


def _printed(row: Stranger) -> Words:
    return in_a_row(Words(text, text) for text in row.printed if text.strip())
