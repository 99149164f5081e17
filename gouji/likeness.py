"""How much of a report's text also stands in another body's of the same year: linear in the number of reports.

Texts are compared by shingles of eight characters, once digits, signs and each body's own names are taken out. What stands in three
bodies and in more than a fifth of them is a form of words handed down, and left out. Candidates come from an index of an eighth of
the shingles, each listing a few bodies at most; only what looks near there is counted in full.
"""

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

from gouji.agencies.naming import parse
from gouji.agency import Agency
from gouji.report import Report

SECTIONS = (1, 5, 6)
# Below this many per cent nothing is kept: figures of other bodies' texts change daily, and no judgement rests on these.
WORTH = 50
FEWEST_BODIES = 3

_LENGTH = 8
_COMMON_IN = 3
_COMMON_SHARE = 0.2
_BUCKETS = 2**22
_SAMPLED = 8
_LISTED = 32
_CANDIDATES = 3
_NEAR = 0.4
_NO_LETTER = re.compile(r"[^\u4e00-\u9fff]|[〇零一二三四五六七八九十百千万亿两]")
_SELF = re.compile("[我本全](?:省|市|县|区|旗|镇|乡|街道|局|委|办|厅|部|院|单位|机关|中心|辖区)")


@dataclass(frozen=True, slots=True)
class Likeness:
    """One section beside the nearest other body's: how many of its `shingles` stand there, and how many characters these cover.

    `peer` is the other body, None where none shares WORTH per cent; `shared` is then 0.
    """

    section: int
    characters: int
    shingles: int
    shared: int = 0
    peer: str | None = None

    @property
    def near(self) -> bool:
        """Whether it says more than that nobody's text is like this one: what a judgement rests on."""
        return self.peer is not None

    @property
    def share(self) -> float | None:
        """Per cent, one digit after the point, cut off; None where nothing of its own is left."""
        return self.shared * 1000 // self.shingles / 10 if self.shingles else None


@dataclass(frozen=True, slots=True)
class Prose:
    """The sections of one body's report that are compared, by number; `key` is the same for the same body."""

    key: str
    name: str
    sections: Mapping[int, str] = field(default_factory=dict)


def prose_of(report: Report, agency: Agency | None) -> Prose:
    """What of this report is compared."""
    key, name = (agency.id, agency.name) if agency else (report.source, report.agency.value or "")
    texts = {section.number: section.text for section in report.sections if section.number is not None}
    return prose(key, name, agency.aliases if agency else (), texts)


def prose(key: str, name: str, aliases: Sequence[str], texts: Mapping[int, str]) -> Prose:
    """What is compared of these sections: their words without what is a body's own by nature."""
    own = _own_names(name, aliases)
    return Prose(key, name, {number: _bare(text, own) for number, text in texts.items() if number in SECTIONS})


def likenesses(proses: Sequence[Prose]) -> list[tuple[Likeness, ...] | None]:
    """For each the likeness of its sections to the nearest other body's, in their order; None for fewer than three bodies."""
    bodies = len({prose.key for prose in proses})
    if bodies < FEWEST_BODIES:
        return [None] * len(proses)
    known = [{n: _shingles(text) for n, text in prose.sections.items()} for prose in proses]
    counts = _counts(proses, known)
    most = max(_COMMON_IN - 1, int(_COMMON_SHARE * bodies))
    own = [{n: array("I", [s for s in all_of if counts[s % _BUCKETS] <= most]) for n, all_of in one.items()} for one in known]
    index = _Index(proses, own)
    return [tuple(_likeness(i, number, known[i][number], index) for number in sorted(own[i])) for i in range(len(proses))]


class _Index:
    """Which bodies a shingle stands in: a sample of the shingles, the first few bodies of each."""

    def __init__(self, proses: Sequence[Prose], own: Sequence[Mapping[int, "array[int]"]]) -> None:
        self.proses, self.own = proses, own
        self.listed: dict[tuple[int, int], list[int]] = {}
        for i, sections in enumerate(own):
            for number, shingles in sections.items():
                for shingle in _sample(shingles):
                    bodies = self.listed.setdefault((number, shingle), [])
                    if len(bodies) < _LISTED:
                        bodies.append(i)

    def nearest(self, i: int, number: int) -> tuple[int, int | None]:
        """How many of the section's shingles the nearest other body has, and which body that is."""
        mine = set(self.own[i][number])
        best: tuple[int, int | None] = (0, None)
        for j in self._candidates(i, number):
            best = max(best, (len(mine & set(self.own[j][number])), j), key=lambda found: found[0])
        return best

    def _candidates(self, i: int, number: int) -> Iterator[int]:
        sample = set(_sample(self.own[i][number]))
        seen = Counter(j for shingle in sample for j in self.listed.get((number, shingle), ()) if self._other(i, j))
        least = _NEAR * len(sample)
        return (j for j, count in sorted(seen.most_common(_CANDIDATES), key=lambda item: (-item[1], item[0])) if count >= least)

    def _other(self, i: int, j: int) -> bool:
        return self.proses[i].key != self.proses[j].key


def _likeness(i: int, number: int, all_of: "array[int]", index: _Index) -> Likeness:
    mine = set(index.own[i][number])
    shared, other = index.nearest(i, number)
    characters = _covered(all_of, mine)
    if other is None or shared * 100 < WORTH * len(mine):
        return Likeness(number, characters, len(mine))
    return Likeness(number, characters, len(mine), shared, index.proses[other].name)


def _covered(all_of: Sequence[int], mine: Collection[int]) -> int:
    """How many characters of the text stand in one of the shingles that are its own."""
    covered, until = 0, 0
    for start, shingle in enumerate(all_of):
        if shingle in mine:
            covered += start + _LENGTH - max(start, until)
            until = start + _LENGTH
    return covered


def _counts(proses: Sequence[Prose], known: Sequence[Mapping[int, "array[int]"]]) -> "array[int]":
    """In how many bodies each shingle stands, by bucket: where a chance meeting in one matters, bodies are few and buckets many."""
    counts, seen = array("I", bytes(4 * _BUCKETS)), set()
    for prose, sections in zip(proses, known, strict=True):
        if prose.key not in seen:
            seen.add(prose.key)
            for bucket in {s % _BUCKETS for shingles in sections.values() for s in shingles}:
                counts[bucket] += 1
    return counts


def _shingles(text: str) -> "array[int]":
    """One number for each eight characters, in their order; the same in every process."""
    data = text.encode("utf-16-le")
    return array("I", [crc32(data[i : i + 2 * _LENGTH]) for i in range(0, len(data) - 2 * _LENGTH + 1, 2)])


def _sample(shingles: Sequence[int]) -> Iterator[int]:
    # A short text is taken whole: an eighth of it may be nothing.
    return (s for s in shingles if s % _SAMPLED == 0) if len(shingles) > 500 else iter(shingles)


def _bare(text: str, own: Sequence[str]) -> str:
    plain = unicodedata.normalize("NFKC", text)
    for name in own:
        plain = plain.replace(name, "")
    return _NO_LETTER.sub("", _SELF.sub("", plain))


def _own_names(name: str, aliases: Sequence[str]) -> list[str]:
    """The body's names and places, longest first; 栖梧 for 栖梧县 too."""
    found = {name, *aliases}
    for one in (name, *aliases):
        parsed = parse(one)
        places = (parsed.province, parsed.prefecture, parsed.county, parsed.township)
        found |= {parsed.body, *places, *(place[:-1] for place in places if len(place) > 2)}
    return sorted((one for one in found if len(one) > 1), key=lambda one: (-len(one), one))
