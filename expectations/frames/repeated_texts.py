"""One row a part of the text that last year's report has too: both masked, for a comparison by shingles."""

import re
from collections.abc import Iterator, Sequence

from expectations.frames.before import named, why_not
from expectations.frames.kind import KIND, NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, text
from expectations.rule import Rule
from gouji.narrative.shingles import characters, masked, share
from gouji.report import Report
from gouji.words import words
from gouji.words.places import section_number, with_spot

_SECTIONS = (1, 5, 6)
_PROBLEMS = 5
_RULES = ("text-repeated", "problems-repeated")
# Where section five turns from the problems to what will be done.
_TURN = re.compile("下一步|下步|今后|改进(?:措施|情况|方向)|整改(?:措施|情况)|(?:20[0-9]{2}|明)年,?(?:我|将)")
_REMEDIED = re.compile("整改|上(?:一)?年度?[^。;]{0,20}问题|针对[^。;]{0,20}问题")
_SENTENCE = re.compile("[^。；;]+[。；;]?")


class RepeatedTextsFrame:
    name = "repeated_texts"
    columns = {"part": KIND, "section": KIND, "length": NUMBER, "text": TEXT, "before": TEXT}
    offers = frozenset({"where", "previous", "printed", "expected"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        previous = case.dossier.previous
        if (reason := why_not(case)) or previous is None:
            yield from (NotJudged(rule, reason or "no-previous") for rule in _RULES)
            return
        for number in _SECTIONS:
            one, two = _text(case.report, number), _text(previous, number)
            if one and two:
                yield _row(case, previous, "section", number, one, two)
        yield from _problems(case, previous)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return int(text(record, "section"))

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        previous = case.dossier.previous
        found = [*case.report.doubts, *(previous.doubts if previous else ())]
        if not case.report.year.sure or previous is None or not previous.year.sure:
            found.append("year")
        if previous is not None and previous.sha256 == case.report.sha256:
            found.append("same-document")
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        """What the most copied of the parts is, and how much of it was."""
        shares = {text(record, "section"): _percent(record) for record in records}
        first = max(shares, key=lambda number: shares[number])
        section = next(s for s in case.report.sections if s.number == int(first))
        values = {
            "where": with_spot(words("place.section", number=section_number(int(first))), section.place),
            "previous": named(case.dossier.previous),
            "printed": shares[first],
            "expected": round(float(rule.parameters["below"]) * 100),
        }
        return Told(values, actual=f"{shares[first]}%", places=(section.place,), spot=f"{rule.name}|{first}")


def _percent(record: Record) -> int:
    """Rounded down: a copy with a changed word is not called 100 %."""
    return int((share(text(record, "text"), text(record, "before")) or 0) * 100)


def _row(case: Case, previous: Report, part: str, section: int, one: str, two: str) -> tuple[Cell, ...]:
    own, theirs = masked(one, _names(case.report)), masked(two, _names(previous))
    return part, str(section), float(characters(own)), own, theirs


def _names(report: Report) -> list[str]:
    return [sign.value for sign in report.agency.signs]


def _text(report: Report, number: int) -> str:
    return "\n".join(section.text for section in report.sections if section.number == number)


def _problems(case: Case, previous: Report) -> Iterator[tuple[Cell, ...] | NotJudged]:
    whole = _text(case.report, _PROBLEMS)
    one, two = _before_the_turn(whole), _before_the_turn(_text(previous, _PROBLEMS))
    if not (one and two):
        yield NotJudged("problems-repeated", "no-problems")
    elif _REMEDIED.search(whole):
        yield NotJudged("problems-repeated", "remedies-told")
    else:
        yield _row(case, previous, "problems", _PROBLEMS, one, two)


def _before_the_turn(section: str) -> str:
    """The sentences of section five that tell of problems."""
    kept: list[str] = []
    for sentence in (found for line in section.splitlines() for found in _SENTENCE.findall(line)):
        if _TURN.search(sentence) and kept:
            break
        kept.append(sentence)
    return "\n".join(kept)
