"""Text brought to one shape before it is compared: compatibility forms, blanks and signs that mean nothing."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress, repeat

_MINUS = str.maketrans({"−": "-", "–": "-", "—": "-", "﹣": "-"})
_PUNCTUATION = re.compile(r"""[\s、，,。.;；:："'“”‘’()（）《》〈〉<>\[\]【】·\-/]+""")


def nfkc(text: str) -> str:
    """The text in compatibility form, without format characters (zero-width blanks, marks of direction)."""
    folded = unicodedata.normalize("NFKC", text)
    if folded.isprintable():  # no format character is printable
        return folded
    return "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")


def plain(text: str) -> str:
    """The text in compatibility form without any blanks: 自然 人 is 自然人."""
    folded = "".join(map(_ALONE.__getitem__, text))
    return folded if _TOGETHER not in folded else "".join(nfkc(text).split())


@lru_cache(maxsize=1 << 14)
def bare(text: str) -> str:
    """The text without blanks, punctuation and brackets, for comparing labels."""
    return _PUNCTUATION.sub("", nfkc(text).translate(_MINUS))


@dataclass(frozen=True, slots=True)
class Compact:
    """A text without blanks that remembers where each of its characters stood."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands in the text it was made from, counted from 0, end exclusive."""
        return self.origin[start], self.origin[end - 1] + 1


def compact(text: str) -> Compact:
    """The text in compatibility form without blanks: patterns are written for this form, full-width signs folded."""
    folded = [*map(_FOLDED.__getitem__, text)]
    lengths, spots = [*map(len, folded)], range(len(text))
    # Nearly everywhere a sign stays one or falls away; only signs such as … and ㎡ become several.
    kept = compress(spots, lengths) if max(lengths, default=0) < 2 else chain.from_iterable(map(repeat, spots, lengths))
    return Compact("".join(folded), tuple(kept))


class _Folded(dict[str, str]):
    """Each sign in compatibility form, blanks as nothing; worked out once, since a report has few different signs."""

    def __missing__(self, sign: str) -> str:
        self[sign] = "".join(nfkc(sign).split())
        return self[sign]


class _Alone(dict[str, str]):
    """Each sign in compatibility form where that does not depend on the signs beside it: only marks and parts of syllables join others."""

    def __missing__(self, sign: str) -> str:
        folded = _FOLDED[sign]
        joins = any(unicodedata.category(one).startswith("M") or "\u1160" <= one <= "\u11ff" for one in sign + folded)
        self[sign] = _TOGETHER if joins else folded
        return self[sign]


_FOLDED = _Folded()
_ALONE, _TOGETHER = _Alone(), "\0"
