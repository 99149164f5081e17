"""One row a sentence of the report: the words as read, for rules that look for what must, or must not, be said."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, repeat
from typing import Any

import numpy as np

from expectations.frames.kind import KIND, NUMBER, TEXT, ByColumns, Case, NotJudged, Record, Told, text, value
from expectations.rule import Rule
from gouji.finding import Words
from gouji.narrative.sentence.sentences import Sentence
from gouji.place import Place
from gouji.privacy.masking import masked
from gouji.words import words
from gouji.words.places import paragraph_in_words, with_spot

_LONGEST_EXCERPT = 40
# Without one of these in it a sentence is not asked for left-over words and slips: most are not.
_WORDS = re.compile(
    r"具体|此处|\(指20|宋体|字号|加粗|表格形式报告|请根据|以下是|仅供参考|有所帮助|如需|截止|政务信息公开条|处理费用|转结|公开为原则|规章"
)
_CUES = re.compile(rf"[【\[{{×_]|[XＸx]{{2}}|[a-z]{{2,3}}(?=[\u4e00-\u9fff])|\d(?:[次件条场])(?=[线公举开组发])|{_WORDS.pattern}")
# Each of these is looked for by its first sign alone, ten times as fast as all that they begin.
_BEGINNINGS = (_WORDS, re.compile(r"[【\[{×_XＸxa-z]"), re.compile("[次件条场][线公举开组发]"))
_OF_A_NAME = ("template-residue", "generated-residue")
_MASKED_NAME = re.compile(
    "(?:[×Xx]{2}|某某)(?:某|诉|申请|与|和|[,、]|同志|先生|女士)|(?:申请人|原告|公民|张|王|李|赵|刘|陈)(?:[×Xx]{1,2}|某)"
)
# The form of 2021 by its number or its name.
_IN_FORCE = re.compile(r"国办公开办函[〔\[(（【]?2021[〕\])）】]?年?30号|《[^》]*政府信息公开工作年度报告格式》")
_DOUBTS = {
    "stray-latin": ("conversion",), "doubled-word": ("lines-joined",), "missing-punctuation": ("sign-lost",),
}  # fmt: skip
_USUAL = {"截止目前": "截至目前", "政务信息公开条例": "政府信息公开条例", "信息处理费用": "信息处理费", "转结": "结转"}
_DUE = (
    "template-residue",
    "generated-residue",
    "stray-latin",
    "doubled-word",
    "missing-punctuation",
    "set-phrase",
    "rules-called-regulations",
)


class SentencesFrame(ByColumns):
    name = "sentences"
    columns = {
        "part": KIND,
        "section": KIND,
        "year": NUMBER,
        "sentence": NUMBER,
        "cues": TEXT,
        "repeated": TEXT,
        "regulations": TEXT,
        "basis": KIND,
        "text": TEXT,
    }
    offers = frozenset({"where", "printed", "sentence", "expected"})

    def bulk(self, cases: Sequence[Case]) -> tuple[Mapping[str, Any], list[list[NotJudged]]]:
        """Fifty rows a report."""
        said = [(*case.sentences, *case.labels) for case in cases]
        counts = [len(own) for own in said]
        texts = [[sentence.text for sentence in own] for own in said]
        columns = {
            "report": np.repeat(np.arange(len(cases)), counts),
            "part": [sentence.part for own in said for sentence in own],
            "section": [None if sentence.section is None else str(sentence.section) for own in said for sentence in own],
            "year": np.repeat(np.array([case.report.report_year for case in cases], dtype="float64"), counts),
            "sentence": [float(index) for count in counts for index in range(count)],
            "cues": [*chain.from_iterable(map(cues, texts))],
            "repeated": [*chain.from_iterable(map(repeated, texts))],
            "basis": [basis for own in said for basis in repeat(_basis(own), len(own))],
            "regulations": [power for case, own in zip(cases, said, strict=True) for power in repeat(_power(case), len(own))],
            "text": [*chain.from_iterable(texts)],
        }
        return columns, [[] for _ in cases]

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return int(text(record, "section")) if record["section"] else None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [doubt for record in records for doubt in sentence_of(case, record).paragraph.doubts]
        found += _DOUBTS.get(rule.name, ())
        if rule.name in _OF_A_NAME:
            found += [doubt for record in records for doubt in _masking(sentence_of(case, record))]
        return tuple(dict.fromkeys([*case.report.doubts, *found]))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        spots = [_spot(sentence_of(case, record), rule) for record in records]
        sentence, place = sentence_of(case, records[0]), spots[0][1]
        printed = _shown(sentence, place)
        said = excerpt(_shown(sentence, sentence.place), printed)
        values = {"where": _where(case, sentence, place), "printed": printed, "sentence": Words(said, said)}
        if rule.name in _DUE:
            values["expected"] = _due(rule, printed)
        return Told(values, None, printed, tuple(p for _, p in spots), spot=sentence.text)


def sentence_of(case: Case, record: Record) -> Sentence:
    """The sentence that a row was made of."""
    index = value(record, "sentence")
    if index is None:
        raise TypeError("a row of sentences without its sentence")
    return (*case.sentences, *case.labels)[int(index)]


def cues(texts: Sequence[str]) -> list[str | None]:
    """The words and signs that stand in each sentence of a report, each once; None where none does, as in most."""
    found: list[str | None] = [None] * len(texts)
    for at in _begun(texts):
        found[at] = "|".join(dict.fromkeys(_CUES.findall(texts[at]))) or None
    return found


def _begun(texts: Sequence[str]) -> set[int]:
    """The sentences in which a cue may begin. All are searched as one text, with a sign between them that begins none."""
    ends = [*accumulate(len(text) + 1 for text in texts)]
    whole = "\n".join(texts)
    return {bisect_right(ends, match.start()) for beginning in _BEGINNINGS for match in beginning.finditer(whole)}


def repeated(texts: Sequence[str]) -> list[str | None]:
    """For each sentence of a report whether a pair of signs stands in it twice; None where none does."""
    signs = np.frombuffer("\n".join(texts).encode("utf-32-le", "surrogatepass"), dtype="<u4").astype("u8")
    sentence = np.repeat(np.arange(len(texts), dtype="u8"), [len(text) + 1 for text in texts])[: len(signs)]
    # A sign has 21 bits: a pair and its sentence are one number, and sorting the numbers of a report takes a fourth of one set a sentence.
    pairs = np.sort(sentence[:-1] << _SENTENCE | signs[:-1] << _SIGN | signs[1:])
    twice = pairs[1:][pairs[1:] == pairs[:-1]] >> _SENTENCE
    found: list[str | None] = [None] * len(texts)
    for at in set(twice.tolist()):
        found[at] = "twice"
    return found


_SIGN, _SENTENCE = np.uint64(21), np.uint64(42)


def _basis(said: Sequence[Sentence]) -> str:
    """Whether the preamble cites the notice whose form is in force, alone or beside an older one."""
    return "in-force" if any(sentence.part == "preamble" and _IN_FORCE.search(sentence.text) for sentence in said) else "another"


def _power(case: Case) -> str | None:
    """Whether the body may make 规章, where that is known."""
    agency = case.dossier.agency
    if agency is None or agency.makes_regulations is None:
        return None
    return "yes" if agency.makes_regulations else "no"


def _masking(sentence: Sentence) -> Iterator[str]:
    """What may have been left blank on purpose, or by a page's script."""
    if _MASKED_NAME.search(sentence.text):
        yield "name-masked"
    if "{" in sentence.text:
        yield "page-script"


def _due(rule: Rule, printed: str) -> Words:
    """What should stand there: for a set phrase its usual form."""
    if usual := _USUAL.get("".join(printed.split())):
        return Words(f"“{usual}”", f"“{usual}”")
    return words(f"judging.due-{rule.name}")


def _where(case: Case, sentence: Sentence, place: Place) -> Words:
    return with_spot(words("judging.table-label"), place) if sentence.part == "label" else paragraph_in_words(case.report, place)


def _spot(sentence: Sentence, rule: Rule) -> tuple[str, Place]:
    """The words that the rule's patterns mean, the whole sentence where none of them is in it."""
    for pattern in rule.parameters.get("patterns", ()):
        if (match := re.search(pattern, sentence.text)) and match.group():
            return sentence.within(*match.span())
    return sentence.printed, sentence.place


def _shown(sentence: Sentence, place: Place) -> str:
    """What stands there, masked with all that stands around it: a number cut in two looks like none."""
    return masked(sentence.paragraph.text)[(place.start or 1) - 1 : place.end]


def excerpt(sentence: str, printed: str) -> str:
    """The sentence, masked, cut around the words meant where it is long."""
    said = " ".join(masked(sentence).split())
    if len(said) <= _LONGEST_EXCERPT:
        return said
    start = max(0, min(said.find(printed), len(said) - _LONGEST_EXCERPT))
    return f"{'…' if start else ''}{said[start : start + _LONGEST_EXCERPT]}…"
