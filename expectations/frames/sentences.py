"""One row a sentence of the report: the words as read, for rules that look for what must, or must not, be said."""

import re
from collections.abc import Iterator, Sequence

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, text, value
from expectations.rule import Rule
from gouji.finding import Words
from gouji.narrative.sentences import Sentence
from gouji.place import Place
from gouji.words.places import paragraph_in_words

_LONGEST_EXCERPT = 40


class SentencesFrame:
    name = "sentences"
    columns = {"part": TEXT, "section": TEXT, "year": NUMBER, "sentence": NUMBER, "text": TEXT}
    offers = frozenset({"where", "printed", "sentence"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        year = case.report.report_year
        for index, sentence in enumerate(case.sentences):
            section = None if sentence.section is None else str(sentence.section)
            yield sentence.part, section, None if year is None else float(year), float(index), sentence.text

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return int(text(record, "section")) if record["section"] else None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [doubt for record in records for doubt in sentence_of(case, record).paragraph.doubts]
        return tuple(dict.fromkeys([*case.report.doubts, *found]))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        spots = [_spot(sentence_of(case, record), rule) for record in records]
        printed, place = spots[0]
        sentence = sentence_of(case, records[0])
        excerpt = _excerpt(sentence.printed, printed)
        values = {"where": paragraph_in_words(case.report, place), "printed": printed, "sentence": Words(excerpt, excerpt)}
        return Told(values, None, printed, tuple(p for _, p in spots), spot=sentence.text)


def sentence_of(case: Case, record: Record) -> Sentence:
    """The sentence that a row was made of."""
    index = value(record, "sentence")
    if index is None:
        raise TypeError("a row of sentences without its sentence")
    return case.sentences[int(index)]


def _spot(sentence: Sentence, rule: Rule) -> tuple[str, Place]:
    """The words that the rule's patterns mean, the whole sentence where none of them is in it."""
    for pattern in rule.parameters.get("patterns", ()):
        if (match := re.search(pattern, sentence.text)) and match.group():
            return sentence.within(*match.span())
    return sentence.printed, sentence.place


def _excerpt(sentence: str, printed: str) -> str:
    said = " ".join(sentence.split())
    if len(said) <= _LONGEST_EXCERPT:
        return said
    start = max(0, min(said.find(printed), len(said) - _LONGEST_EXCERPT))
    return f"{'…' if start else ''}{said[start : start + _LONGEST_EXCERPT]}…"
