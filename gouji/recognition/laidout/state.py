"""How far a table is told apart while its lines are gone through."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from gouji.recognition.laidout.words import Word

MOST_STATES = 500
# What a row's words are given to; headers have their streams' numbers.
LABEL, FIGURE, SIDE = -1, -2, -3


@dataclass(frozen=True, slots=True)
class Given:
    """A word given to a stream of a band, and what was given before it."""

    key: int
    stream: int
    word: Word
    before: "Given | None"

    def all(self) -> "list[Given]":
        found: list[Given] = []
        one: Given | None = self
        while one:
            found.append(one)
            one = one.before
        return found[::-1]


@dataclass(frozen=True, slots=True)
class State:
    """How far the table is told: the band at hand, what was taken of its streams and of those beside the rows, which lines gave figures.

    `touched`: the line before had words of the row; `early`: figures stood on it, and the row must begin on the next. `loose` are rows
    beside which figures stand that no row takes, `noted` those beside a piece of a figure's cell, a torn unit or note.
    """

    band: int
    taken: tuple[str, ...] = ()
    ordinal: bool = False
    touched: bool = False
    early: bool = False
    sides: tuple[int, ...] = ()
    clusters: tuple[tuple[int, int], ...] = ()
    loose: frozenset[int] = frozenset()
    noted: frozenset[int] = frozenset()
    given: Given | None = field(default=None, compare=False, hash=False)

    @property
    def begun(self) -> bool:
        return bool(self.taken[0]) or self.ordinal

    @property
    def has_figures(self) -> bool:
        return any(band == self.band for band, _ in self.clusters)

    @property
    def disturbed(self) -> frozenset[int]:
        rows = [band for band, _ in self.clusters]
        return self.loose | self.noted | {band for band in rows if rows.count(band) > 1}

    @property
    def rank(self) -> tuple[int, int]:
        """The more rows have figures, and the fewer figures are left over, the better."""
        return (len({band for band, _ in self.clusters}), -len(self.disturbed))

    def given_to(self, stream: int, words: Iterable[Word], key: int | None = None) -> Given | None:
        given = self.given
        for word in words:
            given = Given(self.band if key is None else key, stream, word, given)
        return given
