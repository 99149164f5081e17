"""What the text claims: figures that also stand in the tables, and percentages that cannot be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, cast

from gouji.data import data_file
from gouji.document.model import Paragraph
from gouji.narrative.claim import Claim, Quantity
from gouji.narrative.numbers import NUMBER, quantity
from gouji.recognition.facts import spot
from gouji.recognition.normal import Compact, compact
from gouji.report import Report

_SENTENCE = re.compile(r"[^。;!?]+[。;!?]?")
_BRACKETS = re.compile(r"\([^()]*\)")
_TWO_CLAIMS = "two-statements"


def claims(report: Report) -> list[Claim]:
    """The claims of the report's text, in its order. Two that give one quantity different numbers are both in doubt."""
    found = [claim for paragraph in report.narrative() for claim in _claims_in(paragraph)]
    return [_doubted(claim, found) for claim in found]


def _doubted(claim: Claim, found: Sequence[Claim]) -> Claim:
    if claim.quantity in _patterns()["percentages"]:
        return claim
    others = {other.value for other in found if other.quantity == claim.quantity}
    return replace(claim, doubts=(*claim.doubts, _TWO_CLAIMS)) if len(others) > 1 else claim


def _claims_in(paragraph: Paragraph) -> Iterator[Claim]:
    flat = compact(paragraph.text)
    # Bracketed figures are parts or comparisons; blanked out in place so that positions stay.
    open_text = _BRACKETS.sub(lambda m: "," * len(m.group()), flat.text)
    for sentence in _SENTENCE.finditer(open_text):
        for name, entry in _all_patterns().items():
            yield from _matches(name, entry, paragraph, flat, open_text, sentence)


def _matches(
    name: str, entry: Mapping[str, Any], paragraph: Paragraph, flat: Compact, text: str, sentence: re.Match[str]
) -> Iterator[Claim]:
    if entry.get("needs", "") not in sentence.group() or not re.search(entry.get("about", ""), text):
        return
    if any(re.search(word, sentence.group()) for word in entry.get("not_in_sentence", ())):
        return
    for pattern in _compiled(name):
        for match in pattern.finditer(text, sentence.start(), sentence.end()):
            said_of = entry.get("inside", "") in match.group()
            if said_of and not _refused(entry, text, sentence.start(), match) and (number := quantity(match)):
                printed, place = _printed(paragraph, flat, match.start(), match.end())
                said, _ = _printed(paragraph, flat, sentence.start(), sentence.end())
                yield Claim(cast(Quantity, name), number.value, number.low, number.high, printed, said, place, paragraph.doubts)


def _refused(entry: Mapping[str, Any], text: str, start: int, match: re.Match[str]) -> bool:
    """Whether words of another scope stand between the clause's beginning and the number."""
    clause_start = max(text.rfind(",", start, match.start()), start)
    before = text[clause_start : match.start("number")]
    both = entry.get("not_both")
    return any(re.search(words, before) for words in entry.get("not", ())) or bool(both and re.search(both, before))


def _printed(paragraph: Paragraph, flat: Compact, start: int, end: int) -> tuple[str, Any]:
    first, last = flat.span(start, end)
    return paragraph.text[first:last], spot(paragraph.place, first, last)


def _all_patterns() -> Mapping[str, Mapping[str, Any]]:
    data = _patterns()
    return {**data["quantities"], **data["percentages"]}


@cache
def _patterns() -> Mapping[str, Any]:
    data: Mapping[str, Any] = data_file(__name__, "patterns.yaml")
    return data


@cache
def _compiled(name: str) -> tuple[re.Pattern[str], ...]:
    entry, unit = _all_patterns()[name], _patterns()["unit"]
    sources = (entry["clause"], *entry.get("also", ()))
    return tuple(re.compile(source.replace("{number}", NUMBER).replace("{unit}", unit)) for source in sources)
