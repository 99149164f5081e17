"""How much of one text stands in another: both masked, then compared by runs of a few characters (shingles)."""

import re
from collections.abc import Collection, Iterable, Set

from gouji.recognition.normal import nfkc

# Long enough that two texts on one subject share few by chance, short enough that a changed word costs a few only.
SIZE = 5
NUMBER, NAME = "#", "○"
# Numbers and years differ from year to year in a text that was only copied.
_NUMBERS = re.compile(r"[0-9][0-9.,]*[%‰]?|二[〇零○ＯO]{1,2}[一二三四五六七八九〇零十]{1,2}(?=年)")
_MEANINGLESS = re.compile(rf"[^\w\n{NUMBER}{NAME}]|_")


def masked(text: str, names: Iterable[str] = ()) -> str:
    """The text without blanks and punctuation, numbers as # and `names` as ○; paragraphs stay lines."""
    folded = nfkc(text)
    for name in sorted({nfkc(name) for name in names if name}, key=len, reverse=True):
        folded = folded.replace(name, NAME)
    lines = (_MEANINGLESS.sub("", _NUMBERS.sub(NUMBER, line)) for line in folded.splitlines())
    return "\n".join(line for line in lines if line)


def characters(masked_text: str) -> int:
    """How many signs a masked text has."""
    return len(masked_text) - masked_text.count("\n")


def shingles(masked_text: str) -> frozenset[str]:
    """All runs of SIZE characters, none across the end of a line."""
    return frozenset(line[at : at + SIZE] for line in masked_text.splitlines() for at in range(len(line) - SIZE + 1))


def share(text: str, other: str) -> float | None:
    """The share of the text's shingles that also stand in the other, 0 to 1; None where the text has none."""
    own = shingles(text)
    return len(own & shingles(other)) / len(own) if own else None


def without(masked_text: str, common: Set[str] | Collection[str]) -> str:
    """The text less the shingles that are `common`: what is left of it, a line a stretch, has exactly the other shingles."""
    return "\n".join(stretch for line in masked_text.splitlines() for stretch in _stretches(line, common))


def _stretches(line: str, common: Collection[str]) -> Iterable[str]:
    start = None
    for at in range(len(line) - SIZE + 2):
        kept = at <= len(line) - SIZE and line[at : at + SIZE] not in common
        if kept and start is None:
            start = at
        elif not kept and start is not None:
            yield line[start : at - 1 + SIZE]
            start = None
