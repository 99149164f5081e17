"""A hash of what was read: two documents with the same say the same, whatever their bytes."""

import hashlib
import json
import re
from functools import cache

from gouji.data import data_file
from gouji.document.model import Paragraph
from gouji.finding import Words
from gouji.report import READINGS_DIFFER, Figure, Report


def content_of(report: Report) -> str:
    """The same as long as facts, figures and article text stay the same; places, bytes and visit counters do not count."""
    return _hash(
        {
            "form": report.form,
            "facts": _facts(report),
            "text": [[section.number, section.heading, *map(_said, section.paragraphs)] for section in report.sections],
            "preamble": [_said(paragraph) for paragraph in report.preamble],
            "tables": {t.id: [dict(t.rows), dict(t.columns), t.strangers, t.doubts] for t in report.tables.values()},
            "figures": {f.id: [f.raw, f.state, _doubts(f)] for f in report.figures.values()},
            "doubts": report.doubts,
        }
    )


def content_of_trouble(trouble: Words) -> str:
    """The same as long as a document cannot be read for the same reason."""
    return _hash({"trouble": trouble.as_json()})


def digest_of(*parts: object) -> str:
    """A hash of plain values, in this order."""
    return _hash(parts)


def _doubts(figure: Figure) -> list[str]:
    """Without that of the second reading: it is about us, and what the document says stays the same."""
    return [doubt for doubt in figure.doubts if doubt != READINGS_DIFFER]


def _facts(report: Report) -> list[object]:
    period = report.period
    return [
        _said(report.title) if report.title else None,
        [report.agency.value, report.agency.sure],
        [report.year.value, report.year.sure],
        str(report.published_on),
        str(report.signed_on),
        [str(period.start), str(period.end)] if period else None,
    ]


def said(paragraph: Paragraph) -> str:
    """The paragraph's text without visit counters, which are no text of the report."""
    text = paragraph.text
    for pattern in _counters():
        text = pattern.sub("", text)
    return " ".join(text.split())


def _said(paragraph: Paragraph) -> list[object]:
    return [said(paragraph), *paragraph.doubts]


@cache
def _counters() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in data_file("gouji.ledger", "counters.yaml")["patterns"])


def _hash(value: object) -> str:
    text = json.dumps(value, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
