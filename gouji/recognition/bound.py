"""Whether pictures that were read as one report are one: their titles name one body and one year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations, groupby

from gouji.document.doubts import TITLES_DIFFER
from gouji.document.model import Document, Paragraph
from gouji.errors import UnreadableDocument
from gouji.recognition.agency import same_body
from gouji.recognition.normal import plain
from gouji.recognition.titles import find_title, title_parts
from gouji.words import words

_HEAD = 6  # paragraphs at a page's top among which a title stands
_RUN_ON = re.compile(r"[^。；]{4,60}?(?:报告|年报)(?=[一1][、.．])")
_MISREAD = 0.85  # of two names as alike as this one may be the other, read from a worse picture


@dataclass(frozen=True, slots=True)
class _Title:
    file: str
    text: str
    body: str
    year: int | None


def one_report(document: Document) -> Document:
    """The document, in doubt where its pages' titles are not quite the same; UnreadableDocument where they are two reports'."""
    titles = list(_titles(document)) if document.files else []
    differing = [(one, other) for one, other in combinations(titles, 2) if _differ(one, other)]
    if not differing:
        return document
    for one, other in differing:
        if one.year == other.year and SequenceMatcher(None, one.body, other.body).ratio() >= _MISREAD:
            continue
        raise UnreadableDocument(words("reading.bound-several", one=one.text, first=one.file, other=other.text, second=other.file))
    return replace(document, doubts=(*document.doubts, TITLES_DIFFER))


def _titles(document: Document) -> Iterator[_Title]:
    for _, group in groupby(document.paragraphs(), key=lambda paragraph: paragraph.place.page):
        head = [_alone(paragraph) for paragraph in list(group)[:_HEAD]]
        if title := find_title(head):
            yield _Title(title.place.file or "", plain(title.text), *title_parts(title.text))


def _alone(paragraph: Paragraph) -> Paragraph:
    """The paragraph, or the title at its head where the first heading was read as going on with it."""
    run_on = _RUN_ON.match(paragraph.text)
    return replace(paragraph, text=run_on[0]) if run_on else paragraph


def _differ(one: _Title, other: _Title) -> bool:
    bodies = bool(one.body and other.body) and not same_body(one.body, other.body)
    return bodies or (None not in (one.year, other.year) and one.year != other.year)
