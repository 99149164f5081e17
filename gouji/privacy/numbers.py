"""Candidates: numbers of a person's form with the words beside them that say whose they are."""

import re
from dataclasses import dataclass
from functools import cache

from gouji.privacy.kinds import Kind, Number, known, numbers
from gouji.recognition.normal import compact

_ENDS = re.compile(r"[。;；!！?？\n]")
_REACH = 60  # signs on each side of a number in which its words stand; a sentence may fill a page
_RIGHT_AFTER = 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """`digits` as plain signs, `spots` where they stand in the text; `remainder` as of its kind.

    `owner` is the word that speaks of a person or an account, `elsewhere` the word by which the number is a document's, a
    measure or the office's own; each None where no such word stands beside it.
    """

    kind: Kind
    digits: str
    spots: tuple[int, ...]
    remainder: int | None
    fits: bool
    owner: str | None
    elsewhere: str | None

    @property
    def personal(self) -> bool:
        """Whether it is shown masked: its form is a person's and nothing beside it says otherwise."""
        return self.fits and self.elsewhere is None and (self.kind != "bank-card" or self.owner is not None)

    @property
    def start(self) -> int:
        return self.spots[0]

    @property
    def end(self) -> int:
        return self.spots[-1] + 1


def candidates(text: str) -> list[Candidate]:
    """All candidates in the text, in its order."""
    return [_candidate(text, number) for number in numbers(text)]


def personal(text: str) -> list[Candidate]:
    """Those that are to be masked."""
    return [candidate for candidate in candidates(text) if candidate.personal]


def _candidate(text: str, number: Number) -> Candidate:
    before, after = _beside(text, number.spots[0], number.spots[-1] + 1)
    alone = not (before or after) and not text[: number.spots[0]].strip() and not text[number.spots[-1] + 1 :].strip()
    owner = _found("account", before + "|" + after) or _found("person", before + "|" + after) or ("alone" if alone else None)
    return Candidate(number.kind, number.digits, number.spots, number.remainder, number.fits, owner, _elsewhere(number.kind, before, after))


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The rest of the sentence before and after the number, in compatibility form without blanks."""
    before = _ENDS.split(text[max(0, start - _REACH) : start])[-1]
    after = _ENDS.split(text[end : end + _REACH])[0]
    return compact(before).text, compact(after).text


def _elsewhere(kind: Kind, before: str, after: str) -> str | None:
    if found := _found("document", before):
        return found
    if kind != "mobile":
        return None
    if found := _found("measured", after) or _found("amount", before):
        return found
    if found := _found("invited", before) or _found("invited", after[:_RIGHT_AFTER]):
        return found
    weak = _found("contact", before) or _found("contact", after[:_RIGHT_AFTER])
    return weak if weak and not _found("person", before + "|" + after) else None


def _found(name: str, text: str) -> str | None:
    found = _pattern(name).search(text)
    return found.group() if found else None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(known()[name])
